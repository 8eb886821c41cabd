import type { Context } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { gapsOf } from '../store/catalog-gaps.ts';
import { findItems, type StoredItem, versionsOf } from '../store/catalog-items.ts';
import { recordingsOf } from '../store/catalog-works.ts';
import type { ItemCode } from '../store/item-codes.ts';
import { findPeople } from '../store/people.ts';
import { releasesWith } from '../store/releases.ts';
import { sheetsAbout } from '../store/sheet-recordings.ts';
import { code, join, type Text, type Words } from '../text/spans.ts';
import { workButtons } from './add.ts';
import { factsOf, named } from './facts.ts';
import { findAnything } from './find.ts';
import { gapLines } from './gap-words.ts';
import { displayOf, labelOf } from './labels.ts';
import { type Looked, lookAt } from './look.ts';
import { showPerson } from './persons.ts';
import { say } from './say.ts';

const MOST_OTHERS = 10;

/** `/catalog show`: everything that is known of an item, and what is open. */
export async function askShow(typed: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const found = await findAnything(house, team, typed);
  if (found.kind === 'person') return showPerson(found, context);
  const looked = await lookAt(house.db, team, found.kind, found.id);
  const { id, content } = looked.item;
  const gaps = await gapsOf(house.db, team, id);
  return {
    tone: 'plain',
    title: labelOf(looked.kind, content, t),
    // The titles stand above, the codes below with who gave them.
    facts: factsOf(looked, t).flatMap(({ of, label, value }) =>
      value === null || of !== 'more' ? [] : [{ label, value }],
    ),
    list: [...(await codeLinesOf(looked.codes, context)), ...gapLines(gaps, looked, t)],
    text: [
      ...(await otherLines(looked, context)),
      ...(await sheetLines(id, context)),
      ...(await releaseLines(id, context)),
      t(say.id, { item: id }),
    ],
    buttons: [
      ...(await workButtons(looked, context)),
      { label: t(say.edit), press: pressOf('catalog', 'edit', id) },
    ],
  };
}

/** Each code with who gave it, when, and why it stands although something is odd. */
async function codeLinesOf(codes: readonly ItemCode[], context: Context): Promise<readonly Line[]> {
  const { house, asker, t } = context;
  const rows = await house.evidence.rows(
    house.db,
    asker.team,
    codes.map(({ seq }) => seq),
  );
  const writers = new Map(rows.map(({ entry }) => [entry.seq, 'by' in entry.data ? entry.data.by : null]));
  const ids = [...writers.values()].filter((by): by is PersonId => typeof by === 'string');
  const people = await findPeople(house.db, asker.team, ids);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return codes.map((one): Line => {
    const name = names.get(String(writers.get(one.seq)));
    const parts: Words[] = [
      [...code(displayOf(one))],
      t(one.how === 'assigned' ? say.codeAssigned : say.codeOther, { when: one.since }),
      ...(name === undefined ? [] : [t(say.codeBy, { name })]),
      ...(one.source === null ? [] : [t(say.codeFrom, { source: one.source })]),
      ...(one.acceptedFor === null ? [] : [t(say.codeAccepted, { reason: one.acceptedFor })]),
      t(say.entry, { seq: one.seq }),
    ];
    return { tone: one.acceptedFor === null ? 'good' : 'caution', text: join(parts, ' · ') };
  });
}

/** What comes from it: versions of a recording, recordings of a work. */
async function otherLines(looked: Looked, context: Context): Promise<readonly Text[]> {
  const { house, asker, t } = context;
  const { id } = looked.item;
  const { db } = house;
  const some = MOST_OTHERS + 1;
  const others: readonly StoredItem<'recording'>[] =
    looked.kind === 'recording'
      ? await versionsOf(db, asker.team, id, some)
      : await findItems(db, asker.team, 'recording', await recordingsOf(db, asker.team, id, some));
  if (others.length === 0) return [];
  const shown = others.slice(0, MOST_OTHERS);
  const names = join(
    shown.map((one) => named(one, 'recording', t)),
    '; ',
  );
  const isAll = others.length <= MOST_OTHERS;
  const [all, first] =
    looked.kind === 'recording' ? [say.versions, say.versionsMore] : [say.recordings, say.recordingsMore];
  return [t(isAll ? all : first, { names, count: shown.length })];
}

/** What is to come, or is out, with this recording on it. */
async function releaseLines(id: string, { house, asker, t }: Context): Promise<readonly Text[]> {
  const releases = await releasesWith(house.db, asker.team, [id]);
  if (releases.length === 0) return [];
  const names = releases
    .slice(0, MOST_OTHERS)
    .map(({ content: { title, day } }) => t(say.onRelease, { title, day }));
  return [t(say.releases, { names: join(names, '; ') })];
}

/** The split sheets that name a recording, the newest first, and where they stand. */
async function sheetLines(id: string, { house, asker, t }: Context): Promise<readonly Text[]> {
  const sheets = await sheetsAbout(house.db, asker.team, id, MOST_OTHERS);
  if (sheets.length === 0) return [];
  const names = sheets.map(({ title, version, newest, state }) =>
    // A newer version that names it no more leaves the old one as what was said of it once.
    t(say.sheet, { title, version, state: version === newest ? state : 'replaced' }),
  );
  return [t(say.sheets, { names: join(names, '; ') })];
}

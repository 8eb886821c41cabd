import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { territorySet } from '../core/territory-set.ts';
import { askerPerson } from '../people/named.ts';
import { cautionLines } from '../rights/set-cautions.ts';
import { type Shown, withEnglish } from '../rights/translated.ts';
import { findLink, findPeople } from '../store/people.ts';
import { cautionsRead, noteRead } from '../store/release-reminders.ts';
import { findRelease, type StoredRelease } from '../store/releases.ts';
import { inTransaction } from '../store/transaction.ts';
import { code, type Text } from '../text/spans.ts';
import { writeRead } from './entries.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { cautionsOf } from './gather.ts';
import { say } from './say.ts';

const MOST_CAUTIONS = 4;

export type CautionPart = {
  readonly lines: NonNullable<Reply['list']>;
  readonly text: readonly Text[];
  readonly buttons: readonly Button[];
  readonly shown?: Shown;
};

/** What to look at where a release comes out, and this reader has not said yet that they have read. */
export async function cautionPart(release: StoredRelease, context: Context): Promise<CautionPart> {
  const { house, asker, t } = context;
  const { territories } = release.content;
  const rows = cautionsOf(release);
  if (territories === null || rows.length === 0) return { lines: [], text: [], buttons: [] };
  const read = await cautionsRead(house.db, asker.team, release.id);
  const reader = (await findLink(house.db, asker.team, asker))?.person;
  const own = new Set(rows.filter((row) => reader !== undefined && read.get(row)?.includes(reader)));
  if (own.size === rows.length) {
    return { lines: [], text: await readByWords(rows, read, context), buttons: [] };
  }
  const set = territorySet(territories);
  const { lines, more, notes, shown } = cautionLines(set, MOST_CAUTIONS, context, own);
  const command = code(`/territory check ${release.content.places ?? ''}`);
  return {
    lines,
    text: [...(more > 0 ? [t(say.cautionsMore, { count: more, command })] : []), ...notes],
    buttons: [{ label: t(say.readCautions), press: pressOf('release', 'read', release.id) }],
    shown,
  };
}

async function readByWords(
  rows: readonly string[],
  read: ReadonlyMap<string, readonly PersonId[]>,
  { house, asker, t }: Context,
): Promise<readonly Text[]> {
  const ids = [...new Set(rows.flatMap((row) => read.get(row) ?? []))];
  const names = (await findPeople(house.db, asker.team, ids)).map(({ displayName }) => displayName);
  return names.length === 0 ? [] : [t(say.cautionsReadBy, { names })];
}

/** The button: whoever presses it has read what to look at. Kept with an entry, once for each reader. */
export async function readCautions(id: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const release = await findMeantRelease(id, context, 'exactly');
  await inTransaction(house.db, async (db) => {
    const { person } = await askerPerson(house, db, asker);
    const now = await findRelease(db, team, release.id);
    const before = await cautionsRead(db, team, release.id);
    const cautions = cautionsOf(now ?? release).filter((row) => !before.get(row)?.includes(person));
    if (cautions.length === 0) return;
    await writeRead(house.evidence, db, team, { id: release.id, cautions, by: person });
    await noteRead(db, team, { release: release.id, cautions, by: person, at: house.now() });
  });
  return withEnglish(
    {
      tone: 'good',
      title: t(say.cautionsNoted, { title: titleOfRelease(release.content) }),
      notices: [inLanguage(quickAnswers().education, context.locale)],
    },
    context,
  );
}

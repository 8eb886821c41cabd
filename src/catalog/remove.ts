import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { type StoredKind, versionsOf } from '../store/catalog-items.ts';
import { recordingsOf } from '../store/catalog-works.ts';
import { licensesAbout } from '../store/licenses.ts';
import { releasesWith } from '../store/releases.ts';
import { sheetsAbout } from '../store/sheet-recordings.ts';
import { inTransaction } from '../store/transaction.ts';
import { plain, type Text } from '../text/spans.ts';
import { personOf } from './add.ts';
import { hasVersions, MOST_VERSIONS_NAMED, removeItem } from './change.ts';
import { changedMeanwhile, seenOf } from './edit.ts';
import { findAnything, ID_PREFIXES } from './find.ts';
import { displayOf, labelOf } from './labels.ts';
import { type Looked, lookAt } from './look.ts';
import { say } from './say.ts';

/** `/catalog remove`: asks first, and says what goes with it. @throws UserError `catalog.has-versions` */
export async function askRemove(typed: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const found = await findAnything(house, team, typed, 'exactly');
  if (found.kind === 'person') {
    return { tone: 'plain', title: t(say.personStays, { name: found.displayName }) };
  }
  const looked = await lookAt(house.db, team, found.kind, found.id);
  const { id, content } = looked.item;
  if (found.kind === 'recording') {
    const versions = await versionsOf(house.db, team, id, MOST_VERSIONS_NAMED);
    if (versions.length > 0) throw hasVersions(content, versions);
  }
  const heardOn = found.kind === 'work' ? (await recordingsOf(house.db, team, id)).length : 0;
  return {
    tone: 'caution',
    title: t(say.removeAsk, { label: labelOf(looked.kind, content, t) }),
    text: [
      ...codeWords(looked, say.removeBurnt, say.removeCodes, context),
      ...(heardOn === 0 ? [] : [t(say.removeWorks, { count: heardOn })]),
      ...(await restingOn(looked, context)),
      t(say.removeStays),
    ],
    buttons: [
      {
        label: t(say.remove),
        style: 'danger',
        press: pressOf('catalog', 'remove', `${id}:${seenOf(looked)}`),
      },
    ],
  };
}

const MOST_NAMED = 5;

/** What was agreed about it, which stays, and means something that is no longer in the catalog. */
async function restingOn(looked: Looked, { house, asker, t }: Context): Promise<readonly Text[]> {
  const { kind, item } = looked;
  const licenses = await licensesAbout(house.db, asker.team, { kind, id: item.id });
  const ids = licenses.slice(-MOST_NAMED).map(({ id }) => id);
  const sheets = await sheetsAbout(house.db, asker.team, item.id, MOST_NAMED);
  const titles = sheets.map(({ title }) => title);
  const releases = (await releasesWith(house.db, asker.team, [item.id])).map(({ content: { title, day } }) =>
    plain(t(say.onRelease, { title, day })),
  );
  return [
    ...(ids.length === 0 ? [] : [t(say.removeLicenses, { count: licenses.length, ids })]),
    ...(titles.length === 0 ? [] : [t(say.removeSheets, { titles })]),
    ...(releases.length === 0 ? [] : [t(say.removeReleases, { releases: releases.slice(0, MOST_NAMED) })]),
  ];
}

/** The button under the question. @param value the id, and what it was when it was asked */
export async function confirmRemove(value: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const [id = '', seen = ''] = value.split(':');
  const kind: StoredKind = id.startsWith(ID_PREFIXES.work) ? 'work' : 'recording';
  const looked = await lookAt(house.db, asker.team, kind, id);
  if (seenOf(looked) !== seen) throw changedMeanwhile(looked, context);
  const by = await personOf(house, asker);
  await inTransaction(house.db, (db) => removeItem(house, db, asker.team, { kind, id }, by));
  return {
    tone: 'good',
    title: t(say.removed, { label: labelOf(kind, looked.item.content, t) }),
    text: [...codeWords(looked, say.removedBurnt, null, context), t(say.removeStays)],
  };
}

function codeWords(
  { codes }: Looked,
  burnt: string,
  dropped: string | null,
  { t }: Context,
): readonly Text[] {
  const given = codes.filter(({ how }) => how === 'assigned').map(displayOf);
  const others = codes.filter(({ how }) => how === 'registered').map(displayOf);
  return [
    ...(given.length === 0 ? [] : [t(burnt, { codes: given })]),
    ...(others.length === 0 || dropped === null ? [] : [t(dropped, { codes: others })]),
  ];
}

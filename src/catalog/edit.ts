import type { Context, House } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { sha256Hex } from '../core/ledger/hash.ts';
import { UserError } from '../core/problem.ts';
import type { ContentOf, StoredKind } from '../store/catalog-items.ts';
import type { Db } from '../store/tables.ts';
import { inTransaction } from '../store/transaction.ts';
import { keptLines, personOf, workButtons } from './add.ts';
import { type Heard, hearFile } from './audio.ts';
import { changeItem, holdItem } from './change.ts';
import { changedFacts } from './facts.ts';
import { findAnything } from './find.ts';
import { labelOf } from './labels.ts';
import { type Looked, lookAt } from './look.ts';
import { editPerson } from './persons.ts';
import { mustFit, mustNameCode, readRecording, readWork, readWorks, type Said } from './said.ts';
import { type CodeDone, codeLines, doCode, doHeardCode, readCodeSaid, sourceOf } from './said-codes.ts';
import { say } from './say.ts';

export type EditRequest = Said & {
  readonly item: string;
  /** What the form showed, by `seenOf`: somebody may have changed it meanwhile. */
  readonly seen?: string | undefined;
};

/**
 * `/catalog edit`: what is said is changed, what is left out stays.
 *
 * @throws UserError `catalog.nothing-said`, `catalog.changed-meanwhile`, and whatever stands against what was said
 */
export async function askEdit({ item: typed, seen, ...said }: EditRequest, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const found = await findAnything(house, asker.team, typed, 'exactly');
  if (Object.values(said).every((value) => value === undefined)) {
    throw new UserError({ code: 'catalog.nothing-said', details: {} });
  }
  mustFit(found.kind, said);
  mustNameCode(said);
  if (found.kind === 'person') return editPerson(found, said, context);
  const before = await lookAt(house.db, asker.team, found.kind, found.id);
  if (seen !== undefined && seen !== seenOf(before)) throw changedMeanwhile(before, context);
  return before.kind === 'work' ? editWork(before, said, context) : editRecording(before, said, context);
}

async function editWork(before: Looked & { kind: 'work' }, said: Said, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const { id, content } = before.item;
  const next = readWork(said, content);
  const codeSaid = readCodeSaid(said);
  const by = await personOf(house, asker);
  const written = await inTransaction(house.db, async (db) => {
    const held = await holdItem(db, asker.team, 'work', id);
    const merged = mergedInto(held.content, content, next);
    await write(house, db, asker.team, id, { kind: 'work', content: merged }, held.content, by);
    const bearer = { kind: 'work' as const, item: id, by };
    return codeSaid && (await doCode(house, db, asker.team, codeSaid, bearer));
  });
  return saidChanged(before, codeLines(written, codeSaid, 'work', context), null, context);
}

async function editRecording(
  before: Looked & { kind: 'recording' },
  said: Said,
  context: Context,
): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const { id, content } = before.item;
  const read = await readRecording(house, asker, said, content);
  const works = said.works === undefined ? undefined : await readWorks(house, team, said.works);
  const codeSaid = readCodeSaid(said);
  const heard = said.audio === undefined ? null : await hearFile(said.audio, context);
  const next = {
    ...read,
    durationMs: read.durationMs ?? heard?.durationMs ?? null,
    audio: heard?.sha256 ?? read.audio,
  };
  const by = await personOf(house, asker);
  const done = await inTransaction(house.db, async (db): Promise<CodeDone | null> => {
    const held = await holdItem(db, team, 'recording', id);
    const wanted = {
      kind: 'recording' as const,
      content: mergedInto(held.content, content, next),
      ...(works === undefined ? {} : { works: works.map((work) => work.id) }),
    };
    await write(house, db, team, id, wanted, held.content, by);
    const bearer = { kind: 'recording' as const, item: id, by };
    if (codeSaid !== null) return doCode(house, db, team, codeSaid, bearer);
    if (heard === null) return null;
    return doHeardCode(house, db, team, { heard, source: sourceOf(heard, t) }, bearer);
  });
  return saidChanged(before, codeLines(done, codeSaid, 'recording', context), heard, context);
}

type Wanted<K extends StoredKind> = {
  readonly kind: K;
  readonly content: ContentOf[K];
  readonly works?: readonly string[];
};

/** Only what is different is written, and only that is an entry. */
async function write<K extends StoredKind>(
  house: House,
  db: Db,
  team: string,
  id: string,
  wanted: Wanted<K>,
  held: ContentOf[K],
  by: PersonId,
): Promise<void> {
  const isSame = JSON.stringify(wanted.content) === JSON.stringify(held);
  const isSameWorks = wanted.works === undefined || (await isOn(db, team, id, wanted.works));
  if (!isSame || !isSameWorks) await changeItem(house, db, team, id, wanted, by);
}

async function isOn(db: Db, team: string, recording: string, works: readonly string[]): Promise<boolean> {
  const looked = await lookAt(db, team, 'recording', recording);
  const ids = looked.kind === 'recording' ? looked.works.map(({ id }) => id) : [];
  return new Set(ids).symmetricDifference(new Set(works)).size === 0;
}

/** What somebody changed, on what is there now: another one may have changed something else meanwhile. */
function mergedInto<C extends object>(held: C, before: C, next: C): C {
  const changed = Object.entries(next).filter(
    ([member, value]) => JSON.stringify(value) !== JSON.stringify(before[member as keyof C]),
  );
  return { ...held, ...Object.fromEntries(changed) };
}

async function saidChanged(
  before: Looked,
  codes: readonly Line[],
  heard: Heard | null,
  context: Context,
): Promise<Reply> {
  const { house, asker, t } = context;
  const after = await lookAt(house.db, asker.team, before.kind, before.item.id);
  const label = labelOf(after.kind, after.item.content, t);
  const isSameCodes = JSON.stringify(before.codes) === JSON.stringify(after.codes);
  const changed = changedFacts(before, after, t).map((text) => ({ text }));
  if (changed.length === 0 && isSameCodes) {
    const list = [...codes, ...keptLines(after, heard, context)];
    return { tone: 'plain', title: t(say.unchanged, { label }), list };
  }
  const buttons = await workButtons(after, context);
  return {
    tone: 'good',
    title: t(say.changed, { label }),
    list: [...changed, ...codes, ...keptLines(after, heard, context)],
    ...(heard === null ? {} : { text: [t(say.audioNotKept)] }),
    buttons: [...buttons, { label: t(say.show), press: pressOf('catalog', 'show', after.item.id) }],
  };
}

/** A short word for what an item is now, so that a form knows whether it still shows that. */
export function seenOf({ item }: Looked): string {
  return sha256Hex(Buffer.from(JSON.stringify(item.content), 'utf8')).slice(0, 16);
}

export function changedMeanwhile({ kind, item }: Looked, { t }: Context): UserError {
  return new UserError({
    code: 'catalog.changed-meanwhile',
    details: { title: labelOf(kind, item.content, t) },
  });
}

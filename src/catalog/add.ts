import type { Asker, Context, House } from '../bot/command.ts';
import { type Button, type Line, pressOf, type Reply } from '../bot/reply.ts';
import type { ItemKind } from '../core/catalog/items.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { askerPerson } from '../people/named.ts';
import { gapsOf } from '../store/catalog-gaps.ts';
import type { StoredItem } from '../store/catalog-items.ts';
import { worksOf } from '../store/catalog-works.ts';
import { inTransaction } from '../store/transaction.ts';
import { join } from '../text/spans.ts';
import { type Heard, hearFile } from './audio.ts';
import { addItem } from './change.ts';
import { named } from './facts.ts';
import { findCalled } from './find.ts';
import { gapLines } from './gap-words.ts';
import { labelOf } from './labels.ts';
import { type Looked, lookAt } from './look.ts';
import { addPerson } from './persons.ts';
import { mustFit, mustNameCode, readRecording, readWork, readWorks, type Said } from './said.ts';
import {
  audioLines,
  type CodeDone,
  type CodeSaid,
  codeLines,
  doCode,
  doHeardCode,
  readCodeSaid,
  sourceOf,
} from './said-codes.ts';
import { say } from './say.ts';

/** `/catalog add`: a recording, a work or a person. */
export async function askAdd(
  { what, ...said }: Said & { readonly what: ItemKind },
  context: Context,
): Promise<Reply> {
  mustFit(what, said);
  mustNameCode(said);
  switch (what) {
    case 'person':
      return addPerson(said, context);
    case 'work':
      return addWork(said, context);
    case 'recording':
      return addRecording(said, context);
  }
}

async function addWork(said: Said, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const content = readWork(said, null);
  const codeSaid = readCodeSaid(said);
  const by = await personOf(house, asker);
  const added = await inTransaction(house.db, async (db) => {
    const item = await addItem(house, db, asker.team, { kind: 'work', content }, by);
    const bearer = { kind: 'work' as const, item, by };
    return { item, done: codeSaid && (await doCode(house, db, asker.team, codeSaid, bearer)) };
  });
  return saidAdded(await lookAt(house.db, asker.team, 'work', added.item), { ...added, codeSaid }, context);
}

async function addRecording(said: Said, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const read = await readRecording(house, asker, said, null);
  const works = await worksFor(said, read.versionOf, context);
  const codeSaid = readCodeSaid(said);
  // The file comes last: it may be large, and what was typed may not hold.
  const heard = said.audio === undefined ? null : await hearFile(said.audio, context);
  const content = {
    ...read,
    durationMs: read.durationMs ?? heard?.durationMs ?? null,
    audio: heard?.sha256 ?? null,
  };
  const by = await personOf(house, asker);
  const added = await inTransaction(house.db, async (db) => {
    const item = await addItem(house, db, team, { kind: 'recording', content, works }, by);
    const bearer = { kind: 'recording' as const, item, by };
    if (codeSaid !== null) return { item, done: await doCode(house, db, team, codeSaid, bearer) };
    if (heard === null) return { item, done: null };
    const found = { heard, source: sourceOf(heard, t) };
    return { item, done: await doHeardCode(house, db, team, found, bearer) };
  });
  const looked = await lookAt(house.db, team, 'recording', added.item);
  return saidAdded(looked, { ...added, codeSaid, heard, isTaken: said.works === undefined }, context);
}

/** Those that are named; else those of the recording that it is a version of, since it is the same song. */
async function worksFor(
  { works }: Said,
  parent: string | null,
  { house, asker }: Context,
): Promise<readonly string[]> {
  if (works !== undefined) return (await readWorks(house, asker.team, works)).map(({ id }) => id);
  return parent === null ? [] : ((await worksOf(house.db, asker.team, [parent])).get(parent) ?? []);
}

/** The asker's own person, made if need be, before the items that are changed are held. */
export async function personOf(house: House, asker: Asker): Promise<PersonId> {
  return (await inTransaction(house.db, (db) => askerPerson(house, db, asker))).person;
}

type Done = {
  readonly done: CodeDone | null;
  readonly codeSaid: CodeSaid | null;
  readonly heard?: Heard | null;
  /** Its works are those of the recording that it is a version of, since nobody named any. */
  readonly isTaken?: boolean;
};

async function saidAdded(looked: Looked, done: Done, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { kind, item } = looked;
  const label = labelOf(kind, item.content, t);
  const gaps = await gapsOf(house.db, asker.team, item.id);
  const heard = done.heard ?? null;
  const buttons = await workButtons(looked, context);
  return {
    tone: 'good',
    title: t(kind === 'work' ? say.addedWork : say.added, { label }),
    list: [
      ...codeLines(done.done, done.codeSaid, kind, context),
      ...keptLines(looked, heard, context),
      ...(done.isTaken === true ? takenLines(looked, context) : []),
      ...(await alikeLines(looked, label, context)),
      ...gapLines(gaps, looked, t),
    ],
    text: [t(say.id, { item: item.id }), ...(heard === null ? [] : [t(say.audioNotKept)])],
    ...(buttons.length === 0 ? {} : { buttons }),
  };
}

function takenLines(looked: Looked, { t }: Context): readonly Line[] {
  if (looked.kind === 'work' || looked.works.length === 0) return [];
  const works = join(
    looked.works.map((work) => named(work, 'work', t)),
    '; ',
  );
  return [{ text: t(say.worksTaken, { works }) }];
}

export function keptLines(looked: Looked, heard: Heard | null, { t }: Context): readonly Line[] {
  if (looked.kind === 'work') return [];
  return audioLines(heard, { durationMs: looked.item.content.durationMs, codes: looked.codes }, t);
}

/** Others from which this one cannot be told by what it is called. */
async function alikeLines(
  { kind, item }: Looked,
  label: string,
  { house, asker, t }: Context,
): Promise<readonly Line[]> {
  const called: readonly StoredItem[] = await findCalled(house, asker.team, kind, item.content.title);
  const alike = called.filter(({ id, content }) => id !== item.id && labelOf(kind, content, t) === label);
  if (alike.length === 0) return [];
  const others = join(
    alike.map((one) => named(one, kind, t)),
    '; ',
  );
  return [{ tone: 'caution', text: t(say.sameCalled, { others }) }];
}

/** For a recording without a work: the work that is called like it, or a new one. */
export async function workButtons(looked: Looked, { house, asker, t }: Context): Promise<readonly Button[]> {
  if (looked.kind === 'work' || looked.works.length > 0) return [];
  const { id, content } = looked.item;
  const { title } = content;
  const [work, ...more] = await findCalled(house, asker.team, 'work', title);
  const known =
    work === undefined || more.length > 0
      ? []
      : [{ label: t(say.joinWork, { title }), press: pressOf('catalog', 'join-work', `${id}:${work.id}`) }];
  return [...known, { label: t(say.addWork, { title }), press: pressOf('catalog', 'add-work', id) }];
}

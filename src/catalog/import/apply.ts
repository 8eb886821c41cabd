import { setImmediate as breathe } from 'node:timers/promises';
import type { House } from '../../bot/command.ts';
import type { PersonId, Seq } from '../../core/ledger/entry-types.ts';
import { insertItems, lockItems, saveItems } from '../../store/catalog-items.ts';
import { addWorks, recordingsOfAll, takeWorksOff } from '../../store/catalog-works.ts';
import { hasEntriesSince } from '../../store/entries-since.ts';
import { inPieces } from '../../store/evidence-pieces.ts';
import { keepFile } from '../../store/files.ts';
import { type ItemCode, saveCodes } from '../../store/item-codes.ts';
import { holdLedger, type NewEntry } from '../../store/ledger.ts';
import type { Db } from '../../store/tables.ts';
import { SCHEMES } from '../bear-code.ts';
import { fellowBearers, refreshGaps } from '../gaps.ts';
import type { Draft } from './drafts.ts';
import type { Op } from './plan-types.ts';

/** More ids than this would not fit into one entry. */
const IDS_OF_AN_ENTRY = 10_000;

/** Items written between two moments in which others have their turn. */
const WRITTEN_AT_ONCE = 100;

/** Entries of these types say that the catalog is not what it was. */
const CHANGING = [
  ...(['admin.item_added', 'admin.item_changed', 'admin.item_removed', 'admin.items_imported'] as const),
  ...(['admin.code_dropped', 'admin.person_changed', 'erasure'] as const),
  ...(['code.assigned', 'code.registered', 'code.burnt'] as const),
];

/** The catalog is not what it was when the rows were planned; nothing was written. */
export class Stale extends Error {}

export type Applying = {
  readonly draft: Draft;
  readonly bytes: Uint8Array;
  readonly by: PersonId;
  piece(number: number): Promise<readonly Op[]>;
};

/**
 * Write all that was planned, in the caller's transaction. The items come first and the ledger after them, as everybody
 * does; once the ledger is held, nothing may have been written about the catalog since the plan was made.
 *
 * @returns the entry that tells of it
 * @throws Stale
 */
export async function applyPlan(house: House, db: Db, team: string, applying: Applying): Promise<Seq> {
  const { draft, by } = applying;
  await holdChanged(db, team, applying);
  const touched = { recordings: new Set<string>(), works: new Set<string>() };
  const retitled: string[] = [];
  const itemOfLine = new Map(draft.itemOfLine);
  for (let number = 0; number < draft.pieces; number += 1) {
    const ops = await applying.piece(number);
    for (const some of inPieces(ops, WRITTEN_AT_ONCE)) {
      await writeItems(house, db, team, some, itemOfLine);
      await breathe();
    }
    for (const { kind, id } of ops) touched[kind === 'work' ? 'works' : 'recordings'].add(id);
    retitled.push(
      ...ops.flatMap((op) => (op.kind === 'work' && !op.isNew && op.content !== null ? [op.id] : [])),
    );
  }
  await holdLedger(db, team);
  if (await hasEntriesSince(db, team, draft.size, CHANGING)) throw new Stale();
  const seq = await writeEntry(house, db, team, applying, [...touched.recordings, ...touched.works]);
  for (let number = 0; number < draft.pieces; number += 1) {
    for (const some of inPieces(await applying.piece(number), WRITTEN_AT_ONCE)) {
      const fellows = await writeCodes(house, db, team, some, by);
      for (const id of fellows.recordings) touched.recordings.add(id);
      for (const id of fellows.works) touched.works.add(id);
      await breathe();
    }
  }
  for (const id of await recordingsOfAll(db, team, retitled)) touched.recordings.add(id);
  await refreshGaps(db, team, {
    recordings: [...touched.recordings],
    works: [...touched.works],
  });
  return seq;
}

/** What is there already is held in the order of ids, so that two imports never wait for each other. */
async function holdChanged(db: Db, team: string, { draft, piece }: Applying): Promise<void> {
  const ids = { recording: [] as string[], work: [] as string[] };
  for (let number = 0; number < draft.pieces; number += 1) {
    for (const { kind, id, isNew } of await piece(number)) if (!isNew) ids[kind].push(id);
  }
  await lockItems(db, team, 'recording', ids.recording);
  await lockItems(db, team, 'work', ids.work);
}

async function writeItems(
  house: House,
  db: Db,
  team: string,
  ops: readonly Op[],
  itemOfLine: ReadonlyMap<number, string>,
): Promise<void> {
  const works = ops.flatMap((op) =>
    op.kind === 'work' && op.content !== null ? [{ ...op, content: op.content }] : [],
  );
  const recordings = ops.flatMap((op) => {
    if (op.kind === 'work' || op.content === null) return [];
    const versionOf = op.ofLine === undefined ? op.content.versionOf : (itemOfLine.get(op.ofLine) ?? null);
    return [{ ...op, content: { ...op.content, versionOf } }];
  });
  const isFresh = ({ isNew }: { readonly isNew: boolean }) => isNew;
  const isOld = ({ isNew }: { readonly isNew: boolean }) => !isNew;
  await insertItems(db, team, 'work', works.filter(isFresh), house.now());
  await saveItems(db, team, 'work', works.filter(isOld));
  await insertItems(db, team, 'recording', recordings.filter(isFresh), house.now());
  await saveItems(db, team, 'recording', recordings.filter(isOld));
  const joined = ops.filter(({ works: ids }) => ids !== null);
  await takeWorksOff(
    db,
    team,
    joined.filter(isOld).map(({ id }) => id),
  );
  await addWorks(
    db,
    team,
    joined.flatMap(({ id, works: ids }) => (ids ?? []).map((work) => ({ recording: id, work }))),
  );
}

async function writeCodes(house: House, db: Db, team: string, ops: readonly Op[], by: PersonId) {
  const wanted = ops.flatMap(({ kind, id, codes }) => codes.map((one) => ({ kind, id, ...one })));
  const entries = await house.evidence.append(
    db,
    team,
    wanted.map(
      ({ kind, id, code, source, acceptedFor }): NewEntry => ({
        type: 'code.registered',
        subject: `${kind}/${id}`,
        data: { scheme: SCHEMES[kind], code, [kind]: id, accepted: acceptedFor !== null, by },
        sealed: { source, accepted_for: acceptedFor },
      }),
    ),
  );
  const borne = wanted.map(
    ({ kind, id, code, source, acceptedFor }, index): ItemCode => ({
      ...{ scheme: SCHEMES[kind], code, kind, item: id, how: 'registered', source, acceptedFor },
      seq: entries[index]?.seq ?? 0,
      since: house.now(),
    }),
  );
  await saveCodes(db, team, borne);
  return fellowBearers(db, team, borne);
}

/** The file as it came, and what became of it: ids, in as many entries as they need. */
async function writeEntry(
  house: House,
  db: Db,
  team: string,
  { draft, bytes, by }: Applying,
  items: readonly string[],
): Promise<Seq> {
  const { name, sha256, added, changed } = draft;
  const subject = `file/f_${house.newId()}`;
  const file = { name, bytes, mediaType: 'text/csv' };
  const stored = await keepFile(db, house.evidence, team, { file, subject, by });
  const parts = inPieces(items, IDS_OF_AN_ENTRY);
  const entries = await house.evidence.append(
    db,
    team,
    parts.map((ids, index) => ({
      type: 'admin.items_imported' as const,
      subject: 'team',
      data: {
        file: stored,
        sha256,
        added,
        changed,
        items: [...ids],
        part: index + 1,
        parts: parts.length,
        by,
      },
    })),
  );
  return entries[0]?.seq ?? stored;
}

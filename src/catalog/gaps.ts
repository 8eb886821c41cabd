import { setImmediate as breathe } from 'node:timers/promises';
import { type BorneCode, gapsOfRecording, gapsOfWork } from '../core/catalog/gaps.ts';
import { saveGaps } from '../store/catalog-gaps.ts';
import { findItems } from '../store/catalog-items.ts';
import { worksOf } from '../store/catalog-works.ts';
import { inPieces } from '../store/evidence-pieces.ts';
import { bearersOf, codesOf, type ItemCode } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';

export type Touched = { readonly recordings?: readonly string[]; readonly works?: readonly string[] };

/** Items reckoned at a time; between two pieces others have their turn. */
const PIECE = 200;

/** Reckon anew what is open at these recordings and works, in the transaction that changed something about them. */
export async function refreshGaps(
  db: Db,
  team: string,
  { recordings = [], works = [] }: Touched,
): Promise<void> {
  for (const piece of inPieces([...new Set(recordings)], PIECE)) {
    await refreshRecordings(db, team, piece);
    await breathe();
  }
  for (const piece of inPieces([...new Set(works)], PIECE)) {
    await refreshWorks(db, team, piece);
    await breathe();
  }
}

async function refreshRecordings(db: Db, team: string, recordings: readonly string[]): Promise<void> {
  const codes = await borneBy(db, team, recordings);
  const worksByRecording = await worksOf(db, team, recordings);
  const heard = await findItems(db, team, 'work', [...worksByRecording.values()].flat());
  const workById = new Map(heard.map((work) => [work.id, work]));
  const found = await findItems(db, team, 'recording', recordings);
  const standing = found.filter(({ isGone }) => !isGone);
  await saveGaps(
    db,
    team,
    standing.map(({ id, content }) => ({
      kind: 'recording' as const,
      item: id,
      gaps: gapsOfRecording({
        content,
        codes: codes.get(id) ?? [],
        works: (worksByRecording.get(id) ?? []).flatMap((work) => workById.get(work)?.content ?? []),
      }),
    })),
  );
}

async function refreshWorks(db: Db, team: string, works: readonly string[]): Promise<void> {
  const codes = await borneBy(db, team, works);
  const found = await findItems(db, team, 'work', works);
  const standing = found.filter(({ isGone }) => !isGone);
  await saveGaps(
    db,
    team,
    standing.map(({ id, content }) => ({
      kind: 'work' as const,
      item: id,
      gaps: gapsOfWork({ content, codes: codes.get(id) ?? [] }),
    })),
  );
}

/** Everything that bears one of these codes: what is open there changes when a code comes or goes. */
export async function fellowBearers(
  db: Db,
  team: string,
  codes: readonly Pick<ItemCode, 'scheme' | 'code'>[],
): Promise<{ readonly recordings: readonly string[]; readonly works: readonly string[] }> {
  const bearers: ItemCode[] = [];
  for (const scheme of ['isrc', 'iswc'] as const) {
    const own = codes.filter((code) => code.scheme === scheme).map(({ code }) => code);
    bearers.push(...(await bearersOf(db, team, scheme, own)));
  }
  const of = (kind: ItemCode['kind']) =>
    bearers.filter((bearer) => bearer.kind === kind).map(({ item }) => item);
  return { recordings: of('recording'), works: of('work') };
}

/** The codes of these items, and whether others bear them as well. */
export async function borneBy(
  db: Db,
  team: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly BorneCode[]>> {
  const codes = await codesOf(db, team, items);
  // Whoever accepted that a code is on two things is not one of those who still have to.
  const counts = new Map<string, number>();
  for (const scheme of ['isrc', 'iswc', 'gtin'] as const) {
    const own = codes.filter((code) => code.scheme === scheme).map(({ code }) => code);
    for (const { code, acceptedFor } of await bearersOf(db, team, scheme, own)) {
      if (acceptedFor === null) counts.set(`${scheme} ${code}`, (counts.get(`${scheme} ${code}`) ?? 0) + 1);
    }
  }
  return Map.groupBy(
    codes.map(({ item, scheme, code, acceptedFor }) => ({
      item,
      scheme,
      code,
      accepted: acceptedFor !== null,
      shared: acceptedFor === null && (counts.get(`${scheme} ${code}`) ?? 0) > 1,
    })),
    ({ item }) => item,
  );
}

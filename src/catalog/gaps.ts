import type { House } from '../bot/command.ts';
import { type BorneCode, gapsOfRecording, gapsOfWork } from '../core/catalog/gaps.ts';
import { checkIdentifier } from '../core/identifiers/recognize.ts';
import { saveGaps } from '../store/catalog-gaps.ts';
import { findItems } from '../store/catalog-items.ts';
import { worksOf } from '../store/catalog-works.ts';
import { bearersOf, codesOf, type ItemCode } from '../store/item-codes.ts';
import type { Db } from '../store/tables.ts';

/** Reckon anew what is open at these recordings and works, in the transaction that changed something about them. */
export async function refreshGaps(
  house: House,
  db: Db,
  team: string,
  touched: { readonly recordings?: readonly string[]; readonly works?: readonly string[] },
): Promise<void> {
  const { recordings = [], works = [] } = touched;
  const codes = await borne(house, db, team, [...recordings, ...works]);
  const worksByRecording = await worksOf(db, team, recordings);
  const heard = await findItems(db, team, 'work', [...works, ...[...worksByRecording.values()].flat()]);
  const workById = new Map(heard.map((work) => [work.id, work]));
  const found = await findItems(db, team, 'recording', recordings);
  await saveGaps(db, team, [
    ...found
      .filter(({ isGone }) => !isGone)
      .map(({ id, content }) => ({
        kind: 'recording' as const,
        item: id,
        gaps: gapsOfRecording({
          content,
          codes: codes.get(id) ?? [],
          works: (worksByRecording.get(id) ?? []).flatMap((work) => workById.get(work)?.content ?? []),
        }),
      })),
    ...heard
      .filter(({ id, isGone }) => !isGone && works.includes(id))
      .map(({ id, content }) => ({
        kind: 'work' as const,
        item: id,
        gaps: gapsOfWork({ content, codes: codes.get(id) ?? [] }),
      })),
  ]);
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

async function borne(
  house: House,
  db: Db,
  team: string,
  items: readonly string[],
): Promise<ReadonlyMap<string, readonly BorneCode[]>> {
  const codes = await codesOf(db, team, items);
  const counts = new Map<string, number>();
  for (const scheme of ['isrc', 'iswc'] as const) {
    const own = codes.filter((code) => code.scheme === scheme).map(({ code }) => code);
    for (const { code } of await bearersOf(db, team, scheme, own)) {
      counts.set(`${scheme} ${code}`, (counts.get(`${scheme} ${code}`) ?? 0) + 1);
    }
  }
  const rules = { prefixes: house.prefixes, year: house.now().getUTCFullYear() };
  return Map.groupBy(
    codes.map(({ item, scheme, code, acceptedFor }) => ({
      item,
      scheme,
      code,
      shared: acceptedFor === null && (counts.get(`${scheme} ${code}`) ?? 0) > 1,
      wrong:
        acceptedFor === null &&
        scheme !== 'catalog-number' &&
        checkIdentifier(code, { ...rules, kind: scheme }).verdict === 'error',
    })),
    ({ item }) => item,
  );
}

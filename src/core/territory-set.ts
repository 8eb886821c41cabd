import { territoryTable } from './data/territories.ts';

/**
 * Where a permission holds: every country by its ISO 3166-1 code (XK for Kosovo), each once, in alphabetical order.
 *
 * Always the countries themselves, never the words "world except US": a group may get another member, but what was
 * agreed to does not change with it. Two sets are equal when their lists are, and a list can be stored as it is.
 */
export type TerritorySet = readonly string[] & { readonly setOfTerritories: true };

/** @throws Error for a code that the territory table does not hold: places are checked where they are typed or read */
export function territorySet(codes: Iterable<string>): TerritorySet {
  const known = everywhere();
  const sorted = [...new Set(codes)].sort();
  const stranger = sorted.find((code) => !known.has(code));
  if (stranger !== undefined)
    throw new Error(`${JSON.stringify(stranger)} is no country of the territory table.`);
  return sorted as unknown as TerritorySet;
}

/** Every country there is now. */
export function world(): TerritorySet {
  return sortedSet(everywhere());
}

export function union(a: TerritorySet, b: TerritorySet): TerritorySet {
  return sortedSet(new Set(a).union(new Set(b)));
}

export function intersection(a: TerritorySet, b: TerritorySet): TerritorySet {
  return sortedSet(new Set(a).intersection(new Set(b)));
}

/** What is in the first and not in the second. */
export function difference(from: TerritorySet, taken: TerritorySet): TerritorySet {
  return sortedSet(new Set(from).difference(new Set(taken)));
}

/** The rest of the world. */
export function complement(set: TerritorySet): TerritorySet {
  return difference(world(), set);
}

export function overlaps(a: TerritorySet, b: TerritorySet): boolean {
  return !new Set(a).isDisjointFrom(new Set(b));
}

/** Whether nothing of `part` lies outside. The empty set is everywhere inside: whoever asks says where. */
export function contains(set: TerritorySet, part: TerritorySet): boolean {
  return new Set(part).isSubsetOf(new Set(set));
}

let known: ReadonlySet<string> | undefined;

function everywhere(): ReadonlySet<string> {
  known ??= new Set(territoryTable().countries.map(({ iso }) => iso));
  return known;
}

function sortedSet(codes: ReadonlySet<string>): TerritorySet {
  return [...codes].sort() as unknown as TerritorySet;
}

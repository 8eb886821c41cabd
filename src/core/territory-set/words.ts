import { type Ref, territoryTable } from '../data/territories.ts';
import { difference, type TerritorySet, territorySet, world } from '../territory-set.ts';

/** "The world except the EU and Japan", as data: what is named, without what is left out. Groups come first. */
export type TerritoryWords = { readonly named: readonly Ref[]; readonly except: readonly Ref[] };

type NamedSet = { readonly group: string; readonly members: TerritorySet };

/**
 * The fewest names that say exactly this set: countries and groups side by side, or one group (or the world) with
 * exceptions, and what is to be added to it.
 *
 * Only groups with an agreed list are used. Their words are then true in every contract; LATAM or Europe never are.
 * Between equally short ways, the one without exceptions. The empty set has no names.
 */
export function territoryWords(set: TerritorySet): TerritoryWords {
  let best: TerritoryWords = { named: cover(set, set), except: [] };
  for (const { group, members } of agreedGroups()) {
    const left = difference(members, set);
    if (set.length === 0 || left.length === 0 || left.length === members.length) continue;
    const named = [{ group }, ...cover(difference(set, members), set)];
    const except = cover(left, left);
    if (named.length + except.length < best.named.length + best.except.length) best = { named, except };
  }
  return best;
}

let groups: readonly NamedSet[] | undefined;

/** The world and the groups whose members are the same in every contract. */
function agreedGroups(): readonly NamedSet[] {
  groups ??= territoryTable().groups.flatMap(({ id, members, differs }) => {
    if (members === 'all') return [{ group: id, members: world() }];
    return differs || members === null || members === 'rest'
      ? []
      : [{ group: id, members: territorySet(members) }];
  });
  return groups;
}

/** The fewest names, of countries and of groups that lie inside `within`, which together hold all of `countries`. */
function cover(countries: TerritorySet, within: TerritorySet): readonly Ref[] {
  const inside = new Set(within);
  const useful = agreedGroups()
    .filter(({ members }) => new Set(members).isSubsetOf(inside))
    .map(({ group, members }) => ({ group, part: new Set(members).intersection(new Set(countries)) }))
    .filter(({ part }) => part.size > 1);
  const ways = choicesOf(useful.filter((one) => !useful.some((other) => makesNeedless(one, other)))).map(
    (choice) => {
      const grouped = choice.reduce((sum, { part }) => sum.union(part), new Set<string>());
      const alone = countries.filter((country) => !grouped.has(country));
      return [...choice.map(({ group }) => ({ group })), ...alone.map((country) => ({ country }))];
    },
  );
  return ways.reduce((best, way) => (way.length < best.length ? way : best));
}

type Part = { readonly group: string; readonly part: ReadonlySet<string> };

/** A group that holds nothing beyond another one is never needed; that leaves a handful to choose from. */
function makesNeedless(one: Part, { group, part }: Part): boolean {
  const same = one.part.size === part.size;
  return one.group !== group && one.part.isSubsetOf(part) && (!same || group < one.group);
}

/** Every way to choose some of them, none first. */
function choicesOf(parts: readonly Part[]): readonly (readonly Part[])[] {
  const choices: (readonly Part[])[] = [[]];
  for (const part of parts) for (const choice of [...choices]) choices.push([...choice, part]);
  return choices;
}

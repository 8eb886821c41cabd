import { intersection, type TerritorySet } from '../territory-set.ts';
import type { License, LicenseParty, Term, Use } from './license.ts';

/** Two licenses that cannot both be kept, or of which somebody has to look whether they can. */
export type Conflict = {
  /**
   * `both-exclusive`: one licensor gave the same to two. `one-exclusive`: what is exclusive to one was given to another
   * as well. `passed-on`: one licensor is the licensee of the other, and may be allowed to. `other-licensor`: two
   * owners, each of whom may have given only a share of their own.
   */
  readonly kind: 'both-exclusive' | 'one-exclusive' | 'passed-on' | 'other-licensor';
  readonly first: License;
  readonly second: License;
  /** Where, for what and when they meet. */
  readonly territories: TerritorySet;
  readonly uses: readonly Use[];
  readonly term: Term;
};

/**
 * Every license of the same asset that this one meets: in a country, a use and a day that both grant, to two different
 * licensees, at least one of them exclusively. It is no conflict with itself, by its id.
 */
export function findConflicts(license: License, others: readonly License[]): readonly Conflict[] {
  return others.flatMap((other) => {
    const { kind, id } = license.asset;
    if (other.id === license.id || other.asset.kind !== kind || other.asset.id !== id) return [];
    if (!(license.exclusive || other.exclusive) || sameParty(license.licensee, other.licensee)) return [];
    const territories = intersection(other.territories, license.territories);
    const uses = other.uses.filter((use) => license.uses.includes(use));
    const term = commonTerm(other.term, license.term);
    if (territories.length === 0 || uses.length === 0 || term === null) return [];
    return [{ kind: kindOf(other, license), first: other, second: license, territories, uses, term }];
  });
}

function kindOf(first: License, second: License): Conflict['kind'] {
  if (sameParty(first.licensor, second.licensor)) {
    return first.exclusive && second.exclusive ? 'both-exclusive' : 'one-exclusive';
  }
  const passedOn = sameParty(first.licensee, second.licensor) || sameParty(second.licensee, first.licensor);
  return passedOn ? 'passed-on' : 'other-licensor';
}

/** Two people of the books are told apart by who they are; somebody from outside only has a name. */
export function sameParty(a: LicenseParty, b: LicenseParty): boolean {
  if (a.person !== null && b.person !== null) return a.person === b.person;
  return folded(a.name) === folded(b.name);
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase().replace(/\s+/gu, ' ').trim();
}

function commonTerm(a: Term, b: Term): Term | null {
  const from = a.from > b.from ? a.from : b.from;
  const ends = [a.to, b.to].filter((end) => end !== null).sort();
  const to = ends[0] ?? null;
  return to !== null && to < from ? null : { from, to };
}

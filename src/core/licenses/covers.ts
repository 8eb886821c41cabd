import type { Day } from '../day.ts';
import { contains, difference, type TerritorySet } from '../territory-set.ts';
import { countsUse } from './caps.ts';
import {
  type Cap,
  type CapUnit,
  type LicenseDraft,
  type LicensePart,
  missing,
  type PermissionNote,
  type Term,
  type Use,
} from './license.ts';

/** What somebody wants to do, where and when; with how much has been made already, as far as it is known. */
export type Intent = {
  /** Not empty. */
  readonly territories: TerritorySet;
  readonly use: Use;
  readonly date: Day;
  readonly counts?: { readonly [U in CapUnit]?: number };
};

/** The answer, with the clause that decides it and what in it does. */
export type Coverage = { readonly answer: 'yes' } | No | CannotSay;

type No = { readonly answer: 'no' } & (
  | { readonly clause: 'territories'; readonly outside: TerritorySet }
  | { readonly clause: 'term'; readonly term: Term; readonly side: 'before' | 'after' }
  | { readonly clause: 'uses'; readonly uses: readonly Use[] }
  | { readonly clause: 'caps'; readonly cap: Cap }
);

type CannotSay = { readonly answer: 'cannot say' } & (
  | { readonly clause: 'note' }
  | { readonly clause: LicensePart; readonly why: 'missing' }
  | { readonly clause: 'uses'; readonly why: 'near'; readonly near: readonly Use[] }
  | { readonly clause: 'caps'; readonly why: 'uncounted'; readonly cap: Cap }
);

/** Uses that some contracts and laws take for one another. To name one may or may not grant the other. */
const NEAR: { readonly [U in Use]?: readonly Use[] } = {
  mechanical: ['reproduction', 'distribution'],
  reproduction: ['mechanical'],
  distribution: ['mechanical'],
  publicPerformance: ['communication'],
  communication: ['publicPerformance', 'broadcasting', 'makingAvailable'],
  broadcasting: ['communication'],
  makingAvailable: ['communication'],
};

/**
 * Whether this permission covers that use, there, on that day.
 *
 * A clause that is known and excludes it says no, whatever else is missing. Otherwise everything has to be there for a
 * yes: while a part is missing, a limit is not counted, or only a neighboring use is named, nothing can be said. Both
 * days of the term are inside; a limit that is reached leaves no more of the uses that its unit counts, and has no say in
 * any other. A note never satisfies.
 *
 * @throws Error for an intent without a territory, which every license would cover
 */
export function covers(permission: LicenseDraft | PermissionNote, intent: Intent): Coverage {
  if (intent.territories.length === 0) throw new Error('It has to be asked somewhere.');
  if (permission.kind === 'note') return { answer: 'cannot say', clause: 'note' };
  return excludes(permission, intent) ?? leavesOpen(permission, intent) ?? { answer: 'yes' };
}

function excludes({ territories, term, uses, caps }: LicenseDraft, intent: Intent): No | null {
  const { date, use, counts = {} } = intent;
  if (territories?.length && !contains(territories, intent.territories)) {
    return { answer: 'no', clause: 'territories', outside: difference(intent.territories, territories) };
  }
  if (term && date < term.from) return { answer: 'no', clause: 'term', term, side: 'before' };
  if (term?.to && date > term.to) return { answer: 'no', clause: 'term', term, side: 'after' };
  if (uses?.length && !uses.includes(use) && near(use, uses).length === 0) {
    return { answer: 'no', clause: 'uses', uses };
  }
  const reached = limitsOn(use, caps).find(({ of, most }) => (counts[of] ?? 0) >= most);
  return reached ? { answer: 'no', clause: 'caps', cap: reached } : null;
}

function leavesOpen(license: LicenseDraft, { use, counts = {} }: Intent): CannotSay | null {
  const [part] = missing(license);
  if (part) return { answer: 'cannot say', clause: part, why: 'missing' };
  const uses = license.uses ?? [];
  if (!uses.includes(use))
    return { answer: 'cannot say', clause: 'uses', why: 'near', near: near(use, uses) };
  const cap = limitsOn(use, license.caps).find(({ of }) => counts[of] === undefined);
  return cap ? { answer: 'cannot say', clause: 'caps', why: 'uncounted', cap } : null;
}

function limitsOn(use: Use, caps: readonly Cap[] | null): readonly Cap[] {
  return (caps ?? []).filter(({ of }) => countsUse(of, use));
}

function near(use: Use, uses: readonly Use[]): readonly Use[] {
  return NEAR[use]?.filter((other) => uses.includes(other)) ?? [];
}

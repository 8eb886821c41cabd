import { type Problem, problem } from '../../problem.ts';
import type { Entry, Seq, StrangeEntry } from '../entry-types.ts';
import type { SealedPart } from '../sealed.ts';
import { applyToSheet } from '../sheet-fold.ts';
import { makeShelf, type SheetShelf } from '../sheet-shelf.ts';
import type { Outside, SheetEntry } from '../sheet-state.ts';
import { type Facts, gatherFact, noFacts, outsideOf } from './facts.ts';

/** An entry of a later version stands here, and nobody knows what it is about. */
const UNKNOWN = -1;

/**
 * The entries of a bundle by subject, followed in order of `seq`. In a bundle of the whole ledger every subject is
 * held whole; else those that the last export names. What is kept grows with subjects, not with entries, but for one
 * number an entry.
 */
export type Chains = {
  readonly isHeld: (subject: string) => boolean;
  readonly numbers: Map<string, number>;
  /** The newest entry so far, by number of the subject. */
  readonly last: (Seq | null)[];
  /** The number of the subject, by `seq`; sparse where entries are not here. */
  readonly subjectAt: number[];
  readonly facts: Facts;
  readonly outside: Outside;
  readonly sheets: SheetShelf;
  /** Entries whose sealed part is not here, and those that an erasure names. */
  readonly missing: Seq[];
  readonly erased: Set<Seq>;
  /** The newest export of the subject of the bundle, or of anything in a whole ledger. */
  lastExport: Entry<'exported'> | null;
};

export function startChains(isHeld: Chains['isHeld'], text: Outside['text']): Chains {
  const facts = noFacts();
  const subjectAt: number[] = [];
  const isHere = (seq: Seq): boolean => (subjectAt[seq] ?? UNKNOWN) !== UNKNOWN;
  return {
    isHeld,
    numbers: new Map(),
    last: [],
    subjectAt,
    facts,
    outside: outsideOf(facts, isHere, { isWhole: isHeld, text }),
    sheets: makeShelf(),
    missing: [],
    erased: new Set(),
    lastExport: null,
  };
}

/** Pass over an entry of a later version. */
export function skipEntry(chains: Chains, seq: Seq): void {
  chains.subjectAt[seq] = UNKNOWN;
}

/** An entry of a type that nobody here knows still has its place in a chain. */
export function followStrange(chains: Chains, entry: StrangeEntry): readonly Problem[] {
  const wrong = checkPrev(chains, entry);
  remember(chains, entry);
  return wrong === null ? [] : [wrong];
}

/**
 * Take the next entry.
 *
 * @returns at most one error, and what cannot be said
 */
export function follow(chains: Chains, entry: Entry, sealed: SealedPart | null): readonly Problem[] {
  const wrong = checkPrev(chains, entry) ?? checkNamed(chains, entry);
  const found = isOfSheet(entry) && chains.isHeld(entry.subject) ? fold(chains, entry, sealed) : [];
  gatherFact(chains.facts, entry, sealed);
  if (entry.type === 'erasure') for (const seq of entry.data.entries) chains.erased.add(seq);
  remember(chains, entry);
  if (wrong === null && found.length === 0) return found;
  const errors = [
    ...(wrong === null ? [] : [wrong]),
    ...found.filter(({ severity }) => severity === 'error'),
  ];
  return [...errors.slice(0, 1), ...found.filter(({ severity }) => severity === 'warning')];
}

function fold(chains: Chains, entry: SheetEntry, sealed: SealedPart | null): readonly Problem[] {
  return applyToSheet(chains.sheets.open(entry.data.sheet), entry, sealed, chains.outside);
}

function isOfSheet(entry: Entry): entry is SheetEntry {
  return /^(?:sheet|message|mark)(?:\.|$)/.test(entry.type);
}

function remember({ numbers, last, subjectAt }: Chains, { subject, seq }: StrangeEntry | Entry): void {
  let number = numbers.get(subject);
  if (number === undefined) {
    number = numbers.size;
    numbers.set(subject, number);
  }
  last[number] = seq;
  subjectAt[seq] = number;
}

export function lastOf({ numbers, last }: Chains, subject: string): Seq | null {
  const number = numbers.get(subject);
  return number === undefined ? null : (last[number] ?? null);
}

/**
 * Whether `seq` may be the newest entry of the subject so far. Where the chain is held, it is exactly that; an entry
 * of a later version may be it, too. Where it is not, it must not contradict what is here.
 */
function mayBeNewest(chains: Chains, subject: string, seq: Seq | null): boolean {
  const known = lastOf(chains, subject);
  if (seq === known) return true;
  if (seq === null || seq < (known ?? -1)) return false;
  const at = chains.subjectAt[seq];
  return at === UNKNOWN || (at === undefined && !chains.isHeld(subject));
}

function checkPrev(chains: Chains, { subject, prev }: StrangeEntry | Entry): Problem | null {
  if (mayBeNewest(chains, subject, prev)) return null;
  const found = String(prev);
  return chains.isHeld(subject)
    ? problem('chain.prev', 'error', { found, expected: String(lastOf(chains, subject)) })
    : problem('chain.between', 'error', { found });
}

function checkNamed(chains: Chains, entry: Entry): Problem | null {
  if (entry.type === 'erasure') return checkErasure(chains, entry);
  return entry.type === 'exported' ? checkExport(chains, entry) : null;
}

function checkErasure(chains: Chains, { seq, subject, data }: Entry<'erasure'>): Problem | null {
  const number = chains.numbers.get(subject);
  const wrong = data.entries.find((named) => {
    if (named >= seq) return true;
    const at = chains.subjectAt[named];
    return at === undefined ? chains.isHeld(subject) : at !== UNKNOWN && at !== number;
  });
  return wrong === undefined ? null : problem('erasure.entry', 'error', { entry: wrong });
}

function checkExport(chains: Chains, { seq, subject, prev, data }: Entry<'exported'>): Problem | null {
  if (data.ends[subject] !== prev) return problem('chain.own', 'error');
  for (const [ended, end] of Object.entries(data.ends)) {
    if (end >= seq || !mayBeNewest(chains, ended, end))
      return problem('chain.end', 'error', { subject: ended });
  }
  return null;
}

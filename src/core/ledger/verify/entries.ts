import { type Problem, problem } from '../../problem.ts';
import { type EntryReading, readEntry } from '../entry.ts';
import type { Seq, Time } from '../entry-types.ts';
import { WHOLE_LEDGER } from '../manifest.ts';
import { readSealed, type SealedPart } from '../sealed.ts';
import { type Chains, follow, followStrange, skipEntry } from './chains.ts';
import { entryName, type Findings } from './findings.ts';

/** One entry on its way through the steps, in order of `seq`. */
export type Arrival = {
  readonly seq: Seq;
  readonly bytes: Uint8Array;
  /** The sealed part that stands with it; null when none is here. */
  readonly sealed: Uint8Array | null;
  /** Where the entry and its sealed part stand, for the report. */
  readonly where: string;
  readonly sealedWhere: string;
  /** What else speaks against the entry; asked last. */
  readonly prove: () => Problem | null;
};

/** What goes along from entry to entry. */
export type Passage = {
  readonly ledger: string;
  /** The verifier key of the bundle, as text. */
  readonly key: string;
  readonly subject: string;
  readonly chains: Chains;
  /** Findings of steps 2, 4 and 5. */
  readonly findings: Findings;
  /** Findings of step 7, which count only when step 4 found nothing. */
  readonly later: Findings;
  before: Time | null;
  count: number;
};

/** Steps 4 and 5 for one entry, the comparison of the key in entry 0, and the entry's part of step 7. */
export function takeEntry(passage: Passage, arrival: Arrival): void {
  passage.count += 1;
  const reading = readEntry(arrival.bytes);
  const wrong = reading.ok
    ? (checkFrame(passage, reading.value, arrival.seq) ?? arrival.prove())
    : reading.problem;
  if (wrong !== null) passage.findings.add(4, arrival.where, wrong);
  else if (reading.ok) placeEntry(passage, arrival, reading.value);
}

function placeEntry(passage: Passage, arrival: Arrival, reading: EntryReading): void {
  const { findings, chains } = passage;
  const { seq, where } = arrival;
  if (reading.kind === 'newer') {
    findings.add(4, where, problem('entry.v', 'warning', { v: reading.v }));
    skipEntry(chains, seq);
    return;
  }
  passage.before = reading.entry.at;
  const sealed = openSealed(passage, arrival, reading.entry.sealed);
  if (arrival.sealed === null && reading.entry.sealed !== undefined) chains.missing.push(seq);
  if (reading.kind === 'strange') {
    findings.add(4, where, problem('entry.type', 'warning', { type: reading.entry.type }));
    report(passage, seq, followStrange(chains, reading.entry));
    return;
  }
  const { entry } = reading;
  if (entry.type === 'ledger.created' && entry.data.key !== passage.key) {
    findings.add(2, where, problem('key.first', 'error'));
  }
  report(passage, seq, follow(chains, entry, sealed));
  const isOfSubject = passage.subject === entry.subject || passage.subject === WHOLE_LEDGER;
  if (entry.type === 'exported' && isOfSubject) chains.lastExport = entry;
}

function report({ later }: Passage, seq: Seq, problems: readonly Problem[]): void {
  for (const found of problems) later.add(7, entryName(seq), found);
}

function checkFrame(passage: Passage, reading: EntryReading, seq: Seq): Problem | null {
  if (reading.kind === 'newer') return null;
  const { entry } = reading;
  if (entry.ledger !== passage.ledger) return problem('entry.ledger', 'error', { ledger: entry.ledger });
  if (entry.seq !== seq) return problem('entry.number', 'error', { seq: entry.seq });
  if (passage.before !== null && entry.at < passage.before) {
    return problem('entry.time', 'error', { at: entry.at, before: passage.before });
  }
  return null;
}

function openSealed(
  { findings }: Passage,
  { sealed, sealedWhere }: Arrival,
  hash: string | undefined,
): SealedPart | null {
  if (sealed === null) return null;
  if (hash === undefined) {
    findings.add(5, sealedWhere, problem('sealed.stray', 'error'));
    return null;
  }
  const part = readSealed(sealed, hash);
  if (part.ok) return part.value;
  findings.add(5, sealedWhere, part.problem);
  return null;
}

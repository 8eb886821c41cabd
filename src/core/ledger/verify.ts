import { type Problem, problem } from '../problem.ts';
import { readBundlePath, textPath } from './bundle-paths.ts';
import { type BundleReader, readWhole } from './bundle-reader.ts';
import { WHOLE_LEDGER } from './manifest.ts';
import { type Grade, gradesOf, standingOf, type VersionStanding } from './sheet-state.ts';
import { type Chains, startChains } from './verify/chains.ts';
import type { Passage } from './verify/entries.ts';
import { checkFiles, type SoundFiles } from './verify/files.ts';
import { type Finding, type Findings, gatherFindings } from './verify/findings.ts';
import { checkHeads, checkKey, type Heads } from './verify/heads.ts';
import { checkNeeded } from './verify/needed.ts';
import { checkHistory, checkOlder, type Kept, type Older, readKept } from './verify/older.ts';
import { findClosing, readSubject } from './verify/subject.ts';
import { readLedger, type Seen } from './verify/whole.ts';

/** `verified`: nothing is wrong, nothing needed is missing. `not verified`: something is wrong. */
export type Verdict = 'verified' | 'not verified' | 'cannot say';

/** A version of a sheet as its entries tell it. */
export type SheetLine = {
  readonly sheet: string;
  readonly version: number;
  readonly state: VersionStanding;
  readonly grades: Readonly<Record<string, Grade | null>>;
};

export type Report = {
  readonly verdict: Verdict;
  readonly failures: readonly Finding[];
  readonly gaps: readonly Finding[];
  readonly notes: readonly Problem[];
  /** By sheet and version; made as they are asked for, since there may be very many. */
  sheets(): Iterable<SheetLine>;
  readonly ledger: string | null;
  readonly subject: string | null;
  /** The verifier key of the bundle, for people to compare. */
  readonly key: string | null;
  /** Entries in the bundle. */
  readonly entries: number;
  /** Entries under the newest checkpoint; null when there is none that holds. */
  readonly size: number | null;
};

export type VerifyRequest = {
  readonly reader: BundleReader;
  /** The key that the caller trusts, as text. */
  readonly pinned?: string | null;
  /** Checkpoints and receipts that the caller kept. */
  readonly older?: readonly Kept[];
};

/** A checkpoint or receipt of another ledger was given: nothing was checked. */
export type WrongLedger = { readonly wrongLedger: { readonly name: string; readonly ledger: string } };

/**
 * Check a bundle in the order of docs/evidence-format.md, "Verifying". All faults are named, the first of each file,
 * entry and receipt.
 *
 * A bundle of the whole ledger is read once, in memory that grows with its subjects and not with its entries.
 *
 * @throws when a file can be read at first and not later
 */
export function verifyBundle({ reader, pinned = null, older = [] }: VerifyRequest): Report | WrongLedger {
  const findings = gatherFindings();
  const files = checkFiles(reader, findings);
  if (files === null) return reportOf(findings, null, null, null, 0);
  const kept = older.map((given) => ({ given, read: readKept(given) }));
  for (const { given, read } of kept) {
    if (read.ok && read.value.checkpoint.origin !== files.manifest.ledger) {
      return { wrongLedger: { name: given.name, ledger: read.value.checkpoint.origin } };
    }
  }
  const key = checkKey(files, pinned, findings);
  const heads = checkHeads(reader, files, key, findings);
  const held = heldSubjects(reader, files, heads);
  const passage = startPassage(reader, files, held.isHeld, findings);
  const readable = kept.flatMap(({ read }) => (read.ok ? [read.value] : []));
  const seen = readEntries(reader, files, heads, passage, readable);
  for (const { given, read } of kept) if (!read.ok) findings.add(6, given.name, read.problem);
  const at = { reader, files, heads, seen, isHeld: held.isHeld, findings };
  checkHistory(at);
  for (const one of readable) checkOlder(one, at);
  const counts = !findings.hasFailed(4) && !hasBrokenEntries(findings);
  if (counts) {
    for (const { step, where, problem: found } of [...passage.later.failures, ...passage.later.gaps]) {
      findings.add(step, where, found);
    }
    if (!held.isClosed) findings.add(7, files.manifest.subject, openEnd(files));
    checkNeeded(files, passage.chains, findings);
  }
  return reportOf(findings, files, heads, counts ? passage.chains : null, passage.count);
}

const openEnd = ({ manifest }: SoundFiles): Problem =>
  problem('chain.open', 'warning', { subject: manifest.subject });

type Held = { readonly isHeld: (subject: string) => boolean; readonly isClosed: boolean };

/** Which subjects are here whole, and whether the bundle itself says so. */
function heldSubjects(reader: BundleReader, files: SoundFiles, heads: Heads): Held {
  const { subject } = files.manifest;
  if (subject === WHOLE_LEDGER) return { isHeld: () => true, isClosed: true };
  const closing = findClosing(reader, files, heads);
  const held = new Set([subject, ...Object.keys(closing?.data.ends ?? {})]);
  return { isHeld: (asked) => held.has(asked), isClosed: closing !== null };
}

function startPassage(
  reader: BundleReader,
  files: SoundFiles,
  isHeld: Held['isHeld'],
  findings: Findings,
): Passage {
  const { ledger, key, subject } = files.manifest;
  const text = (sheet: string, version: number, hash: string): string | null => {
    const path = textPath(sheet, version);
    const isIt = files.sound.has(path) && files.manifest.files[path]?.sha256 === hash;
    return isIt ? readWhole(reader, path).toString('utf8') : null;
  };
  const chains = startChains(isHeld, text);
  return { ledger, key, subject, chains, findings, later: gatherFindings(), before: null, count: 0 };
}

function readEntries(
  reader: BundleReader,
  files: SoundFiles,
  heads: Heads,
  passage: Passage,
  older: readonly Older[],
): Seen | null {
  if (files.manifest.subject !== WHOLE_LEDGER) {
    readSubject(reader, files, heads, passage);
    return null;
  }
  const sizes = new Set([...heads.bySize.keys(), ...older.map(({ checkpoint }) => checkpoint.size)]);
  const seqs = new Set(older.flatMap(({ receipt }) => (receipt === null ? [] : [receipt.proof.index])));
  return readLedger(reader, files, heads, passage, { sizes, seqs });
}

/** An entry whose file is not sound was never looked at, so no chain can be judged without it. */
function hasBrokenEntries({ failures }: Findings): boolean {
  return failures.some(({ step, where }) => {
    const kind = step === 1 ? readBundlePath(where)?.kind : undefined;
    return kind === 'entry' || kind === 'ledger';
  });
}

function reportOf(
  findings: Findings,
  files: SoundFiles | null,
  heads: Heads | null,
  chains: Chains | null,
  entries: number,
): Report {
  const { failures, gaps, notes } = findings;
  const inOrder = (a: Finding, b: Finding): number => a.step - b.step;
  return {
    verdict: failures.length > 0 ? 'not verified' : gaps.length > 0 ? 'cannot say' : 'verified',
    failures: failures.toSorted(inOrder),
    gaps: gaps.toSorted(inOrder),
    notes,
    sheets: () => (chains === null ? [] : linesOf(chains)),
    ledger: files?.manifest.ledger ?? null,
    subject: files?.manifest.subject ?? null,
    key: files?.manifest.key ?? null,
    entries,
    size: heads?.newest?.size ?? null,
  };
}

function* linesOf({ sheets }: Chains): Iterable<SheetLine> {
  for (const sheet of sheets.all()) {
    const versions = [...sheet.versions.values()].sort((a, b) => a.version - b.version);
    for (const version of versions) {
      const [state, grades] = [standingOf(sheet, version), gradesOf(version)];
      yield { sheet: sheet.sheet, version: version.version, state, grades };
    }
  }
}

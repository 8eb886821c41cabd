import { setImmediate as turn } from 'node:timers/promises';
import type { SentCheckpoint } from '../core/ledger/bundle.ts';
import { nextExport, type Row } from '../core/ledger/bundle-contents.ts';
import { isSignedBy, parseCheckpoint } from '../core/ledger/checkpoint.ts';
import { leafHash } from '../core/ledger/hash.ts';
import { parseVerifierKey, type VerifierKey } from '../core/ledger/key.ts';
import { WHOLE_LEDGER } from '../core/ledger/manifest.ts';
import { inclusionProof, type NodeReader, rootAt } from '../core/ledger/tree.ts';
import { growTree } from '../core/ledger/tree-growth.ts';
import { verifyInclusion } from '../core/ledger/tree-proofs.ts';
import { type Chains, startChains } from '../core/ledger/verify/chains.ts';
import { type Passage, takeEntry } from '../core/ledger/verify/entries.ts';
import { entryName, type Finding, type Findings, gatherFindings } from '../core/ledger/verify/findings.ts';
import { must, problem, UserError } from '../core/problem.ts';
import type { Evidence, SignedHead } from './evidence.ts';
import { gather } from './evidence-bundle.ts';
import { findNewestStored, readHeads } from './evidence-checkpoints.ts';
import { fetchNodes } from './evidence-nodes.ts';
import { findLedger, readLedger } from './ledger.ts';
import type { Db } from './tables.ts';

/** What came out when entries were reckoned again from the database. */
export type LedgerCheck = {
  readonly failures: readonly Finding[];
  readonly gaps: readonly Finding[];
  /** Entries that were looked at. */
  readonly entries: number;
  /** Entries in the ledger. */
  readonly size: number;
  /** The newest signed head; null when nothing was signed yet. Later entries stand under no signature. */
  readonly head: SignedHead | null;
  /** Sealed parts that an erasure names, and those that are gone without one. */
  readonly erased: number;
  readonly lost: number;
  /** What the sheets come to; empty when an entry failed, since then no chain can be judged. */
  readonly sheets: Chains['sheets'] | null;
};

/** Between them, others get their turn: a page takes some milliseconds. */
const ROWS_IN_A_PAGE = 200;

/**
 * Check the whole ledger of a team, as it lies in the database: every entry, sealed part, chain, sheet and signed head.
 *
 * Nothing is written, and nothing signed.
 *
 * @throws UserError `evidence.none`
 */
export async function checkLedger(db: Db, evidence: Evidence, team: string): Promise<LedgerCheck> {
  const { size } = await mustFind(db, team);
  const key = keyOf(evidence, team);
  const passage = startPassage(key, WHOLE_LEDGER, () => true);
  const tree = growTree();
  const heads = readHeads(db, team);
  let head = await heads.next();
  for await (const rows of readLedger(db, team, { from: 0, to: size, most: ROWS_IN_A_PAGE })) {
    for (const { seq, text, sealedText } of rows) {
      const bytes = Buffer.from(text, 'utf8');
      const sealed = sealedText === null ? null : Buffer.from(sealedText, 'utf8');
      take(passage, { seq, bytes, sealed }, () => true);
      tree.add(leafHash(bytes));
      for (; head.done !== true && head.value.size === tree.size(); head = await heads.next())
        checkHead(head.value, tree.root(), key, passage.findings);
    }
    await turn();
  }
  if (head.done !== true) {
    addLarger(head.value, size, passage.findings);
    await heads.return(undefined);
  }
  const root = (node: NodeReader) => rootAt(size, node);
  const stored = root(await fetchNodes(db, team, root));
  if (tree.size() !== size) {
    const details = { lines: tree.size(), size };
    passage.findings.add(4, WHOLE_LEDGER, problem('ledger.lines', 'error', details));
  } else if (!tree.root().equals(stored)) {
    passage.findings.add(4, WHOLE_LEDGER, problem('ledger.root', 'error'));
  }
  return summary(passage, size, await findNewestStored(db, team));
}

/**
 * Check what the ledger says about one subject: its chain, those that it relies on, and that each entry is in the tree
 * whose head was signed.
 *
 * @returns undefined when there is no entry about it
 * @throws UserError `evidence.none`, `evidence.damaged`
 */
export async function checkSubject(
  db: Db,
  evidence: Evidence,
  team: string,
  subject: string,
): Promise<LedgerCheck | undefined> {
  const { size } = await mustFind(db, team);
  const rows = (await gather(db, team, subject)).filter(({ entry }) => entry.seq < size);
  const held = heldIn(subject, rows);
  if (held === undefined) return undefined;
  const key = keyOf(evidence, team);
  const passage = startPassage(key, subject, (asked) => held.has(asked));
  const newest = await findNewestStored(db, team);
  const work = (node: NodeReader) => [
    rootAt(size, node),
    ...(newest === null || newest.size > size ? [] : [rootAt(newest.size, node)]),
    ...rows.map(({ entry }) => inclusionProof(entry.seq, size, node)),
  ];
  const node = await fetchNodes(db, team, work);
  const root = rootAt(size, node);
  for (const { entry, bytes, sealed } of rows) {
    const { seq } = entry;
    take(passage, { seq, bytes, sealed }, () =>
      verifyInclusion(leafHash(bytes), seq, size, inclusionProof(seq, size, node), root),
    );
  }
  if (newest !== null && newest.size > size) addLarger(newest, size, passage.findings);
  else if (newest !== null) checkHead(newest, rootAt(newest.size, node), key, passage.findings);
  return summary(passage, size, newest);
}

async function mustFind(db: Db, team: string): Promise<{ readonly size: number }> {
  const ledger = await findLedger(db, team);
  if (ledger === undefined) throw new UserError({ code: 'evidence.none', details: {} });
  return ledger;
}

function keyOf(evidence: Evidence, team: string): VerifierKey {
  return must(parseVerifierKey(evidence.ledgerOf(team).key));
}

function startPassage(key: VerifierKey, subject: string, isHeld: Chains['isHeld']): Passage {
  const chains = startChains(isHeld, () => null);
  const [findings, later] = [gatherFindings(), gatherFindings()];
  return { ledger: key.name, key: key.text, subject, chains, findings, later, before: null, count: 0 };
}

type Stored = {
  readonly seq: number;
  readonly bytes: Buffer | Uint8Array;
  readonly sealed: Uint8Array | null;
};

function take(passage: Passage, { seq, bytes, sealed }: Stored, isInTree: () => boolean): void {
  const where = entryName(seq);
  const prove = () => (isInTree() ? null : problem('proof.wrong', 'error'));
  takeEntry(passage, { seq, bytes, sealed, where, sealedWhere: where, prove });
}

function checkHead({ size, text }: SentCheckpoint, root: Buffer, key: VerifierKey, findings: Findings): void {
  const parsed = parseCheckpoint(Buffer.from(text, 'utf8'));
  const where = headName(size);
  if (!parsed.ok) findings.add(3, where, parsed.problem);
  else if (!isSignedBy(parsed.value, key)) findings.add(3, where, problem('checkpoint.signature', 'error'));
  else if (parsed.value.size !== size || !parsed.value.root.equals(root)) {
    findings.add(6, where, problem('consistency.root', 'error', { size }));
  }
}

/** What is no head has no root to show; that it is none stands among the failures. */
function signedHead({ size, text }: SentCheckpoint): SignedHead | null {
  const read = parseCheckpoint(Buffer.from(text, 'utf8'));
  return read.ok ? { size, text, root: read.value.root.toString('hex') } : null;
}

/** A head over more entries than there are: some were cut off. */
function addLarger({ size }: SentCheckpoint, newest: number, findings: Findings): void {
  findings.add(3, headName(size), problem('checkpoint.larger', 'error', { size, newest }));
}

const headName = (size: number): string => `head ${size}`;

/** The chains that are here whole, as an export of them would name them. */
function heldIn(subject: string, rows: readonly Row[]): ReadonlySet<string> | undefined {
  const next = nextExport(subject, rows, null, null);
  if (next === null) return undefined;
  const { ends } = next.kind === 'append' ? next.data : next.exported.data;
  return new Set([subject, ...Object.keys(ends)]);
}

function summary(passage: Passage, size: number, newest: SentCheckpoint | null): LedgerCheck {
  const { findings, later, chains, count } = passage;
  const counts = !findings.hasFailed(4);
  const missing = chains.missing.filter((seq) => !chains.erased.has(seq)).length;
  return {
    failures: [...findings.failures, ...(counts ? later.failures : [])],
    gaps: [...findings.gaps, ...(counts ? later.gaps : [])],
    entries: count,
    size,
    head: newest === null ? null : signedHead(newest),
    erased: chains.missing.length - missing,
    lost: missing,
    sheets: counts ? chains.sheets : null,
  };
}

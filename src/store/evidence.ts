import type { KeyObject } from 'node:crypto';
import type { SentCheckpoint } from '../core/ledger/bundle.ts';
import type { Row } from '../core/ledger/bundle-contents.ts';
import { type Checkpoint, parseCheckpoint, signCheckpoint } from '../core/ledger/checkpoint.ts';
import { type EntryDraft, makeEntry } from '../core/ledger/entry.ts';
import type { Entry, Seq } from '../core/ledger/entry-types.ts';
import { parseVerifierKey, type VerifierKey, writeVerifierKey } from '../core/ledger/key.ts';
import { writeProof } from '../core/ledger/proof.ts';
import { writeReceipt } from '../core/ledger/receipt.ts';
import { sealPart } from '../core/ledger/sealed.ts';
import { inclusionProof, type NodeReader, rootAt } from '../core/ledger/tree.ts';
import { must, UserError } from '../core/problem.ts';
import { fastenBelt, type HeldLedger } from './evidence-belt.ts';
import { findCheckpoint, findFirstCovering, insertCheckpoint } from './evidence-checkpoints.ts';
import type { Heads } from './evidence-heads.ts';
import { appendLeaves, fetchNodes } from './evidence-nodes.ts';
import {
  beginLedger,
  findChain,
  findNewest,
  findRows,
  holdLedger,
  insertEntries,
  type LedgerRow,
  type NewEntry,
  takeNumbers,
  type Written,
} from './ledger.ts';
import type { Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

/** A signed head, with its root as people compare it: 64 hex digits. */
export type SignedHead = SentCheckpoint & { readonly root: string };

/** The one way to write evidence, and to show that it stands. */
export type Evidence = {
  /**
   * Write entries at the end of the team's ledger, in the caller's transaction, which holds the ledger from here on
   * until it ends. The first time, the ledger is begun.
   *
   * @throws UserError `evidence.*` when the ledger does not go on from what was signed, `json.*` when a sealed part is
   *   too long or no JSON; Error when the entry is not what the format asks for, which is the caller's mistake
   */
  append(transaction: Db, team: string, entries: readonly NewEntry[]): Promise<readonly Entry[]>;
  /** All entries of a subject in order, sealed parts with them. */
  chain(db: Db, team: string, subject: string): Promise<readonly Row[]>;
  /** Single entries in order of their numbers; those that are not there are left out. */
  rows(db: Db, team: string, seqs: readonly Seq[]): Promise<readonly Row[]>;
  /**
   * The signed present head. It is signed once for each size, and kept for ever.
   *
   * Asked inside of a transaction that also writes, nothing of it may leave before that is committed.
   *
   * @throws UserError `evidence.none` when there is no ledger yet; others as `append`
   */
  head(db: Db, team: string): Promise<SignedHead>;
  /**
   * The receipt of an entry as a file, and the head that it shows: the oldest one signed over the entry, or the present
   * one. So a receipt has the same bytes whenever it is made, and a bundle knows which heads went out.
   *
   * @throws UserError `evidence.unknown-entry`; others as `head`
   */
  receipt(db: Db, team: string, seq: Seq): Promise<{ readonly bytes: Buffer; readonly head: SignedHead }>;
  /** Name and verifier key of the team's ledger, also before it has begun. */
  ledgerOf(team: string): { readonly name: string; readonly key: string };
  /** Where the heads are kept: outside of the database, so that a restored backup does not take back what is there. */
  readonly outside: Heads;
};

/** Write one entry, see `Evidence.append`. */
export async function appendOne(
  evidence: Pick<Evidence, 'append'>,
  transaction: Db,
  team: string,
  entry: NewEntry,
): Promise<Entry> {
  const [written] = await evidence.append(transaction, team, [entry]);
  if (written === undefined) throw new Error('An entry was written and did not come back.');
  return written;
}

export type EvidenceMeans = {
  /** Ed25519, private. */
  readonly key: KeyObject;
  /** A ledger is called by this, a slash, and the id of its team. */
  readonly origin: string;
  readonly heads: Heads;
  now(): Date;
  /** That many random bytes, in hex. */
  randomHex(bytes: number): string;
};

const SALT_BYTES = 16;

/** @see docs/evidence-format.md */
export function openEvidence({ key, origin, heads, now, randomHex }: EvidenceMeans): Evidence {
  const keys = new Map<string, VerifierKey>();
  const keyOf = (team: string): VerifierKey => {
    const name = `${origin}/${team}`;
    const known = keys.get(name) ?? must(parseVerifierKey(writeVerifierKey(name, key)));
    keys.set(name, known);
    return known;
  };
  const belt = fastenBelt(heads, keyOf);

  /** Numbers for these entries, and for entry 0 in front of them where the ledger begins with them. */
  async function take(transaction: Db, team: string, entries: readonly NewEntry[]) {
    const at = now().toISOString();
    const { name, text } = keyOf(team);
    const going = await takeNumbers(transaction, team, entries.length, at);
    if (going !== undefined) return { row: going, entries };
    const isFirst = await beginLedger(transaction, team, name);
    const created: NewEntry<'ledger.created'> = {
      type: 'ledger.created',
      subject: 'team',
      data: { key: text },
    };
    const all = isFirst ? [created, ...entries] : entries;
    const row = await takeNumbers(transaction, team, all.length, at);
    if (row === undefined) throw new Error('A ledger was begun, and could not be found.');
    return { row, entries: all };
  }

  async function append(
    transaction: Db,
    team: string,
    wanted: readonly NewEntry[],
  ): Promise<readonly Entry[]> {
    const { row, entries } = await take(transaction, team, wanted);
    const first = row.size - entries.length;
    await belt.firstUse(transaction, { team, origin: row.origin, size: first });
    const subjects = entries.map(({ subject }) => subject);
    const newest = await findNewest(transaction, team, subjects);
    const written = entries.map((entry, index) => {
      const seq = first + index;
      const prev = newest.get(entry.subject) ?? null;
      newest.set(entry.subject, seq);
      return write(entry, { row, seq, prev, newSalt: () => randomHex(SALT_BYTES) });
    });
    await insertEntries(transaction, team, written);
    const leaves = written.map(({ leaf }) => leaf);
    await appendLeaves(transaction, team, first, leaves);
    // Entry 0 is not the caller's.
    return written.slice(entries.length - wanted.length).map(({ entry }) => entry);
  }

  async function hold(transaction: Db, team: string): Promise<HeldLedger> {
    const row = await holdLedger(transaction, team);
    if (row === undefined) throw new UserError({ code: 'evidence.none', details: {} });
    return { team, origin: row.origin, size: row.size };
  }

  async function sign(transaction: Db, held: HeldLedger): Promise<Checkpoint> {
    const { team, origin, size } = held;
    await belt.firstUse(transaction, held);
    const known = await findCheckpoint(transaction, team, size);
    if (known !== null) return known;
    await belt.beforeSigning(transaction, held);
    const root = (node: NodeReader) => rootAt(size, node);
    const top = root(await fetchNodes(transaction, team, root));
    const text = signCheckpoint({ origin, size, root: top }, key);
    await insertCheckpoint(transaction, team, { size, text });
    return must(parseCheckpoint(Buffer.from(text, 'utf8')));
  }

  async function head(db: Db, team: string): Promise<Checkpoint> {
    // What is not committed yet must not be kept outside: it may never come to be.
    if (db.isTransaction) return await sign(db, await hold(db, team));
    return await inTransaction(db, async (transaction) => {
      const held = await hold(transaction, team);
      const signed = await sign(transaction, held);
      await belt.keep(transaction, held, signed);
      return signed;
    });
  }

  /** A head that was signed in a transaction could not be kept outside before that was committed. */
  async function keepLate(db: Db, team: string, signed: Checkpoint): Promise<void> {
    if (db.isTransaction || belt.isKept(signed)) return;
    await inTransaction(db, async (transaction) => {
      await belt.keep(transaction, await hold(transaction, team), signed);
    });
  }

  return {
    append: (db, team, entries) =>
      entries.length === 0
        ? Promise.resolve([])
        : inTransaction(db, (transaction) => append(transaction, team, entries)),
    chain: findChain,
    rows: findRows,
    head: async (db, team) => shown(await head(db, team)),
    async receipt(db, team, seq) {
      const found = await findFirstCovering(db, team, seq);
      if (found !== null) await keepLate(db, team, found);
      const signed = found ?? (await head(db, team));
      const [row] = await findRows(db, team, [seq]);
      if (row === undefined || seq >= signed.size) {
        throw new UserError({ code: 'evidence.unknown-entry', details: { entry: seq, size: signed.size } });
      }
      const path = (node: NodeReader) => inclusionProof(seq, signed.size, node);
      const proof = writeProof(seq, path(await fetchNodes(db, team, path)), signed.text);
      return { bytes: writeReceipt(row.bytes, proof), head: shown(signed) };
    },
    ledgerOf(team) {
      const { name, text } = keyOf(team);
      return { name, key: text };
    },
    outside: heads,
  };
}

type Place = {
  readonly row: LedgerRow;
  readonly seq: Seq;
  readonly prev: Seq | null;
  readonly newSalt: () => string;
};

/** An entry in its place, with its sealed part. */
function write({ type, subject, data, sealed }: NewEntry, { row, seq, prev, newSalt }: Place): Written {
  const part = sealed === undefined ? null : must(sealPart(sealed, newSalt()));
  const seal = part === null ? {} : { sealed: part.hash };
  // The members go together, since they come from one entry.
  const draft = { ledger: row.origin, seq, at: row.lastAt, type, subject, prev, data, ...seal } as EntryDraft;
  const made = makeEntry(draft);
  if (made.ok) return { ...made.value, sealedBytes: part?.bytes ?? null };
  const { code, details } = made.problem;
  throw new Error(`An entry of type ${type} cannot be written: ${code} ${JSON.stringify(details)}`);
}

function shown({ size, text, root }: Checkpoint): SignedHead {
  return { size, text, root: root.toString('hex') };
}

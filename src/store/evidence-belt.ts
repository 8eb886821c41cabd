import { type Checkpoint, isSignedBy, parseCheckpoint } from '../core/ledger/checkpoint.ts';
import type { VerifierKey } from '../core/ledger/key.ts';
import { type NodeReader, rootAt } from '../core/ledger/tree.ts';
import { UserError } from '../core/problem.ts';
import { findNewestCheckpoint } from './evidence-checkpoints.ts';
import type { Heads } from './evidence-heads.ts';
import { fetchNodes } from './evidence-nodes.ts';
import { findRows } from './ledger.ts';
import type { Db } from './tables.ts';

/** A ledger as the transaction that holds its lock found it: `size` entries are stored under the name `origin`. */
export type HeldLedger = { readonly team: string; readonly origin: string; readonly size: number };

/**
 * What keeps us from signing two histories of one ledger: once a backup was restored, a database copied, a key or a
 * name changed, nothing more is written into it.
 */
export type Belt = {
  /** The first time that this process uses a ledger. @throws UserError `evidence.*` */
  firstUse(transaction: Db, ledger: HeldLedger): Promise<void>;
  /** See that the ledger goes on from all that was signed before. @throws UserError `evidence.cut`, `.forked`, `.heads` */
  beforeSigning(transaction: Db, ledger: HeldLedger): Promise<void>;
  /** Whether this head, or a newer one, is known to be kept outside. */
  isKept(head: Pick<Checkpoint, 'origin' | 'size'>): boolean;
  /**
   * Keep a head outside of the database, unless a newer one is there. Only of entries that are committed.
   *
   * @throws UserError as `beforeSigning`: what is kept is never replaced by what does not go on from it
   */
  keep(transaction: Db, ledger: HeldLedger, head: Checkpoint): Promise<void>;
};

/** @param keyOf the name and the key that the ledger of a team must have, as it is set up now */
export function fastenBelt(heads: Heads, keyOf: (team: string) => VerifierKey): Belt {
  const used = new Set<string>();
  const keptSizes = new Map<string, number>();

  async function beforeSigning(transaction: Db, ledger: HeldLedger): Promise<void> {
    const { team } = ledger;
    for (const head of [readKept(heads, keyOf(team)), await findNewestCheckpoint(transaction, team)]) {
      if (head !== null) await checkContinues(transaction, ledger, head);
    }
  }

  const isKept: Belt['isKept'] = ({ origin, size }) => (keptSizes.get(origin) ?? 0) >= size;

  return {
    beforeSigning,
    isKept,
    async firstUse(transaction, ledger) {
      const { team, size } = ledger;
      if (used.has(team)) return;
      await checkName(transaction, ledger, keyOf(team));
      await beforeSigning(transaction, ledger);
      if (size > 0) used.add(team);
    },
    async keep(transaction, ledger, head) {
      if (isKept(head)) return;
      const kept = readKept(heads, keyOf(ledger.team));
      if (kept !== null) await checkContinues(transaction, ledger, kept);
      if (kept === null || kept.size < head.size) heads.write(head.origin, head.text);
      keptSizes.set(head.origin, head.size);
    },
  };
}

function readKept(heads: Heads, key: VerifierKey): Checkpoint | null {
  const bytes = heads.read(key.name);
  if (bytes === null) return null;
  const checkpoint = parseCheckpoint(bytes);
  if (!checkpoint.ok || !isSignedBy(checkpoint.value, key)) {
    throw new UserError({ code: 'evidence.heads', details: {} });
  }
  return checkpoint.value;
}

/** A ledger keeps its name and its key for ever: entry 0 says them. */
async function checkName(transaction: Db, ledger: HeldLedger, key: VerifierKey): Promise<void> {
  if (ledger.origin !== key.name) {
    throw new UserError({
      code: 'evidence.origin-changed',
      details: { ledger: ledger.origin, now: key.name },
    });
  }
  if (ledger.size === 0) return;
  const [first] = await findRows(transaction, ledger.team, [0]);
  if (first?.entry.type !== 'ledger.created') {
    throw new UserError({ code: 'evidence.damaged', details: { entry: 0 } });
  }
  if (first.entry.data.key !== key.text) throw new UserError({ code: 'evidence.key-changed', details: {} });
}

async function checkContinues(transaction: Db, ledger: HeldLedger, head: Checkpoint): Promise<void> {
  const { team, size } = ledger;
  if (head.size > size) {
    throw new UserError({ code: 'evidence.cut', details: { size, signed: head.size } });
  }
  const root = (node: NodeReader) => rootAt(head.size, node);
  if (!root(await fetchNodes(transaction, team, root)).equals(head.root)) {
    throw new UserError({ code: 'evidence.forked', details: { size: head.size } });
  }
}

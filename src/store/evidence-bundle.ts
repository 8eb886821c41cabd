import { type BundleFile, bundleFiles } from '../core/ledger/bundle.ts';
import { filesOf, gatherRows, nextExport, type Row } from '../core/ledger/bundle-contents.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import { consistencyProof, inclusionProof, type NodeReader } from '../core/ledger/tree.ts';
import type { Evidence } from './evidence.ts';
import { findSent } from './evidence-checkpoints.ts';
import { fetchNodes } from './evidence-nodes.ts';
import { readFiles } from './files.ts';
import { findChain, findRows, holdLedger } from './ledger.ts';
import type { Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

export type BundleRequest = {
  readonly subject: string;
  /** `README.txt`. */
  readonly readme: string;
  /** Who takes it out, or null. */
  readonly by: PersonId | null;
};

/**
 * Take out all that is needed to check one subject, as the files of a bundle.
 *
 * That it was taken out is an entry itself, so that nothing can be left out unseen; the entry and the head over it are
 * written together, and neither when nothing is new since the last time.
 *
 * @returns undefined when there is no entry about the subject
 * @throws UserError `evidence.*` as `Evidence.append`
 */
export async function takeOut(
  db: Db,
  evidence: Evidence,
  team: string,
  { subject, readme, by }: BundleRequest,
): Promise<readonly BundleFile[] | undefined> {
  const out = await inTransaction(db, async (transaction) => {
    // Held first, so that no entry comes between what is gathered and the one that closes it.
    await holdLedger(transaction, team);
    const rows = await gather(transaction, team, subject);
    const next = nextExport(subject, rows, null, by);
    if (next === null) return undefined;
    if (next.kind === 'nothing-new') return { rows, closing: next.exported.seq };
    const [closing] = await evidence.append(transaction, team, [
      { type: 'exported', subject, data: next.data },
    ]);
    if (closing === undefined) throw new Error('An entry was appended, and is not there.');
    await evidence.head(transaction, team);
    const [row] = await findRows(transaction, team, [closing.seq]);
    return { rows: row === undefined ? rows : [...rows, row], closing: closing.seq };
  });
  return out === undefined ? undefined : await filesOfBundle(db, evidence, team, { subject, readme, ...out });
}

/** Every row that a bundle of a subject holds, by `seq`. */
export async function gather(db: Db, team: string, subject: string): Promise<readonly Row[]> {
  const steps = gatherRows(subject);
  for (let step = steps.next(); ; ) {
    if (step.done === true) return step.value;
    const rows = [...(await findRows(db, team, step.value.seqs))];
    for (const chain of step.value.subjects) rows.push(...(await findChain(db, team, chain)));
    step = steps.next(rows);
  }
}

type Gathered = {
  readonly subject: string;
  readonly readme: string;
  readonly rows: readonly Row[];
  readonly closing: Seq;
};

async function filesOfBundle(
  db: Db,
  evidence: Evidence,
  team: string,
  { subject, readme, rows, closing }: Gathered,
): Promise<readonly BundleFile[]> {
  // The head over the closing entry was signed with it, so it is the first one there; by now it is also kept outside.
  const { head: newest } = await evidence.receipt(db, team, closing);
  const seqs = rows.map(({ entry }) => entry.seq);
  const older = (await findSent(db, team, seqs)).filter(({ size }) => size < newest.size);
  const node = await fetchNodes(db, team, (reader: NodeReader) => [
    ...seqs.map((seq) => inclusionProof(seq, newest.size, reader)),
    ...older.map(({ size }) => consistencyProof(size, newest.size, reader)),
  ]);
  const files = new Map<string, Uint8Array>();
  for await (const [sha256, bytes] of readFiles(db, team, filesOf(rows))) files.set(sha256, bytes);
  const { name: ledger, key } = evidence.ledgerOf(team);
  return bundleFiles({ ledger, key, subject, rows, newest, older, node, files, readme });
}

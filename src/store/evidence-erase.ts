import type { Row } from '../core/ledger/bundle-contents.ts';
import type { Entry, EntryData, Seq } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import type { Evidence } from './evidence.ts';
import { inPieces } from './evidence-pieces.ts';
import { holdLedger } from './ledger.ts';
import type { Db } from './tables.ts';
import { inTransaction } from './transaction.ts';

export type ErasureRequest = Pick<EntryData['erasure'], 'reason' | 'by'> & {
  /** All of the entries are about this. */
  readonly subject: string;
  readonly entries: readonly Seq[];
  /** Also frozen texts without which the sheet can no longer be proven word for word. */
  readonly alsoNeeded?: true;
};

/**
 * Delete what is personal in entries, and write down that it was deleted. Entries, hashes and proofs stay as they were.
 *
 * The frozen text of a sheet's newest version, and of each completed one, is what the others rely on: it goes only when
 * the caller says so. Who has a receipt keeps the text that came with it.
 *
 * @returns the entry `erasure`
 * @throws UserError `evidence.erase-needed` that names those texts; `evidence.none` when there is no ledger
 */
export async function erase(
  db: Db,
  evidence: Evidence,
  team: string,
  request: ErasureRequest,
): Promise<Entry<'erasure'>> {
  const { subject, reason, by } = request;
  const entries = [...new Set(request.entries)].sort((a, b) => a - b);
  return await inTransaction(db, async (transaction) => {
    // Held first: nobody completes a version while it is looked at.
    if ((await holdLedger(transaction, team)) === undefined) {
      throw new UserError({ code: 'evidence.none', details: {} });
    }
    const chain = await evidence.chain(transaction, team, subject);
    const sealed = new Set(chain.flatMap(({ entry }) => (entry.sealed === undefined ? [] : [entry.seq])));
    const strange = entries.find((seq) => !sealed.has(seq));
    if (strange !== undefined || entries.length === 0) {
      throw new Error(`Entry ${strange} is not about ${subject}, or nothing of it is sealed.`);
    }
    const needed = neededTexts(chain).filter((seq) => entries.includes(seq));
    if (needed.length > 0 && !request.alsoNeeded) {
      throw new UserError({ code: 'evidence.erase-needed', details: { entries: needed.join(', ') } });
    }
    for (const piece of inPieces(entries)) {
      await transaction
        .updateTable('sealed')
        .set({ text: null })
        .where('team_id', '=', team)
        .where('seq', 'in', piece)
        .execute();
    }
    const data = { entries, reason, by };
    const [entry] = await evidence.append(transaction, team, [{ type: 'erasure', subject, data }]);
    return entry as Entry<'erasure'>;
  });
}

/** The entries with the frozen text of the newest version, and of each completed one. */
function neededTexts(chain: readonly Row[]): readonly Seq[] {
  const bySheetVersion = new Map<number, Seq>();
  const completed = new Set<number>();
  for (const { entry } of chain) {
    if (entry.type === 'sheet.version') bySheetVersion.set(entry.data.version, entry.seq);
    if (entry.type === 'sheet.completed') completed.add(entry.data.version);
  }
  const newest = Math.max(...bySheetVersion.keys());
  return [...bySheetVersion].flatMap(([version, seq]) =>
    version === newest || completed.has(version) ? [seq] : [],
  );
}

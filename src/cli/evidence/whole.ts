import { wholeLedgerManifest, writeBundleJson } from '../../core/ledger/bundle.ts';
import { checkpointPath, filePath } from '../../core/ledger/bundle-paths.ts';
import type { Hash } from '../../core/ledger/entry-types.ts';
import type { ListedFile } from '../../core/ledger/manifest.ts';
import type { Evidence, SignedHead } from '../../store/evidence.ts';
import { readCheckpoints } from '../../store/evidence-checkpoints.ts';
import { readFiles } from '../../store/files.ts';
import { readLedger, type StoredEntry } from '../../store/ledger.ts';
import type { Db } from '../../store/tables.ts';
import type { NewFolder } from './new-folder.ts';
import { writeReadme } from './readme.ts';

/** What `bundle.json` can list beside other files. Older ones are proven by the entries themselves. */
const MOST_CHECKPOINTS = 100_000;

/**
 * Write the whole ledger of a team, in memory that does not grow with it.
 *
 * @returns the head that the bundle ends with
 * @throws UserError `evidence.*`; BundleTooLarge
 */
export async function writeWhole(
  db: Db,
  evidence: Evidence,
  team: string,
  folder: NewFolder,
): Promise<SignedHead> {
  const head = await evidence.head(db, team);
  const { name: ledger, key } = evidence.ledgerOf(team);
  const files: Record<string, ListedFile> = {};
  const put = (path: string, bytes: Uint8Array): void => {
    files[path] = folder.write(path, bytes);
  };
  put('README.txt', Buffer.from(writeReadme({ ledger, key, subject: null }), 'utf8'));
  const stored = await writeEntries(db, team, head.size, folder, files);
  await writeCheckpoints(db, team, head, put);
  for await (const [sha256, bytes] of readFiles(db, team, stored)) put(filePath(sha256), bytes);
  const manifest = wholeLedgerManifest({ ledger, key, size: head.size, files });
  // Last, so that what was not written to its end is no bundle.
  folder.write('bundle.json', writeBundleJson(manifest));
  return head;
}

/** @returns the hashes of the files that entries name */
async function writeEntries(
  db: Db,
  team: string,
  size: number,
  folder: NewFolder,
  files: Record<string, ListedFile>,
): Promise<readonly Hash[]> {
  const stored = new Set<Hash>();
  const [entries, sealed] = [folder.open('ledger.jsonl'), folder.open('sealed.jsonl')];
  for await (const rows of readLedger(db, team, { from: 0, to: size })) {
    entries.add(linesOf(rows.map(({ text }) => text)));
    sealed.add(linesOf(rows.map(({ sealedText }) => sealedText ?? '')));
    for (const row of rows) if (row.type === 'file.stored') stored.add(hashIn(row));
  }
  files['ledger.jsonl'] = entries.close();
  files['sealed.jsonl'] = sealed.close();
  return [...stored];
}

async function writeCheckpoints(
  db: Db,
  team: string,
  head: SignedHead,
  put: (path: string, bytes: Uint8Array) => void,
): Promise<void> {
  let left = MOST_CHECKPOINTS;
  for await (const checkpoints of readCheckpoints(db, team, { upTo: head.size })) {
    for (const { size, text } of checkpoints) put(checkpointPath(size), Buffer.from(text, 'utf8'));
    left -= checkpoints.length;
    if (left <= 0) return;
  }
}

function linesOf(texts: readonly string[]): Buffer {
  return Buffer.from(texts.map((text) => `${text}\n`).join(''), 'utf8');
}

function hashIn({ text }: StoredEntry): Hash {
  const { data } = JSON.parse(text) as { readonly data: { readonly sha256: Hash } };
  return data.sha256;
}

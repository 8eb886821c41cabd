import { problem } from '../../problem.ts';
import { type BundleReader, readLines } from '../bundle-reader.ts';
import { MAX_JSON_BYTES } from '../canonical.ts';
import { leafHash } from '../hash.ts';
import { growTree } from '../tree-growth.ts';
import { type Passage, takeEntry } from './entries.ts';
import type { SoundFiles } from './files.ts';
import { entryName } from './findings.ts';
import type { Heads } from './heads.ts';

/** What was seen on the way through a whole ledger. */
export type Seen = {
  /** The root at each size that somebody asked for. */
  readonly roots: ReadonlyMap<number, Buffer>;
  /** The leaf of each entry that somebody asked for. */
  readonly leaves: ReadonlyMap<number, Buffer>;
};

export type Wanted = { readonly sizes: ReadonlySet<number>; readonly seqs: ReadonlySet<number> };

const LEDGER = 'ledger.jsonl';
const SEALED = 'sealed.jsonl';
const ALL_HOLD = (): null => null;

/** Steps 4 and 5 for a bundle of the whole ledger, in one reading and with little in memory. */
export function readLedger(
  reader: BundleReader,
  { manifest, sound }: SoundFiles,
  { newest }: Heads,
  passage: Passage,
  wanted: Wanted,
): Seen {
  const { findings } = passage;
  const roots = new Map<number, Buffer>();
  const leaves = new Map<number, Buffer>();
  if (!Object.hasOwn(manifest.files, LEDGER)) findings.add(4, LEDGER, problem('ledger.missing', 'error'));
  if (!sound.has(LEDGER)) return { roots, leaves };
  const sealedLines = sound.has(SEALED) ? linesOf(reader, SEALED) : null;
  const tree = growTree();
  for (const { line, unended } of readLines(reader.read(LEDGER), MAX_JSON_BYTES)) {
    if (unended !== undefined) {
      const limitBytes = MAX_JSON_BYTES;
      const code =
        unended === 'end'
          ? problem('ledger.line-end', 'error')
          : problem('json.too-long', 'error', { limitBytes });
      findings.add(4, LEDGER, code);
      break;
    }
    const seq = tree.size();
    const where = entryName(seq);
    const sealed = nextSealed(sealedLines);
    takeEntry(passage, { seq, bytes: line, sealed, where, sealedWhere: where, prove: ALL_HOLD });
    const leaf = leafHash(line);
    tree.add(leaf);
    if (wanted.seqs.has(seq)) leaves.set(seq, leaf);
    if (wanted.sizes.has(seq + 1)) roots.set(seq + 1, tree.root());
  }
  closeSealed(sealedLines, tree.size(), passage);
  if (newest === null) return { roots, leaves };
  if (tree.size() !== newest.size) {
    findings.add(4, LEDGER, problem('ledger.lines', 'error', { lines: tree.size(), size: newest.size }));
  } else if (!tree.root().equals(newest.root)) findings.add(4, LEDGER, problem('ledger.root', 'error'));
  return { roots, leaves };
}

/** The sealed parts beside the entries, line for line; an empty line where there is none. */
type SealedLines = { next(): Buffer | null; count(): number; unended(): 'too-long' | 'end' | undefined };

function linesOf(reader: BundleReader, path: string): SealedLines {
  const lines = readLines(reader.read(path), MAX_JSON_BYTES)[Symbol.iterator]();
  let [count, unended]: [number, 'too-long' | 'end' | undefined] = [0, undefined];
  return {
    next() {
      const step = lines.next();
      if (step.done === true) return null;
      count += 1;
      unended ??= step.value.unended;
      return unended !== undefined || step.value.line.length === 0 ? null : step.value.line;
    },
    count: () => count,
    unended: () => unended,
  };
}

const nextSealed = (lines: SealedLines | null): Buffer | null => lines?.next() ?? null;

function closeSealed(lines: SealedLines | null, entries: number, { findings }: Passage): void {
  if (lines === null) return;
  // One more than there may be is as telling as all of them.
  lines.next();
  const count = lines.count();
  const unended = lines.unended();
  if (unended === 'end') findings.add(5, SEALED, problem('ledger.line-end', 'error'));
  else if (unended === 'too-long') {
    findings.add(5, SEALED, problem('json.too-long', 'error', { limitBytes: MAX_JSON_BYTES }));
  } else if (count !== entries)
    findings.add(5, SEALED, problem('sealed.lines', 'error', { lines: count, entries }));
}

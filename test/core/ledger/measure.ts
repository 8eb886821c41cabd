/**
 * Figures for docs/performance.md: `node test/core/ledger/measure.ts [entries]`.
 *
 * P5: checking a whole ledger against reading, writing canonically and hashing the same bytes; memory beside it.
 * P9: an append with its proof in a small and in a large ledger.
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { closeSync, mkdirSync, mkdtempSync, openSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import canonicalize from 'canonicalize';
import { openFolder } from '../../../src/cli/verify/folder.ts';
import { wholeLedgerManifest, writeBundleJson } from '../../../src/core/ledger/bundle.ts';
import type { Row } from '../../../src/core/ledger/bundle-contents.ts';
import { readLines } from '../../../src/core/ledger/bundle-reader.ts';
import { signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { sha256 } from '../../../src/core/ledger/hash.ts';
import { appendLeaf, inclusionProof, rootAt } from '../../../src/core/ledger/tree.ts';
import { growTree } from '../../../src/core/ledger/tree-growth.ts';
import { verifyBundle } from '../../../src/core/ledger/verify.ts';
import { SheetStory, THREE } from './story.ts';
import { TestLedger } from './test-ledger.ts';

/** A ledger that is written out at once and keeps only its right edge. */
class LongLedger extends TestLedger {
  readonly tree = growTree();
  readonly write: (name: string, bytes: Uint8Array) => void;

  constructor(write: (name: string, bytes: Uint8Array) => void) {
    super();
    this.write = write;
    for (const row of this.rows.splice(0)) this.put(row, this.nodes.get('0/0') ?? Buffer.alloc(0), true);
  }

  override put(row: Row, leaf: Buffer, again = false): void {
    // The first entry is written while the base is still being made.
    if (this.tree === undefined) {
      super.put(row, leaf);
      return;
    }
    this.tree.add(leaf);
    this.write('ledger.jsonl', row.bytes);
    this.write('sealed.jsonl', row.sealed ?? Buffer.alloc(0));
    if (!again) this.count(row);
  }
}

function writeLedger(folder: string, entries: number): void {
  const names = ['ledger.jsonl', 'sealed.jsonl'];
  const open = new Map(names.map((name) => [name, openSync(join(folder, name), 'w')]));
  const waiting = new Map<string, Uint8Array[]>(names.map((name) => [name, []]));
  const flush = (name: string): void => {
    writeSync(open.get(name)!, Buffer.concat(waiting.get(name)!));
    waiting.set(name, []);
  };
  const ledger = new LongLedger((name, bytes) => {
    const pieces = waiting.get(name)!;
    pieces.push(bytes, Buffer.from('\n'));
    if (pieces.length > 2000) flush(name);
  });
  const people = new SheetStory(ledger);
  for (const person of ['p_ana', 'p_bo', 'p_chen']) people.link(person);
  for (let sheet = 0; ledger.size < entries; sheet += 1) tellSheet(ledger, people, `s_${sheet}`, entries);
  for (const name of names) {
    flush(name);
    closeSync(open.get(name)!);
  }
  mkdirSync(join(folder, 'checkpoints'));
  const head = { origin: ledger.origin, size: ledger.size, root: ledger.tree.root() };
  writeFileSync(join(folder, `checkpoints/${ledger.size}.txt`), signCheckpoint(head, ledger.privateKey));
  const files = Object.fromEntries(
    [...names, `checkpoints/${ledger.size}.txt`].map((path) => {
      const hash = createHash('sha256');
      let size = 0;
      for (const piece of openFolder(folder).read(path)) {
        hash.update(piece);
        size += piece.length;
      }
      return [path, { size, sha256: hash.digest('hex') }];
    }),
  );
  const manifest = wholeLedgerManifest({ ledger: ledger.origin, key: ledger.key, size: ledger.size, files });
  writeFileSync(join(folder, 'bundle.json'), writeBundleJson(manifest));
}

function tellSheet(ledger: LongLedger, people: SheetStory, name: string, entries: number): void {
  const story = new SheetStory(ledger, name);
  for (const [person, seq] of people.links) story.links.set(person, seq);
  const event = JSON.stringify({
    type: 'reaction_added',
    user: 'U123',
    reaction: 'white_check_mark',
    item: 'x'.repeat(200),
  });
  const steps = [
    () => story.version(1, THREE),
    () => story.post(1),
    ...['p_ana', 'p_bo', 'p_chen'].flatMap((person) => [
      () => marks.push(story.mark(person, 1, {}, { event, emoji: '✅', app: 'splitproof 0.1.0' })),
      () => story.confirm(marks.at(-1)!),
    ]),
    () => story.complete(1, marks),
  ];
  const marks: number[] = [];
  for (const step of steps) if (ledger.size < entries) step();
}

/** Of processor time, since the machine may be shared. */
function seconds(work: () => void): number {
  const start = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

function* pieces(path: string): Iterable<Buffer> {
  for (const piece of openFolder(path.slice(0, path.lastIndexOf('/'))).read(
    path.slice(path.lastIndexOf('/') + 1),
  ))
    yield Buffer.from(piece);
}

/** The base of P5: every line parsed, written canonically, hashed. */
function raw(folder: string): void {
  for (const name of ['ledger.jsonl', 'sealed.jsonl']) {
    for (const { line } of readLines(pieces(join(folder, name)), 2 ** 20)) {
      if (line.length === 0) continue;
      sha256(Buffer.from(canonicalize(JSON.parse(line.toString('utf8'))) ?? ''));
    }
  }
}

/** Check the ledger in a process of its own, so that its memory is its own as well. */
function verifyLedger(folder: string): void {
  const report = verifyBundle({ reader: openFolder(folder) });
  if ('wrongLedger' in report || report.verdict !== 'verified')
    throw new Error('a good ledger does not verify');
}

type Cost = { readonly seconds: number; readonly megabytes: number };

function inChild(what: string, folder: string): Cost {
  const child = spawnSync(process.execPath, [import.meta.filename, what, folder], { encoding: 'utf8' });
  if (child.status !== 0) throw new Error(child.stderr);
  return JSON.parse(child.stdout) as Cost;
}

function measureVerify(entries: number): void {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-measure-'));
  try {
    writeLedger(folder, entries);
    const runs = [1, 2, 3].map(() => {
      const [base, ours] = [inChild('raw', folder), inChild('verify', folder)];
      return { ratio: base.seconds / ours.seconds, base, ours };
    });
    for (const { ratio, base, ours } of runs) {
      console.log(
        `  ${entries} entries: raw ${base.seconds.toFixed(2)} s, ${base.megabytes} MB; verify ${ours.seconds.toFixed(2)} s, ${ours.megabytes} MB; ratio ${ratio.toFixed(2)}`,
      );
    }
    const [, median] = runs.toSorted((a, b) => a.ratio - b.ratio);
    const memory = Math.max(...runs.map(({ ours }) => ours.megabytes));
    console.log(`P5 ${entries} entries: ratio ${median!.ratio.toFixed(2)}, memory at most ${memory} MB`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Append, root and proof in a tree of this size whose nodes are answered from a recipe, as a store would. */
function measureAppend(size: number): number {
  const any = sha256('any');
  const node = (): Buffer => any;
  return seconds(() => {
    for (let round = 0; round < 2000; round += 1) {
      appendLeaf(size + round, any, node);
      rootAt(size + round + 1, node);
      inclusionProof(size + round, size + round + 1, node);
    }
  });
}

const [, , asked = '1000000', where = ''] = process.argv;
if (asked === 'raw' || asked === 'verify') {
  const spent = seconds(() => (asked === 'raw' ? raw(where) : verifyLedger(where)));
  const megabytes = Math.round(process.resourceUsage().maxRSS / 1024);
  console.log(JSON.stringify({ seconds: spent, megabytes } satisfies Cost));
} else {
  const entries = Number(asked);
  for (const count of [10_000, 100_000, entries]) if (count <= entries) measureVerify(count);
  for (const warm of [1000, 1_000_000]) measureAppend(warm);
  const [small, large] = [measureAppend(1000), measureAppend(1_000_000)];
  console.log(
    `P9 append, root and proof: ${(small / 2).toFixed(3)} ms at 10³, ${(large / 2).toFixed(3)} ms at 10⁶, ${(large / small).toFixed(2)} ×`,
  );
}

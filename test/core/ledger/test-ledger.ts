import { createPrivateKey, type KeyObject } from 'node:crypto';
import {
  bundleFiles,
  listFile,
  type SentCheckpoint,
  wholeLedgerManifest,
  writeBundleJson,
} from '../../../src/core/ledger/bundle.ts';
import { filesOf, gatherRows, nextExport, type Row } from '../../../src/core/ledger/bundle-contents.ts';
import { checkpointPath } from '../../../src/core/ledger/bundle-paths.ts';
import { canonicalBytes } from '../../../src/core/ledger/canonical.ts';
import { signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { makeEntry } from '../../../src/core/ledger/entry.ts';
import type { Entry, EntryData, EntryType, Seq } from '../../../src/core/ledger/entry-types.ts';
import { leafHash, sha256Hex } from '../../../src/core/ledger/hash.ts';
import type { JsonObject } from '../../../src/core/ledger/json.ts';
import { writeVerifierKey } from '../../../src/core/ledger/key.ts';
import { writeProof } from '../../../src/core/ledger/proof.ts';
import { writeReceipt } from '../../../src/core/ledger/receipt.ts';
import { sealPart } from '../../../src/core/ledger/sealed.ts';
import { appendLeaf, inclusionProof, rootAt } from '../../../src/core/ledger/tree.ts';
import { must } from '../../../src/core/problem.ts';
import { type Chance, chanceOf } from './chance.ts';

/** Files of a bundle by path. */
export type Folder = Map<string, Uint8Array>;

/** PKCS#8 of the Ed25519 key with this seed of 32 bytes. */
export function privateKey(seed: Uint8Array): KeyObject {
  const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
  return createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
}

type Options = { readonly origin?: string; readonly seed?: number; readonly start?: string };

/** A ledger in memory, kept as a store keeps it: rows, tree nodes, signed heads. It writes only what core lets it. */
export class TestLedger {
  readonly origin: string;
  readonly chance: Chance;
  readonly privateKey: KeyObject;
  readonly key: string;
  readonly rows: Row[] = [];
  readonly heads = new Map<string, Seq>();
  size = 0;
  readonly nodes = new Map<string, Buffer>();
  /** Heads that went out in receipts, with the entries they went out for. */
  readonly sent: { readonly seq: Seq; readonly size: number; readonly text: string }[] = [];
  readonly files = new Map<string, Uint8Array>();
  now: number;

  constructor({ origin = 'splitproof/t_test', seed = 1, start = '2026-11-26T13:00:00.000Z' }: Options = {}) {
    this.origin = origin;
    this.chance = chanceOf(seed);
    this.privateKey = privateKey(this.chance.bytes(32));
    this.key = writeVerifierKey(origin, this.privateKey);
    this.now = Date.parse(start);
    this.append('ledger.created', 'team', { key: this.key });
  }

  node = (level: number, index: number): Buffer => {
    const hash = this.nodes.get(`${level}/${index}`);
    if (hash === undefined) throw new Error(`no node ${level}/${index}`);
    return hash;
  };

  at(): string {
    return new Date(this.now).toISOString();
  }

  tick(milliseconds = 1000): this {
    this.now += milliseconds;
    return this;
  }

  newest(subject: string): Seq | null {
    return this.heads.get(subject) ?? null;
  }

  append<T extends EntryType>(type: T, subject: string, data: EntryData[T], personal?: JsonObject): Seq {
    const sealed = personal === undefined ? null : must(sealPart(personal, this.chance.hex(32)));
    const seq = this.size;
    const frame = { ledger: this.origin, seq, at: this.at(), subject, prev: this.newest(subject) };
    const draft = { ...frame, type, data, ...(sealed === null ? {} : { sealed: sealed.hash }) };
    const { entry, bytes, leaf } = must(makeEntry(draft as Parameters<typeof makeEntry>[0]));
    this.put({ entry, bytes, sealed: sealed?.bytes ?? null }, leaf);
    this.tick(10);
    return seq;
  }

  /** Put a leaf at the end, whatever is in it. */
  put(row: Row, leaf: Buffer): void {
    for (const { level, index, hash } of appendLeaf(this.size, leaf, this.node)) {
      this.nodes.set(`${level}/${index}`, hash);
    }
    this.rows.push(row);
    this.count(row);
  }

  protected count({ entry: { subject, seq } }: Row): void {
    this.heads.set(subject, seq);
    this.size += 1;
  }

  /** Write any JSON at all, as a dishonest operator could. Absent members of a good frame are added. */
  forge(value: JsonObject, part: JsonObject | null = null): Seq {
    const seq = this.size;
    const sealed = part === null ? null : must(sealPart(part, this.chance.hex(32)));
    const subject = typeof value.subject === 'string' ? value.subject : 'team';
    const frame = {
      v: 1,
      ledger: this.origin,
      seq,
      at: this.at(),
      subject,
      prev: this.newest(subject),
      data: {},
    };
    const whole = { ...frame, ...(sealed === null ? {} : { sealed: sealed.hash }), ...value };
    const bytes = must(canonicalBytes(whole));
    this.put({ entry: whole as unknown as Entry, bytes, sealed: sealed?.bytes ?? null }, leafHash(bytes));
    return seq;
  }

  checkpoint(size = this.size): SentCheckpoint {
    const head = { origin: this.origin, size, root: rootAt(size, this.node) };
    return { size, text: signCheckpoint(head, this.privateKey) };
  }

  receipt(seq: Seq, size = this.size): Buffer {
    const { text } = this.checkpoint(size);
    this.sent.push({ seq, size, text });
    const row = this.rows[seq];
    if (row === undefined) throw new Error(`no entry ${seq}`);
    return writeReceipt(row.bytes, writeProof(seq, inclusionProof(seq, size, this.node), text));
  }

  store(bytes: Uint8Array, mediaType = 'application/pdf'): Seq {
    const sha256 = sha256Hex(bytes);
    this.files.set(sha256, bytes);
    const data = { sha256, size: bytes.length, media_type: mediaType };
    return this.append('file.stored', `file/f_${sha256.slice(0, 8)}`, data, { name: 'signed.pdf' });
  }

  /** Delete the sealed parts of these entries of one subject, and say so. */
  erase(subject: string, entries: readonly Seq[]): Seq {
    for (const seq of entries) this.rows[seq] = { ...this.rows[seq]!, sealed: null };
    return this.append('erasure', subject, { entries: [...entries], reason: 'request', by: null });
  }

  gather(subject: string): readonly Row[] {
    const steps = gatherRows(subject);
    let step = steps.next();
    while (step.done !== true) {
      const { subjects, seqs } = step.value;
      step = steps.next(
        this.rows.filter(({ entry }) => subjects.includes(entry.subject) || seqs.includes(entry.seq)),
      );
    }
    return step.value;
  }

  /** The bundle of a subject, with the entry that says that it was taken out. */
  bundle(subject: string, pdf: Uint8Array | null = null): Folder {
    const next = nextExport(subject, this.gather(subject), pdf === null ? null : sha256Hex(pdf), null);
    if (next === null) throw new Error(`nothing about ${subject}`);
    const closing = next.kind === 'append' ? this.append('exported', subject, next.data) : next.exported.seq;
    return this.bundleUpTo(subject, closing + 1);
  }

  bundleUpTo(subject: string, size: number): Folder {
    const rows = this.gather(subject).filter(({ entry }) => entry.seq < size);
    const here = new Set(rows.map(({ entry }) => entry.seq));
    const stored = filesOf(rows).flatMap((sha256): [string, Uint8Array][] => {
      const bytes = this.files.get(sha256);
      return bytes === undefined ? [] : [[sha256, bytes]];
    });
    const older = new Map(this.sent.filter(({ seq }) => here.has(seq)).map((one) => [one.size, one]));
    return folderOf(
      bundleFiles({
        ledger: this.origin,
        key: this.key,
        subject,
        rows,
        newest: this.checkpoint(size),
        older: [...older.values()],
        node: this.node,
        files: new Map(stored),
        readme: 'Evidence of a split sheet.\n',
      }),
    );
  }

  /** The bundle of the whole ledger up to a size. */
  whole(size = this.size): Folder {
    const rows = this.rows.slice(0, size);
    const lines = (one: (row: Row) => Uint8Array): Buffer =>
      Buffer.concat(rows.flatMap((row) => [one(row), Buffer.from('\n')]));
    const folder: Folder = new Map<string, Uint8Array>([
      ['README.txt', Buffer.from('The whole ledger.\n')],
      ['ledger.jsonl', lines(({ bytes }) => bytes)],
      ['sealed.jsonl', lines(({ sealed }) => sealed ?? Buffer.alloc(0))],
    ]);
    for (const { size: older, text } of [...this.sent, this.checkpoint(size)]) {
      if (older <= size) folder.set(checkpointPath(older), Buffer.from(text));
    }
    for (const [sha256, bytes] of this.files) folder.set(`files/${sha256}`, bytes);
    relist(folder, (files) => wholeLedgerManifest({ ledger: this.origin, key: this.key, size, files }));
    return folder;
  }

  entry<T extends EntryType>(seq: Seq): Entry<T> {
    return this.rows[seq]!.entry as Entry<T>;
  }
}

function folderOf(files: readonly { readonly path: string; readonly bytes: Uint8Array }[]): Folder {
  return new Map(files.map(({ path, bytes }) => [path, bytes]));
}

type Manifest = Parameters<typeof writeBundleJson>[0];

/** List the files of a folder anew, as whoever changed one of them would. */
export function relist(folder: Folder, manifest?: (files: Manifest['files']) => Manifest): void {
  const listed = [...folder].filter(([path]) => path !== 'bundle.json' && path !== 'verify.html');
  const files = Object.fromEntries(listed.map(([path, bytes]) => [path, listFile(bytes)]));
  folder.set(
    'bundle.json',
    writeBundleJson(manifest === undefined ? { ...readListing(folder), files } : manifest(files)),
  );
}

export function readListing(folder: Folder): Manifest {
  const text = Buffer.from(folder.get('bundle.json') ?? Buffer.alloc(0)).toString('utf8');
  const { format, ...manifest } = JSON.parse(text) as Manifest & { readonly format: string };
  return manifest;
}

import { canonicalBytes } from '../../../src/core/ledger/canonical.ts';
import { makeEntry } from '../../../src/core/ledger/entry.ts';
import { leafHash } from '../../../src/core/ledger/hash.ts';
import type { JsonObject } from '../../../src/core/ledger/json.ts';
import { sealPart } from '../../../src/core/ledger/sealed.ts';
import type { Kept } from '../../../src/core/ledger/verify/older.ts';
import { must } from '../../../src/core/problem.ts';
import { type Chance, chanceOf } from './chance.ts';
import { type Told, tellStory } from './story.ts';
import { type Folder, relist, TestLedger } from './test-ledger.ts';

/** A true history with its bundles, and what people kept of it. */
export type Scene = {
  readonly told: Told;
  readonly folders: { readonly sheet: Folder; readonly whole: Folder };
  /** Oldest first; the last one covers nearly all. */
  readonly kept: readonly Kept[];
};

export type Tampered = {
  readonly what: string;
  readonly folder: Folder;
  readonly older: readonly Kept[];
};

export function setScene(seed: number): Scene {
  const told = tellStory(seed);
  const folders = { sheet: told.ledger.bundle('sheet/s_night'), whole: told.ledger.whole() };
  const kept = told.receipts.map(({ seq, bytes }) => ({ name: `receipt-${seq}`, bytes }));
  return { told, folders, kept };
}

/** One way to change evidence. Null when this way changes nothing this time. */
type Way = (scene: Scene, chance: Chance) => Tampered | null;

const KEPT = /^(?:entries|sealed|proofs|checkpoints|consistency|texts|files)\/|^(?:ledger|sealed)\.jsonl$/;

function copyOf({ folders }: Scene, chance: Chance): Folder {
  return new Map(chance.below(3) === 0 ? folders.whole : folders.sheet);
}

/** Three of the receipts, the newest always among them. */
function some({ kept }: Scene, chance: Chance): readonly Kept[] {
  return [chance.pick(kept), chance.pick(kept), ...kept.slice(-1)];
}

function evidence(folder: Folder): readonly string[] {
  return [...folder.keys()].filter((path) => KEPT.test(path));
}

function damage(bytes: Uint8Array, chance: Chance): Buffer {
  const changed = Buffer.from(bytes);
  const at = chance.below(changed.length);
  switch (chance.below(6)) {
    case 0:
      return Buffer.concat([changed.subarray(0, at), changed.subarray(at + 1)]);
    case 1:
      return Buffer.concat([changed.subarray(0, at), chance.bytes(1), changed.subarray(at)]);
    case 2:
      return changed.subarray(0, at);
    default:
      changed[at] = (changed[at] ?? 0) ^ (1 << chance.below(8));
      return changed;
  }
}

/** Bits and bytes in any file, and nobody lists it anew. */
const rot: Way = (scene, chance) => {
  const folder = copyOf(scene, chance);
  const path = chance.pick([...folder.keys()]);
  folder.set(path, damage(folder.get(path)!, chance));
  return { what: `rot ${path}`, folder, older: [] };
};

/** The same, and `bundle.json` made to fit. */
const rotAndList: Way = (scene, chance) => {
  const folder = copyOf(scene, chance);
  const path = chance.pick(evidence(folder));
  const before = Buffer.from(folder.get(path)!);
  const after = damage(before, chance);
  if (after.equals(before)) return null;
  folder.set(path, after);
  relist(folder);
  return { what: `rot and list ${path}`, folder, older: [] };
};

/** A value in an entry or a sealed part is another one, in perfect form. */
const edit: Way = (scene, chance) => {
  const folder = new Map(scene.folders.sheet);
  const path = chance.pick([...folder.keys()].filter((name) => /^(?:entries|sealed)\//.test(name)));
  const value = JSON.parse(Buffer.from(folder.get(path)!).toString('utf8')) as JsonObject;
  const part = path.startsWith('entries/') && chance.below(2) === 0 ? 'data' : null;
  const inside = (part === null ? value : (value.data as JsonObject)) satisfies JsonObject;
  const member = chance.pick(Object.keys(inside));
  const edited = { ...inside, [member]: another(inside[member], chance) };
  const bytes = canonicalBytes(part === null ? edited : { ...value, data: edited });
  if (!bytes.ok) return null;
  folder.set(path, bytes.value);
  relist(folder);
  return { what: `edit ${member} in ${path}`, folder, older: [] };
};

function another(value: unknown, chance: Chance): JsonObject[string] {
  if (typeof value === 'number') return value + 1 + chance.below(3);
  if (typeof value === 'string') return chance.pick([`${value}x`, value.slice(1), 'p_eve', null]);
  return chance.pick([null, 0, 'p_eve', [], {}]) === value ? 7 : chance.pick([8, 'p_eve']);
}

/** An entry goes, with everything that belongs to it. */
const dropEntry: Way = (scene, chance) => {
  const folder = new Map(scene.folders.sheet);
  const path = chance.pick([...folder.keys()].filter((name) => name.startsWith('entries/')));
  const digits = path.slice('entries/'.length, -'.json'.length);
  for (const name of [path, `sealed/${digits}.json`, `proofs/${digits}.tlog-proof`]) folder.delete(name);
  relist(folder);
  return { what: `drop entry ${Number(digits)}`, folder, older: [] };
};

/** A file goes: a sealed part, a stored file, a proof, an older head with its proof. */
const dropFile: Way = (scene, chance) => {
  const folder = new Map(scene.folders.sheet);
  const path = chance.pick(
    evidence(folder).filter((name) => /^(?:sealed|files|proofs|checkpoints|consistency)\//.test(name)),
  );
  folder.delete(path);
  const size = /^checkpoints\/(\d+)\.txt$/.exec(path)?.[1];
  const newest = scene.told.ledger.size;
  if (size !== undefined) folder.delete(`consistency/${size}-${newest}.txt`);
  relist(folder);
  // That an older head is gone shows to whoever has it.
  return { what: `drop ${path}`, folder, older: size === undefined ? [] : scene.kept };
};

/** Two files of a kind stand in each other's place; in a whole ledger, two lines. */
const swap: Way = (scene, chance) => {
  const folder = copyOf(scene, chance);
  if (folder.has('ledger.jsonl')) {
    const path = chance.pick(['ledger.jsonl', 'sealed.jsonl']);
    const lines = Buffer.from(folder.get(path)!).toString('utf8').split('\n');
    const [a, b] = [chance.below(lines.length - 1), chance.below(lines.length - 1)];
    if (lines[a] === lines[b]) return null;
    [lines[a], lines[b]] = [lines[b]!, lines[a]!];
    folder.set(path, Buffer.from(lines.join('\n')));
    relist(folder);
    return { what: `swap lines ${a} and ${b} of ${path}`, folder, older: [] };
  }
  const kind = chance.pick(['entries/', 'sealed/', 'proofs/', 'checkpoints/', 'consistency/', 'texts/']);
  const paths = [...folder.keys()].filter((name) => name.startsWith(kind));
  const [a, b] = [chance.pick(paths), chance.pick(paths)];
  if (a === b) return null;
  const [one, two] = [folder.get(a)!, folder.get(b)!];
  folder.set(a, two);
  folder.set(b, one);
  relist(folder);
  return { what: `swap ${a} and ${b}`, folder, older: [] };
};

/**
 * The newest entries go, and an older head that was really signed stands as the newest. A whole ledger is cut within
 * what the receipts cover: nobody can see that something is gone of which nobody ever had a sign.
 */
const cutTail: Way = (scene, chance) => {
  const { ledger, receipts } = scene.told;
  const whole = chance.below(2) === 0;
  const size = 1 + chance.below((whole ? receipts.at(-1)!.size : ledger.size) - 1);
  const folder = whole ? ledger.whole(size) : ledger.bundleUpTo('sheet/s_night', size);
  return {
    what: `cut ${whole ? 'the ledger' : 'the bundle'} at ${size}`,
    folder,
    older: some(scene, chance),
  };
};

/** Whoever has the key writes another history and signs it. People still have their receipts. */
const rewrite: Way = (scene, chance) => {
  const { told } = scene;
  const newest = told.receipts.at(-1)!.size;
  const at = 1 + chance.below(newest - 1);
  const forged = new TestLedger({ seed: 1 });
  const act = chance.pick(['edit', 'leave out', 'put in', 'exchange'] as const);
  const rows = told.ledger.rows.slice(1);
  if (act === 'leave out') rows.splice(at - 1, 1);
  if (act === 'put in') rows.splice(at - 1, 0, rows[chance.below(rows.length)]!);
  if (act === 'exchange') rows.splice(at - 1, 2, ...rows.slice(at - 1, at + 1).reverse());
  const ledger = Object.assign(forged, { privateKey: told.ledger.privateKey, key: told.ledger.key });
  Object.assign(forged, { rows: [], size: 0 });
  forged.heads.clear();
  forged.nodes.clear();
  forged.put(told.ledger.rows[0]!, leafHash(told.ledger.rows[0]!.bytes));
  rows.forEach(({ entry, sealed }, index) => {
    const edited = act === 'edit' && index === at - 1;
    forge(ledger, { entry, sealed, edited }, chance);
  });
  forged.sent.push(...told.ledger.sent.filter(({ size }) => size <= at));
  forged.files.clear();
  for (const [name, bytes] of told.ledger.files) forged.files.set(name, bytes);
  const whole = chance.below(2) === 0;
  const folder = whole ? forged.whole() : forgedBundle(forged);
  return folder && { what: `${act} at ${at}, signed again`, folder, older: some(scene, chance) };
};

type Forged = Pick<TestLedger['rows'][number], 'entry' | 'sealed'> & { readonly edited: boolean };

function forge(ledger: TestLedger, { entry, sealed, edited }: Forged, chance: Chance): void {
  const seq = ledger.size;
  const prev = ledger.newest(entry.subject);
  const part = edited && sealed !== null ? reseal(sealed, chance) : null;
  const at = edited && part === null ? new Date(Date.parse(entry.at) + 1).toISOString() : entry.at;
  const last = ledger.rows.at(-1)?.entry.at ?? at;
  const draft = {
    ...entry,
    seq,
    prev,
    at: at < last ? last : at,
    ...(part === null ? {} : { sealed: part.hash }),
  };
  const { v, ...rest } = draft;
  const written = must(makeEntry(rest as Parameters<typeof makeEntry>[0]));
  ledger.put({ entry: written.entry, bytes: written.bytes, sealed: part?.bytes ?? sealed }, written.leaf);
}

function reseal(sealed: Uint8Array, chance: Chance): { readonly bytes: Buffer; readonly hash: string } {
  const { salt, ...members } = JSON.parse(Buffer.from(sealed).toString('utf8')) as JsonObject;
  return must(sealPart({ ...members, display_name: 'Eve' }, chance.hex(32)));
}

function forgedBundle(ledger: TestLedger): Folder | null {
  const closing = ledger.rows.findLast(({ entry }) => entry.type === 'exported');
  return closing === undefined ? null : ledger.bundleUpTo('sheet/s_night', closing.entry.seq + 1);
}

/** Another key, everywhere. Whoever knows the right one, or has a receipt, sees it. */
const replaceKey: Way = (scene, chance) => {
  const ledger = tellStory(1000 + chance.below(20)).ledger;
  const whole = chance.below(2) === 0;
  const folder = whole ? ledger.whole() : ledger.bundle('sheet/s_night');
  return { what: 'another key', folder, older: some(scene, chance) };
};

/** The bundle is good, and something that was kept is not. */
const damageKept: Way = (scene, chance) => {
  const folder = copyOf(scene, chance);
  const kept = chance.pick(scene.kept);
  const bytes = damage(kept.bytes, chance);
  if (bytes.equals(kept.bytes)) return null;
  return { what: `damaged ${kept.name}`, folder, older: [{ name: kept.name, bytes }] };
};

const WAYS: readonly (readonly [name: string, way: Way, weight: number])[] = [
  ['bits and bytes', rot, 18],
  ['bits and bytes, listed anew', rotAndList, 30],
  ['edits, listed anew', edit, 15],
  ['entries left out', dropEntry, 6],
  ['files left out', dropFile, 6],
  ['swaps', swap, 8],
  ['tail cut', cutTail, 5],
  ['history rewritten and signed', rewrite, 4],
  ['another key', replaceKey, 3],
  ['receipts changed', damageKept, 5],
];

/** Each way as often as its weight. */
const DRAWN = WAYS.flatMap(([kind, way, weight]) => Array<readonly [string, Way]>(weight).fill([kind, way]));

/** One random change that is a change, with the kind of it. */
export function tamper(scene: Scene, seed: number): Tampered & { readonly kind: string } {
  const chance = chanceOf(seed);
  for (;;) {
    const [kind, way] = chance.pick(DRAWN);
    const tampered = way(scene, chance);
    if (tampered !== null) return { ...tampered, kind };
  }
}

import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openStore } from '../../src/store/database.ts';
import { type Evidence, openEvidence } from '../../src/store/evidence.ts';
import { headsInMemory } from '../../src/store/evidence-heads.ts';
import type { NewEntry } from '../../src/store/ledger.ts';
import type { Db } from '../../src/store/tables.ts';
import { measured } from './bench.ts';

export const TEAM = 't_bench';
const GROWN_AT_ONCE = 500;

export type BenchLedger = { readonly db: Db; readonly evidence: Evidence; close(): Promise<void> };

/** A ledger in a SQLite file of its own, durable as everywhere: each commit waits for the disk. */
export async function openLedger(): Promise<BenchLedger> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-bench-'));
  const store = await openStore(`sqlite:${join(folder, 'bench.db')}`, { now: new Date() });
  await store.db.insertInto('team').values({ id: TEAM, created_at: 0 }).execute();
  const evidence = openEvidence({
    key: generateKeyPairSync('ed25519').privateKey,
    origin: 'splitproof',
    heads: headsInMemory(),
    now: () => new Date(),
    randomHex: (bytes) => randomBytes(bytes).toString('hex'),
  });
  return {
    db: store.db,
    evidence,
    async close() {
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** Small entries about many things, until there are `size`. */
export async function growTo(
  { db, evidence }: BenchLedger,
  size: number,
  note: (line: string) => void,
): Promise<void> {
  const found = await db.selectFrom('ledger').select('size').where('team_id', '=', TEAM).executeTakeFirst();
  for (let at = found?.size ?? 1; at < size; at += GROWN_AT_ONCE) {
    const entries = Array.from({ length: Math.min(GROWN_AT_ONCE, size - at) }, (_, index) =>
      small(at + index),
    );
    await evidence.append(db, TEAM, entries);
    if (Math.floor(at / 100_000) < Math.floor((at + GROWN_AT_ONCE) / 100_000)) note(`${at + GROWN_AT_ONCE}`);
  }
  const grown = await db.selectFrom('ledger').select('size').where('team_id', '=', TEAM).executeTakeFirst();
  measured(grown?.size === size, `a ledger of ${grown?.size} entries instead of ${size}`);
}

function small(number: number): NewEntry {
  const subject = `recording/r_${number % 50_000}`;
  return { type: 'code.assigned', subject, data: { code: `USRC1${String(number).padStart(7, '0')}` } };
}

/** What one reaction comes to: one of a hundred sheets, with the platform's event of a usual length. */
export function markOf(number: number): NewEntry<'mark'> {
  const sheet = `s_${number % 100}`;
  const at = new Date(1_790_000_000_000 + number).toISOString();
  const message = `1790000000.${String(number).padStart(6, '0')}`;
  return {
    type: 'mark',
    subject: `sheet/${sheet}`,
    data: {
      sheet,
      version: 1,
      text: '5f'.repeat(32),
      party: 'p_ana',
      mark: 'approve',
      act: 'added',
      method: 'reaction',
      seen: 'live',
      platform_time: at,
      between: null,
      at_message: { platform: 'slack', space: 'T0BENCH', channel: 'C0BENCH', message },
      link: 1,
      delegation: null,
      file: null,
    },
    sealed: {
      account: 'U0BENCH',
      display_name: 'Ana',
      emoji: 'white_check_mark',
      event: JSON.stringify({ type: 'event_callback', event_id: `Ev${number}`, filler: 'x'.repeat(700) }),
    },
  };
}

/** Milliseconds that each piece of work takes, one after the other. */
export async function timesOf(count: number, work: (index: number) => Promise<unknown>): Promise<number[]> {
  const times: number[] = [];
  for (let index = 0; index < count; index += 1) {
    const before = performance.now();
    await work(index);
    times.push(performance.now() - before);
  }
  return times;
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Context, House } from '../../src/bot/command.ts';
import { refreshGaps } from '../../src/catalog/gaps.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { insertItems } from '../../src/store/catalog-items.ts';
import { addWorks } from '../../src/store/catalog-works.ts';
import { openStore } from '../../src/store/database.ts';
import { saveCodes } from '../../src/store/item-codes.ts';
import { translator } from '../../src/text/translate.ts';
import { openRealHouse } from '../support/real-house.ts';
import { measured } from './bench.ts';

const TEAM = 't_bench';
const PIECE = 1000;
const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

export type BenchCatalog = { readonly context: Context; readonly house: House; close(): Promise<void> };

/** Words of titles: some stand in many of them, most in few. */
const COMMON = ['night', 'love', 'day', 'blue', 'city'];
const SYLLABLES = ['ba', 'lo', 'mi', 'ren', 'tas', 'vu', 'kel', 'dor', 'shi', 'na', 'pe', 'zo', 'gra', 'hul'];
const HAN = '夜車末班雨港光愛城夏月河玻璃風雲山海花路';

function wordOf(number: number): string {
  const pick = (at: number) =>
    SYLLABLES[Math.floor(number / SYLLABLES.length ** at) % SYLLABLES.length] ?? '';
  return `${pick(0)}${pick(1)}${pick(2)}`;
}

/** The same for the same number: every fifth has a common word, every tenth is written in Chinese. */
function titleOf(number: number): Pick<RecordingContent, 'title' | 'latin' | 'others'> {
  const scrambled = (number * 7919) % 1_000_003;
  const words = [
    ...(number % 5 === 0 ? [COMMON[scrambled % COMMON.length] ?? ''] : []),
    wordOf(scrambled % 2500),
    wordOf((scrambled * 31) % 2500),
  ];
  const latin = words.join(' ');
  if (number % 10 !== 3) return { title: latin, latin: null, others: [] };
  const han = [0, 1, 2, 3].map((at) => HAN[Math.floor(scrambled / 19 ** at) % HAN.length]).join('');
  return { title: `${han}夜`, latin, others: [] };
}

function contentOf(number: number, versionOf: string | null): RecordingContent {
  return {
    ...titleOf(number),
    versionKind: versionOf === null ? 'original' : 'remix',
    versionTitle: null,
    mainArtist: `${wordOf(number % 400)} ${wordOf((number * 13) % 400)}`,
    performers: [],
    durationMs: number % 20 === 0 ? null : 180_000 + (number % 90) * 1000,
    versionOf,
    samples: number % 3 === 0 ? null : 'none',
    audio: null,
  };
}

/** A catalog of so many recordings, each with its work, most with an ISRC. */
export async function openCatalog(
  count: number,
  url: string | null,
  note: (line: string) => void,
): Promise<BenchCatalog> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-bench-'));
  const now = () => new Date('2026-11-26T12:00:00Z');
  const store = await openStore(url ?? `sqlite:${join(folder, 'bench.db')}`, { now: now() });
  await store.db.insertInto('team').values({ id: TEAM, created_at: 0 }).execute();
  const settings = { ofTeam: async () => ({}), ofAccount: async () => ({}) } as never;
  const real = openRealHouse({ store, commands: [], settings, connections: new Map(), log, now });
  for (let from = 0; from < count; from += PIECE) {
    await fill(real.house, from, Math.min(count, from + PIECE), now());
    if (from > 0 && from % 20_000 === 0) note(`${from} recordings`);
  }
  const asker = { platform: 'console', team: TEAM, space: 'S', channel: 'C', account: 'ana', name: 'ana' };
  const context: Context = {
    ...{ house: real.house, now: now(), locale: 'en', timeZone: 'UTC', t: translator('en', 'UTC') },
    asker: { ...asker, admin: true },
    working: silent,
    download: () => Promise.reject(new Error('Nothing is attached.')),
  };
  return {
    context,
    house: real.house,
    async close() {
      await real.close();
      await store.close();
      rmSync(folder, { recursive: true });
    },
  };
}

const idOf = (kind: 'r' | 'w', number: number) => `${kind}_${String(number).padStart(20, '0')}`;

async function fill(house: House, from: number, to: number, now: Date): Promise<void> {
  const numbers = Array.from({ length: to - from }, (_, index) => from + index);
  const { db } = house;
  const works = numbers.map((number) => ({ id: idOf('w', number), content: titleOf(number) }));
  const recordings = numbers.map((number) => ({
    id: idOf('r', number),
    content: contentOf(number, number % 7 === 0 && number > 0 ? idOf('r', number - 1) : null),
  }));
  await insertItems(db, TEAM, 'work', works, now);
  await insertItems(db, TEAM, 'recording', recordings, now);
  const pairs = numbers.map((number) => ({ recording: idOf('r', number), work: idOf('w', number) }));
  await addWorks(
    db,
    TEAM,
    pairs.filter((_, index) => index % 8 !== 0),
  );
  await saveCodes(
    db,
    TEAM,
    numbers
      .filter((number) => number % 4 !== 0)
      .map((number) => ({
        ...{ scheme: 'isrc', kind: 'recording', how: 'registered', source: null, acceptedFor: null },
        ...{ code: `USRC1${String(1_000_000 + number)}`, item: idOf('r', number), seq: number, since: now },
      })),
  );
  const ids = recordings.map(({ id }) => id);
  await refreshGaps(db, TEAM, { recordings: ids, works: works.map(({ id }) => id) });
  measured(ids.length === to - from, 'a piece of another size');
}

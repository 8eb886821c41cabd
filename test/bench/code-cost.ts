import type { House } from '../../src/bot/command.ts';
import { keepHead } from '../../src/catalog/giving/give-codes.ts';
import { giveIsrcs } from '../../src/catalog/giving/give-isrcs.ts';
import { addSeries } from '../../src/catalog/giving/keep-series.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { insertItems } from '../../src/store/catalog-items.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { bareHouse } from '../support/bare-house.ts';
import { atMost, type Bench, measured, median, percentile, round } from './bench.ts';
import { openLedger, TEAM, timesOf } from './ledger-marks.ts';

const AT_ONCE = 500;
/** Kept free for the codes that are timed. */
const SPARE = 5_000;

/** What it costs to give one recording its code, from the request to the kept head, in a small catalog and in a large one. */
export const codeCost: Bench = {
  name: 'code-cost',
  title: 'One ISRC in a catalog of a thousand and of a hundred thousand recordings (SQLite, durable)',
  async run({ quick, rounds: howMany, note }) {
    const [few, many] = [1_000, quick ? 5_000 : 90_000];
    const [rounds, codes] = [howMany(9, 3), quick ? 20 : 100];
    const [small, large] = [await openCatalog(few, note), await openCatalog(many, note)];
    try {
      const times = { small: [] as number[], large: [] as number[] };
      const ratios: number[] = [];
      let made = 0;
      for (let turn = 0; turn <= rounds; turn += 1) {
        // By turns, so that whatever else the machine does falls on both.
        const ofSmall = await timesOf(codes, (index) => small.give(made + index));
        const ofLarge = await timesOf(codes, (index) => large.give(made + index));
        made += codes;
        // The first round warms up both.
        if (turn === 0) continue;
        times.small.push(...ofSmall);
        times.large.push(...ofLarge);
        ratios.push(median(ofLarge) / median(ofSmall));
      }
      const row = (size: number, one: readonly number[]) => [
        size.toLocaleString('en-US'),
        round(median(one)),
        round(percentile(one, 0.99)),
      ];
      return {
        table: [['codes given before', 'median ms', 'p99 ms'], row(few, times.small), row(many, times.large)],
        promises: [atMost('median of a code in the large catalog against the small', median(ratios), 1.5)],
        notes: [
          `${rounds} rounds of ${codes} codes each, by turns; the head over each is kept before the next`,
        ],
      };
    } finally {
      await Promise.all([small.close(), large.close()]);
    }
  },
};

const CONTENT: RecordingContent = {
  ...{ title: 'Night Bus', latin: null, others: [], versionKind: 'original', versionTitle: null },
  ...{ mainArtist: 'Ana', performers: [], durationMs: 221_000, versionOf: null, samples: null, audio: null },
};

type Catalog = { give(index: number): Promise<void>; close(): Promise<void> };

/** Recordings that have their codes, and some that wait for theirs. */
async function openCatalog(size: number, note: (line: string) => void): Promise<Catalog> {
  const { db, evidence, close } = await openLedger();
  const house = {
    ...bareHouse,
    db,
    evidence,
    now: () => new Date(),
    prefixes: builtInPrefixes,
    newId: () => 'bench',
  } as House;
  const moment = { at: new Date().toISOString(), year: new Date().getUTCFullYear() };
  const wanted = { scheme: 'isrc', name: 'QZAB1', length: null, ranges: null } as const;
  const { series } = await inTransaction(db, (transaction) =>
    addSeries(house, transaction, TEAM, wanted, moment, null),
  );
  const give = async (recordings: readonly string[]) => {
    const order = { recordings, word: null, series: series.id, timeZone: 'UTC', by: null };
    const found = await inTransaction(db, (transaction) => giveIsrcs(house, transaction, TEAM, order));
    measured(
      found.every(({ kind }) => kind === 'given'),
      'a recording without its code',
    );
    await keepHead(house, TEAM);
  };
  const ids = Array.from({ length: size + SPARE }, (_, index) => `r_${index}`);
  for (let at = 0; at < ids.length; at += AT_ONCE) {
    const piece = ids.slice(at, at + AT_ONCE);
    await inTransaction(db, (transaction) =>
      insertItems(
        transaction,
        TEAM,
        'recording',
        piece.map((id) => ({ id, content: CONTENT })),
        new Date(),
      ),
    );
    if (at < size) await give(piece.slice(0, size - at));
    if (at % 10_000 === 0 && at > 0) note(`${at} recordings`);
  }
  return { give: (index) => give([`r_${size + index}`]), close };
}

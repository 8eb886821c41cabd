import { atMost, type Bench, median, percentile, round } from './bench.ts';
import { growTo, markOf, openLedger, TEAM, timesOf } from './ledger-marks.ts';

/** P9: what one mark costs, from its words to the disk, in a small ledger and in a large one. */
export const markCost: Bench = {
  name: 'mark-cost',
  title: 'P9 · one mark in a ledger of a thousand and of a million entries (SQLite, durable)',
  async run({ quick, rounds: howMany, note }) {
    const [few, many] = [1_000, quick ? 20_000 : 1_000_000];
    const [rounds, marks] = [howMany(9, 3), quick ? 50 : 200];
    const [small, large] = [await openLedger(), await openLedger()];
    try {
      await growTo(small, few, note);
      await growTo(large, many, note);
      const times = { small: [] as number[], large: [] as number[] };
      const ratios: number[] = [];
      let made = 0;
      for (let round = 0; round <= rounds; round += 1) {
        const turn = { small: [] as number[], large: [] as number[] };
        // By turns, so that whatever else the machine does falls on both.
        for (const [name, ledger] of [
          ['small', small],
          ['large', large],
        ] as const) {
          const mark = (index: number) => ledger.evidence.append(ledger.db, TEAM, [markOf(made + index)]);
          turn[name] = await timesOf(marks, mark);
        }
        made += marks;
        // The first round warms up both.
        if (round === 0) continue;
        times.small.push(...turn.small);
        times.large.push(...turn.large);
        ratios.push(median(turn.large) / median(turn.small));
      }
      const row = (size: number, one: readonly number[]) => [
        size.toLocaleString('en-US'),
        round(median(one)),
        round(percentile(one, 0.99)),
      ];
      return {
        table: [['entries', 'median ms', 'p99 ms'], row(few, times.small), row(many, times.large)],
        promises: [atMost('median of a mark in the large ledger against the small', median(ratios), 1.5)],
        notes: [`${rounds} rounds of ${marks} marks each, by turns`],
      };
    } finally {
      await Promise.all([small.close(), large.close()]);
    }
  },
};

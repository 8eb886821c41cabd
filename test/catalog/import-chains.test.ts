import { describe, expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/bot/command.ts';
import { askAdd } from '../../src/catalog/add.ts';
import { planFile } from '../../src/catalog/import/plan.ts';
import type { Op, Outcome } from '../../src/catalog/import/plan-types.ts';
import { writeCsv } from '../../src/export/csv.ts';
import { listItems } from '../../src/store/catalog-items.ts';
import { openStore } from '../../src/store/database.ts';
import { plain } from '../../src/text/spans.ts';
import { openPlaces } from '../people/house.ts';
import { OPENED_AT } from '../support/each-database.ts';

async function openAna(): Promise<Context> {
  const store = await openStore('sqlite::memory:', { now: OPENED_AT });
  onTestFinished(() => store.close());
  return openPlaces(store).asking('ana');
}

/** What would become of these rows, and how often a piece of them was kept. */
async function plan(rows: readonly (readonly string[])[], context: Context) {
  const kept: (readonly Op[])[] = [];
  const { outcomes } = await planFile(context, {
    bytes: writeCsv([['Title', 'Version', 'Version of', 'Duration', 'Id'], ...rows]),
    what: null,
    keep: async (_number, ops) => void kept.push(ops),
    progress: () => {},
  });
  return { outcomes, kept: kept.length };
}

const refusals = (outcomes: readonly Outcome[]) =>
  outcomes.flatMap(({ what, line, details }) =>
    what === 'refused' ? [[line, details.map(plain).join(' ')]] : [],
  );

describe('chains of versions in a file', () => {
  it('refuses a chain whose end is refused all at once, in whichever order it stands', async () => {
    const context = await openAna();
    const length = 300;
    // The first line rests on the second one, and so on; the last one has no playing time that anybody could read.
    const rows = Array.from({ length }, (_, n) =>
      n === length - 1 ? [`S${n}`, 'remix', '', 'x'] : [`S${n}`, 'remix', `S${n + 1}`, ''],
    );
    const { outcomes, kept } = await plan([...rows, ['Free', '', '', '']], context);
    expect(refusals(outcomes)).toHaveLength(length);
    expect(refusals(outcomes)[0]).toEqual([2, 'It is a version of line 3, which is refused.']);
    expect(refusals(outcomes).at(-1)).toEqual([
      length + 1,
      expect.stringContaining('“x” is no playing time'),
    ]);
    // Once to see what holds, once more without what does not.
    expect(kept).toBe(2);
  });

  it('sees a circle of any length, and what hangs on it', async () => {
    const context = await openAna();
    const length = 1200;
    const circle = Array.from({ length }, (_, n) => [`S${n}`, 'remix', `S${(n + 1) % length}`, '']);
    const { outcomes } = await plan([...circle, ['Tail', 'remix', 'S7', ''], ['Free', '', '', '']], context);
    const found = refusals(outcomes);
    expect(found).toHaveLength(length + 1);
    expect(found[0]).toEqual([
      2,
      expect.stringMatching(/^S0 cannot be a version of S1, which comes from it\./),
    ]);
    expect(found.at(-1)).toEqual([length + 2, 'It is a version of line 9, which is refused.']);
  });

  it('sees a circle that goes through what is in the catalog already', async () => {
    const context = await openAna();
    for (const title of ['A', 'B', 'C']) {
      await askAdd(
        { what: 'recording', title, ...(title === 'A' ? {} : { of: title === 'B' ? 'A' : 'B' }) },
        context,
      );
    }
    const items = await listItems(context.house.db, context.asker.team, 'recording', { limit: 10 });
    const [a, c] = ['A', 'C'].map((title) => items.find(({ content }) => content.title === title)?.id ?? '');
    const rows = [
      ['New', 'remix', 'B', ''],
      ['A', '', `C [${c}]`, '', a ?? ''],
      ['Newer', 'remix', 'New', ''],
    ];
    const { outcomes } = await plan(rows, context);
    expect(refusals(outcomes)).toEqual([[3, expect.stringContaining('A cannot be a version of')]]);
  });
});

import { expect, it } from 'vitest';
import type { LayerShares, Seq } from '../../../src/core/ledger/entry-types.ts';
import type { SheetLine } from '../../../src/core/ledger/verify.ts';
import { expectSaid, verifyTwice } from './both.ts';
import { SheetStory } from './story.ts';
import { TestLedger } from './test-ledger.ts';

export const PAIR: LayerShares = {
  composition: [
    ['p_ana', '1/2'],
    ['p_bo', '1/2'],
  ],
};

/** A sheet of two with linked accounts, version 1 posted in Slack. */
export function begin(layers: LayerShares = PAIR): SheetStory {
  const story = new SheetStory(new TestLedger({ seed: 11 }), 's_1');
  for (const person of ['p_ana', 'p_bo']) story.link(person);
  story.version(1, layers);
  story.post(1);
  return story;
}

export function agree(story: SheetStory, version = 1): readonly Seq[] {
  return story.parties.map((party) => story.mark(party, version));
}

export function completed(): SheetStory {
  const story = begin();
  story.complete(1, agree(story));
  return story;
}

/** Every version of every sheet, in a ledger that must verify. */
export function told(story: SheetStory): readonly SheetLine[] {
  const report = verifyTwice({ folder: story.ledger.whole() });
  expectSaid(report, {});
  return [...report.sheets()];
}

export const states = (story: SheetStory): readonly string[] =>
  told(story).map(({ version, state }) => `${version} ${state}`);

/** What is done last, from which start, and what is wrong with it: the act gives the entry that is at fault. */
export type Rule = readonly [
  rule: string,
  code: string,
  act: (story: SheetStory) => Seq,
  start?: () => SheetStory,
];

/** The one failure is at the entry that the act returns. */
export function eachWrong(rows: readonly Rule[]): void {
  for (const [rule, code, act, start = begin] of rows) {
    it(`${rule}: ${code}`, () => {
      const story = start();
      const seq = act(story);
      const report = verifyTwice({ folder: story.ledger.whole() });
      expectSaid(report, { failures: [`7 entry ${seq} ${code}`] });
      expect(report.verdict).toBe('not verified');
    });
  }
}

import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newOrSameTree } from '../../src/core/data/new-or-same.ts';
import { walkNewOrSame } from '../../src/core/new-or-same.ts';
import { localized } from './territory/localized.ts';

/** Every row of the rules on when a new code is needed, in their order. */
const cases: readonly (readonly [string, string, string, RegExp])[] = [
  ['an instrumental, a cappella, live take, other performance', 'version.take', 'new', /when-to-assign/],
  ['a remix, another mix, an edit with other content', 'version.remix', 'new', /when-to-assign/],
  ['a clean or radio edit', 'version.clean', 'new', /when-to-assign/],
  ['a beat sold alone and the same beat with a vocal', 'version.beat', 'new', /when-to-assign/],
  ['an immersive mix made from stems', 'immersive.stems', 'new', /immersive audio/],
  ['a mechanical up-mix, down-mix or transcode', 'immersive.machine', 'keep', /immersive audio/],
  ['a remaster with new creative input', 'touched.master.yes', 'new', /when-to-assign/],
  ['a plain remaster', 'touched.master.no', 'depends', /scpp/],
  ['a remaster nobody knows more about', 'touched.master.unsure', 'depends', /cdbaby/],
  ['the same version, a little longer or shorter', 'touched.length', 'disputed', /scpp/],
  ['silence, level, small fades', 'touched.polish', 'depends', /when-not-to-assign/],
  ['another format or codec', 'same.format', 'keep', /when-not-to-assign/],
  ['a compilation, another country, a license', 'same.place', 'keep', /when-not-to-assign/],
  ['a new owner, label or distributor', 'same.owner.yes', 'keep', /assignment_guidelines/],
  ['sold without ever having a code', 'same.owner.no.bought', 'new', /when-to-assign/],
  ['sold without ever having a code, asked the other way', 'other.uncoded.bought', 'new', /when-to-assign/],
  ['a recording of our own without a code', 'other.uncoded.ours', 'new', /assignment_guidelines/],
  ['a music video', 'other.video', 'new', /perpusnas/],
  ['parts of a long work', 'other.part', 'may', /when-to-assign/],
  ['spoken word, field recordings, hidden tracks', 'other.spoken', 'may', /when-to-assign/],
  ['MIDI, artwork, lyrics, a release', 'other.none.thing', 'never', /when-not-to-assign/],
  ['the identifier of a release in DDEX', 'other.none.ddex', 'never', /kb\.ddex/],
];

it.each(cases)('%s (%s) is ruled %s', (_, answers, ruling, source) => {
  const step = walkNewOrSame(answers);
  if (step.kind !== 'verdict') throw new Error(`no verdict at ${answers}`);
  expect(step.verdict.verdict).toBe(ruling);
  expect(step.verdict.sources.map((one) => one.source).join(' ')).toMatch(source);
});

describe('the tree', () => {
  const leaves: string[] = [];
  const walk = (answers: string) => {
    const step = walkNewOrSame(answers);
    if (step.kind === 'verdict') leaves.push(step.answers);
    else for (const choice of step.choices) walk(choice.answers);
  };
  walk('');

  it('calls a remaster in Taiwan what it is, not a reproduction', () => {
    expect(JSON.stringify(newOrSameTree())).not.toContain('重製');
  });

  it('has every verdict within reach, and no case of the rules without a row above', () => {
    const reached = leaves.map((answers) => {
      const step = walkNewOrSame(answers);
      return step.kind === 'verdict' ? step.verdict.id : '';
    });
    expect([...new Set(reached)].sort()).toEqual(
      newOrSameTree()
        .verdicts.map(({ id }) => id)
        .sort(),
    );
    expect(leaves.filter((answers) => !cases.some(([, row]) => row === answers))).toEqual([
      'same.owner.no.ours',
    ]);
  });

  it('fits on buttons: five choices, 75 characters, answers of at most 60', () => {
    for (const { choices } of newOrSameTree().questions) {
      expect(choices.length).toBeLessThanOrEqual(5);
      for (const { label } of choices)
        for (const text of Object.values(label)) expect(text.length, text).toBeLessThanOrEqual(75);
    }
    expect(Math.max(...leaves.map((answers) => answers.length))).toBeLessThanOrEqual(60);
  });

  it('is written in both languages, each verdict with its sources', () => {
    const verdict = z.strictObject({
      id: z.string(),
      verdict: z.enum(['new', 'keep', 'depends', 'disputed', 'may', 'never']),
      answer: localized,
      rule: localized,
      next: localized,
      sources: z
        .array(z.strictObject({ source: z.string().min(5), confidence: z.enum(['high', 'medium', 'low']) }))
        .min(1),
    });
    const choice = z.strictObject({
      key: z.string().regex(/^[a-z]+$/),
      label: localized,
      ask: z.string().optional(),
      verdict: z.string().optional(),
    });
    const question = z.strictObject({ id: z.string(), ask: localized, choices: z.array(choice).min(2) });
    const tree = z.strictObject({
      compiled: z.iso.date(),
      questions: z.array(question),
      verdicts: z.array(verdict),
    });
    expect(z.prettifyError(tree.safeParse(newOrSameTree()).error ?? new z.ZodError([]))).toBe('');
  });
});

it('starts with the first question', () => {
  expect(walkNewOrSame()).toMatchObject({ kind: 'question', answers: '' });
  expect(walkNewOrSame('touched')).toMatchObject({
    kind: 'question',
    answers: 'touched',
    choices: [{ answers: 'touched.master' }, {}, {}],
  });
});

it.each([
  'nonsense',
  'touched.nonsense',
  '.',
  '..',
  'touched.',
  'TOUCHED',
  'touched.master.maybe',
  'x'.repeat(100),
])('an answer the tree does not know (%s) leads back to the question it was given to', (answers) => {
  const step = walkNewOrSame(answers);
  expect(step.kind).toBe('question');
  expect(answers.startsWith(step.answers)).toBe(true);
});

it('ends at a verdict, whatever is written behind it', () => {
  expect(walkNewOrSame('touched.length.more')).toMatchObject({ kind: 'verdict', answers: 'touched.length' });
});

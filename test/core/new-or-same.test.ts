import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { newOrSameTree } from '../../src/core/data/new-or-same.ts';
import { beginningFor, mayGet, mayKeep, walkNewOrSame } from '../../src/core/new-or-same.ts';
import { VERSION_KINDS } from '../../src/core/sheet/content.ts';
import { cases } from './new-or-same-cases.ts';
import { localized } from './territory/localized.ts';

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
    choices: [{ answers: 'touched.master' }, {}, {}, {}],
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

describe('a recording of the catalog', () => {
  it.each([
    ['original', '', false],
    ['instrumental', 'version.take', false],
    ['a-cappella', 'version.take', false],
    ['remix', 'version.remix', false],
    ['live', 'version.take', false],
    ['acoustic', 'version.take', false],
    ['edit', 'version.remix', true],
    ['clean', 'version.clean', false],
    ['sped-up', 'touched.speed', true],
    ['slowed', 'touched.speed', true],
    ['remaster', 'touched.master', true],
    ['immersive', 'immersive', true],
    ['demo', 'version.take', true],
    ['other', '', true],
  ] as const)('that is %s begins at "%s"; asked first: %s', (kind, answers, asks) => {
    expect(beginningFor(kind, false)).toEqual({ answers, asks });
    expect(beginningFor(kind, true)).toEqual({ answers, asks: true });
    expect(walkNewOrSame(answers).answers).toBe(answers);
  });

  it.each([
    ['new', true, false],
    ['keep', false, true],
    ['depends', true, true],
    ['disputed', true, true],
    ['may', true, true],
    ['never', false, false],
  ] as const)('under the ruling %s may get a code: %s, keep one: %s', (ruling, get, keep) => {
    expect([mayGet(ruling), mayKeep(ruling)]).toEqual([get, keep]);
  });

  it('gets its code at once only where every ruling from there says that it is new', () => {
    for (const kind of VERSION_KINDS) {
      const { answers, asks } = beginningFor(kind, false);
      const step = walkNewOrSame(answers);
      if (!asks && kind !== 'original') expect(step).toMatchObject({ verdict: { verdict: 'new' } });
    }
  });
});

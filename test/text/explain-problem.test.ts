import { expect, it } from 'vitest';
import { problem } from '../../src/core/problem.ts';
import { explainProblem } from '../../src/text/explain-problem.ts';

it('says a problem in plain English, without styles', () => {
  const prefix = { prefix: 'RD', listYear: 2025, listMonth: 11, listDay: 4 };
  expect(explainProblem(problem('isrc.prefix-unlisted', 'warning', prefix))).toBe(
    'The shape is right, but prefix RD is not on the list of 4 Nov 2025. Check it for a typing error; new prefixes do appear.',
  );
});

it('says the same problem with other details anew, however many there are', () => {
  for (let position = 1; position <= 12_000; position += 1) {
    const words = explainProblem(problem('isrc.character', 'error', { position, found: '?' }));
    expect(words.startsWith(`Character ${position.toLocaleString('en')} is ?;`)).toBe(true);
  }
});

import { fc, test } from '@fast-check/vitest';
import { expect, it } from 'vitest';
import { explain, newReference, ourFault, refusal, refusalOfFields } from '../../src/bot/refusal.ts';
import { problem } from '../../src/core/problem.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';

const t = translator('en', 'UTC');
const missing = problem('option.missing', 'error', { option: 'title' });
const tooSmall = problem('option.too-small', 'error', { option: 'count', limit: 2 });

it('says a problem in words, with its values', () => {
  expect(plain(explain(tooSmall, t))).toBe('count must be at least 2.');
  expect(plain(explain(tooSmall, translator('zh-Hant', 'UTC')))).toBe('count 不能小於 2。');
});

it('names choices as they stand in menus, in the reader’s language', () => {
  const choices = ['public performance', 'making available on demand'];
  const wrong = problem('option.choice', 'error', { option: 'use', choices });
  expect(plain(explain(wrong, t))).toBe(
    'use must be one of these: public performance / making available on demand.',
  );
  expect(plain(explain(wrong, translator('zh-Hant', 'UTC')))).toContain('公開演出 / 公開傳輸');
});

it('refuses with the problem as the verdict', () => {
  const reply = refusal(missing, t);
  expect(reply).toMatchObject({ tone: 'bad' });
  expect(plain(reply.title)).toBe('title is missing. Add it and send the command again.');
});

it('refuses one field as any other problem, and several with a line for each', () => {
  expect(refusalOfFields([missing], t)).toEqual(refusal(missing, t));
  const several = refusalOfFields([missing, tooSmall], t);
  expect(plain(several.title)).toBe('Not sent: 2 fields need another look');
  expect(several.list?.map(({ tone, text }) => [tone, plain(text)])).toEqual([
    ['bad', plain(explain(missing, t))],
    ['bad', plain(explain(tooSmall, t))],
  ]);
});

it('owns up to a fault of ours, with a reference for the admin', () => {
  const reply = ourFault('k7m2-91', t);
  expect(reply.tone).toBe('bad');
  expect(plain(reply.title)).toBe('Something went wrong on our side, and nothing was changed.');
  expect((reply.text ?? []).map(plain)).toEqual(['Reference k7m2-91; an admin can find it in the log.']);
});

test.prop([fc.array(fc.double({ min: 0, max: 0.999999999, noNaN: true }), { minLength: 6, maxLength: 6 })])(
  'makes references that can be read out over the phone',
  (draws) => {
    const left = [...draws];
    const reference = newReference(() => left.shift()!);
    // No i, l, o, 0 and 1 among the letters: they sound or look alike.
    expect(reference).toMatch(/^[a-hjkmnp-z2-9]\d[a-hjkmnp-z2-9]\d-\d\d$/);
  },
);

it('makes different references of different chance', () => {
  const references = [0, 0.3, 0.6, 0.9].map((draw) => newReference(() => draw));
  expect(new Set(references).size).toBe(4);
});

import { expect, it } from 'vitest';
import type { Layer } from '../../src/core/ledger/entry-types.ts';
import { parseShares } from '../../src/core/shares.ts';
import { explainProblem } from '../../src/text/explain-problem.ts';

const refusal = (text: string, layer: Layer = 'composition') => {
  const parsed = parseShares(text, layer);
  return parsed.ok ? parsed.value : { code: parsed.problem.code, ...parsed.problem.details };
};
const say = (text: string): string => {
  const parsed = parseShares(text, 'composition');
  return parsed.ok ? 'read' : explainProblem(parsed.problem);
};

it.each([
  ['nothing', '', { code: 'share.none' }],
  ['nothing but space', ' \n\t\n ; , - ', { code: 'share.none' }],
  ['too much', 'a'.repeat(20_001), { code: 'share.too-long', length: 20_001, limit: 20_000 }],
  [
    'a control character',
    '@ana 1/2\n@b\u0000o',
    { code: 'share.character', line: 2, position: 3, codePoint: 'U+0000' },
  ],
  ['an escape', 'A\u001b[31m 1/2', { code: 'share.character', position: 2, codePoint: 'U+001B' }],
  ['a direction override', 'An\u202ea 1/2', { code: 'share.character', position: 3, codePoint: 'U+202E' }],
  ['half a character', '\ud83d 1/2', { code: 'share.character', position: 1, codePoint: 'U+D83D' }],
  [
    'an open quotation mark',
    '"Ana Lin 1/2',
    { code: 'share.quote-open', line: 1, position: 1, found: '"Ana Lin 1/2' },
  ],
  ['one after the share', '@ana 1/2 for "Dee', { code: 'share.quote-needed', position: 10, after: 'for' }],
  ['one among roles', '@ana 1/2 composer “lyricist', { code: 'share.quote-open', position: 19 }],
  ['a share without a name', '1/2 composer', { code: 'share.name-missing', position: 1, found: '1/2' }],
  ['a percent without a name', '33,3% @ana', { code: 'share.name-missing', found: '33,3%' }],
  ['a number for a name', '24 1/2', { code: 'share.name-missing', found: '24' }],
  ['an empty name', '"" 1/2', { code: 'share.name-missing', found: '""' }],
  ['a name that cannot be seen', '"\u3164" 1/2', { code: 'share.name-missing' }],
  ['a lonely sign', '@ 1/2', { code: 'share.name-missing', found: '@' }],
  ['a long name', `${'x'.repeat(101)} 1/2`, { code: 'share.name-too-long', length: 101, limit: 100 }],
  [
    'a role that may be the name',
    'Ana Conductor 1/2',
    { code: 'share.name-or-role', name: 'Ana', role: 'Conductor' },
  ],
  [
    'two of them',
    'Ana Lin composer, lyricist 1/2',
    { code: 'share.name-or-role', name: 'Ana Lin', role: 'composer, lyricist' },
  ],
  ['a long handle with a role', '@Ana Lin composer 1/2', { code: 'share.name-or-role', role: 'composer' }],
  ['no share', '@ana composer', { code: 'share.missing', line: 1, position: 1, name: 'ana' }],
  ['no share for one of three', 'a 1/2\nb\nc 1/4', { code: 'share.missing', line: 2, name: 'b' }],
  ['two shares', '@ana 1/2 1/3', { code: 'share.second', position: 10, first: '1/2', found: '1/3' }],
  ['a number in a name', 'Maroon 5 25%', { code: 'share.second', position: 10, first: '5', found: '25%' }],
  ['a mixed number without its sign', '@ana 33 1/3', { code: 'share.second', first: '33', found: '1/3' }],
  [
    'a bare 1',
    '@ana 1',
    { code: 'share.ambiguous', position: 6, found: '1', percent: '1 %', whole: '100 %' },
  ],
  ['a bare 0.5', '@ana 0.5', { code: 'share.ambiguous', found: '0.5', percent: '0.5 %', whole: '50 %' }],
  ['a bare 0,25', '@ana 0,25', { code: 'share.ambiguous', found: '0,25', percent: '0.25 %', whole: '25 %' }],
  ['a bare .333', '@ana .333', { code: 'share.ambiguous', percent: '0.333 %', whole: '33.3 %' }],
  ['a bare 1.00', '@ana 1.00', { code: 'share.ambiguous', percent: '1 %', whole: '100 %' }],
  ['division by zero', '@ana 1/0', { code: 'share.number', found: '1/0' }],
  ['thousands', '@ana 1,000.5', { code: 'share.number', found: '1,000.5' }],
  ['a fraction of a percent', '@ana 1/3%', { code: 'share.fraction-percent', found: '1/3%' }],
  ['nothing of it', '@ana 0%', { code: 'share.range', found: '0%' }],
  ['zero of it', '@ana 0/5', { code: 'share.range' }],
  ['less than nothing', '@ana -5%', { code: 'share.range', found: '-5%' }],
  ['less than nothing, with a minus sign', '@ana −5%', { code: 'share.range', found: '−5%' }],
  ['more than all', '@ana 101', { code: 'share.range', found: '101' }],
  ['more than all in a fraction', '@ana 3/2', { code: 'share.range', found: '3/2' }],
  ['more than all by a hair', '@ana 100.0001%', { code: 'share.range' }],
  ['a denominator above 2^53-1', '@ana 1/9007199254740992', { code: 'share.too-fine' }],
  ['decimals without end', '@ana 33.33333333333333333%', { code: 'share.too-fine' }],
  ['digits without end', `@ana ${'9'.repeat(50)}/${'9'.repeat(50)}`, { code: 'share.number' }],
  [
    'a typing error',
    '@ana 1/2 compsoer',
    { code: 'share.role-unknown', position: 10, found: 'compsoer', near: 'composer' },
  ],
  ['a Chinese one', '@ana 1/2 作由', { code: 'share.role-unknown', near: '作曲' }],
  ['no role at all', '@ana 1/2 xyzzyx', { code: 'share.role-unknown', near: 'none' }],
  ['a member of every object', '@ana 1/2 constructor', { code: 'share.role-unknown' }],
  ['a second mention on the line', '@ana 1/2 @bo 1/2', { code: 'share.stray', position: 10, found: '@bo' }],
  ['a second account on the line', '@ana 1/2 <@U1|bo> 1/2', { code: 'share.stray', found: '<@U1|bo>' }],
  ['a second name on the line', 'Ana 1/2, Bo 1/2', { code: 'share.stray', position: 10, found: 'Bo' }],
  ['a name in the middle', 'Ana <@U1|ana> 1/2', { code: 'share.stray', found: '<@U1|ana>' }],
  ['a stray name', '@ana 1/2 "Cy Ltd" 1/4', { code: 'share.stray', found: '"Cy Ltd"' }],
  [
    '"for" without a name',
    '@ana 1/2 for Ana Ltd',
    { code: 'share.quote-needed', position: 10, after: 'for' },
  ],
  ['"for" twice', '@ana 1/2 for "A" for "B"', { code: 'share.part-twice', position: 18, part: 'for' }],
  [
    'a publisher twice',
    '@ana 1/2 publisher "A" 1/4 publisher "B" 1/4',
    { code: 'share.part-twice', position: 28, part: 'publisher' },
  ],
  ['a publisher without a share', '@ana 1/2 publisher "A"', { code: 'share.publisher-share', name: 'A' }],
  [
    'a publisher with more than there is',
    '@ana 1/2 publisher "A" 3/4',
    { code: 'share.publisher-more', position: 24, found: '3/4', share: '1/2' },
  ],
  ['a publisher with 0.5', '@ana 1/2 publisher "A" 0.5', { code: 'share.ambiguous', position: 24 }],
  [
    'a person twice',
    '@ana 1/2\n@Ana 1/2',
    { code: 'share.twice', line: 2, position: 1, name: 'Ana', first: 1 },
  ],
  [
    'a name twice, spaced and cased otherwise',
    'ANA  Lin 1/2; "ana lin" 1/2',
    { code: 'share.twice', position: 15 },
  ],
  ['an account twice', '<@U1|ana> 1/2\n<@U1|bo> 1/2', { code: 'share.twice', name: 'bo', first: 1 }],
])('refuses %s, and says where', (_what, text, expected) => {
  expect(refusal(text)).toMatchObject(expected);
});

it('takes a publisher in the composition layer alone', () => {
  for (const layer of ['master', 'performer'] as const) {
    expect(refusal('@ana 1/2 publisher "A" 1/4', layer)).toMatchObject({
      code: 'share.publisher-layer',
      layer,
    });
  }
});

it('counts positions as people count characters', () => {
  expect(refusal('👩🏽 <@U1|陳> 1/2')).toMatchObject({ position: 4 });
  expect(refusal('@陳 ⅓ guitr')).toMatchObject({ position: 6 });
});

it('shortens what it quotes', () => {
  const found = refusal(`@ana 1/2 ${'y'.repeat(200)}`);
  expect(found).toMatchObject({ found: `${'y'.repeat(59)}…` });
});

it.each([
  ['@ana 0.5', 'Line 1, character 6: 0.5 could be 0.5 % or 50 %. Type the one you mean.'],
  [
    'Ana Lin composer 1/2',
    'Line 1: is composer a role, or part of the name? Type "Ana Lin" composer or "Ana Lin composer".',
  ],
  [
    '@ana 1/2 compsoer',
    'Line 1, character 10: compsoer is no role that is known here. Did you mean composer?',
  ],
  [
    '@ana 1/2 publisher "Night Music"',
    'Line 1: the share of the publisher Night Music is missing. Add it behind the name, as in publisher "Night Music" 1/4; it counts inside the share of the writer.',
  ],
])('says of %j what to type', (text, sentence) => {
  expect(say(text)).toBe(sentence);
});

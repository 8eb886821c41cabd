import fc from 'fast-check';
import { expect, it } from 'vitest';
import { markOf } from '../../src/core/marks.ts';

const APPROVE = ['✅', '☑', '✔', '👍'];
const DISPUTE = ['❌', '👎', '✖'];
const APPROVE_NAMES = ['white_check_mark', 'ballot_box_with_check', 'heavy_check_mark', '+1', 'thumbsup'];
const DISPUTE_NAMES = ['x', '-1', 'thumbsdown', 'heavy_multiplication_x'];
const SELECTORS = ['', '\ufe0f', '\ufe0e'];
const TONES = ['', '\u{1f3fb}', '\u{1f3fc}', '\u{1f3fd}', '\u{1f3fe}', '\u{1f3ff}'];

const dressed = (character: string): readonly string[] =>
  SELECTORS.flatMap((before) =>
    TONES.flatMap((tone) => SELECTORS.map((after) => character + before + tone + after)),
  );
const toned = (name: string): readonly string[] => [
  name,
  ...[2, 3, 4, 5, 6].map((tone) => `${name}::skin-tone-${tone}`),
];

it.each([
  { mark: 'approve', emoji: [...APPROVE.flatMap(dressed), ...APPROVE_NAMES.flatMap(toned)] },
  { mark: 'dispute', emoji: [...DISPUTE.flatMap(dressed), ...DISPUTE_NAMES.flatMap(toned)] },
] as const)('reads every dress and name of the closed set as $mark', ({ mark, emoji }) => {
  expect(emoji.filter((one) => markOf(one) !== mark)).toEqual([]);
});

it.each([
  [
    'what looks like one of them',
    ['✓', '🗸', '✗', '✘', '❎', '🆗', '👌', '👏', '🙅', '💯', '➕', '❤️', '√', 'v', 'X'],
  ],
  [
    'custom emoji of Discord, whatever they are called',
    ['white_check_mark:123', 'x:9', '+1:1', '✅:1', ':123'],
  ],
  ['names that only Discord has, free for any picture at Slack', ['thumbup', 'thumbdown', 'thumbsup_tone1']],
  ['aliases that a workspace made for itself', ['approved', 'check', 'lgtm', 'white-check-mark', 'plus1']],
  [
    'parts of names and longer names',
    ['white_check', 'white_check_mark2', 'my_x', 'xx', '+11', '1', '-', ''],
  ],
  [
    'skin tones there are none of',
    ['+1::skin-tone-1', '+1::skin-tone-7', '+1::skin-tone-22', '::skin-tone-2', '✅::skin-tone-2'],
  ],
  [
    'other spellings of names',
    ['White_Check_Mark', ':x:', ' x', 'x ', 'x\n', '+1::skin-tone-2::skin-tone-3'],
  ],
  ['several at once', ['✅✅', '✅❌', '👍👎', '👍\u{1f3fb}\u{1f3fb}', '✅\u200d✅']],
  ['dress alone', ['\ufe0f', '\u{1f3fb}', '::skin-tone-2']],
  ['members that every object has', ['constructor', '__proto__', 'toString']],
])('counts nothing else: %s', (_what, emoji) => {
  expect(emoji.filter((one) => markOf(one) !== null)).toEqual([]);
});

it('says nothing of text that merely holds a mark', () => {
  const all = [...APPROVE, ...DISPUTE, ...APPROVE_NAMES, ...DISPUTE_NAMES];
  const around = fc.tuple(
    fc.string({ unit: 'grapheme' }),
    fc.constantFrom(...all),
    fc.string({ minLength: 1 }),
  );
  fc.assert(
    fc.property(around, ([before, emoji, after]) => {
      const text = before + emoji + after;
      fc.pre(!all.includes(text) && !all.flatMap(toned).includes(text));
      expect(markOf(text)).toBeNull();
    }),
    { numRuns: 500 },
  );
});

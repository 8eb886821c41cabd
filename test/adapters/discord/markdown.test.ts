import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cutText, cutWords } from '../../../src/adapters/discord/cut.ts';
import {
  drawBlock,
  drawWords,
  escapeMarkdown,
  readMarkdown,
} from '../../../src/adapters/discord/markdown.ts';
import type { Span } from '../../../src/text/spans.ts';
import { activeParts, shownText } from '../../platforms/discord/markup.ts';

const HOSTILE = [
  '@everyone and @here',
  '<@123456789012345678> <@!1> <@&2> <#3>',
  '[click](https://evil.example) and [again](<https://evil.example>)',
  '# heading\n## smaller\n-# small\n- item\n* item\n+ item\n1. one\n2) two\n> quote\n>>> all',
  '**bold** __under__ ~~struck~~ ||hidden|| *em* _em_',
  '`code` ```block``` ``two``',
  'https://evil.example/a_b_c and discord://x',
  ':smile: <:x:123456789012345678> <a:x:1> <t:1700000000:R> </isrc check:1> <id:browse>',
  '\\*not\\* \\\\ \\`',
  '¯\\_(ツ)_/¯ a*b*c snake_case_name 2*3*4',
  'US-RC1-76-07839 | 33.34% ~ 5',
];

describe('plain words', () => {
  it.each(HOSTILE)('are shown as they are: %j', (text) => {
    expect(shownText(escapeMarkdown(text))).toBe(text);
    expect(activeParts(escapeMarkdown(text))).toEqual([]);
  });

  it('are shown as they are, whatever they are made of', () => {
    const signs = [...'*_~`|<>[]()@#:-+>\\/ .1ab\n'];
    const text = fc.array(fc.constantFrom(...signs, 'https://x.yz', '<@1>', '```', '夜'), { maxLength: 40 });
    fc.assert(
      fc.property(text, (parts) => {
        const plain = parts.join('');
        expect(shownText(drawWords(plain))).toBe(plain);
        expect(activeParts(drawWords(plain))).toEqual([]);
      }),
      { numRuns: 5000 },
    );
  });

  it.each([...'x:.-#<@`*_~|>[]\\/1 \n', 'a:', '://', '1. ', '-# '])(
    'take no longer than they are long: %j',
    (part) => {
      const text = part.repeat(200_000);
      expect(drawWords(text).length).toBeGreaterThanOrEqual(text.length);
    },
  );

  it('lose what would turn the words around them', () => {
    expect(drawWords('a\u202eb\u0007c')).toBe('abc');
  });
});

describe('styled words', () => {
  it.each([
    ['code', [{ text: 'US-RC1', style: 'code' as const }], '`US-RC1`'],
    ['code with a backtick is shown without style', [{ text: 'a`b', style: 'code' as const }], 'a\\`b'],
    [
      'two codes in a row stay two',
      [
        { text: 'a', style: 'code' as const },
        { text: 'b', style: 'code' as const },
      ],
      '`a`\u200b`b`',
    ],
    ['strong', [{ text: 'Night *Bus*', style: 'strong' as const }], '**Night \\*Bus\\***'],
    ['an account', [{ text: 'Ana', account: '42' }], '<@42>'],
    ['an account of another platform is a name', [{ text: 'Ana', account: 'U0ANA' }], 'Ana'],
    ['a link', [{ text: 'ISO [3901]', href: 'https://iso.org/x' }], '[ISO \\[3901\\]](<https://iso.org/x>)'],
    ['an address that is no link', [{ text: 'x', href: 'javascript:alert(1)' }], 'x javascript:alert(1)'],
  ])('%s', (_what, words, drawn) => {
    expect(drawWords(words)).toBe(drawn);
  });

  it('stand out as a whole where they are the title', () => {
    const title = [
      { text: 'Prefix ' },
      { text: 'US-RC1', style: 'code' as const },
      { text: ' holds', style: 'strong' as const },
    ];
    expect(drawWords(title, true)).toBe('**Prefix `US-RC1` holds**');
  });

  it('cannot end a block', () => {
    expect(shownText(drawBlock('a```b @everyone'))).toBe('a`\u200b`\u200b`b @everyone');
    expect(activeParts(drawBlock('```@everyone <@1>'))).toEqual([]);
  });
});

describe('shortening', () => {
  it('never cuts inside a character', () => {
    const families = '👩‍👩‍👧‍👦'.repeat(20);
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 200 }), (limit) => {
        const cut = cutText(families, limit);
        expect(cut.length).toBeLessThanOrEqual(Math.max(limit, 1));
        expect(cut.replaceAll('👩‍👩‍👧‍👦', '')).toMatch(/^…?$/);
      }),
    );
  });

  it('keeps what is drawn below the limit, escapes included', () => {
    const words = [{ text: '*'.repeat(500) }, { text: 'x'.repeat(500), style: 'code' as const }];
    const cut = cutWords(words, 300, (one) => drawWords(one));
    expect(drawWords(cut).length).toBeLessThanOrEqual(300);
    expect(drawWords(cut).length).toBeGreaterThan(290);
    expect(drawWords(cut).endsWith('…')).toBe(true);
  });
});

describe('what was drawn', () => {
  const signs = [...'*_~`|<>[]()@#:-+>\\/ .1ab…', '-# ', 'https://x.yz', '<@1>', '**', '```', '夜'];
  const run = fc.record({
    text: fc.array(fc.constantFrom(...signs), { minLength: 1, maxLength: 8 }).map((parts) => parts.join('')),
    style: fc.constantFrom('plain', 'code', 'strong'),
  });

  it('is read back as the characters it was made of', () => {
    fc.assert(
      fc.property(fc.array(run, { maxLength: 6 }), (runs) => {
        const words = runs.map(({ text, style }): Span => (isStyle(style) ? { text, style } : { text }));
        expect(readMarkdown(drawWords(words))).toBe(runs.map(({ text }) => text).join(''));
      }),
    );
  });

  it('is read back out of small print and blocks too', () => {
    expect(readMarkdown('-# hash `3f9a1b2c…c1d2`\n-# id \\_')).toBe('hash 3f9a1b2c…c1d2\nid _');
    expect(readMarkdown(drawBlock('a_b  c\n\\1'))).toBe('a_b  c\n\\1');
  });
});

function isStyle(style: string): style is 'code' | 'strong' {
  return style !== 'plain';
}

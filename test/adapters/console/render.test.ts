import { fc, test } from '@fast-check/vitest';
import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { drawWords, renderReply } from '../../../src/adapters/console/render.ts';
import { type Button, pressOf, type Reply } from '../../../src/bot/reply.ts';

const pipe = { styled: false };
const terminal = { styled: true };
const ESC = '\u001b';

const button = (label: string): Button => ({ label, press: pressOf('try', 'it') });

const reply: Reply = {
  tone: 'caution',
  title: [{ text: 'Look at ' }, { text: 'US-RC1-76-07839', style: 'code' }],
  facts: [{ label: 'Year', value: [{ text: '76', style: 'strong' }] }],
  list: [{ tone: 'bad', text: 'one' }, { tone: 'plain', text: 'two' }, { text: 'three' }],
  table: { columns: ['Code', 'Says'], rows: [['a', 'b']] },
  text: ['A paragraph.'],
  notices: ['Small print.'],
  buttons: [button('Yes'), button('No')],
};

describe('a reply', () => {
  it('is plain lines in a pipe', () => {
    expect(renderReply(reply, pipe).split('\n')).toEqual([
      '⚠️ Look at US-RC1-76-07839',
      'Year: 76',
      '❌ one',
      'two',
      '• three',
      'Code  Says',
      'a     b',
      'A paragraph.',
      'Small print.',
      '[1] Yes',
      '[2] No',
    ]);
  });

  it('has its styles on a terminal, and ends each of them', () => {
    const lines = renderReply(reply, terminal).split('\n');
    expect(lines[0]).toBe(`⚠️ Look at ${ESC}[36mUS-RC1-76-07839${ESC}[39m`);
    expect(lines[1]).toBe(`Year: ${ESC}[1m76${ESC}[22m`);
    expect(lines[5]).toBe(`${ESC}[1mCode  Says${ESC}[22m`);
    expect(lines[8]).toBe(`${ESC}[2mSmall print.${ESC}[22m`);
  });

  it.each([
    ['good', '✅ x'],
    ['caution', '⚠️ x'],
    ['bad', '❌ x'],
    ['waiting', '⏳ x'],
    ['plain', 'x'],
  ] as const)('with the tone "%s" begins so', (tone, line) => {
    expect(renderReply({ tone, title: 'x' }, pipe)).toBe(line);
  });

  it('says who is meant and where a link leads', () => {
    expect(drawWords([{ text: 'Ana', account: 'U1' }], pipe)).toBe('@Ana');
    expect(drawWords([{ text: 'here', href: 'https://a.example' }], pipe)).toBe('here <https://a.example>');
    expect(drawWords([{ text: 'https://a.example', href: 'https://a.example' }], pipe)).toBe(
      'https://a.example',
    );
  });
});

describe('a table', () => {
  const widthsOf = (
    rows: readonly (readonly string[])[],
    columns = rows[0]!.map((_, index) => `c${index}`),
  ) => renderReply({ tone: 'plain', title: '', table: { columns, rows } }, pipe).split('\n').slice(1);

  it('lines up where characters take two places', () => {
    expect(
      widthsOf([
        ['夜車', '1'],
        ['Night Bus', '2'],
        ['🚌', '3'],
      ]),
    ).toEqual(['c0         c1', '夜車       1', 'Night Bus  2', '🚌         3']);
  });

  it('keeps a cell on one line', () => {
    expect(widthsOf([['a\nb\tc', 'd']])).toEqual(['c0     c1', 'a b c  d']);
  });

  const cell = fc.string({
    unit: fc.constantFrom('a', '夜', '🚌', '\n', '\u001b', '\u202e', 'é', ' '),
    maxLength: 8,
  });
  test.prop([fc.array(fc.tuple(cell, cell), { minLength: 1, maxLength: 5 })])(
    'begins its last column at one place in all rows',
    (rows) => {
      const marked = rows.map(([first]) => [first, '|']);
      const lines = widthsOf(marked, ['x', '|']);
      expect(lines).toHaveLength(marked.length + 1);
      const places = lines.map((line) => stringWidth(line.slice(0, line.lastIndexOf('|'))));
      expect(new Set(places).size).toBe(1);
    },
  );
});

describe('text from a stranger', () => {
  const hostile = `${ESC}[2J${ESC}]8;;https://evil.example\u0007 \u009b31m\u202egpj.exe\r\u0000`;

  it.each([pipe, terminal])('cannot steer the terminal (%o)', (screen) => {
    const words = [{ text: hostile, style: 'code', account: hostile, href: hostile }] as const;
    const everywhere: Reply = {
      tone: 'plain',
      title: words,
      text: [hostile],
      facts: [{ label: hostile, value: words }],
      list: [{ text: words }],
      table: { columns: [hostile], rows: [[words]] },
      notices: [words],
      buttons: [button(hostile)],
    };
    const ours = [`${ESC}[1m`, `${ESC}[2m`, `${ESC}[22m`, `${ESC}[36m`, `${ESC}[39m`];
    const drawn = ours.reduce(
      (text, sequence) => text.replaceAll(sequence, ''),
      renderReply(everywhere, screen),
    );
    expect(drawn).not.toMatch(/(?!\n)\p{Cc}|[\u202a-\u202e]/u);
    expect(drawn).toContain('gpj.exe');
  });

  it('stands apart where it runs the other way', () => {
    expect(drawWords([{ text: 'حافلة' }, { text: ' 3' }], pipe)).toBe('\u2068حافلة\u2069 3');
  });
});

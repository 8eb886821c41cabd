import { describe, expect, it } from 'vitest';
import { renderReply as renderForConsole } from '../../src/adapters/console/render.ts';
import { renderReply as renderForDiscord } from '../../src/adapters/discord/render.ts';
import { renderReply as renderForSlack } from '../../src/adapters/slack/render.ts';
import type { Reply } from '../../src/bot/reply.ts';
import type { Span } from '../../src/text/spans.ts';
import { asJson, asList } from '../platforms/discord/json.ts';

const [MARK, OPEN, CLOSE] = ['\u200f', '\u2068', '\u2069'];
const CODE = 'title:';

const ours = (text: string): Span => ({ text, direction: 'rtl' });
const code = (text: string): Span => ({ text, style: 'code' });

const arabic: Reply = {
  tone: 'bad',
  title: [code(CODE), ours(' ناقص')],
  facts: [
    { label: [ours('الرمز')], value: [code('US-RC1-76-07839')] },
    { label: [ours('ISRC أو ISWC')], value: 'Cy Ltd.' },
  ],
  list: [
    // Typed as one, though put together from three.
    { text: [code('/catalog edit '), code('r_1'), code(' isrc: …')] },
    { tone: 'caution', text: [ours('UPC: '), { text: '12' }] },
    { text: 'EAN تسمي المنتج' },
  ],
  text: [[code('/isrc check'), ours(' ثم\n'), code(CODE), ours(' مرة أخرى')], 'Night Bus'],
  notices: [[ours('IFPI، 2025')]],
  buttons: [{ label: [ours('ISRC')], press: 'isrc:check:' }],
};

const english: Reply = {
  tone: 'bad',
  title: [code(CODE), { text: ' is missing' }],
  facts: [{ label: 'Title', value: 'حافلة' }],
  text: [['Perhaps ', { text: 'حافلة' }, '?'].map((one) => (typeof one === 'string' ? { text: one } : one))],
};

/** Every line that each platform is given, with the signs of its markup taken off. */
const PLATFORMS: Readonly<Record<string, (reply: Reply) => readonly string[]>> = {
  'the terminal': (reply) =>
    renderForConsole(reply, { styled: true })
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is steered with
      .replace(/\u001b\[\d+m/g, '')
      .split('\n'),
  Slack: (reply) => {
    const { blocks, text } = renderForSlack(reply);
    return [...blocks.flatMap((block) => linesOf(asJson(block))), ...text.split('\n')];
  },
  Discord: (reply) => {
    const { components } = renderForDiscord(reply).body;
    return linesOf(asJson(structuredClone(components[0]))).map((line) => line.replace(/[`*]|^-#? /g, ''));
  },
};

function linesOf(part: Readonly<Record<string, unknown>>): readonly string[] {
  const { type, text, label, content, elements, components } = part;
  if (type === 'rich_text_section') {
    const line = asList(elements).map((one) => String(asJson(one).text));
    return line.join('').split('\n');
  }
  const said = [text, label, content].find((one) => typeof one === 'string');
  if (said !== undefined) return String(said).split('\n');
  if (type === 'button') return linesOf(asJson(text));
  return asList(elements ?? components ?? []).flatMap((one) => linesOf(asJson(one)));
}

/** As platforms decide it: by the first letter, or the mark that counts as one. */
function turns(line: string): 'left' | 'right' | null {
  const [first] = /\p{L}|\u200f/u.exec(line) ?? [];
  if (first === undefined) return null;
  return /[\u200f\p{Script=Arabic}]/u.test(first) ? 'left' : 'right';
}

describe.each(Object.entries(PLATFORMS))('on %s', (_name, linesIn) => {
  it('every line of an Arabic reply runs from right to left, whatever it begins with', () => {
    const lines = linesIn(arabic);
    expect(lines.length).toBeGreaterThan(8);
    expect(lines.filter((line) => turns(line) !== 'left')).toEqual([]);
  });

  it('codes and names stand apart in it, so that nothing of them jumps to their other end', () => {
    const text = linesIn(arabic).join('\n');
    for (const apart of [
      CODE,
      '/isrc check',
      '/catalog edit r_1 isrc: …',
      'US-RC1-76-07839',
      'Cy Ltd.',
      'Night Bus',
    ])
      expect(text.replaceAll(OPEN + apart + CLOSE, '')).not.toContain(apart);
    expect(text).toContain(OPEN + CODE + CLOSE);
  });

  it('a reply in another language gets no mark, whatever is said in it', () => {
    const text = linesIn(english).join('\n');
    expect(text).toContain('حافلة');
    expect(text).not.toContain(MARK);
    expect(text).not.toContain(OPEN + CODE);
  });
});

it('lets no mark of a stranger through', () => {
  const reply: Reply = { tone: 'plain', title: `a${MARK}b\u202ec`, text: [`${MARK}حافلة`] };
  for (const linesIn of Object.values(PLATFORMS))
    expect(linesIn(reply).join('\n')).not.toMatch(/[\u200f\u202e]/);
});

import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { plain } from '../../src/text/spans.ts';
import { recognize, translator, type Values } from '../../src/text/translate.ts';

const english = translator('en', 'UTC');
const chinese = translator('zh-Hant', 'Asia/Taipei');
const say = (message: string, values?: Values) => plain(english(message, values));

describe('a message', () => {
  it('is one run where nothing is to be filled in', () => {
    expect(english('Night Bus is out.')).toEqual([{ text: 'Night Bus is out.' }]);
  });

  it('has its styles as data', () => {
    expect(english('Type <code>/isrc</code> or <b>help</b> now')).toEqual([
      { text: 'Type ' },
      { text: '/isrc', style: 'code' },
      { text: ' or ' },
      { text: 'help', style: 'strong' },
      { text: ' now' },
    ]);
  });

  it('may have a style and a value of one name', () => {
    expect(english('<code>{code}</code> and <b>{b}</b>', { code: 'X', b: 'Y' })).toEqual([
      { text: 'X', style: 'code' },
      { text: ' and ' },
      { text: 'Y', style: 'strong' },
    ]);
  });

  it('is said in the language of the reader, and in English where there is no translation', () => {
    expect(plain(chinese('Saved'))).toBe('已儲存');
    expect(plain(chinese('Nobody has translated {this}', { this: 'one' }))).toBe('Nobody has translated one');
  });

  it('throws when a value is missing, which is our mistake', () => {
    expect(() => say('Hello {name}')).toThrow(/name/);
    expect(() => say('Hello {name}', { nam: 'x' })).toThrow(/name/);
  });

  it.each(['UTC', 'Pacific/Kiritimati', 'Pacific/Pago_Pago', 'Africa/Cairo'])(
    'has a day of the calendar as that day in %s',
    (zone) => {
      const values = { day: '2026-12-31' };
      expect(plain(translator('en', zone)('{day, date, medium}', values))).toBe('31 Dec 2026');
      expect(plain(translator('zh-Hant', zone)('{day, date, medium}', values))).toBe('2026 年 12 月 31 日');
      expect(plain(translator('ja', zone)('{day, date, long}', values))).toBe('2026年12月31日');
      expect(plain(translator('ru', zone)('{day, date, long}.', values))).toBe('31 декабря 2026.');
      expect(plain(translator('en', zone)('{day, select, none {none} other {{day}}}', values))).toBe(
        '2026-12-31',
      );
    },
  );

  it('is recognized in every language', () => {
    const messages = ['For you', 'For the team'];
    expect(recognize('for THE team', messages)).toBe('For the team');
    expect(recognize('給整個團隊', messages)).toBe('For the team');
    expect(recognize('Said by nobody', messages)).toBeUndefined();
  });
});

describe('a value', () => {
  it.each([
    '<b>bold</b>',
    '<code>x</code>',
    '{x}',
    '{n, plural, other {#}}',
    "'quoted'",
    '*<!channel>*',
    '</b>',
    '#',
  ])('is never read as markup: %s', (text) => {
    expect(english('“{title}” is out', { title: text })).toEqual([
      { text: '“' },
      { text },
      { text: '” is out' },
    ]);
    expect(english('<b>{title}</b>', { title: text })).toEqual([{ text, style: 'strong' }]);
  });

  test.prop([fc.string({ unit: 'grapheme', minLength: 1 })])(
    'arrives as it is, apart from what steers screens',
    (text) => {
      const [before, value, after] = english('<b>a</b>{value}<b>b</b>', { value: `x${text}` });
      expect([before?.text, after?.text]).toEqual(['a', 'b']);
      expect(value).not.toHaveProperty('style');
    },
  );

  it('keeps the styles and accounts of runs, and takes the style around it', () => {
    const account = [{ text: 'Ana', account: 'U1' }] as const;
    expect(english('{who} agreed', { who: account })[0]).toEqual({ text: 'Ana', account: 'U1' });
    expect(english('<b>{who}</b>', { who: account })).toEqual([
      { text: 'Ana', account: 'U1', style: 'strong' },
    ]);
  });

  it('is isolated where it runs the other way, run by run', () => {
    expect(say('{title} is out', { title: 'حافلة' })).toBe('\u2068حافلة\u2069 is out');
    expect(say('{all}', { all: ['حافلة', 'Bus'] })).toBe('\u2068حافلة\u2069 and Bus');
    expect(plain(english('{runs}', { runs: [{ text: 'حافلة', style: 'code' }] }))).toBe('\u2068حافلة\u2069');
  });

  it('loses controls on its way', () => {
    expect(say('{title}!', { title: 'a\u001b[2Jb\u202e' })).toBe('a[2Jb!');
  });

  it('chooses words', () => {
    const message = '{kind, select, isrc {a recording} other {something}}';
    expect(say(message, { kind: 'isrc' })).toBe('a recording');
    expect(say(message, { kind: 'tape' })).toBe('something');
  });

  it('may be nothing', () => {
    expect(english('a{x}b', { x: '' })).toEqual([{ text: 'a' }, { text: 'b' }]);
    expect(english('a{x}b', { x: [] })).toEqual([{ text: 'a' }, { text: 'b' }]);
  });
});

describe('numbers, lists and dates', () => {
  it.each([
    [0, '0 codes'],
    [1, 'one code'],
    [2, '2 codes'],
    [12_345, '12,345 codes'],
  ])('count %i in words', (count, words) => {
    expect(say('{count, plural, one {one code} other {# codes}}', { count })).toBe(words);
  });

  it('count in Chinese without a singular', () => {
    expect(
      plain(
        chinese('Not sent: {count, plural, one {one field needs} other {# fields need}} another look', {
          count: 1,
        }),
      ),
    ).toBe('還沒送出：有 1 個欄位要再看一次');
  });

  it('list in the way of the language', () => {
    const message = 'Perhaps one of these: {names}';
    expect(say(message, { names: ['a', 'b', 'c'] })).toBe('Perhaps one of these: a, b and c');
    expect(plain(chinese(message, { names: ['a', 'b', 'c'] }))).toBe('也許是其中之一：a、b、c');
  });

  it('show an instant in the zone of the reader', () => {
    const now = new Date('2026-11-26T17:30:00Z');
    const message = '{now, date, medium} {now, time, short}';
    expect(say(message, { now })).toBe('26 Nov 2026 17:30');
    expect(plain(translator('en', 'Asia/Taipei')(message, { now }))).toBe('27 Nov 2026 01:30');
    expect(plain(translator('en', 'America/St_Johns')(message, { now }))).toBe('26 Nov 2026 14:00');
    expect(plain(chinese(message, { now }))).toBe('2026 年 11 月 27 日 01:30');
  });
});

import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { isolated, withoutControls } from '../../src/text/neutral.ts';

const FSI = '\u2068';
const PDI = '\u2069';

describe('text from a stranger', () => {
  it.each([
    ['a\u001b[31mred', 'a[31mred'],
    ['a\u009b31mred', 'a31mred'],
    ['bell\u0007 null\u0000 delete\u007f', 'bell null delete'],
    ['gpj\u202eexe.jpg', 'gpjexe.jpg'],
    ['\u2066a\u2067b\u2068c\u2069 \u061c\u200e\u200f\u202a\u202b\u202c\u202d', 'abc '],
    ['a\r\nb\rc\nd\te', 'a\nb\nc\nd\te'],
    ['a\u000bb\u000cc', 'abc'],
    ['half \ud83d of a character', 'half \ufffd of a character'],
    ['family 👨‍👩‍👧, café, 夜車', 'family 👨‍👩‍👧, café, 夜車'],
  ])('loses what would steer a screen: %j', (text, clean) => {
    expect(withoutControls(text)).toBe(clean);
  });

  const hostile = fc.string({
    unit: fc.oneof(
      fc.constantFrom('\u202e', '\u001b', '\u009b', '\r', '\ud800', '\u2069', 'ع', 'a'),
      fc.string(),
    ),
  });
  test.prop([hostile])('keeps none of it, and is changed once only', (text) => {
    const clean = withoutControls(text);
    expect(clean).not.toMatch(/(?![\t\n])\p{Cc}|\p{Bidi_Control}/u);
    expect(clean.isWellFormed()).toBe(true);
    expect(withoutControls(clean)).toBe(clean);
  });
});

describe('a value inside a sentence', () => {
  it.each([
    ['حافلة الليل', true],
    ['אוטובוס', true],
    ['Night حافلة', true],
    ['Night Bus', false],
    ['夜車', false],
    ['', false],
  ])('stands apart where it runs the other way: %s', (text, apart) => {
    expect(isolated(text)).toBe(apart ? FSI + text + PDI : text);
  });

  it('cannot leave its isolation', () => {
    expect(isolated(`ع${PDI}\u202e`)).toBe(`${FSI}ع${PDI}`);
  });

  it('is isolated once, however often it passes', () => {
    expect(isolated(isolated('ع'))).toBe(`${FSI}ع${PDI}`);
  });
});

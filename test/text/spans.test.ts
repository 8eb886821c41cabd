import { describe, expect, it } from 'vitest';
import { code, join, plain, spans, strong } from '../../src/text/spans.ts';

describe('words', () => {
  it('are one plain run, or runs with styles', () => {
    expect(spans('Night <b>Bus</b>')).toEqual([{ text: 'Night <b>Bus</b>' }]);
    expect(spans(code('a'))).toEqual([{ text: 'a', style: 'code' }]);
    expect(spans(strong('a'))).toEqual([{ text: 'a', style: 'strong' }]);
  });

  it('are characters alone where there are no styles', () => {
    expect(plain('*Night*')).toBe('*Night*');
    expect(
      plain([{ text: 'a ' }, { text: 'b', style: 'code' }, { text: 'c', href: 'https://c.example' }]),
    ).toBe('a bc');
    expect(plain([])).toBe('');
  });

  it('are joined with what stands between them', () => {
    expect(join([], ', ')).toEqual([]);
    expect(join(['a'], ', ')).toEqual([{ text: 'a' }]);
    expect(join(['a', code('b'), 'c'], strong('·'))).toEqual([
      { text: 'a' },
      { text: '·', style: 'strong' },
      { text: 'b', style: 'code' },
      { text: '·', style: 'strong' },
      { text: 'c' },
    ]);
  });
});

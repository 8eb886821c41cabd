import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formatDuration, parseDuration } from '../../../src/core/catalog/duration.ts';

describe('a playing time', () => {
  it.each([
    ['3:41', 221_000],
    ['03:41', 221_000],
    ['3：41', 221_000],
    ['1:02:03', 3_723_000],
    ['3:41.25', 221_250],
    ['3:41,250', 221_250],
    ['3m 41s', 221_000],
    ['3 min', 180_000],
    ['3 分 41 秒', 221_000],
    ['3 分鐘', 180_000],
    ['1 小時 2 分 3 秒', 3_723_000],
    ['PT3M41S', 221_000],
    ['PT221S', 221_000],
    ['221s', 221_000],
    ['24:00:00', 86_400_000],
  ])('%s is %d ms', (typed, ms) => {
    expect(parseDuration(typed)).toEqual({ ok: true, value: ms });
  });

  it.each(['', '221', '3:61', '0:00', 'three', '3:41:', '24:00:01', '-3:41', 'PT', '3.41'])(
    'is none in "%s"',
    (typed) => {
      expect(parseDuration(typed)).toMatchObject({
        ok: false,
        problem: { code: 'catalog.duration', details: { typed } },
      });
    },
  );

  test.prop([fc.integer({ min: 1, max: 86_400_000 })])('reads back as it is written', (ms) => {
    expect(parseDuration(formatDuration(ms))).toEqual({ ok: true, value: ms });
  });
});

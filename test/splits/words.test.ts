import { describe, expect, it } from 'vitest';
import type { SheetContent } from '../../src/core/sheet/content.ts';
import { changedLines, type Shown } from '../../src/splits/show.ts';
import {
  frozenWords,
  namesOf,
  type Speaker,
  shareInFull,
  shareWords,
  zoneWords,
} from '../../src/splits/words.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';
import { line, nightBus, party } from '../core/sheet/night-bus.ts';

const english: Speaker = { t: translator('en', 'Asia/Taipei'), locale: 'en', timeZone: 'Asia/Taipei' };
const chinese: Speaker = {
  t: translator('zh-Hant', 'Asia/Taipei'),
  locale: 'zh-Hant',
  timeZone: 'Asia/Taipei',
};

describe('a share', () => {
  it.each([
    ['1/1', '1', '1 (100 %)', '1'],
    ['1/2', '1/2', '1/2 (50 %)', '1/2'],
    ['3/10', '3/10', '3/10 (30 %)', '3/10'],
    ['1/3', '1/3 (33.33 %)', '1/3 (33.33 %)', '1/3（33.33%）'],
    ['1667/5000', '33.34 %', '1667/5000 (33.34 %)', '33.34%'],
    ['1/100', '1 %', '1/100 (1 %)', '1%'],
    ['1/30000', '1/30000 (<0.01 %)', '1/30000 (<0.01 %)', '1/30000（<0.01%）'],
    ['29999/30000', '29999/30000 (>99.99 %)', '29999/30000 (>99.99 %)', '29999/30000（>99.99%）'],
  ])('%s is read as %s, and frozen as %s', (share, short, full, inChinese) => {
    expect(shareWords(share, english.t)).toBe(short);
    expect(shareInFull(share, english.t)).toBe(full);
    expect(shareWords(share, chinese.t)).toBe(inChinese);
  });
});

describe('a zone', () => {
  it.each([
    ['Asia/Taipei', 'Taipei', '台北時間'],
    ['America/Argentina/Buenos_Aires', 'Buenos Aires', '阿根廷時間'],
    ['Europe/Berlin', 'Berlin', '中歐時間'],
    ['UTC', 'UTC', 'UTC'],
    ['Etc/UTC', 'UTC', 'UTC'],
  ])('%s is %s', (timeZone, inEnglish, inChinese) => {
    expect(zoneWords({ ...english, timeZone })).toBe(inEnglish);
    expect(zoneWords({ ...chinese, timeZone })).toBe(inChinese);
  });
});

describe('the people of a sheet', () => {
  it('are named by share, layer after layer; whoever has none comes last', () => {
    const content: SheetContent = {
      ...nightBus,
      parties: [party('p_a', 'Ana'), party('p_b', 'Bo'), party('p_c', 'Chen'), party('p_d', 'Dee')],
      layers: {
        composition: [line('p_b', '1/4'), line('p_c', '3/4')],
        master: [line('p_d', '1/2'), line('p_b', '1/2')],
      },
    };
    expect([...namesOf(content).values()]).toEqual(['Chen', 'Bo', 'Dee', 'Ana']);
  });
});

describe('what changed', () => {
  it('is told in the order of the sheet, not of ids', () => {
    const before = {
      ...nightBus,
      layers: { composition: [line('p_ana', '1/4'), line('p_bo', '1/4'), line('p_chen', '1/2')] },
    };
    const content = {
      ...before,
      title: 'Bus',
      layers: { composition: [line('p_ana', '1/6'), line('p_bo', '1/2'), line('p_chen', '1/3')] },
    };
    const shown = { content, before, stored: { version: 2 } } as unknown as Shown;
    expect(changedLines(shown, english).map(plain)).toEqual([
      'Changed since version 1: title: Night Bus → Bus · Bo: Composition 1/4 → 1/2 · Chen: Composition 1/2 → 1/3 (33.33 %) · Ana: Composition 1/4 → 1/6 (16.67 %)',
    ]);
  });

  it('names who comes and who goes by the share alone', () => {
    const before = { ...nightBus, layers: { composition: nightBus.layers.composition ?? [] } };
    const content = {
      ...before,
      parties: [party('p_ana', 'Ana'), party('p_bo', 'Bo'), party('p_dee', 'Dee')],
      layers: {
        composition: [line('p_ana', '1/2'), line('p_bo', '1/2', { roles: ['lyricist'] })],
        master: [line('p_dee', '1/1', { roles: ['producer'] })],
      },
    };
    const shown = { content, before, stored: { version: 2 } } as unknown as Shown;
    expect(changedLines(shown, english).map(plain)).toEqual([
      'Changed since version 1: Chen is no longer on it · Dee is new · Chen: Composition 1/6 (16.67 %) → nothing · Ana: Composition roles composer, lyricist → composer · Bo: Composition 1/3 (33.33 %) → 1/2 · Bo: Composition roles composer → lyricist · Master is new · Dee: Master nothing → 1',
    ]);
  });
});

describe('the frozen text', () => {
  const content: SheetContent = {
    ...nightBus,
    parties: [
      party('p_ana', 'Ana', { actsFor: { kind: 'company', name: 'Ana Ltd' } }),
      party('p_bo', 'Bo', { actsFor: { kind: 'artist', name: 'Dee' } }),
      party('p_chen', 'Chen'),
    ],
    layers: {
      composition: [
        line('p_ana', '1/2'),
        line('p_bo', '1/3', { publisher: { name: 'Night Music', share: '1/6' } }),
        line('p_chen', '1/6'),
      ],
    },
    samples: [
      { title: 'Rain', owner: 'Cy Ltd', cleared: 'yes' },
      { title: 'Snow', owner: null, cleared: 'unknown' },
    ],
    ai: 'partly',
    more: { iswc: 'T-034.524.680-1', finished: 'Taipei, 1 Nov 2026' },
  };

  it('says everything that is agreed to', () => {
    expect(frozenWords(content, { version: 3, amends: 1 }, english).split('\n')).toEqual([
      'Split sheet: Night Bus',
      'Version kind: original · version 3',
      'Takes the place of version 1, which was agreed, once every party of both has agreed.',
      '',
      'Composition',
      'Ana: 1/2 (50 %) · composer',
      'Bo: 1/3 (33.33 %) · composer · publisher Night Music: 1/6 (16.67 %) of the whole',
      'Chen: 1/6 (16.67 %) · composer',
      '',
      'Ana acts for the company Ana Ltd',
      'Bo acts for the artist Dee, under written authority',
      'Samples: Rain, owned by Cy Ltd (cleared) and Snow (clearance not known)',
      'AI use: partly',
      'ISWC: T-034.524.680-1',
      'Finished: Taipei, 1 Nov 2026',
      '',
      'React ✅ to confirm that you are the person named and agree to version 3 as written. React ❌ if you do not; you will be asked why.',
      'This is a record of what people agreed, not legal advice.',
      '',
      '',
    ]);
  });

  it('says the same in Chinese', () => {
    const lines = frozenWords(content, { version: 3, amends: null }, chinese).split('\n');
    expect(lines.slice(3, 13)).toEqual([
      '詞曲',
      'Ana：1/2（50%） · 作曲',
      'Bo：1/3（33.33%） · 作曲 · 出版商 Night Music：占整體的 1/6（16.67%）',
      'Chen：1/6（16.67%） · 作曲',
      '',
      'Ana 代表公司 Ana Ltd',
      'Bo 依書面授權代表藝人 Dee',
      '取樣：Rain，權利人 Cy Ltd（已取得授權）、Snow（授權情況不明）',
      'AI 使用：部分',
      'ISWC：T-034.524.680-1',
    ]);
  });
});

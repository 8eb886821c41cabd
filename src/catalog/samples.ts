import type { Sample, SheetContent } from '../core/sheet/content.ts';
import type { Locale } from '../text/locale.ts';

const NONE = /^(?:none|no|nothing|-|無|沒有|没有)?$/i;
const CLEARED: readonly (readonly [RegExp, Sample['cleared']])[] = [
  [/^(?:cleared|yes|已取得授權|已授權|是)$/i, 'yes'],
  [/^(?:not cleared|uncleared|no|未取得授權|未授權|否)$/i, 'no'],
  [/^(?:unknown|clearance not known|\?|不明|未知)$/i, 'unknown'],
];

/**
 * Samples as people type them, one on a line or `;` between: `Rain Song | Cy Ltd | cleared`. What is left out is not
 * known.
 */
export function readSamples(text: string): SheetContent['samples'] {
  if (NONE.test(text.trim())) return 'none';
  return text
    .split(/[\n;；]/)
    .map((line) => line.split(/[|｜]/).map((part) => part.trim()))
    .filter(([title]) => title)
    .map(([title = '', ...rest]) => {
      const last = rest.at(-1) ?? '';
      const cleared = CLEARED.find(([words]) => words.test(last))?.[1];
      const owner = (cleared === undefined ? rest : rest.slice(0, -1)).join(' ');
      return { title, owner: owner === '' ? null : owner, cleared: cleared ?? 'unknown' };
    });
}

type SampleWords = Readonly<Record<'none' | Sample['cleared'], string>>;

/** In other languages the English words are typed, as their hints say. */
const ENGLISH: SampleWords = { none: 'none', yes: 'cleared', no: 'not cleared', unknown: 'unknown' };
const WORDS: Readonly<Record<string, SampleWords>> = {
  'zh-Hant': { none: '無', yes: '已授權', no: '未授權', unknown: '不明' },
};

/** As `readSamples` reads it. */
export function writeSamples(samples: SheetContent['samples'], locale: Locale): string {
  const words = WORDS[locale] ?? ENGLISH;
  if (samples === 'none') return words.none;
  return samples
    .map(({ title, owner, cleared }) =>
      [title, ...(owner === null ? [] : [owner]), words[cleared]].join(' | '),
    )
    .join('\n');
}

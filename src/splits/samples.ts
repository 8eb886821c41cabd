import type { Sample, SheetContent } from '../core/sheet/content.ts';

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

/** As `readSamples` reads it. */
export function writeSamples(samples: SheetContent['samples']): string {
  if (samples === 'none') return 'none';
  const words = { yes: 'cleared', no: 'not cleared', unknown: 'unknown' } as const;
  return samples
    .map(({ title, owner, cleared }) =>
      [title, ...(owner === null ? [] : [owner]), words[cleared]].join(' | '),
    )
    .join('\n');
}

import type { CapUnit, Use } from './license.ts';

/** How much of a limit is used up, in percent, when people are told. */
export const CAP_LEVELS = [80, 100] as const;

export type CapLevel = (typeof CAP_LEVELS)[number];

/** The highest of the levels that a count has reached; null below all of them. Whole numbers, so nothing is rounded. */
export function capLevel(count: number, most: number): CapLevel | null {
  return CAP_LEVELS.findLast((level) => BigInt(count) * 100n >= BigInt(most) * BigInt(level)) ?? null;
}

/** Whoever may do these has a recording of their own by it, and every unit counts what becomes of that one. */
const IN_ANOTHER = ['sampling', 'remix'] as const satisfies readonly Use[];

/**
 * The uses that each unit counts: a limit says nothing of any other use.
 *
 * A copy is reproduced and handed out, and mechanical royalties are paid by the copy. A download or a stream is made
 * available on demand, which is a communication to the public, and is reproduced on the way; a download stays with
 * whoever takes it, so some laws call it a distribution. Views are those of pictures with the music in them, so they
 * count synchronization; copies do not, since a license for a record and a film counts records. A performance is given
 * in public, on the air, or communicated in any other way, once for all who hear it.
 *
 * @see WIPO Copyright Treaty, articles 6 and 8; 17 U.S.C. § 115(e)(10): a download and an interactive stream deliver a
 *   phonorecord, for which mechanical royalties are due
 */
const COUNTED: { readonly [U in CapUnit]: readonly Use[] } = {
  copies: ['reproduction', 'distribution', 'mechanical', ...IN_ANOTHER],
  downloads: [
    ...(['makingAvailable', 'communication', 'distribution', 'reproduction', 'mechanical'] as const),
    ...IN_ANOTHER,
  ],
  streams: ['makingAvailable', 'communication', 'reproduction', 'mechanical', ...IN_ANOTHER],
  views: ['makingAvailable', 'communication', 'synchronization', ...IN_ANOTHER],
  performances: ['publicPerformance', 'communication', 'broadcasting', ...IN_ANOTHER],
};

/** Whether a limit of this unit has a say in that use. */
export function countsUse(unit: CapUnit, use: Use): boolean {
  return COUNTED[unit].includes(use);
}

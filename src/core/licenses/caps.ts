/** How much of a limit is used up, in percent, when people are told. */
export const CAP_LEVELS = [80, 100] as const;

export type CapLevel = (typeof CAP_LEVELS)[number];

/** The highest of the levels that a count has reached; null below all of them. Whole numbers, so nothing is rounded. */
export function capLevel(count: number, most: number): CapLevel | null {
  return CAP_LEVELS.findLast((level) => BigInt(count) * 100n >= BigInt(most) * BigInt(level)) ?? null;
}

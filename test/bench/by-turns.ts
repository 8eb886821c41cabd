import { median } from './bench.ts';

/** The same thing done to something small and to something large. */
export type Turns = { readonly small: number; readonly large: number; readonly ratio: number };

/** How a comparison runs: how large the large one is, and how often both are asked. */
export type SizeOptions = { readonly many: number; readonly rounds: number; note(line: string): void };

/**
 * The medians of both and of their ratios, round by round.
 *
 * @param small how long it takes, in milliseconds
 */
export async function byTurns(
  rounds: number,
  small: () => Promise<number>,
  large: () => Promise<number>,
): Promise<Turns> {
  const times = { small: [] as number[], large: [] as number[], ratios: [] as number[] };
  for (let number = 0; number <= rounds; number += 1) {
    // By turns, so that whatever else the machine does falls on both.
    const turn = { small: await small(), large: await large() };
    // The first round warms up both.
    if (number === 0) continue;
    times.small.push(turn.small);
    times.large.push(turn.large);
    times.ratios.push(turn.large / turn.small);
  }
  return { small: median(times.small), large: median(times.large), ratio: median(times.ratios) };
}

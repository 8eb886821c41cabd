/** Repeatable chance: mulberry32. */
export type Chance = {
  /** From 0 up to `below`, without it. */
  below(below: number): number;
  pick<T>(from: readonly T[]): T;
  hex(characters: number): string;
  bytes(count: number): Buffer;
};

export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number): number => Math.floor(next() * limit);
  return {
    below,
    pick: (from) => from[below(from.length)]!,
    hex: (characters) => Array.from({ length: characters }, () => below(16).toString(16)).join(''),
    bytes: (count) => Buffer.from(Array.from({ length: count }, () => below(256))),
  };
}

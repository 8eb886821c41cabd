/**
 * Brought in before everything else (`node --import`): the machine's clock is ahead of the real one by `CLOCK_AHEAD_MS`,
 * for the bot and for every library, and goes on at its own speed.
 */

const aheadMs = Number(process.env.CLOCK_AHEAD_MS ?? 0);
const Real = Date;

globalThis.Date = class extends Real {
  constructor(...given: readonly unknown[]) {
    super(...((given.length === 0 ? [Real.now() + aheadMs] : given) as [number]));
  }

  static override now(): number {
    return Real.now() + aheadMs;
  }
} as DateConstructor;

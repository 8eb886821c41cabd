/** The house's time: the machine's, plus what a terminal room of its own has added with `clock +7d`. */
export type Clock = { now(): Date; move(byMs: number): void };

export function openClock(machine: () => Date): Clock {
  let aheadMs = 0;
  return {
    now: () => new Date(machine().getTime() + aheadMs),
    move(byMs) {
      aheadMs += byMs;
    },
  };
}

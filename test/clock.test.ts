import { expect, it } from 'vitest';
import { openClock } from '../src/clock.ts';

it('goes with the machine, ahead by whatever it was moved', () => {
  let machine = Date.UTC(2026, 10, 26, 12);
  const clock = openClock(() => new Date(machine));
  expect(clock.now().toISOString()).toBe('2026-11-26T12:00:00.000Z');
  clock.move(7 * 86_400_000);
  clock.move(1000);
  machine += 500;
  expect(clock.now().toISOString()).toBe('2026-12-03T12:00:01.500Z');
});

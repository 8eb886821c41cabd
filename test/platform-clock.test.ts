import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished } from 'vitest';
import { openPlatformClock } from '../src/platform-clock.ts';

const THERE = new Date('2026-11-26T12:00:00Z');

/** A platform at which it is always noon. */
async function openPlatform(
  headers: Record<string, string> = { date: THERE.toUTCString() },
): Promise<string> {
  const server = createServer((_request, response) => {
    response.sendDate = false;
    response.writeHead(200, headers).end('{}');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;
}

async function openOff(minutes: number, url: string) {
  const told: (number | null)[] = [];
  let now = THERE.getTime() + minutes * 60_000;
  const clock = openPlatformClock(
    () => new Date(now),
    (offMs) => void told.push(offMs),
  );
  await clock.compare(url);
  const set = (to: number) => {
    now = THERE.getTime() + to * 60_000;
  };
  return { clock, told, set };
}

it('is ours while the platform agrees within five minutes', async () => {
  const url = await openPlatform();
  for (const minutes of [-5, 0, 5]) {
    const { clock, told } = await openOff(minutes, url);
    expect(clock.now().getTime()).toBe(THERE.getTime() + minutes * 60_000);
    expect(told).toEqual([]);
  }
});

it.each([
  [6, 'ahead'],
  [-61, 'behind'],
])('is refused when it is %s minutes off, until it is set right', async (minutes, side) => {
  const url = await openPlatform();
  const { clock, told, set } = await openOff(minutes, url);
  expect(() => clock.now()).toThrow(
    expect.objectContaining({
      problem: expect.objectContaining({
        code: 'evidence.clock',
        details: { minutes: Math.abs(minutes), side },
      }),
    }),
  );
  set(1);
  await clock.compare(url);
  expect(clock.now()).toBeInstanceOf(Date);
  expect(told).toEqual([minutes * 60_000, null]);
});

it('is ours where nobody says what time it is', async () => {
  const silent = await openPlatform({});
  const { clock } = await openOff(600, silent);
  expect(clock.now()).toBeInstanceOf(Date);
  await clock.compare('http://127.0.0.1:1/');
  expect(clock.now()).toBeInstanceOf(Date);
});

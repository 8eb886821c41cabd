import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished } from 'vitest';
import { openRoom, type Room } from '../../src/adapters/console/room.ts';
import type { Connection, PlatformEvent, Services } from '../../src/bot/adapter.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { House } from '../../src/bot/command.ts';
import { openClock } from '../../src/clock.ts';
import { openStore } from '../../src/store/database.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { commands } from '../support/messages.ts';
import { openRealHouse } from '../support/real-house.ts';

export type Story = {
  /**
   * Types the lines that begin with `› ` and compares what the room prints with the lines that follow. `…` stands
   * for any words, and on a line of its own for any number of lines. Several things that follow from one line may be
   * said in any order: with `&` between them, each is looked for among what was printed, and a line that begins
   * with `≠ ` must not be there.
   */
  tell(transcript: string): Promise<void>;
  /** Types one line, and gives what the room prints. */
  hear(line: string): Promise<string>;
  /** Leaves the room and opens it again on the same database. */
  reopen(): Promise<void>;
  readonly events: readonly PlatformEvent[];
  readonly failures: readonly unknown[];
  /** Where files of the room are put. */
  readonly folder: string;
  /** What stands behind the room. */
  readonly house: House;
};

/** The real commands, bot, settings and database behind a room whose keyboard is the test. */
export async function openStory({ localeTag = 'en-GB' } = {}): Promise<Story> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-story-'));
  const { now, move } = openClock(() => new Date('2026-11-26T12:00:00Z'));
  const store = await openStore(`sqlite:${join(folder, 'story.db')}`, { now: now() });
  onTestFinished(async () => {
    await store.close();
    rmSync(folder, { recursive: true, force: true });
  });
  const events: PlatformEvent[] = [];
  const failures: unknown[] = [];
  const printed: string[] = [];
  const kept = new Map<string, string>();
  const silent = () => {};
  const log = {
    debug: silent,
    info: silent,
    warn: silent,
    error: (facts: object) => void failures.push(facts),
  };
  const settings = openSettings(store.db, { languages: locales, now });
  const connections = new Map<string, Connection>();

  const real = openRealHouse({ store, commands, settings, connections, log, now });
  onTestFinished(() => real.close());
  const bot = createBot({
    house: real.house,
    connections,
    settings,
    log,
    now,
    random: () => 0,
    answered: silent,
    openTeam: async (platform, platformSpaceId) =>
      (await findOrCreateSpace(store.db, { platform, platformSpaceId, now: now(), newId: randomUUID }))
        .teamId,
    firstDelivery: async () => true,
    listeners: [async (event) => void events.push(event), real.listen],
  });
  const services: Services = {
    log,
    now,
    random: () => 0,
    version: '1.2.3',
    memory: {
      async get(key) {
        const text = kept.get(key);
        return text === undefined ? undefined : JSON.parse(text);
      },
      async set(key, value) {
        kept.set(key, JSON.stringify(value));
      },
    },
    fail: (reason) => void failures.push(reason),
    finish: () => void printed.push('(the room is closed)'),
    moveClock: move,
    settled: real.house.settled,
  };

  let room: Room;
  const reopen = async () => {
    room = openRoom({
      bot,
      services,
      screen: { styled: false },
      filesFolder: join(folder, 'files'),
      localeTag,
      timeZone: 'Asia/Taipei',
      print: (text) => void printed.push(...text.split('\n')),
    });
    connections.set('console', room.connection);
    await room.begin();
  };
  await reopen();

  return {
    events,
    failures,
    folder,
    house: real.house,
    reopen,
    async hear(line) {
      printed.length = 0;
      await room.enter(line);
      return printed.join('\n');
    },
    async tell(transcript) {
      const steps = readTranscript(transcript);
      const seen: string[] = [];
      for (const { typed, expected } of steps) {
        printed.length = 0;
        await room.enter(typed);
        seen.push(`› ${typed}`, ...collapsed(printed, expected));
      }
      expect(seen.join('\n')).toBe(
        steps.flatMap(({ typed, expected }) => [`› ${typed}`, ...expected]).join('\n'),
      );
    },
  };
}

type Step = { readonly typed: string; readonly expected: readonly string[] };

function readTranscript(text: string): readonly Step[] {
  const steps: { typed: string; expected: string[] }[] = [];
  for (const line of text.split('\n').map((raw) => raw.trim())) {
    if (line.startsWith('›')) steps.push({ typed: line.slice(1).trim(), expected: [] });
    else if (line !== '') steps.at(-1)?.expected.push(line);
  }
  return steps;
}

/** What was printed, or the transcript itself where it says the same and leaves out the rest. */
function collapsed(printed: readonly string[], expected: readonly string[]): readonly string[] {
  const lines = printed.map((line) => line.trim()).filter((line) => line !== '');
  if (expected.includes('&') || expected.some((line) => line.startsWith('≠ ')))
    return collapsedParts(lines, expected);
  const pattern = expected.map((line) => (line === '…' ? '(?:.*\n)*?' : `${patternOf(line)}\n`)).join('');
  const text = lines.map((line) => `${line}\n`).join('');
  return new RegExp(`^${pattern}$`).test(text) ? expected : lines;
}

/** The same for what may come in any order: the transcript itself where every part is there, and what is not. */
function collapsedParts(lines: readonly string[], expected: readonly string[]): readonly string[] {
  const text = `\n${lines.join('\n')}\n`;
  const finds = (part: readonly string[]) =>
    new RegExp(
      `\n${part.map((line) => (line === '…' ? '(?:.*\n)*?' : `${patternOf(line)}\n`)).join('')}`,
    ).test(text);
  const parts: string[][] = [[]];
  for (const line of expected) {
    if (line === '&') parts.push([]);
    else parts.at(-1)?.push(line);
  }
  const isSo = parts.every((part) => {
    const [never, wanted] = [part.filter(isNever), part.filter((line) => !isNever(line))];
    return finds(wanted) && never.every((line) => !finds([line.slice(2)]));
  });
  return isSo ? expected : lines;
}

const isNever = (line: string): boolean => line.startsWith('≠ ');

function patternOf(line: string): string {
  return line
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('.*');
}

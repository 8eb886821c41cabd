import type { Origin, PlatformEvent } from '../../src/bot/adapter.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { House } from '../../src/bot/command.ts';
import { openStore } from '../../src/store/database.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { type MemoryPlatform, openMemoryPlatform, wordsOf } from './memory-platform.ts';
import { commands } from './messages.ts';
import { openRealHouse } from './real-house.ts';

export type MemoryHouse = {
  readonly house: House;
  readonly platform: MemoryPlatform;
  /** What broke on our side since it was asked for last. */
  broken(): readonly string[];
  pass(ms: number): void;
  /** Types a line, or presses a button (`press split:approve:…`). @returns what the asker is shown */
  act(origin: Origin, line: string): Promise<string>;
  /** Puts an emoji on a message. @param heard whether anybody tells us of it */
  react(
    origin: Origin,
    message: { readonly channel: string; readonly id: string },
    emoji: string,
    heard?: boolean,
  ): Promise<void>;
  /** Something else that happens on the platform. */
  notice(event: PlatformEvent): Promise<void>;
  close(): Promise<void>;
};

/** The whole house on a real database, with a platform kept in memory: many spaces, no network. */
export async function openMemoryHouse(url: string, random: () => number = () => 0): Promise<MemoryHouse> {
  let at = Date.parse('2026-11-26T12:00:00Z');
  let ids = 0;
  const now = () => new Date(at);
  const store = await openStore(url, { now: now() });
  const platform = openMemoryPlatform();
  const connections = new Map([['memory', platform.connection]]);
  const settings = openSettings(store.db, { languages: locales, now });
  const broken: string[] = [];
  const silent = () => {};
  const log = {
    ...{ debug: silent, info: silent, warn: silent },
    error: (facts: object, message: string) =>
      void broken.push(
        `${message} ${JSON.stringify(facts, (_, value) => (value instanceof Error ? value.stack : value))}`,
      ),
  };
  const real = openRealHouse({ store, commands, settings, connections, log, now });
  const openTeam = async (name: string, platformSpaceId: string) => {
    const newId = () => `t-${++ids}`;
    return (await findOrCreateSpace(store.db, { platform: name, platformSpaceId, now: now(), newId })).teamId;
  };
  const bot = createBot({
    ...{ house: real.house, connections, settings, log, now, random, openTeam, answered: silent },
    firstDelivery: async () => true,
    listeners: [real.listen],
  });
  return {
    house: real.house,
    platform,
    broken: () => broken.splice(0),
    pass(ms) {
      at += ms;
    },
    async act(origin, line) {
      await openTeam(origin.platform, origin.space);
      const next = line.startsWith('press ')
        ? bot.next({ kind: 'button', origin, press: line.slice('press '.length) })
        : bot.next({ kind: 'typed', origin, line, files: [] });
      const said = await shown(next);
      await real.house.settled();
      return said;
    },
    async react(origin, message, emoji, heard = true) {
      platform.react(message, emoji, origin.account);
      if (!heard) return;
      await bot.notice({ kind: 'reaction', origin, message, act: 'added', emoji, ours: true, raw: '{}' });
      await real.house.settled();
    },
    async notice(event) {
      await bot.notice(event);
      await real.house.settled();
    },
    async close() {
      await real.close();
      await store.close();
    },
  };

  async function shown(next: ReturnType<typeof bot.next>): Promise<string> {
    if (next.kind === 'work') return wordsOf(await next.run(silent));
    if (next.kind === 'invalid') return wordsOf(next.reply);
    const opened = await next.open();
    return opened.kind === 'reply' ? wordsOf(opened.reply) : JSON.stringify(opened.form);
  }
}

export function originOf(space: string, account: string): Origin {
  return {
    ...{ platform: 'memory', space, channel: `${space}-room`, account, name: account },
    ...{ locale: 'en', timeZone: 'UTC', admin: account.startsWith('admin') },
  };
}

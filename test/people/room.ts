import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Attachment, Origin } from '../../src/bot/adapter.ts';
import { createBot } from '../../src/bot/bot.ts';
import type { Store } from '../../src/store/database.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { OPENED_AT } from '../support/each-database.ts';
import { openMemoryPlatform, wordsOf } from '../support/memory-platform.ts';
import { commands } from '../support/messages.ts';
import { openRealHouse } from '../support/real-house.ts';

const silent = () => {};
const SPACE = 'T1';

async function* signed(): AsyncGenerator<Uint8Array> {
  yield Buffer.from('%PDF-1.7 signed');
}

/** One place of one team on a platform in memory: who says, presses or reacts, and who is written to alone. */
export async function openPlace(store: Store) {
  let at = OPENED_AT.getTime();
  const now = () => new Date(at);
  const platform = openMemoryPlatform();
  const direct: { readonly account: string; readonly text: string }[] = [];
  const connection: typeof platform.connection = {
    ...platform.connection,
    async direct(space, account, reply, key) {
      direct.push({ account, text: wordsOf(reply) });
      return platform.connection.direct(space, account, reply, key);
    },
    download: async () => signed(),
  };
  const connections = new Map([['memory', connection]]);
  const settings = openSettings(store.db, { languages: locales, now });
  const failures: object[] = [];
  const log = { debug: silent, info: silent, warn: silent, error: (why: object) => void failures.push(why) };
  const real = openRealHouse({ store, commands, settings, connections, log, now });
  onTestFinished(() => real.close());
  const openTeam = async (name: string, platformSpaceId: string) =>
    (await findOrCreateSpace(store.db, { platform: name, platformSpaceId, now: now(), newId: randomUUID }))
      .teamId;
  const bot = createBot({
    ...{ house: real.house, connections, settings, log, now, random: () => 0, answered: silent, openTeam },
    firstDelivery: async () => true,
    listeners: [real.listen],
  });
  const originOf = (account: string): Origin => ({
    ...{ platform: 'memory', space: SPACE, channel: 'C1', account, name: account },
    ...{ locale: 'en', timeZone: 'UTC', admin: account.startsWith('admin') },
  });

  async function act(next: ReturnType<typeof bot.next>): Promise<string> {
    at += 1000;
    if (next.kind !== 'work') throw new Error(`This asks for more: ${next.kind}.`);
    const said = wordsOf(await next.run(silent));
    await real.house.settled();
    return said;
  }

  return {
    house: real.house,
    team: await openTeam('memory', SPACE),
    direct,
    failures,
    say: (account: string, line: string, files: readonly Attachment[] = []) =>
      act(bot.next({ kind: 'typed', origin: originOf(account), line, files })),
    press: (account: string, press: string) =>
      act(bot.next({ kind: 'button', origin: originOf(account), press })),
    /** What the message that was posted as the nth says now. */
    async textOf(nth: number): Promise<string> {
      const message = platform.messages(SPACE)[nth];
      return (message && (await connection.ownText(message))) ?? '';
    },
    /** On the message that was posted as the nth, from 0. */
    async react(account: string, nth: number): Promise<void> {
      at += 1000;
      const message = platform.messages(SPACE)[nth];
      if (message === undefined) throw new Error(`There is no message ${nth}.`);
      platform.react(message, '✅', account);
      const reaction = { act: 'added', emoji: '✅', ours: true, raw: '{}' } as const;
      await bot.notice({ kind: 'reaction', origin: originOf(account), message, ...reaction });
      await real.house.settled();
    },
  };
}

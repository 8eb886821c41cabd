import { z } from 'zod';
import type { Origin } from '../../src/bot/adapter.ts';
import { type BotParts, createBot } from '../../src/bot/bot.ts';
import { type Command, type Context, defineCommand, subcommand } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { bareHouse } from '../support/bare-house.ts';

/** Bo, of whom the platform says all there is to know. */
export const origin: Origin = {
  platform: 'console',
  space: 'room',
  channel: 'room',
  account: 'bo',
  name: 'Bo',
  locale: 'en-GB',
  admin: false,
};

export type Handle = (
  input: { readonly text?: string | undefined },
  context: Context,
) => Promise<Reply> | Reply;

/** One command whose handler the test writes, and a record of what the house was told. */
export function openBot(handle: Handle, change: Partial<BotParts> = {}, more: Partial<Command> = {}) {
  const answered: unknown[] = [];
  const logged: string[] = [];
  let now = Date.UTC(2026, 10, 26, 12);
  const options = {
    text: {
      schema: z.string().max(10).optional(),
      description: 'What',
      suggest: async (typed: string) =>
        Array.from({ length: 40 }, (_, index) => ({ value: `${typed}${index}`, label: `${typed}${index}` })),
    },
  };
  const form = {
    title: 'Form',
    submit: 'Send',
    fields: [{ option: 'text', kind: 'short', label: 'What' }],
  } as const;
  const commands = [
    defineCommand({
      name: 'try',
      description: 'Tries',
      say: {},
      subcommands: {
        it: subcommand({ description: 'Tries it', options, handle }),
        ask: subcommand({ description: 'Asks', options, form, handle }),
        admin: subcommand({ description: 'For admins', options, form, who: 'admin', handle }),
      },
      ...more,
    }),
  ];
  const none = async () => ({});
  const settings = { ofTeam: none, ofAccount: none, saveTeam: async () => {}, saveAccount: async () => {} };
  const write = (facts: object, text: string) =>
    void logged.push(
      `${text} ${JSON.stringify(facts, (_, value) => (value instanceof Error ? value.message : value))}`,
    );
  const bot = createBot({
    house: {
      ...bareHouse,
      commands,
      prefixes: builtInPrefixes,
      settings,
      version: '1.2.3',
      diagnose: async () => [],
    },
    connections: new Map(),
    settings,
    log: { debug: write, info: write, warn: write, error: write },
    now: () => new Date(now),
    random: () => 0,
    answered: (...told) => void answered.push(told),
    openTeam: async () => 'team-1',
    firstDelivery: async () => true,
    listeners: [],
    ...change,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { bot, answered, logged, pass };
}

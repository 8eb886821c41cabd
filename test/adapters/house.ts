import { setTimeout as delay } from 'node:timers/promises';
import { z } from 'zod';
import type { Attachment, Bot, Connection, PlatformEvent, Services } from '../../src/bot/adapter.ts';
import { createBot } from '../../src/bot/bot.ts';
import { type Choices, type Command, defineCommand, type House, subcommand } from '../../src/bot/command.ts';
import { pressOf } from '../../src/bot/reply.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';

/** What a handler waits for until a test lets it go on. */
export type Gate = { readonly opened: Promise<void>; open(): void };

function gate(): Gate {
  const { promise, resolve } = Promise.withResolvers<void>();
  return { opened: promise, open: () => resolve() };
}

/** Commands that use every part of the contract, and nothing else. */
function testCommands(slow: Gate): readonly Command[] {
  return [
    defineCommand({
      name: 'try',
      description: 'Tries every part of the contract',
      say: {},
      subcommands: {
        echo: subcommand({
          description: 'Says it again',
          options: { text: { schema: z.string().max(200_000), description: 'What to say' } },
          handle: ({ text }) => ({
            tone: 'good',
            title: [{ text: 'You said ' }, { text, style: 'code' }],
            text: [text],
            facts: [{ label: 'Fact', value: text }],
            list: [{ tone: 'caution', text }, { text: [{ text, style: 'strong' }] }],
            table: { columns: ['Column', text], rows: [[text, 'cell']] },
            notices: [text],
          }),
        }),
        post: subcommand({
          description: 'Says it to everybody',
          options: { text: { schema: z.string(), description: 'What to say' } },
          visibility: 'posted',
          handle: ({ text }) => ({ tone: 'plain', title: text }),
        }),
        ask: subcommand({
          description: 'Opens a form',
          options: {
            name: { schema: z.string().max(20), description: 'A name' },
            note: { schema: z.string().optional(), description: 'A longer note' },
          },
          form: {
            title: 'A form',
            submit: 'Send',
            fields: [
              { option: 'name', kind: 'short', label: 'Name' },
              { option: 'note', kind: 'long', label: 'Note', hint: 'As long as you like' },
            ],
            prefill: async () => ({ note: 'before' }),
          },
          handle: ({ name, note }) => ({ tone: 'good', title: `Name ${name}, note ${note ?? 'none'}` }),
        }),
        file: subcommand({
          description: 'Gives a file back',
          options: {
            file: {
              kind: 'file',
              schema: z.custom<Attachment>((value) => value !== undefined),
              description: 'A file',
            },
          },
          async handle({ file }, { download }) {
            const chunks: Uint8Array[] = [];
            for await (const chunk of await download(file, 1_000_000)) chunks.push(chunk);
            const bytes = Buffer.concat(chunks);
            return {
              tone: 'good',
              title: `${bytes.length} bytes of ${file.name}`,
              files: [{ name: `again-${file.name}`, mediaType: 'application/octet-stream', bytes }],
            };
          },
        }),
        buttons: subcommand({
          description: 'Offers buttons',
          options: {},
          handle: () => ({
            tone: 'plain',
            title: 'Press one',
            buttons: [
              { label: 'Yes', style: 'primary', press: pressOf('try', 'yes', 'a:b') },
              { label: 'More', press: pressOf('try', 'more') },
            ],
          }),
        }),
        slow: subcommand({
          description: 'Takes its time',
          options: {},
          async handle(_input, { working }) {
            working({ tone: 'waiting', title: 'Still at it' });
            await slow.opened;
            return { tone: 'good', title: 'Done at last' };
          },
        }),
        look: subcommand({
          description: 'Looks for as long as it takes',
          options: {},
          changesNothing: true,
          async handle(_input, { working }) {
            working({ tone: 'waiting', title: 'Still looking' });
            await slow.opened;
            return { tone: 'good', title: 'Seen at last' };
          },
        }),
        fail: subcommand({
          description: 'Breaks',
          options: {},
          handle() {
            throw new Error('secret detail');
          },
        }),
        admin: subcommand({
          description: 'For admins',
          options: {},
          who: 'admin',
          handle: () => ({ tone: 'good', title: 'Come in' }),
        }),
        who: subcommand({
          description: 'Who asks',
          options: {},
          changesNothing: true,
          handle: (_input, { asker, locale, timeZone }) => ({
            tone: 'plain',
            title: JSON.stringify({ account: asker.account, admin: asker.admin, locale, timeZone }),
          }),
        }),
      },
      buttons: {
        yes: { handle: (value) => ({ tone: 'good', title: `Pressed with ${value}` }) },
        more: {
          form: async () => ({
            id: 'try ask?',
            title: 'More',
            submit: 'Send',
            fields: [{ name: 'name', kind: 'short', label: 'Name', required: true }],
          }),
        },
      },
      messageActions: [
        {
          name: 'Look at this',
          handle: ({ text, files, author }) => ({
            tone: 'good',
            title: `${author} wrote ${text} with ${files.map(({ name }) => name).join()}`,
          }),
        },
      ],
    }),
  ];
}

export type TestHouse = {
  readonly bot: Bot;
  readonly services: Services;
  readonly events: readonly PlatformEvent[];
  readonly logged: readonly string[];
  readonly failed: readonly string[];
  /** Lets `slow` go on. */
  readonly slow: Gate;
  connect(name: string, connection: Connection): void;
};

/** A part of the house that no command of the contract asks for; it says so if one does. */
function unasked<Part extends object>(name: keyof House): Part {
  const refuse = () => {
    throw new Error(`The commands of the contract know no ${name}.`);
  };
  return new Proxy(refuse, { get: refuse }) as object as Part;
}

/** A whole bot whose commands try the contract; kept in memory, seeded, quiet. */
export function openTestHouse(): TestHouse {
  const slow = gate();
  const events: PlatformEvent[] = [];
  const logged: string[] = [];
  const failed: string[] = [];
  const connections = new Map<string, Connection>();
  const seen = new Set<string>();
  const kept = new Map<string, unknown>();
  const none = async (): Promise<Choices> => ({});
  const settings = { ofTeam: none, ofAccount: none, saveTeam: async () => {}, saveAccount: async () => {} };
  const write = (facts: object, message: string) => {
    logged.push(
      `${message} ${JSON.stringify(facts, (_, value) => (value instanceof Error ? value.stack : value))}`,
    );
  };
  const log = { debug: write, info: write, warn: write, error: write };
  const commands = testCommands(slow);
  const bot = createBot({
    house: {
      ...{ commands, prefixes: builtInPrefixes, settings, version: '0.0.0', diagnose: async () => [] },
      ...{ connections, log, now: () => new Date(), poke: () => {}, settled: async () => {} },
      ...{ newId: unasked('newId'), randomHex: unasked('randomHex') },
      ...{ db: unasked('db'), evidence: unasked('evidence') },
    },
    connections,
    settings,
    log,
    now: () => new Date(),
    random: Math.random,
    answered: () => {},
    openTeam: async (_platform, space) => `team-${space}`,
    async firstDelivery(platform, id) {
      const key = `${platform} ${id}`;
      const first = !seen.has(key);
      seen.add(key);
      return first;
    },
    listeners: [
      async (event) => {
        events.push(event);
      },
    ],
  });
  const services: Services = {
    log,
    now: () => new Date(),
    random: Math.random,
    version: '0.0.0',
    memory: {
      get: async <Value>(key: string) => kept.get(key) as Value | undefined,
      async set(key, value) {
        kept.set(key, structuredClone(value));
      },
    },
    fail: (reason) => void failed.push(reason),
    finish: () => {},
  };
  return {
    bot,
    services,
    events,
    logged,
    failed,
    slow,
    connect: (name, connection) => void connections.set(name, connection),
  };
}

/** Looks again every few milliseconds; for a rig whose platform lives in the same process. */
export async function soon(check: () => Promise<boolean> | boolean, withinMs = 8000): Promise<void> {
  const end = performance.now() + withinMs;
  while (!(await check())) {
    if (performance.now() > end) throw new Error(`It did not come true within ${withinMs} ms: ${check}`);
    await delay(5);
  }
}

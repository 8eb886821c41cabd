import { expect, it } from 'vitest';
import { z } from 'zod';
import { describeCommands } from '../../../src/adapters/discord/describe-command.ts';
import adapter from '../../../src/adapters/discord/index.ts';
import { type Command, defineCommand, subcommand } from '../../../src/bot/command.ts';
import { loadCommands } from '../../../src/bot/load.ts';
import { optionNamesIn, type Translated } from '../../../src/text/languages.ts';
import { checkCommand, commandSize } from '../../platforms/discord/checks/command.ts';
import { asJson, asList } from '../../platforms/discord/json.ts';
import { envFor, shown } from './rig.ts';
import { openStage, setStage } from './stage.ts';

it('describes every command of ours so that Discord takes it', async () => {
  const commands = await loadCommands('commands');
  for (const described of describeCommands(commands)) {
    const json = asJson(structuredClone(described));
    checkCommand(json);
    expect(commandSize(json)).toBeLessThan(8000);
  }
});

const command: Command = defineCommand({
  name: 'all',
  description: 'Every kind of option',
  say: {},
  main: 'of',
  flat: true,
  subcommands: {
    of: subcommand({
      description: 'Only this one',
      options: {
        codes: { schema: z.string().optional(), description: 'Text' },
        count: { kind: 'number', schema: z.number(), description: 'Number' },
        one: {
          kind: 'choice',
          schema: z.string().optional(),
          description: 'Choice',
          choices: [{ value: 'a', label: 'A' }],
        },
        many: {
          kind: 'choice',
          schema: z.string().optional(),
          description: 'Too many choices for a list',
          choices: Array.from({ length: 30 }, (_, index) => ({
            value: `v${index}`,
            label: `Label ${index}`,
          })),
        },
        who: { kind: 'person', schema: z.unknown(), description: 'Person' },
        where: { kind: 'channel', schema: z.unknown(), description: 'Channel' },
        day: { kind: 'date', schema: z.string().optional(), description: 'Date' },
        file: { kind: 'file', schema: z.unknown(), description: 'File' },
        place: {
          schema: z.string().optional(),
          description: 'Completed',
          suggest: async (typed) => [{ value: `${typed}zil`, label: `${typed}zil, a country` }],
        },
      },
      handle: (input) => ({ tone: 'plain', title: JSON.stringify(input) }),
    }),
  },
  messageActions: [{ name: 'Check codes', handle: () => ({ tone: 'plain', title: 'x' }) }],
});

/** What Discord calls our languages; Arabic is not among those that it knows. */
const discordCodes: readonly (readonly [string, Translated])[] = [
  ['zh-TW', 'zh-Hant'],
  ['zh-CN', 'zh-Hans'],
  ['ja', 'ja'],
  ['ko', 'ko'],
  ['pt-BR', 'pt-BR'],
  ['es-ES', 'es'],
  ['es-419', 'es'],
  ['ru', 'ru'],
  ['tr', 'tr'],
  ['id', 'id'],
];

it('puts required options first and the translated names beside the English ones', () => {
  const [chat, menu] = describeCommands([command]).map((one) => asJson(one));
  const options = asList(chat?.options).map(asJson);
  expect(options.map(({ name, type, required }) => [name, type, required ?? false])).toEqual([
    ['count', 10, true],
    ['codes', 3, false],
    ['one', 3, false],
    ['many', 3, false],
    ['who', 6, false],
    ['where', 7, false],
    ['day', 3, false],
    ['file', 11, false],
    ['place', 3, false],
  ]);
  expect(options[1]?.name_localizations).toEqual(
    Object.fromEntries(discordCodes.map(([code, locale]) => [code, optionNamesIn(locale).codes])),
  );
  expect(options.filter(({ autocomplete }) => autocomplete).map(({ name }) => name)).toEqual([
    'many',
    'place',
  ]);
  expect(menu).toMatchObject({ type: 3, name: 'Check codes' });
});

it('registers once, and again only what changed', async () => {
  const { discord, start, connection, logged, soon } = await openStage();
  await connection.stop();
  discord.gateway.forgetThrottle();
  await start();
  await soon(() => logged('commands are registered').length === 2);
  expect(discord.requests(/PUT .*commands/)).toHaveLength(1);
  expect(logged('"changed":[]')).toHaveLength(1);
});

it('from the shell says what it did, and what was to do', async () => {
  const { discord, house } = await setStage();
  const register = async (commands: readonly Command[]) => {
    const said: string[] = [];
    const write = (text: string) => void said.push(text);
    const use = {
      args: [],
      commands,
      env: envFor(discord),
      services: house.services,
      write,
      writeError: write,
    };
    return [await adapter.tools?.register?.run(use), said.join('')];
  };
  expect(await register([command])).toEqual([
    0,
    'Registered 2 commands everywhere; new, changed or removed: all, Check codes.\n',
  ]);
  expect(await register([command])).toEqual([
    0,
    'Nothing to do everywhere: 2 commands are registered as they should be.\n',
  ]);
  expect((await register([{ ...command, description: 'Changed' }]))[1]).toContain('removed: all.');
  expect((await register([]))[1]).toContain('removed: all, Check codes.');
  discord.fail({ on: 'GET /applications/*', status: 503, times: 9 });
  expect(await register([command])).toEqual([1, 'The commands could not be registered: HTTP 503\n']);
});

it('registers in the named servers alone, and nowhere twice', async () => {
  const { discord, guild, start } = await setStage();
  await start({ DISCORD_COMMAND_SERVERS: guild.id });
  await discord.waitFor(() => discord.commands(guild.id).length > 0);
  expect(discord.commands()).toEqual([]);
});

it('reads every kind of option, and completes what is being typed', async () => {
  const { discord, house, ana, bo, channel, start } = await setStage();
  Object.assign(house.bot, {
    commands: [command],
    next: (act: { options: unknown }) => ({
      kind: 'work',
      visibility: 'private',
      run: async () => ({ tone: 'plain', title: 'x', text: [JSON.stringify(act.options)] }),
    }),
    suggest: async ({ typed }: { typed: string }) => [{ value: `${typed}zil`, label: `${typed}zil` }],
  });
  await start();
  await discord.waitFor(() => discord.commands().length > 0);
  const file = { name: 'a.csv', bytes: Buffer.from('x'), contentType: 'text/csv; charset=utf-8' };
  const given = { count: 2.5, codes: 'US', one: 'a', who: bo, where: channel, day: '2026-12-11', file };
  await discord.slash(ana, channel, 'all', null, given).reply();
  const act: unknown = JSON.parse(shown(discord, discord.ephemerals(ana)[0]!).split('\n')[1] ?? '');
  expect(act).toMatchObject({
    ...{
      count: 2.5,
      codes: 'US',
      one: 'a',
      day: '2026-12-11',
      where: { channel: channel.id, name: 'beats' },
    },
    who: { account: bo.id, name: 'Bo' },
    file: { name: 'a.csv', sizeBytes: 1, mediaType: 'text/csv' },
  });

  expect(await discord.autocomplete(ana, channel, 'all', null, { place: 'Bra' }, 'place').choices()).toEqual([
    { name: 'Brazil', value: 'Brazil' },
  ]);
  const many = await discord.autocomplete(ana, channel, 'all', null, { many: 'label 2' }, 'many').choices();
  expect(many.map(({ value }) => value)).toEqual([
    'v2',
    'v20',
    'v21',
    'v22',
    'v23',
    'v24',
    'v25',
    'v26',
    'v27',
    'v28',
    'v29',
  ]);
});

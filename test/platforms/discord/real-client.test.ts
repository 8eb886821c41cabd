import {
  ApplicationCommandOptionType,
  Client,
  Events,
  type Interaction,
  Partials,
  REST,
  Routes,
  SlashCommandBuilder,
} from 'discord.js';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { agent } from '../../../src/adapters/discord/api.ts';
import { type Discord, startDiscord } from './discord.ts';

/** Guilds, guild messages and reactions, direct messages and reactions: nothing privileged. */
const INTENTS = 13_825;

let discord: Discord;
let client: Client;

/** Answers every command in the simplest way; what it sees is kept for the tests. */
function bareBot(handle: (interaction: Interaction) => Promise<unknown>): Client {
  const bot = new Client({
    intents: INTENTS,
    rest: { api: discord.apiUrl, agent },
    partials: [Partials.Message, Partials.Channel, Partials.Reaction, Partials.User],
  });
  bot.on(Events.InteractionCreate, (interaction) => void handle(interaction));
  return bot;
}

async function registerPing(): Promise<void> {
  const rest = new REST({ api: discord.apiUrl }).setToken(discord.token);
  const ping = new SlashCommandBuilder()
    .setName('ping')
    .setDescription('Answers')
    .addStringOption((option) => option.setName('word').setDescription('Comes back'))
    .addAttachmentOption((option) => option.setName('file').setDescription('Is weighed'));
  await rest.put(Routes.applicationCommands(discord.bot.id), { body: [ping] });
}

beforeEach(async () => {
  discord = await startDiscord();
});

afterEach(async () => {
  await client?.destroy();
  await discord.stop();
});

describe('the real discord.js on the fake server', () => {
  it('connects, learns its guilds, and answers a command with an option and a file', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const ana = discord.user('Ana');
    discord.join(guild, ana);
    await registerPing();
    client = bareBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      const file = interaction.options.getAttachment('file');
      await interaction.reply(`${interaction.options.getString('word')} ${file?.name} ${file?.size}`);
    });
    await client.login(discord.token);
    await discord.connected();

    const file = { name: 'codes.csv', bytes: new TextEncoder().encode('isrc\n') };
    const answer = await discord.slash(ana, channel, 'ping', null, { word: 'hi', file }).reply();

    expect(discord.text(answer)).toBe('hi codes.csv 5');
    expect(client.guilds.cache.map(({ name }) => name)).toEqual(['Night Bus Records']);
    expect(discord.mistakes).toEqual([]);
  });

  it('searches members by the beginning of their nickname or user name, and refuses other limits', async () => {
    const guild = discord.guild('Night Bus Records');
    for (const name of ['Bo', 'Bonnie', 'Ana']) discord.join(guild, discord.user(name));
    guild.members.get([...guild.members.keys()].at(-1)!)!.nick = 'BOss';
    client = bareBot(async () => {});
    await client.login(discord.token);
    await discord.connected();

    const { members } = await client.guilds.fetch(guild.id);
    const names = async (query: string, limit: number) =>
      [...(await members.search({ query, limit })).values()].map(({ user }) => user.username).sort();
    expect(await names('bo', 100)).toEqual(['ana', 'bo', 'bonnie']);
    expect(await names('bo', 2)).toHaveLength(2);
    await expect(names('bo', 1001)).rejects.toMatchObject({ code: 50_035 });
    await expect(names('b'.repeat(101), 1)).rejects.toMatchObject({ code: 50_035 });
  });

  it('defers, edits, follows up in private, and opens a form', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const ana = discord.user('Ana');
    discord.join(guild, ana);
    await registerPing();
    client = bareBot(async (interaction) => {
      if (!interaction.isChatInputCommand()) return;
      await interaction.deferReply({ flags: 64 });
      await interaction.editReply({
        content: 'done',
        files: [{ attachment: Buffer.from('x'), name: 'x.txt' }],
      });
      await interaction.followUp({ content: 'more', flags: 64 });
    });
    await client.login(discord.token);

    const [first, second] = await discord.slash(ana, channel, 'ping').replies(2);

    expect(discord.text(first!)).toBe('done\n[x.txt]');
    expect(discord.ephemerals(ana).map(discord.text)).toEqual(['done\n[x.txt]', 'more']);
    expect(second?.ephemeralFor).toBe(ana.id);
    expect(discord.messages(channel)).toEqual([]);
  });

  it('brings reactions on messages that were never cached, bursts among them', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const ana = discord.user('Ana');
    discord.join(guild, ana);
    const message = discord.post(ana, channel, 'a sheet');
    const seen: string[] = [];
    client = bareBot(async () => {});
    client.on(Events.MessageReactionAdd, (reaction, user, { burst }) => {
      seen.push(`${reaction.emoji.name} ${user.id === ana.id} ${burst}`);
      discord.world.changes.happened();
    });
    await client.login(discord.token);
    await discord.connected();

    discord.react(ana, message, '✅');
    discord.react(ana, message, '✅', true);

    await discord.waitFor(() => seen.length === 2);
    expect(seen).toEqual(['✅ true false', '✅ true true']);
  });

  it('resumes after a drop and gets what happened in between', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const ana = discord.user('Ana');
    discord.join(guild, ana);
    const message = discord.post(ana, channel, 'a sheet');
    let count = 0;
    client = bareBot(async () => {});
    client.on(Events.MessageReactionAdd, () => {
      count += 1;
      discord.world.changes.happened();
    });
    await client.login(discord.token);

    discord.gateway.drop();
    discord.react(ana, message, '✅');

    await discord.waitFor(() => count === 1);
    expect(discord.gateway.resumes).toBe(1);
    expect(discord.gateway.identifies).toBe(1);
  });
});

describe('what Discord refuses', () => {
  it.each([
    ['a name with capitals', { name: 'Isrc', description: 'x' }],
    ['a description that is too long', { name: 'isrc', description: 'x'.repeat(101) }],
    [
      'a language it does not have',
      { name: 'isrc', description: 'x', description_localizations: { ar: 'x' } },
    ],
    [
      'an option that must be given after one that need not be',
      {
        name: 'isrc',
        description: 'x',
        options: [
          { type: ApplicationCommandOptionType.String, name: 'a', description: 'x' },
          { type: ApplicationCommandOptionType.String, name: 'b', description: 'x', required: true },
        ],
      },
    ],
    [
      'two options with one translated name',
      {
        name: 'isrc',
        description: 'x',
        options: [
          { type: 3, name: 'a', description: 'x', name_localizations: { ja: 'b' } },
          { type: 3, name: 'b', description: 'x' },
        ],
      },
    ],
  ])('%s', async (_what, command) => {
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    await expect(
      rest.put(Routes.applicationCommands(discord.bot.id), { body: [command] }),
    ).rejects.toMatchObject({
      code: 50035,
    });
    expect(discord.mistakes).toHaveLength(1);
  });

  it('a second answer, a late one, and an edit before the first', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const ana = discord.user('Ana');
    discord.join(guild, ana);
    await registerPing();
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    const { interaction } = discord.slash(ana, channel, 'ping');
    const callback = Routes.interactionCallback(interaction.id, interaction.token);
    const original = Routes.webhookMessage(discord.bot.id, interaction.token, '@original');

    await expect(rest.patch(original, { body: { content: 'x' } })).rejects.toMatchObject({ code: 10_015 });
    await rest.post(callback, { body: { type: 5 } });
    await expect(rest.post(callback, { body: { type: 5 } })).rejects.toMatchObject({ code: 40_060 });
    const late = discord.slash(ana, channel, 'ping').interaction;
    discord.advance(3001);
    await expect(
      rest.post(Routes.interactionCallback(late.id, late.token), { body: { type: 5 } }),
    ).rejects.toMatchObject({ code: 10_062 });
    discord.advance(15 * 60_000);
    await expect(rest.patch(original, { body: { content: 'x' }, auth: false })).rejects.toMatchObject({
      code: 50_027,
    });
  });

  it('a text that is too long, embeds that are too long together, and an empty message', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    const post = (body: unknown) => rest.post(Routes.channelMessages(channel.id), { body });
    const long = { description: 'x'.repeat(3001) };

    await expect(post({ content: 'x'.repeat(2001) })).rejects.toMatchObject({ code: 50_035 });
    await expect(post({ embeds: [long, long] })).rejects.toMatchObject({ code: 50_035 });
    await expect(post({ content: ' ' })).rejects.toMatchObject({ code: 50_006 });
  });

  it('a direct message to somebody who takes none, and posting where it may not', async () => {
    const guild = discord.guild('Night Bus Records');
    const channel = discord.channel(guild, 'beats');
    const bo = discord.user('Bo', { dms: 'closed' });
    discord.join(guild, bo);
    discord.deny(channel, discord.bot, 'sendMessages');
    const rest = new REST({ api: discord.apiUrl, retries: 0 }).setToken(discord.token);
    const direct = discord.direct(bo);

    await expect(
      rest.post(Routes.channelMessages(direct.id), { body: { content: 'x' } }),
    ).rejects.toMatchObject({
      code: 50_007,
    });
    await expect(
      rest.post(Routes.channelMessages(channel.id), { body: { content: 'x' } }),
    ).rejects.toMatchObject({
      code: 50_013,
    });
  });
});

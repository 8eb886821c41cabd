import { expect, it } from 'vitest';
import adapter from '../../../src/adapters/discord/index.ts';
import type { Finding } from '../../../src/bot/adapter.ts';
import { plain } from '../../../src/text/spans.ts';
import { translator } from '../../../src/text/translate.ts';
import { envFor } from './rig.ts';
import { openStage, setStage } from './stage.ts';

const t = translator('en', 'UTC');
const say = (findings: readonly Finding[]) =>
  findings.map(({ tone, message, values, fix }) => {
    return `${tone}: ${plain(t(message, values))}${fix ? ` → ${plain(t(fix, values))}` : ''}`;
  });

it('finds nothing wrong where nothing is', async () => {
  const { connection, place } = await openStage();
  expect(say(await connection.diagnose(place))).toEqual([
    'good: Discord: connected as Splitproof.',
    'good: Discord has the commands as they are here: 1 of them.',
    'good: In this channel the bot may do everything it needs.',
  ]);
});

it('names each missing permission of the channel and how to grant it', async () => {
  const { discord, connection, channel, place, soon } = await openStage();
  discord.deny(channel, discord.bot, 'attachFiles');
  await soon(async () => (await connection.missingPermissions(channel.id)).length > 0);
  expect(say(await connection.diagnose(place))).toContain(
    'bad: In this channel the bot lacks the permission “Attach Files”. → Server Settings → Roles → the bot’s role, or Edit Channel → Permissions: switch on “Attach Files”.',
  );
});

it('notices commands that are not registered as they are here, an endpoint that takes them away, and few connections left', async () => {
  const { discord, connection, place } = await openStage({ identifies: 150 });
  discord.world.commands.set('global', []);
  discord.world.interactionsUrl = 'https://example.com/hook';
  const found = say(await connection.diagnose(place)).join('\n');
  expect(found).toMatch(
    /bad: The commands registered at Discord differ from those here: try and Look at this\./,
  );
  expect(found).toMatch(/bad: Discord sends commands to a web address \(https:\/\/example\.com\/hook\)/);
  expect(found).toMatch(/caution: Discord allows 149 more connections until /);
});

it('advises to switch off privileged intents that nothing needs', async () => {
  const { connection, place } = await openStage({ privilegedIntents: 1 << 15 });
  expect(say(await connection.diagnose(place)).join('\n')).toContain(
    'caution: The application has privileged intents switched on that this bot does not use: Message Content Intent.',
  );
});

it('says that it is not connected', async () => {
  const { discord, connection, place, soon } = await openStage();
  discord.gateway.isRefusing = true;
  discord.gateway.drop();
  await soon(() => connection.whyNotReady() !== null);
  expect(say(await connection.diagnose(place))[0]).toMatch(
    /^bad: Discord: shard 0 is connecting again → Wait a minute/,
  );
});

it('looks from the shell at the token, and at every server', async () => {
  const { discord, guild, house } = await setStage();
  const { commands } = house.bot;
  const inspect = (env = {}) => adapter.inspect?.(commands, envFor(discord, env), house.services) ?? [];
  discord.setEveryone(guild, ['viewChannel', 'sendMessages']);
  expect(say(await inspect())).toEqual([
    'good: Discord: connected as Splitproof.',
    expect.stringMatching(/^bad: The commands registered at Discord differ/),
    'bad: On the server Night Bus Records the bot lacks Send Messages in Threads, Attach Files, Read Message History and Add Reactions. → Server Settings → Roles → the bot’s role: switch them on.',
  ]);
  expect(say(await inspect({ DISCORD_TOKEN: 'X'.repeat(60) }))).toEqual([
    'bad: Discord does not accept the token. → Make a new one at discord.com/developers/applications, under Bot → Reset Token, and put it into DISCORD_TOKEN.',
  ]);
  expect(house.failed).toEqual([]);
});

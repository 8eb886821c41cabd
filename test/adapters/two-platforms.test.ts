import { createRequire } from 'node:module';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../src/bot/load.ts';
import { type Discord, startDiscord } from '../platforms/discord/discord.ts';
import { type Slack, startSlack } from '../platforms/slack/slack.ts';
import { type BotProcess, openBotProcess } from './bot-process.ts';
import { type DiscordStage, discordProcess, setDiscordStage } from './discord/split-stage.ts';
import { applyOwnManifest } from './slack/rig.ts';
import { type SlackStage, setSlackStage, slackProcess } from './slack/split-stage.ts';

const CODE = /code: ([a-z0-9-]+)/;

describe('one team over a Slack workspace and a Discord server', () => {
  let slack: Slack;
  let discord: Discord;
  let bot: BotProcess;
  let there: SlackStage;
  let here: DiscordStage;

  beforeAll(async () => {
    [slack, discord] = await Promise.all([
      startSlack(),
      startDiscord({ patienceMs: 15_000, throttlesIdentify: false }),
    ]);
    applyOwnManifest(
      slack,
      { commands: await loadCommands(join(import.meta.dirname, '../../commands')) },
      'socket',
    );
    const guild = discord.guild('Night Bus Records');
    there = setSlackStage(slack, 'en');
    here = setDiscordStage(discord, guild, 'en');
    there.people.ana.isAdmin = true;
    discord.join(guild, here.people.ana, ['manageGuild']);
    bot = openBotProcess({
      ...{ ...slackProcess(slack), ...discordProcess(discord), ADAPTERS: 'slack,discord' },
      // Whichever client for requests comes first is that of the whole process; this one takes no files of discord.js.
      NODE_OPTIONS: `--import=${pathToFileURL(createRequire(import.meta.url).resolve('undici')).href}`,
    });
    await bot.start();
    await discord.waitFor(() => discord.command('split'), 'the commands to be registered');
  });
  afterAll(async () => {
    await bot?.close();
    await Promise.all([slack?.stop(), discord?.stop()]);
  });

  /** What Slack answers with a code, and the code typed and confirmed on Discord. */
  async function link(who: 'ana' | 'bo', asked: string, answered: RegExp, done: RegExp): Promise<void> {
    await slack.command(there.people[who], there.channel, '/splitproof', asked);
    const given = await there.answered(there.people[who], answered);
    const [, code = ''] = CODE.exec(slack.read(given)) ?? [];
    discord.slash(here.people[who], here.channel, 'splitproof', 'link', { code });
    const question = await here.answered(here.people[who], /Confirm/);
    discord.click(here.people[who], question, 'Confirm');
    await here.answered(here.people[who], done);
  }

  it('is joined by a code, and so are the accounts of one person', async () => {
    await link(
      'ana',
      'link for: team',
      /^✅ The code for this team: /,
      /^✅ This place belongs to the other team now/,
    );
    // The team of a place is believed for a minute; whoever starts the bot again need not wait for that.
    await bot.stop();
    await bot.start();
    await link('bo', 'link', /^✅ Your code: /, /^✅ This account is Bo’s now/);
  });

  it('shows a sheet in both, where marks from either count and both say so', async () => {
    const { ana, bo } = there.people;
    const line = 'new title: "Night Bus" composition: "@ana 1/2 composer; @bo 1/2 lyricist"';
    await slack.command(ana, there.channel, '/split', line);
    const onSlack = await there.posted(/^Night Bus · original · version 1\n/);
    discord.slash(here.people.bo, here.channel, 'split', 'post', { sheet: 'Night Bus' });
    const onDiscord = await here.posted(/^Night Bus · original · version 1\n/);

    here.react(here.people.bo, onDiscord, '✅');
    await there.shows(onSlack, /^⏳ 1 of 2 agreed .*\n✅ Agreed \([a-z ]+\): @/m);
    await here.shows(onDiscord, /^⏳ 1 of 2 agreed .*\n✅ Agreed \([a-z ]+\): /m);
    // The same from both accounts of one person is one mark.
    there.react(bo, onSlack, '👍');
    there.react(ana, onSlack, '✅');
    await there.posted(/^✅ Night Bus, version 1: agreed by both/);
    await here.posted(/^✅ Night Bus, version 1: agreed by both/);
    await there.shows(onSlack, /^✅ Agreed by everyone/m);
    await here.shows(onDiscord, /^✅ Agreed by everyone/m);
  });

  it('posts a new version wherever the one before stands', async () => {
    const { ana } = there.people;
    await slack.command(
      ana,
      there.channel,
      '/split',
      'amend "Night Bus" composition: "@ana 2/3 composer; @bo 1/3 lyricist"',
    );
    const onSlack = await there.posted(/^Night Bus · original · version 2\n/);
    const onDiscord = await here.posted(/^Night Bus · original · version 2\n/);
    there.react(ana, onSlack, '✅');
    await here.shows(onDiscord, /^⏳ 1 of 2 agreed/m);
    // With one account against it and the other for it, somebody is undecided.
    there.react(there.people.bo, onSlack, '❌');
    await here.shows(onDiscord, /^❌ Disputed by: /m);
    here.react(here.people.bo, onDiscord, '✅');
    await there.shows(onSlack, /^⚠️ Undecided, with both ✅ and ❌: /m);
    await here.shows(onDiscord, /^⚠️ Undecided, with both ✅ and ❌: /m);
    slack.unreact(there.people.bo, onSlack as Parameters<Slack['unreact']>[1], 'x');
    await there.posted(/^✅ Night Bus, version 2: agreed by both/);
    await here.posted(/^✅ Night Bus, version 2: agreed by both/);
    const first = await there.posted(/^Night Bus · original · version 1\n/);
    await there.shows(first, /^⚠️ Version 2 has taken its place\./m);
  });

  it('gives files on Discord whichever client for requests came first', async () => {
    const answer = discord.slash(here.people.ana, here.channel, 'split', 'show', { sheet: 'Night Bus' });
    const message = await answer.reply((shown) => shown.attachments.length > 0);
    expect(message.attachments[0]?.filename).toMatch(/-v2\.txt$/);
  });

  it('has one ledger, which verifies', async () => {
    expect(await bot.shell('evidence', 'out')).toMatchObject({ code: 0 });
    expect(await bot.shell('verify', 'out')).toMatchObject({ code: 0 });
  });
});

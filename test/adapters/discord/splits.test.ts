import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Discord } from '../../platforms/discord/discord.ts';
import type { Guild, Message } from '../../platforms/discord/things.ts';
import type { BotProcess } from '../bot-process.ts';
import { tellSplitStory } from '../split-story.ts';
import { type DiscordStage, openSplitDiscord, setDiscordStage } from './split-stage.ts';

describe('split sheets on Discord, with the bot as a process of its own', () => {
  let discord: Discord;
  let guild: Guild;
  let bot: BotProcess;
  let english: DiscordStage;
  let chinese: DiscordStage;

  beforeAll(async () => {
    ({ discord, guild, bot } = await openSplitDiscord());
    english = setDiscordStage(discord, guild, 'en');
    chinese = setDiscordStage(discord, guild, 'zh-Hant');
    await bot.start();
    await discord.waitFor(() => discord.command('split'), 'the commands to be registered');
  });
  afterAll(async () => {
    await bot?.close();
    await discord?.stop();
  });

  /** A sheet of Ana and Bo, once it is posted. */
  async function sheetOf(title: string, channel = english.channel): Promise<Message> {
    const { ana, bo } = english.people;
    const composition = `<@${ana.id}> 1/2 composer; <@${bo.id}> 1/2 lyricist`;
    discord.slash(ana, channel, 'split', 'new', { title, composition });
    return postOf(title, 1, [], channel);
  }
  function postOf(title: string, version: number, after: readonly Message[] = [], channel = english.channel) {
    const begins = `${title} · original · version ${version}\n`;
    return discord.waitFor(
      () =>
        discord
          .posts(channel)
          .find((message) => !after.includes(message) && english.read(message).startsWith(begins)),
      `the post of ${title}`,
    );
  }
  const hasHints = (post: Message) =>
    discord.waitFor(() => post.reactions.has('✅') && post.reactions.has('❌'), 'the emoji to press');

  it('are agreed by reaction, in English', () => tellSplitStory(english));

  it('are agreed by reaction, in Chinese', () => tellSplitStory(chinese));

  it('are proposed in a form of two pages, with people as they are called', async () => {
    const { ana, bo } = english.people;
    const pages: string[][] = [];
    await english.send(discord.slash(ana, english.channel, 'split', 'new'), (stood) => {
      pages.push(Object.keys(stood));
      return {
        title: 'Harbor',
        composition: `@Ana 50% composer\n@${bo.username} 50% lyricist`,
        master: '@Ana 100% producer',
        performer: '',
        kind: 'live',
        samples: 'Waves | Dee | cleared',
        ai: 'partly',
      };
    });
    expect(pages.map(({ length }) => length)).toEqual([5, 2]);
    const post = await english.posted(/^Harbor · live · version 1\n/);
    expect(english.read(post)).toContain('Samples: Waves, owned by Dee (cleared)\nAI use: partly\n');
    expect(post.pings.users).toEqual([ana.id, bo.id]);
  });

  it('give the form back as it was filled in when the shares do not add up', async () => {
    const { ana } = english.people;
    const before = english.ours().length;
    const typed = { title: 'Rain', composition: '@Ana 1/2 composer\n@Bo 1/3 lyricist' };
    await english.send(discord.slash(ana, english.channel, 'split', 'new'), () => typed);
    const said = await english.answered(ana, /Composition adds up to 5\/6/);
    const stood: string[] = [];
    await english.send(discord.click(ana, said, 'Change it'), (fields) => {
      stood.push(fields.composition ?? '');
      return { ...typed, composition: typed.composition.replace('1/3', '1/2') };
    });
    expect(stood[0]).toBe(typed.composition);
    await english.posted(/^Rain · original · version 1\n/);
    expect(english.ours()).toHaveLength(before + 1);
  });

  it('do not count the emoji that the bot puts there to be pressed', async () => {
    const post = await sheetOf('Hints');
    await hasHints(post);
    english.react(english.people.bo, post, '✅');
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    expect(english.read(post)).not.toMatch(/Disputed|Undecided/);
    const opened = discord.requests(/^POST \/users\/@me\/channels/).map(({ body }) => body.recipient_id);
    expect(opened).not.toContain(discord.bot.id);
  });

  it('count super reactions, until the last that says the same is taken off', async () => {
    const { ana, bo } = english.people;
    const post = await sheetOf('Burst');
    discord.react(ana, post, '✅', true);
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    discord.react(ana, post, '👍🏽', true);
    discord.unreact(ana, post, '✅', true);
    discord.react(bo, post, '✔', true);
    await english.posted(/^✅ Burst, version 1: agreed by both/);
  });

  it('are undecided with both emoji, and agreed once the second is taken off', async () => {
    const { ana, bo } = english.people;
    const post = await sheetOf('Both');
    english.react(ana, post, '👍');
    english.react(bo, post, '✔️');
    discord.react(ana, post, '👎🏻');
    await english.shows(post, /^⚠️ Undecided, with both ✅ and ❌: /m);
    discord.unreact(ana, post, '👎🏻');
    await english.posted(/^✅ Both, version 1: agreed by both/);
  });

  it('find what was marked while nobody listened, and know their messages after a restart', async () => {
    const { ana, bo } = english.people;
    const post = await sheetOf('Night Shift');
    await hasHints(post);
    await bot.stop();
    discord.react(ana, post, '✅', true);
    await bot.start();
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    english.react(bo, post, '✅');
    await english.posted(/^✅ Night Shift, version 1: agreed by both/);
    discord.slash(ana, english.channel, 'split', 'show', { sheet: 'Night Shift' });
    await english.answered(
      ana,
      /Ana agreed, .* · found later · entry \d+\n(• )?Bo agreed, .* · seen (live|and read back)/,
    );
  });

  it('are posted again when somebody deletes the message, and keep their marks', async () => {
    const post = await sheetOf('Gone');
    english.react(english.people.ana, post, '✅');
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    discord.deleteMessage(post);
    english.react(english.people.bo, await postOf('Gone', 1, [post]), '✅');
    await english.posted(/^✅ Gone, version 1: agreed by both/);
  });

  it('tell the proposer when the channel is deleted, who shows them elsewhere', async () => {
    const { ana, bo } = english.people;
    const attic = discord.channel(guild, 'attic');
    await hasHints(await sheetOf('Attic', attic));
    discord.deleteChannel(attic);
    const notice = await english.told(ana, /^❌ Version 1 of Attic could not be posted/);
    expect(english.read(notice)).toContain('/split post "Attic"');
    discord.slash(ana, english.channel, 'split', 'post', { sheet: 'Attic' });
    for (const person of [ana, bo]) english.react(person, await postOf('Attic', 1), '✅');
    await english.posted(/^✅ Attic, version 1: agreed by both/);
  });

  it('are not begun where the bot lacks something, which is named', async () => {
    const { ana } = english.people;
    const outside = discord.channel(guild, 'outside');
    discord.deny(outside, discord.bot, 'addReactions', 'attachFiles');
    discord.slash(ana, outside, 'split', 'new', {
      title: 'Outside',
      composition: `<@${ana.id}> 100% composer`,
    });
    await english.answered(ana, /^❌ .*Attach Files.*Add Reactions/);
    discord.slash(ana, english.channel, 'split', 'status', { sheet: 'Outside' });
    await english.answered(ana, /^❌ .*Outside/);
    expect(discord.posts(outside)).toEqual([]);
  });

  it('leave a ledger that verifies', async () => {
    expect(await bot.shell('evidence', 'out')).toMatchObject({ code: 0 });
    expect(await bot.shell('verify', 'out')).toMatchObject({ code: 0 });
  });

  it('have asked nothing of Discord that Discord would refuse', () => {
    expect(discord.mistakes).toEqual([]);
  });
});

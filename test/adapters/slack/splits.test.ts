import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Slack } from '../../platforms/slack/slack.ts';
import type { Message } from '../../platforms/slack/world.ts';
import type { BotProcess } from '../bot-process.ts';
import { tellSplitStory } from '../split-story.ts';
import { openSplitSlack, type SlackStage, sendForm, setSlackStage } from './split-stage.ts';

describe('split sheets on Slack, with the bot as a process of its own', () => {
  let slack: Slack;
  let bot: BotProcess;
  let english: SlackStage;
  let chinese: SlackStage;

  beforeAll(async () => {
    ({ slack, bot } = await openSplitSlack());
    english = setSlackStage(slack, 'en');
    chinese = setSlackStage(slack, 'zh-Hant');
    await bot.start();
  });
  afterAll(async () => {
    await bot?.close();
    await slack?.stop();
  });

  /** A sheet of Ana and Bo, once it is posted. */
  async function sheetOf(title: string): Promise<Message> {
    const { ana } = english.people;
    const composition = '@ana 1/2 composer; @bo 1/2 lyricist';
    await slack.command(
      ana,
      english.channel,
      '/split',
      `new title: "${title}" composition: "${composition}"`,
    );
    return postOf(title, 1);
  }
  async function postOf(title: string, version: number, after: readonly Message[] = []): Promise<Message> {
    const begins = `${title} · original · version ${version}\n`;
    return slack.waitFor(`the post of ${title}`, () =>
      english.ours().find((message) => !after.includes(message) && slack.read(message).startsWith(begins)),
    );
  }

  it('are agreed by reaction, in English', () => tellSplitStory(english));

  it('are agreed by reaction, in Chinese', () => tellSplitStory(chinese));

  it('are proposed in a form, with people as they are called', async () => {
    const { ana, bo } = english.people;
    await slack.command(ana, english.channel, '/split', 'new');
    await sendForm(slack, ana, () => ({
      title: 'Harbor',
      composition: '@Ana 50% composer\n@bo 50% lyricist',
      master: '@Ana 100% producer',
      performer: '',
      kind: 'live',
      samples: 'Waves | Dee | cleared',
      ai: 'partly',
    }));
    const post = await slack.waitFor('the post', () =>
      english.ours().find((message) => slack.read(message).startsWith('Harbor · live · version 1\n')),
    );
    expect(slack.read(post)).toContain('Samples: Waves, owned by Dee (cleared)\nAI use: partly\n');
    expect(slack.pings(post)).toEqual([ana.id, bo.id]);
  });

  it('give the form back as it was filled in when the shares do not add up', async () => {
    const { ana } = english.people;
    const before = english.ours().length;
    const composition = '@ana 1/2 composer\n@bo 1/3 lyricist';
    await slack.command(ana, english.channel, '/split', 'new');
    await sendForm(slack, ana, () => ({ title: 'Rain', composition, kind: 'demo' }));
    const said = await english.answered(ana, /Composition adds up to 5\/6/);
    expect(english.ours()).toHaveLength(before);
    await english.fill(ana, said, 'New split sheet', (stood) => {
      expect(stood).toMatchObject({ title: 'Rain', composition, kind: 'demo' });
      return { ...stood, composition: composition.replace('1/3', '1/2') };
    });
    await english.posted(/^Rain · demo · version 1\n/);
  });

  it('do not count the emoji that the bot puts there to be pressed', async () => {
    const post = await sheetOf('Hints');
    await slack.waitFor(
      'both emoji',
      () => post.reactions.has('white_check_mark') && post.reactions.has('x'),
    );
    english.react(english.people.bo, post, '✅');
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    expect(slack.read(post)).not.toMatch(/Disputed|Undecided/);
    expect(slack.calls('conversations.open').map(({ args }) => args.users)).not.toContain(slack.bot.id);
  });

  it('are undecided with both emoji, and agreed once the second is taken off', async () => {
    const { ana, bo } = english.people;
    const post = await sheetOf('Both');
    english.react(ana, post, '👍');
    english.react(bo, post, '✔️');
    slack.react(ana, post, '-1::skin-tone-2');
    await english.shows(post, /^⚠️ Undecided, with both ✅ and ❌: /m);
    slack.unreact(ana, post, '-1::skin-tone-2');
    await english.posted(/^✅ Both, version 1: agreed by both/);
  });

  it('find what was marked while nobody listened, and know their messages after a restart', async () => {
    const { ana, bo } = english.people;
    const post = await sheetOf('Night Shift');
    await slack.waitFor('both emoji', () => post.reactions.has('x'));
    await bot.stop();
    english.react(ana, post, '✅');
    await bot.start();
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    english.react(bo, post, '✅');
    await english.posted(/^✅ Night Shift, version 1: agreed by both/);
    await slack.command(ana, english.channel, '/split', 'show "Night Shift"');
    await english.answered(
      ana,
      /Ana agreed, .* · found later · entry \d+\n(• )?Bo agreed, .* · seen (live|and read back)/,
    );
  });

  it('are posted again when somebody deletes the message, and keep their marks', async () => {
    const post = await sheetOf('Gone');
    english.react(english.people.ana, post, '✅');
    await english.shows(post, /^⏳ 1 of 2 agreed/m);
    slack.deleteMessage(post);
    english.react(english.people.bo, await postOf('Gone', 1, [post]), '✅');
    await english.posted(/^✅ Gone, version 1: agreed by both/);
  });

  it('tell the proposer when the channel is archived, who shows them elsewhere', async () => {
    const { ana, bo } = english.people;
    const attic = slack.addChannel({ name: 'attic', members: [ana, bo] });
    const composition = '@ana 1/2 composer; @bo 1/2 lyricist';
    await slack.command(ana, attic, '/split', `new title: "Attic" composition: "${composition}"`);
    await slack.waitFor('the post', () =>
      slack.messages(attic).some((message) => message.reactions.has('x')),
    );
    slack.archive(attic, ana);
    const notice = await english.told(ana, /^❌ Version 1 of Attic could not be posted/);
    expect(slack.read(notice)).toContain('/split post "Attic"');
    await slack.command(ana, english.channel, '/split', 'post Attic');
    for (const person of [ana, bo]) english.react(person, await postOf('Attic', 1), '✅');
    await english.posted(/^✅ Attic, version 1: agreed by both/);
  });

  it('are not begun where the bot lacks something, which is named', async () => {
    const { ana, bo } = english.people;
    const outside = slack.addChannel({ name: 'outside', members: [ana, bo], withoutBot: true });
    const line = 'new title: "Outside" composition: "@ana 1/2 composer; @bo 1/2 lyricist"';
    await slack.command(ana, outside, '/split', line);
    await english.answered(ana, /^❌ .*\/invite @splitproof/);
    await slack.command(ana, english.channel, '/split', 'status Outside');
    await english.answered(ana, /^❌ .*Outside/);
    expect(slack.messages(outside)).toEqual([]);
  });

  it('speak the language of the team where it has one', async () => {
    const admin = slack.addUser({ name: 'admin', isAdmin: true });
    await slack.command(admin, english.channel, '/splitproof', 'settings language: zh-Hant for: team');
    await english.answered(admin, /^✅ /);
    await slack.command(
      english.people.ana,
      english.channel,
      '/split',
      'new title: "Tram" composition: "@ana 100% composer"',
    );
    await english.posted(/^Tram · 原版 · 第 1 版\n詞曲\n/);
  });

  it('leave a ledger that verifies', async () => {
    expect(await bot.shell('evidence', 'out')).toMatchObject({ code: 0 });
    expect(await bot.shell('verify', 'out')).toMatchObject({ code: 0 });
  });

  it('need no right to read the history of a channel', () => {
    expect([...slack.app.scopes].filter((scope) => scope.includes('history'))).toEqual([]);
    const read = ['conversations.history', 'conversations.replies'].flatMap((method) => slack.calls(method));
    expect(read.filter(({ answer }) => answer.ok === true)).toEqual([]);
    const refused = slack.world.calls.filter(({ answer }) => answer.error === 'missing_scope');
    expect(refused.map(({ method }) => method)).toEqual(read.map(({ method }) => method));
  });
});

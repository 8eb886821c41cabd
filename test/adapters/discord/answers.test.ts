import { expect, it } from 'vitest';
import type { TestHouse } from '../house.ts';
import { openStage } from './stage.ts';

/** How often work was really begun. */
function countWork({ bot }: TestHouse): () => number {
  let count = 0;
  const { next } = bot;
  Object.assign(bot, {
    next(act: Parameters<typeof next>[0]) {
      const owed = next(act);
      if (owed.kind !== 'work') return owed;
      const run: typeof owed.run = (working) => {
        count += 1;
        return owed.run(working);
      };
      return { ...owed, run };
    },
  });
  return () => count;
}

it('answers first and works then', async () => {
  const { discord, ana, channel, house } = await openStage();
  const sent = discord.slash(ana, channel, 'try', 'slow');
  expect(await sent.acknowledged()).toBeLessThan(3000);
  expect(sent.interaction.response?.type).toBe(5);
  house.slow.open();
  await sent.reply((message) => discord.text(message).includes('Done at last'));
});

it('answers a command that only looks in one request', async () => {
  const { discord, ana, channel } = await openStage();
  const sent = discord.slash(ana, channel, 'try', 'who');
  await sent.reply();
  expect(sent.interaction.response?.type).toBe(4);
  expect(discord.requests(/callback|webhooks/)).toHaveLength(1);
});

it('answers first and then shows how far it is when looking takes long', async () => {
  const { discord, ana, channel, house } = await openStage();
  const work = countWork(house);
  const sent = discord.slash(ana, channel, 'try', 'look');
  await sent.reply((message) => discord.text(message).includes('Still looking'));
  expect(sent.interaction.response?.type).toBe(5);
  house.slow.open();
  await sent.reply((message) => discord.text(message).includes('Seen at last'));
  expect(work()).toBe(1);
});

it('says so when Discord refuses an answer that was given at once', async () => {
  const { discord, ana, channel, logged } = await openStage();
  discord.fail({
    on: 'POST /interactions/:id/:token/callback',
    status: 400,
    code: 50_035,
    message: 'Invalid Form Body',
  });
  const answer = await discord.slash(ana, channel, 'try', 'who').reply();
  const reference = /`(\S+)`/.exec(discord.text(answer))?.[1];
  expect(logged(String(reference))).toHaveLength(1);
});

it('does no work for a command that nobody waits for any more', async () => {
  const { discord, ana, channel, logged, house, soon } = await openStage();
  const work = countWork(house);
  const release = discord.gateway.hold();
  const sent = discord.slash(ana, channel, 'try', 'post', { text: 'too late' });
  discord.advance(4000);
  release();
  await soon(() => logged('an interaction could not be answered in time').length === 1);
  expect(sent.interaction.response).toBeNull();
  expect(work()).toBe(0);
  expect(house.failed).toEqual([]);
});

it('does the work once when the same command is delivered twice', async () => {
  const { discord, house, ana, channel, logged, soon } = await openStage();
  const work = countWork(house);
  const sent = discord.slash(ana, channel, 'try', 'post', { text: 'once' });
  await sent.reply();
  sent.deliver();
  await soon(() => logged('an interaction was answered by another process').length === 1);
  await discord.slash(ana, channel, 'try', 'post', { text: 'and then another' }).reply();
  expect(work()).toBe(2);
});

it('goes on when the first answer arrived but its own answer was lost', async () => {
  const { discord, ana, channel } = await openStage();
  discord.fail({ on: 'POST /interactions/:id/:token/callback', status: 500, afterWork: true });
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'still' }).reply();
  expect(discord.text(answer)).toContain('still');
});

it('tries the first answer again within its three seconds', async () => {
  const { discord, ana, channel } = await openStage();
  discord.fail({ on: 'POST /interactions/:id/:token/callback', status: 503, times: 2 });
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'third time' }).reply();
  expect(discord.text(answer)).toContain('third time');
});

it('waits out a short rate limit on the first answer, and gives up on one that outlasts it', async () => {
  const { discord, ana, channel, logged, soon } = await openStage();
  discord.fail({ on: 'POST /interactions/:id/:token/callback', retryAfter: 0.2 });
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'soon' }).reply();
  expect(discord.text(answer)).toContain('soon');

  discord.fail({ on: 'POST /interactions/:id/:token/callback', retryAfter: 5 });
  discord.slash(ana, channel, 'try', 'post', { text: 'never' });
  await soon(() => logged('an interaction could not be answered in time').length === 1);
  expect(discord.requests(/callback/)).toHaveLength(3);
  expect(discord.posts(channel)).toEqual([]);
});

it('sends a private answer as a direct message when the work outlasts the interaction', async () => {
  const { discord, ana, channel, house, soon } = await openStage();
  const sent = discord.slash(ana, channel, 'try', 'slow');
  await sent.reply();
  discord.advance(15 * 60_000 + 1000);
  house.slow.open();
  await soon(() => discord.directs(ana).length === 1);
  expect(discord.text(discord.directs(ana)[0]!)).toContain('Done at last');
});

it('says that an answer could not be shown when Discord refuses it, with a reference to the log', async () => {
  const { discord, ana, channel, logged } = await openStage();
  discord.fail({
    on: 'PATCH /webhooks/:id/:token/messages/:id',
    status: 400,
    code: 50_035,
    message: 'Invalid Form Body',
  });
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'x' }).reply();
  const reference = /under `(\S+)`/.exec(discord.text(answer))?.[1];
  expect(discord.text(answer)).toContain('The answer could not be shown here.');
  expect(logged(String(reference))).toHaveLength(1);
});

it('takes it that nobody wants an answer whose place was deleted', async () => {
  const { discord, ana, channel, house, logged, soon } = await openStage();
  const sent = discord.slash(ana, channel, 'try', 'slow');
  await sent.reply();
  sent.interaction.messages.length = 0;
  sent.interaction.original = null;
  const edits = discord.requests(/PATCH/).length;
  house.slow.open();
  await soon(() => discord.requests(/PATCH/).length > edits);
  expect(logged('an answer could not be shown')).toEqual([]);
});

it('answers in a direct message, and for an app that a person brought along into a server', async () => {
  const { discord, ana, channel } = await openStage();
  const direct = await discord.slash(ana, discord.direct(ana), 'try', 'admin').reply();
  expect(discord.text(direct)).toContain('Come in');

  const elsewhere = discord.channel(discord.guild('Not ours', { withBot: false }), 'general');
  const guest = await discord
    .slash(ana, elsewhere, 'try', 'echo', { text: 'as a guest' }, { userInstall: true })
    .reply();
  expect(discord.text(guest)).toContain('as a guest');
  expect(discord.posts(channel)).toEqual([]);
});

it('speaks the language of the person’s app', async () => {
  const { discord, ana, channel } = await openStage();
  const answer = await discord.slash(ana, channel, 'try', 'who', {}, { locale: 'zh-TW' }).reply();
  expect(discord.text(answer)).toContain('zh-Hant');
  const other = await discord.slash(ana, channel, 'try', 'who', {}, { locale: 'de' }).reply();
  expect(discord.text(other)).toContain('"locale":"en"');
});

it('asks nothing of Discord that Discord would refuse', async () => {
  const { discord, ana, channel } = await openStage();
  for (const path of ['echo', 'buttons', 'who']) {
    await discord
      .slash(ana, channel, 'try', path, path === 'echo' ? { text: '夜車 @everyone'.repeat(400) } : {})
      .reply();
  }
  expect(discord.mistakes).toEqual([]);
});

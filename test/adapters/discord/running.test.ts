import { expect, it as inTurn } from 'vitest';
import type { Discord } from '../../platforms/discord/discord.ts';
import { openStage } from './stage.ts';

/** Side by side: most of what happens here is waiting. */
const it = inTurn.concurrent;

it('ends the process with a sentence when the token is taken back while it runs', async ({
  onTestFinished,
}) => {
  const { discord, house, connection, soon } = await openStage({}, onTestFinished);
  discord.gateway.close(4004);
  await soon(() => house.failed.length > 0);
  expect(house.failed).toEqual([expect.stringMatching(/^Discord does not accept DISCORD_TOKEN/)]);
  expect(connection.whyNotReady()).toMatch(/does not accept/);
});

it('ends the process when a request is answered with 401, and not by itself when an interaction has run out', async ({
  onTestFinished,
}) => {
  const { discord, house, connection, place } = await openStage({}, onTestFinished);
  discord.fail({ on: 'POST /channels/:id/messages', status: 401, message: '401: Unauthorized' });
  await expect(connection.post(place, { tone: 'plain', title: 'x' }, 'k')).rejects.toMatchObject({
    problem: { code: 'platform.refused' },
  });
  expect(house.failed).toEqual([expect.stringMatching(/^Discord does not accept DISCORD_TOKEN/)]);
});

it('pauses between tries when Discord answers 5xx, and gives up with a sentence', async ({
  onTestFinished,
}) => {
  const { discord, connection, place } = await openStage({}, onTestFinished);
  discord.fail({ on: 'POST /channels/:id/messages', status: 502, times: 2 });
  await connection.post(place, { tone: 'plain', title: 'x' }, 'k1');
  const times = discord.requests(/POST .*messages/).map(({ atMs }) => atMs);
  expect(times).toHaveLength(3);
  expect(times[1]! - times[0]!).toBeGreaterThan(150);
  expect(times[2]! - times[1]!).toBeGreaterThan(600);

  discord.fail({ on: 'GET /channels/:id/messages/:id', status: 500, times: 9 });
  await expect(connection.reactions({ channel: place.channel, id: '1' })).rejects.toMatchObject({
    problem: { code: 'platform.unreachable', details: { platform: 'Discord' } },
  });
  expect(discord.requests(/GET .*messages/)).toHaveLength(4);
});

it('posts once when the answer to a post is lost', async ({ onTestFinished }) => {
  const { discord, connection, place, channel } = await openStage({}, onTestFinished);
  discord.fail({ on: 'POST /channels/:id/messages', status: 500, afterWork: true });
  discord.fail({ on: 'POST /channels/:id/messages', cut: true, afterWork: true });
  const posted = await connection.post(place, { tone: 'plain', title: 'once' }, 'once');
  expect(discord.posts(channel).map(({ id }) => id)).toEqual([posted.id]);
});

it('resumes after a drop, loses nothing, and reports no gap', async ({ onTestFinished }) => {
  const { discord, events, connection, channel, ana, soon } = await openStage({}, onTestFinished);
  const message = discord.post(ana, channel, 'a sheet');
  const gaps = events('gap').length;
  discord.gateway.drop();
  discord.react(ana, message, '✅');
  await soon(() => events('reaction').length === 1);
  expect(discord.gateway.resumes).toBe(1);
  expect(events('gap')).toHaveLength(gaps);
  await soon(() => connection.whyNotReady() === null);
});

it.for<readonly [string, (discord: Discord) => void]>([
  ['the session is invalid (operation 9)', (discord) => discord.gateway.invalidate()],
  [
    'the session is forgotten while it was away',
    (discord) => {
      discord.gateway.drop();
      discord.gateway.forget();
    },
  ],
])('reports since when it was away when %s', { timeout: 20_000 }, async ([, lose], { onTestFinished }) => {
  const before = Date.now();
  const { discord, events, soon } = await openStage({ throttlesIdentify: false }, onTestFinished);
  expect(events('gap')).toEqual([{ kind: 'gap', platform: 'discord', space: null, since: null }]);
  lose(discord);
  await soon(() => events('gap').length === 2, 12_000);
  const since = events('gap')[1]?.since?.getTime() ?? 0;
  expect(since).toBeGreaterThanOrEqual(before);
  expect(since).toBeLessThanOrEqual(Date.now());
});

it('connects again when Discord asks for it (operation 7), without a gap', async ({ onTestFinished }) => {
  const { discord, events, soon } = await openStage({}, onTestFinished);
  discord.gateway.askToReconnect();
  await soon(() => discord.gateway.resumes === 1);
  expect(events('gap')).toHaveLength(1);
});

it('tries to connect again with growing pauses while connections are cut', async ({ onTestFinished }) => {
  const { discord, connection, soon } = await openStage({}, onTestFinished);
  discord.gateway.isRefusing = true;
  discord.gateway.drop();
  await soon(() => discord.gateway.refusedAt.length >= 3, 12_000);
  const [first, second, third] = discord.gateway.refusedAt;
  expect(second! - first!).toBeGreaterThan(1000);
  expect(third! - second!).toBeGreaterThan(second! - first!);
  expect(connection.whyNotReady()).toBe('shard 0 is connecting again');
}, 20_000);

it('lives on when Discord sends what discord.js cannot read', async ({ onTestFinished }) => {
  const { discord, guild, ana, channel, house } = await openStage({}, onTestFinished);
  for (const data of [{}, { id: null }, { guild_id: guild.id }, { channel: 5, member: 'x' }]) {
    for (const type of [
      'MESSAGE_CREATE',
      'CHANNEL_UPDATE',
      'GUILD_CREATE',
      'INTERACTION_CREATE',
      'NEVER_HEARD_OF',
    ]) {
      discord.world.dispatch({ type, data, guildId: guild.id });
    }
  }
  const answer = await discord.slash(ana, channel, 'try', 'echo', { text: 'still here' }).reply();
  expect(discord.text(answer)).toContain('still here');
  expect(house.failed).toEqual([]);
});

it('stops in good order while a connection is being opened, whatever becomes of that', async ({
  onTestFinished,
}) => {
  const { discord, connection, house, soon } = await openStage({}, onTestFinished);
  discord.gateway.isStalling = true;
  discord.gateway.drop();
  await soon(() => discord.gateway.stalled === 1);
  const stopping = connection.stop();
  discord.gateway.endStalled();
  await stopping;
  expect(house.failed).toEqual([]);
});

it('stops once everything under way has been answered', async ({ onTestFinished }) => {
  const { discord, house, connection, channel, ana, soon } = await openStage({}, onTestFinished);
  const sent = discord.slash(ana, channel, 'try', 'slow');
  await sent.reply((message) => discord.text(message).includes('Still at it'));
  let isStopped = false;
  const stopping = connection.stop().then(() => {
    isStopped = true;
  });
  await soon(() => discord.gateway.connected().length === 0);
  expect(isStopped).toBe(false);
  house.slow.open();
  await stopping;
  expect(discord.text(await sent.reply())).toContain('Done at last');
});

import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

it('reads every page of who reacted, super reactions too, and counts a person once', async () => {
  const { discord, connection, channel, guild, place } = await openStage();
  const posted = await connection.post(place, { tone: 'plain', title: 'Sheet' }, 'sheet');
  const message = channel.messages.get(posted.id)!;
  const people = Array.from({ length: 230 }, (_, index) => discord.user(`Person${index}`));
  people.forEach((person, index) => {
    discord.join(guild, person);
    if (index < 215) discord.react(person, message, '✅');
    if (index >= 205) discord.react(person, message, '✅', true);
  });
  const [standing] = await connection.reactions(posted);
  expect(standing?.emoji).toBe('✅');
  expect([...(standing?.accounts ?? [])].sort()).toEqual(people.map(({ id }) => id).sort());
  expect(discord.requests(/GET .*reactions/).map(({ query }) => `${query.type} ${query.limit}`)).toEqual([
    ...Array(3).fill('0 100'),
    '1 100',
  ]);
});

it('keeps the emoji as it came, in events and when read back', async () => {
  const { discord, connection, channel, ana, place, events, soon } = await openStage();
  const posted = await connection.post(place, { tone: 'plain', title: 'Sheet' }, 'sheet');
  const message = channel.messages.get(posted.id)!;
  const emoji = ['👍🏽', '✔️', '✔', 'nightbus:123456789012345678'];
  for (const one of emoji) discord.react(ana, message, one);
  await soon(() => events('reaction').length === emoji.length);
  expect(events('reaction').map((event) => event.emoji)).toEqual(emoji);
  expect((await connection.reactions(posted)).map((standing) => standing.emoji)).toEqual(emoji);
});

it('tells burst and normal reactions apart in what it keeps as evidence', async () => {
  const { discord, channel, ana, bo, events, soon, guild } = await openStage();
  const message = discord.post(bo, channel, 'never seen by the bot');
  discord.react(ana, message, '✅', true);
  discord.unreact(ana, message, '✅', true);
  await soon(() => events('reaction').length === 2);
  const [added, removed] = events('reaction');
  expect(added).toMatchObject({
    act: 'added',
    message: { channel: channel.id, id: message.id },
    origin: { platform: 'discord', space: guild.id, account: ana.id, name: 'Ana' },
  });
  expect(JSON.parse(added?.raw ?? '')).toMatchObject({ burst: true, type: 1, user_id: ana.id });
  expect(removed).toMatchObject({ act: 'removed', origin: { account: ana.id } });
});

it('has a message looked at again when reactions are cleared, since Discord does not say whose', async () => {
  const { discord, channel, ana, bo, events, soon } = await openStage();
  const message = discord.post(bo, channel, 'a sheet');
  discord.react(ana, message, '✅');
  discord.clearReactions(message, '✅');
  discord.react(ana, message, '✅');
  discord.clearReactions(message);
  await soon(() => events('message-changed').length === 2);
  expect(events('message-changed').map((event) => event.message.id)).toEqual([message.id, message.id]);
});

it('hears reactions in threads and in direct messages', async () => {
  const { discord, channel, ana, events, soon } = await openStage();
  const thread = discord.thread(channel, 'a thread', ana);
  discord.react(ana, discord.post(ana, thread, 'x'), '✅');
  discord.react(ana, discord.post(ana, discord.direct(ana), 'y'), '✅');
  await soon(() => events('reaction').length === 2);
  expect(events('reaction').map(({ origin }) => origin.space)).toEqual([channel.guildId, `user-${ana.id}`]);
});

it('keeps its own hints to itself', async () => {
  const { discord, connection, ana, channel, place, events, soon } = await openStage();
  const posted = await connection.post(place, { tone: 'plain', title: 'Sheet' }, 'sheet');
  await connection.hint(posted, ['✅', '❌']);
  discord.react(ana, channel.messages.get(posted.id)!, '✅');
  await soon(() => events('reaction').length > 0);
  expect(events('reaction').map(({ origin }) => origin.account)).toEqual([ana.id]);
});

it('says which permissions it lacks for hints', async () => {
  const { discord, connection, channel, place } = await openStage();
  const posted = await connection.post(place, { tone: 'plain', title: 'Sheet' }, 'sheet');
  discord.deny(channel, discord.bot, 'addReactions');
  await expect(connection.hint(posted, ['✅'])).rejects.toMatchObject({
    problem: {
      code: 'platform.missing-permission',
      details: { permissions: ['View Channel', 'Read Message History', 'Add Reactions'] },
    },
  });
});

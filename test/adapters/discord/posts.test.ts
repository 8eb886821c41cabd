import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

const reply = (title: string) => ({ tone: 'plain' as const, title });

it('finds a post by its key, behind a hundred others and after it was edited', async () => {
  const { discord, connection, ana, channel, place } = await openStage();
  const posted = await connection.post(place, reply('first'), 'release-1-day-7');
  await connection.edit(posted, reply('changed'));
  for (let count = 0; count < 120; count += 1) discord.post(ana, channel, `talk ${count}`);
  expect(await connection.find(place, 'release-1-day-7')).toEqual(posted);
  expect(await connection.find(place, 'release-1-day-3')).toBeNull();
});

it('keeps the key of a post that another process made', async () => {
  const { discord, connection, start, place } = await openStage();
  const posted = await connection.post(place, reply('first'), 'key-1');
  await connection.stop();
  discord.gateway.forgetThrottle();
  const again = await start();
  await again.edit(posted, reply('changed'));
  expect(await again.find(place, 'key-1')).toEqual(posted);
});

it('pings whom a post names, once, and nobody when it is edited', async () => {
  const { discord, connection, ana, channel, place } = await openStage();
  const named = { tone: 'plain' as const, title: [{ text: 'Ana', account: ana.id }] };
  const posted = await connection.post(place, named, 'k');
  expect(discord.requests(/POST .*messages/)[0]?.body.allowed_mentions).toEqual({
    parse: [],
    users: [ana.id],
  });
  await connection.edit(posted, named);
  expect(discord.requests(/PATCH/)[0]?.body.allowed_mentions).toEqual({ parse: [] });
  expect(discord.text(channel.messages.get(posted.id)!)).toContain(`<@${ana.id}>`);
});

it.each([
  ['closed', { dms: 'closed' as const }],
  ['not shared with any server', { dms: 'open' as const }],
])('says so when direct messages are %s', async (_what, about) => {
  const { discord, connection, guild, place } = await openStage();
  const dee = discord.user('Dee', about);
  if (about.dms === 'closed') discord.join(guild, dee);
  await expect(connection.direct(place.space, dee.id, reply('hello'), 'k')).rejects.toMatchObject({
    problem: { code: 'platform.no-direct-message' },
  });
});

it('opens a direct channel once', async () => {
  const { discord, connection, ana, place } = await openStage();
  await connection.direct(place.space, ana.id, reply('one'), 'k1');
  await connection.direct(place.space, ana.id, reply('two'), 'k2');
  expect(discord.requests(/POST \/users\/@me\/channels/)).toHaveLength(1);
  expect(discord.directs(ana)).toHaveLength(2);
});

it.each([
  [
    'a channel that is gone',
    (stage: Awaited<ReturnType<typeof openStage>>) => stage.discord.deleteChannel(stage.channel),
    'platform.no-channel',
  ],
  [
    'a channel it cannot see',
    (stage: Awaited<ReturnType<typeof openStage>>) =>
      stage.discord.deny(stage.channel, stage.discord.bot, 'viewChannel'),
    'platform.missing-permission',
  ],
  [
    'a channel it may not write to',
    (stage: Awaited<ReturnType<typeof openStage>>) =>
      stage.discord.deny(stage.channel, stage.discord.bot, 'sendMessages'),
    'platform.missing-permission',
  ],
])('refuses %s in our words', async (_what, change, code) => {
  const stage = await openStage();
  change(stage);
  await expect(stage.connection.post(stage.place, reply('x'), 'k')).rejects.toMatchObject({
    problem: { code },
  });
});

it('reports deleted messages one by one, and a deleted or archived channel as a whole', async () => {
  const { discord, ana, channel, guild, events, soon } = await openStage();
  const messages = [1, 2, 3].map((number) => discord.post(ana, channel, `message ${number}`));
  discord.bulkDelete(channel, messages.slice(0, 2));
  discord.deleteMessage(messages[2]!);
  const thread = discord.thread(channel, 'a thread', ana);
  discord.archive(thread);
  discord.deleteChannel(channel);
  await soon(() => events('message-gone').length === 5);
  const gone = events('message-gone').map(({ space, message, why }) => [
    space,
    message.channel,
    message.id,
    why,
  ]);
  expect(gone).toEqual([
    ...messages.map(({ id }) => [guild.id, channel.id, id, 'deleted']),
    [guild.id, thread.id, '', 'channel-archived'],
    [guild.id, channel.id, '', 'deleted'],
  ]);
});

it('knows whose direct message was deleted, though Discord names the channel alone', async () => {
  const { discord, connection, ana, bo, place, events, soon } = await openStage();
  const posted = await connection.direct(place.space, ana.id, reply('receipt'), 'k');
  discord.deleteMessage(discord.directs(ana)[0]!);
  discord.deleteMessage(discord.post(bo, discord.direct(bo), 'not a word we know'));
  await soon(() => events('message-gone').length === 2);
  expect(events('message-gone').map(({ space }) => space)).toEqual([`user-${ana.id}`, `user-${bo.id}`]);
  expect(events('message-gone')[0]?.message).toEqual(posted);
});

it('names each permission it lacks in a channel, in a thread and in a direct message', async () => {
  const { discord, connection, ana, channel, soon } = await openStage();
  const thread = discord.thread(channel, 'a thread', ana);
  const missing = (id: string) => connection.missingPermissions(id);
  await soon(async () => (await missing(thread.id)).length === 0);
  expect(await missing(discord.direct(ana).id)).toEqual([]);

  discord.deny(channel, discord.bot, 'sendMessages', 'attachFiles', 'sendMessagesInThreads');
  await soon(async () => (await missing(channel.id)).length > 0);
  expect(await missing(channel.id)).toEqual(['Send Messages', 'Attach Files']);
  expect(await missing(thread.id)).toEqual(['Send Messages in Threads', 'Attach Files']);

  discord.deny(channel, discord.bot, 'viewChannel');
  await soon(async () => (await missing(channel.id))[0] === 'View Channel');
  expect(await missing(channel.id)).toEqual(['View Channel']);
  await expect(missing('123456789012345678')).rejects.toMatchObject({
    problem: { code: 'platform.no-channel' },
  });
});

it('says who somebody is: name, bot, admin; a language and a zone it is not told', async () => {
  const { discord, connection, ana, bo, guild, place } = await openStage();
  guild.members.get(bo.id)!.nick = 'Bo from Tainan';
  const robot = discord.user('Robot', { bot: true });
  expect(await connection.account(place.space, ana.id)).toEqual({
    ...{ id: ana.id, name: 'Ana', locale: null, timeZone: null, bot: false },
    admin: true,
  });
  expect(await connection.account(place.space, bo.id)).toMatchObject({
    name: 'Bo from Tainan',
    admin: false,
  });
  expect(await connection.account(place.space, robot.id)).toMatchObject({
    name: 'Robot',
    bot: true,
    admin: null,
  });
  expect(await connection.account(`user-${ana.id}`, ana.id)).toMatchObject({ name: 'Ana', admin: true });
  await expect(connection.account(place.space, '123456789012345678')).rejects.toMatchObject({
    problem: { code: 'platform.refused' },
  });
});

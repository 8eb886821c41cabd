import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

/** The stage with somebody who has three names. */
async function withCleo() {
  const stage = await openStage();
  const { discord, guild, connection } = stage;
  const cleo = discord.user('Cleo', { username: 'cleo.beats', globalName: 'Cleo Ade\u0301' });
  discord.join(guild, cleo);
  const member = guild.members.get(cleo.id)!;
  const ids = async (name: string, space = guild.id) =>
    (await connection.accountsNamed(space, name)).map(({ id }) => id);
  return { ...stage, cleo, member, ids };
}

it('finds a member by nickname, display name or user name, in any case and however accents are written', async () => {
  const { cleo, member, ids } = await withCleo();
  expect(await ids('Cleo.Beats')).toEqual([cleo.id]);
  member.nick = 'CLEO AD\u00c9 (drums)';
  expect(await ids('cleo ad\u00e9')).toEqual([cleo.id]);
  expect(await ids(' cleo ad\u00e9 (DRUMS) ')).toEqual([cleo.id]);
});

it('takes no beginning of a name for the name', async () => {
  const { ids } = await withCleo();
  expect(await ids('cleo')).toEqual([]);
  expect(await ids('')).toEqual([]);
});

it('says what they are called here, who is a bot and who may manage the server', async () => {
  const { discord, connection, guild, cleo, member } = await withCleo();
  member.nick = 'ana';
  const found = await connection.accountsNamed(guild.id, 'ana');
  expect(found.map(({ name, admin }) => [name, admin])).toEqual([
    ['Ana', true],
    ['ana', false],
  ]);
  expect(found[1]?.id).toBe(cleo.id);
  const [bot] = await connection.accountsNamed(guild.id, 'splitproof');
  expect(bot).toMatchObject({ id: discord.bot.id, bot: true });
});

it('finds nobody outside of a server, under a name too long, or where Discord does not let it look', async () => {
  const { discord, bo, ids } = await withCleo();
  expect(await ids('bo', `user-${bo.id}`)).toEqual([]);
  expect(await ids('b'.repeat(101))).toEqual([]);
  expect(await ids('bo', '1234567890123456789')).toEqual([]);
  expect(discord.requests(/members\/search/)).toHaveLength(1);
  expect(discord.mistakes).toEqual([]);
});

it('says what is missing for reading its own words, and that a channel is gone', async () => {
  const { discord, connection, channel, place } = await withCleo();
  const posted = await connection.post(place, { tone: 'plain', title: 'Night Bus' }, 'k');
  discord.deny(channel, discord.bot, 'readMessageHistory');
  await expect(connection.ownText(posted)).rejects.toMatchObject({
    problem: {
      code: 'platform.missing-permission',
      details: { permissions: ['View Channel', 'Read Message History'] },
    },
  });
  expect(await connection.ownText({ channel: '1234567890123456789', id: posted.id })).toBeNull();
});

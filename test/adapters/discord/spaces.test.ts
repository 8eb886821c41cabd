import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

it('tells being let in and sent away from a server from its being down', async () => {
  const { discord, guild, events, soon } = await openStage();
  await soon(() => events('space-joined').length === 1);
  expect(events('space-joined')).toEqual([
    { kind: 'space-joined', platform: 'discord', space: guild.id, name: 'Night Bus Records' },
  ]);
  discord.outage(guild);
  discord.recover(guild);
  const other = discord.guild('Rain');
  discord.kick(other);
  await soon(() => events('space-left').length === 1);
  expect(events('space-joined').map(({ name }) => name)).toEqual(['Night Bus Records', 'Rain']);
  expect(events('space-left').map(({ space }) => space)).toEqual([other.id]);
});

it('notices at the next start what happened while it was down', async () => {
  const { discord, guild, connection, start, events, soon } = await openStage();
  await soon(() => events('space-joined').length === 1);
  await connection.stop();
  discord.kick(guild);
  const other = discord.guild('Rain');
  discord.gateway.forgetThrottle();
  await start();
  await soon(() => events('space-joined').length === 2);
  expect(events('space-left').map(({ space }) => space)).toEqual([guild.id]);
  expect(events('space-joined')[1]?.space).toBe(other.id);
});

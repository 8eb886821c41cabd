import { expect, it } from 'vitest';
import { openGateway } from '../../../src/adapters/discord/connect.ts';
import { envFor } from './rig.ts';
import { setStage } from './stage.ts';

it('ends the start with one sentence when the token is wrong', async () => {
  const { start } = await setStage({ token: 'M'.repeat(60) });
  await expect(start({ DISCORD_TOKEN: 'X'.repeat(60) })).rejects.toMatchObject({
    name: 'StartError',
    message: expect.stringMatching(/^Discord does not accept DISCORD_TOKEN\. Make a new one at /),
  });
});

it('never writes the token to the log', async () => {
  const { discord, house, start } = await setStage();
  await start();
  await discord.connected();
  expect(house.logged.join('\n')).not.toContain(discord.token.split('.')[2]);
});

it('keeps trying while the API is down at the start, and says so', async () => {
  const { discord, start, logged } = await setStage();
  discord.fail({ on: 'GET /gateway/bot', status: 503, times: 2 });
  const connection = await start();
  expect(connection.whyNotReady()).toBeNull();
  expect(
    logged('Discord cannot be reached (HTTP 503). It is tried again, with growing pauses.'),
  ).toHaveLength(2);
  const [first, second, third] = discord.requests(/GET \/gateway\/bot/).map(({ atMs }) => atMs);
  expect(second! - first!).toBeGreaterThan(150);
  expect(third! - second!).toBeGreaterThan(600);
});

it('keeps trying while nobody listens at the address', async () => {
  const { discord, start, logged, soon } = await setStage();
  await discord.unplug();
  const starting = start();
  await soon(() => logged('Discord cannot be reached (ECONNREFUSED)').length > 0);
  await discord.plugIn();
  expect((await starting).whyNotReady()).toBeNull();
});

it('does not hold up the start for an outage, and is connected once that is over', async () => {
  const { discord, house, soon } = await setStage();
  discord.fail({ on: 'GET /gateway/bot', status: 503, times: 2 });
  let connected = 0;
  const gateway = openGateway({
    env: envFor(discord),
    services: house.services,
    patienceMs: 50,
    received: () => {},
    connected: () => {
      connected += 1;
    },
  });
  await gateway.begin();
  expect(connected).toBe(0);
  expect(gateway.whyNotReady()).not.toBeNull();
  await soon(() => connected === 1 && gateway.whyNotReady() === null);
  await gateway.stop();
  expect(house.failed).toEqual([]);
});

it('ends the process when it turns out later that the token is wrong', async () => {
  const { discord, house, soon } = await setStage();
  discord.fail({ on: 'GET /gateway/bot', status: 503 });
  discord.fail({ on: 'GET /gateway/bot', status: 401, message: '401: Unauthorized' });
  const parts = { env: envFor(discord), services: house.services, received: () => {}, connected: () => {} };
  await openGateway({ ...parts, patienceMs: 20 }).begin();
  await soon(() => house.failed.length === 1);
  expect(house.failed[0]).toMatch(/^Discord does not accept DISCORD_TOKEN/);
});

it('says why a close that must not be retried ends the start', async () => {
  const { discord, start } = await setStage({ shards: 4 });
  await expect(start({ DISCORD_SHARDS: '0/1' })).rejects.toThrow(
    'Discord wants this bot split into more shards. Leave DISCORD_SHARDS out, or raise its total.',
  );
  expect(discord.gateway.identifies).toBe(0);
});

it('waits for its share of the IDENTIFYs when few are left today', async () => {
  const { start, logged } = await setStage({ identifies: 20, resetAfterMs: 4000 });
  expect((await start()).whyNotReady()).toBeNull();
  expect(logged('Discord allows 20 more connections today')).toHaveLength(1);
});

it('identifies with no privileged intent', async () => {
  const { discord, start } = await setStage();
  await start();
  expect(discord.gateway.connected()[0]?.intents).toBe(13_825);
});

it('carries the shards it is told to carry, and registers commands with the first of them alone', async () => {
  const { discord, start } = await setStage({ shards: 2, maxConcurrency: 2 });
  await start({ DISCORD_SHARDS: '1/2' });
  expect(discord.gateway.connected().map(({ shard }) => shard)).toEqual([[1, 2]]);
  expect(discord.requests(/PUT .*commands/)).toEqual([]);
});

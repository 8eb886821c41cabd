import type { APIMessage, APIModalSubmitInteraction } from 'discord.js';
import { describe, expect, it } from 'vitest';
import { discordEnv, readShards } from '../../../src/adapters/discord/env.ts';
import { readEvents } from '../../../src/adapters/discord/events.ts';
import { readFields, readMessage, readOrigin } from '../../../src/adapters/discord/read.ts';
import { readTypedMessage } from '../../../src/adapters/discord/typed.ts';

const ANA = {
  id: '111111111111111111',
  username: 'ana_1',
  global_name: 'Ana',
  discriminator: '0',
  avatar: null,
};
const MANAGE_SERVER = String(1n << 5n);

type Interaction = Parameters<typeof readOrigin>[0];

describe('who asks', () => {
  it.each<[string, object, object]>([
    [
      'a member, by the nickname in the server',
      {
        member: { user: ANA, nick: 'Ana from Taipei', permissions: '0' },
        guild_id: '5',
        authorizing_integration_owners: { '0': '5' },
      },
      { space: '5', name: 'Ana from Taipei', admin: false },
    ],
    [
      'a member who may manage the server',
      {
        member: { user: ANA, permissions: MANAGE_SERVER },
        guild_id: '5',
        authorizing_integration_owners: { '0': '5' },
      },
      { space: '5', name: 'Ana', admin: true },
    ],
    [
      'somebody in a direct message, who is at home there',
      { user: ANA, authorizing_integration_owners: { '0': '0' } },
      { space: `user-${ANA.id}`, admin: true },
    ],
    [
      'somebody who brought the app along: it works for them, not for the server',
      {
        member: { user: ANA, permissions: MANAGE_SERVER },
        guild_id: '5',
        authorizing_integration_owners: { '1': ANA.id },
      },
      { space: `user-${ANA.id}`, admin: true },
    ],
  ])('%s', (_what, sent, expected) => {
    const interaction = { channel: { id: '9', type: 0 }, locale: 'zh-TW', ...sent } as unknown as Interaction;
    expect(readOrigin(interaction)).toMatchObject({
      ...{ platform: 'discord', channel: '9', account: ANA.id, locale: 'zh-TW' },
      ...expected,
    });
  });
});

it('reads a message with what was forwarded in it, its embeds and its files', () => {
  const file = {
    id: '1',
    filename: 'a.csv',
    title: 'a (1)',
    size: 3,
    url: 'https://cdn.discordapp.com/x',
    content_type: 'text/csv; charset=utf-8',
  };
  const message = {
    ...{ id: '7', channel_id: '9', author: ANA, content: 'look', timestamp: '2026-11-25T10:00:00.000Z' },
    embeds: [{ title: 'Night Bus', fields: [{ name: 'ISRC', value: 'US-RC1-76-07839' }] }],
    attachments: [],
    message_snapshots: [{ message: { content: 'forwarded', embeds: [], attachments: [file] } }],
  } as unknown as APIMessage;
  expect(readMessage(message, '5', '5')).toEqual({
    place: { space: '5', channel: '9' },
    ...{ id: '7', author: ANA.id, authorName: 'Ana' },
    text: 'look\nNight Bus\nISRC\nUS-RC1-76-07839\nforwarded',
    files: [{ id: file.url, name: 'a (1)', sizeBytes: 3, mediaType: 'text/csv' }],
    sentAt: new Date('2026-11-25T10:00:00.000Z'),
    permalink: 'https://discord.com/channels/5/9/7',
  });
});

it('reads every kind of field of a form', () => {
  const data = {
    custom_id: 'x y?',
    components: [
      { type: 18, id: 1, component: { type: 4, id: 2, custom_id: 'text', value: 'typed' } },
      { type: 18, id: 3, component: { type: 3, id: 4, custom_id: 'choice', values: ['two'] } },
      { type: 18, id: 5, component: { type: 3, id: 6, custom_id: 'nothing', values: [] } },
      { type: 18, id: 7, component: { type: 5, id: 8, custom_id: 'who', values: [ANA.id] } },
      { type: 18, id: 9, component: { type: 19, id: 10, custom_id: 'file', values: ['5'] } },
      { type: 1, id: 11, components: [{ type: 4, id: 12, custom_id: 'old', value: 'row' }] },
      { type: 10, id: 13 },
    ],
    resolved: {
      users: { [ANA.id]: ANA },
      attachments: { '5': { id: '5', filename: 'a.csv', size: 3, url: 'https://cdn.discordapp.com/x' } },
    },
  } as unknown as APIModalSubmitInteraction['data'];
  expect(readFields(data)).toEqual({
    ...{ text: 'typed', choice: 'two', nothing: undefined, old: 'row' },
    who: { account: ANA.id, name: 'Ana' },
    file: { id: 'https://cdn.discordapp.com/x', name: 'a.csv', sizeBytes: 3, mediaType: null },
  });
});

describe('a typed line', () => {
  const message = (content: string, more: object = {}) =>
    ({ author: ANA, type: 0, content, mentions: [ANA], attachments: [], ...more }) as unknown as APIMessage;

  it.each([
    ['<@42> isrc check US', 'isrc check US'],
    ['  <@!42>   /isrc check US', '/isrc check US'],
    [`<@42> split new <@${ANA.id}> 1/3`, `split new <@${ANA.id}|Ana> 1/3`],
    ['<@42> split new <@999>', 'split new <@999>'],
    ['<@42>', ''],
  ])('%s', (content, line) => {
    expect(readTypedMessage(message(content), '42', false)?.line).toBe(line);
  });

  it.each([
    ['talk', message('isrc check US')],
    ['a mention further on', message('ask <@42>')],
    ['another bot', message('<@42> x', { author: { ...ANA, bot: true } })],
    ['a webhook', message('<@42> x', { webhook_id: '1' })],
    ['a note of Discord itself', message('<@42> x', { type: 6 })],
  ])('is no command: %s', (_what, sent) => {
    expect(readTypedMessage(sent, '42', false)).toBeNull();
  });
});

it('makes nothing of events that are not for us', () => {
  for (const t of ['TYPING_START', 'VOICE_STATE_UPDATE', 'NEVER_HEARD_OF']) {
    expect(readEvents({ op: 0, s: 1, t, d: {} } as unknown as Parameters<typeof readEvents>[0])).toEqual([]);
  }
});

describe('the variables', () => {
  const token = 'M'.repeat(60);
  it.each([
    [{ DISCORD_TOKEN: 'Bot x' }, 'must be a bot token'],
    [{ DISCORD_TOKEN: token, DISCORD_SHARDS: '0,4/4' }, 'must name shards below their total'],
    [{ DISCORD_TOKEN: token, DISCORD_SHARDS: 'all' }, 'must be "auto", or shards and their total'],
    [
      { DISCORD_TOKEN: token, DISCORD_API_URL: 'https://discord.com/api/v10' },
      'must not end in a slash or a version',
    ],
    [{ DISCORD_TOKEN: token, DISCORD_API_URL: 'discord' }, 'must be an address'],
    [{ DISCORD_TOKEN: token, DISCORD_COMMAND_SERVERS: 'beats' }, 'must be ids of servers'],
  ])('%o: %s', (env, message) => {
    expect(discordEnv.safeParse(env).error?.issues[0]?.message).toContain(message);
  });

  it('are read where they hold', () => {
    const env = discordEnv.parse({
      DISCORD_TOKEN: token,
      DISCORD_COMMAND_SERVERS: '123456789012345678, 223456789012345678',
    });
    expect(env).toMatchObject({
      DISCORD_API_URL: 'https://discord.com/api',
      DISCORD_COMMAND_SERVERS: ['123456789012345678', '223456789012345678'],
    });
    expect(readShards('auto')).toEqual({ shards: 'auto' });
    expect(readShards('0,2/4')).toEqual({ shards: [0, 2], shardCount: 4 });
  });
});

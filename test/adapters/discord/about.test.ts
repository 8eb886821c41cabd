import { expect, it } from 'vitest';
import { carry, readCarried } from '../../../src/adapters/discord/about.ts';
import type { Act, Bot } from '../../../src/bot/adapter.ts';
import { pressOf } from '../../../src/bot/reply.ts';
import { openStage, setStage } from './stage.ts';

const REPLY = {
  tone: 'plain' as const,
  title: 'Press one',
  buttons: [{ label: 'Yes', press: pressOf('try', 'yes', 'a:b') }],
};

it('takes a press in a direct message to the server that the message is about', async () => {
  const stage = await setStage();
  const { discord, house, guild, ana } = stage;
  const acts: Act[] = [];
  const { bot } = house;
  const next: Bot['next'] = (act) => {
    acts.push(act);
    return bot.next(act);
  };
  Object.assign(house, { bot: { ...bot, next } });
  const connection = await stage.start();
  await connection.direct(guild.id, ana.id, REPLY, 'key-1');
  const [message] = discord.directs(ana);
  expect(discord.text(await discord.click(ana, message!, 'Yes').reply())).toContain('a:b');
  const [pressed] = acts;
  expect(pressed).toMatchObject({ kind: 'button', press: REPLY.buttons[0]?.press });
  // Whoever is an admin of their own direct messages is not so in the server.
  expect(pressed?.origin).toEqual({
    ...{ platform: 'discord', space: guild.id, account: ana.id },
    ...{ channel: message?.channelId, locale: ana.locale },
  });
});

it('takes a reaction on a direct message there too, after an edit and where nothing is remembered', async () => {
  const stage = await openStage({ throttlesIdentify: false });
  const { discord, connection, guild, bo } = stage;
  const posted = await connection.direct(guild.id, bo.id, REPLY, 'key-2');
  await connection.edit(posted, { ...REPLY, title: 'Press one now' });
  const [message] = discord.directs(bo);
  discord.react(bo, message!, '✅');
  await stage.soon(async () => stage.events('reaction').length === 1);
  await connection.stop();
  await stage.start();
  discord.unreact(bo, message!, '✅');
  await stage.soon(async () => stage.events('reaction').length === 2);
  expect(stage.events('reaction').map(({ origin }) => origin.space)).toEqual([guild.id, guild.id]);
});

it('says who somebody is in their own language once they have used a command, after a restart as well', async () => {
  const stage = await openStage({ throttlesIdentify: false });
  const { discord, connection, guild, bo, channel } = stage;
  expect((await connection.account(guild.id, bo.id)).locale).toBeNull();
  await discord.slash(bo, channel, 'try', 'echo', { text: 'hi' }).reply();
  expect((await connection.account(guild.id, bo.id)).locale).toBe('zh-TW');
  await connection.stop();
  const again = await stage.start();
  expect((await again.account(guild.id, bo.id)).locale).toBe('zh-TW');
});

it('leaves presses as they are that are about no server, or would grow too long', () => {
  const long = pressOf('try', 'yes', 'x'.repeat(91));
  const [own, none] = [carry('user-1', 'a:b:c'), carry(null, 'a:b:c')];
  expect([own, none, carry('123', long)]).toEqual(['a:b:c', 'a:b:c', long]);
  expect(readCarried(carry('123', 'a:b:@1 c'))).toEqual({ about: '123', customId: 'a:b:@1 c' });
  expect(readCarried('a:b:c')).toEqual({ about: null, customId: 'a:b:c' });
});

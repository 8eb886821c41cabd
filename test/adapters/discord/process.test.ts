import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { type RunningBot, startSplitproof } from '../../bench/bots.ts';
import { type Discord, startDiscord } from '../../platforms/discord/discord.ts';
import type { Channel, Message, User } from '../../platforms/discord/things.ts';
import { shown } from './rig.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FORTY = Array.from({ length: 40 }, (_, n) => `US-RC1-76-${String(7800 + n).padStart(5, '0')}`);
const CSV = Buffer.from('title,code\nNight Bus,US-RC1-76-07839\nRain,US-RC1-76-0784\n');

function variables(discord: Discord): Record<string, string> {
  return { ADAPTERS: 'discord', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
}

/** A process starts slowly on a machine that has other things to do. */
const PATIENCE_MS = 60_000;

describe('the bot as a process of its own', { timeout: PATIENCE_MS }, () => {
  let discord: Discord;
  let bot: RunningBot;
  let ana: User;
  let bo: User;
  let beats: Channel;

  beforeAll(async () => {
    discord = await startDiscord({ patienceMs: 25_000 });
    const guild = discord.guild('Night Bus Records');
    beats = discord.channel(guild, 'beats');
    ana = discord.user('Ana');
    bo = discord.user('Bo', { locale: 'zh-TW' });
    for (const person of [ana, bo]) discord.join(guild, person);
    bot = await startSplitproof(variables(discord));
    await discord.waitFor(() => discord.command('isrc'), 'the commands to be registered');
  }, PATIENCE_MS);
  afterAll(async () => {
    await bot?.stop();
    await discord?.stop();
  });

  const isDone = (message: Message) => !shown(discord, message).startsWith('⏳');
  const check = (user: User, options: Parameters<Discord['slash']>[4]) =>
    discord.slash(user, beats, 'isrc', 'check', options).reply(isDone);

  it('checks one code, in English and in Chinese', async () => {
    const english = shown(discord, await check(ana, { codes: 'us-rc1-76-07839' }));
    expect(english).toMatch(/^✅ US-RC1-76-07839 has the shape of an ISRC/);
    const chinese = shown(discord, await check(bo, { codes: 'us-rc1-76-07839' }));
    expect(chinese).toMatch(/^✅ US-RC1-76-07839.*\p{Script=Han}/u);
  });

  it.each(['ana', 'bo'])('checks forty codes for %s and gives the rest as a file', async (name) => {
    const answer = await check(name === 'ana' ? ana : bo, { codes: FORTY.join(' ') });
    expect(shown(discord, answer)).toContain('40');
    expect(discord.fileText(answer)).toContain('US-RC1-76-07839');
  });

  it('checks a CSV and keeps its columns', async () => {
    const answer = await check(ana, { file: { name: 'codes.csv', bytes: CSV, contentType: 'text/csv' } });
    expect(discord.fileText(answer)).toContain('Night Bus');
    expect(discord.fileText(answer).split('\n')[0]).toContain('title');
  });

  it('refuses a file of 200 MB with a sentence', async () => {
    const answer = await check(ana, { file: { name: 'big.csv', sizeBytes: 200_000_000 } });
    expect(shown(discord, answer)).toMatch(/^❌ .*\.$/);
  });

  it('checks the codes and the file of a message, from its menu', async () => {
    const message = discord.post(bo, beats, 'is US-RC1-76-07839 right?', [{ name: 'codes.csv', bytes: CSV }]);
    const answer = await discord.messageCommand(ana, message, 'Check codes').reply(isDone);
    expect(shown(discord, answer)).toContain('codes.csv');
  });

  it('opens a form with a place for a file, and checks what is sent in', async () => {
    const opened = discord.slash(ana, beats, 'isrc', 'check');
    const sent = await discord.submitModal(opened, { file: [{ name: 'codes.csv', bytes: CSV }] });
    expect(discord.fileText(await sent.reply(isDone))).toContain('Night Bus');
  });

  it('takes ten thousand characters, and hostile ones, without a stumble', async () => {
    const hostile = '@everyone <@1> `||x||` [a](https://evil.example) \u202e ';
    for (const codes of ['US'.repeat(3000), hostile.repeat(100)]) {
      expect(shown(discord, await check(ana, { codes }))).not.toBe('');
    }
    const direct = discord.direct(ana);
    discord.post(ana, direct, `isrc check ${'US-RC1-76-07839 '.repeat(700)}`);
    await discord.waitFor(() => discord.directs(ana).some(({ author }) => author === discord.bot));
    expect(discord.pings()).toEqual([]);
  });

  it('completes places as they are typed', async () => {
    const typing = discord.autocomplete(ana, beats, 'territory', 'check', { places: 'Braz' }, 'places');
    const choices = await typing.choices();
    expect(choices.map(({ value }) => value).join()).toContain('Brazil');
  });

  it('has asked nothing of Discord that Discord would refuse', () => {
    expect(discord.mistakes).toEqual([]);
  });
});

/** Runs the bot until it ends. */
async function runToEnd(discord: Discord) {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-discord-'));
  const { PATH = '' } = process.env;
  const database = { DATABASE_URL: `sqlite:${join(folder, 'x.db')}` };
  const child = spawn(process.execPath, [join(ROOT, 'bin/splitproof.mjs'), 'start'], {
    cwd: tmpdir(),
    env: { PATH, ...variables(discord), ...database },
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  onTestFinished(async () => {
    rmSync(folder, { recursive: true, force: true });
    await discord.stop();
  });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text) => {
    said += text;
  });
  const ended = once(child, 'close').then(([code]) => ({ code, said: said.trim() }));
  return { child, ended };
}

it('ends with a sentence and exit code 1 when Discord does not take the token', {
  timeout: PATIENCE_MS,
}, async () => {
  const discord = await startDiscord();
  discord.fail({ on: 'GET /gateway/bot', status: 401, message: '401: Unauthorized' });
  const { ended } = await runToEnd(discord);
  expect(await ended).toEqual({
    code: 1,
    said: expect.stringMatching(/^Discord does not accept DISCORD_TOKEN\. Make a new one .*\.$/),
  });
});

it('ends with a sentence and exit code 1, not 0, when the token is taken back while it runs', {
  timeout: PATIENCE_MS,
}, async () => {
  const discord = await startDiscord({ patienceMs: 55_000 });
  const { ended } = await runToEnd(discord);
  await discord.connected();
  await discord.waitFor(() => discord.command('isrc'));
  discord.gateway.close(4004);
  expect(await ended).toEqual({
    code: 1,
    said: expect.stringMatching(/^Discord does not accept DISCORD_TOKEN\./m),
  });
});

it('lives on while Discord is away, and is back when Discord is', { timeout: PATIENCE_MS }, async () => {
  const discord = await startDiscord({ patienceMs: 55_000 });
  const { child, ended } = await runToEnd(discord);
  await discord.connected();
  await discord.waitFor(() => discord.command('isrc'));
  discord.gateway.isRefusing = true;
  discord.gateway.drop();
  await discord.waitFor(() => discord.gateway.refusedAt.length >= 3);
  discord.gateway.isRefusing = false;
  await discord.connected();
  expect(child.exitCode).toBeNull();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
});

it('leaves in good order when it is told to', { timeout: PATIENCE_MS }, async () => {
  const discord = await startDiscord({ patienceMs: 55_000 });
  const { child, ended } = await runToEnd(discord);
  await discord.connected();
  child.kill('SIGTERM');
  expect((await ended).code).toBe(0);
  expect(discord.gateway.sessions.size).toBe(0);
});

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { loadCommands } from '../../../src/bot/load.ts';
import { freePort, type RunningBot, startSplitproof } from '../../bench/bots.ts';
import { type Slack, startSlack } from '../../platforms/slack/slack.ts';
import type { Channel, User } from '../../platforms/slack/world.ts';
import { applyOwnManifest, type Mode } from './rig.ts';

const ROOT = join(import.meta.dirname, '../../..');
const FORTY = Array.from({ length: 40 }, (_, n) => `US-RC1-76-${String(7800 + n).padStart(5, '0')}`);
const CSV = `title,code\nNight Bus,US-RC1-76-07839\nRain,US-RC1-76-0784\n`;

async function variables(slack: Slack, mode: Mode): Promise<Record<string, string>> {
  const base = { ADAPTERS: 'slack', SLACK_BOT_TOKEN: slack.botToken, SLACK_API_URL: slack.apiUrl };
  if (mode === 'socket') return { ...base, SLACK_APP_TOKEN: slack.appToken };
  const port = await freePort();
  slack.app.requestUrl = `http://127.0.0.1:${port}/slack/events`;
  return { ...base, SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) };
}

describe.each(['socket', 'http'] as const)('the bot as a process of its own, over %s', (mode) => {
  let slack: Slack;
  let bot: RunningBot;
  let ana: User;
  let bo: User;
  let beats: Channel;

  beforeAll(async () => {
    slack = await startSlack();
    applyOwnManifest(slack, { commands: await loadCommands(join(ROOT, 'commands')) }, mode);
    ana = slack.addUser({ name: 'ana' });
    bo = slack.addUser({ name: 'bo', locale: 'zh-TW', tz: 'Asia/Taipei' });
    beats = slack.addChannel({ name: 'beats', members: [ana, bo] });
    bot = await startSplitproof(await variables(slack, mode));
  }, 60_000);
  afterAll(async () => {
    await bot?.stop();
    await slack?.stop();
  });

  /** What this person sees next, after `act`. */
  async function next(user: User, act: () => unknown): Promise<string> {
    const before = slack.ephemerals(user).length;
    await act();
    const shown = await slack.waitFor('an answer', () => slack.ephemerals(user)[before]);
    return slack.read(shown);
  }
  const filesOf = (user: User) => slack.directs(user).flatMap(({ files }) => files.map(slack.fileText));

  it('checks one code, in English and in Chinese', async () => {
    expect(await next(ana, () => slack.command(ana, beats, '/isrc', 'check us-rc1-76-07839'))).toMatch(
      /^✅ US-RC1-76-07839/,
    );
    expect(await next(bo, () => slack.command(bo, beats, '/isrc', 'check us-rc1-76-07839'))).toMatch(
      /^✅ US-RC1-76-07839.*\p{Script=Han}/u,
    );
  });

  it('answers under the long name, where another app owns the short one', async () => {
    expect(
      await next(ana, () => slack.command(ana, beats, '/splitproof', 'isrc check US-RC1-76-07839')),
    ).toContain('US-RC1-76-07839');
  });

  it.each(['ana', 'bo'])('checks forty codes for %s and gives the rest as a file', async (name) => {
    const user = name === 'ana' ? ana : bo;
    const before = filesOf(user).length;
    expect(await next(user, () => slack.command(user, beats, '/isrc', `check ${FORTY.join(' ')}`))).toContain(
      '40',
    );
    expect(filesOf(user).slice(before).join()).toContain('US-RC1-76-07839');
  });

  it('checks a CSV that comes with a mention', async () => {
    const before = filesOf(ana).length;
    const csv = [{ name: 'codes.csv', bytes: CSV, mimetype: 'text/csv' }];
    expect(await next(ana, () => slack.mention(ana, beats, 'isrc check', { files: csv }))).not.toMatch(
      /^❌ \D*$/,
    );
    expect(filesOf(ana).slice(before).join()).toContain('Night Bus');
  });

  it('checks the codes and the file of a message, from its menu', async () => {
    const csv = [{ name: 'codes.csv', bytes: CSV, mimetype: 'text/csv' }];
    const message = slack.post(bo, beats, 'is US-RC1-76-07839 right?', { files: csv });
    const seen = await next(ana, () => slack.shortcut(ana, beats, message, 'Check codes'));
    expect(seen).toContain('codes.csv');
  });

  it('opens a form with a place for a file, and checks what is sent in', async () => {
    await slack.command(ana, beats, '/isrc', 'check');
    await slack.waitFor('the form', () => slack.views(ana).length === 1);
    const file = slack.upload(ana, { name: 'codes.csv', bytes: CSV, mimetype: 'text/csv' });
    const seen = await next(ana, () => slack.submitView(ana, { file: slack.fileValue(file) }));
    expect(seen).toMatch(/2|codes\.csv/);
  });

  it('says what help there is', async () => {
    expect(await next(ana, () => slack.mention(ana, beats, 'splitproof help'))).toContain('/isrc check');
  });
});

describe('the end of the process', { timeout: 60_000 }, () => {
  /** What it says on standard error, and its exit code. */
  async function run(slack: Slack, whenConnected?: (kill: () => void) => void) {
    const { PATH = '' } = process.env;
    const folder = mkdtempSync(join(tmpdir(), 'splitproof-slack-'));
    const child = spawn(process.execPath, [join(ROOT, 'bin/splitproof.mjs'), 'start'], {
      cwd: folder,
      env: { PATH, ...(await variables(slack, 'socket')), DATABASE_URL: `sqlite:${join(folder, 'x.db')}` },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    child.stderr.setEncoding('utf8').on('data', (text) => {
      said += text;
    });
    const ended = once(child, 'close');
    whenConnected?.(() => child.kill('SIGTERM'));
    const [code] = await ended;
    await slack.stop();
    rmSync(folder, { recursive: true, force: true });
    return { code, said: said.trim() };
  }

  it('comes with a sentence and exit code 1 when Slack does not take the token', async () => {
    const slack = await startSlack();
    slack.setToken(slack.botToken, 'revoked');
    const { code, said } = await run(slack);
    expect(code).toBe(1);
    expect(said).toMatch(/^Slack does not accept SLACK_BOT_TOKEN \(token_revoked\)\. Copy it again .*\.$/);
  });

  it('comes with a sentence and exit code 1 when the token is taken back later', async () => {
    const slack = await startSlack();
    const { code, said } = await run(slack, () => {
      void slack
        .waitFor('two connections', () => slack.sockets.count() === 2)
        .then(() => {
          slack.setToken(slack.appToken, 'revoked');
          slack.sockets.drop();
        });
    });
    expect(code).toBe(1);
    expect(said).toMatch(/^Slack does not accept SLACK_APP_TOKEN \(token_revoked\)\..*\.$/);
  });

  it('comes in good order, with both connections closed, when it is told to stop', async () => {
    const slack = await startSlack();
    const { code, said } = await run(slack, (kill) => {
      void slack.waitFor('two connections', () => slack.sockets.count() === 2).then(kill);
    });
    expect({ code, said }).toEqual({ code: 0, said: '' });
    expect(slack.sockets.history.at(-1)?.open).toBe(0);
  });
});

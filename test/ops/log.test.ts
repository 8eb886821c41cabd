import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import { DiscordAPIError } from 'discord.js';
import pg from 'pg';
import { describe, expect, it } from 'vitest';
import { createLog, type LogOptions } from '../../src/ops/log.ts';

/** Made up, but of the right shape; split, so that no scanner of repositories takes them for real. */
const TOKENS = {
  slackBot: ['xoxb', '110000000011', '220000000022', 'CanaryCanaryCanaryCanary'].join('-'),
  slackApp: ['xapp', '1', 'A000000000A', '3300000000033', 'canary00canary00canary'].join('-'),
  slackRefresh: `xoxe.${['xoxb', '1', 'CanaryCanaryCanary'].join('-')}`,
  discord: ['MTE4MDAwMDAwMDAwMDAwMDAwMA', 'GCanar', 'yCanaryCanaryCanaryCanaryCanaryCanary0'].join('.'),
  responseUrl: 'https://hooks.slack.com/commands/T000/330/canaryCANARYcanary',
  interaction:
    'https://discord.com/api/v10/interactions/118000000000000000/canaryCANARYcanaryCANARY/callback',
  webhook:
    'https://discord.com/api/v10/webhooks/118000000000000000/canaryCANARYcanaryCANARY/messages/@original',
  socket: 'wss://wss-primary.slack.com/link/?ticket=canary-1234&app_id=1',
  database: 'postgres://splitproof:canary:with@odd/signs@db.example:5432/splitproof',
  header: 'Authorization: Bearer canary.canary.canary.canary',
  key: '-----BEGIN PRIVATE KEY-----\ncanary\n-----END PRIVATE KEY-----',
};

describe('a log', () => {
  it.each(Object.entries(TOKENS))('does not hold a token of the kind %s, wherever it stands', (_, token) => {
    const { log, lines } = capture();
    const error = new Error(`failed with ${token}`, { cause: new TypeError(`because of ${token}`) });
    log.info({ url: token, err: error, list: [token] }, `asked ${token}`);
    log.error(new AggregateError([error], token), 'several');
    expect(lines()).toHaveLength(2);
    expect(lines().join('\n')).not.toMatch(/canary/i);
    expect(lines().join('\n')).toContain('[secret]');
  });

  it('does not hold the secrets that it was told, however they look', () => {
    const secrets = ['the canary sings at "night"\\', 'short'];
    const { log, lines } = capture({ secrets });
    log.info({ a: secrets[0], b: secrets[1], err: new Error(`x${secrets[0]}x`) }, `said ${secrets[0]}`);
    expect(lines().join()).not.toContain('canary');
    expect(JSON.parse(lines()[0]!)).toMatchObject({ a: '[secret]', b: 'short', msg: 'said [secret]' });
  });

  it('does not hold what people wrote: neither requests on errors, nor objects, nor members that carry words', () => {
    const { log, lines } = capture();
    const request = { files: [], json: { content: 'canary' } };
    const discord = new DiscordAPIError(
      { code: 50035, message: 'Invalid Form Body' },
      50035,
      400,
      'POST',
      'https://x/canary',
      request,
    );
    const postgres = Object.assign(new pg.DatabaseError('invalid input: "canary"', 1, 'error'), {
      code: '22P02',
      severity: 'ERROR',
      detail: 'Key (name)=(canary) already exists.',
    });
    const slack = Object.assign(new Error('An API error occurred: invalid_blocks'), {
      data: { blocks: ['canary'] },
    });
    const json = errorOf(() => JSON.parse('canary canary canary'));
    for (const err of [discord, postgres, slack, json]) log.error({ err }, 'failed');
    log.info(
      { text: 'canary', Content: 'canary', event: { text: 'canary' }, list: [{ text: 'canary' }] },
      'came',
    );
    expect(lines()).toHaveLength(5);
    expect(lines().join('\n')).not.toMatch(/canary/);
  });

  it('keeps what helps: level, time, message, ids, and where an error comes from', () => {
    const { log, lines } = capture();
    const cause = Object.assign(new Error('inner'), { code: 'ECONNRESET' });
    log.warn(
      { err: new TypeError('outer', { cause }), reference: 'k7m2-91', tries: 3, at: new Date(0) },
      'failed',
    );
    expect(JSON.parse(lines()[0]!)).toEqual({
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
      pid: process.pid,
      reference: 'k7m2-91',
      tries: 3,
      at: '1970-01-01T00:00:00.000Z',
      err: {
        type: 'TypeError',
        message: 'outer',
        stack: expect.stringMatching(/^\s+at .*log\.test\.ts:\d+/),
        cause: { type: 'Error', message: 'inner', code: 'ECONNRESET', stack: expect.any(String) },
      },
      msg: 'failed',
    });
  });

  it('shortens what is endless, and is not led in circles', () => {
    const { log, lines } = capture();
    const error = new Error('x'.repeat(100_000));
    error.cause = error;
    log.error({ err: error, id: 'y'.repeat(100_000) }, 'failed');
    expect(lines()[0]!.length).toBeLessThan(20_000);
  });

  it.each<[Partial<LogOptions>, string[]]>([
    [{}, ['info', 'warn']],
    [{ room: true }, ['warn']],
    [{ level: 'debug' }, ['debug', 'info', 'warn']],
    [{ level: 'info', room: true }, ['info', 'warn']],
    [{ level: 'silent' }, []],
  ])('with %o writes %o', (options, levels) => {
    const { log, lines } = capture(options);
    log.debug({}, 'debug');
    log.info({}, 'info');
    log.warn({}, 'warn');
    expect(lines().map((line) => JSON.parse(line).msg)).toEqual(levels);
  });

  it.each([
    [true, 'stderr'],
    [false, 'stdout'],
  ])(
    'with a room in the terminal (%s) goes to %s, down to the last line before a sudden end',
    async (room, place) => {
      const script = `
      import { createLog } from ${JSON.stringify(new URL('../../src/ops/log.ts', import.meta.url).href)};
      createLog({ room: ${room}, secrets: [] }).error({}, 'the last line');
      process.kill(process.pid, 'SIGKILL');`;
      const child = spawn(process.execPath, ['--input-type=module', '-e', script], { env: {} });
      const [stdout, stderr, [, signal]] = await Promise.all([
        text(child.stdout),
        text(child.stderr),
        once(child, 'close'),
      ]);
      expect(signal).toBe('SIGKILL');
      const [written, silent] = place === 'stdout' ? [stdout, stderr] : [stderr, stdout];
      expect(JSON.parse(written).msg).toBe('the last line');
      expect(silent).toBe('');
    },
  );
});

function capture(options: Partial<LogOptions> = {}) {
  const written: string[] = [];
  const log = createLog(
    { room: false, secrets: [], ...options },
    { write: (line) => void written.push(line) },
  );
  return { log, lines: () => written.map((line) => line.trimEnd()) };
}

function errorOf(act: () => unknown): unknown {
  try {
    return act();
  } catch (error) {
    return error;
  }
}

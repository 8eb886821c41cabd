import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { networkInterfaces } from 'node:os';
import { describe, expect, it, onTestFinished } from 'vitest';
import { slackEnv } from '../../../src/adapters/slack/env.ts';
import type { PlatformEvent } from '../../../src/bot/adapter.ts';
import { soon } from '../house.ts';
import { eventsOf, openSlack } from './open.ts';

const both = ['socket', 'http'] as const;

describe.each(both)('starting over %s', (mode) => {
  it('ends with one sentence when Slack does not take the bot token', async () => {
    const { slack, start } = await openSlack(mode);
    slack.setToken(slack.botToken, 'revoked');
    await expect(start()).rejects.toThrow(
      'Slack does not accept SLACK_BOT_TOKEN (token_revoked). Copy it again from the app\'s settings: OAuth & Permissions, "Bot User OAuth Token".',
    );
  });

  it('starts while Slack is down, says that it is not ready and why, and is ready once Slack is back', async () => {
    const { slack, house, start } = await openSlack(mode);
    await slack.refuse();
    const connection = await start();
    expect(connection.whyNotReady()).toBe(
      `Slack cannot be reached at ${slack.apiUrl} (ECONNREFUSED); trying again.`,
    );
    expect(house.failed).toEqual([]);
    await slack.accept();
    await soon(() => connection.whyNotReady() === null);
    expect(eventsOf(house, 'space-joined')).toMatchObject([{ space: slack.team.id, name: 'Night Works' }]);
  });

  it('ends the process with the sentence when the token turns out wrong only after Slack is back', async () => {
    const { slack, house, start } = await openSlack(mode);
    await slack.refuse();
    await start();
    slack.setToken(slack.botToken, 'inactive');
    await slack.accept();
    await soon(() => house.failed.length > 0);
    expect(house.failed).toEqual([
      expect.stringMatching(/^Slack does not accept SLACK_BOT_TOKEN \(account_inactive\)/),
    ]);
  });

  it('asks whoever looks after reactions to look at everything once', async () => {
    const { house, start } = await openSlack(mode);
    await start();
    await soon(() => eventsOf(house, 'gap').length > 0);
    expect(eventsOf(house, 'gap')).toEqual([{ kind: 'gap', platform: 'slack', space: null, since: null }]);
  });

  it('does not call Slack again and again while it answers with errors', async () => {
    const { slack, start } = await openSlack(mode);
    slack.faults.add({ on: 'auth.test', kind: 'status', status: 503, times: 2 });
    const connection = await start();
    expect(connection.whyNotReady()).toContain('HTTP 503');
    await soon(() => connection.whyNotReady() === null);
    expect(slack.calls('auth.test')).toHaveLength(1);
  });

  it('stops while it is still trying to reach Slack', async () => {
    const { slack, start } = await openSlack(mode);
    await slack.refuse();
    const connection = await start();
    await connection.stop();
    await slack.accept();
    expect(slack.calls('auth.test')).toEqual([]);
  });
});

describe('starting over Socket Mode', () => {
  it('ends with one sentence when Slack does not take the app-level token', async () => {
    const { slack, start } = await openSlack('socket');
    slack.setToken(slack.appToken, 'revoked');
    await expect(start()).rejects.toThrow(/^Slack does not accept SLACK_APP_TOKEN \(token_revoked\)\./);
  });
});

describe('starting over HTTP', () => {
  it('says in a sentence that the port is taken', async () => {
    const { start } = await openSlack('http');
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const { port } = other.address() as AddressInfo;
    await expect(start({ variables: { PORT: String(port) } })).rejects.toThrow(
      `Port ${port} on 127.0.0.1 is taken by another program. Stop it, or set PORT to a free one.`,
    );
  });

  it('says in a sentence that there is no such address', async () => {
    const { start } = await openSlack('http');
    await expect(start({ variables: { HOST: '192.0.2.1' } })).rejects.toThrow(
      'This machine has no address 192.0.2.1.',
    );
  });

  it('gives the port back when the token is wrong', async () => {
    const { slack, start } = await openSlack('http');
    slack.setToken(slack.botToken, 'revoked');
    await expect(start()).rejects.toThrow();
    await expect(fetch(slack.app.requestUrl)).rejects.toThrow();
  });

  it('listens on the loopback address only', async () => {
    const { slack, start } = await openSlack('http');
    await start();
    const outside = Object.values(networkInterfaces())
      .flatMap((all) => all ?? [])
      .find(({ family, internal }) => family === 'IPv4' && !internal);
    const { port } = new URL(slack.app.requestUrl);
    expect((await fetch(slack.app.requestUrl)).status).toBe(404);
    if (outside === undefined) return;
    await expect(fetch(`http://${outside.address}:${port}/slack/events`)).rejects.toThrow();
  });

  it('stops within a moment although Slack keeps the connection of its last request open', async () => {
    const { slack, ana, beats, start } = await openSlack('http');
    const archived = Promise.withResolvers<void>();
    const notice = async ({ kind }: PlatformEvent) => {
      if (kind !== 'message-gone') return;
      archived.resolve();
      await new Promise((resolve) => setTimeout(resolve, 200));
    };
    const connection = await start({ bot: { notice } });
    slack.archive(beats, ana);
    await archived.promise;
    const since = performance.now();
    await connection.stop();
    expect(performance.now() - since).toBeLessThan(2900);
  });
});

describe('the variables', () => {
  const rows = [
    { set: {}, wrong: 'SLACK_BOT_TOKEN' },
    { set: { SLACK_BOT_TOKEN: 'xoxp-1' }, wrong: 'must be a bot token' },
    { set: { SLACK_BOT_TOKEN: 'xoxb-1' }, wrong: 'SLACK_SIGNING_SECRET neither' },
    { set: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xoxb-2' }, wrong: 'must be an app-level token' },
    {
      set: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', SLACK_API_URL: 'https://slack.com' },
      wrong: '/api/',
    },
    { set: { SLACK_BOT_TOKEN: 'xoxb-1', SLACK_APP_TOKEN: 'xapp-1', PORT: '70000' }, wrong: 'must be a port' },
  ];

  it.each(rows)('refuses $set', ({ set, wrong }) => {
    expect(JSON.stringify(slackEnv.safeParse(set).error?.issues)).toContain(wrong);
  });
});

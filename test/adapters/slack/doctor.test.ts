import { describe, expect, it } from 'vitest';
import slackAdapter from '../../../src/adapters/slack/index.ts';
import { say } from '../../../src/adapters/slack/say.ts';
import type { Finding } from '../../../src/bot/adapter.ts';
import { openSlack } from './open.ts';
import { slackVariables } from './rig.ts';

const bad = (findings: readonly Finding[]) =>
  findings.filter(({ tone }) => tone === 'bad').map(({ message }) => message);

async function examined(variables: Readonly<Record<string, string>> = {}) {
  const opened = await openSlack('socket');
  const { slack, house } = opened;
  const inspect = async () =>
    (await slackAdapter.inspect?.(
      house.bot.commands,
      slackVariables(slack, 'socket', variables),
      house.services,
    )) ?? [];
  return { ...opened, inspect };
}

describe('the doctor', () => {
  it('finds nothing wrong where nothing is', async () => {
    const { slack, beats, start, inspect } = await examined();
    const connection = await start();
    const found = await connection.diagnose({ space: slack.team.id, channel: beats.id });
    expect(bad(found)).toEqual([]);
    expect(found.map(({ message }) => message)).toContain(say.channelGood);
    expect((await inspect()).map(({ message }) => message)).toContain(say.socketGood);
  });

  it('names each missing scope, what it is for, and how to grant it', async () => {
    const { slack, inspect } = await examined();
    slack.setScopes(['chat:write', 'commands', 'users:read']);
    const found = await inspect();
    expect(bad(found)).toHaveLength(8);
    expect(found).toContainEqual({ tone: 'bad', message: say['files:read'], fix: say.scopeFix });
  });

  it('names scopes that are not needed', async () => {
    const { slack, inspect } = await examined();
    slack.setScopes([...slack.app.scopes, 'channels:history']);
    expect(await inspect()).toContainEqual(
      expect.objectContaining({ message: say.scopesExtra, values: { scopes: ['channels:history'] } }),
    );
  });

  it('says where the bot lacks something in a channel', async () => {
    const { slack, ana, start } = await examined();
    const connection = await start();
    const secret = slack.addChannel({ name: 'secret', kind: 'private', members: [ana], withoutBot: true });
    const found = await connection.diagnose({ space: slack.team.id, channel: secret.id });
    expect(found).toContainEqual(
      expect.objectContaining({ message: say.channelMissing, values: { missing: ['/invite @splitproof'] } }),
    );
  });

  it('says which token Slack does not take', async () => {
    const { slack, inspect } = await examined();
    slack.setToken(slack.appToken, 'revoked');
    expect(await inspect()).toContainEqual(
      expect.objectContaining({
        message: say.tokenBad,
        values: { variable: 'SLACK_APP_TOKEN', reason: 'token_revoked' },
      }),
    );
    slack.setToken(slack.botToken, 'revoked');
    expect(await inspect()).toContainEqual(
      expect.objectContaining({
        fix: say.botTokenFix,
        values: { variable: 'SLACK_BOT_TOKEN', reason: 'token_revoked' },
      }),
    );
  });

  it('says that Socket Mode is switched off, and that Slack is out of reach', async () => {
    const { slack, inspect } = await examined();
    slack.app.socketMode = false;
    expect(await inspect()).toContainEqual(
      expect.objectContaining({ message: say.socketBad, fix: say.socketFix }),
    );
    await slack.refuse();
    expect(bad(await inspect())).toEqual([say.unreachable]);
  });

  it('lists what has arrived so far, as long as it may not see the settings', async () => {
    const { slack, ana, beats, start } = await examined();
    const connection = await start();
    await slack.command(ana, beats, '/try', 'echo hello');
    await slack.waitFor('an answer', () => slack.ephemerals(ana).length === 1);
    const arrived = (await connection.diagnose(null)).find(({ message }) => message === say.manifestUnread);
    expect(arrived?.values).toEqual({ count: 1, arrived: ['/try'] });
  });

  it('compares the settings with the manifest, given a token that may see them', async () => {
    const { slack, inspect } = await examined({ SLACK_CONFIG_TOKEN: 'xoxe.xoxp-1-standinstandin' });
    expect(await inspect()).toContainEqual({ tone: 'good', message: say.manifestGood });
    slack.app.manifest = {
      features: { slash_commands: [{ command: '/try', description: 'x' }] },
      settings: {
        event_subscriptions: { bot_events: ['app_mention'] },
        interactivity: { is_enabled: false },
      },
    };
    const found = await inspect();
    expect(bad(found)).toEqual(
      expect.arrayContaining([
        say.commandUnescaped,
        say.shortcutMissing,
        say.eventMissing,
        say.interactivityOff,
      ]),
    );
    expect(found).toContainEqual(
      expect.objectContaining({
        message: say.eventMissing,
        values: { event: 'reaction_added' },
        fix: say.eventFix,
      }),
    );
    slack.setToken(slack.configToken, 'expired');
    expect(await inspect()).toContainEqual(
      expect.objectContaining({ message: say.manifestRefused, values: { reason: 'token_expired' } }),
    );
  });
});

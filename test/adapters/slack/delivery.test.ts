import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../../src/bot/adapter.ts';
import { deliver, sign } from '../../platforms/slack/http-delivery.ts';
import { commandPayload } from '../../platforms/slack/payloads.ts';
import { soon } from '../house.ts';
import { eventsOf, openSlack } from './open.ts';

const POST = { tone: 'plain', title: 'Night Bus' } as const;

describe.each(['socket', 'http'] as const)('what Slack delivers over %s', (mode) => {
  it('is acknowledged only once it is kept, and kept when it comes again', async () => {
    const opened = await openSlack(mode, { timing: { ackMs: 2000, retryDelaysMs: [0, 0] } });
    const { slack, house, ana, beats } = opened;
    let broken = 1;
    const kept: PlatformEvent[] = [];
    const notice = async (event: PlatformEvent) => {
      if (event.kind !== 'reaction') return;
      if (broken-- > 0) throw new Error('the database is away');
      kept.push(event);
    };
    const connection = await opened.start({ bot: { notice } });
    await connection.post({ space: slack.team.id, channel: beats.id }, POST, 'sheet-1');
    slack.react(ana, slack.messages(beats)[0]!, '+1::skin-tone-4');
    const delivery = await slack.waitFor('the reaction to be acknowledged', () => {
      return slack.deliveries('reaction_added').find(({ state }) => state === 'acked');
    });
    expect(delivery.tries.map(({ ok }) => ok)).toEqual([false, true]);
    expect(kept).toMatchObject([{ act: 'added', emoji: '+1::skin-tone-4', message: { channel: beats.id } }]);
    expect(house.logged.join()).toContain('an event could not be kept');
  });

  it('is answered once when a mention is delivered twice', async () => {
    const { slack, ana, beats, start } = await openSlack(mode);
    await start();
    slack.mention(ana, beats, 'try echo once');
    const delivery = await slack.waitFor('the mention', () => slack.deliveries('app_mention')[0]);
    await slack.waitFor('an answer', () => slack.ephemerals(ana).length === 1);
    expect((await slack.events.again(delivery)).ok).toBe(true);
    await slack.command(ana, beats, '/try', 'echo after');
    await slack.waitFor('the next answer', () => slack.ephemerals(ana).length === 2);
    expect(slack.ephemerals(ana).map(slack.read).join()).toContain('after');
  });

  it('is not answered when it was written by a bot', async () => {
    const { slack, ana, beats, start } = await openSlack(mode);
    await start();
    const text = `<@${slack.bot.id}> try echo loop`;
    slack.publish({
      type: 'app_mention',
      user: ana.id,
      bot_id: 'B0OTHER',
      text,
      ts: '1.1',
      channel: beats.id,
      event_ts: '1.1',
    });
    await slack.waitFor('it to arrive', () => slack.deliveries('app_mention')[0]?.state === 'acked');
    await slack.command(ana, beats, '/try', 'echo after');
    await slack.waitFor('an answer', () => slack.ephemerals(ana).length > 0);
    expect(slack.ephemerals(ana).map(slack.read).join()).not.toContain('loop');
  });

  it('is acknowledged and forgotten when it makes no sense', async () => {
    const { slack, beats, start } = await openSlack(mode);
    await start();
    slack.publish({ type: 'reaction_added', user: 7, item: null, channel: beats.id });
    slack.publish({ type: 'app_mention', channel: beats.id });
    await slack.waitFor('both', () => slack.events.deliveries.every(({ state }) => state === 'acked'));
    expect(slack.events.deliveries).toHaveLength(2);
  });

  it('tells that messages are out of reach when the bot is thrown out or the channel archived', async () => {
    const { slack, house, ana, beats, start } = await openSlack(mode);
    await start();
    const demos = slack.addChannel({ name: 'demos', kind: 'private', members: [ana] });
    slack.archive(beats, ana);
    slack.kick(demos);
    await soon(() => eventsOf(house, 'message-gone').length === 2);
    const told = eventsOf(house, 'message-gone').map(({ message, why }) => ({
      channel: message.channel,
      why,
    }));
    expect(told).toContainEqual({ channel: beats.id, why: 'channel-archived' });
    expect(told).toContainEqual({ channel: demos.id, why: 'channel-left' });
  });

  it('ends the process with a sentence when the app is uninstalled', async () => {
    const { slack, house, start } = await openSlack(mode);
    await start();
    slack.publish({ type: 'tokens_revoked', tokens: { oauth: [], bot: [slack.bot.id] } });
    await soon(() => house.failed.length > 0);
    expect(eventsOf(house, 'space-left')).toMatchObject([{ space: slack.team.id }]);
    expect(house.failed[0]).toContain('Install it again and set the new SLACK_BOT_TOKEN');
  });
});

describe('what comes over HTTP', () => {
  it('does not bring the process down when an acknowledgement comes too late', {
    timeout: 20_000,
  }, async () => {
    const { slack, house, ana, beats, start } = await openSlack('http', { timing: { ackMs: 5000 } });
    const notice = async (event: PlatformEvent) => {
      if (event.kind === 'reaction') await new Promise((resolve) => setTimeout(resolve, 3300));
    };
    const connection = await start({ bot: { notice } });
    await connection.post({ space: slack.team.id, channel: beats.id }, POST, 'sheet-1');
    slack.react(ana, slack.messages(beats)[0]!, 'x');
    await slack.waitFor('the end of it', () => slack.deliveries('reaction_added')[0]?.state !== 'pending');
    await soon(() => house.logged.join().includes('an acknowledgement came too late'));
    expect((await slack.command(ana, beats, '/try', 'echo alive')).ok).toBe(true);
  });

  it.each([
    ['echo twice', 'twice'],
    ['who', '"account"'],
  ])('does nothing a second time for a request that is played back: %s', async (line, answer) => {
    const { slack, ana, beats, start } = await openSlack('http');
    await start();
    const actor = { world: slack.world, app: slack.app, user: ana, team: slack.team, orgWide: false };
    const payload = commandPayload(actor, beats, '/try', line);
    for (const _ of [1, 2]) await deliver(slack.world, slack.app, 'command', payload, 3000);
    await slack.command(ana, beats, '/try', 'echo after');
    await slack.waitFor('two answers', () => slack.ephemerals(ana).length === 2);
    expect(slack.ephemerals(ana).filter((shown) => slack.read(shown).includes(answer))).toHaveLength(1);
  });

  it('is refused without a right signature, and answered when Slack looks whether we are there', async () => {
    const { slack, start } = await openSlack('http');
    await start();
    const send = (body: string, headers: Record<string, string> = {}) =>
      fetch(slack.app.requestUrl, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json', ...headers },
      });
    const signed = (body: string) => {
      const timestamp = String(Math.floor(Date.now() / 1000));
      const signature = sign(slack.signingSecret, timestamp, body);
      return send(body, { 'x-slack-request-timestamp': timestamp, 'x-slack-signature': signature });
    };
    const challenge = JSON.stringify({ type: 'url_verification', challenge: 'abc' });
    expect((await send(challenge)).status).toBe(401);
    expect(await (await signed(challenge)).json()).toEqual({ challenge: 'abc' });
    const form = { 'content-type': 'application/x-www-form-urlencoded' };
    expect((await send('ssl_check=1', form)).status).toBe(200);
    expect((await fetch(new URL('/', slack.app.requestUrl))).status).toBe(404);
  });
});

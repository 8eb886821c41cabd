import { describe, expect, it } from 'vitest';
import { soon } from '../house.ts';
import { eventsOf, openSlack } from './open.ts';

/** Open, with both connections up and the first look at everything done. */
async function connected() {
  const opened = await openSlack('socket');
  const connection = await opened.start();
  await opened.slack.waitFor('two connections', () => opened.slack.sockets.count() === 2);
  await soon(() => eventsOf(opened.house, 'gap').length === 1);
  return { ...opened, connection };
}

describe('Socket Mode connections', () => {
  it.each(['refresh_requested', 'warning'] as const)(
    'has one open all the time while Slack recycles both (%s)',
    async (reason) => {
      const { slack, connection } = await connected();
      const opened = slack.calls('apps.connections.open').length;
      const before = slack.sockets.history.length;
      slack.sockets.refresh(reason);
      await slack.waitFor('two new connections', () => {
        return slack.calls('apps.connections.open').length === opened + 2 && slack.sockets.count() === 2;
      });
      await slack.waitFor('the old ones to be closed', () => slack.sockets.history.length >= before + 5);
      // A retired connection takes no new events, so only the first count after the announcement may be 0.
      const open = slack.sockets.history.slice(before + 1).map((entry) => entry.open);
      expect(Math.min(...open)).toBeGreaterThan(0);
      expect(connection.whyNotReady()).toBeNull();
    },
  );

  it('answers commands while Slack recycles one connection, each once', async () => {
    const { slack, ana, beats } = await connected();
    slack.sockets.refresh('refresh_requested', 0);
    const outcomes = await Promise.all(
      [1, 2, 3, 4].map((n) => slack.command(ana, beats, '/try', `echo ${n}`)),
    );
    expect(outcomes.map(({ ok }) => ok)).toEqual([true, true, true, true]);
    await slack.waitFor('four answers', () => slack.ephemerals(ana).length === 4);
  });

  it('goes on over the other connection when one breaks, and opens a new one at once', async () => {
    const { slack, house, ana, beats, connection } = await connected();
    slack.sockets.drop(0);
    expect(connection.whyNotReady()).toBeNull();
    expect((await slack.command(ana, beats, '/try', 'echo on')).ok).toBe(true);
    await slack.waitFor('two connections again', () => slack.sockets.count() === 2);
    const [lost, back] = slack.sockets.history.slice(-2);
    // By itself, the library would wait for 5 seconds.
    expect((back?.at ?? 0) - (lost?.at ?? 0)).toBeLessThan(4500);
    await soon(() => eventsOf(house, 'gap').length === 2);
    expect(eventsOf(house, 'gap')[1]?.since).toBeInstanceOf(Date);
  });

  it('says that it is not connected while Slack is down, and what may be missed once it is back', async () => {
    const { slack, house, connection } = await connected();
    await slack.refuse();
    await soon(() => connection.whyNotReady() !== null);
    expect(connection.whyNotReady()).toMatch(/^No connection to Slack is open .*trying again\.$/);
    const before = eventsOf(house, 'gap').length;
    await slack.accept();
    await soon(() => connection.whyNotReady() === null);
    await soon(() => eventsOf(house, 'gap').length > before);
    expect(house.failed).toEqual([]);
  });

  it('notices a line that is dead without having been closed', { timeout: 30_000 }, async () => {
    const { slack } = await connected();
    slack.sockets.freeze();
    await slack.waitFor('two living connections', () => slack.sockets.count() === 2, 25_000);
  });

  it('says that Socket Mode was switched off, and goes on once it is switched on again', async () => {
    const { slack, connection } = await connected();
    slack.app.socketMode = false;
    slack.sockets.refresh('link_disabled');
    await soon(() => connection.whyNotReady()?.includes('socket_mode_not_enabled') === true);
    slack.app.socketMode = true;
    await soon(() => connection.whyNotReady() === null);
  });

  it('ends the process with a sentence, once, when the token was taken back meanwhile', async () => {
    const { slack, house, connection } = await connected();
    slack.setToken(slack.appToken, 'revoked');
    slack.sockets.drop();
    await soon(() => house.failed.length > 0);
    await connection.stop();
    expect(house.failed).toEqual([
      expect.stringMatching(/^Slack does not accept SLACK_APP_TOKEN \(token_revoked\)/),
    ]);
  });

  it('says why it has no connection while Slack answers with errors, and goes on trying', async () => {
    const { slack, connection } = await connected();
    slack.faults.add({
      on: 'apps.connections.open',
      kind: 'status',
      status: 500,
      times: Number.POSITIVE_INFINITY,
    });
    slack.sockets.drop();
    await soon(() => connection.whyNotReady() === 'No connection to Slack is open (HTTP 500); trying again.');
    slack.faults.clear();
    await soon(() => connection.whyNotReady() === null);
  });

  it('is not thrown by frames that make no sense, and looks again when Slack held events back', async () => {
    const { slack, house, ana, beats } = await connected();
    slack.sockets.raw('no json at all {');
    slack.sockets.raw({ type: 'events_api', envelope_id: 'x', payload: null });
    slack.sockets.raw({ type: 'slash_commands', envelope_id: 'y', payload: null });
    slack.sockets.raw({ type: 'something_new', envelope_id: 'z' });
    expect((await slack.rateLimit()).ok).toBe(true);
    await soon(() => eventsOf(house, 'gap').length === 2);
    expect((await slack.command(ana, beats, '/try', 'echo still here')).ok).toBe(true);
    await slack.waitFor('the answer', () => slack.ephemerals(ana).length === 1);
  });

  it('closes both connections when it stops, and gives the answers that are under way', async () => {
    const { slack, house, ana, beats, connection } = await connected();
    await slack.command(ana, beats, '/try', 'slow');
    const stopping = connection.stop();
    house.slow.open();
    await stopping;
    expect(slack.ephemerals(ana).map(slack.read).at(-1)).toContain('Done at last');
    await slack.waitFor('no connection', () => slack.sockets.count() === 0);
  });
});

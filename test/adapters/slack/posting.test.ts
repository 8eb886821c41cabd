import { describe, expect, it } from 'vitest';
import { UserError } from '../../../src/core/problem.ts';
import { soon } from '../house.ts';
import { eventsOf, openSlack } from './open.ts';

const HELLO = { tone: 'plain', title: 'Night Bus, version 1' } as const;

async function posting() {
  const opened = await openSlack('socket');
  const connection = await opened.start();
  await soon(() => connection.whyNotReady() === null);
  const place = { space: opened.slack.team.id, channel: opened.beats.id };
  return { ...opened, connection, place };
}

const problem = (error: unknown) => (error instanceof UserError ? error.problem : error);

describe('posting when the answer gets lost', () => {
  it('posts once, because Slack itself tells of the post', async () => {
    const { slack, beats, connection, place } = await posting();
    slack.faults.add({ on: 'chat.postMessage', kind: 'lose' });
    const message = await connection.post(place, HELLO, 'sheet-1');
    expect(slack.messages(beats).map(({ ts }) => ts)).toEqual([message.id]);
    expect(slack.calls('chat.postMessage')).toHaveLength(1);
    expect(await connection.find(place, 'sheet-1')).toEqual(message);
  });

  it('waits for Slack to tell of the post, which may take a moment', async () => {
    const { slack, house, beats, connection, place } = await posting();
    slack.app.events.delete('message_metadata_posted');
    slack.faults.add({ on: 'chat.postMessage', kind: 'lose' });
    const waiting = connection.post(place, HELLO, 'sheet-1');
    const [there] = await slack.waitFor(
      'the post',
      () => slack.messages(beats).length > 0 && slack.messages(beats),
    );
    await soon(() => house.logged.join().includes('the answer to a post was lost'));
    slack.app.events.add('message_metadata_posted');
    slack.publish({
      type: 'message_metadata_posted',
      bot_id: there?.botId,
      channel_id: beats.id,
      message_ts: there?.ts,
      metadata: there?.metadata,
    });
    expect((await waiting).id).toBe(there?.ts);
  });

  it('finds the post by its key in the history, where the app may read it', async () => {
    const { slack, beats, connection, place } = await posting();
    slack.app.events.delete('message_metadata_posted');
    slack.setScopes([...slack.app.scopes, 'channels:history']);
    slack.faults.add({ on: 'chat.postMessage', kind: 'lose' });
    const message = await connection.post(place, HELLO, 'sheet-1');
    expect(slack.messages(beats).map(({ ts }) => ts)).toEqual([message.id]);
  });

  it('does not try again by itself when nothing can be known, and says so', async () => {
    const { slack, connection, place } = await posting();
    slack.app.events.delete('message_metadata_posted');
    slack.faults.add({ on: 'chat.postMessage', kind: 'drop' });
    const refusal = await connection.post(place, HELLO, 'sheet-1').catch(problem);
    expect(refusal).toMatchObject({ code: 'platform.unreachable', details: { platform: 'Slack' } });
    expect(await connection.find(place, 'sheet-1')).toBeNull();
    expect(slack.calls('chat.postMessage')).toEqual([]);
  });

  it('finds a direct message by whom it went to', async () => {
    const { slack, ana, connection } = await posting();
    const message = await connection.direct(slack.team.id, ana.id, HELLO, 'receipt-1');
    expect(await connection.find({ space: slack.team.id, channel: ana.id }, 'receipt-1')).toEqual(message);
  });

  it('knows after a restart which posts went through', async () => {
    const { connection, place, start } = await posting();
    const message = await connection.post(place, HELLO, 'sheet-1');
    await connection.stop();
    const again = await start();
    expect(await again.find(place, 'sheet-1')).toEqual(message);
  });
});

describe('posting when Slack says to slow down', () => {
  it('waits and posts once, and a form opens meanwhile', async () => {
    const { slack, ana, beats, connection, place } = await posting();
    slack.faults.add({ on: 'chat.postMessage', kind: 'status', status: 429, retryAfter: 2 });
    const since = performance.now();
    const waiting = connection.post(place, HELLO, 'sheet-1');
    await slack.command(ana, beats, '/try', 'ask');
    await slack.waitFor('the form', () => slack.views(ana).length === 1);
    expect(slack.messages(beats)).toEqual([]);
    await waiting;
    expect(performance.now() - since).toBeGreaterThan(1900);
    expect(slack.messages(beats)).toHaveLength(1);
  });
});

describe('what Slack refuses', () => {
  const rows = [
    { when: 'the bot is in no such channel', error: 'not_in_channel', code: 'platform.no-channel' },
    { when: 'the channel is archived', error: 'is_archived', code: 'platform.no-channel' },
    { when: 'only some may post there', error: 'restricted_action', code: 'platform.refused' },
    { when: 'a scope is missing', error: 'missing_scope', code: 'platform.missing-permission' },
  ];

  it.each(rows)('is one of our refusals when $when', async ({ error, code }) => {
    const { slack, connection, place } = await posting();
    const fields = { needed: 'chat:write' };
    slack.faults.add({ on: 'chat.postMessage', kind: 'error', error, fields });
    const refusal = await connection.post(place, HELLO, 'sheet-1').catch(problem);
    expect(refusal).toMatchObject({ code });
  });

  it('names the person whom no direct message reaches', async () => {
    const { slack, bo, connection } = await posting();
    bo.deleted = true;
    const refusal = await connection.direct(slack.team.id, bo.id, HELLO, 'receipt-1').catch(problem);
    expect(refusal).toMatchObject({ code: 'platform.no-direct-message', details: { name: bo.id } });
  });

  it('tells the house that a message is gone when it is edited or read in vain', async () => {
    const { slack, house, beats, connection, place } = await posting();
    const message = await connection.post(place, HELLO, 'sheet-1');
    slack.app.events.delete('message_metadata_deleted');
    slack.deleteMessage(slack.messages(beats)[0]!);
    await expect(connection.reactions(message)).rejects.toBeInstanceOf(UserError);
    await expect(connection.edit(message, HELLO)).rejects.toBeInstanceOf(UserError);
    expect(eventsOf(house, 'message-gone').map(({ message: gone }) => gone)).toEqual([message, message]);
  });

  it('still says it in plain text when the blocks are not taken', async () => {
    const { slack, house, beats, connection, place } = await posting();
    slack.faults.add({ on: 'chat.postMessage', kind: 'error', error: 'invalid_blocks' });
    await connection.post(place, { tone: 'good', title: 'a <b> & c' }, 'sheet-1');
    expect(slack.messages(beats)[0]).toMatchObject({ blocks: [], text: '✅ a &lt;b&gt; &amp; c' });
    expect(house.logged.join()).toContain('did not take our blocks');
  });
});

describe('what hangs on a post', () => {
  it('reads back everybody, however many they are', async () => {
    const { slack, beats, connection, place } = await posting();
    const message = await connection.post(place, HELLO, 'sheet-1');
    const crowd = Array.from({ length: 60 }, (_, index) => slack.addUser({ name: `p${index}` }));
    for (const { id } of crowd) beats.members.add(id);
    for (const user of crowd) slack.react(user, slack.messages(beats)[0]!, 'white_check_mark');
    const [standing] = await connection.reactions(message);
    expect(standing?.accounts).toHaveLength(60);
  });

  it('puts files of a post into its thread', async () => {
    const { slack, beats, connection, place } = await posting();
    const bytes = Buffer.from('a,b\n');
    const files = [{ name: 'codes.csv', mediaType: 'text/csv', bytes }];
    const message = await connection.post(place, { ...HELLO, files }, 'sheet-1');
    const [, shared] = slack.messages(beats);
    expect(shared).toMatchObject({ threadTs: message.id });
    expect(shared?.files.map(slack.fileText)).toEqual(['a,b\n']);
  });
});

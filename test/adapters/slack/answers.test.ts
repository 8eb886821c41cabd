import { describe, expect, it } from 'vitest';
import { soon } from '../house.ts';
import { openSlack } from './open.ts';

async function running() {
  const opened = await openSlack('socket');
  const connection = await opened.start();
  await soon(() => connection.whyNotReady() === null);
  return { ...opened, connection };
}

describe('a private answer', () => {
  it('stands in the thread where the bot was mentioned, for the asker alone', async () => {
    const { slack, ana, bo, beats } = await running();
    const first = slack.post(bo, beats, 'new demo');
    slack.mention(ana, beats, 'try echo in the thread', { thread: first });
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown).toMatchObject({ via: 'api', threadTs: first.ts, channel: beats.id });
    expect(slack.ephemerals(bo)).toEqual([]);
  });

  it('reaches the asker in a channel where the bot is not', async () => {
    const { slack, ana } = await running();
    const secret = slack.addChannel({ name: 'secret', kind: 'private', members: [ana], withoutBot: true });
    await slack.command(ana, secret, '/try', 'echo here');
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown).toMatchObject({ via: 'hook', channel: secret.id });
  });

  it.each([
    { trouble: { kind: 'status', status: 404 }, what: 'is used up' },
    { trouble: { kind: 'status', status: 500 }, what: 'breaks' },
    { trouble: { kind: 'drop' }, what: 'cannot be reached' },
    { trouble: { kind: 'hang' }, what: 'does not answer' },
  ] as const)('goes another way when the response_url $what', async ({ trouble }) => {
    const { slack, ana, beats } = await running();
    slack.faults.add({ on: 'hook', times: 5, ...trouble });
    await slack.command(ana, beats, '/try', 'echo by another way');
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown).toMatchObject({ via: 'api' });
  });

  it('comes as a direct message when no other way is open', async () => {
    const { slack, ana } = await running();
    const secret = slack.addChannel({ name: 'secret', kind: 'private', members: [ana], withoutBot: true });
    slack.faults.add({ on: 'hook', times: 5, kind: 'status', status: 404 });
    await slack.command(ana, secret, '/try', 'echo at last');
    const [message] = await slack.waitFor(
      'a message',
      () => slack.directs(ana).length > 0 && slack.directs(ana),
    );
    expect(message === undefined ? '' : slack.read(message)).toContain('You said at last');
  });

  it('links to its file, which lies in the direct messages', async () => {
    const { slack, ana, beats } = await running();
    slack.mention(ana, beats, 'try file', { files: [{ name: 'take.bin', bytes: 'abc' }] });
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown === undefined ? '' : slack.read(shown)).toContain('📎 again-take.bin');
    expect(slack.messages(beats).filter(({ files, botId }) => botId && files.length > 0)).toEqual([]);
    expect(slack.directs(ana).flatMap(({ files }) => files.map(slack.fileText))).toEqual(['abc']);
  });

  it('stands in plain text when Slack does not take the blocks', async () => {
    const { slack, ana, bo, beats } = await running();
    const first = slack.post(bo, beats, 'new demo');
    slack.faults.add({ on: 'chat.postEphemeral', kind: 'error', error: 'invalid_blocks' });
    slack.mention(ana, beats, 'try echo plainly', { thread: first });
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown).toMatchObject({ blocks: [] });
    expect(shown?.text).toContain('You said plainly');
  });
});

describe('a posted answer', () => {
  it('stands in the channel although the bot is no member, because a command may answer there', async () => {
    const { slack, ana } = await running();
    const other = slack.addChannel({ name: 'other', members: [ana], withoutBot: true });
    await slack.command(ana, other, '/try', 'post for all');
    await slack.waitFor('the post', () => slack.messages(other).length === 1);
  });

  it('is said to have failed, to the asker alone, where nothing can be posted', async () => {
    const { slack, ana, beats } = await running();
    slack.faults.add({ on: 'chat.postMessage', kind: 'error', error: 'restricted_action' });
    slack.faults.add({ on: 'hook', kind: 'status', status: 404 });
    await slack.command(ana, beats, '/try', 'post for all');
    const [shown] = await slack.waitFor(
      'a refusal',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown === undefined ? '' : slack.read(shown)).toContain('restricted_action');
  });
});

describe('a posted answer whose fate is not known', () => {
  it('is not posted a second time by another way', async () => {
    const { slack, ana, beats } = await running();
    slack.app.events.delete('message_metadata_posted');
    slack.setScopes([...slack.app.scopes].filter((scope) => scope !== 'metadata.message:read'));
    slack.faults.add({ on: 'chat.postMessage', kind: 'lose' });
    await slack.command(ana, beats, '/try', 'post for all');
    await slack.waitFor('a word about it', () => slack.ephemerals(ana).length > 0);
    expect(slack.messages(beats)).toHaveLength(1);
  });
});

describe('a form', () => {
  it('shows a waiting modal first when it takes long to make, and then itself', async () => {
    const { slack, ana, beats } = await running();
    slack.faults.add({ on: 'users.info', kind: 'delay', ms: 1600 });
    await slack.command(ana, beats, '/try', 'ask');
    const title = () => (slack.views(ana)[0]?.view.title as { text: string } | undefined)?.text;
    await slack.waitFor('the waiting modal', () => title() === 'Splitproof');
    await slack.waitFor('the form', () => title() === 'A form');
    await slack.submitView(ana, { name: { value: 'Night Bus' } });
    await slack.waitFor('an answer', () => slack.ephemerals(ana).length === 1);
  });

  it('is offered as a button to whoever mentions the bot, since a mention cannot open one', async () => {
    const { slack, ana, beats } = await running();
    slack.mention(ana, beats, 'try ask');
    const [offer] = await slack.waitFor(
      'an offer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    await slack.click(ana, offer!, 'A form');
    await slack.waitFor('the form', () => slack.views(ana).length === 1);
    await slack.submitView(ana, { name: { value: 'Rain' } });
    await slack.waitFor('an answer', () =>
      slack.ephemerals(ana).some((shown) => slack.read(shown).includes('Rain')),
    );
  });

  it('says in words that it came too late to be opened', async () => {
    const { slack, ana, beats } = await running();
    slack.faults.add({ on: 'views.open', kind: 'error', error: 'expired_trigger_id' });
    await slack.command(ana, beats, '/try', 'ask');
    const [shown] = await slack.waitFor(
      'a sentence',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown === undefined ? '' : slack.read(shown)).toContain('expired_trigger_id');
  });

  it('is shown once when the answer about it gets lost', async () => {
    const { slack, ana, beats, connection } = await running();
    slack.faults.add({ on: 'views.open', kind: 'lose' });
    await slack.command(ana, beats, '/try', 'ask');
    await slack.waitFor('a second call', () => slack.calls('views.open').length === 2);
    expect(slack.views(ana)).toHaveLength(1);
    await slack.submitView(ana, { name: { value: 'Night Bus' } });
    await slack.waitFor('the answer', () => slack.ephemerals(ana).length > 0);
    await connection.stop();
    expect(slack.ephemerals(ana).map(slack.read)).toEqual([expect.stringContaining('Night Bus')]);
  });

  it('answers in the thread that it was opened from', async () => {
    const { slack, ana, bo, beats } = await running();
    const first = slack.post(bo, beats, 'new demo');
    slack.mention(ana, beats, 'try ask', { thread: first });
    const [offer] = await slack.waitFor(
      'an offer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    await slack.click(ana, offer!, 'A form');
    await slack.waitFor('the form', () => slack.views(ana).length === 1);
    await slack.submitView(ana, { name: { value: 'Rain' } });
    const answer = await slack.waitFor('an answer', () =>
      slack.ephemerals(ana).find((shown) => slack.read(shown).includes('Name Rain')),
    );
    expect(answer.threadTs).toBe(first.ts);
  });
});

describe('who somebody is', () => {
  it('makes nobody an admin who is one elsewhere, and keeps them under the space of the channel', async () => {
    const { slack, house, connection } = await running();
    const label = slack.addTeam('Other Label');
    const eve = slack.addUser({ name: 'eve', teamId: label.id, isAdmin: true });
    const shared = slack.addChannel({ name: 'shared', members: [eve], sharedWith: [label] });
    expect(await connection.account(slack.team.id, eve.id)).toMatchObject({ admin: false, locale: null });
    const boss = { id: eve.id, team_id: label.id, is_admin: true, is_owner: true };
    const body = JSON.stringify({ ok: true, user: boss });
    slack.faults.add({ on: 'users.info', kind: 'status', status: 200, body });
    expect(await connection.account(slack.team.id, eve.id)).toMatchObject({ admin: false });
    const message = await connection.post(
      { space: slack.team.id, channel: shared.id },
      { tone: 'plain', title: 'x' },
      'k',
    );
    slack.react(eve, slack.messages(shared)[0]!, '+1');
    await soon(() => house.events.some(({ kind }) => kind === 'reaction'));
    expect(house.events.find(({ kind }) => kind === 'reaction')).toMatchObject({
      origin: { space: slack.team.id, account: eve.id },
      message,
    });
  });
});

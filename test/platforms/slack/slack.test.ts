import { App, HTTPReceiver } from '@slack/bolt';
import { afterEach, describe, expect, it } from 'vitest';
import { type Slack, type SlackOptions, startSlack } from './slack.ts';

const open: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const close of open.splice(0).reverse()) await close();
});

async function start(options: SlackOptions = {}): Promise<Slack> {
  const slack = await startSlack(options);
  open.push(() => slack.stop());
  return slack;
}

/** A bare Bolt app, wired as the documentation of Bolt says, in the mode the stand-in is in. */
async function bolt(slack: Slack): Promise<App> {
  const clientOptions = { slackApiUrl: slack.apiUrl, retryConfig: { retries: 0 } };
  const receiver = slack.app.socketMode
    ? undefined
    : new HTTPReceiver({ signingSecret: slack.signingSecret });
  const app = new App({
    token: slack.botToken,
    clientOptions,
    ...(receiver === undefined ? { socketMode: true, appToken: slack.appToken } : { receiver }),
  });
  if (receiver === undefined) await app.start();
  else {
    const server = await receiver.start({ port: 0, host: '127.0.0.1' } as never);
    slack.app.requestUrl = `http://127.0.0.1:${(server.address() as { port: number }).port}/slack/events`;
  }
  open.push(() => app.stop());
  return app;
}

const modes = [
  { mode: 'Socket Mode', socketMode: true },
  { mode: 'signed HTTP', socketMode: false },
];

describe.each(modes)('the real Bolt over $mode', ({ socketMode }) => {
  it('answers a slash command to the asker alone', async () => {
    const slack = await start({ socketMode });
    const app = await bolt(slack);
    app.command('/isrc', async ({ ack, command, respond }) => {
      await ack();
      await respond({ text: `you typed ${command.text}`, response_type: 'ephemeral' });
    });
    const ana = slack.addUser({ name: 'ana' });
    const beats = slack.addChannel({ name: 'beats', members: [ana] });
    const outcome = await slack.command(ana, beats, '/isrc', 'check @ana & US-RC1-76-07839');
    expect(outcome.ok).toBe(true);
    const [shown] = await slack.waitFor(
      'an answer',
      () => slack.ephemerals(ana).length > 0 && slack.ephemerals(ana),
    );
    expect(shown).toMatchObject({
      via: 'hook',
      text: `you typed check <@${ana.id}|ana> &amp; US-RC1-76-07839`,
    });
    expect(slack.messages(beats)).toEqual([]);
  });

  it('hears a mention, a reaction and what is clicked, and opens a modal that can be sent in', async () => {
    const slack = await start({ socketMode });
    const app = await bolt(slack);
    const heard: string[] = [];
    app.event('app_mention', async ({ event, say }) => {
      await say({ text: 'Ready?', thread_ts: event.ts, blocks: [actions('go', 'Go')] });
    });
    app.event('reaction_added', async ({ event }) => void heard.push(`${event.reaction} by ${event.user}`));
    app.action('go', async ({ ack, body, client }) => {
      await ack();
      await client.views.open({ trigger_id: (body as { trigger_id: string }).trigger_id, view: modal() });
    });
    app.view('codes', async ({ ack, view }) => {
      heard.push(String(view.state.values.b?.codes?.value));
      await ack();
    });
    const ana = slack.addUser({ name: 'ana' });
    const beats = slack.addChannel({ name: 'beats', members: [ana] });

    slack.mention(ana, beats, 'hello');
    const reply = await slack.waitFor('a reply', () => slack.messages(beats).find(({ botId }) => botId));
    slack.react(ana, reply, 'white_check_mark::skin-tone-3');
    await slack.waitFor(
      'the reaction to arrive',
      () => slack.deliveries('reaction_added')[0]?.state === 'acked',
    );
    await slack.click(ana, reply, 'Go');
    await slack.waitFor('a modal', () => slack.views(ana).length === 1);
    await slack.submitView(ana, { codes: { value: 'US-RC1-76-07839' } });
    expect(slack.views(ana)).toEqual([]);
    expect(heard).toEqual([`white_check_mark::skin-tone-3 by ${ana.id}`, 'US-RC1-76-07839']);
  });

  it('takes an upload in three steps and gives the file back only with the token', async () => {
    const slack = await start({ socketMode });
    const app = await bolt(slack);
    const ana = slack.addUser({ name: 'ana' });
    const beats = slack.addChannel({ name: 'beats', members: [ana] });
    await app.client.files.uploadV2({
      channel_id: beats.id,
      filename: 'codes.csv',
      file: Buffer.from('a,b\n'),
    });
    const [message] = slack.messages(beats);
    expect(message?.files.map((id) => slack.fileText(id))).toEqual(['a,b\n']);
    const info = await app.client.files.info({ file: message?.files[0] ?? '' });
    const url = info.file?.url_private ?? '';
    const withToken = await fetch(url, { headers: { authorization: `Bearer ${slack.botToken}` } });
    expect(await withToken.text()).toBe('a,b\n');
    const without = await fetch(url);
    expect(without.headers.get('content-type')).toContain('text/html');
  });
});

describe('the list of people', () => {
  it('comes in pages through the real client, with those who have left marked', async () => {
    const slack = await start();
    const app = await bolt(slack);
    for (const name of ['ana', 'bo', 'cleo']) slack.addUser({ name, deleted: name === 'bo' });
    const pages: string[][] = [];
    for await (const page of app.client.paginate('users.list', { limit: 2 })) {
      const { members = [] } = page as { members?: { name: string; deleted: boolean }[] };
      pages.push(members.map(({ name, deleted }) => `${name}${deleted ? ' has left' : ''}`));
    }
    expect(pages).toEqual([
      ['splitproof', 'ana'],
      ['bo has left', 'cleo'],
    ]);
  });

  it('refuses a page that is too large, and a cursor that it never gave', async () => {
    const slack = await start();
    expect(await call(slack, 'users.list', { limit: 1000 })).toMatchObject({ error: 'invalid_limit' });
    expect(await call(slack, 'users.list', { cursor: 'bm9uZQ==' })).toMatchObject({
      error: 'invalid_cursor',
    });
  });
});

describe('what Slack refuses', () => {
  const refusals = [
    { what: 'an unknown block', blocks: [{ type: 'heading' }], error: 'invalid_blocks' },
    { what: 'an unknown field', blocks: [{ type: 'divider', color: 'red' }], error: 'invalid_blocks' },
    { what: 'a header over 150 characters', blocks: [header('x'.repeat(151))], error: 'invalid_blocks' },
    { what: 'a section over 3,000 characters', blocks: [section('x'.repeat(3001))], error: 'invalid_blocks' },
    {
      what: '51 blocks',
      blocks: Array.from({ length: 51 }, () => ({ type: 'divider' })),
      error: 'invalid_blocks',
    },
    {
      what: 'a button label over 75 characters',
      blocks: [actions('a', 'x'.repeat(76))],
      error: 'invalid_blocks',
    },
    { what: 'half a character', blocks: [section('\ud83d')], error: 'invalid_blocks' },
    {
      what: 'the same action_id twice',
      blocks: [{ type: 'actions', elements: [button('a', 'A'), button('a', 'B')] }],
      error: 'invalid_blocks',
    },
    {
      what: 'more characters than a message holds',
      blocks: Array.from({ length: 5 }, () => section('x'.repeat(2700))),
      error: 'msg_blocks_too_long',
    },
  ];

  it.each(refusals)('$what', async ({ blocks, error }) => {
    const slack = await start();
    const beats = slack.addChannel({ name: 'beats' });
    const answer = await call(slack, 'chat.postMessage', { channel: beats.id, text: 'x', blocks });
    expect(answer).toMatchObject({ ok: false, error });
  });

  it('names the place of what is wrong in a modal, and a trigger that was used', async () => {
    const slack = await start();
    const app = await bolt(slack);
    let trigger = '';
    app.command('/isrc', async ({ ack, body }) => {
      trigger = body.trigger_id;
      await ack();
    });
    const ana = slack.addUser({ name: 'ana' });
    await slack.command(ana, slack.addChannel({ name: 'beats', members: [ana] }), '/isrc');
    const wrong = { ...modal(), title: { type: 'plain_text', text: 'x'.repeat(25) } };
    expect(await call(slack, 'views.open', { trigger_id: trigger, view: wrong })).toMatchObject({
      error: 'invalid_arguments',
      response_metadata: {
        messages: ['[ERROR] must be less than 25 characters [json-pointer:/view/title/text]'],
      },
    });
    expect(await call(slack, 'views.open', { trigger_id: trigger, view: modal() })).toMatchObject({
      ok: true,
    });
    expect(await call(slack, 'views.open', { trigger_id: trigger, view: modal() })).toMatchObject({
      error: 'exchanged_trigger_id',
    });
  });

  it('says which scope a call needs and which there are', async () => {
    const slack = await start();
    slack.setScopes(['chat:write']);
    const answer = await call(slack, 'users.info', { user: slack.bot.id });
    expect(answer).toMatchObject({ error: 'missing_scope', needed: 'users:read', provided: 'chat:write' });
  });
});

describe('how Slack delivers', () => {
  it('tries an event again when nobody answers, and gives up after the last try', async () => {
    const slack = await start({ timing: { ackMs: 50, retryDelaysMs: [0, 5, 5] } });
    const ana = slack.addUser({ name: 'ana' });
    const beats = slack.addChannel({ name: 'beats', members: [ana] });
    slack.mention(ana, beats, 'anyone?');
    const lost = await slack.waitFor('the event to be lost', () => {
      return slack.deliveries('app_mention').find(({ state }) => state === 'lost');
    });
    expect(lost.tries.map(({ why }) => why)).toEqual(Array.from({ length: 4 }, () => 'no_connection'));
  });

  it('sends nothing that the manifest does not ask for', async () => {
    const slack = await start({ manifest: { settings: { socket_mode_enabled: true } } });
    const ana = slack.addUser({ name: 'ana' });
    slack.mention(ana, slack.addChannel({ name: 'beats', members: [ana] }), 'anyone?');
    expect(slack.deliveries('app_mention')).toEqual([]);
  });

  it('does the work and loses the answer when told to', async () => {
    const slack = await start();
    const beats = slack.addChannel({ name: 'beats' });
    slack.faults.add({ on: 'chat.postMessage', kind: 'lose' });
    await expect(call(slack, 'chat.postMessage', { channel: beats.id, text: 'once' })).rejects.toThrow();
    expect(slack.messages(beats).map(({ text }) => text)).toEqual(['once']);
  });
});

async function call(slack: Slack, method: string, args: object): Promise<Record<string, unknown>> {
  const response = await fetch(slack.apiUrl + method, {
    method: 'POST',
    headers: { authorization: `Bearer ${slack.botToken}`, 'content-type': 'application/json' },
    body: JSON.stringify(args),
  });
  return (await response.json()) as Record<string, unknown>;
}

function header(text: string): object {
  return { type: 'header', text: { type: 'plain_text', text } };
}

function section(text: string): object {
  return { type: 'section', text: { type: 'mrkdwn', text } };
}

function button(id: string, label: string) {
  return { type: 'button' as const, action_id: id, text: { type: 'plain_text' as const, text: label } };
}

function actions(id: string, label: string) {
  return { type: 'actions' as const, elements: [button(id, label)] };
}

function modal() {
  return {
    type: 'modal' as const,
    callback_id: 'codes',
    title: { type: 'plain_text' as const, text: 'Codes' },
    submit: { type: 'plain_text' as const, text: 'Check' },
    blocks: [
      {
        type: 'input' as const,
        block_id: 'b',
        label: { type: 'plain_text' as const, text: 'Codes' },
        element: { type: 'plain_text_input' as const, action_id: 'codes' },
      },
    ],
  };
}

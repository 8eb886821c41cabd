import { fc, test } from '@fast-check/vitest';
import { describe, expect, onTestFinished } from 'vitest';
import { createClients } from '../../../src/adapters/slack/clients.ts';
import type { Identity } from '../../../src/adapters/slack/identity.ts';
import { wire } from '../../../src/adapters/slack/wiring.ts';
import type { Next } from '../../../src/bot/adapter.ts';
import { startSlack } from '../../platforms/slack/slack.ts';
import { openTestHouse } from '../house.ts';
import { slackVariables } from './rig.ts';

const common = {
  team: { id: 'T1', domain: 'night' },
  user: { id: 'U1', name: 'ana', team_id: 'T1' },
  trigger_id: 't',
  response_url: 'http://127.0.0.1:9/hooks/x',
};
const event = (inner: object) => ({ type: 'event_callback', event_id: 'Ev1', team_id: 'T1', event: inner });

/** One right body of each kind that Slack sends. */
const BODIES: readonly object[] = [
  {
    command: '/try',
    text: 'echo x',
    team_id: 'T1',
    channel_id: 'C1',
    user_id: 'U1',
    trigger_id: 't',
    response_url: common.response_url,
  },
  {
    ...common,
    type: 'message_action',
    callback_id: 'Look at this',
    channel: { id: 'C1' },
    message: { ts: '1.1', text: 'x', user: 'U2' },
  },
  {
    ...common,
    type: 'block_actions',
    channel: { id: 'C1' },
    message: { ts: '1.1' },
    actions: [{ action_id: 'press-0', value: 'try:yes:1' }],
  },
  {
    ...common,
    type: 'view_submission',
    view: {
      id: 'V1',
      callback_id: 'splitproof-form',
      private_metadata: '{"form":"try ask?","channel":"C1"}',
      state: { values: { name: { name: { value: 'x' } } } },
    },
  },
  event({
    type: 'app_mention',
    user: 'U1',
    text: '<@UBOT> try echo x',
    ts: '1.1',
    channel: 'C1',
    event_ts: '1.1',
  }),
  event({
    type: 'reaction_added',
    user: 'U1',
    reaction: '+1',
    item: { type: 'message', channel: 'C1', ts: '1.1' },
    event_ts: '1.1',
  }),
  event({
    type: 'message_metadata_posted',
    bot_id: 'B1',
    channel_id: 'C1',
    message_ts: '1.1',
    metadata: { event_type: 'splitproof_post', event_payload: { key: 'k' } },
  }),
  event({ type: 'channel_archive', channel: 'C1', user: 'U1' }),
  event({ type: 'tokens_revoked', tokens: { bot: ['U9'] } }),
];

const junk = fc.oneof(
  fc.constantFrom(
    null,
    undefined,
    '',
    0,
    -1,
    true,
    [],
    {},
    '__proto__',
    '\u0000',
    '<@U1>',
    '{',
    'x'.repeat(10_000),
  ),
  fc.string({ unit: 'binary', maxLength: 30 }),
  fc.object({ maxDepth: 2 }),
);

/** A right body with one thing in it that is something else, or gone. */
const spoiled = fc
  .tuple(fc.constantFrom(...BODIES), fc.nat(), junk)
  .map(([body, which, value]) => spoil(structuredClone(body), which, value));

function spoil(body: object, which: number, value: unknown): object {
  const places: [object: Record<string, unknown>, key: string][] = [];
  const walk = (here: unknown): void => {
    if (typeof here !== 'object' || here === null) return;
    for (const key of Object.keys(here)) {
      places.push([here as Record<string, unknown>, key]);
      walk((here as Record<string, unknown>)[key]);
    }
  };
  walk(body);
  const place = places[which % places.length];
  if (place !== undefined) place[0][place[1]] = value;
  return body;
}

async function open() {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const house = openTestHouse();
  const env = slackVariables(slack, 'socket');
  const identity: Identity = {
    teamId: 'T1',
    teamName: 'Night Works',
    enterpriseId: null,
    orgWide: false,
    botUser: 'UBOT',
    botId: 'B1',
    scopes: new Set(),
    url: '',
  };
  const nothing: Next = {
    kind: 'work',
    visibility: 'private',
    changesNothing: false,
    run: () => new Promise(() => {}),
  };
  const bot = { ...house.bot, next: () => nothing };
  const clients = createClients(env, house.services.log);
  const wiring = await wire({ bot, env, services: house.services, clients, identity: () => identity });
  return { house, app: wiring.guard.app };
}

describe('a body that Slack would not send', () => {
  test('never throws, and is acknowledged once at the most', { timeout: 60_000 }, async () => {
    const { app } = await open();
    await fc.assert(
      fc.asyncProperty(spoiled, async (body) => {
        let acks = 0;
        await app.processEvent({
          body,
          ack: async () => {
            acks += 1;
          },
        });
        expect(acks).toBeLessThanOrEqual(1);
      }),
      { numRuns: 4000 },
    );
  });

  test('is acknowledged when it is right', async () => {
    const { house, app } = await open();
    for (const body of BODIES) {
      let acks = 0;
      await app.processEvent({
        body: structuredClone(body),
        ack: async () => {
          acks += 1;
        },
      });
      expect([body, acks]).toEqual([body, 1]);
    }
    expect(house.logged.filter((line) => line.includes('not handled'))).toEqual([]);
    expect(house.events.map(({ kind }) => kind)).toEqual(['reaction', 'message-gone']);
  });
});

import type { SlackApp } from './app.ts';
import { isObject } from './blocks/shape.ts';
import { deliver } from './http-delivery.ts';
import type { Outcome, Sockets } from './socket.ts';
import { type Install, type Json, newId, type World } from './world.ts';

/** One event on its way to the app, with every try. */
export type Delivery = {
  readonly eventId: string;
  readonly type: string;
  readonly body: Json;
  readonly tries: Outcome[];
  state: 'pending' | 'acked' | 'lost';
};

export type Timing = {
  /** How long Slack waits for an answer. */
  readonly ackMs: number;
  /** The pauses before the second, third and fourth try of an event. */
  readonly retryDelaysMs: readonly number[];
};

/** What an app must be allowed to read before Slack tells it of this. */
const EVENT_SCOPE: Readonly<Record<string, string>> = {
  app_mention: 'app_mentions:read',
  reaction_added: 'reactions:read',
  reaction_removed: 'reactions:read',
  'message.channels': 'channels:history',
  'message.groups': 'groups:history',
  'message.im': 'im:history',
  'message.mpim': 'mpim:history',
  message_metadata_posted: 'metadata.message:read',
  message_metadata_deleted: 'metadata.message:read',
  channel_archive: 'channels:read',
  channel_unarchive: 'channels:read',
  channel_deleted: 'channels:read',
  channel_left: 'channels:read',
  channel_rename: 'channels:read',
  group_archive: 'groups:read',
  group_unarchive: 'groups:read',
  group_deleted: 'groups:read',
  group_left: 'groups:read',
  emoji_changed: 'emoji:read',
  user_change: 'users:read',
};

/** Slack's reasons, in the words of x-slack-retry-reason. */
const REASON: Readonly<Record<string, string>> = {
  timeout: 'http_timeout',
  http_error: 'http_error',
  connection_failed: 'connection_failed',
  no_connection: 'connection_failed',
};

/** Decide who is told of an event, and keep telling them until they acknowledge it. */
export function createEvents(world: World, app: SlackApp, sockets: Sockets, timing: Timing) {
  const deliveries: Delivery[] = [];
  const timers = new Set<NodeJS.Timeout>();

  function publish(teamId: string, event: Json): void {
    for (const install of world.installs.values()) {
      if (install.kind === 'bot' && install.state === 'live' && hears(install, teamId, event))
        start(install, teamId, event);
    }
    world.changed();
  }

  function hears(install: Install, teamId: string, event: Json): boolean {
    const name = subscription(event);
    if (!app.events.has(name)) return false;
    const scope = EVENT_SCOPE[name] ?? membershipScope(world, name, event);
    if (scope !== undefined && !install.scopes.has(scope)) return false;
    const metadata = event.metadata ?? event.previous_metadata;
    if (name.startsWith('message_metadata_') && isObject(metadata)) {
      if (!app.metadataTypes.has('*') && !app.metadataTypes.has(String(metadata.event_type))) return false;
    }
    const channelId = channelOf(event);
    const channel = channelId === undefined ? undefined : world.channels.get(channelId);
    if (channel === undefined) return install.teamId === null || install.teamId === teamId;
    const own =
      install.teamId === null || channel.teamId === install.teamId || channel.sharedWith.has(install.teamId);
    const leaving = event.user === install.botUser || /_left$/.test(name);
    return own && (channel.members.has(install.botUser) || leaving);
  }

  function start(install: Install, teamId: string, event: Json): void {
    const eventId = newId(world, 'Ev');
    const body: Json = {
      token: app.verificationToken,
      team_id: install.teamId ?? teamId,
      ...(install.enterpriseId === undefined ? {} : { enterprise_id: install.enterpriseId }),
      context_team_id: install.teamId ?? teamId,
      api_app_id: app.id,
      type: 'event_callback',
      event_id: eventId,
      event_time: Math.floor(world.now() / 1000),
      event,
      is_ext_shared_channel: isExternal(channelOf(event)),
      authorizations: [
        {
          enterprise_id: install.enterpriseId ?? null,
          team_id: install.teamId,
          user_id: install.botUser,
          is_bot: true,
          is_enterprise_install: install.teamId === null,
        },
      ],
    };
    const delivery: Delivery = { eventId, type: subscription(event), body, tries: [], state: 'pending' };
    deliveries.push(delivery);
    void attempt(delivery, 0, '');
  }

  const isExternal = (id: string | undefined): boolean =>
    id !== undefined && (world.channels.get(id)?.sharedWith.size ?? 0) > 0;

  async function attempt(delivery: Delivery, number: number, reason: string): Promise<void> {
    const outcome = await once(delivery.body, number, reason);
    delivery.tries.push(outcome);
    if (outcome.ok) delivery.state = 'acked';
    else {
      const pause = outcome.final ? undefined : timing.retryDelaysMs[number];
      if (pause === undefined) delivery.state = 'lost';
      else {
        const timer = setTimeout(() => {
          timers.delete(timer);
          void attempt(delivery, number + 1, REASON[outcome.why ?? ''] ?? 'unknown_error');
        }, pause);
        timers.add(timer);
      }
    }
    world.changed();
  }

  function once(body: Json, number: number, reason: string): Promise<Outcome> {
    if (app.socketMode) {
      const retry = number === 0 ? {} : { retry: { attempt: number, reason: reason.replace('http_', '') } };
      return sockets.send({ type: 'events_api', payload: body, ...retry }, timing.ackMs);
    }
    if (app.requestUrl === '')
      return Promise.resolve({ ok: false, body: undefined, ms: 0, why: 'connection_failed' });
    const headers =
      number === 0 ? {} : { 'x-slack-retry-num': String(number), 'x-slack-retry-reason': reason };
    return deliver(world, app, 'event', body, timing.ackMs, headers);
  }

  return {
    publish,
    deliveries,
    /** Send an event once more, as Slack does when an answer got lost on the way. */
    again: (delivery: Delivery) => once(delivery.body, 1, 'http_timeout'),
    stop: () => {
      for (const timer of timers) clearTimeout(timer);
    },
  };
}

export type Events = ReturnType<typeof createEvents>;

/** The name under which an app subscribes to it: messages go by the kind of conversation. */
function subscription(event: Json): string {
  if (event.type !== 'message') return String(event.type);
  const kinds: Readonly<Record<string, string>> = {
    channel: 'channels',
    group: 'groups',
    im: 'im',
    mpim: 'mpim',
  };
  return `message.${kinds[String(event.channel_type)] ?? 'channels'}`;
}

function membershipScope(world: World, name: string, event: Json): string | undefined {
  if (!/^member_(joined|left)_channel$/.test(name)) return undefined;
  return world.channels.get(String(event.channel))?.kind === 'private' ? 'groups:read' : 'channels:read';
}

function channelOf(event: Json): string | undefined {
  const item = event.item;
  const channel = event.channel ?? event.channel_id ?? (isObject(item) ? item.channel : undefined);
  if (isObject(channel)) return String(channel.id);
  return typeof channel === 'string' ? channel : undefined;
}

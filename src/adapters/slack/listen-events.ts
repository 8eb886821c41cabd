import type { App } from '@slack/bolt';
import { z } from 'zod';
import type { Bot, MessageRef, PlatformEvent, Services } from '../../bot/adapter.ts';
import type { Acts } from './acts.ts';
import type { Identity } from './identity.ts';
import * as payloads from './payloads.ts';
import { POST_EVENT, type PostKeys } from './post-keys.ts';
import { readMention, readReaction, spaceOfEvent } from './read.ts';

export type EventParts = {
  readonly bot: Bot;
  readonly services: Services;
  readonly acts: Acts;
  readonly keys: PostKeys;
  identity(): Identity | null;
  /** An event that could not be kept: Slack is then not told that we have it, and sends it again. */
  failed(body: object): void;
};

/** Names every message of ours in a channel, where something happened to the channel itself. */
const EVERY_MESSAGE = '';

/** What happens in Slack without anybody asking us. Each resolves when it is kept, and only then Slack is told so. */
export function listenForEvents(app: App, parts: EventParts): void {
  const { bot, services, acts, keys } = parts;
  const notice = (event: PlatformEvent | null) => (event === null ? Promise.resolve() : bot.notice(event));

  on('app_mention', async (body, event) => {
    const envelope = payloads.envelope.parse(body);
    const mention = payloads.mention.parse(event);
    const identity = parts.identity();
    // Two bots that mention each other would never stop.
    if (identity === null || mention.bot_id) return;
    const act = readMention(envelope, mention, identity.botUser);
    if (act === null || !(await bot.firstDelivery('slack', envelope.event_id))) return;
    const { origin } = act;
    const note = {
      channel: origin.channel,
      ...(origin.thread === undefined ? {} : { thread: origin.thread }),
    };
    void acts.give(acts.next(act), { act, asked: { origin, response: null }, trigger: null, note });
  });

  for (const type of ['reaction_added', 'reaction_removed'] as const) {
    on(type, async (body, event, raw) => {
      const botUser = parts.identity()?.botUser;
      await notice(
        readReaction(payloads.envelope.parse(body), payloads.reaction.parse(event), { raw, botUser }),
      );
    });
  }

  on('message_metadata_posted', async (_body, event) => {
    const { metadata, channel_id: channel, message_ts: id, bot_id } = payloads.metadata.parse(event);
    const key = metadata?.event_payload.key;
    const ours = metadata?.event_type === POST_EVENT && (!bot_id || bot_id === parts.identity()?.botId);
    if (ours && key) await keys.keep({ channel, id }, key);
  });

  on('message_metadata_deleted', async (body, event) => {
    const { channel_id: channel, message_ts: id, bot_id } = payloads.metadata.parse(event);
    if (!bot_id || bot_id === parts.identity()?.botId) await gone(body, { channel, id }, 'deleted');
  });

  // Only where the app may read the channel, which the manifest does not ask for.
  on('message', async (body, event) => {
    const { channel, deleted_ts: id } = payloads.inChannel.parse(event);
    if (id) await gone(body, { channel, id }, 'deleted');
  });

  for (const type of ['channel_archive', 'group_archive'] as const) {
    on(type, (body, event) => goneWithChannel(body, event, 'channel-archived'));
  }
  for (const type of ['channel_deleted', 'group_deleted'] as const) {
    on(type, (body, event) => goneWithChannel(body, event, 'deleted'));
  }
  for (const type of ['channel_left', 'group_left'] as const) {
    on(type, (body, event) => goneWithChannel(body, event, 'channel-left'));
  }
  on('member_left_channel', async (body, event) => {
    const left = payloads.inChannel.parse(event);
    if (left.user === parts.identity()?.botUser) await goneWithChannel(body, event, 'channel-left');
  });

  on('app_uninstalled', async (body) => {
    await leave(spaceOfEvent(payloads.envelope.parse(body)));
  });
  on('tokens_revoked', async (body, event) => {
    const revoked = payloads.revoked.parse(event).tokens.bot ?? [];
    const bot = parts.identity()?.botUser;
    if (bot !== undefined && revoked.includes(bot)) await leave(spaceOfEvent(payloads.envelope.parse(body)));
  });

  async function leave(space: string): Promise<void> {
    await notice({ kind: 'space-left', platform: 'slack', space });
    services.fail(
      'The app was removed from its Slack workspace. Install it again and set the new SLACK_BOT_TOKEN.',
    );
  }

  function goneWithChannel(body: object, event: object, why: Gone['why']): Promise<void> {
    const { channel } = payloads.inChannel.parse(event);
    return gone(body, { channel, id: EVERY_MESSAGE }, why);
  }

  async function gone(body: object, message: MessageRef, why: Gone['why']): Promise<void> {
    const space = spaceOfEvent(payloads.envelope.parse(body));
    await notice({ kind: 'message-gone', platform: 'slack', space, message, why });
  }

  function on(type: string, handle: (body: object, event: object, raw: string) => Promise<void>): void {
    app.event(type, async ({ event, body }) => {
      try {
        const { token: _token, ...told } = body;
        await handle(body, event, JSON.stringify(told));
      } catch (error) {
        // What cannot be read does not get better by coming again.
        if (!(error instanceof z.ZodError)) parts.failed(body);
        services.log.error({ platform: 'slack', err: error, event: type }, 'an event could not be kept');
      }
    });
  }
}

type Gone = Extract<PlatformEvent, { kind: 'message-gone' }>;

import { channelSeen, channelToWrite, messageAt } from '../access.ts';
import type { Method, MethodCall } from '../api.ts';
import { checkBlocks } from '../blocks/check.ts';
import { LIMITS } from '../blocks/limits.ts';
import { isObject } from '../blocks/shape.ts';
import { ApiError } from '../errors.ts';
import { addMessage, messageJson, messagesOf, removeMessage } from '../post.ts';
import { type Json, type Message, newTs } from '../world.ts';

const WRITE = ['chat:write'];
const LOOKS = [
  'unfurl_links',
  'unfurl_media',
  'mrkdwn',
  'parse',
  'link_names',
  'attachments',
  'reply_broadcast',
];

type Content = { readonly text: string; readonly blocks: readonly Json[] };

/** Text, blocks or both; text longer than 40,000 characters is cut, as Slack cuts it. */
export function readContent(call: Pick<MethodCall, 'args'>): Content {
  const given = call.args.json('blocks');
  const blocks = given === undefined ? [] : checkBlocks(given);
  const text = call.args.text('text') ?? '';
  if (text === '' && blocks.length === 0) throw new ApiError('no_text');
  return { text: text.slice(0, LIMITS.text), blocks };
}

function readMetadata(call: MethodCall): Json | undefined {
  const metadata = call.args.json('metadata');
  if (metadata === undefined) return undefined;
  const fits =
    isObject(metadata) && /^[\w-]+$/.test(String(metadata.event_type)) && isObject(metadata.event_payload);
  if (!fits) throw new ApiError('metadata_must_be_sent_from_app');
  return metadata;
}

function ownMessage(call: MethodCall, refusal: string): Message {
  const message = messageAt(call, call.args.needed('channel'), call.args.needed('ts'));
  if (message.botId !== call.install.botId) throw new ApiError(refusal);
  return message;
}

export const chat: Readonly<Record<string, Method>> = {
  'chat.postMessage': {
    scopes: WRITE,
    args: ['channel', 'text', 'blocks', 'thread_ts', 'metadata', ...LOOKS],
    run(call) {
      const channel = channelToWrite(call, call.args.needed('channel'));
      const content = readContent(call);
      const metadata = readMetadata(call);
      const threadTs = call.args.text('thread_ts');
      if (threadTs !== undefined && !messagesOf(call.world, channel.id).has(threadTs)) {
        throw new ApiError('thread_not_found');
      }
      const message = addMessage(call, channel, {
        ...content,
        ts: newTs(call.world),
        user: call.install.botUser,
        botId: call.install.botId,
        appId: call.app.id,
        files: [],
        ...(threadTs === undefined ? {} : { threadTs }),
        ...(metadata === undefined ? {} : { metadata }),
      });
      return { channel: channel.id, ts: message.ts, message: messageJson(call.world, message) };
    },
  },
  'chat.update': {
    scopes: WRITE,
    args: ['channel', 'ts', 'text', 'blocks', 'metadata', 'as_user', 'file_ids', ...LOOKS],
    run(call) {
      const message = ownMessage(call, 'cant_update_message');
      if (call.world.channels.get(message.channel)?.archived === true) throw new ApiError('is_archived');
      const content = readContent(call);
      const metadata = readMetadata(call);
      message.text = content.text;
      message.blocks = content.blocks;
      message.editedTs = newTs(call.world);
      if (metadata !== undefined) message.metadata = metadata;
      return {
        channel: message.channel,
        ts: message.ts,
        text: message.text,
        message: messageJson(call.world, message),
      };
    },
  },
  'chat.delete': {
    scopes: WRITE,
    args: ['channel', 'ts', 'as_user'],
    run(call) {
      const message = ownMessage(call, 'cant_delete_message');
      removeMessage(call, channelSeen(call, message.channel), message, newTs(call.world));
      return { channel: message.channel, ts: message.ts };
    },
  },
  'chat.postEphemeral': {
    scopes: WRITE,
    args: ['channel', 'user', 'text', 'blocks', 'thread_ts', ...LOOKS],
    run(call) {
      const channel = channelToWrite(call, call.args.needed('channel'));
      const user = call.args.needed('user');
      if (!channel.members.has(user)) throw new ApiError('user_not_in_channel');
      const content = readContent(call);
      const threadTs = call.args.text('thread_ts');
      const ts = newTs(call.world);
      call.world.ephemerals.push({
        ...content,
        channel: channel.id,
        user,
        ts,
        via: 'api',
        deleted: false,
        replaced: 0,
        ...(threadTs === undefined ? {} : { threadTs }),
      });
      return { message_ts: ts };
    },
  },
  'chat.getPermalink': {
    args: ['channel', 'message_ts'],
    run(call) {
      const message = messageAt(call, call.args.needed('channel'), call.args.needed('message_ts'));
      const thread =
        message.threadTs === undefined ? '' : `?thread_ts=${message.threadTs}&cid=${message.channel}`;
      const permalink = `https://${call.team.domain}.slack.com/archives/${message.channel}/p${message.ts.replace('.', '')}${thread}`;
      return { channel: message.channel, permalink };
    },
  },
};

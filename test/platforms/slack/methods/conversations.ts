import { channelSeen, directChannel } from '../access.ts';
import type { Method, MethodCall } from '../api.ts';
import { ApiError } from '../errors.ts';
import { messageJson, messagesOf } from '../post.ts';
import type { Channel, Json, Message } from '../world.ts';

const READ: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels:read',
  private: 'groups:read',
  im: 'im:read',
  mpim: 'mpim:read',
};
const HISTORY: Readonly<Record<Channel['kind'], string>> = {
  public: 'channels:history',
  private: 'groups:history',
  im: 'im:history',
  mpim: 'mpim:history',
};

function needScope(call: MethodCall, scope: string): void {
  if (!call.install.scopes.has(scope)) {
    throw new ApiError('missing_scope', { needed: scope, provided: [...call.install.scopes].join(',') });
  }
}

function channelJson(call: MethodCall, channel: Channel): Json {
  const direct = channel.kind === 'im';
  return {
    id: channel.id,
    ...(direct
      ? { user: [...channel.members].find((id) => id !== call.install.botUser) }
      : { name: channel.name }),
    is_channel: channel.kind === 'public',
    is_group: channel.kind === 'private',
    is_im: direct,
    is_mpim: channel.kind === 'mpim',
    is_private: channel.kind !== 'public',
    is_archived: channel.archived,
    is_member: channel.members.has(call.install.botUser),
    is_ext_shared: channel.sharedWith.size > 0,
    is_shared: channel.sharedWith.size > 0,
    context_team_id: call.team.id,
  };
}

/** A page of a list and where the next one begins; the cursor is opaque for the caller. */
function page<T>(
  items: readonly T[],
  call: MethodCall,
  usual: number,
): { items: readonly T[]; next: string } {
  const cursor = call.args.text('cursor');
  const start = cursor === undefined ? 0 : Number(Buffer.from(cursor, 'base64').toString());
  if (!Number.isInteger(start)) throw new ApiError('invalid_cursor');
  const end = start + call.args.count('limit', usual);
  return {
    items: items.slice(start, end),
    next: end < items.length ? Buffer.from(String(end)).toString('base64') : '',
  };
}

export const conversations: Readonly<Record<string, Method>> = {
  'conversations.open': {
    scopes: ['im:write'],
    args: ['users', 'channel', 'return_im', 'prevent_creation'],
    run(call) {
      const [user, ...more] = call.args.needed('users').split(',');
      if (user === undefined || more.length > 0) throw new ApiError('not_enough_users');
      const channel = directChannel(call.world, call.team.id, call.install.botUser, user);
      return { channel: { id: channel.id }, no_op: false };
    },
  },
  'conversations.info': {
    args: ['channel', 'include_locale', 'include_num_members'],
    run(call) {
      const channel = channelSeen(call, call.args.needed('channel'));
      needScope(call, READ[channel.kind]);
      return { channel: channelJson(call, channel) };
    },
  },
  'conversations.members': {
    args: ['channel', 'cursor', 'limit'],
    run(call) {
      const channel = channelSeen(call, call.args.needed('channel'));
      needScope(call, READ[channel.kind]);
      const { items, next } = page([...channel.members], call, 100);
      return { members: items, response_metadata: { next_cursor: next } };
    },
  },
  'conversations.list': {
    scopes: ['channels:read', 'groups:read', 'im:read', 'mpim:read'],
    args: ['types', 'cursor', 'limit', 'exclude_archived'],
    run(call) {
      const names: Readonly<Record<string, Channel['kind']>> = {
        public_channel: 'public',
        private_channel: 'private',
        im: 'im',
        mpim: 'mpim',
      };
      const kinds = (call.args.text('types') ?? 'public_channel')
        .split(',')
        .map((type) => names[type.trim()]);
      for (const kind of kinds) if (kind !== undefined) needScope(call, READ[kind]);
      const seen = [...call.world.channels.values()].filter(
        (channel) =>
          kinds.includes(channel.kind) &&
          (channel.kind === 'public' || channel.members.has(call.install.botUser)) &&
          !(channel.archived && call.args.flag('exclude_archived')),
      );
      const { items, next } = page(seen, call, 100);
      return {
        channels: items.map((channel) => channelJson(call, channel)),
        response_metadata: { next_cursor: next },
      };
    },
  },
  'conversations.history': {
    args: ['channel', 'cursor', 'limit', 'latest', 'oldest', 'inclusive', 'include_all_metadata'],
    run(call) {
      const channel = channelSeen(call, call.args.needed('channel'));
      needScope(call, HISTORY[channel.kind]);
      if (!channel.members.has(call.install.botUser)) throw new ApiError('not_in_channel');
      const oldest = call.args.text('oldest') ?? '0';
      const latest = call.args.text('latest') ?? '9999999999.999999';
      const seen = [...messagesOf(call.world, channel.id).values()]
        .filter((message) => message.threadTs === undefined || message.threadTs === message.ts)
        .filter((message) => message.ts > oldest && message.ts < latest)
        .sort((a, b) => (a.ts < b.ts ? 1 : -1));
      const { items, next } = page(seen, call, 100);
      return history(call, items, next);
    },
  },
  'conversations.replies': {
    args: ['channel', 'ts', 'cursor', 'limit', 'latest', 'oldest', 'inclusive', 'include_all_metadata'],
    run(call) {
      const channel = channelSeen(call, call.args.needed('channel'));
      needScope(call, HISTORY[channel.kind]);
      const ts = call.args.needed('ts');
      const seen = [...messagesOf(call.world, channel.id).values()].filter(
        (message) => message.ts === ts || message.threadTs === ts,
      );
      if (seen.length === 0) throw new ApiError('thread_not_found');
      const { items, next } = page(seen, call, 1000);
      return history(call, items, next);
    },
  },
};

function history(call: MethodCall, messages: readonly Message[], next: string): Json {
  const shown = messages.map((message) => {
    const json = messageJson(call.world, message);
    if (call.args.flag('include_all_metadata')) return json;
    return { ...json, metadata: undefined };
  });
  return { messages: shown, has_more: next !== '', response_metadata: { next_cursor: next } };
}

import type { Scene } from './api.ts';
import type { Channel, Json, Message, World } from './world.ts';

export type Draft = Omit<Message, 'reactions' | 'channel'>;

/** Put a message into a channel and tell the app about it, as far as it listens. */
export function addMessage(scene: Scene, channel: Channel, draft: Draft): Message {
  const message: Message = { ...draft, channel: channel.id, reactions: new Map() };
  messagesOf(scene.world, channel.id).set(message.ts, message);
  const shown = messageJson(scene.world, message);
  scene.publish(channel.teamId, {
    ...shown,
    type: 'message',
    channel: channel.id,
    channel_type: channelType(channel),
    event_ts: message.ts,
  });
  if (message.user !== undefined && mentionsBot(scene, channel, message)) {
    scene.publish(channel.teamId, {
      ...shown,
      type: 'app_mention',
      channel: channel.id,
      event_ts: message.ts,
    });
  }
  if (message.metadata !== undefined) publishMetadata(scene, channel, message, 'posted');
  return message;
}

export function messagesOf(world: World, channelId: string): Map<string, Message> {
  const known = world.messages.get(channelId);
  if (known !== undefined) return known;
  const fresh = new Map<string, Message>();
  world.messages.set(channelId, fresh);
  return fresh;
}

/** Take a message away: gone from history; the app hears of it with the subtype Slack uses. */
export function removeMessage(scene: Scene, channel: Channel, message: Message, ts: string): void {
  messagesOf(scene.world, channel.id).delete(message.ts);
  scene.publish(channel.teamId, {
    type: 'message',
    subtype: 'message_deleted',
    hidden: true,
    channel: channel.id,
    channel_type: channelType(channel),
    deleted_ts: message.ts,
    ts,
    event_ts: ts,
    previous_message: messageJson(scene.world, message),
  });
  if (message.metadata !== undefined) publishMetadata(scene, channel, message, 'deleted', ts);
}

function publishMetadata(
  scene: Scene,
  channel: Channel,
  message: Message,
  what: 'posted' | 'deleted',
  deletedTs?: string,
): void {
  scene.publish(channel.teamId, {
    type: `message_metadata_${what}`,
    app_id: message.appId,
    bot_id: message.botId,
    user_id: message.user,
    team_id: channel.teamId,
    channel_id: channel.id,
    message_ts: message.ts,
    event_ts: deletedTs ?? message.ts,
    ...(what === 'posted'
      ? { metadata: message.metadata }
      : { previous_metadata: message.metadata, deleted_ts: deletedTs }),
  });
}

function mentionsBot(scene: Scene, channel: Channel, message: Message): boolean {
  for (const install of scene.world.installs.values()) {
    const there = install.kind === 'bot' && channel.members.has(install.botUser);
    if (there && message.user !== install.botUser && message.text.includes(`<@${install.botUser}`))
      return true;
  }
  return false;
}

function channelType(channel: Channel): string {
  return { public: 'channel', private: 'group', im: 'im', mpim: 'mpim' }[channel.kind];
}

/** A message the way the Web API and events show it. */
export function messageJson(world: World, message: Message): Json {
  const files = message.files.flatMap((id) => {
    const file = world.files.get(id);
    return file === undefined ? [] : [fileJson(world, file.id)];
  });
  const reactions = [...message.reactions].map(([name, users]) => ({ name, users, count: users.length }));
  return {
    type: 'message',
    ...(message.subtype === undefined ? {} : { subtype: message.subtype }),
    user: message.user,
    ...(message.botId === undefined ? {} : { bot_id: message.botId, app_id: message.appId }),
    text: message.text,
    ts: message.ts,
    ...(message.threadTs === undefined ? {} : { thread_ts: message.threadTs }),
    ...(message.blocks.length === 0 ? {} : { blocks: message.blocks }),
    ...(message.metadata === undefined ? {} : { metadata: message.metadata }),
    ...(files.length === 0 ? {} : { files, upload: true }),
    ...(reactions.length === 0 ? {} : { reactions }),
    ...(message.editedTs === undefined ? {} : { edited: { user: message.user, ts: message.editedTs } }),
  };
}

/** A file object; a deleted or hidden one keeps only what Slack keeps of it. */
export function fileJson(world: World, id: string): Json {
  const file = world.files.get(id);
  if (file === undefined || file.state === 'deleted') return { id, mode: 'tombstone' };
  if (file.state === 'hidden') return { id, mode: 'hidden_by_limit' };
  const address = `${world.origin}/files-pri/${file.teamId}-${file.id}`;
  const extension = file.name.includes('.') ? file.name.split('.').at(-1) : '';
  const shares = Object.fromEntries(
    [...file.shares].map(([channel, times]) => [channel, times.map((ts) => ({ ts }))]),
  );
  return {
    id: file.id,
    created: Math.floor(file.created / 1000),
    timestamp: Math.floor(file.created / 1000),
    name: file.name,
    title: file.title,
    mimetype: file.mimetype,
    filetype: extension ?? '',
    pretty_type: (extension ?? '').toUpperCase(),
    user: file.user,
    user_team: file.teamId,
    size: file.size,
    mode: 'hosted',
    is_external: false,
    is_public: [...file.channels].some((channel) => world.channels.get(channel)?.kind === 'public'),
    url_private: `${address}/${encodeURIComponent(file.name)}`,
    url_private_download: `${address}/download/${encodeURIComponent(file.name)}`,
    permalink: `${world.origin}/files/${file.user}/${file.id}/${encodeURIComponent(file.name)}`,
    file_access: 'visible',
    channels: [...file.channels],
    shares: { public: shares },
  };
}

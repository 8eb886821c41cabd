import type { Scene } from './api.ts';
import { setReaction } from './methods/reactions.ts';
import { addMessage, fileJson, messagesOf, removeMessage } from './post.ts';
import { type Channel, type Json, type Message, newId, newTs, type StoredFile, type User } from './world.ts';

export type Upload = { readonly name: string; readonly bytes: Buffer | string; readonly mimetype?: string };

/** What people do that the app only hears of as events. */
export function createActs(scene: Scene) {
  const { world } = scene;
  const bots = (): string[] =>
    [...world.installs.values()].filter(({ kind }) => kind === 'bot').map(({ botUser }) => botUser);

  /** A file of a person, as it lies in Slack once it is uploaded. */
  function upload(user: User, file: Upload): StoredFile {
    const bytes = Buffer.from(file.bytes);
    const stored: StoredFile = {
      id: newId(world, 'F'),
      teamId: user.teamId,
      user: user.id,
      name: file.name,
      title: file.name,
      mimetype: file.mimetype ?? 'text/plain',
      size: bytes.length,
      bytes,
      channels: new Set(),
      shares: new Map(),
      state: 'complete',
      created: world.now(),
    };
    world.files.set(stored.id, stored);
    return stored;
  }

  /** Write a message, with files if there are any; the bot hears it when it is mentioned. */
  function post(
    user: User,
    channel: Channel,
    text: string,
    more: { readonly files?: readonly Upload[]; readonly thread?: Message } = {},
  ): Message {
    const stored = (more.files ?? []).map((file) => upload(user, file));
    const ts = newTs(world);
    for (const file of stored) {
      file.channels.add(channel.id);
      file.shares.set(channel.id, [ts]);
    }
    return addMessage(scene, channel, {
      ts,
      user: user.id,
      text: text
        .replace(/&/g, '&amp;')
        .replace(/<(?![@#!])/g, '&lt;')
        .replace(/(?<!<[@#!][A-Z0-9|a-z]*)>/g, '&gt;'),
      blocks: [],
      files: stored.map(({ id }) => id),
      ...(more.thread === undefined ? {} : { threadTs: more.thread.threadTs ?? more.thread.ts }),
      ...(stored.length === 0 ? {} : { subtype: 'file_share' }),
    });
  }

  function leave(user: { readonly id: string }, channel: Channel): void {
    channel.members.delete(user.id);
    const ts = newTs(world);
    const isBot = bots().includes(user.id);
    if (isBot) {
      const type = channel.kind === 'private' ? 'group_left' : 'channel_left';
      scene.publish(channel.teamId, { type, channel: channel.id, actor_id: user.id, event_ts: ts });
    }
    if (isBot && channel.kind === 'private') return;
    scene.publish(channel.teamId, {
      type: 'member_left_channel',
      user: user.id,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: channel.teamId,
      event_ts: ts,
    });
  }

  function join(user: { readonly id: string }, channel: Channel): void {
    channel.members.add(user.id);
    scene.publish(channel.teamId, {
      type: 'member_joined_channel',
      user: user.id,
      channel: channel.id,
      channel_type: channel.kind === 'private' ? 'G' : 'C',
      team: channel.teamId,
      event_ts: newTs(world),
    });
  }

  function archive(channel: Channel, by: User, archived = true): void {
    const kind = channel.kind === 'private' ? 'group' : 'channel';
    channel.archived = archived;
    scene.publish(channel.teamId, {
      type: `${kind}_${archived ? 'archive' : 'unarchive'}`,
      channel: channel.id,
      user: by.id,
      is_moved: 0,
      event_ts: newTs(world),
    });
  }

  return {
    upload,
    post,
    /** `@Splitproof isrc check …` */
    mention: (
      user: User,
      channel: Channel,
      text: string,
      more: { readonly files?: readonly Upload[]; readonly thread?: Message } = {},
    ): Message => post(user, channel, `<@${bots()[0]}> ${text}`, more),
    react: (user: User, message: Message, name: string): void =>
      setReaction(scene, message, user.id, name, true),
    unreact: (user: User, message: Message, name: string): void =>
      setReaction(scene, message, user.id, name, false),
    deleteMessage(message: Message): void {
      const channel = world.channels.get(message.channel);
      if (channel !== undefined && messagesOf(world, channel.id).has(message.ts))
        removeMessage(scene, channel, message, newTs(world));
    },
    leave,
    join,
    /** Throw the bot out of a channel. */
    kick: (channel: Channel): void => {
      for (const id of bots()) if (channel.members.has(id)) leave({ id }, channel);
    },
    invite: (channel: Channel): void => {
      for (const id of bots()) join({ id }, channel);
    },
    archive,
    /** Any event, as it stands. */
    publish: (event: Json): void => scene.publish([...world.teams.keys()][0] ?? '', event),
    /** A file as it is given to the app in a modal's state. */
    fileValue: (file: StoredFile): Json => ({ files: [fileJson(world, file.id)] }),
  };
}

import { channelToWrite } from '../access.ts';
import type { Method, MethodCall } from '../api.ts';
import { objects } from '../args.ts';
import { ApiError } from '../errors.ts';
import { addMessage, fileJson, messagesOf } from '../post.ts';
import { newId, newTs, type StoredFile } from '../world.ts';

const WRITE = ['files:write'];

function ownFile(call: MethodCall, id: string): StoredFile {
  const file = call.world.files.get(id);
  if (file === undefined) throw new ApiError('file_not_found');
  return file;
}

/** May the app see this file? Its own ones, and those shared where it is. */
export function mayRead(call: Pick<MethodCall, 'world' | 'install'>, file: StoredFile): boolean {
  if (file.user === call.install.botUser || file.channels.size === 0) return true;
  return [...file.channels].some((id) => {
    const channel = call.world.channels.get(id);
    return channel !== undefined && (channel.kind === 'public' || channel.members.has(call.install.botUser));
  });
}

export const files: Readonly<Record<string, Method>> = {
  'files.getUploadURLExternal': {
    scopes: WRITE,
    args: ['filename', 'length', 'alt_text', 'snippet_type'],
    run(call) {
      const size = Number(call.args.needed('length'));
      if (!Number.isInteger(size) || size <= 0) throw new ApiError('invalid_arguments');
      const name = call.args.needed('filename');
      const id = newId(call.world, 'F');
      call.world.files.set(id, {
        id,
        teamId: call.team.id,
        user: call.install.botUser,
        name,
        title: name,
        mimetype: 'application/octet-stream',
        size,
        bytes: Buffer.alloc(0),
        channels: new Set(),
        shares: new Map(),
        state: 'pending',
        created: call.world.now(),
      });
      return { file_id: id, upload_url: `${call.world.origin}/upload/v1/${id}` };
    },
  },
  'files.completeUploadExternal': {
    scopes: WRITE,
    args: ['files', 'channel_id', 'channels', 'thread_ts', 'initial_comment', 'blocks'],
    run(call) {
      const wanted = objects(call.args.json('files'));
      if (wanted.length === 0) throw new ApiError('invalid_arguments');
      const done = wanted.map((entry) => {
        const file = ownFile(call, String(entry.id));
        if (file.state !== 'uploaded') throw new ApiError('file_not_found');
        if (typeof entry.title === 'string') file.title = entry.title;
        return file;
      });
      share(call, done);
      return { files: done.map((file) => fileJson(call.world, file.id)) };
    },
  },
  'files.info': {
    scopes: ['files:read'],
    args: ['file', 'count', 'page', 'cursor', 'limit'],
    run(call) {
      const file = ownFile(call, call.args.needed('file'));
      if (file.state === 'pending' || !mayRead(call, file)) throw new ApiError('file_not_found');
      if (file.state === 'deleted') throw new ApiError('file_deleted');
      return { file: fileJson(call.world, file.id) };
    },
  },
  'files.delete': {
    scopes: WRITE,
    args: ['file'],
    run(call) {
      const file = ownFile(call, call.args.needed('file'));
      if (file.user !== call.install.botUser) throw new ApiError('cant_delete_file');
      file.state = 'deleted';
      return {};
    },
  },
};

/** Completing an upload posts one message with all its files into the channel, if one is named. */
function share(call: MethodCall, done: readonly StoredFile[]): void {
  const channelId = call.args.text('channel_id');
  for (const file of done) file.state = 'complete';
  if (channelId === undefined) return;
  const channel = channelToWrite(call, channelId);
  const threadTs = call.args.text('thread_ts');
  if (threadTs !== undefined && !messagesOf(call.world, channel.id).has(threadTs)) {
    throw new ApiError('invalid_thread_ts');
  }
  const ts = newTs(call.world);
  for (const file of done) {
    file.channels.add(channel.id);
    file.shares.set(channel.id, [...(file.shares.get(channel.id) ?? []), ts]);
  }
  addMessage(call, channel, {
    ts,
    user: call.install.botUser,
    botId: call.install.botId,
    appId: call.app.id,
    text: call.args.text('initial_comment') ?? '',
    blocks: [],
    files: done.map((file) => file.id),
    subtype: 'file_share',
    ...(threadTs === undefined ? {} : { threadTs }),
  });
}

import type { Scene } from './api.ts';
import { onlyKnown, readArgs } from './args.ts';
import { isObject } from './blocks/shape.ts';
import { ApiError } from './errors.ts';
import { readContent } from './methods/chat.ts';
import { addMessage, messagesOf, removeMessage } from './post.ts';
import { type Channel, type Hook, type Install, type Json, newId, newTs, type World } from './world.ts';

const USES = 5;
const LIFE_MS = 30 * 60_000;

const ARGS = [
  'text',
  'blocks',
  'response_type',
  'replace_original',
  'delete_original',
  'thread_ts',
  'unfurl_links',
  'unfurl_media',
  'attachments',
  'metadata',
  'mrkdwn',
  'parse',
  'link_names',
];

type Said = [status: number, headers: Readonly<Record<string, string>>, body: string];

export function newHook(world: World, hook: Omit<Hook, 'url' | 'uses' | 'at'>): string {
  const path = `/hooks/${newId(world, 'H')}`;
  world.hooks.set(path, { ...hook, url: path, at: world.now(), uses: 0 });
  return world.origin + path;
}

/** Answer through a response_url: 5 times within 30 minutes, to the asker alone unless it says otherwise. */
export function useHook(scene: Scene, path: string, body: string): Said {
  const { world } = scene;
  const hook = world.hooks.get(path);
  const said = (status: number, word: string): Said => {
    world.calls.push({
      method: 'response_url',
      args: parsed(body),
      token: '',
      at: world.now(),
      answer: { ok: status === 200, word },
    });
    world.changed();
    return [
      status,
      { 'content-type': 'application/json' },
      JSON.stringify(status === 200 ? { ok: true } : { ok: false, error: word }),
    ];
  };
  if (hook === undefined || world.now() - hook.at > LIFE_MS) return said(404, 'expired_url');
  if (hook.uses >= USES) return said(404, 'used_url');
  hook.uses += 1;
  try {
    answerHook(scene, hook, parsed(body));
    return said(200, 'ok');
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    return said(error.word === 'missing_text_or_fallback_or_attachments' ? 500 : 400, error.word);
  }
}

function parsed(body: string): Json {
  try {
    const value: unknown = JSON.parse(body);
    return isObject(value) ? value : {};
  } catch {
    return {};
  }
}

function answerHook(scene: Scene, hook: Hook, raw: Json): void {
  onlyKnown(raw, ARGS);
  const channel = scene.world.channels.get(hook.channel);
  const install = [...scene.world.installs.values()].find((entry) => entry.kind === 'bot');
  if (channel === undefined || install === undefined) throw new ApiError('channel_not_found');
  const args = readArgs(raw);
  if (args.flag('delete_original')) {
    removeSource(scene, hook, channel);
    return;
  }
  const { text, blocks } = readContent({ args });
  if (args.flag('replace_original') && hook.source !== undefined) {
    replaceSource(scene, hook, text, blocks);
    return;
  }
  const ts = newTs(scene.world);
  const threadTs = args.text('thread_ts') ?? hook.threadTs;
  const thread = threadTs === undefined ? {} : { threadTs };
  if (args.text('response_type') === 'in_channel') {
    if (channel.archived) throw new ApiError('is_archived');
    addMessage(scene, channel, { ts, text, blocks, files: [], ...author(scene, install), ...thread });
  } else {
    scene.world.ephemerals.push({
      channel: channel.id,
      user: hook.user,
      ts,
      text,
      blocks,
      via: 'hook',
      deleted: false,
      replaced: 0,
      ...thread,
    });
  }
}

function author(scene: Scene, install: Install): { user: string; botId: string; appId: string } {
  return { user: install.botUser, botId: install.botId, appId: scene.app.id };
}

function replaceSource(scene: Scene, hook: Hook, text: string, blocks: readonly Json[]): void {
  const source = hook.source;
  if (source === undefined) return;
  const shown = source.ephemeral
    ? scene.world.ephemerals.find((entry) => entry.ts === source.ts)
    : messagesOf(scene.world, hook.channel).get(source.ts);
  if (shown === undefined) throw new ApiError('message_not_found');
  shown.text = text;
  shown.blocks = blocks;
  if ('replaced' in shown) shown.replaced += 1;
  else shown.editedTs = newTs(scene.world);
}

function removeSource(scene: Scene, hook: Hook, channel: Channel): void {
  const source = hook.source;
  if (source === undefined) throw new ApiError('message_not_found');
  if (source.ephemeral) {
    const shown = scene.world.ephemerals.find((entry) => entry.ts === source.ts);
    if (shown !== undefined) shown.deleted = true;
    return;
  }
  const message = messagesOf(scene.world, channel.id).get(source.ts);
  if (message !== undefined) removeMessage(scene, channel, message, newTs(scene.world));
}

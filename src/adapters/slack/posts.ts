import type { Log, MessageRef, Place } from '../../bot/adapter.ts';
import { inOrder } from '../../bot/in-order.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Clients } from './clients.ts';
import { isUnanswered, refusalOf, toUserError } from './errors.ts';
import { findInHistory } from './history.ts';
import { paced } from './pace.ts';
import { POST_EVENT, type PostKeys } from './post-keys.ts';
import { type Rendered, renderReply } from './render.ts';
import { shareFiles } from './uploads.ts';

/** How long to wait for Slack's own word that a post went through after its answer was lost. */
const APPEARS_MS = 3000;

export type Posts = {
  post(place: Place, reply: Reply, key: string): Promise<MessageRef>;
  edit(message: MessageRef, reply: Reply): Promise<void>;
  direct(account: string, reply: Reply, key: string): Promise<MessageRef>;
  find(place: Place, key: string): Promise<MessageRef | null>;
  /** The direct messages between the bot and a person. */
  directChannel(account: string): Promise<string>;
};

export type PostParts = {
  readonly clients: Clients;
  readonly keys: PostKeys;
  readonly log: Log;
  /** Whether Slack tells us of our own posts. */
  hearsOwnPosts(): boolean;
  /** Told when Slack says that a message of ours is not there any more. */
  gone(message: MessageRef): Promise<void>;
};

/** Everything that stands in a channel under the bot's name. */
export function createPosts({ clients, keys, log, hearsOwnPosts, gone }: PostParts): Posts {
  const queue = inOrder();
  const opened = new Map<string, string>();

  async function post(place: Place, reply: Reply, key: string): Promise<MessageRef> {
    const rendered = renderReply(reply);
    const message = await queue(place.channel, () => send(place, rendered, key));
    await keys.keep(message, key);
    await attach(place, message, rendered);
    return message;
  }

  async function send(place: Place, rendered: Rendered, key: string): Promise<MessageRef> {
    try {
      return await paced(() => say(place, rendered, key));
    } catch (error) {
      if (!isUnanswered(error)) throw toUserError(error);
      log.warn({ platform: 'slack', err: error }, 'the answer to a post was lost');
      const waitMs = hearsOwnPosts() ? APPEARS_MS : 0;
      const found = (await keys.appears(place.channel, key, waitMs)) ?? (await find(place, key));
      if (found !== null) return found;
      throw toUserError(error);
    }
  }

  async function say({ channel, thread }: Place, rendered: Rendered, key: string): Promise<MessageRef> {
    const message = {
      channel,
      text: rendered.text,
      metadata: { event_type: POST_EVENT, event_payload: { key } },
      unfurl_links: false,
      unfurl_media: false,
      ...(thread === undefined ? {} : { thread_ts: thread }),
    };
    const answer = await clients.posting.chat
      .postMessage({ ...message, blocks: rendered.blocks })
      .catch((error: unknown) => {
        if (!isAboutBlocks(error)) throw error;
        log.error({ platform: 'slack', err: error }, 'Slack did not take our blocks; sent as plain text');
        return clients.posting.chat.postMessage(message);
      });
    if (answer.ts === undefined) throw new Error('Slack named no time stamp for a post.');
    return { channel: answer.channel ?? channel, id: answer.ts };
  }

  /** Files of a post stand in its thread; in direct messages, which are one conversation, below it. */
  async function attach({ thread }: Place, message: MessageRef, { files }: Rendered): Promise<void> {
    if (files.length === 0) return;
    const below = thread ?? message.id;
    const where = message.channel.startsWith('D') ? {} : { thread: below };
    await shareFiles(clients, files, { channel: message.channel, ...where }).catch((error: unknown) => {
      throw toUserError(error);
    });
  }

  async function edit(message: MessageRef, reply: Reply): Promise<void> {
    const rendered = renderReply(reply);
    const { text, blocks } = rendered;
    const { channel, id: ts } = message;
    try {
      await queue(channel, () => paced(() => clients.asking.chat.update({ channel, ts, text, blocks })));
    } catch (error) {
      if (refusalOf(error) === 'message_not_found') await gone(message);
      throw toUserError(error);
    }
    await attach({ space: '', channel }, message, rendered);
  }

  async function directChannel(account: string): Promise<string> {
    const known = opened.get(account);
    if (known !== undefined) return known;
    const answer = await paced(() => clients.asking.conversations.open({ users: account }));
    const id = answer.channel?.id;
    if (id === undefined) throw new Error('Slack named no channel for direct messages.');
    opened.set(account, id);
    return id;
  }

  /** Direct messages may be named by whom they go to. */
  async function find(place: Place, key: string): Promise<MessageRef | null> {
    const isPerson = /^[UW]/.test(place.channel);
    const channel = isPerson ? await directChannel(place.channel) : place.channel;
    return (
      (await keys.find(channel, key)) ?? (await findInHistory(clients.asking, { ...place, channel }, key))
    );
  }

  return {
    post,
    edit,
    async direct(account, reply, key) {
      const channel = await directChannel(account).catch((error: unknown) => {
        throw toUserError(error, account);
      });
      return post({ space: '', channel }, reply, key);
    },
    find,
    directChannel,
  };
}

/** Our mistake, and no reason to leave somebody without an answer. */
export function isAboutBlocks(error: unknown): boolean {
  const word = refusalOf(error);
  return word === 'invalid_blocks' || word === 'invalid_blocks_format' || word === 'msg_blocks_too_long';
}

import type { Memory, MessageRef } from '../../bot/adapter.ts';

/** The type of the metadata that every post of ours carries; docs/slack.md names it for the subscription. */
export const POST_EVENT = 'splitproof_post';

const KEPT_MS = 120 * 24 * 3_600_000;

/**
 * Which post went through under which key.
 *
 * Written when Slack answers a post, and again when Slack tells us of the post as an event
 * (message_metadata_posted), which also comes when the answer was lost. So a post is found again without the right
 * to read a channel's history.
 */
export type PostKeys = {
  find(channel: string, key: string): Promise<MessageRef | null>;
  keep(message: MessageRef, key: string): Promise<void>;
  /** Wait for the event of a post whose answer was lost; null when it does not come in time. */
  appears(channel: string, key: string, withinMs: number): Promise<MessageRef | null>;
};

export function createPostKeys(memory: Memory): PostKeys {
  const waiting = new Map<string, (message: MessageRef) => void>();
  const nameOf = (channel: string, key: string) => `post ${channel} ${key}`;
  const find = async (channel: string, key: string) => {
    return (await memory.get<MessageRef>(nameOf(channel, key))) ?? null;
  };
  return {
    find,
    async keep(message, key) {
      const name = nameOf(message.channel, key);
      waiting.get(name)?.(message);
      await memory.set(name, message, KEPT_MS);
    },
    async appears(channel, key, withinMs) {
      const name = nameOf(channel, key);
      const { promise, resolve } = Promise.withResolvers<MessageRef | null>();
      const timer = setTimeout(resolve, withinMs, null);
      waiting.set(name, resolve);
      try {
        // The event may have come before we began to wait.
        return (await find(channel, key)) ?? (await promise);
      } finally {
        clearTimeout(timer);
        waiting.delete(name);
      }
    },
  };
}

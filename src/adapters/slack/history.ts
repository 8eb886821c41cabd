import type { webApi } from '@slack/bolt';
import type { MessageRef, Place } from '../../bot/adapter.ts';
import { refusalOf } from './errors.ts';
import { POST_EVENT } from './post-keys.ts';

/** Apps that are given to others may read 15 messages a minute, so only the newest are looked at. */
const NEWEST = 15;

/**
 * Look for a post by the key in its metadata, among the newest messages of a channel or thread.
 *
 * Optional: it needs the right to read that channel's history (channels:history, groups:history, im:history),
 * which the manifest does not ask for. Without it there is nothing to be seen, and that is the answer.
 */
export async function findInHistory(
  client: webApi.WebClient,
  { channel, thread }: Place,
  key: string,
): Promise<MessageRef | null> {
  try {
    const wanted = { channel, limit: NEWEST, include_all_metadata: true };
    const { messages } =
      thread === undefined
        ? await client.conversations.history(wanted)
        : await client.conversations.replies({ ...wanted, ts: thread });
    const found = messages?.find(({ metadata }) => {
      const payload: unknown = metadata?.event_payload;
      const ours = metadata?.event_type === POST_EVENT && typeof payload === 'object' && payload !== null;
      return ours && 'key' in payload && payload.key === key;
    });
    return found?.ts === undefined ? null : { channel, id: found.ts };
  } catch (error) {
    const word = refusalOf(error);
    if (word === 'missing_scope' || word === 'not_in_channel' || word === 'channel_not_found') return null;
    throw error;
  }
}

import { type APIMessage, ComponentType, Routes } from 'discord.js';
import type { Connection, MessageRef, Place } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Api } from './api.ts';
import type { DirectChannels } from './direct-channels.ts';
import { codeOf, toUserError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { NEEDED } from './needed.ts';
import { type Marker, markerOf, renderReply } from './render.ts';

export type Posts = Pick<Connection, 'post' | 'edit' | 'direct' | 'find' | 'hint'>;

/** How far back `find` reads: a post whose answer was lost is among the newest. */
const PAGES_BACK = 5;
const MOST_MARKERS = 5000;
const MISSING_ACCESS = 50_001;

/** Messages of ours outside of interactions. */
export function openPosts(api: Api, directs: DirectChannels): Posts {
  /** Markers of our own posts, so that an edit keeps them without asking Discord for the message first. */
  const markers = new Map<string, Marker>();

  function remember(id: string, marker: Marker): void {
    markers.set(id, marker);
    const oldest = markers.keys().next();
    if (markers.size > MOST_MARKERS && !oldest.done) markers.delete(oldest.value);
  }

  async function send(channel: string, reply: Reply, postKey: string): Promise<MessageRef> {
    const marker = markerOf(postKey);
    const { body, files } = renderReply(reply, { marker, notifies: true });
    // With the nonce enforced, a try whose answer was lost does not post a second time.
    const nonced = { ...body, nonce: postKey.slice(0, LIMITS.nonce), enforce_nonce: true };
    const route = Routes.channelMessages(channel);
    const request = async () => (await api.bot.post(route, { body: nonced, files })) as APIMessage;
    const { id } = await api.surely(request);
    remember(id, marker);
    return { channel, id };
  }

  async function markerBy(message: MessageRef): Promise<Marker | null> {
    const known = markers.get(message.id);
    if (known) return known;
    const route = Routes.channelMessage(message.channel, message.id);
    const found = readMarker((await api.surely(() => api.bot.get(route))) as APIMessage);
    if (found) remember(message.id, found);
    return found;
  }

  return {
    async post(place, reply, postKey) {
      try {
        return await send(place.channel, reply, postKey);
      } catch (error) {
        throw toUserError(error, { needs: NEEDED.writing, fileLimitBytes: LIMITS.fileBytes });
      }
    },

    async edit(message, reply) {
      try {
        const marker = await markerBy(message);
        const { body, files } = renderReply(reply, marker ? { marker } : {});
        const route = Routes.channelMessage(message.channel, message.id);
        await api.surely(() => api.bot.patch(route, { body, files }));
      } catch (error) {
        throw toUserError(error, { needs: NEEDED.writing, fileLimitBytes: LIMITS.fileBytes });
      }
    },

    async direct(_space, account, reply, postKey) {
      try {
        return await send(await directs.open(account), reply, postKey);
      } catch (error) {
        throw toUserError(error, { name: account, fileLimitBytes: LIMITS.fileBytes });
      }
    },

    async find(place: Place, postKey: string) {
      const { container, text } = markerOf(postKey);
      let before: string | undefined;
      for (let page = 0; page < PAGES_BACK; page += 1) {
        const messages = await readPage(api, place.channel, before);
        const found = messages.map((message) => ({ message, marker: readMarker(message) }));
        const ours = found.find(({ marker }) => marker?.container === container && marker.text === text);
        if (ours) return { channel: place.channel, id: ours.message.id };
        before = messages.at(-1)?.id;
        if (messages.length < LIMITS.page || before === undefined) return null;
      }
      return null;
    },

    async hint(message, emoji) {
      try {
        for (const one of emoji) {
          const route = Routes.channelMessageOwnReaction(
            message.channel,
            message.id,
            encodeURIComponent(one),
          );
          await api.surely(() => api.bot.put(route));
        }
      } catch (error) {
        throw toUserError(error, { needs: NEEDED.reacting });
      }
    },
  };
}

/** One page of messages, newest first; none where the bot may not look. */
async function readPage(
  api: Api,
  channel: string,
  before: string | undefined,
): Promise<readonly APIMessage[]> {
  const query = new URLSearchParams({ limit: String(LIMITS.page), ...(before !== undefined && { before }) });
  try {
    return (await api.surely(() => api.bot.get(Routes.channelMessages(channel), { query }))) as APIMessage[];
  } catch (error) {
    if (codeOf(error) === MISSING_ACCESS) return [];
    throw toUserError(error);
  }
}

/** The marker that a post carries in the ids of its first two components. */
function readMarker(message: APIMessage): Marker | null {
  const [container] = message.components ?? [];
  if (container?.type !== ComponentType.Container || container.id === undefined) return null;
  const [text] = container.components;
  return text?.id === undefined ? null : { container: container.id, text: text.id };
}

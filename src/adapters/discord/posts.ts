import { type APIMessage, ComponentType, Routes } from 'discord.js';
import type { Connection, MessageRef, Place } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import { aboutOf, carriedIn } from './about.ts';
import type { Api } from './api.ts';
import type { DirectChannels } from './direct-channels.ts';
import { codeOf, toUserError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { NEEDED } from './needed.ts';
import { type Marker, markerOf, type Rendered, renderReply } from './render.ts';

export type Posts = Pick<Connection, 'post' | 'edit' | 'direct' | 'find' | 'hint'> & {
  /** The server that a direct message of ours is about; null where nothing says so, or it is not ours. */
  aboutOf(message: MessageRef): Promise<string | null>;
};

/** What a message of ours carries, apart from its words. */
type Known = { readonly marker: Marker | null; readonly about: string | null };

/** How far back `find` reads: a post whose answer was lost is among the newest. */
const PAGES_BACK = 5;
const MOST_KNOWN = 5000;
const UNKNOWN_MESSAGE = 10_008;
const MISSING_ACCESS = 50_001;
const NOT_THERE: readonly (number | null)[] = [UNKNOWN_MESSAGE, MISSING_ACCESS];

/** Messages of ours outside of interactions. */
export function openPosts(api: Api, directs: DirectChannels): Posts {
  /** Of our own posts, so that an edit keeps it without asking Discord for the message first. */
  const known = new Map<string, Known>();

  function remember(id: string, carried: Known): void {
    known.set(id, carried);
    const oldest = known.keys().next();
    if (known.size > MOST_KNOWN && !oldest.done) known.delete(oldest.value);
  }

  async function send(
    channel: string,
    reply: Reply,
    postKey: string,
    about: string | null = null,
  ): Promise<MessageRef> {
    const marker = markerOf(postKey);
    const { body, files } = carrying(renderReply(reply, { marker, notifies: true }), about);
    // With the nonce enforced, a try whose answer was lost does not post a second time.
    const nonced = { ...body, nonce: postKey.slice(0, LIMITS.nonce), enforce_nonce: true };
    const route = Routes.channelMessages(channel);
    const request = async () => (await api.bot.post(route, { body: nonced, files })) as APIMessage;
    const { id } = await api.surely(request);
    remember(id, { marker, about });
    return { channel, id };
  }

  async function knownOf(message: MessageRef): Promise<Known> {
    const before = known.get(message.id);
    if (before) return before;
    const route = Routes.channelMessage(message.channel, message.id);
    const found = (await api.surely(() => api.bot.get(route))) as APIMessage;
    const carried = { marker: readMarker(found), about: aboutOf(found) };
    remember(message.id, carried);
    return carried;
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
        const { marker, about } = await knownOf(message);
        const { body, files } = carrying(renderReply(reply, marker ? { marker } : {}), about);
        const route = Routes.channelMessage(message.channel, message.id);
        await api.surely(() => api.bot.patch(route, { body, files }));
      } catch (error) {
        throw toUserError(error, { needs: NEEDED.writing, fileLimitBytes: LIMITS.fileBytes });
      }
    },

    async direct(space, account, reply, postKey) {
      try {
        return await send(await directs.open(account), reply, postKey, space);
      } catch (error) {
        throw toUserError(error, { name: account, fileLimitBytes: LIMITS.fileBytes });
      }
    },

    async aboutOf(message) {
      try {
        return (await knownOf(message)).about;
      } catch (error) {
        if (NOT_THERE.includes(codeOf(error))) return null;
        throw error;
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

function carrying({ body, files }: Rendered, about: string | null): Rendered {
  return { body: { ...body, components: carriedIn(body.components, about) }, files };
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

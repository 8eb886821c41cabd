import { type Client, GatewayDispatchEvents, type GatewayDispatchPayload } from 'discord.js';
import type { PlatformEvent } from '../../bot/adapter.ts';
import { originIn } from './about.ts';
import type { Desk } from './desk.ts';
import { reasonOf } from './errors.ts';
import { directChannelOf, readEvents } from './events.ts';
import { answerInteraction } from './interactions.ts';
import { ownSpace, PLATFORM } from './read.ts';
import { openSessions } from './sessions.ts';
import { openSpaces } from './spaces.ts';
import { answerTyped, readTypedMessage } from './typed.ts';

export type Dispatch = {
  /** Never throws: what cannot be read is reported and left. */
  receive(packet: GatewayDispatchPayload, shard: number): void;
  /** Resolves when nothing that came in is under way any more. */
  idle(): Promise<void>;
};

/**
 * Take in everything Discord sends.
 *
 * It is read from the wire and not from discord.js's objects: those drop reactions in channels they have not cached,
 * wait with every event until all servers are loaded, and break at payloads that they do not expect.
 */
export function openDispatch(desk: Desk, client: () => Client): Dispatch {
  const { bot, services } = desk;
  const { log, now } = services;
  const underWay = new Set<Promise<void>>();
  const notice = (event: PlatformEvent) => bot.notice(event);
  const spaces = openSpaces(services, notice);
  const sessions = openSessions(client, now);

  function shardName(shard: number): string {
    const { shardCount = 1 } = client().options;
    return `${shard}/${shardCount}`;
  }

  async function handle(packet: GatewayDispatchPayload, shard: number): Promise<void> {
    switch (packet.t) {
      case GatewayDispatchEvents.Ready: {
        const gap = sessions.begun(shard);
        await spaces.ready(shardName(shard), packet.d);
        return notice(gap);
      }
      case GatewayDispatchEvents.GuildCreate:
        return packet.d.unavailable ? undefined : spaces.created(shardName(shard), packet.d);
      case GatewayDispatchEvents.GuildDelete:
        return spaces.deleted(shardName(shard), packet.d);
      case GatewayDispatchEvents.InteractionCreate:
        return answerInteraction(desk, packet.d);
      case GatewayDispatchEvents.MessageCreate:
        return readMessage(packet.d);
      default:
        return readEvent(packet);
    }
  }

  async function readEvent(packet: GatewayDispatchPayload): Promise<void> {
    const channel = directChannelOf(packet);
    const directSpace = channel === null ? '' : await desk.directs.spaceOf(channel);
    const events = readEvents(packet, { directSpace, ownId: desk.ownId() });
    await noticeAll(await Promise.all(events.map(aboutServer)));
  }

  /** A reaction on a direct message of ours counts in the server that the message is about. */
  async function aboutServer(event: PlatformEvent): Promise<PlatformEvent> {
    if (event.kind !== 'reaction' || event.ours === false) return event;
    if (event.origin.space !== ownSpace(event.origin.account)) return event;
    const about = await desk.posts.aboutOf(event.message);
    return about === null ? event : { ...event, origin: originIn(about, event.origin) };
  }

  /** All of one packet at once: one that is slow must not let what comes later overtake the rest. */
  async function noticeAll(events: readonly PlatformEvent[]): Promise<void> {
    // Our own reactions are there to be pressed by others.
    const isOwn = (event: PlatformEvent) =>
      event.kind === 'reaction' && event.origin.account === desk.ownId();
    await Promise.all(events.filter((event) => !isOwn(event)).map(notice));
  }

  async function readMessage(message: Parameters<typeof answerTyped>[1]): Promise<void> {
    const own = desk.ownId();
    const isDirect = message.guild_id === undefined;
    const asking = own === null ? null : readTypedMessage(message, own, isDirect);
    if (!asking) return;
    if (isDirect) desk.directs.note(message.channel_id, asking.account);
    // A message is sent again after a reconnect; what it asks for must not be done twice.
    if (!(await bot.firstDelivery(PLATFORM, `message ${message.id}`))) return;
    const guild = message.guild_id === undefined ? undefined : client().guilds.cache.get(message.guild_id);
    await answerTyped(desk, message, asking, guild?.preferredLocale);
  }

  return {
    receive(packet, shard) {
      const work = handle(packet, shard)
        .catch((error: unknown) => {
          log.error({ err: error, event: packet.t, reason: reasonOf(error) }, 'an event broke');
        })
        .finally(() => underWay.delete(work));
      underWay.add(work);
      sessions.heard(shard);
    },
    async idle() {
      while (underWay.size > 0) await Promise.all(underWay);
    },
  };
}

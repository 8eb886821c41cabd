import { FLAG, type Upload } from './checks/message.ts';
import { asJson, asList, type Json } from './json.ts';
import { messageJson } from './payloads.ts';
import { pingsOf } from './pings.ts';
import type { Attachment, Channel, Message, User } from './things.ts';
import type { World } from './world.ts';

export type NewMessage = Readonly<{
  channel: Channel;
  author: User;
  body: Json;
  files: readonly Upload[];
  /** Files that are there already, as with a person's upload. */
  attachments?: readonly Attachment[];
  interaction?: Message['interaction'];
  ephemeralFor?: string | null;
  flags?: number;
}>;

/** How long Discord remembers a nonce: "the past few minutes". */
const NONCE_MEMORY_MS = 5 * 60_000;

function storeUploads(world: World, body: Json, files: readonly Upload[]): Attachment[] {
  const described = asList(body.attachments).map(asJson);
  return files.map((file) => {
    const about = described.find(({ id }) => String(id) === String(file.number));
    return {
      id: world.id(),
      filename: String(about?.filename ?? file.name).replace(/[^\p{L}\p{N}._-]/gu, '_'),
      description: typeof about?.description === 'string' ? about.description : null,
      contentType: file.contentType,
      sizeBytes: file.bytes.length,
      bytes: file.bytes,
    };
  });
}

/** The components of a message get numbers, as Discord gives them. */
function numbered(value: unknown): Json[] {
  let next = 1;
  const visit = (part: Json): Json => ({
    ...part,
    id: part.id ?? next++,
    ...(Array.isArray(part.components) && { components: part.components.map(asJson).map(visit) }),
  });
  return asList(value).map(asJson).map(visit);
}

/** Mentions in text components ping like those in the content. */
function textsIn(components: unknown): string[] {
  return asList(components)
    .map(asJson)
    .flatMap((part) => [
      ...(typeof part.content === 'string' ? [part.content] : []),
      ...textsIn(part.components),
    ]);
}

function embedsOf(value: unknown): Json[] {
  return asList(value).map((embed) => ({ type: 'rich', ...asJson(embed) }));
}

function sameNonce(world: World, request: NewMessage): Message | undefined {
  const { body, channel, author } = request;
  if (body.enforce_nonce !== true || body.nonce === undefined) return undefined;
  return [...channel.messages.values()].find(
    (message) =>
      message.author === author &&
      message.nonce !== null &&
      String(message.nonce) === String(body.nonce) &&
      world.now() - message.createdAt < NONCE_MEMORY_MS,
  );
}

/** Send the message event to the bot, without the content it may not see. */
function announce(world: World, type: 'MESSAGE_CREATE' | 'MESSAGE_UPDATE', message: Message): void {
  const channel = world.channels.get(message.channelId)!;
  const guild = world.guildOf(channel);
  const member = guild?.members.get(message.author.id);
  const data: Json = {
    ...messageJson(world, message, false),
    ...(guild && { guild_id: guild.id }),
    ...(member && { member: { roles: member.roles, joined_at: member.joinedAt, deaf: false, mute: false } }),
  };
  world.dispatch({ type, data, guildId: channel.guildId, channel, message });
}

/** Post. The same nonce with `enforce_nonce` gives back the message that is there. */
export function createMessage(world: World, request: NewMessage): Message {
  const known = sameNonce(world, request);
  if (known) return known;
  const { channel, author, body, files } = request;
  const content = typeof body.content === 'string' ? body.content : '';
  const message: Message = {
    id: world.id(),
    channelId: channel.id,
    guildId: channel.guildId,
    author,
    createdAt: world.now(),
    content,
    embeds: embedsOf(body.embeds),
    components: numbered(body.components),
    attachments: request.attachments ?? storeUploads(world, body, files),
    flags: Number(body.flags ?? 0) | (request.flags ?? 0) | (request.ephemeralFor ? FLAG.ephemeral : 0),
    editedAt: null,
    nonce: typeof body.nonce === 'string' || typeof body.nonce === 'number' ? body.nonce : null,
    referenceId: body.message_reference ? String(asJson(body.message_reference).message_id) : null,
    interaction: request.interaction ?? null,
    ephemeralFor: request.ephemeralFor ?? null,
    pings: pingsOf(
      world,
      { channel, author, isInteraction: request.interaction !== undefined },
      [content, ...textsIn(body.components)].join('\n'),
      body.allowed_mentions,
    ),
    reactions: new Map(),
  };
  if (message.ephemeralFor === null) {
    channel.messages.set(message.id, message);
    announce(world, 'MESSAGE_CREATE', message);
  }
  world.changes.happened();
  return message;
}

/** Only the members that are given change; new files join the attachments that `attachments` keeps. */
export function editMessage(world: World, message: Message, body: Json, files: readonly Upload[]): Message {
  if (body.content !== undefined) message.content = typeof body.content === 'string' ? body.content : '';
  if (body.embeds !== undefined) message.embeds = embedsOf(body.embeds);
  if (body.components !== undefined) message.components = numbered(body.components);
  const listed = asList(body.attachments).map((attachment) => String(asJson(attachment).id));
  const kept =
    body.attachments === undefined
      ? message.attachments
      : message.attachments.filter(({ id }) => listed.includes(id));
  message.attachments = [...kept, ...storeUploads(world, body, files)];
  const settable = FLAG.suppressEmbeds | FLAG.isComponentsV2;
  message.flags = (message.flags & ~FLAG.loading) | (Number(body.flags ?? 0) & settable);
  if (message.createdAt !== world.now()) message.editedAt = world.now();
  if (message.ephemeralFor === null) announce(world, 'MESSAGE_UPDATE', message);
  world.changes.happened();
  return message;
}

export function deleteMessage(world: World, message: Message): void {
  const channel = world.channels.get(message.channelId);
  if (!channel?.messages.delete(message.id)) return;
  world.dispatch({
    type: 'MESSAGE_DELETE',
    data: { id: message.id, channel_id: channel.id, ...(channel.guildId && { guild_id: channel.guildId }) },
    guildId: channel.guildId,
    channel,
  });
  world.changes.happened();
}

/** Newest first, as Discord lists them. */
export function listMessages(
  channel: Channel,
  range: Readonly<{ before?: string; after?: string; around?: string; limit: number }>,
): Message[] {
  const all = [...channel.messages.values()].sort((a, b) => (BigInt(a.id) < BigInt(b.id) ? 1 : -1));
  if (range.before !== undefined) {
    return all.filter(({ id }) => BigInt(id) < BigInt(range.before!)).slice(0, range.limit);
  }
  if (range.after !== undefined) {
    return all.filter(({ id }) => BigInt(id) > BigInt(range.after!)).slice(-range.limit);
  }
  if (range.around !== undefined) {
    const middle = all.findIndex(({ id }) => BigInt(id) <= BigInt(range.around!));
    const from = Math.max(0, middle - Math.floor(range.limit / 2));
    return all.slice(from, from + range.limit);
  }
  return all.slice(0, range.limit);
}

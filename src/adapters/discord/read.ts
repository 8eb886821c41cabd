import {
  type APIBaseInteraction,
  type APIMessage,
  type APIModalSubmitInteraction,
  ComponentType,
  type InteractionType,
  type ModalSubmitComponent,
  PermissionFlagsBits,
} from 'discord.js';
import type { Message, Origin } from '../../bot/adapter.ts';
import { nameOf, readAttachment, readPerson } from './read-options.ts';

export const PLATFORM = 'discord';

const MANAGES = PermissionFlagsBits.Administrator | PermissionFlagsBits.ManageGuild;

type AnyInteraction = Pick<
  APIBaseInteraction<InteractionType, unknown>,
  'guild_id' | 'channel' | 'channel_id' | 'member' | 'user' | 'locale' | 'authorizing_integration_owners'
>;

/** The space of somebody on their own: direct messages, and the app brought along into other people's servers. */
export function ownSpace(account: string): string {
  return `user-${account}`;
}

/**
 * Who did it and where.
 *
 * An app that a person has brought along (only key `1` among the owners) works for that person, not for the server
 * it was brought into: the server never let it in.
 */
export function readOrigin(interaction: AnyInteraction): Origin {
  const { guild_id: guild, member, authorizing_integration_owners: owners } = interaction;
  const user = member?.user ?? interaction.user;
  if (!user) throw new Error('An interaction came from nobody.');
  const isGuest = owners !== undefined && owners['0'] === undefined && owners['1'] !== undefined;
  const isServer = guild !== undefined && !isGuest;
  return {
    platform: PLATFORM,
    space: isServer ? guild : ownSpace(user.id),
    channel: interaction.channel?.id ?? interaction.channel_id ?? '',
    account: user.id,
    name: nameOf(user, member?.nick),
    locale: interaction.locale,
    admin: !isServer || (BigInt(member?.permissions ?? '0') & MANAGES) !== 0n,
  };
}

/** A message somebody chose from its menu: all of it, with what was forwarded in it. */
export function readMessage(message: APIMessage, space: string, guild: string | undefined): Message {
  const forwarded = (message.message_snapshots ?? []).map((snapshot) => snapshot.message);
  const parts = [message, ...forwarded];
  return {
    place: { space, channel: message.channel_id },
    id: message.id,
    author: message.author.id,
    authorName: nameOf(message.author),
    text: parts
      .flatMap(({ content, embeds }) => [content, ...(embeds ?? []).flatMap(textOfEmbed)])
      .filter(Boolean)
      .join('\n'),
    files: parts.flatMap(({ attachments }) => (attachments ?? []).map(readAttachment)),
    sentAt: new Date(message.timestamp),
    permalink: `https://discord.com/channels/${guild ?? '@me'}/${message.channel_id}/${message.id}`,
  };
}

function textOfEmbed(embed: APIMessage['embeds'][number]): string[] {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  return [embed.title, embed.description, ...fields].filter((text) => text !== undefined);
}

/** What was put into a form, by field: text, a chosen value, a person or a file. */
export function readFields(data: APIModalSubmitInteraction['data']): Record<string, unknown> {
  const values: Record<string, unknown> = {};
  for (const part of data.components) {
    const fields = 'component' in part ? [part.component] : 'components' in part ? part.components : [];
    for (const field of fields) values[field.custom_id] = readField(field, data.resolved);
  }
  return values;
}

function readField(
  field: ModalSubmitComponent,
  resolved: APIModalSubmitInteraction['data']['resolved'],
): unknown {
  switch (field.type) {
    case ComponentType.UserSelect: {
      const [id] = field.values;
      return id === undefined ? undefined : readPerson(id, resolved);
    }
    case ComponentType.FileUpload: {
      const attachment = resolved?.attachments?.[field.values[0] ?? ''];
      return attachment && readAttachment(attachment);
    }
    default:
      return 'values' in field ? field.values[0] : field.value;
  }
}

import {
  type APIApplicationCommandInteractionDataOption,
  type APIAttachment,
  type APIInteractionDataResolved,
  type APIInteractionGuildMember,
  type APIUser,
  ApplicationCommandOptionType,
} from 'discord.js';
import type { Attachment } from '../../bot/adapter.ts';
import type { PersonRef } from '../../bot/command.ts';

type Sent = APIApplicationCommandInteractionDataOption;

/** Which subcommand was chosen and what its options hold, under the options' English names. */
export type ReadOptions = {
  readonly subcommand: string | null;
  readonly options: Readonly<Record<string, unknown>>;
  /** The option that is being typed, for completions. */
  readonly focused: { readonly name: string; readonly typed: string } | null;
};

export function readAttachment(attachment: APIAttachment): Attachment {
  return {
    id: attachment.url,
    name: attachment.title ?? attachment.filename,
    sizeBytes: attachment.size,
    mediaType: attachment.content_type?.split(';')[0] ?? null,
  };
}

/** What people call somebody here: the nickname in the server, else the display name, else the user name. */
export function nameOf(user: Pick<APIUser, 'username' | 'global_name'>, nick?: string | null): string {
  return nick || user.global_name || user.username;
}

export function readPerson(id: string, resolved: Resolved): PersonRef {
  const user = resolved?.users?.[id];
  return { account: id, name: user ? nameOf(user, resolved?.members?.[id]?.nick) : id };
}

type Resolved =
  | (Pick<APIInteractionDataResolved, 'users' | 'attachments' | 'channels'> & {
      readonly members?: Record<string, Pick<APIInteractionGuildMember, 'nick'>>;
    })
  | undefined;

/** Options of a command as Discord sends them, nested under their subcommand; ids become what they stand for. */
export function readOptions(sent: readonly Sent[] | undefined, resolved: Resolved): ReadOptions {
  const [first] = sent ?? [];
  if (first && 'options' in first && first.type === ApplicationCommandOptionType.Subcommand) {
    return { ...readOptions(first.options, resolved), subcommand: first.name };
  }
  const options: Record<string, unknown> = {};
  let focused: ReadOptions['focused'] = null;
  for (const option of sent ?? []) {
    if (!('value' in option)) continue;
    if ('focused' in option && option.focused) focused = { name: option.name, typed: String(option.value) };
    options[option.name] = readValue(option, resolved);
  }
  return { subcommand: null, options, focused };
}

function readValue(option: Extract<Sent, { value: unknown }>, resolved: Resolved): unknown {
  switch (option.type) {
    case ApplicationCommandOptionType.User:
      return readPerson(option.value, resolved);
    case ApplicationCommandOptionType.Channel:
      return { channel: option.value, name: resolved?.channels?.[option.value]?.name ?? option.value };
    case ApplicationCommandOptionType.Attachment: {
      const attachment = resolved?.attachments?.[option.value];
      return attachment && readAttachment(attachment);
    }
    default:
      return option.value;
  }
}

import { asJson, asList, type Json } from '../json.ts';
import { attachmentJson, channelJson, memberJson, userJson } from '../payloads.ts';
import { permissionsIn } from '../permissions.ts';
import type { Attachment, Channel, RegisteredCommand, User } from '../things.ts';
import type { World } from '../world.ts';

/** A file a person picks. Without bytes it is zeros of that size, made while they are read. */
export type PickedFile = Readonly<{
  name: string;
  bytes?: Uint8Array;
  sizeBytes?: number;
  contentType?: string;
}>;

export type OptionValue = string | number | boolean | User | Channel | PickedFile;

export type Resolved = { [Kind in 'users' | 'members' | 'channels' | 'attachments']?: Record<string, Json> };

export function storeFile(world: World, file: PickedFile): Attachment {
  const stored: Attachment = {
    id: world.id(),
    filename: file.name.replace(/[^\p{L}\p{N}._-]/gu, '_'),
    description: null,
    contentType: file.contentType ?? null,
    sizeBytes: file.bytes?.length ?? file.sizeBytes ?? 0,
    bytes: file.bytes ?? null,
  };
  world.uploads.set(stored.id, stored);
  return stored;
}

/** Put the things that ids stand for beside the ids, as Discord does. */
export class Resolver {
  readonly #world: World;
  readonly #channel: Channel;
  readonly resolved: Resolved = {};

  constructor(world: World, channel: Channel) {
    this.#world = world;
    this.#channel = channel;
  }

  #put(kind: keyof Resolved, id: string, json: Json): void {
    this.resolved[kind] ??= {};
    this.resolved[kind][id] = json;
  }

  user(user: User): string {
    const member = this.#world.guildOf(this.#channel)?.members.get(user.id);
    this.#put('users', user.id, userJson(user));
    if (member) {
      const { user: _user, ...rest } = memberJson(member);
      const permissions = String(permissionsIn(this.#world, this.#channel, user));
      this.#put('members', user.id, { ...rest, permissions });
    }
    return user.id;
  }

  channel(channel: Channel): string {
    const { id, name, type, parent_id } = channelJson(channel);
    this.#put('channels', channel.id, { id, name, type, parent_id, permissions: '0' });
    return channel.id;
  }

  file(file: PickedFile): string {
    const stored = storeFile(this.#world, file);
    this.#put('attachments', stored.id, {
      ...attachmentJson(this.#world, this.#channel.id, stored),
      ephemeral: true,
    });
    return stored.id;
  }
}

/** Discord's app does not send what the registered option forbids. */
function checkText(option: Json, value: string): void {
  const choices = asList(option.choices).map(asJson);
  if (choices.length > 0 && !choices.some((choice) => choice.value === value)) {
    throw new Error(`The app offers no choice "${value}" for ${option.name}.`);
  }
  const max = Number(option.max_length ?? 6000);
  if (value.length > max) throw new Error(`The app takes at most ${max} characters for ${option.name}.`);
}

function checkFile(option: Json, file: PickedFile): void {
  const types = asList(option.file_types).map(String);
  if (types.length > 0 && !types.some((type) => file.name.toLowerCase().endsWith(type))) {
    throw new Error(`The app takes only ${types.join(', ')} for ${option.name}.`);
  }
}

function send(option: Json, value: OptionValue, resolver: Resolver): unknown {
  switch (option.type) {
    case 3:
      checkText(option, String(value));
      return String(value);
    case 6:
      return resolver.user(value as User);
    case 7:
      return resolver.channel(value as Channel);
    case 11:
      checkFile(option, value as PickedFile);
      return resolver.file(value as PickedFile);
    default:
      return value;
  }
}

/** The options of a command or subcommand as the app sends them, in the order of the registration. */
export function sendOptions(
  registered: readonly Json[],
  values: Readonly<Record<string, OptionValue>>,
  resolver: Resolver,
  focused?: string,
): Json[] {
  const unknown = Object.keys(values).find((name) => !registered.some((option) => option.name === name));
  if (unknown) throw new Error(`No option "${unknown}" is registered.`);
  return registered.flatMap((option) => {
    const name = String(option.name);
    const value = values[name];
    if (value === undefined) {
      if (option.required && focused === undefined) throw new Error(`The app asks for the option ${name}.`);
      return [];
    }
    const sent = focused === name ? value : send(option, value, resolver);
    return [{ name, type: option.type, value: sent, ...(focused === name && { focused: true }) }];
  });
}

/** What a person sees when they type a slash in this channel: commands of the server, then global ones. */
export function findCommand(world: World, channel: Channel, name: string, type: number): RegisteredCommand {
  const scopes = [channel.guildId ?? 'global', 'global'];
  const visible = scopes.flatMap((scope) => world.commands.get(scope) ?? []);
  const found = visible.find((command) => command.name === name && command.type === type);
  if (!found) throw new Error(`No command "${name}" of type ${type} is registered for this place.`);
  return found;
}

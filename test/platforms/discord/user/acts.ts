import { randomBytes } from 'node:crypto';
import { AUTOCOMPLETE, COMMAND, COMPONENT, MODAL_SUBMIT } from '../interactions.ts';
import { asJson, asList, type Json } from '../json.ts';
import { createMessage } from '../messages.ts';
import { channelJson, memberJson, messageJson, userJson } from '../payloads.ts';
import { permissionsIn } from '../permissions.ts';
import { addReaction, clearReactions, parseEmoji, removeReaction } from '../reactions.ts';
import type { Channel, GatewayEvent, Message, StoredInteraction, User } from '../things.ts';
import type { World } from '../world.ts';
import { type FieldValue, fillIn } from './fields.ts';
import { Sent } from './handle.ts';
import {
  findCommand,
  type OptionValue,
  type PickedFile,
  Resolver,
  sendOptions,
  storeFile,
} from './options.ts';

const CHAT = 1;
const MESSAGE_MENU = 3;

/** `userInstall`: the person brought the app along, and it is not in this server. */
export type From = Readonly<{ userInstall?: boolean; locale?: string }>;

function remember(world: World, interaction: StoredInteraction): void {
  world.interactions.set(interaction.token, interaction);
  if (world.interactions.size <= world.settings.memory) return;
  for (const token of [...world.interactions.keys()].slice(0, world.settings.memory / 2)) {
    world.interactions.delete(token);
  }
}

/** Who and where, as every interaction carries it. */
function placeJson(world: World, user: User, channel: Channel, from: From): Json {
  const guild = world.guildOf(channel);
  const member = guild?.members.get(user.id);
  const owners = from.userInstall ? { '1': user.id } : { '0': guild?.id ?? '0' };
  return {
    channel_id: channel.id,
    channel: channelJson(channel),
    locale: from.locale ?? user.locale,
    ...(guild && {
      guild_id: guild.id,
      guild: { id: guild.id, locale: guild.locale, features: [] },
      guild_locale: guild.locale,
    }),
    ...(member
      ? { member: { ...memberJson(member), permissions: String(permissionsIn(world, channel, user)) } }
      : { user: userJson(user) }),
    app_permissions: String(permissionsIn(world, channel, world.bot)),
    authorizing_integration_owners: owners,
    context: guild ? 0 : channel.recipients.includes(user) ? 1 : 2,
    entitlements: [],
    attachment_size_limit: world.settings.fileBytes,
  };
}

/** What people do that reaches the bot. */
export function userActs(world: World) {
  function send(
    about: { type: number; user: User; channel: Channel; source?: Message; from: From },
    data: Json,
    more: Json = {},
  ): Sent {
    const { type, user, channel, from } = about;
    const interaction: StoredInteraction = {
      id: world.id(),
      token: randomBytes(48).toString('base64url'),
      type,
      user,
      channel,
      createdAt: world.now(),
      source: about.source ?? null,
      userInstalled: from.userInstall ?? false,
      response: null,
      original: null,
      followUps: 0,
      messages: [],
    };
    remember(world, interaction);
    const { id, token } = interaction;
    const head = { id, application_id: world.applicationId, type, token, version: 1 };
    const event: GatewayEvent = {
      type: 'INTERACTION_CREATE',
      data: { ...head, ...placeJson(world, user, channel, from), data, ...more },
      guildId: channel.guildId,
      channel,
    };
    return new Sent(world, interaction, event);
  }

  /** The data of a chat command, for running it or for completing one option. */
  function commandData(
    channel: Channel,
    name: string,
    path: string | null,
    values: Readonly<Record<string, OptionValue>>,
    focused?: string,
  ): Json {
    const command = findCommand(world, channel, name, CHAT);
    const resolver = new Resolver(world, channel);
    const steps = path === null ? [] : path.split(' ');
    let level = asList(command.options).map(asJson);
    const nests: Json[] = [];
    for (const step of steps) {
      const next = level.find((option) => option.name === step && Number(option.type) <= 2);
      if (!next) throw new Error(`No subcommand "${step}" is registered for /${name}.`);
      nests.unshift({ name: step, type: next.type });
      level = asList(next.options).map(asJson);
    }
    if (level.some((option) => Number(option.type) <= 2)) throw new Error(`/${name} needs a subcommand.`);
    let options = sendOptions(level, values, resolver, focused);
    for (const nest of nests) options = [{ ...nest, options }];
    const { resolved } = resolver;
    const { id, type } = command;
    return { id, name, type, options, ...(Object.keys(resolved).length > 0 && { resolved }) };
  }

  /** Send a slash command; `path` is the subcommand, or null. */
  function slash(
    user: User,
    channel: Channel,
    name: string,
    path: string | null = null,
    values: Readonly<Record<string, OptionValue>> = {},
    from: From = {},
  ): Sent {
    return send({ type: COMMAND, user, channel, from }, commandData(channel, name, path, values));
  }

  /** Type in an option that completes; `values` holds what stands there so far. */
  function autocomplete(
    user: User,
    channel: Channel,
    name: string,
    path: string | null,
    values: Readonly<Record<string, OptionValue>>,
    focused: string,
    from: From = {},
  ): Sent {
    return send(
      { type: AUTOCOMPLETE, user, channel, from },
      commandData(channel, name, path, values, focused),
    );
  }

  /** Pick an entry of a message's menu. */
  function messageCommand(user: User, message: Message, name: string, from: From = {}): Sent {
    const channel = world.channels.get(message.channelId)!;
    const { id, type } = findCommand(world, channel, name, MESSAGE_MENU);
    const resolved = { messages: { [message.id]: messageJson(world, message) } };
    return send({ type: COMMAND, user, channel, from }, { id, name, type, target_id: message.id, resolved });
  }

  /** Every component of a message, the nested ones too. */
  function componentsOf(parts: readonly Json[]): Json[] {
    return parts.flatMap((part) => [part, ...componentsOf(asList(part.components).map(asJson))]);
  }

  /** Press a button, named by its custom id or its label. */
  function click(user: User, message: Message, button: string, from: From = {}): Sent {
    const found = componentsOf(message.components).find(
      (part) => part.custom_id === button || part.label === button,
    );
    if (!found || found.disabled) throw new Error(`The message has no button "${button}" to press.`);
    const channel = world.channels.get(message.channelId)!;
    const data = { custom_id: found.custom_id, component_type: found.type, id: found.id };
    const source = { message: messageJson(world, message) };
    return send({ type: COMPONENT, user, channel, source: message, from }, data, source);
  }

  /** Fill in the form that `opened` brought, by the fields' custom ids, and send it. */
  async function submitModal(
    opened: Sent,
    values: Readonly<Record<string, FieldValue>>,
    from: From = {},
  ): Promise<Sent> {
    const modal = await opened.modal();
    const { user, channel, source } = opened.interaction;
    const resolver = new Resolver(world, channel);
    const components = fillIn(modal, values, resolver);
    const { resolved } = resolver;
    const data = {
      custom_id: modal.custom_id,
      components,
      ...(Object.keys(resolved).length > 0 && { resolved }),
    };
    const about = { type: MODAL_SUBMIT, user, channel, from, ...(source && { source }) };
    return send(about, data, source ? { message: messageJson(world, source) } : {});
  }

  function post(user: User, channel: Channel, content: string, files: readonly PickedFile[] = []): Message {
    const attachments = files.map((file) => storeFile(world, file));
    return createMessage(world, { channel, author: user, body: { content }, files: [], attachments });
  }

  return {
    ...{ slash, autocomplete, messageCommand, click, submitModal, post, sendRaw: send },
    react: (user: User, message: Message, emoji: string, isBurst = false) =>
      addReaction(world, message, user, parseEmoji(emoji), isBurst),
    unreact: (user: User, message: Message, emoji: string, isBurst = false) =>
      removeReaction(world, message, user, parseEmoji(emoji), isBurst),
    /** By a moderator: all, or all of one emoji. */
    clearReactions: (message: Message, emoji?: string) =>
      clearReactions(world, message, emoji === undefined ? undefined : parseEmoji(emoji)),
  };
}

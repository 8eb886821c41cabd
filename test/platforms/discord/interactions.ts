import { Form } from './checks/form.ts';
import { checkMessage, checkNotEmpty, FLAG, type Upload } from './checks/message.ts';
import { checkModal } from './checks/modal.ts';
import { refusal } from './errors.ts';
import { asJson, asList, type Json } from './json.ts';
import { createMessage, deleteMessage, editMessage } from './messages.ts';
import { can } from './permissions.ts';
import type { Message, StoredInteraction } from './things.ts';
import type { World } from './world.ts';

export const COMMAND = 2;
export const COMPONENT = 3;
export const AUTOCOMPLETE = 4;
export const MODAL_SUBMIT = 5;

const REPLY = 4;
const DEFERRED_REPLY = 5;
const DEFERRED_UPDATE = 6;
const UPDATE = 7;
const CHOICES = 8;
const MODAL = 9;

/** Which callbacks each kind of interaction takes. */
const ALLOWED: Readonly<Record<number, readonly number[]>> = {
  [COMMAND]: [REPLY, DEFERRED_REPLY, MODAL],
  [COMPONENT]: [REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE, MODAL],
  [AUTOCOMPLETE]: [CHOICES],
  [MODAL_SUBMIT]: [REPLY, DEFERRED_REPLY, DEFERRED_UPDATE, UPDATE],
};

const USER_INSTALL_FOLLOW_UPS_MAX = 5;

export function messageLimits(world: World, allowedFlags: number) {
  return { fileBytes: world.settings.fileBytes, requestBytes: world.settings.requestBytes, allowedFlags };
}

const REPLY_FLAGS = FLAG.ephemeral | FLAG.suppressEmbeds | FLAG.suppressNotifications | FLAG.isComponentsV2;

function checkCallback(
  world: World,
  interaction: StoredInteraction,
  type: number,
  data: Json,
  files: readonly Upload[],
) {
  const form = new Form();
  form.oneOf('type', type, ALLOWED[interaction.type] ?? []);
  if (type === MODAL) checkModal(form, data);
  if (type === DEFERRED_REPLY && (Number(data.flags ?? 0) & ~FLAG.ephemeral) !== 0) {
    form.fail('data.flags', 'MESSAGE_FLAGS', 'A deferred reply takes the EPHEMERAL flag only');
  }
  if (type === CHOICES) {
    form.list('data.choices', data.choices, { max: 25, required: true }, (choice, path) => {
      form.text(`${path}.name`, choice.name, { min: 1, max: 100, required: true });
      if (typeof choice.value === 'string') form.text(`${path}.value`, choice.value, { max: 100 });
    });
  }
  form.done();
  if (type === REPLY || type === UPDATE) checkMessage(data, files, messageLimits(world, REPLY_FLAGS));
  if (type === REPLY) checkNotEmpty(data, files);
}

/** A person's app shows an answer to that person alone when it may not speak in the place. */
function isPrivate(world: World, interaction: StoredInteraction, flags: number): boolean {
  if ((flags & FLAG.ephemeral) !== 0) return true;
  return interaction.userInstalled && !can(world, interaction.channel, interaction.user, 'useExternalApps');
}

function add(
  world: World,
  interaction: StoredInteraction,
  body: Json,
  files: readonly Upload[],
  flags = 0,
): Message {
  const message = createMessage(world, {
    channel: interaction.channel,
    author: world.bot,
    body,
    files,
    flags,
    interaction: { id: interaction.id, type: interaction.type, user: interaction.user },
    ephemeralFor: isPrivate(world, interaction, Number(body.flags ?? 0)) ? interaction.user.id : null,
  });
  interaction.messages.push(message);
  return message;
}

/**
 * Accept the first answer to an interaction.
 *
 * @throws 10062 after three seconds or for an unknown token, 40060 when it was answered already
 */
export function answerInteraction(
  world: World,
  id: string,
  token: string,
  request: Readonly<{ body: Json; files: readonly Upload[] }>,
): StoredInteraction {
  const interaction = world.interactions.get(token);
  if (interaction?.id !== id) throw refusal(10062);
  if (interaction.response) throw refusal(40060);
  if (world.now() - interaction.createdAt > world.settings.acknowledgeWithinMs) throw refusal(10062);
  const type = Number(request.body.type);
  const data = asJson(request.body.data);
  checkCallback(world, interaction, type, data, request.files);
  interaction.response = { type, data, atMs: world.now() };
  if (type === REPLY) interaction.original = add(world, interaction, data, request.files);
  if (type === DEFERRED_REPLY)
    interaction.original = add(world, interaction, { flags: data.flags }, [], FLAG.loading);
  if (type === DEFERRED_UPDATE || type === UPDATE) interaction.original = interaction.source;
  if (type === UPDATE && interaction.source) editMessage(world, interaction.source, data, request.files);
  world.changes.happened();
  return interaction;
}

/** @throws 50027 after 15 minutes, 10015 before the interaction was answered */
export function webhookOf(world: World, applicationId: string, token: string): StoredInteraction {
  const interaction = world.interactions.get(token);
  if (!interaction || applicationId !== world.applicationId) throw refusal(10015);
  if (world.now() - interaction.createdAt > world.settings.tokenLifeMs) throw refusal(50027);
  if (!interaction.response) throw refusal(10015);
  return interaction;
}

export function messageOf(world: World, interaction: StoredInteraction, id: string): Message {
  const found =
    id === '@original' ? interaction.original : interaction.messages.find((message) => message.id === id);
  const isThere =
    found && (found.ephemeralFor !== null || world.channels.get(found.channelId)?.messages.has(found.id));
  if (!found || !isThere) throw refusal(10008);
  return found;
}

/** A further message; straight after a deferred reply it fills that one instead (deprecated, but so it is). */
export function followUp(
  world: World,
  interaction: StoredInteraction,
  body: Json,
  files: readonly Upload[],
): Message {
  checkMessage(body, files, messageLimits(world, REPLY_FLAGS));
  checkNotEmpty(body, files);
  const { original } = interaction;
  if (original && (original.flags & FLAG.loading) !== 0) return editMessage(world, original, body, files);
  if (interaction.userInstalled && interaction.followUps >= USER_INSTALL_FOLLOW_UPS_MAX) throw refusal(40094);
  interaction.followUps += 1;
  return add(world, interaction, body, files);
}

export function editAnswer(world: World, message: Message, body: Json, files: readonly Upload[]): Message {
  checkMessage(body, files, messageLimits(world, REPLY_FLAGS));
  if ((message.flags & FLAG.loading) !== 0) checkNotEmpty(body, files);
  return editMessage(world, message, body, files);
}

export function deleteAnswer(world: World, interaction: StoredInteraction, message: Message): void {
  deleteMessage(world, message);
  const index = interaction.messages.indexOf(message);
  if (index >= 0) interaction.messages.splice(index, 1);
  if (interaction.original === message) interaction.original = null;
  world.changes.happened();
}

/** The data of a callback response with `with_response=true`, save the message itself. */
export function callbackJson(interaction: StoredInteraction): Json {
  const message = interaction.original;
  return {
    id: interaction.id,
    type: interaction.type,
    ...(message && {
      response_message_id: message.id,
      response_message_loading: (message.flags & FLAG.loading) !== 0,
      response_message_ephemeral: message.ephemeralFor !== null,
    }),
  };
}

/** The choices that autocomplete offered. */
export function choicesOf(interaction: StoredInteraction): { name: string; value: string | number }[] {
  return asList(interaction.response?.data.choices).map((choice) => {
    const { name, value } = asJson(choice);
    return { name: String(name), value: typeof value === 'number' ? value : String(value) };
  });
}

import {
  type APIApplicationCommandAutocompleteInteraction,
  type APIApplicationCommandInteraction,
  type APIChatInputApplicationCommandInteraction,
  type APIInteraction,
  type APIMessageApplicationCommandInteraction,
  type APIMessageComponentInteraction,
  type APIModalSubmitInteraction,
  type APIPingInteraction,
  ApplicationCommandType,
  InteractionType,
} from 'discord.js';
import type { Command } from '../../bot/command.ts';
import { newReference, ourFault } from '../../bot/refusal.ts';
import { originIn, readCarried } from './about.ts';
import { complete } from './complete.ts';
import { type Asked, type Desk, OWN_PRESS, speaker } from './desk.ts';
import { reasonOf } from './errors.ts';
import { openExchange } from './exchange.ts';
import { pagesOf } from './modal.ts';
import { servePress } from './presses.ts';
import { readFields, readMessage, readOrigin } from './read.ts';
import { readOptions } from './read-options.ts';
import { renderReply } from './render.ts';
import { serve } from './serve.ts';
import { servePage } from './show-forms.ts';

/** Somebody sent a command, pressed a button, sent a form in or picked an entry of a message's menu: answer it. */
export async function answerInteraction(desk: Desk, interaction: APIInteraction): Promise<void> {
  if (interaction.type === InteractionType.Ping) return;
  const about = carriedBy(interaction);
  const origin = readOrigin(interaction);
  if (origin.locale) desk.locales.note(origin.account, origin.locale);
  const asked: Asked = {
    origin: about === null ? origin : originIn(about, origin),
    exchange: openExchange(interaction, desk.api, desk.services, about),
    fileBytes: interaction.attachment_size_limit,
  };
  try {
    await answer(desk, interaction, asked);
  } catch (error) {
    await apologize(desk, error, asked);
  }
}

/** The server that a press or a form in a direct message is about. */
function carriedBy(interaction: Exclude<APIInteraction, APIPingInteraction>): string | null {
  const isPress =
    interaction.type === InteractionType.MessageComponent || interaction.type === InteractionType.ModalSubmit;
  if (!isPress || interaction.guild_id !== undefined) return null;
  return readCarried(interaction.data.custom_id).about;
}

/** Our own fault, or Discord's: the person gets a reference to the log, unless they have an answer already. */
async function apologize({ services }: Desk, error: unknown, { origin, exchange }: Asked): Promise<void> {
  const reference = newReference(services.random);
  services.log.error({ err: error, reference, reason: reasonOf(error) }, 'an interaction broke');
  await exchange.reply(renderReply(ourFault(reference, speaker(origin))), 'private');
}

async function answer(desk: Desk, interaction: Exclude<APIInteraction, APIPingInteraction>, asked: Asked) {
  switch (interaction.type) {
    case InteractionType.ApplicationCommand:
      return answerCommand(desk, interaction, asked);
    case InteractionType.ApplicationCommandAutocomplete:
      return answerCompletion(desk, interaction, asked);
    case InteractionType.MessageComponent:
      return answerPress(desk, interaction, asked);
    case InteractionType.ModalSubmit:
      return answerForm(desk, interaction, asked);
  }
}

async function answerCommand(
  desk: Desk,
  interaction: APIApplicationCommandInteraction,
  asked: Asked,
): Promise<void> {
  if (interaction.data.type === ApplicationCommandType.ChatInput) {
    await answerChat(desk, interaction as APIChatInputApplicationCommandInteraction, asked);
  } else if (interaction.data.type === ApplicationCommandType.Message) {
    await answerMenu(desk, interaction as APIMessageApplicationCommandInteraction, asked);
  }
}

async function answerChat(
  desk: Desk,
  { data }: APIChatInputApplicationCommandInteraction,
  asked: Asked,
): Promise<void> {
  const { subcommand, options } = readOptions(data.options, data.resolved);
  const next = desk.bot.next({
    kind: 'chosen',
    origin: asked.origin,
    command: data.name,
    subcommand: subcommand ?? mainOf(desk.bot.commands, data.name),
    options,
  });
  await serve(desk, next, asked);
}

/** A command without subcommands stands for its main one. */
function mainOf(commands: readonly Command[], name: string): string {
  return commands.find((command) => command.name === name)?.main ?? '';
}

async function answerMenu(
  desk: Desk,
  { data, guild_id: guild }: APIMessageApplicationCommandInteraction,
  asked: Asked,
): Promise<void> {
  const message = data.resolved.messages[data.target_id];
  if (!message) throw new Error('An entry of a menu came without its message.');
  const { origin } = asked;
  const next = desk.bot.next({
    kind: 'message-action',
    origin,
    action: data.name,
    message: readMessage(message, origin.space, guild),
  });
  await serve(desk, next, asked);
}

async function answerCompletion(
  desk: Desk,
  { data }: APIApplicationCommandAutocompleteInteraction,
  { origin, exchange }: Asked,
): Promise<void> {
  const { subcommand, focused } = readOptions(data.options, undefined);
  if (!focused) return;
  const query = {
    origin,
    command: data.name,
    subcommand: subcommand ?? mainOf(desk.bot.commands, data.name),
    option: focused.name,
    typed: focused.typed,
  };
  await exchange.complete(await complete(desk, query));
}

async function answerPress(
  desk: Desk,
  interaction: APIMessageComponentInteraction,
  asked: Asked,
): Promise<void> {
  const press = readCarried(interaction.data.custom_id).customId;
  if (Object.values(OWN_PRESS).some((own) => press.startsWith(own))) {
    await servePress(desk, press, interaction.channel.id, asked);
    return;
  }
  const next = desk.bot.next({
    kind: 'button',
    origin: asked.origin,
    press,
    message: interaction.message.id,
  });
  await serve(desk, next, asked);
}

async function answerForm(desk: Desk, { data }: APIModalSubmitInteraction, asked: Asked): Promise<void> {
  const fields = readFields(data);
  const { customId } = readCarried(data.custom_id);
  const [, key = '', page = ''] = new RegExp(`^${OWN_PRESS.nextPage}(\\w+):(\\d+)$`).exec(customId) ?? [];
  if (key === '') return sendForm(desk, customId, fields, asked);
  const open = desk.forms.find(key);
  if (!open || open.account !== asked.origin.account) {
    // The form is gone with the process that had opened it; nothing of it can be read without.
    return serve(desk, desk.bot.next({ kind: 'form', origin: asked.origin, form: '', values: {} }), asked);
  }
  const filled = { ...open.filled, ...fields };
  const isLast = Number(page) + 1 >= pagesOf(open.form);
  if (isLast) await sendForm(desk, open.form.id, filled, asked);
  else await servePage(desk, open, Number(page), fields, asked);
}

async function sendForm(
  desk: Desk,
  form: string,
  values: Readonly<Record<string, unknown>>,
  asked: Asked,
): Promise<void> {
  const next = desk.bot.next({ kind: 'form', origin: asked.origin, form, values });
  await serve(desk, next, { ...asked, form: { id: form, filled: values } });
}

import {
  type APIMessage,
  type APIUser,
  type GatewayMessageCreateDispatchData,
  MessageType,
  Routes,
} from 'discord.js';
import type { Attachment, MessageRef, Next, Origin } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import { type Desk, OWN_PRESS, speaker } from './desk.ts';
import { codeOf } from './errors.ts';
import { ownSpace, PLATFORM } from './read.ts';
import { nameOf, readAttachment } from './read-options.ts';
import { say } from './say.ts';

/** A command somebody typed in a message. */
export type Asking = {
  readonly account: string;
  readonly name: string;
  readonly line: string;
  readonly files: readonly Attachment[];
};

const MESSAGE_GONE = 10_008;
const PEOPLE_TYPE: readonly MessageType[] = [MessageType.Default, MessageType.Reply];

/**
 * A command in a message: after a mention of the bot, or any line at all in a direct message.
 *
 * @returns null for everything else: other people's talk, and whatever bots say
 */
export function readTypedMessage(message: APIMessage, bot: string, isDirect: boolean): Asking | null {
  const { author, content } = message;
  if (author.bot || message.webhook_id !== undefined || !PEOPLE_TYPE.includes(message.type)) return null;
  const mention = new RegExp(`^\\s*<@!?${bot}>\\s*`);
  if (!isDirect && !mention.test(content)) return null;
  const line = withNames(content.replace(mention, ''), message.mentions);
  return { account: author.id, name: nameOf(author), line, files: message.attachments.map(readAttachment) };
}

/** Accounts in a line are written `<@id|name>`, so that words for them need no question to Discord. */
function withNames(text: string, mentions: readonly APIUser[]): string {
  return text.replace(/<@!?(\d+)>/g, (_mention, id: string) => {
    const user = mentions.find((one) => one.id === id);
    return user ? `<@${id}|${nameOf(user).replace(/[<>|]/g, '')}>` : `<@${id}>`;
  });
}

/**
 * Answer a typed command. What is for the room, and what is said in a direct message, is posted at once. What only
 * the asker may see cannot be: only an interaction can be answered in private, so a button is posted that is one.
 */
export async function answerTyped(
  desk: Desk,
  message: GatewayMessageCreateDispatchData,
  asking: Asking,
  locale: string | undefined,
): Promise<void> {
  const origin = originOf(message, asking, locale);
  const next = desk.bot.next({ kind: 'typed', origin, line: asking.line, files: asking.files });
  const isDirect = message.guild_id === undefined;
  const reply = await replyNow(next, isDirect);
  const place = { space: origin.space, channel: message.channel_id };
  await desk.posts.post(place, reply ?? offerAnswer(message.id, asking, next, origin), `t-${message.id}`);
}

function originOf(
  message: GatewayMessageCreateDispatchData,
  { account, name }: Asking,
  locale: string | undefined,
): Origin {
  const guild = message.guild_id;
  return {
    platform: PLATFORM,
    space: guild ?? ownSpace(account),
    channel: message.channel_id,
    account,
    name: message.member?.nick ?? name,
    ...(locale !== undefined && { locale }),
    ...(guild === undefined && { admin: true }),
  };
}

/** What may be said at once, or null. Words of progress are left out: a message that is edited again is noise. */
async function replyNow(next: Next, isDirect: boolean): Promise<Reply | null> {
  if (next.kind === 'invalid') return isDirect ? next.reply : null;
  if (next.kind === 'form' || (next.visibility === 'private' && !isDirect)) return null;
  return next.run(() => {});
}

function offerAnswer(message: string, { name, line }: Asking, next: Next, origin: Origin): Reply {
  const t = speaker(origin);
  const press = `${OWN_PRESS.showAnswer}${message}`;
  if (next.kind === 'form') {
    const label = t(say.openForm);
    return { tone: 'plain', title: t(say.formReady), buttons: [{ label, style: 'primary', press }] };
  }
  const command = `/${line.split(/\s+/)[0] ?? ''}`;
  return {
    tone: 'plain',
    title: t(say.privateAnswer, { name }),
    notices: [t(say.privateHow, { command })],
    buttons: [{ label: t(say.showAnswer), style: 'primary', press }],
  };
}

/** The typed command again, read from the message itself: that works after a restart, and from every process. */
export async function readAsked(desk: Desk, message: MessageRef): Promise<Asking | null> {
  const { api } = desk;
  try {
    const route = Routes.channelMessage(message.channel, message.id);
    const found = (await api.bot.get(route)) as APIMessage;
    const own = desk.ownId() ?? '';
    return readTypedMessage(found, own, false) ?? readTypedMessage(found, own, true);
  } catch (error) {
    if (codeOf(error) === MESSAGE_GONE) return null;
    throw error;
  }
}

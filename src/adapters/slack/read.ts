import type { z } from 'zod';
import type { Invocation, Message, MessageAction, Origin, PlatformEvent } from '../../bot/adapter.ts';
import { textOfBlocks } from './block-text.ts';
import { typedText } from './markup.ts';
import type * as payloads from './payloads.ts';
import { readFiles } from './read-files.ts';
import { spaceOf } from './space.ts';

type Command = z.output<typeof payloads.command>;
type Interaction = Pick<
  z.output<typeof payloads.shortcut>,
  'team' | 'enterprise' | 'user' | 'is_enterprise_install'
>;
type Envelope = z.output<typeof payloads.envelope>;
type Mention = z.output<typeof payloads.mention>;
type Shortcut = z.output<typeof payloads.shortcut>;
type Reaction = z.output<typeof payloads.reaction>;

function commandOrigin(body: Command): Origin {
  return {
    platform: 'slack',
    space: spaceOf({
      team: body.team_id,
      enterprise: body.enterprise_id,
      orgWide: isTrue(body.is_enterprise_install),
    }),
    channel: body.channel_id,
    account: body.user_id,
    ...(body.team_domain ? { spaceName: body.team_domain } : {}),
  };
}

export type Where = { readonly channel: string; readonly thread?: string | null | undefined };

/** Clicks name the team of the app; without one (organization-wide) the person's own. */
export function interactionOrigin(body: Interaction, { channel, thread }: Where): Origin {
  const { team, enterprise, user } = body;
  return {
    platform: 'slack',
    space: spaceOf({
      team: team?.id ?? user.team_id,
      enterprise: enterprise?.id ?? team?.enterprise_id,
      orgWide: isTrue(body.is_enterprise_install),
    }),
    channel,
    account: user.id,
    ...(team?.domain ? { spaceName: team.domain } : {}),
    ...(thread ? { thread } : {}),
  };
}

/** Of a channel shared by several workspaces, the event belongs to the one where the bot is installed. */
export function spaceOfEvent(envelope: Envelope): string {
  const [authorization] = envelope.authorizations ?? [];
  return spaceOf({
    team: authorization?.team_id ?? envelope.team_id,
    enterprise: authorization?.enterprise_id ?? envelope.enterprise_id,
    orgWide: authorization?.is_enterprise_install === true,
  });
}

function isTrue(value: boolean | string | null | undefined): boolean {
  return value === true || value === 'true';
}

export function readCommand(body: Command): Invocation {
  const line = `${body.command.replace(/^\//, '')} ${typedText(body.text)}`.trim();
  return { kind: 'typed', origin: commandOrigin(body), line, files: [] };
}

/** What stands behind the first mention of the bot; what stands before it is talk among people. */
export function readMention(envelope: Envelope, event: Mention, botUser: string): Invocation | null {
  if (!event.user) return null;
  const text = event.text ?? '';
  const at = new RegExp(`<@${botUser}(?:\\|[^>]*)?>`).exec(text);
  const line = typedText(at === null ? text : text.slice(at.index + at[0].length)).trim();
  const origin: Origin = {
    platform: 'slack',
    space: spaceOfEvent(envelope),
    channel: event.channel,
    account: event.user,
    ...(event.thread_ts ? { thread: event.thread_ts } : {}),
  };
  return { kind: 'typed', origin, line, files: readFiles(event.files) };
}

export function readShortcut(body: Shortcut): MessageAction {
  const { message, channel } = body;
  // The first message of a thread carries its own thread_ts; whoever looks at it stands in the channel.
  const thread = message.thread_ts === message.ts ? undefined : message.thread_ts;
  const origin = interactionOrigin(body, { channel: channel.id, thread });
  return { kind: 'message-action', origin, action: body.callback_id, message: readMessage(message, origin) };
}

function readMessage(message: Shortcut['message'], origin: Origin): Message {
  const { space, channel, thread, spaceName } = origin;
  const files = [...readFiles(message.files), ...filesOfAttachments(message.attachments)];
  const sentAt = new Date(Number.parseFloat(message.ts) * 1000);
  return {
    place: { space, channel, ...(thread === undefined ? {} : { thread }) },
    id: message.ts,
    author: message.user ?? message.bot_id ?? '',
    text: typedText(message.text || textOfBlocks(message.blocks)),
    files,
    ...(message.username ? { authorName: message.username } : {}),
    ...(spaceName ? { permalink: linkOf(spaceName, channel, message.ts, thread) } : {}),
    ...(Number.isNaN(sentAt.getTime()) ? {} : { sentAt }),
  };
}

/** As `chat.getPermalink` writes it; a message in a thread names the thread as well. */
function linkOf(domain: string, channel: string, ts: string, thread: string | undefined): string {
  const inThread = thread === undefined ? '' : `?thread_ts=${thread}&cid=${channel}`;
  return `https://${domain}.slack.com/archives/${channel}/p${ts.replace('.', '')}${inThread}`;
}

/** A forwarded message carries its files one level down. */
function filesOfAttachments(attachments: readonly unknown[] | null | undefined) {
  return (attachments ?? []).flatMap((attachment) => {
    const inside = typeof attachment === 'object' && attachment !== null && 'files' in attachment;
    return inside ? readFiles(attachment.files) : [];
  });
}

/**
 * @param botUser who we are; without it, nothing is said of whose message it is
 * @returns null for a reaction on something that is no message
 */
export function readReaction(
  envelope: Envelope,
  event: Reaction,
  { raw, botUser }: { readonly raw: string; readonly botUser: string | undefined },
): PlatformEvent | null {
  const { type, channel, ts } = event.item;
  if (type !== 'message' || !channel || !ts) return null;
  return {
    kind: 'reaction',
    origin: { platform: 'slack', space: spaceOfEvent(envelope), channel, account: event.user },
    message: { channel, id: ts },
    act: event.type === 'reaction_added' ? 'added' : 'removed',
    emoji: event.reaction,
    raw,
    ...(event.event_ts ? { platformTime: event.event_ts } : {}),
    // Left out by Slack for messages that have no user.
    ...(event.item_user && botUser ? { ours: event.item_user === botUser } : {}),
  };
}

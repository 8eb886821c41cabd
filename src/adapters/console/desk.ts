import type { Bot, MessageRef, Origin, Services } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Words } from '../../text/spans.ts';
import type { Translate } from '../../text/translate.ts';
import { saveFile } from './files.ts';
import type { RoomMessages, ShownButtons } from './messages.ts';
import { drawWords, renderReply, type Screen } from './render.ts';
import { say } from './say.ts';

export const PLATFORM = 'console';
export const SPACE = 'room';
export const CHANNEL = 'room';
export const BOT = 'splitproof';
/** Whoever sits at the keyboard; the room is theirs. */
export const OWNER = 'you';

/** What everything in the room works with. */
export type Desk = {
  readonly bot: Bot;
  readonly services: Services;
  readonly messages: RoomMessages;
  readonly buttons: ShownButtons;
  readonly t: Translate;
  readonly screen: Screen;
  readonly filesFolder: string;
  readonly localeTag: string;
  readonly timeZone: string;
  /** Takes whole lines, without the last line break. */
  print(text: string): void;
};

export function originOf({ localeTag, timeZone }: Desk, account: string): Origin {
  const admin = account === OWNER;
  return {
    platform: PLATFORM,
    space: SPACE,
    channel: CHANNEL,
    account,
    name: account,
    locale: localeTag,
    timeZone,
    admin,
  };
}

export function tell({ print, screen }: Desk, words: Words): void {
  print(drawWords(words, screen));
}

/** Shows a reply: to one account alone, or as the message of this number. */
export async function show(
  desk: Desk,
  reply: Reply,
  to: { account: string } | { message: string },
): Promise<void> {
  const message = 'message' in to ? to.message : null;
  let heading = '';
  if ('message' in to) heading = `#${to.message} Splitproof\n`;
  else if (to.account !== OWNER) heading = `→ ${to.account}\n`;
  desk.print(heading + renderReply(reply, desk.screen));
  desk.buttons.show(message, reply.buttons ?? []);
  for (const file of reply.files ?? []) {
    try {
      tell(desk, desk.t(say.saved, { path: await saveFile(desk.filesFolder, file) }));
    } catch (error) {
      desk.services.log.warn({ err: error }, 'a file could not be saved');
      tell(desk, desk.t(say.notSaved, { name: file.name, folder: desk.filesFolder }));
    }
  }
}

/** Puts a reply into the room as a numbered message. */
export async function post(desk: Desk, reply: Reply, postKey: string | null): Promise<MessageRef> {
  const { id } = await keep(desk, reply, postKey);
  await show(desk, reply, { message: id });
  return { channel: CHANNEL, id };
}

/** Keeps what the bot said, in plain characters, so that it is there after a restart. */
export async function keep(desk: Desk, reply: Reply, postKey: string | null, where?: 'room' | 'aside') {
  const text = renderReply(reply, { styled: false });
  const sentAt = desk.services.now().getTime();
  return await desk.messages.add({ author: BOT, text, files: [], sentAt, postKey }, where);
}

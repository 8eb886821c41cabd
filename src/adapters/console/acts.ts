import type { Attachment, Next } from '../../bot/adapter.ts';
import type { Form } from '../../bot/form.ts';
import { plain } from '../../text/spans.ts';
import { recognize } from '../../text/translate.ts';
import { BOT, CHANNEL, type Desk, originOf, PLATFORM, post, SPACE, show, tell } from './desk.ts';
import { attach } from './files.ts';
import type { RoomLine } from './line.ts';
import { renderReply } from './render.ts';
import { say } from './say.ts';

/** Does what a line says, as this account. @returns the form that has to be filled now, if one opened */
export async function act(desk: Desk, line: RoomLine, account: string): Promise<Form | null> {
  const { bot, services, t } = desk;
  const origin = originOf(desk, account);
  switch (line.kind) {
    case 'command': {
      const files = await attachAll(desk, line.files);
      return files && follow(desk, bot.next({ kind: 'typed', origin, line: line.line, files }), account);
    }
    case 'press': {
      const press = desk.buttons.find(line.label, line.message);
      if (press === null) return say1(desk, t(say.noButton, { label: line.label }));
      const message = line.message === null ? {} : { message: line.message };
      return follow(desk, bot.next({ kind: 'button', origin, press, ...message }), account);
    }
    case 'menu':
      return pick(desk, line, account);
    case 'message':
      return write(desk, line, account);
    case 'reaction':
      return react(desk, line, account);
    case 'delete':
      return remove(desk, line.message);
    case 'clock':
      if (!services.moveClock) return say1(desk, t(say.clockFixed));
      services.moveClock(line.byMs);
      return say1(desk, t(say.clock, { now: services.now() }));
    case 'help':
      return help(desk);
    case 'leave':
      services.finish();
      return null;
    case 'nothing':
      return null;
  }
}

/** Sees through what an act is owed. @returns the form that has to be filled now, if one opened */
export async function follow(desk: Desk, next: Next, account: string): Promise<Form | null> {
  switch (next.kind) {
    case 'invalid':
      await show(desk, next.reply, { account });
      return null;
    case 'form': {
      const opened = await next.open();
      if (opened.kind === 'form') return opened.form;
      await show(desk, opened.reply, { account });
      return null;
    }
    case 'work': {
      const reply = await next.run((working) => desk.print(renderReply(working, desk.screen)));
      if (next.visibility === 'private') await show(desk, reply, { account });
      else await post(desk, reply, null);
      return null;
    }
  }
}

/** null when one of them cannot be read, which has then been said. */
export async function attachAll(desk: Desk, paths: readonly string[]): Promise<readonly Attachment[] | null> {
  const files: Attachment[] = [];
  for (const path of paths) {
    const file = await attach(path);
    if (typeof file === 'string') return say1(desk, desk.t(say.noFile, { path, why: file }));
    files.push(file);
  }
  return files;
}

function say1(desk: Desk, words: Parameters<typeof tell>[1]): null {
  tell(desk, words);
  return null;
}

async function write(desk: Desk, line: RoomLine & { kind: 'message' }, author: string): Promise<null> {
  const files = await attachAll(desk, line.files);
  if (!files) return null;
  const sentAt = desk.services.now().getTime();
  const { id } = await desk.messages.add({
    author,
    text: line.text,
    files: files.map(({ id: path }) => path),
    sentAt,
    postKey: null,
  });
  return say1(desk, `#${id} ${author}`);
}

async function react(desk: Desk, line: RoomLine & { kind: 'reaction' }, account: string): Promise<null> {
  const { emoji, act: change, message: id } = line;
  const found = await desk.messages.find(id);
  if (!found) return say1(desk, desk.t(say.noMessage, { number: id }));
  if (!(await desk.messages.react(id, account, emoji, change))) return null;
  const platformTime = String(desk.services.now().getTime());
  const raw = JSON.stringify({ account, act: change, emoji, message: id, at: platformTime });
  const message = { channel: CHANNEL, id };
  await desk.bot.notice({
    kind: 'reaction',
    origin: originOf(desk, account),
    message,
    act: change,
    emoji,
    platformTime,
    ours: found.author === BOT,
    raw,
  });
  return null;
}

async function remove(desk: Desk, id: string): Promise<null> {
  if (!(await desk.messages.remove(id))) return say1(desk, desk.t(say.noMessage, { number: id }));
  tell(desk, desk.t(say.deleted, { number: id }));
  const message = { channel: CHANNEL, id };
  await desk.bot.notice({ kind: 'message-gone', platform: PLATFORM, space: SPACE, message, why: 'deleted' });
  return null;
}

async function pick(desk: Desk, line: RoomLine & { kind: 'menu' }, account: string): Promise<Form | null> {
  const found = await desk.messages.find(line.message);
  if (!found) return say1(desk, desk.t(say.noMessage, { number: line.message }));
  const action = findEntry(desk, line.action);
  if (action === null) return null;
  const files = await attachAll(desk, found.files);
  if (!files) return null;
  const { id, author, text } = found;
  const message = {
    place: { space: SPACE, channel: CHANNEL },
    id,
    author,
    text,
    files,
    sentAt: new Date(found.sentAt),
  };
  return follow(
    desk,
    desk.bot.next({ kind: 'message-action', origin: originOf(desk, account), action, message }),
    account,
  );
}

/** An entry of the menu by its name as it is shown, in any case and language; null when there is none, which has then been said. */
function findEntry(desk: Desk, typed: string): string | null {
  const entries = desk.bot.commands.flatMap(({ messageActions = [] }) =>
    messageActions.map(({ name }) => name),
  );
  const found = recognize(typed, entries);
  if (found !== undefined) return found;
  return say1(
    desk,
    desk.t(say.noEntry, { action: typed, entries: entries.map((name) => plain(desk.t(name))) }),
  );
}

function help(desk: Desk): null {
  tell(desk, desk.t(say.helpTitle));
  const lines = [
    say.helpCommand,
    say.helpFile,
    say.helpMessage,
    say.helpReaction,
    say.helpPress,
    say.helpMenu,
    say.helpDelete,
    say.helpClock,
    say.helpLeave,
  ];
  for (const line of lines) tell(desk, [{ text: '• ' }, ...desk.t(line)]);
  return null;
}

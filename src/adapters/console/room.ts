import type { Account, Attachment, Bot, Connection, Next, Origin, Services } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import { type Locale, nearestLocale } from '../../text/locale.ts';
import type { Words } from '../../text/spans.ts';
import { type Translate, translator } from '../../text/translate.ts';
import { attach, readAttachment, saveFile } from './files.ts';
import { type RoomLine, readRoomLine, readSpeaker } from './line.ts';
import { keepMessages, rememberButtons } from './messages.ts';
import { type Answered, askForm, type Prompts } from './prompts.ts';
import { drawWords, renderReply, type Screen } from './render.ts';
import { say } from './say.ts';

export type RoomParts = {
  readonly bot: Bot;
  readonly services: Services;
  readonly screen: Screen;
  readonly filesFolder: string;
  /** The language and zone of whoever sits here. */
  readonly localeTag: string;
  readonly timeZone: string;
  /** Takes whole lines, without the last line break. */
  print(text: string): void;
};

export type Room = {
  readonly connection: Connection;
  welcome(): void;
  /** Resolves when everything that the line caused has been said. */
  enter(line: string): Promise<void>;
};

const PLATFORM = 'console';
const SPACE = 'room';
const CHANNEL = 'room';
/** Whoever sits at the keyboard; the room is theirs. */
const OWNER = 'you';
const BOT = 'splitproof';

/** A chat room for one keyboard: several people, messages with numbers, reactions, private answers, a clock. */
export function openRoom(parts: RoomParts): Room {
  const { bot, services, screen, print } = parts;
  const messages = keepMessages(services.memory);
  const buttons = rememberButtons();
  const locale: Locale = nearestLocale(parts.localeTag) ?? 'en';
  const t: Translate = translator(locale, parts.timeZone);
  let open: { readonly prompts: Prompts; readonly speaker: string } | null = null;

  const say1 = (words: Words) => print(drawWords(words, screen));
  const originOf = (account: string): Origin => ({
    platform: PLATFORM,
    space: SPACE,
    channel: CHANNEL,
    account,
    name: account,
    locale: parts.localeTag,
    timeZone: parts.timeZone,
    admin: account === OWNER,
  });

  async function showReply(reply: Reply, to: string, message: string | null): Promise<void> {
    const heading = message === null ? (to === OWNER ? '' : `→ ${to}\n`) : `#${message} Splitproof\n`;
    print(heading + renderReply(reply, screen));
    buttons.show(message, reply.buttons ?? []);
    for (const file of reply.files ?? []) {
      try {
        say1(t(say.saved, { path: await saveFile(parts.filesFolder, file) }));
      } catch (error) {
        services.log.warn({ err: error }, 'a file could not be saved');
        say1(t(say.notSaved, { name: file.name, folder: parts.filesFolder }));
      }
    }
  }

  async function follow(next: Next, speaker: string): Promise<void> {
    switch (next.kind) {
      case 'invalid':
        return showReply(next.reply, speaker, null);
      case 'form': {
        const opened = await next.open();
        if (opened.kind === 'reply') return showReply(opened.reply, speaker, null);
        const prompts = askForm(opened.form, t);
        open = { prompts, speaker };
        return goOn(prompts.begin());
      }
      case 'work': {
        const reply = await next.run((working) => print(renderReply(working, screen)));
        if (next.visibility === 'private') return showReply(reply, speaker, null);
        await post(reply, null);
      }
    }
  }

  async function goOn(answered: Answered): Promise<void> {
    if (!open) return;
    const { prompts, speaker } = open;
    if (answered.kind === 'ask') {
      for (const line of answered.lines) say1(line);
      return;
    }
    open = null;
    if (answered.kind === 'cancelled') return say1(t(say.cancelled));
    const values: Record<string, unknown> = { ...answered.values };
    for (const field of prompts.form.fields.filter(({ kind }) => kind === 'file')) {
      const path = answered.values[field.name];
      if (path === undefined) continue;
      const [file] = (await attachAll([path])) ?? [];
      if (!file) return;
      values[field.name] = file;
    }
    await follow(
      bot.next({ kind: 'form', origin: originOf(speaker), form: prompts.form.id, values }),
      speaker,
    );
  }

  /** null when one of them cannot be read, which has then been said. */
  async function attachAll(paths: readonly string[]): Promise<readonly Attachment[] | null> {
    const files: Attachment[] = [];
    for (const path of paths) {
      const file = await attach(path);
      if (typeof file === 'string') {
        say1(t(say.noFile, { path, why: file }));
        return null;
      }
      files.push(file);
    }
    return files;
  }

  async function post(reply: Reply, postKey: string | null) {
    const text = renderReply(reply, { styled: false });
    const sentAt = services.now().getTime();
    const { id } = await messages.add({ author: BOT, text, files: [], sentAt, postKey });
    await showReply(reply, OWNER, id);
    return { channel: CHANNEL, id };
  }

  async function act(line: RoomLine, speaker: string): Promise<void> {
    const origin = originOf(speaker);
    switch (line.kind) {
      case 'command': {
        const files = await attachAll(line.files);
        if (files) await follow(bot.next({ kind: 'typed', origin, line: line.line, files }), speaker);
        return;
      }
      case 'message': {
        if (!(await attachAll(line.files))) return;
        const sentAt = services.now().getTime();
        const { id } = await messages.add({
          author: speaker,
          text: line.text,
          files: line.files,
          sentAt,
          postKey: null,
        });
        return say1(`#${id} ${speaker}`);
      }
      case 'reaction':
        return react(line, origin);
      case 'press': {
        const press = buttons.find(line.label, line.message);
        if (press === null) return say1(t(say.noButton, { label: line.label }));
        return follow(
          bot.next({ kind: 'button', origin, press, ...(line.message ? { message: line.message } : {}) }),
          speaker,
        );
      }
      case 'menu':
        return pick(line.action, line.message, origin);
      case 'clock':
        if (!services.moveClock) return say1(t(say.clockFixed));
        services.moveClock(line.byMs);
        return say1(t(say.clock, { now: services.now() }));
      case 'help':
        return help();
      case 'leave':
        return services.finish();
      case 'nothing':
        return;
    }
  }

  async function react(line: RoomLine & { kind: 'reaction' }, origin: Origin): Promise<void> {
    if (!(await messages.find(line.message))) return say1(t(say.noMessage, { number: line.message }));
    if (!(await messages.react(line.message, origin.account, line.emoji, line.act))) return;
    const { emoji, act: change } = line;
    const message = { channel: CHANNEL, id: line.message };
    const platformTime = String(services.now().getTime());
    const raw = JSON.stringify({
      account: origin.account,
      act: change,
      emoji,
      message: line.message,
      at: platformTime,
    });
    await bot.notice({ kind: 'reaction', origin, message, act: change, emoji, platformTime, raw });
  }

  async function pick(action: string, id: string, origin: Origin): Promise<void> {
    const found = await messages.find(id);
    if (!found) return say1(t(say.noMessage, { number: id }));
    const files = await attachAll(found.files);
    if (!files) return;
    const { author, text } = found;
    const message = {
      place: { space: SPACE, channel: CHANNEL },
      id,
      author,
      text,
      files,
      sentAt: new Date(found.sentAt),
    };
    await follow(bot.next({ kind: 'message-action', origin, action, message }), origin.account);
  }

  function help(): void {
    say1([
      {
        text: t(say.helpTitle)
          .map(({ text }) => text)
          .join(''),
        style: 'strong',
      },
    ]);
    const lines = [
      say.helpCommand,
      say.helpFile,
      say.helpMessage,
      say.helpReaction,
      say.helpPress,
      say.helpMenu,
      say.helpClock,
      say.helpLeave,
    ];
    for (const line of lines) say1([{ text: '• ' }, ...t(line)]);
  }

  const connection: Connection = {
    post: (_place, reply, postKey) => post(reply, postKey),
    async edit({ id }, reply) {
      await messages.replaceText(id, renderReply(reply, { styled: false }));
      await showReply(reply, OWNER, id);
    },
    async direct(_space, account, reply, postKey) {
      const sentAt = services.now().getTime();
      const { id } = await messages.add({
        author: BOT,
        text: renderReply(reply, { styled: false }),
        files: [],
        sentAt,
        postKey,
      });
      await showReply(reply, account, null);
      return { channel: `direct-${account}`, id };
    },
    reactions: async ({ id }) => (await messages.find(id))?.reactions ?? [],
    async hint({ id }, emoji) {
      for (const one of emoji) await messages.react(id, BOT, one, 'added');
    },
    async find(_place, postKey) {
      const found = await messages.findPost(postKey);
      return found && { channel: CHANNEL, id: found.id };
    },
    missingPermissions: async () => [],
    account: async (_space, id): Promise<Account> => ({
      id,
      name: id,
      locale: parts.localeTag,
      timeZone: parts.timeZone,
      bot: id === BOT,
      admin: id === OWNER,
    }),
    download: async (file, limitBytes) => readAttachment(file, limitBytes),
    diagnose: async () => [],
    whyNotReady: () => null,
    stop: async () => {},
  };

  return {
    connection,
    welcome() {
      say1(t(say.welcome));
      say1(t(say.welcomeHelp));
    },
    async enter(line) {
      if (open) return goOn(open.prompts.answer(line));
      const { speaker, rest } = readSpeaker(line);
      await act(readRoomLine(rest), speaker ?? OWNER);
    },
  };
}

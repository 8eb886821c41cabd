import type { Bot, Connection, Services } from '../../bot/adapter.ts';
import type { Form } from '../../bot/form.ts';
import { nearestLocale } from '../../text/locale.ts';
import { translator } from '../../text/translate.ts';
import { act, attachAll, follow } from './acts.ts';
import { connect } from './connection.ts';
import { type Desk, OWNER, originOf, PLATFORM, SPACE, tell } from './desk.ts';
import { readRoomLine, readSpeaker } from './line.ts';
import { keepMessages, rememberButtons } from './messages.ts';
import { type Answered, askForm, type Prompts } from './prompts.ts';
import { say } from './say.ts';

export type RoomParts = Pick<Desk, 'screen' | 'filesFolder' | 'localeTag' | 'timeZone' | 'print'> & {
  readonly bot: Bot;
  readonly services: Services;
};

export type Room = {
  readonly connection: Connection;
  /** The bot is here again: whatever happened meanwhile is looked at. */
  begin(): Promise<void>;
  welcome(): void;
  /** Resolves when everything that the line caused has been said. */
  enter(line: string): Promise<void>;
  /** Closes the form that is open, if one is, and says so. @returns whether one was */
  closeForm(): boolean;
  /** Nobody types any more: a form that is open is sent with what it has, or closed where that is not enough. */
  leave(): Promise<void>;
  /** The form that the next lines answer. */
  asking(): Form | null;
};

/** A chat room for one keyboard: several people, messages with numbers, reactions, private answers, a clock. */
export function openRoom(parts: RoomParts): Room {
  const t = translator(nearestLocale(parts.localeTag) ?? 'en', parts.timeZone);
  const desk: Desk = {
    ...parts,
    t,
    messages: keepMessages(parts.services.memory),
    buttons: rememberButtons(),
  };
  let open: { readonly prompts: Prompts; readonly account: string } | null = null;

  async function ask(form: Form | null, account: string): Promise<void> {
    if (!form) return;
    const prompts = askForm(form, form.locale ? translator(form.locale, parts.timeZone) : t);
    open = { prompts, account };
    await goOn(prompts.begin());
  }

  async function goOn(answered: Answered): Promise<void> {
    if (!open) return;
    const { prompts, account } = open;
    if (answered.kind === 'ask') {
      for (const line of answered.lines) tell(desk, line);
      return;
    }
    open = null;
    if (answered.kind === 'cancelled') return tell(desk, t(say.cancelled));
    const values = await withFiles(desk, prompts.form, answered.values);
    if (!values) return;
    const sent = desk.bot.next({
      kind: 'form',
      origin: originOf(desk, account),
      form: prompts.form.id,
      values,
    });
    await ask(await follow(desk, sent, account), account);
  }

  function closeForm(): boolean {
    const closed = open !== null;
    open = null;
    if (closed) tell(desk, t(say.cancelled));
    return closed;
  }

  return {
    connection: connect(desk),
    begin: () => parts.bot.notice({ kind: 'gap', platform: PLATFORM, space: SPACE, since: null }),
    welcome() {
      tell(desk, t(say.welcome));
      tell(desk, t(say.welcomeHelp));
    },
    async enter(line) {
      if (open && !isCommand(parts.bot, line)) {
        await goOn(open.prompts.answer(line));
        return parts.services.settled?.();
      }
      if (open) closeForm();
      const { speaker, rest } = readSpeaker(line);
      const account = speaker ?? OWNER;
      await ask(await act(desk, readRoomLine(rest), account), account);
      // People take turns here: whoever is next sees what followed from this.
      await parts.services.settled?.();
    },
    closeForm,
    async leave() {
      for (let fields = open?.prompts.form.fields.length ?? 0; open && fields >= 0; fields -= 1) {
        await goOn(open.prompts.answer(''));
      }
      if (open) closeForm();
    },
    asking: () => open?.prompts.form ?? null,
  };
}

/** The values of a form, with the files that its paths name; null when one cannot be read, which has been said. */
async function withFiles(
  desk: Desk,
  form: Form,
  given: Readonly<Record<string, string>>,
): Promise<Record<string, unknown> | null> {
  const values: Record<string, unknown> = { ...given };
  for (const { name } of form.fields.filter(({ kind }) => kind === 'file')) {
    const path = given[name];
    if (path === undefined) continue;
    const files = await attachAll(desk, [path]);
    if (!files) return null;
    values[name] = files[0];
  }
  return values;
}

/** A line that can only be meant as a command, whatever is being asked: a path begins with a slash as well. */
function isCommand(bot: Bot, line: string): boolean {
  const [, name] = /^\s*\/([a-z-]+)(?:\s|$)/i.exec(line) ?? [];
  const known = name !== undefined && bot.commands.some((command) => command.name === name.toLowerCase());
  return known || /^\s*(quit|exit)\s*$/i.test(line);
}

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

  return {
    connection: connect(desk),
    begin: () => parts.bot.notice({ kind: 'gap', platform: PLATFORM, space: SPACE, since: null }),
    welcome() {
      tell(desk, t(say.welcome));
      tell(desk, t(say.welcomeHelp));
    },
    async enter(line) {
      if (open && !/^\s*(quit|exit)\s*$/i.test(line)) return goOn(open.prompts.answer(line));
      open = null;
      const { speaker, rest } = readSpeaker(line);
      const account = speaker ?? OWNER;
      await ask(await act(desk, readRoomLine(rest), account), account);
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

import type { AckFn, App, types, ViewResponseAction } from '@slack/bolt';
import type { Act } from '../../bot/adapter.ts';
import type { Acts } from './acts.ts';
import { typedPress } from './forms.ts';
import { filledView } from './kept-forms.ts';
import { LIMITS } from './limits.ts';
import { type InputState, MODAL, readForm, readNote, renderErrors } from './modal.ts';
import * as payloads from './payloads.ts';
import { interactionOrigin, readCommand, readShortcut } from './read.ts';
import { type ResponseUrl, responseUrl } from './respond.ts';

/**
 * Commands, menu entries, presses and forms. Each is acknowledged before anything else: Slack gives it 3 seconds,
 * and throws a later acknowledgement away.
 */
export function listenForActs(app: App, acts: Acts, now: () => Date): void {
  app.command(/^\//, async ({ ack, body }) => {
    await ack();
    const read = payloads.command.parse(body);
    const until = now().getTime() + LIMITS.responseMs;
    begin(readCommand(read), read.trigger_id, read.response_url, until);
  });

  app.shortcut({ type: 'message_action', callback_id: /.*/ }, async ({ ack, body }) => {
    await ack();
    const read = payloads.shortcut.parse(body);
    begin(readShortcut(read), read.trigger_id, read.response_url, now().getTime() + LIMITS.responseMs);
  });

  app.action(/.*/, async ({ ack, body }) => {
    await ack();
    const read = payloads.press.safeParse(body);
    if (!read.success) return;
    const { trigger_id, response_url, actions, channel, container, message } = read.data;
    const press = actions[0]?.value;
    const where = channel?.id ?? container?.channel_id;
    if (!press || !where) return;
    const origin = interactionOrigin(read.data, { channel: where, thread: threadOf(message, container) });
    const again = acts.forms.find(press, origin.account);
    const line = again?.line ?? typedPress(press);
    const at = message?.ts ?? container?.message_ts;
    const act: Act =
      line === null
        ? { kind: 'button', origin, press, ...(at ? { message: at } : {}) }
        : { kind: 'typed', origin, line, files: [] };
    const until = now().getTime() + LIMITS.responseMs;
    begin(act, trigger_id, response_url, until, again?.view ?? null);
  });

  app.view(MODAL, async ({ ack, body }) => {
    const read = payloads.submission.parse(body);
    const note = readNote(read.view.private_metadata);
    if (note === null) return ack();
    const { form, channel, thread, responseUrl: url, until } = note;
    const origin = interactionOrigin(read, { channel, thread });
    const values = readForm(read.view.state.values as Parameters<typeof readForm>[0]);
    const next = acts.next({ kind: 'form', origin, form, values });
    const states = read.view.state.values as Readonly<Record<string, Readonly<Record<string, InputState>>>>;
    if (next.kind === 'invalid' && isShownIn(next.fields, states)) {
      await (ack as AckFn<ViewResponseAction>)({
        response_action: 'errors',
        errors: renderErrors(next.fields),
      });
      return;
    }
    await ack();
    const response = url === undefined ? null : responseUrl(url, until ?? 0, now);
    const asked = { origin, response };
    const view = filledView(read.view, read.view.private_metadata);
    void acts.give(next, {
      act: { kind: 'form', origin, form, values },
      asked,
      trigger: read.trigger_id,
      note,
      ...(view === null ? {} : { sent: { account: origin.account, form, view } }),
    });
  });

  function begin(
    act: Act,
    trigger: string,
    url: string | null | undefined,
    until: number,
    view: types.ModalView | null = null,
  ): void {
    const { origin } = act;
    const response: ResponseUrl | null = url ? responseUrl(url, until, now) : null;
    const note = {
      channel: origin.channel,
      ...(origin.thread === undefined ? {} : { thread: origin.thread }),
      ...(url ? { responseUrl: url, until } : {}),
    };
    const acting = { act, asked: { origin, response }, trigger, note };
    void (view === null ? acts.give(acts.next(act), acting) : acts.reopen(view, acting));
  }
}

/** Can every complaint be shown at its field? */
function isShownIn(
  fields: Readonly<Record<string, unknown>>,
  states: Readonly<Record<string, unknown>>,
): boolean {
  const names = Object.keys(fields);
  return names.length > 0 && names.every((name) => name in states);
}

type Threaded = { readonly ts?: string; readonly thread_ts?: string | null | undefined };

/** The first message of a thread carries its own thread_ts; whoever presses there stands in the channel. */
function threadOf(
  message: Threaded | null | undefined,
  container: Threaded | null | undefined,
): string | null {
  const thread = message?.thread_ts ?? container?.thread_ts ?? null;
  return thread !== null && thread === message?.ts ? null : thread;
}

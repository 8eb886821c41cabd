import { setTimeout as pause } from 'node:timers/promises';
import type { types } from '@slack/bolt';
import type { Opened } from '../../bot/adapter.ts';
import { type Form, readFormId } from '../../bot/form.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Clients } from './clients.ts';
import { refusalOf } from './errors.ts';
import { LIMITS } from './limits.ts';
import { type Note, renderForm, renderNotice, renderWaiting } from './modal.ts';

/** A form that is not ready by then gets a waiting modal first: the trigger does not live much longer. */
const PATIENCE_MS = LIMITS.triggerMs / 3;

/**
 * Show a form to whoever just acted.
 *
 * @param trigger good for one modal, for 3 seconds from the act on
 * @returns the reply to be given instead, when there is no form and no modal to say it in
 */
export async function showForm(
  clients: Clients,
  trigger: string,
  opening: Promise<Opened>,
  note: Omit<Note, 'form'>,
): Promise<Reply | null> {
  const early = await Promise.race([opening, pause(PATIENCE_MS, null, { ref: false })]);
  if (early?.kind === 'reply') return early.reply;
  const first = early === null ? renderWaiting() : renderForm(early.form, note);
  const shown = await openView(clients, trigger, first);
  if (early !== null) return null;
  const late = await opening;
  if (shown === null) return late.kind === 'reply' ? late.reply : null;
  const view = late.kind === 'form' ? renderForm(late.form, note) : renderNotice(late.reply);
  await clients.asking.views.update({ view_id: shown, view });
  return null;
}

/** @returns the modal's id, or null when it was shown but Slack's answer about it got lost */
async function openView(clients: Clients, trigger_id: string, view: types.ModalView): Promise<string | null> {
  try {
    const opened = await clients.asking.views.open({ trigger_id, view });
    return opened.view?.id ?? null;
  } catch (error) {
    // The client asked again after a lost answer, and the first time it had worked.
    if (refusalOf(error) === 'exchanged_trigger_id') return null;
    throw error;
  }
}

/** A button that brings a typed command; presses of the house are `command:button:value` and never begin so. */
const TYPED = '/';

/** For where no modal can be opened: a button that says which form, and brings the command once more. */
export function offerForm({ id, title }: Form): Reply {
  const { command, subcommand } = readFormId(id);
  return { tone: 'plain', title, buttons: [{ label: title, press: `${TYPED}${command} ${subcommand}` }] };
}

/** The line that a press of `offerForm` stands for, or null for a press of the house. */
export function typedPress(press: string): string | null {
  return press.startsWith(TYPED) ? press.slice(TYPED.length) : null;
}

import type { Opened, Origin } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import { type Asked, type Desk, OWN_PRESS, speaker } from './desk.ts';
import { type Filled, pagesOf, renderModal } from './modal.ts';
import type { OpenForm } from './open-forms.ts';
import { renderReply } from './render.ts';
import { say } from './say.ts';
import { within } from './within.ts';

/** A form has to be on the screen within three seconds; one that takes longer is offered by a button. */
const PATIENCE_MS = 2000;

/** Put a form on the screen, or the reply that says why not. */
export async function serveForm(desk: Desk, opening: Promise<Opened>, asked: Asked): Promise<void> {
  const { origin, exchange } = asked;
  const opened = await within(PATIENCE_MS, opening);
  if (opened !== null) {
    if (opened.kind === 'reply') await exchange.reply(renderReply(opened.reply), 'private');
    else await showPage(desk, { account: origin.account, form: opened.form, filled: {} }, 0, asked);
    return;
  }
  if (!(await exchange.acknowledge('private'))) return;
  const late = await opening;
  const reply =
    late.kind === 'reply'
      ? late.reply
      : offerForm(desk, { account: origin.account, form: late.form, filled: {} }, origin);
  await exchange.edit(renderReply(reply));
}

/** One page of a form, on the screen; must be the first answer to an interaction. */
export async function showPage(desk: Desk, open: OpenForm, page: number, asked: Asked): Promise<void> {
  const key = desk.forms.keep(open);
  // A form of one page is known by its own id, so that it is answered even after a restart.
  const id = pagesOf(open.form) > 1 ? `${OWN_PRESS.nextPage}${key}:${page}` : open.form.id;
  await asked.exchange.openModal(renderModal(open.form, page, id, open.filled));
}

/** A message with a button that opens the form, where a form cannot open by itself. */
function offerForm(desk: Desk, open: OpenForm, origin: Origin): Reply {
  const t = speaker(origin);
  const press = `${OWN_PRESS.openForm}${desk.forms.keep(open)}`;
  return {
    tone: 'plain',
    title: t(say.formReady),
    buttons: [{ label: t(say.openForm), style: 'primary', press }],
  };
}

export async function serveInvalid(desk: Desk, reply: Reply, asked: Asked): Promise<void> {
  await asked.exchange.reply(renderReply(withAgain(desk, reply, asked)), 'private');
}

/** Discord closes a form when it is sent, so what was wrong comes with a button that opens it again as it was. */
export function withAgain(desk: Desk, reply: Reply, { origin, form: sent }: Asked): Reply {
  const open = sent && desk.forms.findById(origin.account, sent.id);
  // What went through may be bad news as well, but then there is something to be done about it.
  const isRefusal = reply.tone === 'bad' && (reply.buttons ?? []).length === 0;
  if (!open || !isRefusal) return reply;
  const press = `${OWN_PRESS.openForm}${desk.forms.keep({ ...open, filled: sent.filled })}`;
  const again = { label: speaker(origin)(say.changeIt), style: 'primary' as const, press };
  return { ...reply, buttons: [again] };
}

/** A page that is not the last was sent in: keep it, and offer the next one. */
export async function servePage(
  desk: Desk,
  open: OpenForm,
  page: number,
  filled: Filled,
  asked: Asked,
): Promise<void> {
  const t = speaker(asked.origin);
  const key = desk.forms.keep({ ...open, filled: { ...open.filled, ...filled } });
  const reply: Reply = {
    tone: 'plain',
    title: t(say.pageDone, { page: page + 1, pages: pagesOf(open.form) }),
    buttons: [{ label: t(say.nextPage), style: 'primary', press: `${OWN_PRESS.openForm}${key}:${page + 1}` }],
  };
  await asked.exchange.reply(renderReply(reply), 'private');
}

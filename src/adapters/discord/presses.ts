import type { Reply } from '../../bot/reply.ts';
import { type Asked, type Desk, OWN_PRESS, speaker } from './desk.ts';
import { renderReply } from './render.ts';
import { say } from './say.ts';
import { serve } from './serve.ts';
import { showPage } from './show-forms.ts';
import { readAsked } from './typed.ts';

/** A press on one of the adapter's own buttons. */
export async function servePress(desk: Desk, press: string, channel: string, asked: Asked): Promise<void> {
  if (press.startsWith(OWN_PRESS.showAnswer)) {
    await showAnswer(desk, press.slice(OWN_PRESS.showAnswer.length), channel, asked);
    return;
  }
  const [key = '', page = '0'] = press.slice(OWN_PRESS.openForm.length).split(':');
  const open = desk.forms.find(key);
  if (!open || open.account !== asked.origin.account) await refuse(say.formGone, asked);
  else await showPage(desk, open, Number(page), asked);
}

/** The answer to a command that was typed with a mention, for the one who typed it. */
async function showAnswer(desk: Desk, message: string, channel: string, asked: Asked): Promise<void> {
  const typed = await readAsked(desk, { channel, id: message });
  if (typed === null) {
    await refuse(say.askedGone, asked);
  } else if (typed.account !== asked.origin.account) {
    await refuse(say.notYours, asked, { name: typed.name });
  } else {
    const { line, files } = typed;
    await serve(desk, desk.bot.next({ kind: 'typed', origin: asked.origin, line, files }), asked);
  }
}

async function refuse(
  words: string,
  { origin, exchange }: Asked,
  values: Record<string, string> = {},
): Promise<void> {
  const reply: Reply = { tone: 'bad', title: speaker(origin)(words, values) };
  await exchange.reply(renderReply(reply), 'private');
}

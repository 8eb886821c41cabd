import type { Next } from '../../bot/adapter.ts';
import { newReference } from '../../bot/refusal.ts';
import type { Reply, Visibility } from '../../bot/reply.ts';
import { type Asked, type Desk, speaker } from './desk.ts';
import { codeOf, reasonOf } from './errors.ts';
import { withoutHeavy } from './heavy-files.ts';
import { showProgress } from './progress.ts';
import { renderReply } from './render.ts';
import { say } from './say.ts';
import { serveForm, serveInvalid, withAgain } from './show-forms.ts';
import { within } from './within.ts';

/** What takes longer is acknowledged first: three seconds are all there are, and the way to Discord takes some. */
const AT_ONCE_MS = 300;

const MESSAGE_GONE = 10_008;
const TOKEN_RAN_OUT = 50_027;

/** Give somebody what they are owed, through the interaction that asked for it. */
export async function serve(desk: Desk, next: Next, asked: Asked): Promise<void> {
  switch (next.kind) {
    case 'form':
      return serveForm(desk, next.open(), asked);
    case 'invalid':
      return serveInvalid(desk, next.reply, asked);
    case 'work':
      return serveWork(desk, next, asked);
  }
}

async function serveWork(desk: Desk, next: Next & { readonly kind: 'work' }, asked: Asked): Promise<void> {
  const { exchange, fileBytes } = asked;
  const { visibility } = next;
  const options = { notifies: visibility === 'posted', ...(fileBytes === undefined ? {} : { fileBytes }) };
  const fitted = (reply: Reply) =>
    withoutHeavy(withAgain(desk, reply, asked), speaker(asked.origin), fileBytes);
  const show = async (reply: Reply) => exchange.edit(renderReply(reply, options));
  const acknowledged = Promise.withResolvers<void>();
  const progress = showProgress(async (reply) => {
    await acknowledged.promise;
    await show(reply);
  });
  const begun = next.changesNothing ? next.run(progress.show) : null;
  const atOnce = begun && (await within(AT_ONCE_MS, begun));
  if (atOnce) {
    await exchange.reply(renderReply(fitted(atOnce), options), visibility);
    return;
  }
  // Nobody who waits, or somebody else who answers: then no work either, or it would be done twice.
  if (!(await exchange.acknowledge(visibility))) return;
  acknowledged.resolve();
  const reply = fitted(await (begun ?? next.run(progress.show)));
  await progress.end();
  await show(reply).catch((error: unknown) => recover(desk, reply, error, next.visibility, asked));
}

/** An answer that Discord did not take: too late for the interaction, or not as it is. Nobody is left waiting. */
async function recover(
  desk: Desk,
  reply: Reply,
  error: unknown,
  visibility: Visibility,
  { origin, exchange }: Asked,
): Promise<void> {
  const code = codeOf(error);
  // Whoever deletes "Thinking …" does not want the answer any more.
  if (code === MESSAGE_GONE) return;
  const reference = newReference(desk.services.random);
  desk.services.log.error({ err: error, reference, reason: reasonOf(error) }, 'an answer could not be shown');
  if (code === TOKEN_RAN_OUT) {
    const { space, channel, account } = origin;
    if (visibility === 'private') await desk.posts.direct(space, account, reply, reference);
    else await desk.posts.post({ space, channel }, reply, reference);
    return;
  }
  const t = speaker(origin);
  const why = t(say.unsendableWhy, { reference });
  await exchange.edit(renderReply({ tone: 'bad', title: t(say.unsendable), text: [why] }));
}

import type { Act, Bot, Next, Services } from '../../bot/adapter.ts';
import type { Answers, Asked } from './answers.ts';
import type { Apologies } from './apologies.ts';
import type { Clients } from './clients.ts';
import { toUserError } from './errors.ts';
import { offerForm, showForm } from './forms.ts';
import type { Note } from './modal.ts';
import { createProgress } from './progress.ts';

export type Acting = {
  readonly act: Act;
  readonly asked: Asked;
  /** For opening a modal; a mention has none. */
  readonly trigger: string | null;
  readonly note: Omit<Note, 'form'>;
};

export type Acts = {
  /** What is owed for an act; decided at once, so that Slack can be answered before any work. */
  next(act: Act): Next;
  /** Give what is owed. Never rejects: what goes wrong is said to the asker, and to the log. */
  give(next: Next, acting: Acting): Promise<void>;
  /** Resolves when nothing is under way any more. */
  settled(): Promise<void>;
};

const REMEMBERED = 1000;

export type ActParts = {
  readonly bot: Bot;
  readonly services: Services;
  readonly clients: Clients;
  readonly answers: Answers;
  readonly apologies: Apologies;
};

export function createActs({ bot, services, clients, answers, apologies }: ActParts): Acts {
  const underWay = new Set<Promise<void>>();
  const isNew = rememberLast(REMEMBERED);

  async function fulfil(next: Next, acting: Acting): Promise<void> {
    switch (next.kind) {
      case 'invalid':
        return answers.privately(acting.asked, next.reply);
      case 'form':
        return open(next, acting);
      case 'work':
        return work(next, acting);
    }
  }

  async function open(
    next: Extract<Next, { kind: 'form' }>,
    { asked, trigger, note }: Acting,
  ): Promise<void> {
    const opening = next.open();
    if (trigger === null) {
      // A mention gives no trigger for a modal, but a press does: the button is the same command once more.
      const opened = await opening;
      if (opened.kind === 'reply') await answers.privately(asked, opened.reply);
      else await answers.privately(asked, offerForm(opened.form));
      return;
    }
    const instead = await showForm(clients, trigger, opening, note).catch((error: unknown) => {
      throw toUserError(error);
    });
    if (instead !== null) await answers.privately(asked, instead);
  }

  async function work(next: Extract<Next, { kind: 'work' }>, { asked, trigger }: Acting): Promise<void> {
    if (trigger !== null && !(await isFirst(trigger, next.changesNothing))) return;
    const progress = createProgress((reply) => answers.progress(asked, reply));
    const reply = await next.run(progress.working).finally(() => progress.stop());
    if (next.visibility === 'private') await answers.privately(asked, reply);
    else await answers.posted(asked, reply, newKey());
  }

  /** A request that somebody sends us a second time is signed just as well. Without a database, people come first. */
  async function isFirst(trigger: string, changesNothing: boolean): Promise<boolean> {
    // To write it down costs more than the work itself, which does no harm should it come to another process too.
    if (changesNothing) return isNew(trigger);
    try {
      return await bot.firstDelivery('slack', trigger);
    } catch (error) {
      services.log.warn({ platform: 'slack', err: error }, 'could not look whether an act came before');
      return true;
    }
  }

  function newKey(): string {
    const digits = () =>
      Math.floor(services.random() * 36 ** 8)
        .toString(36)
        .padStart(8, '0');
    return `act-${digits()}${digits()}`;
  }

  async function attend(next: Next, acting: Acting): Promise<void> {
    try {
      await fulfil(next, acting);
    } catch (error) {
      const reply = await apologies.about(error, acting.asked.origin);
      await answers.privately(acting.asked, reply).catch((lost: unknown) => {
        services.log.error({ platform: 'slack', err: lost }, 'nobody could be told of an error');
      });
    }
  }

  return {
    next: (act) => bot.next(act),
    give(next, acting) {
      const giving = attend(next, acting).finally(() => underWay.delete(giving));
      underWay.add(giving);
      return giving;
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

/** True for what was not among the last `count` that it was asked about. */
function rememberLast(count: number): (id: string) => boolean {
  const last = new Set<string>();
  return (id) => {
    if (last.has(id)) return false;
    last.add(id);
    if (last.size > count) last.delete(last.keys().next().value ?? '');
    return true;
  };
}

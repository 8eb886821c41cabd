import type { types } from '@slack/bolt';
import type { Act, Bot, Next, Services } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import type { Answers, Asked } from './answers.ts';
import type { Apologies } from './apologies.ts';
import type { Clients } from './clients.ts';
import { toUserError } from './errors.ts';
import { offerForm, showForm } from './forms.ts';
import { createKeptForms, type KeptForms, type SentForm } from './kept-forms.ts';
import type { Note } from './modal.ts';
import { createProgress } from './progress.ts';

export type Acting = {
  readonly act: Act;
  readonly asked: Asked;
  /** For opening a modal; a mention has none. */
  readonly trigger: string | null;
  readonly note: Omit<Note, 'form'>;
  /** The form that was sent in. */
  readonly sent?: SentForm;
};

export type Acts = {
  /** Forms that were refused, to be opened again as they were filled in. */
  readonly forms: KeptForms;
  /** Open a modal that is ready. Never rejects. */
  reopen(view: types.ModalView, acting: Acting): Promise<void>;
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
  const forms = createKeptForms(services.random);

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

  async function work(
    next: Extract<Next, { kind: 'work' }>,
    { asked, trigger, sent }: Acting,
  ): Promise<void> {
    if (trigger !== null && !(await isFirst(trigger, next.changesNothing))) return;
    const progress = createProgress((reply) => answers.progress(asked, reply));
    const said = await next.run(progress.working).finally(() => progress.stop());
    const reply = sent !== undefined && isRefusal(said) ? forms.offer(said, sent) : said;
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

  async function attend(acting: Acting, fulfilling: () => Promise<unknown>): Promise<void> {
    try {
      await fulfilling();
    } catch (error) {
      const reply = await apologies.about(error, acting.asked.origin);
      await answers.privately(acting.asked, reply).catch((lost: unknown) => {
        services.log.error({ platform: 'slack', err: lost }, 'nobody could be told of an error');
      });
    }
  }

  function begin(acting: Acting, fulfilling: () => Promise<unknown>): Promise<void> {
    const giving = attend(acting, fulfilling).finally(() => underWay.delete(giving));
    underWay.add(giving);
    return giving;
  }

  return {
    next: (act) => bot.next(act),
    forms,
    reopen: (view, acting) =>
      begin(acting, async () => {
        await clients.asking.views
          .open({ trigger_id: acting.trigger ?? '', view })
          .catch((error: unknown) => {
            throw toUserError(error);
          });
      }),
    give: (next, acting) => begin(acting, () => fulfil(next, acting)),
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

/** What went through may be bad news as well, but then there is something to be done about it. */
function isRefusal({ tone, buttons = [] }: Reply): boolean {
  return tone === 'bad' && buttons.length === 0;
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

import { UserError } from '../core/problem.ts';
import type { Act, Bot, Next, Origin, PlatformEvent, Working } from './adapter.ts';
import type { Context, House, Who } from './command.ts';
import { inOrder } from './in-order.ts';
import { mustBeAllowed } from './permissions.ts';
import { createReaders, type Reader, type ReaderParts } from './readers.ts';
import { explain, newReference, ourFault, refusal, refusalOfFields } from './refusal.ts';
import type { Reply } from './reply.ts';
import { route, type Task } from './route.ts';

export type BotParts = ReaderParts & {
  readonly house: House;
  /** In [0, 1). */
  random(): number;
  /** True once for every id that a platform gives an event. */
  firstDelivery(platform: string, eventId: string): Promise<boolean>;
  /** Told of every answer, for the metrics. */
  answered(label: string, outcome: Outcome, tookMs: number): void;
  /** Whoever has to know what happens on the platforms; done before the next event of the same message begins. */
  readonly listeners: readonly ((event: PlatformEvent) => Promise<void>)[];
};

export type Outcome = 'answered' | 'refused' | 'failed';

/** Discord offers no more completions than this. */
const MOST_SUGGESTIONS = 25;

/** The house as the adapters see it: whatever comes, there is an answer, a refusal in words, or a reference to the log. */
export function createBot(parts: BotParts): Bot {
  const { commands } = parts.house;
  const readers = createReaders(parts);
  const queue = inOrder();

  /** Runs `work` as the person who asked; what it throws becomes words. */
  async function attend<T>(
    origin: Origin,
    label: string,
    who: Who | undefined,
    working: Working,
    work: (context: Context) => Promise<T> | T,
    outcome: Outcome = 'answered',
  ): Promise<{ readonly done: T } | { readonly reply: Reply }> {
    const begun = parts.now().getTime();
    const finish = (how: Outcome) => parts.answered(label, how, parts.now().getTime() - begun);
    let t = readers.guess(origin);
    try {
      const reader = await readers.read(origin);
      t = reader.t;
      mustBeAllowed(who, reader.asker);
      const done = await work(contextOf(parts, reader, origin, working));
      finish(outcome);
      return { done };
    } catch (error) {
      if (error instanceof UserError) {
        finish('refused');
        return { reply: refusal(error.problem, t) };
      }
      const reference = newReference(parts.random);
      parts.log.error({ err: error, reference, label, platform: origin.platform }, 'a command failed');
      finish('failed');
      return { reply: ourFault(reference, t) };
    }
  }

  function nextOf(task: Task, origin: Origin): Next {
    const { label, who } = task;
    switch (task.kind) {
      case 'form':
        return {
          kind: 'form',
          async open() {
            const opened = await attend(origin, label, who, noWorking, task.open);
            return 'done' in opened
              ? { kind: 'form', form: opened.done }
              : { kind: 'reply', reply: opened.reply };
          },
        };
      case 'refuse-fields': {
        const t = readers.guess(origin);
        const fields = Object.entries(task.problems).map(
          ([field, found]) => [field, explain(found, t)] as const,
        );
        const reply = refusalOfFields(Object.values(task.problems), t);
        parts.answered(label, 'refused', 0);
        return { kind: 'invalid', fields: Object.fromEntries(fields), reply };
      }
      case 'refuse':
        return {
          kind: 'work',
          visibility: 'private',
          changesNothing: true,
          async run(working) {
            const say = ({ t }: Context) => refusalOfFields(task.problems, t);
            return replyOf(await attend(origin, label, who, working, say, 'refused'));
          },
        };
      case 'answer':
        return {
          kind: 'work',
          visibility: task.visibility,
          changesNothing: task.changesNothing,
          run: async (working) => replyOf(await attend(origin, label, who, working, task.handle)),
        };
    }
  }

  return {
    commands,
    next: (act: Act) => nextOf(route(act, commands), act.origin),
    async suggest(query) {
      const command = commands.find(({ name }) => name === query.command);
      const has = command !== undefined && Object.hasOwn(command.subcommands, query.subcommand);
      const subcommand = has ? command.subcommands[query.subcommand] : undefined;
      const suggest = subcommand?.options[query.option]?.suggest;
      if (!suggest) return [];
      // Nobody asked for a completion, so one that fails is not worth a refusal: there is none.
      const label = `${query.command} ${query.subcommand} ${query.option}`;
      const found = await attend(query.origin, label, subcommand.who, noWorking, (context) =>
        suggest(query.typed, context),
      );
      return 'done' in found ? found.done.slice(0, MOST_SUGGESTIONS) : [];
    },
    async notice(event) {
      await queue(orderOf(event), async () => {
        for (const listener of parts.listeners) await listener(event);
      });
    },
    firstDelivery: parts.firstDelivery,
  };
}

function noWorking(): void {}

function replyOf(result: { readonly done: Reply } | { readonly reply: Reply }): Reply {
  return 'done' in result ? result.done : result.reply;
}

function contextOf(parts: BotParts, reader: Reader, origin: Origin, working: Working): Context {
  return {
    ...reader,
    now: parts.now(),
    house: parts.house,
    working,
    async download(file, limitBytes) {
      const connection = parts.connections.get(origin.platform);
      if (!connection) throw new Error(`Nothing is connected to ${origin.platform}.`);
      return connection.download(file, limitBytes);
    },
  };
}

/** Events of one message keep their order; all others only wait for their own kind in their own space. */
function orderOf(event: PlatformEvent): string {
  const space = event.kind === 'reaction' ? event.origin.space : event.space;
  return 'message' in event
    ? `${space}\n${event.message.channel}\n${event.message.id}`
    : `${space}\n${event.kind}`;
}

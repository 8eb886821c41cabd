import type { Log, Origin } from '../../bot/adapter.ts';
import type { Reply } from '../../bot/reply.ts';
import { UserError } from '../../core/problem.ts';
import { directed } from '../../text/direction.ts';
import type { Clients } from './clients.ts';
import { toUserError } from './errors.ts';
import { escaped } from './markup.ts';
import { paced } from './pace.ts';
import { isAboutBlocks, type Posts } from './posts.ts';
import { type Rendered, renderReply } from './render.ts';
import type { ResponseUrl } from './respond.ts';
import { section } from './rich-text.ts';
import { type Shared, shareFiles } from './uploads.ts';

/** Whom an answer goes to, and the ways there. */
export type Asked = { readonly origin: Origin; readonly response: ResponseUrl | null };

export type Answers = {
  /** To the asker alone, where they asked, or else in their direct messages. */
  privately(asked: Asked, reply: Reply): Promise<void>;
  /** To everybody in the channel. */
  posted(asked: Asked, reply: Reply, key: string): Promise<void>;
  /** A word of progress, by the cheapest way; may be lost. */
  progress(asked: Asked, reply: Reply): Promise<void>;
};

export type AnswerParts = { readonly clients: Clients; readonly posts: Posts; readonly log: Log };

export function createAnswers({ clients, posts, log }: AnswerParts): Answers {
  async function privately(asked: Asked, reply: Reply): Promise<void> {
    const rendered = renderReply(reply);
    const shown = rendered.files.length === 0 ? rendered : await withFiles(asked, reply, rendered);
    const ways = wayTo(asked, shown);
    for (const way of ways) if (await way()) return;
    const { text, blocks } = shown;
    const channel = await posts.directChannel(asked.origin.account);
    await paced(() => clients.asking.chat.postMessage({ channel, text, blocks }));
  }

  /** In a thread an ephemeral message is the surest, elsewhere the response_url, which needs no membership. */
  function wayTo({ origin, response }: Asked, { text, blocks }: Rendered): (() => Promise<boolean>)[] {
    const { channel, account, thread } = origin;
    const inThread = thread === undefined ? {} : { thread_ts: thread };
    const byHook = async () => {
      if (response === null) return false;
      const message = { response_type: 'ephemeral', replace_original: false, text, ...inThread };
      return response.send({ ...message, blocks });
    };
    const ephemerally = async () => {
      const message = { channel, user: account, text, ...inThread };
      try {
        await paced(() => clients.asking.chat.postEphemeral({ ...message, blocks }));
        return true;
      } catch (error) {
        if (!isAboutBlocks(error)) return false;
        log.error({ platform: 'slack', err: error }, 'Slack did not take our blocks; sent as plain text');
        await clients.asking.chat.postEphemeral(message);
        return true;
      }
    };
    return thread === undefined ? [byHook, ephemerally] : [ephemerally, byHook];
  }

  /** Slack has no private files in channels: they go into the direct messages, and the answer links there. */
  async function withFiles({ origin }: Asked, reply: Reply, rendered: Rendered): Promise<Rendered> {
    const channel = await posts.directChannel(origin.account);
    const comment = escaped(directed(reply.title));
    const shared = await shareFiles(clients, rendered.files, { channel, comment });
    const [buttons, rest] = split(rendered.blocks, (block) => block.type === 'actions');
    return { ...rendered, blocks: [...rest, drawLinks(shared), ...buttons] };
  }

  async function posted(asked: Asked, reply: Reply, key: string): Promise<void> {
    const { space, channel, thread } = asked.origin;
    const place = { space, channel, ...(thread === undefined ? {} : { thread }) };
    try {
      await posts.post(place, reply, key);
    } catch (error) {
      // Where the bot is no member, Slack still lets it answer a command in public. Otherwise the post may be there.
      if (!(error instanceof UserError) || error.problem.code !== 'platform.no-channel') throw error;
      const { text, blocks, files } = renderReply(reply);
      const message = { response_type: 'in_channel', replace_original: false, text, blocks };
      if (files.length > 0 || !(await asked.response?.send(message))) throw error;
    }
  }

  return {
    privately: (asked, reply) =>
      privately(asked, reply).catch((error: unknown) => {
        throw toUserError(error, asked.origin.account);
      }),
    posted,
    async progress({ origin, response }, reply) {
      const { text, blocks } = renderReply(reply);
      if (origin.thread === undefined && response !== null) {
        await response.send({ response_type: 'ephemeral', replace_original: false, text, blocks });
        return;
      }
      const { channel, account: user, thread } = origin;
      const inThread = thread === undefined ? {} : { thread_ts: thread };
      await clients.asking.chat.postEphemeral({ channel, user, text, blocks, ...inThread });
    },
  };
}

function drawLinks(shared: readonly Shared[]): Rendered['blocks'][number] {
  const links = shared.flatMap(({ name, permalink }, index) => [
    { text: index === 0 ? '📎 ' : ', ' },
    permalink === null ? { text: name } : { text: name, href: permalink },
  ]);
  return { type: 'rich_text', elements: [section(links)] };
}

function split<T>(items: readonly T[], test: (item: T) => boolean): [yes: T[], no: T[]] {
  return [items.filter(test), items.filter((item) => !test(item))];
}

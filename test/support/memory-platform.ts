import type { Account, Connection } from '../../src/bot/adapter.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { plain } from '../../src/text/spans.ts';

type Kept = {
  readonly space: string;
  readonly channel: string;
  readonly id: string;
  readonly key: string;
  text: string;
  readonly marks: Map<string, Set<string>>;
};

export type MemoryPlatform = {
  readonly connection: Connection;
  /** Everything that was shown in a space, in the room or to one person, since it was asked for last. */
  heard(space: string): string;
  /** Messages of a channel of a space, oldest first. */
  messages(space: string): readonly { readonly channel: string; readonly id: string }[];
  react(message: { readonly channel: string; readonly id: string }, emoji: string, account: string): void;
};

/** A platform with any number of spaces, kept in memory: only the network's end is made up. */
export function openMemoryPlatform(): MemoryPlatform {
  const all: Kept[] = [];
  const heard = new Map<string, string[]>();
  const hear = (space: string, reply: Reply): string => {
    const text = wordsOf(reply);
    heard.set(space, [...(heard.get(space) ?? []), text]);
    return text;
  };
  const keep = (space: string, channel: string, reply: Reply, key: string) => {
    const id = String(all.length + 1);
    all.push({ space, channel, id, key, text: hear(space, reply), marks: new Map() });
    return { channel, id };
  };
  const find = (id: string) => all.find((one) => one.id === id);
  const account = (id: string): Account => ({
    ...{ id, name: id, locale: 'en', timeZone: 'UTC' },
    ...{ bot: id.startsWith('robot'), admin: id.startsWith('admin') },
  });
  return {
    heard(space) {
      const said = (heard.get(space) ?? []).join('\n');
      heard.delete(space);
      return said;
    },
    messages: (space) => all.filter((one) => one.space === space && !one.channel.startsWith('direct-')),
    react({ id }, emoji, who) {
      const marks = find(id)?.marks;
      if (marks) marks.set(emoji, new Set([...(marks.get(emoji) ?? []), who]));
    },
    connection: {
      post: async ({ space, channel }, reply, key) => keep(space, channel, reply, key),
      async edit({ id }, reply) {
        const message = find(id);
        if (message) message.text = hear(message.space, reply);
      },
      direct: async (space, who, reply, key) => keep(space, `direct-${who}`, reply, key),
      reactions: async ({ id }) =>
        [...(find(id)?.marks ?? [])].map(([emoji, accounts]) => ({ emoji, accounts: [...accounts] })),
      hint: async () => {},
      async find(_place, key) {
        const found = all.find((one) => one.key === key);
        return found ? { channel: found.channel, id: found.id } : null;
      },
      missingPermissions: async () => [],
      account: async (_space, id) => account(id),
      accountsNamed: async (_space, name) => [account(name.toLowerCase())],
      ownText: async ({ id }) => find(id)?.text ?? null,
      async download() {
        throw new Error('Nothing was attached.');
      },
      diagnose: async () => [],
      whyNotReady: () => null,
      stop: async () => {},
    },
  };
}

/** Everything that a reply shows, files with it, as one text. */
export function wordsOf(reply: Reply): string {
  const { title, facts = [], list = [], table, text = [], notices = [], files = [], buttons = [] } = reply;
  return [
    plain(title),
    ...facts.map(({ label, value }) => `${plain(label)}: ${plain(value)}`),
    ...list.map((line) => plain(line.text)),
    ...(table ? [table.columns, ...table.rows].map((row) => row.map(plain).join(' ')) : []),
    ...text.map(plain),
    ...notices.map(plain),
    ...files.map(({ name, bytes }) => `${name} ${Buffer.from(bytes).toString('utf8')}`),
    ...buttons.map(({ label, press }) => `[${plain(label)}] ${press}`),
  ].join('\n');
}

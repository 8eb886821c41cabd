import type { Account, Connection } from '../../bot/adapter.ts';
import { BOT, CHANNEL, type Desk, keep, OWNER, post, show } from './desk.ts';
import { readAttachment } from './files.ts';
import { accountNamed } from './line.ts';
import { renderReply } from './render.ts';

/** What the house asks of the room. */
export function connect(desk: Desk): Connection {
  const { messages, localeTag, timeZone } = desk;

  function accountOf(id: string): Account {
    return { id, name: id, locale: localeTag, timeZone, bot: id === BOT, admin: id === OWNER };
  }

  return {
    post: (_place, reply, postKey) => post(desk, reply, postKey),
    async edit({ id }, reply) {
      const text = renderReply(reply, { styled: false });
      const before = (await messages.find(id))?.text.split('\n') ?? [];
      await messages.replaceText(id, text);
      // A screen cannot change what it has printed: the lines that are new are printed below.
      const lines = text.split('\n').filter((line) => !before.includes(line));
      if (lines.length > 0) desk.print(`#${id} Splitproof\n${lines.join('\n')}`);
      desk.buttons.show(id, reply.buttons ?? []);
    },
    async direct(_space, account, reply, postKey) {
      const { id } = await keep(desk, reply, postKey, 'aside');
      await show(desk, reply, { account });
      return { channel: `direct-${account}`, id };
    },
    reactions: async ({ id }) => (await messages.find(id))?.reactions ?? [],
    async hint({ id }, emoji) {
      for (const one of emoji) await messages.react(id, BOT, one, 'added');
    },
    async find(_place, postKey) {
      const found = await messages.findPost(postKey);
      return found && { channel: CHANNEL, id: found.id };
    },
    missingPermissions: async () => [],
    account: async (_space, id) => accountOf(id),
    async accountsNamed(_space, name) {
      const id = accountNamed(name);
      return id === null ? [] : [accountOf(id)];
    },
    async ownText({ id }) {
      const message = await messages.find(id);
      return message?.author === BOT ? message.text : null;
    },
    download: async (file, limitBytes) => readAttachment(file, limitBytes),
    diagnose: async () => [],
    whyNotReady: () => null,
    stop: async () => {},
  };
}

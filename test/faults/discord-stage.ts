import type { Chance } from '../core/ledger/chance.ts';
import { startDiscord } from '../platforms/discord/discord.ts';
import type { User } from '../platforms/discord/things.ts';
import type { Stage } from './stage.ts';

const APPROVING = ['✅', '👍', '👍🏽', '☑️'];
const DISPUTING = ['❌', '👎🏿'];

/** What the bot asks for around a sheet: every one of them may go wrong. */
const ASKED = [
  'POST /channels/:c/messages',
  'PATCH /channels/:c/messages/:m',
  'GET /channels/:c/messages/:m',
  'GET /channels/:c/messages/:m/reactions/:e',
  'PUT /channels/:c/messages/:m/reactions/:e/@me',
  'POST /users/@me/channels',
] as const;

const ASKED_FOR_POSTS = ['POST /channels/:c/messages', 'GET /channels/:c/messages'] as const;

/** Discord with three people who share songs and one who looks on. */
export async function openDiscordStage(now: () => number = Date.now): Promise<Stage> {
  // Nobody starts a bot once a second in earnest: what holds that back is left out.
  const discord = await startDiscord({
    throttlesIdentify: false,
    identifies: 1_000_000,
    resumeWindowMs: 0,
    memory: 1_000_000,
    now,
  });
  const guild = discord.guild('Night Bus Records');
  const channel = discord.channel(guild, 'beats');
  const users = ['Ana', 'Bo', 'Cy', 'Dee'].map((name) => discord.user(name));
  for (const user of users) discord.join(guild, user);
  const byId = new Map<string, User>(users.map((user) => [user.id, user]));

  return {
    platform: 'discord',
    people: users.map(({ id }) => id),
    approving: APPROVING,
    disputing: DISPUTING,
    variables: () => ({
      ADAPTERS: 'discord',
      DISCORD_TOKEN: discord.token,
      DISCORD_API_URL: discord.apiUrl,
    }),
    listenAt: () => {},
    isConnected: async () => discord.gateway.connected().length > 0,
    requests: () => discord.requests().length,
    command(by, name, subcommand, options) {
      if (discord.command(name) === undefined) return false;
      discord.slash(byId.get(by)!, channel, name, subcommand, options);
      return true;
    },
    press(by, said, button) {
      const user = byId.get(by)!;
      const shown = discord.ephemerals(user).filter((message) => discord.text(message).includes(said));
      const last = shown.findLast((message) => discord.text(message).includes(button));
      if (last !== undefined) discord.click(user, last, button);
      return last !== undefined;
    },
    propose(by, title, parties) {
      // Registered once the bot has been there for a while.
      if (discord.command('split') === undefined) return;
      const composition = parties.map((id) => `<@${id}> 1/${parties.length} composer`).join('; ');
      discord.slash(byId.get(by)!, channel, 'split', 'new', { title, composition });
    },
    posts: () =>
      discord.posts(channel).map((message) => ({
        id: message.id,
        atMs: message.createdAt,
        text: discord.text(message),
        reactions: [...message.reactions.values()].flatMap(({ emoji, normal, burst }) =>
          [...new Set([...normal, ...burst])].map((account) => ({ account, emoji: emoji.name })),
        ),
      })),
    told: () =>
      users.flatMap((user) =>
        discord.directs(user).map((message) => ({ account: user.id, text: discord.text(message) })),
      ),
    toggle(account, post, emoji) {
      const message = channel.messages.get(post)!;
      const user = byId.get(account)!;
      const isThere = message.reactions.get(emoji)?.normal.has(account) === true;
      if (isThere) discord.unreact(user, message, emoji);
      else discord.react(user, message, emoji);
      return !isThere;
    },
    upset(chance: Chance) {
      discord.heal();
      discord.fail({ on: chance.pick(ASKED), ...chance.pick([LOST, BROKEN, UNWELL]) });
    },
    upsetPosts(chance: Chance) {
      discord.heal();
      discord.fail({ on: chance.pick(ASKED_FOR_POSTS), ...chance.pick([LOST, BROKEN, UNWELL]) });
    },
    calm: () => discord.heal(),
    // The gateway repeats nothing to a session that is new.
    repeat: () => {},
    repeatAll: async () => 0,
    isQuiet: () => true,
    stop: () => discord.stop(),
  };
}

const LOST = { cut: true, afterWork: true } as const;
const BROKEN = { cut: true } as const;
const UNWELL = { status: 503 } as const;

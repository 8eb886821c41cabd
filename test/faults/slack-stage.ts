import { once } from 'node:events';
import { connect } from 'node:net';
import { join } from 'node:path';
import { loadCommands } from '../../src/bot/load.ts';
import { applyOwnManifest, type Mode } from '../adapters/slack/rig.ts';
import type { Chance } from '../core/ledger/chance.ts';
import { startSlack } from '../platforms/slack/slack.ts';
import type { User } from '../platforms/slack/world.ts';
import type { Stage } from './stage.ts';

const COMMANDS = join(import.meta.dirname, '../../commands');
const APPROVING = ['white_check_mark', '+1', '+1::skin-tone-4', 'heavy_check_mark'];
const DISPUTING = ['x', '-1::skin-tone-6'];

/** What the bot asks for around a sheet: every one of them may go wrong. */
const ASKED = [
  'chat.postMessage',
  'chat.update',
  'reactions.get',
  'reactions.add',
  'conversations.open',
  'users.info',
  'auth.test',
] as const;

export type SlackStageOptions = {
  readonly mode: Mode;
  /** When Slack sends again what nobody acknowledged: at once, after a minute, and not after five but sooner. */
  readonly retryDelaysMs?: readonly number[];
  readonly now?: () => number;
};

/** Slack with three people who share songs and one who looks on. */
export async function openSlackStage({ mode, retryDelaysMs, now }: SlackStageOptions): Promise<Stage> {
  const slack = await startSlack({
    socketMode: mode === 'socket',
    ...(now === undefined ? {} : { now }),
    timing: { retryDelaysMs: retryDelaysMs ?? [0, 60_000, 30_000] },
  });
  applyOwnManifest(slack, { commands: await loadCommands(COMMANDS) }, mode);
  const users = ['ana', 'bo', 'cy', 'dee'].map((name) => slack.addUser({ name }));
  const byId = new Map<string, User>(users.map((user) => [user.id, user]));
  const channel = slack.addChannel({ name: 'beats', members: users });
  const messageAt = (ts: string) => slack.messages(channel).find((message) => message.ts === ts);
  let ports: readonly number[] = [];
  let turn = 0;
  /** How many events have had their repeats. */
  let told = 0;
  const reactionEvents = () =>
    slack.events.deliveries.filter(({ type }) => type === 'reaction_added' || type === 'reaction_removed');
  Object.defineProperty(slack.app, 'requestUrl', {
    get: () => `http://127.0.0.1:${ports[turn++ % ports.length]}/slack/events`,
    set: () => {},
  });

  return {
    platform: 'slack',
    people: users.map(({ id }) => id),
    approving: APPROVING,
    disputing: DISPUTING,
    variables: (port) => ({
      ADAPTERS: 'slack',
      SLACK_BOT_TOKEN: slack.botToken,
      SLACK_API_URL: slack.apiUrl,
      ...(mode === 'socket'
        ? { SLACK_APP_TOKEN: slack.appToken }
        : { SLACK_SIGNING_SECRET: slack.signingSecret, PORT: String(port) }),
    }),
    listenAt(given) {
      ports = given;
    },
    async isConnected() {
      if (mode === 'socket') return slack.sockets.count() > 0;
      return (await Promise.all(ports.map(isListening))).some(Boolean);
    },
    requests: () => slack.world.calls.length,
    command(by, name, subcommand, options) {
      const said = Object.entries(options).map(([option, value]) => `${option}: "${value}"`);
      void slack.command(byId.get(by)!, channel, `/${name}`, [subcommand, ...said].join(' '));
      return true;
    },
    press(by, said, button) {
      const user = byId.get(by)!;
      const shown = slack.ephemerals(user).filter((one) => slack.read(one).includes(said));
      const last = shown.findLast(({ blocks }) => JSON.stringify(blocks).includes(button));
      if (last !== undefined) void slack.click(user, last, button);
      return last !== undefined;
    },
    propose(by, title, parties) {
      const shares = parties.map((id) => `@${byId.get(id)?.name} 1/${parties.length} composer`).join('; ');
      const line = `new title: "${title}" composition: ${shares}`;
      void slack.command(byId.get(by)!, channel, '/split', line);
    },
    posts: () =>
      slack
        .messages(channel)
        .filter(({ botId }) => botId !== undefined)
        .map((message) => ({
          id: message.ts,
          atMs: Number(message.ts) * 1000,
          text: slack.read(message),
          reactions: [...message.reactions].flatMap(([emoji, accounts]) =>
            accounts.map((account) => ({ account, emoji })),
          ),
        })),
    told: () =>
      users.flatMap((user) =>
        slack.directs(user).map((message) => ({ account: user.id, text: slack.read(message) })),
      ),
    toggle(account, post, emoji) {
      const message = messageAt(post)!;
      const user = byId.get(account)!;
      const isThere = message.reactions.get(emoji)?.includes(account) === true;
      if (isThere) slack.unreact(user, message, emoji);
      else slack.react(user, message, emoji);
      return !isThere;
    },
    upset(chance: Chance) {
      const on = chance.pick(ASKED);
      slack.faults.clear();
      slack.faults.add({ on, ...chance.pick([LOST, BROKEN, UNWELL]) });
    },
    upsetPosts(chance) {
      slack.faults.clear();
      slack.faults.add({ on: 'chat.postMessage', ...chance.pick([LOST, BROKEN, UNWELL]) });
    },
    calm: () => slack.faults.clear(),
    repeat(chance) {
      const known = reactionEvents();
      if (known.length === 0) return;
      for (let left = 1 + chance.below(10); left > 0; left -= 1) void slack.events.again(chance.pick(known));
    },
    async repeatAll(chance) {
      const known = reactionEvents();
      const fresh = known.slice(told).flatMap((event) => Array(chance.below(11)).fill(event) as typeof known);
      const old = told === 0 ? [] : Array.from({ length: chance.below(6) }, () => chance.pick(known));
      const firsts = known.length - told;
      told = known.length;
      const all = [...fresh, ...old]
        .map((event) => ({ event, place: chance.below(1_000_000) }))
        .toSorted((a, b) => a.place - b.place);
      await Promise.all(all.map(({ event }) => slack.events.again(event)));
      await slack.waitFor('the first deliveries', () => known.every(({ state }) => state !== 'pending'));
      return firsts + all.length;
    },
    isQuiet: () => slack.events.deliveries.every(({ state }) => state !== 'pending'),
    stop: () => slack.stop(),
  };
}

async function isListening(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

const LOST = { kind: 'lose' } as const;
const BROKEN = { kind: 'drop' } as const;
const UNWELL = { kind: 'status', status: 503 } as const;

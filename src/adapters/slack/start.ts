import { setTimeout as pause } from 'node:timers/promises';
import type { Bot, Connection, Services } from '../../bot/adapter.ts';
import { createClients } from './clients.ts';
import { homeOf } from './connection.ts';
import { modeOf, type SlackEnv } from './env.ts';
import { createHttpDoor } from './http-door.ts';
import { createLogin } from './login.ts';
import { createSockets } from './sockets.ts';
import { wire } from './wiring.ts';

/** How long `stop` waits for answers that are being given. */
const SETTLE_MS = 10_000;

/**
 * Connect to Slack in the mode that the variables ask for.
 *
 * A token that Slack does not take ends the start with a sentence. When Slack cannot be reached, the connection
 * stands but is not ready, says why, and goes on trying.
 */
export async function startSlack(bot: Bot, env: SlackEnv, services: Services): Promise<Connection> {
  const { log, now } = services;
  const clients = createClients(env, log);
  const login = createLogin({
    client: clients.posting,
    address: env.SLACK_API_URL,
    services,
    async begin(identity) {
      await sockets?.start();
      const space = homeOf(identity);
      await bot.notice({ kind: 'space-joined', platform: 'slack', space, name: identity.teamName });
      gap(null);
    },
  });
  const { outward, acts, guard } = await wire({ bot, env, services, clients, identity: login.identity });
  const door = modeOf(env) === 'http' ? createHttpDoor(env, log) : null;
  const sockets = door === null ? createSockets({ env, log, app: guard.app, now, services, gap }) : null;

  function gap(since: Date | null): void {
    const event = { kind: 'gap', platform: 'slack', space: null, since } as const;
    bot.notice(event).catch((error: unknown) => {
      log.error({ platform: 'slack', err: error }, 'a gap could not be looked into');
    });
  }

  async function stop(): Promise<void> {
    login.stop();
    await Promise.all([door?.stop(), sockets?.stop()]);
    const settled = Promise.all([guard.settled(), acts.settled()]);
    await Promise.race([settled, pause(SETTLE_MS, undefined, { ref: false })]);
  }

  try {
    await door?.start(guard.app);
    await login.start();
  } catch (error) {
    await stop();
    throw error;
  }
  const { posts: _posts, ...connection } = outward;
  return {
    ...connection,
    whyNotReady: () => login.whyNotReady() ?? door?.whyNotReady() ?? sockets?.whyNotReady() ?? null,
    stop,
  };
}

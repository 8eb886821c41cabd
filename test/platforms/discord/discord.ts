import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import type { Fault } from './faults.ts';
import { Http } from './http.ts';
import type { Settings } from './settings.ts';
import type { RequestRecord } from './things.ts';
import { userActs } from './user/acts.ts';
import { inspectors } from './user/look.ts';
import { placeActs } from './user/places.ts';
import { World } from './world.ts';

const LOOK_AGAIN_MS = 20;

export type Discord = Awaited<ReturnType<typeof startDiscord>>;

/**
 * A Discord of one's own on 127.0.0.1: REST version 10, gateway version 10 and the file server, on one
 * port. The real discord.js talks to it, in this process or in another, with `DISCORD_API_URL` set to
 * `apiUrl`. Tests drive it as the people in it, and wait on what they see, never on time.
 */
export async function startDiscord(settings: Partial<Settings> = {}) {
  const world = new World(settings);
  const http = new Http(world);
  const { server, gateway, faults } = http;
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  world.origin = `http://127.0.0.1:${port}`;

  function waitFor<T>(look: () => T, what = String(look)): Promise<NonNullable<T>> {
    return world.changes.waitFor(look, what, world.settings.patienceMs);
  }

  /**
   * As `waitFor`, for a check that takes time itself or looks at more than this Discord: looked at again whenever
   * something happens here, and now and then in between.
   */
  async function until(check: () => Promise<boolean>, what = String(check)): Promise<void> {
    const patience = AbortSignal.timeout(world.settings.patienceMs);
    while (!(await check())) {
      if (patience.aborted) throw new Error(`Nothing came for ${world.settings.patienceMs} ms: ${what}`);
      await Promise.race([world.changes.next(), delay(LOOK_AGAIN_MS)]);
    }
  }

  /** Take the server off the network: connections are refused until `plugIn`. */
  async function unplug(): Promise<void> {
    gateway.drop();
    const closed = once(server, 'close');
    server.close();
    server.closeAllConnections();
    await closed;
  }

  async function plugIn(): Promise<void> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
  }

  return {
    ...placeActs(world),
    ...userActs(world),
    ...inspectors(world),
    ...{ world, gateway, waitFor, until, unplug, plugIn },
    /** For `DISCORD_API_URL`. */
    apiUrl: `${world.origin}/api`,
    token: world.settings.token,
    bot: world.bot,
    /** Let requests go wrong. */
    fail: (fault: Fault) => faults.add(fault),
    heal: () => faults.clear(),
    requests: (match: RegExp = /./): RequestRecord[] =>
      world.requests.filter(({ method, path }) => match.test(`${method} ${decodeURIComponent(path)}`)),
    mistakes: world.mistakes,
    advance: (ms: number) => world.advance(ms),
    /** Resolves when a session is connected and has been told about its guilds. */
    connected: () => waitFor(() => gateway.connected().length > 0, 'the bot to connect'),
    async stop(): Promise<void> {
      gateway.stop();
      server.close();
      server.closeAllConnections();
    },
  };
}

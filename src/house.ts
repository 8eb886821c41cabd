import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Connection, Log, Memory, PlatformEvent, Services } from './bot/adapter.ts';
import { type BotParts, createBot } from './bot/bot.ts';
import type { Asker, Command, House } from './bot/command.ts';
import { loadAdapter, loadCommands } from './bot/load.ts';
import { startWorker, type Worker } from './bot/worker.ts';
import { type Config, readVariables } from './config.ts';
import { diagnoseAll } from './diagnose.ts';
import { readEvidenceMeans } from './evidence-key.ts';
import { licenseJobs } from './licenses/remind.ts';
import { databasePart, type Part } from './ops/readiness.ts';
import { openPlatformClock } from './platform-clock.ts';
import { readPrefixes } from './prefixes.ts';
import { releaseJobs } from './releases/remind.ts';
import { splitJobs } from './splits/jobs.ts';
import { listen, lookAtEverything } from './splits/listen.ts';
import { openStore, type Store } from './store/database.ts';
import { firstDelivery } from './store/deliveries.ts';
import { openEvidence } from './store/evidence.ts';
import { DEPLOYMENT, openKeyv } from './store/keyv.ts';
import { openSettings } from './store/settings.ts';
import { findOrCreateSpace } from './store/spaces.ts';
import { locales } from './text/locale.ts';

const HOUR_MS = 3_600_000;
const ROOT = join(import.meta.dirname, '..');
export const ADAPTERS_FOLDER = join(import.meta.dirname, 'adapters');
const COMMANDS_FOLDER = join(ROOT, 'commands');

/** What comes from outside of every room: time, chance, the log, and the ways to end. */
export type World = Pick<Services, 'now' | 'random' | 'fail' | 'finish'> & {
  readonly log: Log;
  moveClock(byMs: number): void;
  answered: BotParts['answered'];
};

export type OpenHouse = {
  readonly connections: ReadonlyMap<string, Connection>;
  readonly store: Store;
  start(name: string): Promise<void>;
  /** All that has to work, also what is not connected yet. */
  parts(): readonly Part[];
  close(): Promise<void>;
};

export const allCommands = (): Promise<readonly Command[]> => loadCommands(COMMANDS_FOLDER);

export const version: string = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

/** Put the rooms together. Nothing is connected until `start`. */
export async function openHouse(config: Config, world: World): Promise<OpenHouse> {
  const { log, now } = world;
  const prefixes = readPrefixes(config.isrcPrefixes);
  const connectionLost = (error: Error) =>
    log.warn({ err: error }, 'an idle connection to the database broke');
  const [commands, store] = await Promise.all([
    allCommands(),
    openStore(config.databaseUrl, { now: now(), connectionLost }),
  ]);
  const connections = new Map<string, Connection>();
  const settings = openSettings(store.db, { languages: locales, now });
  const diagnose = (asker: Asker) => diagnoseAll(asker, { connections, check: store.check, log });
  const { db } = store;
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
  const clock = openPlatformClock(now, (offMs) => {
    if (offMs === null) log.info({}, 'our clock agrees with the platforms again');
    else log.error({ offMs }, 'our clock is off: no evidence is written until it is set right');
  });
  const evidence = openEvidence({ ...readEvidenceMeans(config), now: clock.now, randomHex });
  const clockUrls = new Set<string>();
  let worker: Worker | null = null;
  const house: House = {
    ...{ commands, prefixes, settings, version, diagnose },
    ...{ db, evidence, connections, log, now, newId, randomHex },
    poke: () => worker?.poke(),
    settled: async () => worker?.idle(),
  };
  const handlers = { ...splitJobs(house), ...licenseJobs(house), ...releaseJobs(house) };
  worker = startWorker({ db, handlers, log, now, newId, platforms: () => [...connections.keys()] });
  const hourly = setInterval(() => {
    for (const url of clockUrls) void clock.compare(url);
    lookAtEverything(house).catch((error: unknown) =>
      log.warn({ err: error }, 'could not look at all sheets'),
    );
  }, HOUR_MS).unref();

  const openTeam = async (platform: string, space: string, name: string | null) => {
    const request = {
      platform,
      platformSpaceId: space,
      now: now(),
      newId,
      ...(name === null ? {} : { name }),
    };
    return (await findOrCreateSpace(store.db, request)).teamId;
  };
  const bot = createBot({
    house,
    connections,
    settings,
    log,
    now,
    random: world.random,
    answered: world.answered,
    openTeam,
    firstDelivery: (platform, eventId) => firstDelivery(store.db, { platform, eventId }, now()),
    listeners: [
      async (event: PlatformEvent) => {
        log.debug({ event: event.kind }, 'something happened');
        if (event.kind === 'space-joined') await openTeam(event.platform, event.space, event.name);
        await listen(house, event);
      },
    ],
  });

  return {
    connections,
    store,
    async start(name) {
      const adapter = await loadAdapter(ADAPTERS_FOLDER, name);
      const lent = servicesFor(world, memoryOf(name, store, now), config.adapters.length === 1);
      const services = { ...lent, settled: house.settled };
      const env = readVariables(adapter.env);
      const clockUrl = adapter.clockUrl?.(env);
      if (clockUrl !== undefined) {
        clockUrls.add(clockUrl);
        await clock.compare(clockUrl);
      }
      connections.set(name, await adapter.start(bot, env, services));
      log.info({ platform: name }, 'connected');
    },
    parts: () => [
      ...config.adapters.map((name) => ({
        name,
        whyNotReady: () =>
          connections.get(name) ? (connections.get(name)?.whyNotReady() ?? null) : 'not connected yet.',
      })),
      databasePart(store.check, (error) => log.warn({ err: error }, 'the database does not answer')),
    ],
    async close() {
      clearInterval(hourly);
      await worker?.stop();
      await Promise.allSettled([...connections.values()].map((connection) => connection.stop()));
      await store.close();
    },
  };
}

/** What an adapter is lent; the clock only where nobody else lives by it. */
export function servicesFor(world: World, memory: Memory, alone: boolean): Services {
  const { moveClock, answered: _, ...lent } = world;
  return { ...lent, version, memory, ...(alone ? { moveClock } : {}) };
}

function memoryOf(name: string, store: Store, now: () => Date): Memory {
  const values = openKeyv<unknown>(store.db, { teamId: DEPLOYMENT, namespace: `adapter-${name}`, now });
  return {
    get: <Value>(key: string) => values.get<Value>(key),
    async set(key, value, ttlMs) {
      await values.set(key, value, ttlMs);
    },
  };
}

/** At least 64 random bits, in the grammar of every id: a-z 0-9 _ -. */
function newId(): string {
  return randomBytes(10).toString('hex');
}

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Adapter, Connection, Finding, Log, Memory, PlatformEvent, Services } from './bot/adapter.ts';
import { type BotParts, createBot } from './bot/bot.ts';
import type { Asker, Command, House } from './bot/command.ts';
import { loadAdapter, loadCommands } from './bot/load.ts';
import { type Config, readVariables } from './config.ts';
import { builtInPrefixes, type PrefixList, parsePrefixList } from './core/identifiers/prefixes.ts';
import { must } from './core/problem.ts';
import { openStore, type Store } from './store/database.ts';
import { firstDelivery } from './store/deliveries.ts';
import { DEPLOYMENT, openKeyv } from './store/keyv.ts';
import { openSettings } from './store/settings.ts';
import { findOrCreateSpace } from './store/spaces.ts';
import { locales } from './text/locale.ts';

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
  /** null when all that was started can work; else one sentence for each thing that cannot. */
  whyNotReady(): Promise<readonly string[]>;
  close(): Promise<void>;
};

export const allCommands = (): Promise<readonly Command[]> => loadCommands(COMMANDS_FOLDER);

export const version: string = (
  JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string }
).version;

/** Put the rooms together. Nothing is connected until `start`. */
export async function openHouse(config: Config, world: World): Promise<OpenHouse> {
  const { log, now } = world;
  const prefixes = readPrefixes(config);
  const commands = await allCommands();
  const store = await openStore(config.databaseUrl, {
    now: now(),
    connectionLost: (error) => log.warn({ err: error }, 'an idle connection to the database broke'),
  });
  const connections = new Map<string, Connection>();
  const settings = openSettings(store.db, { languages: locales, now });
  const diagnose = (asker: Asker) => diagnoseAll(asker, connections, store);
  const house: House = { commands, prefixes, settings, version, diagnose };

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
      },
    ],
  });

  return {
    connections,
    store,
    async start(name) {
      const adapter = await loadAdapter(ADAPTERS_FOLDER, name);
      const services = servicesFor(adapter, world, store, config.adapters.length === 1);
      connections.set(name, await adapter.start(bot, readVariables(adapter.env), services));
      log.info({ platform: name }, 'connected');
    },
    async whyNotReady() {
      const why = [...connections].flatMap(([name, connection]) => {
        const reason = connection.whyNotReady();
        return reason === null ? [] : [`${name}: ${reason}`];
      });
      const missing = config.adapters
        .filter((name) => !connections.has(name))
        .map((name) => `${name}: not connected yet`);
      const database = await store.check().then(
        () => [],
        () => ['database: does not answer'],
      );
      return [...why, ...missing, ...database];
    },
    async close() {
      await Promise.allSettled([...connections.values()].map((connection) => connection.stop()));
      await store.close();
    },
  };
}

export function servicesFor(adapter: Adapter, world: World, store: Store, alone: boolean): Services {
  const { log, now, random, fail, finish, moveClock } = world;
  return {
    log,
    now,
    random,
    fail,
    finish,
    version,
    memory: memoryOf(adapter.name, store, now),
    ...(alone ? { moveClock } : {}),
  };
}

function memoryOf(name: string, store: Store, now: () => Date): Memory {
  const values = openKeyv<unknown>(store.db, { teamId: DEPLOYMENT, namespace: `adapter-${name}`, now });
  return {
    get: (key) => values.get(key),
    async set(key, value, ttlMs) {
      await values.set(key, value, ttlMs);
    },
  };
}

/** At least 64 random bits, in the grammar of every id: a-z 0-9 _ -. */
function newId(): string {
  return randomBytes(10).toString('hex');
}

function readPrefixes(config: Config): PrefixList {
  if (config.isrcPrefixes === undefined) return builtInPrefixes;
  return must(parsePrefixList(readFileSync(config.isrcPrefixes, 'utf8')));
}

const say = {
  databaseGood: 'The database answers.',
  databaseBad: 'The database does not answer. Commands that need it are refused until it does.',
  databaseFix: 'Look at DATABASE_URL and at the log.',
};

async function diagnoseAll(
  asker: Asker,
  connections: ReadonlyMap<string, Connection>,
  store: Store,
): Promise<readonly Finding[]> {
  const here = { space: asker.space, channel: asker.channel };
  const platforms = [...connections].map(([name, connection]) =>
    connection.diagnose(name === asker.platform ? here : null),
  );
  const database: Finding = await store.check().then(
    () => ({ tone: 'good', message: say.databaseGood }),
    () => ({ tone: 'bad', message: say.databaseBad, fix: say.databaseFix }),
  );
  return [...(await Promise.all(platforms)).flat(), database];
}

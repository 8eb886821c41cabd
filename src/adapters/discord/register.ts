import {
  type APIApplication,
  type APIApplicationCommand,
  type RESTPostAPIApplicationCommandsJSONBody,
  Routes,
} from 'discord.js';
import type { Command } from '../../bot/command.ts';
import type { Api } from './api.ts';
import { describeCommands } from './describe-command.ts';

/** Where commands are registered: everywhere, or in these servers alone, which is at once and for trying out. */
export type Scope = { readonly servers: readonly string[] | undefined };

export type Registered = {
  /** The server, or null for everywhere. */
  readonly server: string | null;
  /** Names of commands that were new, other or no longer ours; none: nothing was sent to Discord. */
  readonly changed: readonly string[];
  readonly count: number;
};

type Described = RESTPostAPIApplicationCommandsJSONBody;
type Known = APIApplicationCommand;

/**
 * Make Discord's list of our commands what it should be; nothing is sent where it is so already, because creating
 * commands is limited to 200 a day.
 */
export async function registerCommands(
  api: Api,
  commands: readonly Command[],
  scope: Scope,
): Promise<readonly Registered[]> {
  const application = await readApplicationId(api);
  const described = describeCommands(commands);
  const done: Registered[] = [];
  for (const { server, wanted } of placesOf(scope, described)) {
    const changed = await differences(api, application, server, wanted);
    if (changed.length > 0)
      await api.surely(() => api.bot.put(routeOf(application, server), { body: wanted }));
    done.push({ server, changed, count: wanted.length });
  }
  return done;
}

/** Names of the commands that Discord has otherwise than we do. */
export async function findDifferences(
  api: Api,
  commands: readonly Command[],
  scope: Scope,
): Promise<readonly string[]> {
  const application = await readApplicationId(api);
  const places = placesOf(scope, describeCommands(commands));
  const all = places.map(({ server, wanted }) => differences(api, application, server, wanted));
  return [...new Set((await Promise.all(all)).flat())];
}

/** With servers named, none is registered everywhere: people would see each command twice. */
function placesOf({ servers }: Scope, described: readonly Described[]) {
  if (servers === undefined) return [{ server: null, wanted: described }];
  return [
    ...servers.map((server) => ({ server, wanted: described })),
    { server: null, wanted: [] as readonly Described[] },
  ];
}

async function readApplicationId(api: Api): Promise<string> {
  const application = (await api.surely(() => api.bot.get(Routes.currentApplication()))) as APIApplication;
  return application.id;
}

function routeOf(application: string, server: string | null): `/${string}` {
  return server === null
    ? Routes.applicationCommands(application)
    : Routes.applicationGuildCommands(application, server);
}

async function differences(
  api: Api,
  application: string,
  server: string | null,
  wanted: readonly Described[],
): Promise<readonly string[]> {
  const query = new URLSearchParams({ with_localizations: 'true' });
  const request = () => api.bot.get(routeOf(application, server), { query });
  const known = ((await api.surely(request)) as Known[]).map((command) => [keyOf(command), command] as const);
  const knownByKey = new Map(known);
  const wantedKeys = new Set(wanted.map(keyOf));
  const isGlobal = server === null;
  return [
    ...wanted.filter((command) => {
      const there = knownByKey.get(keyOf(command));
      return !there || fingerprint(there, isGlobal) !== fingerprint(command, isGlobal);
    }),
    ...known.filter(([key]) => !wantedKeys.has(key)).map(([, command]) => command),
  ].map(({ name }) => name);
}

function keyOf({ type, name }: { readonly type?: number | undefined; readonly name: string }): string {
  return `${type ?? 1} ${name}`;
}

/** What we say of a command and an option; everything else in Discord's copy is Discord's own. */
const SAID = [
  'type',
  'name',
  'name_localizations',
  'description',
  'description_localizations',
  'options',
  'choices',
];
const SAID_OF_OPTIONS = ['value', 'required', 'autocomplete'];
const SAID_EVERYWHERE = ['integration_types', 'contexts'];

/** The same text for the same command, ours or Discord's copy, which leaves out and adds what changes nothing. */
function fingerprint(command: object, isGlobal: boolean): string {
  const keys = [...SAID, ...SAID_OF_OPTIONS, ...(isGlobal ? SAID_EVERYWHERE : [])];
  return JSON.stringify(normal(command, keys));
}

function normal(value: unknown, keys: readonly string[]): unknown {
  if (Array.isArray(value)) return value.map((one) => normal(one, keys));
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value)
    .filter(([key, member]) => keys.includes(key) && !isNothing(member))
    .map(
      ([key, member]) =>
        [key, key.endsWith('_localizations') ? sorted(member) : normal(member, keys)] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries);
}

function isNothing(member: unknown): boolean {
  if (Array.isArray(member)) return member.length === 0;
  return member === undefined || member === null || member === '' || member === false;
}

function sorted(translations: object): object {
  return Object.fromEntries(Object.entries(translations).sort(([a], [b]) => (a < b ? -1 : 1)));
}

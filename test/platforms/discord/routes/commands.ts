import { checkCommand } from '../checks/command.ts';
import { ApiError, refusal } from '../errors.ts';
import { asJson, asList, isJson, type Json } from '../json.ts';
import type { Route, RouteRequest } from '../route.ts';
import type { RegisteredCommand } from '../things.ts';
import type { World } from '../world.ts';
import { guildFor } from './guilds.ts';

/** Chat, user and message commands an application may have in one scope. */
const COUNT_MAX: Readonly<Record<number, number>> = { 1: 100, 2: 15, 3: 15 };
const CREATES_PER_DAY_MAX = 200;

function scopeOf({ world, params }: RouteRequest): string {
  if (params.application !== world.applicationId) throw refusal(20012);
  return params.guild === undefined ? 'global' : guildFor(world, params.guild).id;
}

/** Discord leaves out of an option what is not set or is the default. */
function normalOption(option: Json): Json {
  const { options, required, autocomplete, ...rest } = option;
  const normal: Json = {
    ...rest,
    ...(required === true && { required }),
    ...(autocomplete === true && { autocomplete }),
    ...(options !== undefined && { options: asList(options).map(asJson).map(normalOption) }),
  };
  return Object.fromEntries(
    Object.entries(normal).filter(([, value]) => value !== undefined && value !== null),
  );
}

function register(
  world: World,
  scope: string,
  command: Json,
  known: RegisteredCommand | undefined,
): RegisteredCommand {
  const isGlobal = scope === 'global';
  if (!known) {
    const creates = (world.commandCreates.get(scope) ?? 0) + 1;
    if (creates > CREATES_PER_DAY_MAX) throw refusal(30034);
    world.commandCreates.set(scope, creates);
  }
  return {
    id: known?.id ?? world.id(),
    application_id: world.applicationId,
    version: world.id(),
    type: Number(command.type ?? 1),
    name: String(command.name),
    name_localizations: command.name_localizations ?? null,
    description: command.description ?? '',
    description_localizations: command.description_localizations ?? null,
    default_member_permissions: command.default_member_permissions ?? null,
    nsfw: command.nsfw ?? false,
    ...(isGlobal
      ? {
          dm_permission: true,
          integration_types: command.integration_types ?? [0],
          contexts: command.contexts ?? null,
        }
      : { guild_id: scope }),
    ...(asList(command.options).length > 0 && {
      options: asList(command.options).map(asJson).map(normalOption),
    }),
  };
}

function checkAll(commands: readonly Json[]): void {
  const errors: Record<string, unknown> = {};
  const names = new Set<string>();
  commands.forEach((command, index) => {
    try {
      checkCommand(command);
    } catch (error) {
      if (!(error instanceof ApiError)) throw error;
      errors[index] = error.errors;
    }
    const key = `${command.type ?? 1} ${command.name}`;
    if (names.has(key)) {
      const duplicate = {
        code: 'APPLICATION_COMMANDS_DUPLICATE_NAME',
        message: 'Application command names must be unique',
      };
      errors[index] = { name: { _errors: [duplicate] } };
    }
    names.add(key);
  });
  if (Object.keys(errors).length > 0) throw new ApiError(400, 50035, 'Invalid Form Body', errors);
  for (const [type, max] of Object.entries(COUNT_MAX)) {
    if (commands.filter((command) => String(command.type ?? 1) === type).length > max) throw refusal(30032);
  }
}

/** Replace all commands of the scope; those with a known name and type keep their id. */
function overwrite(request: RouteRequest) {
  const { world, json } = request;
  const scope = scopeOf(request);
  if (!Array.isArray(json)) throw refusal(50109);
  const commands = json.filter(isJson);
  checkAll(commands);
  const known = world.commands.get(scope) ?? [];
  const registered = commands.map((command) =>
    register(
      world,
      scope,
      command,
      known.find(({ name, type }) => name === command.name && type === Number(command.type ?? 1)),
    ),
  );
  world.commands.set(scope, registered);
  return { body: registered };
}

function withoutLocalizations(thing: Json): Json {
  const { name_localizations: _names, description_localizations: _descriptions, ...rest } = thing;
  return {
    ...rest,
    ...(Array.isArray(thing.options) && { options: thing.options.map(asJson).map(withoutLocalizations) }),
    ...(Array.isArray(thing.choices) && { choices: thing.choices.map(asJson).map(withoutLocalizations) }),
  };
}

/** Translations are given only when asked for. */
function list(request: RouteRequest) {
  const commands = request.world.commands.get(scopeOf(request)) ?? [];
  return {
    body: request.query.with_localizations === 'true' ? commands : commands.map(withoutLocalizations),
  };
}

function create(request: RouteRequest) {
  const { world, body } = request;
  const scope = scopeOf(request);
  checkCommand(body);
  const known = world.commands.get(scope) ?? [];
  const same = known.find(({ name, type }) => name === body.name && type === Number(body.type ?? 1));
  const made = register(world, scope, body, same);
  world.commands.set(scope, [...known.filter((command) => command !== same), made]);
  return { status: same ? 200 : 201, body: made };
}

function remove(request: RouteRequest) {
  const { world, params } = request;
  const scope = scopeOf(request);
  const known = world.commands.get(scope) ?? [];
  if (!known.some(({ id }) => id === params.command)) throw refusal(10063);
  world.commands.set(
    scope,
    known.filter(({ id }) => id !== params.command),
  );
  return {};
}

const BASES = ['/applications/:application/commands', '/applications/:application/guilds/:guild/commands'];

export const commandRoutes: readonly Route[] = BASES.flatMap((path): Route[] => [
  { method: 'GET', path, handle: list },
  { method: 'PUT', path, handle: overwrite },
  { method: 'POST', path, handle: create },
  { method: 'DELETE', path: `${path}/:command`, handle: remove },
]);

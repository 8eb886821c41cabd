import type { SlackApp } from './app.ts';
import { type Args, onlyKnown, readArgs } from './args.ts';
import { ApiError } from './errors.ts';
import type { Install, Json, Team, World } from './world.ts';

/** What a method may use: the state, who calls, and a way to tell the app and people what happened. */
export type Scene = {
  readonly world: World;
  readonly app: SlackApp;
  readonly publish: (teamId: string, event: Json) => void;
  /** The address of the next Socket Mode connection. */
  readonly ticket: () => string;
};

export type MethodCall = Scene & { readonly install: Install; readonly args: Args; readonly team: Team };

export type Method = {
  /** Any one of these is enough; none means every live token may call it. */
  readonly scopes?: readonly string[];
  readonly token?: 'bot' | 'app' | 'config' | 'none';
  readonly args: readonly string[];
  readonly run: (call: MethodCall) => Json;
};

export type Answer = { readonly body: Json; readonly scopes: string; readonly accepted: string };

/** Answer one Web API call. Never throws: whatever is wrong becomes `ok: false` with Slack's word for it. */
export function answer(
  scene: Scene,
  methods: Readonly<Record<string, Method>>,
  name: string,
  raw: Json,
  bearer: string | undefined,
): Answer {
  const method = methods[name];
  const args = readArgs(raw);
  const token = bearer ?? args.text('token') ?? '';
  const install = scene.world.installs.get(token);
  const accepted = method?.scopes?.join(',') ?? '';
  const scopes = install === undefined ? '' : [...install.scopes].join(',');
  let body: Json;
  try {
    if (method === undefined) throw new ApiError('unknown_method', { req_method: name });
    onlyKnown(raw, method.args);
    body = { ok: true, ...method.run({ ...scene, ...authorized(scene, method, token, args), args }) };
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    body = { ok: false, error: error.word, ...error.fields };
  }
  scene.world.calls.push({ method: name, args: raw, token, at: scene.world.now(), answer: body });
  scene.world.changed();
  return { body, scopes, accepted };
}

function authorized(
  scene: Scene,
  method: Method,
  token: string,
  args: Args,
): { install: Install; team: Team } {
  const { world } = scene;
  if (method.token === 'none') return { install: nobody, team: firstTeam(world) };
  if (token === '') throw new ApiError('not_authed');
  const install = world.installs.get(token);
  if (install === undefined) throw new ApiError('invalid_auth');
  if (install.state !== 'live') {
    throw new ApiError(
      { revoked: 'token_revoked', expired: 'token_expired', inactive: 'account_inactive' }[install.state],
    );
  }
  if (install.kind !== (method.token ?? 'bot')) throw new ApiError('not_allowed_token_type');
  const needed = method.scopes ?? [];
  if (needed.length > 0 && !needed.some((scope) => install.scopes.has(scope))) {
    throw new ApiError('missing_scope', { needed: needed[0], provided: [...install.scopes].join(',') });
  }
  if (install.kind !== 'bot') return { install, team: firstTeam(world) };
  const teamId = install.teamId ?? args.text('team_id');
  if (teamId === undefined) throw new ApiError('missing_argument', { needed: 'team_id' });
  const team = world.teams.get(teamId);
  if (team === undefined) throw new ApiError('team_not_found');
  return { install, team };
}

const nobody: Install = {
  token: '',
  kind: 'bot',
  teamId: null,
  botUser: '',
  botId: '',
  scopes: new Set(),
  state: 'live',
};

function firstTeam(world: World): Team {
  const [team] = world.teams.values();
  if (team === undefined) throw new ApiError('team_not_found');
  return team;
}

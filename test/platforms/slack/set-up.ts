import { directChannel } from './access.ts';
import type { SlackApp } from './app.ts';
import {
  type Channel,
  type Install,
  newId,
  type Team,
  type TokenState,
  type User,
  type World,
} from './world.ts';

export type SetUp = {
  readonly team: Team;
  readonly bot: User;
  readonly botToken: string;
  readonly appToken: string;
  /** Of the developer who made the app. */
  readonly configToken: string;
  readonly signingSecret: string;
  addTeam(name: string, enterpriseId?: string): Team;
  addUser(user: Partial<User> & { readonly name: string }): User;
  addChannel(
    channel: Partial<Omit<Channel, 'members' | 'sharedWith'>> & {
      readonly name: string;
      readonly members?: readonly User[];
      readonly withoutBot?: boolean;
      readonly sharedWith?: readonly Team[];
    },
  ): Channel;
  /** The direct messages between the bot and somebody. */
  directWith(user: User): Channel;
  install(team: Team | null, token: string, enterpriseId?: string): Install;
  /** Take a token back, let it run out, or make it live again. */
  setToken(token: string, state: TokenState): void;
  setScopes(scopes: readonly string[]): void;
};

/** The people, rooms and tokens of a test. There is one workspace with the bot in it to begin with. */
export function createSetUp(world: World, app: SlackApp): SetUp {
  const addTeam = (name: string, enterpriseId?: string): Team => {
    const team: Team = {
      id: newId(world, 'T'),
      name,
      domain: name.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
      ...(enterpriseId === undefined ? {} : { enterpriseId }),
    };
    world.teams.set(team.id, team);
    return team;
  };
  const team = addTeam('Night Works');

  const addUser: SetUp['addUser'] = (wanted) => {
    const user: User = {
      teamId: team.id,
      realName: wanted.name,
      displayName: wanted.name,
      locale: 'en-US',
      tz: 'Europe/Vienna',
      tzOffset: 3600,
      isBot: false,
      isAdmin: false,
      isOwner: false,
      isStranger: false,
      deleted: false,
      ...wanted,
      id: wanted.id ?? newId(world, 'U'),
    };
    world.users.set(user.id, user);
    return user;
  };
  const bot = addUser({ name: 'splitproof', isBot: true });

  const install: SetUp['install'] = (of, token, enterpriseId) => {
    const made: Install = {
      token,
      kind: 'bot',
      teamId: of?.id ?? null,
      botUser: bot.id,
      botId: newId(world, 'B'),
      scopes: new Set(app.scopes),
      state: 'live',
      ...(enterpriseId === undefined ? {} : { enterpriseId }),
    };
    world.installs.set(token, made);
    return made;
  };
  const botToken = 'xoxb-1111111111-2222222222-standinstandinstandin';
  const appToken = 'xapp-1-A0SPLITPROOF-1111111111-standin';
  const botId = install(team, botToken).botId;
  const configToken = 'xoxe.xoxp-1-standinstandin';
  const ofTheApp = { teamId: null, botUser: bot.id, botId, state: 'live' } as const;
  const connections = new Set(['connections:write']);
  world.installs.set(appToken, { ...ofTheApp, token: appToken, kind: 'app', scopes: connections });
  world.installs.set(configToken, { ...ofTheApp, token: configToken, kind: 'config', scopes: new Set() });

  return {
    team,
    bot,
    botToken,
    appToken,
    configToken,
    signingSecret: app.signingSecret,
    addTeam,
    addUser,
    addChannel(wanted) {
      const kind = wanted.kind ?? 'public';
      const members = (wanted.members ?? []).map(({ id }) => id);
      const channel: Channel = {
        id: newId(world, kind === 'private' ? 'G' : kind === 'im' ? 'D' : 'C'),
        teamId: wanted.teamId ?? team.id,
        name: wanted.name,
        kind,
        members: new Set(wanted.withoutBot === true ? members : [...members, bot.id]),
        archived: wanted.archived ?? false,
        sharedWith: new Set((wanted.sharedWith ?? []).map(({ id }) => id)),
        restricted: wanted.restricted ?? false,
      };
      world.channels.set(channel.id, channel);
      return channel;
    },
    directWith: (user) => directChannel(world, team.id, bot.id, user.id),
    install,
    setToken(token, state) {
      const known = world.installs.get(token);
      if (known !== undefined) known.state = state;
    },
    setScopes(scopes) {
      app.scopes = new Set(scopes);
      for (const known of world.installs.values()) if (known.kind === 'bot') known.scopes = new Set(scopes);
    },
  };
}

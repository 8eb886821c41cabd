import { type APIGuildMember, type APIUser, type Client, PermissionFlagsBits, Routes } from 'discord.js';
import type { Account } from '../../bot/adapter.ts';
import type { Api } from './api.ts';
import { codeOf, toUserError } from './errors.ts';
import { LIMITS } from './limits.ts';
import { ownSpace } from './read.ts';
import { nameOf } from './read-options.ts';

const UNKNOWN_MEMBER = 10_007;
const UNKNOWN_GUILD = 10_004;
const MISSING_ACCESS = 50_001;
const NOT_A_MEMBER: readonly (number | null)[] = [UNKNOWN_MEMBER, UNKNOWN_GUILD, MISSING_ACCESS];

/**
 * Who an account is, by the name it has in this space. Discord tells a person's language only with their own
 * commands, and a time zone never.
 */
export async function readAccount(api: Api, client: Client, space: string, id: string): Promise<Account> {
  try {
    const member = space === ownSpace(id) ? null : await readMember(api, space, id);
    const user = member?.user ?? ((await api.surely(() => api.bot.get(Routes.user(id)))) as APIUser);
    const admin = space === ownSpace(id) ? true : member && isAdmin(client, space, id, member.roles);
    return accountOf(user, member?.nick, admin);
  } catch (error) {
    throw toUserError(error);
  }
}

/**
 * The members of a server whose nickname, display name or user name this is, any case. Nobody outside of a server, nor
 * where Discord does not let the bot look.
 *
 * Discord itself compares beginnings; to search needs no privileged intent.
 */
export async function findAccounts(
  api: Api,
  client: Client,
  space: string,
  name: string,
): Promise<readonly Account[]> {
  const wanted = comparable(name);
  const isServer = /^\d+$/.test(space);
  if (!isServer || wanted === '' || wanted.length > LIMITS.memberQuery) return [];
  const query = new URLSearchParams({ query: name.trim(), limit: String(LIMITS.memberPage) });
  try {
    const request = () => api.bot.get(Routes.guildMembersSearch(space), { query });
    const members = (await api.surely(request)) as APIGuildMember[];
    return members
      .filter((member) => namesOf(member).includes(wanted))
      .map(({ user, nick, roles }) => accountOf(user, nick, isAdmin(client, space, user.id, roles)));
  } catch (error) {
    if (NOT_A_MEMBER.includes(codeOf(error))) return [];
    throw toUserError(error);
  }
}

function namesOf({ user, nick }: APIGuildMember): readonly string[] {
  return [nick, user.global_name, user.username].flatMap((name) => (name ? [comparable(name)] : []));
}

function comparable(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

function accountOf(user: APIUser, nick: string | null | undefined, admin: boolean | null): Account {
  return {
    id: user.id,
    name: nameOf(user, nick),
    locale: null,
    timeZone: null,
    bot: user.bot === true,
    admin,
  };
}

async function readMember(api: Api, space: string, id: string): Promise<APIGuildMember | null> {
  try {
    return (await api.surely(() => api.bot.get(Routes.guildMember(space, id)))) as APIGuildMember;
  } catch (error) {
    if (NOT_A_MEMBER.includes(codeOf(error))) return null;
    throw error;
  }
}

/** "Manage Server", by being the owner or by a role; null while we do not know the server's roles. */
function isAdmin(client: Client, space: string, id: string, roles: readonly string[]): boolean | null {
  const guild = client.guilds.cache.get(space);
  if (!guild?.available) return null;
  if (guild.ownerId === id) return true;
  const needed = [PermissionFlagsBits.Administrator, PermissionFlagsBits.ManageGuild];
  return [space, ...roles].some((role) => guild.roles.cache.get(role)?.permissions.any(needed) ?? false);
}

import { asList, isJson } from './json.ts';
import { can } from './permissions.ts';
import type { Channel, Pings, User } from './things.ts';
import type { World } from './world.ts';

const NOBODY: Pings = { users: [], roles: [], everyone: false };

function idsIn(text: string, pattern: RegExp): string[] {
  return [...new Set([...text.matchAll(pattern)].map((match) => match[1]!))];
}

/**
 * Whom a text really pings.
 *
 * Markdown is not looked at, so that a mention counts even in code or behind a backslash: what escapes
 * a ping only by how it is drawn does not count as safe here. Embeds never ping.
 *
 * @param allowed `allowed_mentions` of the request; missing means all kinds, or users only for interactions
 */
export function pingsOf(
  world: World,
  place: { channel: Channel; author: User; isInteraction: boolean },
  text: string,
  allowed: unknown,
): Pings {
  if (!text) return NOBODY;
  const rules = isJson(allowed)
    ? allowed
    : { parse: place.isInteraction ? ['users'] : ['users', 'roles', 'everyone'] };
  const parse = asList(rules.parse);
  const keeps = (kind: string) => (id: string) => parse.includes(kind) || asList(rules[kind]).includes(id);
  const guild = world.guildOf(place.channel);
  const users = idsIn(text, /<@!?(\d+)>/g).filter((id) => world.users.has(id));
  const roles = idsIn(text, /<@&(\d+)>/g).filter((id) => guild?.roles.has(id));
  const mayCallAll = can(world, place.channel, place.author, 'mentionEveryone');
  return {
    users: users.filter(keeps('users')),
    roles: roles.filter(keeps('roles')),
    everyone: guild !== null && parse.includes('everyone') && mayCallAll && /@(everyone|here)/.test(text),
  };
}

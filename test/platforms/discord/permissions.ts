import type { Channel, Guild, User } from './things.ts';
import type { World } from './world.ts';

export const PERMISSION = {
  administrator: 1n << 3n,
  manageGuild: 1n << 5n,
  addReactions: 1n << 6n,
  viewChannel: 1n << 10n,
  sendMessages: 1n << 11n,
  manageMessages: 1n << 13n,
  embedLinks: 1n << 14n,
  attachFiles: 1n << 15n,
  readMessageHistory: 1n << 16n,
  mentionEveryone: 1n << 17n,
  useApplicationCommands: 1n << 31n,
  sendMessagesInThreads: 1n << 38n,
  useExternalApps: 1n << 50n,
} as const;

export type PermissionName = keyof typeof PERMISSION;

const ALL_PERMISSIONS = (1n << 53n) - 1n;

/** What `@everyone` may do in a new guild here: read, write, react, use commands. */
export const EVERYONE_DEFAULT = permissionBits([
  ...(['viewChannel', 'sendMessages', 'addReactions', 'embedLinks', 'attachFiles'] as const),
  ...(['readMessageHistory', 'useApplicationCommands', 'sendMessagesInThreads', 'useExternalApps'] as const),
]);

export function permissionBits(names: readonly PermissionName[]): bigint {
  return names.reduce((bits, name) => bits | PERMISSION[name], 0n);
}

/** What a member may do in a server before any channel changes it. */
export function guildPermissions(guild: Guild, user: User): bigint {
  if (guild.ownerId === user.id) return ALL_PERMISSIONS;
  const everyone = guild.roles.get(guild.id)?.permissions ?? 0n;
  const roles = guild.members.get(user.id)?.roles ?? [];
  const bits = roles.reduce((sum, id) => sum | (guild.roles.get(id)?.permissions ?? 0n), everyone);
  return bits & PERMISSION.administrator ? ALL_PERMISSIONS : bits;
}

/** Overwrites apply in this order: everyone, roles (all denials, then all grants), the member. */
function withOverwrites(bits: bigint, channel: Channel, guild: Guild, user: User): bigint {
  if (bits === ALL_PERMISSIONS) return bits;
  const everyone = channel.overwrites.find(({ id }) => id === guild.id);
  const roles = guild.members.get(user.id)?.roles ?? [];
  const ofRoles = channel.overwrites.filter(({ type, id }) => type === 0 && roles.includes(id));
  const own = channel.overwrites.find(({ type, id }) => type === 1 && id === user.id);
  let result = bits;
  if (everyone) result = (result & ~everyone.deny) | everyone.allow;
  result &= ~ofRoles.reduce((sum, { deny }) => sum | deny, 0n);
  result |= ofRoles.reduce((sum, { allow }) => sum | allow, 0n);
  if (own) result = (result & ~own.deny) | own.allow;
  return result;
}

/** What a person may do in a channel; a thread takes its parent's overwrites; a direct message allows all. */
export function permissionsIn(world: World, channel: Channel, user: User): bigint {
  const guild = world.guildOf(channel);
  if (!guild) return channel.recipients.includes(user) || user === world.bot ? ALL_PERMISSIONS : 0n;
  if (!guild.members.has(user.id)) return 0n;
  const place = channel.parentId && channel.thread ? world.channels.get(channel.parentId) : channel;
  const bits = withOverwrites(guildPermissions(guild, user), place ?? channel, guild, user);
  return bits & PERMISSION.viewChannel ? bits : 0n;
}

export function can(world: World, channel: Channel, user: User, ...names: PermissionName[]): boolean {
  const needed = permissionBits(names);
  return (permissionsIn(world, channel, user) & needed) === needed;
}

import { deleteMessage } from '../messages.ts';
import { channelJson, guildCreateJson, roleJson } from '../payloads.ts';
import { EVERYONE_DEFAULT, type PermissionName, permissionBits } from '../permissions.ts';
import type { Channel, Guild, Message, Role, User } from '../things.ts';
import type { World } from '../world.ts';

/** What people with the power to do so do to servers, channels and members. */
export function placeActs(world: World) {
  function isoNow(): string {
    return new Date(world.now()).toISOString();
  }

  function announceChannel(type: string, channel: Channel): void {
    const name = channel.thread ? type.replace('CHANNEL', 'THREAD') : type;
    world.dispatch({ type: name, data: channelJson(channel), guildId: channel.guildId, channel });
    world.changes.happened();
  }

  function user(name: string, about: Partial<User> = {}): User {
    return world.addUser({ username: name.toLowerCase(), globalName: name, ...about });
  }

  function join(guild: Guild, who: User, permissions: readonly PermissionName[] = []): void {
    const roles: string[] = [];
    if (permissions.length > 0) {
      const role: Role = {
        id: world.id(),
        name: `${who.username}'s role`,
        permissions: permissionBits(permissions),
        position: guild.roles.size,
      };
      guild.roles.set(role.id, role);
      roles.push(role.id);
    }
    guild.members.set(who.id, { user: who, nick: null, roles, joinedAt: isoNow() });
  }

  /** A server with the bot in it, owned by somebody unnamed. */
  function guild(name: string, about: { locale?: string; withBot?: boolean } = {}): Guild {
    const id = world.id();
    const everyone: Role = { id, name: '@everyone', permissions: EVERYONE_DEFAULT, position: 0 };
    const made: Guild = {
      id,
      name,
      ownerId: world.id(),
      locale: about.locale ?? 'en-US',
      roles: new Map([[id, everyone]]),
      members: new Map(),
      available: true,
    };
    world.guilds.set(id, made);
    if (about.withBot !== false) invite(made);
    return made;
  }

  /** The bot is let in: with the events that says, to a bot that is connected. */
  function invite(to: Guild): void {
    join(to, world.bot);
    world.dispatch({ type: 'GUILD_CREATE', data: guildCreateJson(world, to), guildId: to.id });
    world.changes.happened();
  }

  function kick(from: Guild): void {
    world.dispatch({ type: 'GUILD_DELETE', data: { id: from.id }, guildId: from.id });
    from.members.delete(world.bot.id);
    world.changes.happened();
  }

  /** The server is down, which is not the same as having left it. */
  function outage(of: Guild): void {
    of.available = false;
    world.dispatch({ type: 'GUILD_DELETE', data: { id: of.id, unavailable: true }, guildId: of.id });
  }

  function recover(from: Guild): void {
    from.available = true;
    world.dispatch({ type: 'GUILD_CREATE', data: guildCreateJson(world, from), guildId: from.id });
  }

  function add(channel: Channel): Channel {
    world.channels.set(channel.id, channel);
    announceChannel('CHANNEL_CREATE', channel);
    return channel;
  }

  function channel(of: Guild, name: string): Channel {
    return add({
      id: world.id(),
      type: 0,
      guildId: of.id,
      name,
      overwrites: [],
      parentId: null,
      recipients: [],
      thread: null,
      messages: new Map(),
    });
  }

  function thread(parent: Channel, name: string, owner: User): Channel {
    const made = { archived: false, locked: false, ownerId: owner.id };
    const { guildId } = parent;
    return add({ ...channel0(), id: world.id(), type: 11, guildId, name, parentId: parent.id, thread: made });
  }

  function channel0(): Omit<Channel, 'id' | 'type' | 'guildId' | 'name'> {
    return { overwrites: [], parentId: null, recipients: [], thread: null, messages: new Map() };
  }

  function archive(what: Channel, locked = false): void {
    if (!what.thread) throw new Error('Only threads are archived.');
    what.thread = { ...what.thread, archived: true, locked };
    announceChannel('CHANNEL_UPDATE', what);
  }

  function deleteChannel(what: Channel): void {
    announceChannel('CHANNEL_DELETE', what);
    world.channels.delete(what.id);
  }

  function overwriteFor(where: Channel, who: User) {
    let found = where.overwrites.find(({ id }) => id === who.id);
    if (!found) {
      found = { id: who.id, type: 1, allow: 0n, deny: 0n };
      where.overwrites.push(found);
    }
    return found;
  }

  function deny(where: Channel, who: User, ...names: PermissionName[]): void {
    const overwrite = overwriteFor(where, who);
    overwrite.deny |= permissionBits(names);
    overwrite.allow &= ~permissionBits(names);
    announceChannel('CHANNEL_UPDATE', where);
  }

  function allow(where: Channel, who: User, ...names: PermissionName[]): void {
    const overwrite = overwriteFor(where, who);
    overwrite.allow |= permissionBits(names);
    overwrite.deny &= ~permissionBits(names);
    announceChannel('CHANNEL_UPDATE', where);
  }

  /** Change what everybody in a server may do. */
  function setEveryone(of: Guild, names: readonly PermissionName[]): void {
    const role = of.roles.get(of.id)!;
    role.permissions = permissionBits(names);
    world.dispatch({
      type: 'GUILD_ROLE_UPDATE',
      data: { guild_id: of.id, role: roleJson(role) },
      guildId: of.id,
    });
  }

  /** Several messages at once: two to a hundred, in one event without their content. */
  function bulkDelete(where: Channel, messages: readonly Message[]): void {
    for (const { id } of messages) where.messages.delete(id);
    const ids = messages.map(({ id }) => id);
    const data = { ids, channel_id: where.id, ...(where.guildId && { guild_id: where.guildId }) };
    world.dispatch({ type: 'MESSAGE_DELETE_BULK', data, guildId: where.guildId, channel: where });
    world.changes.happened();
  }

  return {
    ...{ user, join, guild, invite, kick, outage, recover, channel, thread, archive, deleteChannel },
    ...{ deny, allow, setEveryone, bulkDelete },
    deleteMessage: (message: Message) => deleteMessage(world, message),
    direct: (who: User) => world.addDirectChannel(who),
  };
}

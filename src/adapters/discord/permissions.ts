import { type APIChannel, ChannelType, type Client, Routes } from 'discord.js';
import { UserError } from '../../core/problem.ts';
import type { Api } from './api.ts';
import { codeOf, toUserError } from './errors.ts';
import { PERMISSIONS, type PermissionName } from './needed.ts';

const MISSING_ACCESS = 50_001;

/**
 * What the bot lacks in a channel, by the names in Discord's settings, each one shown there.
 *
 * @throws UserError `platform.no-channel`
 */
export async function missingPermissions(
  api: Api,
  client: Client,
  channelId: string,
): Promise<readonly PermissionName[]> {
  const channel = client.channels.cache.get(channelId);
  const own = client.user;
  if (!channel || channel.isDMBased() || !own) return askDiscord(api, channelId);
  const granted = channel.permissionsFor(own);
  if (!granted?.has(PERMISSIONS['View Channel'])) return ['View Channel'];
  return neededIn(channel.isThread()).filter((name) => !granted.has(PERMISSIONS[name]));
}

function neededIn(isThread: boolean): readonly PermissionName[] {
  const unneeded: PermissionName = isThread ? 'Send Messages' : 'Send Messages in Threads';
  return (Object.keys(PERMISSIONS) as PermissionName[]).filter((name) => name !== unneeded);
}

/** A channel we were never told about: a direct message, where all is allowed, or one that is hidden from us. */
async function askDiscord(api: Api, channelId: string): Promise<readonly PermissionName[]> {
  try {
    const channel = (await api.surely(() => api.bot.get(Routes.channel(channelId)))) as APIChannel;
    return channel.type === ChannelType.DM || channel.type === ChannelType.GroupDM ? [] : ['View Channel'];
  } catch (error) {
    if (codeOf(error) === MISSING_ACCESS) return ['View Channel'];
    const known = toUserError(error);
    if (known instanceof UserError) throw known;
    throw error;
  }
}

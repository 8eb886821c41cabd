import { PermissionFlagsBits } from 'discord.js';

/** Every permission the bot asks for, by its name in Discord's settings. docs/discord.md has the sum. */
export const PERMISSIONS = {
  'View Channel': PermissionFlagsBits.ViewChannel,
  'Send Messages': PermissionFlagsBits.SendMessages,
  'Send Messages in Threads': PermissionFlagsBits.SendMessagesInThreads,
  'Attach Files': PermissionFlagsBits.AttachFiles,
  'Read Message History': PermissionFlagsBits.ReadMessageHistory,
  'Add Reactions': PermissionFlagsBits.AddReactions,
} as const;

export type PermissionName = keyof typeof PERMISSIONS;

/** What each thing needs: named in a refusal when Discord does not say which one is missing. */
export const NEEDED = {
  writing: ['View Channel', 'Send Messages', 'Attach Files'],
  reading: ['View Channel', 'Read Message History'],
  reacting: ['View Channel', 'Read Message History', 'Add Reactions'],
} as const satisfies Readonly<Record<string, readonly PermissionName[]>>;

/** For the address that adds the bot to a server. */
export const INVITE_PERMISSIONS = Object.values(PERMISSIONS).reduce((sum, bit) => sum | bit, 0n);

/** What of it a set of permissions lacks. */
export function missingFrom(granted: bigint): readonly PermissionName[] {
  if ((granted & PermissionFlagsBits.Administrator) !== 0n) return [];
  return (Object.keys(PERMISSIONS) as PermissionName[]).filter(
    (name) => (granted & PERMISSIONS[name]) === 0n,
  );
}

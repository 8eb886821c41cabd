/** The least a bot token needs, and what for. docs/slack.md lists the same, held together by a test. */
export const SCOPES = {
  'app_mentions:read': 'hears commands typed as @Splitproof, the way inside threads',
  'channels:read': 'notices that it was removed from a channel or the channel archived',
  'chat:write': 'answers and posts',
  commands: 'slash commands and entries in the message menu',
  'files:read': 'reads the lists and recordings that people attach',
  'files:write': 'gives results as files',
  'groups:read': 'the same as channels:read, in private channels',
  'im:write': 'sends receipts and files to one person alone',
  'reactions:read': 'sees who approved by emoji',
  'reactions:write': 'puts ✅ and ❌ under a sheet for people to press',
  'users:read': 'knows names, languages, time zones and who is an admin, and finds who is meant by a name',
} as const;

/** Asked for once the app's own id is known, since a subscription to its own metadata has to name it. */
export const METADATA_SCOPE = 'metadata.message:read';

export type Scope = keyof typeof SCOPES;

export const EVENTS = [
  'app_mention',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'group_archive',
  'group_deleted',
  'group_left',
  'member_left_channel',
  'reaction_added',
  'reaction_removed',
  'tokens_revoked',
] as const;

export const METADATA_EVENTS = ['message_metadata_deleted', 'message_metadata_posted'] as const;

export function scopeNames(): readonly Scope[] {
  return Object.keys(SCOPES) as Scope[];
}

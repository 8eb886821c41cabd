import { objects } from './args.ts';
import { isObject } from './blocks/shape.ts';
import type { Json } from './world.ts';

/** The app's settings at Slack: what its manifest says, and its secrets. */
export type SlackApp = {
  readonly id: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly signingSecret: string;
  readonly verificationToken: string;
  scopes: Set<string>;
  events: Set<string>;
  metadataTypes: Set<string>;
  commands: Map<string, { readonly escaped: boolean }>;
  shortcuts: Map<string, string>;
  interactive: boolean;
  socketMode: boolean;
  requestUrl: string;
  /** The manifest as it was pasted last. */
  manifest: Json;
};

/** What a bot of this kind may at most be given; the default when a test brings no manifest. */
const EVERY_SCOPE = [
  'app_mentions:read',
  'channels:history',
  'channels:join',
  'channels:read',
  'chat:write',
  'commands',
  'emoji:read',
  'files:read',
  'files:write',
  'groups:history',
  'groups:read',
  'im:history',
  'im:read',
  'im:write',
  'mpim:history',
  'mpim:read',
  'metadata.message:read',
  'reactions:read',
  'reactions:write',
  'team:read',
  'users:read',
];

const EVERY_EVENT = [
  'app_mention',
  'app_rate_limited',
  'app_uninstalled',
  'channel_archive',
  'channel_deleted',
  'channel_left',
  'channel_rename',
  'channel_unarchive',
  'emoji_changed',
  'group_archive',
  'group_deleted',
  'group_left',
  'group_unarchive',
  'member_joined_channel',
  'member_left_channel',
  'message.channels',
  'message.groups',
  'message.im',
  'message.mpim',
  'message_metadata_deleted',
  'message_metadata_posted',
  'message_metadata_updated',
  'reaction_added',
  'reaction_removed',
  'tokens_revoked',
  'user_change',
];

export function createApp(): SlackApp {
  return {
    id: 'A0SPLITPROOF',
    clientId: '1111111111.2222222222',
    clientSecret: 'client-secret-of-the-stand-in',
    signingSecret: 'signing-secret-of-the-stand-in',
    verificationToken: 'verification-token',
    scopes: new Set(EVERY_SCOPE),
    events: new Set(EVERY_EVENT),
    metadataTypes: new Set(['*']),
    commands: new Map(),
    shortcuts: new Map(),
    interactive: true,
    socketMode: true,
    requestUrl: '',
    manifest: {},
  };
}

/** Set the app up the way Slack does when a manifest is pasted: nothing it does not name is granted or sent. */
export function applyManifest(app: SlackApp, manifest: Json): void {
  app.manifest = manifest;
  const features = object(manifest.features);
  const oauth = object(object(manifest.oauth_config).scopes);
  const settings = object(manifest.settings);
  const subscriptions = object(settings.event_subscriptions);
  app.scopes = new Set([...strings(oauth.bot), ...strings(oauth.bot_optional)]);
  app.events = new Set(strings(subscriptions.bot_events));
  app.metadataTypes = new Set(
    objects(subscriptions.metadata_subscriptions)
      .filter((entry) => entry.app_id === app.id)
      .map((entry) => String(entry.event_type)),
  );
  app.commands = new Map(
    objects(features.slash_commands).map((command) => [
      String(command.command),
      { escaped: command.should_escape === true },
    ]),
  );
  app.shortcuts = new Map(
    objects(features.shortcuts)
      .filter((shortcut) => shortcut.type === 'message')
      .map((shortcut) => [String(shortcut.name), String(shortcut.callback_id)]),
  );
  app.interactive = object(settings.interactivity).is_enabled === true;
  app.socketMode = settings.socket_mode_enabled === true;
}

function object(value: unknown): Json {
  return isObject(value) ? value : {};
}

function strings(value: unknown): readonly string[] {
  return Array.isArray(value) ? value.map(String) : [];
}

import type { Command } from '../../bot/command.ts';
import { shortened } from './cut.ts';
import { LIMITS } from './limits.ts';
import { POST_EVENT } from './post-keys.ts';
import { EVENTS, METADATA_EVENTS, METADATA_SCOPE, scopeNames } from './scopes.ts';

export type ManifestOptions = {
  /** The public address of /slack/events; left out for Socket Mode. */
  readonly requestUrl?: string;
  /** The app's own id, once there is one: with it, the app hears of its own posts. */
  readonly appId?: string;
};

export type SlackManifest = ReturnType<typeof draft>;

/** Slack's own commands, which an app's command of the same name would hide or not reach. */
const BUILT_IN = new Set(
  `active apps archive away call collapse dm dnd expand feed feedback huddle invite invite_people join leave list me msg mute
  open part prefs pro remind remove rename search shortcuts shrug star status topic unarchive who`.split(
    /\s+/,
  ),
);

/**
 * The app's settings as Slack takes them, from the commands that there are.
 *
 * @throws Error that names every place Slack would not take
 */
export function buildManifest(commands: readonly Command[], options: ManifestOptions = {}): SlackManifest {
  const manifest = draft(commands, options);
  const problems = checkManifest(manifest);
  if (problems.length > 0) throw new Error(`Slack would not take this manifest:\n${problems.join('\n')}`);
  return manifest;
}

function draft(commands: readonly Command[], { requestUrl, appId }: ManifestOptions) {
  const url = requestUrl === undefined ? {} : { url: requestUrl };
  const request = requestUrl === undefined ? {} : { request_url: requestUrl };
  return {
    display_information: {
      name: 'Splitproof',
      description: 'Keeps a music team’s rights paperwork straight: codes, splits, licenses, release dates.',
      background_color: '#1f2a37',
    },
    features: {
      app_home: { home_tab_enabled: false, messages_tab_enabled: true, messages_tab_read_only_enabled: true },
      bot_user: { display_name: 'splitproof', always_online: true },
      shortcuts: commands.flatMap(({ messageActions, description }) =>
        (messageActions ?? []).map(({ name }) => ({ name, type: 'message', callback_id: name, description })),
      ),
      slash_commands: commands.map((command) => ({
        command: `/${command.name}`,
        description: command.description,
        usage_hint: shortened(hintOf(command), LIMITS.commandHint),
        should_escape: true,
        ...url,
      })),
    },
    oauth_config: {
      scopes: { bot: [...scopeNames(), ...(appId === undefined ? [] : [METADATA_SCOPE])].sort() },
    },
    settings: {
      event_subscriptions: {
        ...request,
        bot_events: [...EVENTS, ...(appId === undefined ? [] : METADATA_EVENTS)].sort(),
        ...(appId === undefined
          ? {}
          : { metadata_subscriptions: [{ app_id: appId, event_type: POST_EVENT }] }),
      },
      interactivity: { is_enabled: true, ...request },
      org_deploy_enabled: false,
      socket_mode_enabled: requestUrl === undefined,
      token_rotation_enabled: false,
    },
  };
}

/** Shown beside the command while it is typed: `check | new-or-same`, or the options where there is one way only. */
function hintOf({ subcommands, main }: Command): string {
  const names = Object.keys(subcommands);
  const only = names.length === 1 ? names[0] : undefined;
  if (only === undefined || main !== only) return names.join(' | ');
  const options = Object.entries(subcommands[only]?.options ?? {});
  // A slash command carries no files.
  const typed = options.filter(([, { kind }]) => kind !== 'file');
  return typed.map(([name]) => `[${name}]`).join(' ');
}

/** What Slack would refuse, one line each. Bounds as in limits.ts, names as Slack's pages give them. */
export function checkManifest({ display_information, features, settings }: SlackManifest): readonly string[] {
  const problems: string[] = [];
  const need = (holds: boolean, problem: string) => {
    if (!holds) problems.push(problem);
  };
  need(display_information.name.length <= LIMITS.appName, 'the name of the app is too long');
  need(
    display_information.description.length <= LIMITS.appDescription,
    'the description of the app is too long',
  );
  const { slash_commands, shortcuts } = features;
  need(slash_commands.length <= LIMITS.commands, `more than ${LIMITS.commands} slash commands`);
  need(shortcuts.length <= LIMITS.shortcuts, `more than ${LIMITS.shortcuts} menu entries`);
  for (const { command, description } of slash_commands) {
    need(/^\/[a-z0-9_-]+$/.test(command), `${command}: only a-z, 0-9, "-" and "_"`);
    need(command.length <= LIMITS.commandName, `${command}: longer than ${LIMITS.commandName} characters`);
    need(!BUILT_IN.has(command.slice(1)), `${command}: Slack has a command of that name`);
    need(description.length <= LIMITS.commandDescription, `${command}: its description is too long`);
  }
  for (const { name, description } of shortcuts) {
    need(name.length <= LIMITS.shortcutName, `"${name}": longer than ${LIMITS.shortcutName} characters`);
    need(description.length <= LIMITS.shortcutDescription, `"${name}": its description is too long`);
  }
  const names = [...slash_commands.map(({ command }) => command), ...shortcuts.map(({ name }) => name)];
  need(new Set(names).size === names.length, 'two commands or menu entries have one name');
  const { request_url } = settings.event_subscriptions;
  const isPublic = request_url === undefined || /^https:\/\/[^/]+\/slack\/events$/.test(request_url);
  need(isPublic, 'the address must be https and end in /slack/events');
  return problems;
}

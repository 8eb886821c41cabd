import type { SlackApp } from './app.ts';
import { newHook } from './hooks.ts';
import { newTrigger, viewJson } from './methods/views.ts';
import { messageJson } from './post.ts';
import type { Channel, Ephemeral, Hook, Json, Message, OpenView, Team, User, World } from './world.ts';

/** Who does something where, for the bodies that Slack sends about it. */
export type Actor = {
  readonly world: World;
  readonly app: SlackApp;
  readonly user: User;
  readonly team: Team;
  readonly orgWide: boolean;
};

export function commandPayload(actor: Actor, channel: Channel, command: string, text: string): Json {
  const { world, app, user, team } = actor;
  return {
    token: app.verificationToken,
    team_id: team.id,
    team_domain: team.domain,
    ...(team.enterpriseId === undefined ? {} : { enterprise_id: team.enterpriseId, enterprise_name: 'Grid' }),
    channel_id: channel.id,
    channel_name:
      channel.kind === 'im' ? 'directmessage' : channel.kind === 'private' ? 'privategroup' : channel.name,
    user_id: user.id,
    user_name: user.name,
    command,
    text,
    api_app_id: app.id,
    is_enterprise_install: String(actor.orgWide),
    response_url: newHook(world, { user: user.id, channel: channel.id }),
    trigger_id: newTrigger(world, user.id, team.id),
  };
}

/** What every interaction carries. An app installed for a whole organization gets no team. */
function common({ app, user, team, orgWide, world }: Actor): Json {
  return {
    api_app_id: app.id,
    token: app.verificationToken,
    user: { id: user.id, username: user.name, name: user.name, team_id: user.teamId },
    team: orgWide
      ? null
      : {
          id: team.id,
          domain: team.domain,
          ...(team.enterpriseId === undefined ? {} : { enterprise_id: team.enterpriseId }),
        },
    enterprise: team.enterpriseId === undefined ? null : { id: team.enterpriseId, name: 'Grid' },
    is_enterprise_install: orgWide,
    trigger_id: newTrigger(world, user.id, team.id),
  };
}

export function shortcutPayload(actor: Actor, channel: Channel, message: Message, callbackId: string): Json {
  return {
    ...common(actor),
    type: 'message_action',
    callback_id: callbackId,
    action_ts: `${Math.floor(actor.world.now() / 1000)}.000000`,
    message_ts: message.ts,
    response_url: newHook(actor.world, {
      user: actor.user.id,
      channel: channel.id,
      ...(message.threadTs === undefined ? {} : { threadTs: message.threadTs }),
    }),
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    message: messageJson(actor.world, message),
  };
}

/** A pressed element of a message, public or ephemeral. */
export function actionPayload(
  actor: Actor,
  channel: Channel,
  shown: Message | Ephemeral,
  action: Json,
): Json {
  const { world } = actor;
  const ephemeral = 'via' in shown;
  const hook: Omit<Hook, 'url' | 'uses' | 'at'> = {
    user: actor.user.id,
    channel: channel.id,
    source: { ts: shown.ts, ephemeral },
    ...(shown.threadTs === undefined ? {} : { threadTs: shown.threadTs }),
  };
  return {
    ...common(actor),
    type: 'block_actions',
    container: {
      type: 'message',
      message_ts: shown.ts,
      channel_id: channel.id,
      is_ephemeral: ephemeral,
      ...(shown.threadTs === undefined ? {} : { thread_ts: shown.threadTs }),
    },
    channel: { id: channel.id, name: channel.kind === 'im' ? 'directmessage' : channel.name },
    // Of an ephemeral message the app gets nothing back but what it carries in its elements.
    ...(ephemeral ? {} : { message: messageJson(world, shown) }),
    state: { values: {} },
    response_url: newHook(world, hook),
    actions: [{ ...action, action_ts: `${Math.floor(world.now() / 1000)}.000000` }],
  };
}

export function submissionPayload(actor: Actor, opened: OpenView, values: Json): Json {
  return {
    ...common(actor),
    type: 'view_submission',
    view: viewJson(opened, values, actor.app.id),
    response_urls: [],
  };
}

export function closedPayload(actor: Actor, opened: OpenView): Json {
  const { trigger_id: _trigger, ...rest } = common(actor);
  return { ...rest, type: 'view_closed', view: viewJson(opened, {}, actor.app.id), is_cleared: false };
}

import { z } from 'zod';

/** The parts of Slack's bodies that we read. Everything else may change without our noticing. */

const id = z.string().min(1);
const orgWide = z.union([z.boolean(), z.string()]).nullish();
const enterprise = z.object({ id }).nullish();
const team = z.object({ id, domain: z.string().nullish(), enterprise_id: z.string().nullish() }).nullish();
const user = z.object({
  id,
  name: z.string().nullish(),
  username: z.string().nullish(),
  team_id: z.string().nullish(),
});

export const command = z.object({
  command: id,
  text: z.string().default(''),
  team_id: z.string().nullish(),
  team_domain: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  is_enterprise_install: orgWide,
  channel_id: id,
  user_id: id,
  trigger_id: id,
  response_url: z.string().nullish(),
});

const message = z.object({
  ts: id,
  thread_ts: z.string().nullish(),
  user: z.string().nullish(),
  bot_id: z.string().nullish(),
  username: z.string().nullish(),
  text: z.string().nullish(),
  files: z.array(z.unknown()).nullish(),
  blocks: z.array(z.unknown()).nullish(),
  attachments: z.array(z.unknown()).nullish(),
});

const interaction = z.object({ team, enterprise, user, is_enterprise_install: orgWide, trigger_id: id });

export const shortcut = interaction.extend({
  type: z.literal('message_action'),
  callback_id: id,
  channel: z.object({ id }),
  message,
  response_url: z.string().nullish(),
});

export const press = interaction.extend({
  type: z.literal('block_actions'),
  channel: z.object({ id }).nullish(),
  container: z
    .object({
      message_ts: z.string().nullish(),
      channel_id: z.string().nullish(),
      thread_ts: z.string().nullish(),
      is_ephemeral: z.boolean().nullish(),
    })
    .nullish(),
  message: message.nullish(),
  response_url: z.string().nullish(),
  actions: z.array(z.object({ action_id: z.string(), value: z.string().nullish() })).min(1),
});

export const submission = interaction.extend({
  type: z.literal('view_submission'),
  view: z.object({
    id,
    private_metadata: z.string().default(''),
    title: z.unknown().optional(),
    submit: z.unknown().optional(),
    blocks: z.array(z.looseObject({})).default([]),
    app_installed_team_id: z.string().nullish(),
    state: z.object({ values: z.record(z.string(), z.record(z.string(), z.looseObject({}))) }),
  }),
});

/** What is around every event. */
export const envelope = z.object({
  event_id: id,
  team_id: z.string().nullish(),
  enterprise_id: z.string().nullish(),
  authorizations: z
    .array(
      z.object({
        team_id: z.string().nullish(),
        enterprise_id: z.string().nullish(),
        is_enterprise_install: z.boolean().nullish(),
      }),
    )
    .nullish(),
});

export const mention = message.extend({ type: z.literal('app_mention'), channel: id });

export const reaction = z.object({
  type: z.enum(['reaction_added', 'reaction_removed']),
  user: id,
  reaction: id,
  item_user: z.string().nullish(),
  item: z.object({ type: z.string(), channel: z.string().nullish(), ts: z.string().nullish() }),
  event_ts: z.string().nullish(),
});

export const metadata = z.object({
  app_id: z.string().nullish(),
  bot_id: z.string().nullish(),
  channel_id: id,
  message_ts: id,
  metadata: z
    .object({ event_type: z.string(), event_payload: z.object({ key: z.string().nullish() }) })
    .nullish(),
});

export const inChannel = z.object({
  channel: id,
  user: z.string().nullish(),
  deleted_ts: z.string().nullish(),
});

export const revoked = z.object({ tokens: z.object({ bot: z.array(z.string()).nullish() }) });

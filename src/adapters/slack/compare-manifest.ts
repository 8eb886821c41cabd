import { z } from 'zod';
import type { Finding } from '../../bot/adapter.ts';
import type { DoctorParts } from './doctor.ts';
import { reasonOf } from './errors.ts';
import type { Identity } from './identity.ts';
import { buildManifest, type SlackManifest } from './manifest.ts';
import { say } from './say.ts';

/** The parts of a manifest that can be missing; as Slack gives it back. */
const exported = z.object({
  features: z
    .object({
      slash_commands: z
        .array(z.object({ command: z.string(), should_escape: z.boolean().default(false) }))
        .default([]),
      shortcuts: z.array(z.object({ callback_id: z.string() })).default([]),
    })
    .default({ slash_commands: [], shortcuts: [] }),
  settings: z
    .object({
      event_subscriptions: z
        .object({ bot_events: z.array(z.string()).default([]) })
        .default({ bot_events: [] }),
      interactivity: z.object({ is_enabled: z.boolean().default(false) }).default({ is_enabled: false }),
    })
    .default({ event_subscriptions: { bot_events: [] }, interactivity: { is_enabled: false } }),
});

type Exported = z.output<typeof exported>;

/**
 * Compare the app's settings at Slack with what they should be. Slack shows them only for a configuration token,
 * which lives for 12 hours; without one, all that can be told is what has arrived.
 */
export async function compareManifest(parts: DoctorParts, identity: Identity): Promise<readonly Finding[]> {
  const { env, clients, commands, arrivals } = parts;
  if (env.SLACK_CONFIG_TOKEN === undefined) {
    const arrived = await arrivals.list();
    const values = { count: arrived.length, arrived };
    return [{ tone: 'plain', message: say.manifestUnread, values, fix: say.manifestUnreadFix }];
  }
  try {
    const { bot } = await clients.asking.bots.info({ bot: identity.botId });
    const appId = bot?.app_id ?? '';
    const token = env.SLACK_CONFIG_TOKEN;
    const { manifest } = await clients.asking.apps.manifest.export({ app_id: appId, token });
    const found = differences(buildManifest(commands, { appId }), exported.parse(manifest));
    return found.length > 0 ? found : [{ tone: 'good', message: say.manifestGood }];
  } catch (error) {
    const values = { reason: reasonOf(error) };
    return [{ tone: 'caution', message: say.manifestRefused, values, fix: say.manifestRefusedFix }];
  }
}

function differences(wanted: SlackManifest, there: Exported): readonly Finding[] {
  const found: Finding[] = [];
  const bad = (message: string, values: Finding['values'] = {}, fix: string = say.manifestFix) =>
    found.push({ tone: 'bad', message, values, fix });
  const commands = new Map(there.features.slash_commands.map((known) => [known.command, known]));
  for (const { command } of wanted.features.slash_commands) {
    const known = commands.get(command);
    if (known === undefined) bad(say.commandMissing, { command });
    else if (!known.should_escape) bad(say.commandUnescaped, { command });
  }
  const shortcuts = new Set(there.features.shortcuts.map(({ callback_id }) => callback_id));
  for (const { name } of wanted.features.shortcuts)
    if (!shortcuts.has(name)) bad(say.shortcutMissing, { name });
  const events = new Set(there.settings.event_subscriptions.bot_events);
  for (const event of wanted.settings.event_subscriptions.bot_events) {
    if (!events.has(event)) bad(say.eventMissing, { event }, say.eventFix);
  }
  if (!there.settings.interactivity.is_enabled) bad(say.interactivityOff);
  return found;
}

import type { Delivery, Events } from './events.ts';
import { pingsOf, readable } from './mrkdwn.ts';
import { messagesOf } from './post.ts';
import { createWait, type Wait } from './wait.ts';
import type { Call, Channel, Ephemeral, Message, OpenView, User, World } from './world.ts';

export type Inspection = {
  readonly waitFor: Wait;
  messages(channel: Channel): readonly Message[];
  /** What a person sees alone, the oldest first. */
  ephemerals(user: User): readonly Ephemeral[];
  /** The messages of the bot to a person. */
  directs(user: User): readonly Message[];
  /** The modals in front of a person, the top one last. */
  views(user: User): readonly OpenView[];
  calls(method: string): readonly Call[];
  deliveries(type: string): readonly Delivery[];
  /** As it is read on the screen, without markup. */
  read(shown: Message | Ephemeral): string;
  /** Whom it notifies. */
  pings(shown: Message | Ephemeral): readonly string[];
  fileText(id: string): string;
};

export function createInspection(world: World, events: Events): Inspection {
  const messages = (channel: Channel): readonly Message[] => [...messagesOf(world, channel.id).values()];
  return {
    waitFor: createWait(world, () => tell(world)),
    messages,
    ephemerals: (user) => world.ephemerals.filter((shown) => shown.user === user.id && !shown.deleted),
    directs: (user) =>
      [...world.channels.values()]
        .filter((channel) => channel.kind === 'im' && channel.members.has(user.id))
        .flatMap(messages)
        .filter((message) => message.botId !== undefined),
    views: (user) =>
      [...world.views.values()].filter((view) => view.user === user.id && view.state === 'open'),
    calls: (method) => world.calls.filter((call) => call.method === method),
    deliveries: (type) => events.deliveries.filter((delivery) => delivery.type === type),
    read: (shown) => readable(shown.text, shown.blocks),
    pings: (shown) => pingsOf(shown.text, shown.blocks),
    fileText: (id) => world.files.get(id)?.bytes.toString() ?? '',
  };
}

/** The last things that happened, for the message of a wait that was in vain. */
function tell(world: World): string {
  const calls = world.calls
    .slice(-12)
    .map(({ method, answer }) => `  ${method} → ${JSON.stringify(answer).slice(0, 200)}`);
  return `The last calls were:\n${calls.join('\n') || '  none'}`;
}

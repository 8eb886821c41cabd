import type { App } from '@slack/bolt';
import type { Log } from '../../bot/adapter.ts';

type ReceiverEvent = Parameters<App['processEvent']>[0];

export type Guard = {
  /** The app as its receivers shall see it. */
  readonly app: App;
  /** Remember that an event could not be kept, so that it is not acknowledged. */
  failed(body: object): void;
  /** Resolves when no event is under way any more. */
  settled(): Promise<void>;
};

export type GuardParts = {
  readonly log: Log;
  /** False as long as we do not know who we are: then Slack is left waiting, and sends events again. */
  ready(): boolean;
  /** Told the name of everything that comes: a command, an event, the kind of a click. */
  arrived(name: string): void;
  /** Slack held back events because there were too many. */
  rateLimited(): Promise<void>;
};

/**
 * Stands between Bolt's receivers and its app.
 *
 * - An event is acknowledged after its listeners, not before: Bolt does it the other way round, and a crash in
 *   between would lose an approval.
 * - A late acknowledgement, which throws over HTTP and on a closed socket, is logged and no more.
 * - `app_rate_limited` comes as an envelope without an event, which Bolt would not answer.
 */
export function guarded(app: App, { log, ready, arrived, rateLimited }: GuardParts): Guard {
  const lost = new WeakSet<object>();
  const underWay = new Set<Promise<void>>();

  async function process(event: ReceiverEvent): Promise<void> {
    const { body } = event;
    if (!ready() || typeof body !== 'object' || body === null) return;
    arrived(nameOf(body));
    const ack: ReceiverEvent['ack'] = async (response?: unknown) => {
      try {
        await event.ack(response);
      } catch (error) {
        log.warn(
          { platform: 'slack', err: error },
          'an acknowledgement came too late or found no connection',
        );
      }
    };
    if (body.type === 'app_rate_limited') {
      await rateLimited();
      await ack();
      return;
    }
    if (!isEvent(body)) {
      await app.processEvent({ ...event, ack });
      return;
    }
    try {
      await app.processEvent({ ...event, ack: async () => {} });
    } finally {
      // What Bolt itself stumbles over does not get better by coming again.
      if (!lost.has(body)) await ack();
    }
  }

  function processEvent(event: ReceiverEvent): Promise<void> {
    const processing = process(event)
      .catch((error: unknown) =>
        log.error({ platform: 'slack', err: error }, 'Bolt could not process a request'),
      )
      .finally(() => underWay.delete(processing));
    underWay.add(processing);
    return processing;
  }

  return {
    // Everything else of the app stays what it is.
    app: Object.create(app, { processEvent: { value: processEvent } }) as App,
    failed: (body) => void lost.add(body),
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

type Body = Readonly<Record<string, unknown>>;

function isEvent(body: Body): body is Body & { event: object } {
  return typeof body.event === 'object' && body.event !== null;
}

function nameOf(body: Body): string {
  if (isEvent(body)) return 'type' in body.event ? String(body.event.type) : 'event';
  return typeof body.command === 'string' ? body.command : String(body.type);
}

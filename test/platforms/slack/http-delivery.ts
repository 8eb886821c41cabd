import { createHmac } from 'node:crypto';
import type { SlackApp } from './app.ts';
import type { Outcome } from './socket.ts';
import type { Json, World } from './world.ts';

/** How a payload travels: events as JSON, commands as a form, everything clicked as a form with `payload`. */
export type Wire = 'event' | 'command' | 'interactive';

function encode(wire: Wire, payload: Json): { readonly type: string; readonly body: string } {
  if (wire === 'event') return { type: 'application/json', body: JSON.stringify(payload) };
  const form = new URLSearchParams();
  if (wire === 'interactive') form.set('payload', JSON.stringify(payload));
  else for (const [name, value] of Object.entries(payload)) form.set(name, String(value));
  return { type: 'application/x-www-form-urlencoded', body: form.toString() };
}

export function sign(secret: string, timestamp: string, body: string): string {
  return `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${body}`).digest('hex')}`;
}

/** One signed request to the app's address; answered within `ackMs` or given up. */
export async function deliver(
  world: World,
  app: SlackApp,
  wire: Wire,
  payload: Json,
  ackMs: number,
  extra: Readonly<Record<string, string>> = {},
): Promise<Outcome> {
  const { type, body } = encode(wire, payload);
  const timestamp = String(Math.floor(world.now() / 1000));
  const since = performance.now();
  const done = (outcome: Omit<Outcome, 'ms'>): Outcome => ({ ...outcome, ms: performance.now() - since });
  try {
    const response = await fetch(app.requestUrl, {
      method: 'POST',
      body,
      redirect: 'manual',
      signal: AbortSignal.timeout(ackMs),
      headers: {
        'content-type': type,
        'user-agent': 'Slackbot 1.0 (+https://api.slack.com/robots)',
        'x-slack-request-timestamp': timestamp,
        'x-slack-signature': sign(app.signingSecret, timestamp, body),
        ...extra,
      },
    });
    const text = await response.text();
    const final = response.headers.get('x-slack-no-retry') === '1';
    const answered = { status: response.status, body: readBody(text), final };
    return done(response.ok ? { ok: true, ...answered } : { ok: false, why: 'http_error', ...answered });
  } catch (error) {
    const late = error instanceof Error && error.name === 'TimeoutError';
    return done({ ok: false, body: undefined, why: late ? 'timeout' : 'connection_failed' });
  }
}

function readBody(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
}

import type { Server } from 'node:http';
import { type WebSocket, WebSocketServer } from 'ws';
import { isObject } from './blocks/shape.ts';
import { type Json, newId, type World } from './world.ts';

const MOST_CONNECTIONS = 10;

export type Outcome = {
  readonly ok: boolean;
  /** What came back with the acknowledgement. */
  readonly body: unknown;
  readonly ms: number;
  readonly why?: 'timeout' | 'no_connection' | 'http_error' | 'connection_failed';
  readonly status?: number;
  /** The app asked for no further tries. */
  readonly final?: boolean;
};

export type Envelope = {
  readonly type: 'events_api' | 'slash_commands' | 'interactive';
  readonly payload: Json;
  readonly retry?: { readonly attempt: number; readonly reason: string };
};

type Connection = { readonly id: string; readonly ws: WebSocket; frozen: boolean; retired: boolean };

/** The Socket Mode side of Slack. */
export type Sockets = {
  ticket(): string;
  send(envelope: Envelope, ackMs: number): Promise<Outcome>;
  /** How many connections are open and said hello. */
  count(): number;
  /** Slack recycles a connection: it says so, and closes it unless the app does. */
  refresh(
    reason?: 'warning' | 'refresh_requested' | 'link_disabled' | 'too_many_websockets',
    index?: number,
  ): void;
  /** Cut every line, or one of them, without a word. */
  drop(index?: number): void;
  /** The line is dead but neither side has been told. */
  freeze(index?: number): void;
  /** A frame of any content, such as an envelope that Slack should not have sent. */
  raw(frame: unknown): void;
  /** Every time that a connection opened or closed: the number of open ones after it. */
  readonly history: readonly { readonly at: number; readonly open: number }[];
  closeAll(): Promise<void>;
};

export function createSockets(server: Server, world: World, pingMs: number): Sockets {
  const wss = new WebSocketServer({ noServer: true, autoPong: false });
  const tickets = new Set<string>();
  const connections: Connection[] = [];
  const waiting = new Map<string, (payload: unknown) => void>();
  const history: { at: number; open: number }[] = [];
  let turn = 0;

  const open = (): Connection[] =>
    connections.filter(({ ws, frozen, retired }) => ws.readyState === ws.OPEN && !frozen && !retired);
  const note = (): void => {
    history.push({ at: world.now(), open: open().length });
    world.changed();
  };
  const chosen = (index: number | undefined): Connection[] =>
    index === undefined ? open() : open().slice(index, index + 1);

  server.on('upgrade', (request, socket, head) => {
    const ticket = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams.get('ticket') ?? '';
    if (!tickets.delete(ticket)) {
      socket.end('HTTP/1.1 408 Request Timeout\r\n\r\n');
      return;
    }
    wss.handleUpgrade(request, socket, head, (ws) => welcome(ws));
  });

  function welcome(ws: WebSocket): void {
    const connection: Connection = { id: newId(world, 'S'), ws, frozen: false, retired: false };
    connections.push(connection);
    const pings = setInterval(() => connection.frozen || ws.ping(`ping from ${connection.id}`), pingMs);
    ws.on('ping', (data) => connection.frozen || ws.pong(data));
    ws.on('message', (data) => connection.frozen || readAck(data.toString()));
    ws.on('error', () => ws.terminate());
    ws.on('close', () => {
      clearInterval(pings);
      connections.splice(connections.indexOf(connection), 1);
      note();
    });
    if (open().length > MOST_CONNECTIONS) {
      ws.send(
        JSON.stringify({
          type: 'disconnect',
          reason: 'too_many_websockets',
          debug_info: { host: 'stand-in' },
        }),
      );
      connection.retired = true;
      return;
    }
    ws.send(
      JSON.stringify({
        type: 'hello',
        num_connections: open().length,
        connection_info: { app_id: 'A0SPLITPROOF' },
        debug_info: { host: 'stand-in', build_number: 1, approximate_connection_time: 18_060 },
      }),
    );
    note();
  }

  function readAck(text: string): void {
    const frame: unknown = JSON.parse(text);
    if (!isObject(frame) || typeof frame.envelope_id !== 'string') return;
    waiting.get(frame.envelope_id)?.(frame.payload);
  }

  function send(envelope: Envelope, ackMs: number): Promise<Outcome> {
    const lines = open();
    const line = lines[turn % Math.max(lines.length, 1)];
    turn += 1;
    if (line === undefined)
      return Promise.resolve({ ok: false, body: undefined, ms: 0, why: 'no_connection' });
    const id = newId(world, 'X');
    const since = performance.now();
    return new Promise((resolve) => {
      const finish = (outcome: Pick<Outcome, 'ok' | 'body'> & { why?: 'timeout' }): void => {
        clearTimeout(timer);
        waiting.delete(id);
        resolve({ ...outcome, ms: performance.now() - since });
      };
      const timer = setTimeout(() => finish({ ok: false, body: undefined, why: 'timeout' }), ackMs);
      waiting.set(id, (payload) => finish({ ok: true, body: payload }));
      line.ws.send(
        JSON.stringify({
          envelope_id: id,
          type: envelope.type,
          payload: envelope.payload,
          accepts_response_payload: envelope.type !== 'events_api',
          ...(envelope.type === 'events_api'
            ? { retry_attempt: envelope.retry?.attempt ?? 0, retry_reason: envelope.retry?.reason ?? '' }
            : {}),
        }),
      );
    });
  }

  return {
    ticket() {
      const ticket = newId(world, 'T');
      tickets.add(ticket);
      return `${world.origin.replace('http', 'ws')}/link/?ticket=${ticket}&app_id=A0SPLITPROOF`;
    },
    send,
    count: () => open().length,
    refresh(reason = 'refresh_requested', index) {
      for (const connection of chosen(index)) {
        connection.ws.send(JSON.stringify({ type: 'disconnect', reason, debug_info: { host: 'stand-in' } }));
        if (reason !== 'warning') connection.retired = true;
      }
      note();
    },
    drop(index) {
      for (const { ws } of chosen(index)) ws.terminate();
    },
    freeze(index) {
      for (const connection of chosen(index)) {
        connection.frozen = true;
        connection.ws.pause();
      }
      note();
    },
    raw(frame) {
      for (const { ws } of open()) ws.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
    },
    history,
    async closeAll() {
      const closing = [...connections].map(({ ws, frozen }) => closed(ws, frozen));
      wss.close();
      await Promise.all(closing);
    },
  };
}

/** Say goodbye, and hang up on whoever does not answer. */
function closed(ws: WebSocket, frozen: boolean): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => ws.terminate(), 100);
    ws.once('close', () => {
      clearTimeout(timer);
      resolve();
    });
    if (frozen) ws.terminate();
    else ws.close(1000);
  });
}

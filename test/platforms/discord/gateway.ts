import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { ALL_INTENTS, mayReceive, PRIVILEGED } from './intents.ts';
import { asJson, type Json } from './json.ts';
import { guildCreateJson } from './payloads.ts';
import { readyJson, Session } from './sessions.ts';
import type { GatewayEvent } from './things.ts';
import type { World } from './world.ts';

const HEARTBEAT = 1;
const IDENTIFY = 2;
const RESUME = 6;
const RECONNECT = 7;
const INVALID_SESSION = 9;
const HELLO = 10;
const HEARTBEAT_ACK = 11;

const PAYLOAD_BYTES_MAX = 4096;
const SENT_PER_MINUTE_MAX = 120;
const IDENTIFY_PAUSE_MS = 5000;

/** Gateway version 10 over a real WebSocket. */
export class Gateway {
  readonly #world: World;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly sessions = new Map<string, Session>();
  readonly #lastIdentify = new Map<number, number>();
  /** While true, connections are cut before the handshake ends. */
  isRefusing = false;
  /** While true, they are taken and left without an answer, until `isStalling` is false and `endStalled` called. */
  isStalling = false;
  readonly #stalled: Duplex[] = [];
  /** When connections were cut. */
  readonly refusedAt: number[] = [];
  /** While false, heartbeats get no answer: a connection that is dead but open. */
  acknowledges = true;
  identifies = 0;
  resumes = 0;

  constructor(world: World) {
    this.#world = world;
    world.dispatch = (event) => this.dispatch(event);
  }

  get identifiesLeft(): number {
    return this.#world.settings.identifies - this.identifies;
  }

  /** Sessions that have a connection now. */
  connected(): Session[] {
    return [...this.sessions.values()].filter(({ socket }) => socket !== null);
  }

  dispatch(event: GatewayEvent): void {
    for (const session of this.sessions.values()) {
      if (mayReceive(this.#world, session, event)) session.push(event.type, event.data);
    }
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (this.isRefusing) {
      this.refusedAt.push(this.#world.now());
      this.#world.changes.happened();
      socket.destroy();
      return;
    }
    if (this.isStalling) {
      this.#stalled.push(socket);
      this.#world.changes.happened();
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (connection) => {
      const version = new URL(request.url ?? '/', 'ws://gateway').searchParams.get('v');
      if (version === '10') this.#open(connection);
      else connection.close(4012, 'Invalid API version');
    });
  }

  #send(socket: WebSocket, op: number, d: unknown): void {
    socket.send(JSON.stringify({ op, d, s: null, t: null }));
  }

  #open(socket: WebSocket): void {
    let windowStart = this.#world.now();
    let count = 0;
    socket.on('message', (data) => {
      if (this.#world.now() - windowStart > 60_000) [windowStart, count] = [this.#world.now(), 0];
      count += 1;
      const text = data.toString();
      if (count > SENT_PER_MINUTE_MAX) socket.close(4008, 'You are being rate limited.');
      else if (text.length > PAYLOAD_BYTES_MAX) socket.close(4002, 'Error while decoding payload.');
      else this.#receive(socket, text);
    });
    socket.on('error', () => {});
    socket.on('close', (code) => this.#closed(socket, code));
    this.#send(socket, HELLO, { heartbeat_interval: this.#world.settings.heartbeatMs });
  }

  #receive(socket: WebSocket, text: string): void {
    let message: Json;
    try {
      message = asJson(JSON.parse(text));
    } catch {
      socket.close(4002, 'Error while decoding payload.');
      return;
    }
    if (message.op === HEARTBEAT) {
      if (this.acknowledges) this.#send(socket, HEARTBEAT_ACK, null);
    } else if (message.op === IDENTIFY) {
      this.#identify(socket, asJson(message.d));
    } else if (message.op === RESUME) {
      this.#resume(socket, asJson(message.d));
    } else if (![3, 4, 8, 31].includes(Number(message.op))) {
      socket.close(4001, 'Unknown opcode.');
    }
    this.#world.changes.happened();
  }

  /** The close code for an IDENTIFY that cannot be accepted. */
  #objection(identify: Json): readonly [number, string] | null {
    const { settings } = this.#world;
    const intents = identify.intents;
    const [shard, total] = (identify.shard as [number, number] | undefined) ?? [0, 1];
    if (identify.token !== settings.token || this.identifiesLeft <= 0)
      return [4004, 'Authentication failed.'];
    if (!(shard < total)) return [4010, 'Invalid shard.'];
    if (total < settings.shards) return [4011, 'Sharding required.'];
    if (!Number.isInteger(intents) || (Number(intents) & ~ALL_INTENTS) !== 0)
      return [4013, 'Invalid intent(s).'];
    if ((Number(intents) & PRIVILEGED & ~settings.privilegedIntents) !== 0)
      return [4014, 'Disallowed intent(s).'];
    return null;
  }

  #identify(socket: WebSocket, identify: Json): void {
    const objection = this.#objection(identify);
    if (objection) {
      socket.close(...objection);
      return;
    }
    const session = new Session(randomBytes(16).toString('hex'), identify, socket);
    const slot = session.shard[0] % this.#world.settings.maxConcurrency;
    const isTooSoon = this.#world.now() - (this.#lastIdentify.get(slot) ?? 0) < IDENTIFY_PAUSE_MS;
    if (this.#world.settings.throttlesIdentify && isTooSoon) {
      this.#send(socket, INVALID_SESSION, false);
      return;
    }
    this.#lastIdentify.set(slot, this.#world.now());
    this.identifies += 1;
    this.sessions.set(session.id, session);
    session.push('READY', readyJson(this.#world, session));
    for (const guild of this.#world.botGuilds().filter(({ available }) => available)) {
      const event = { type: 'GUILD_CREATE', data: {}, guildId: guild.id };
      if (mayReceive(this.#world, session, event))
        session.push(event.type, guildCreateJson(this.#world, guild));
    }
  }

  #resume(socket: WebSocket, resume: Json): void {
    const session = this.sessions.get(String(resume.session_id));
    const { settings } = this.#world;
    if (resume.token !== settings.token) {
      socket.close(4004, 'Authentication failed.');
      return;
    }
    const isLate = session?.lostAt && this.#world.now() - session.lostAt > settings.resumeWindowMs;
    if (!session || isLate) {
      if (session) this.sessions.delete(session.id);
      this.#send(socket, INVALID_SESSION, false);
      return;
    }
    if (Number(resume.seq) > session.sequence) {
      socket.close(4007, 'Invalid seq.');
      return;
    }
    this.resumes += 1;
    session.socket = socket;
    session.lostAt = null;
    session.replay(Number(resume.seq));
    session.push('RESUMED', { _trace: [] });
  }

  #closed(socket: WebSocket, code: number): void {
    const session = [...this.sessions.values()].find((one) => one.socket === socket);
    if (session) {
      session.socket = null;
      session.lostAt = this.#world.now();
      if (code === 1000 || code === 1001) this.sessions.delete(session.id);
    }
    this.#world.changes.happened();
  }

  /** Cut every connection without a word; the sessions stay and can be resumed. */
  drop(): void {
    for (const socket of this.#server.clients) socket.terminate();
  }

  get stalled(): number {
    return this.#stalled.length;
  }

  /** Cut the connections that were left without an answer. */
  endStalled(): void {
    for (const socket of this.#stalled.splice(0)) socket.destroy();
  }

  /** Close every connection with a code, as the server. */
  close(code: number, reason = ''): void {
    for (const { socket } of this.connected()) socket?.close(code, reason);
  }

  /** Operation 7: please connect again and resume. */
  askToReconnect(): void {
    for (const { socket } of this.connected()) if (socket) this.#send(socket, RECONNECT, null);
  }

  /** Operation 9: this session is over, or (`canResume`) try it again. */
  invalidate(canResume = false): void {
    for (const session of this.connected()) {
      if (session.socket) this.#send(session.socket, INVALID_SESSION, canResume);
      if (!canResume) this.sessions.delete(session.id);
    }
  }

  /** Forget every session, so that the next RESUME fails. */
  forget(): void {
    this.sessions.clear();
  }

  /** Hold back all events until the returned function is called. */
  hold(): () => void {
    const releases = [...this.sessions.values()].map((session) => session.hold());
    return () => {
      for (const release of releases) release();
    };
  }

  /** Forget when the last IDENTIFY was, so that a test need not wait for five seconds. */
  forgetThrottle(): void {
    this.#lastIdentify.clear();
  }

  stop(): void {
    this.drop();
    this.endStalled();
    this.#server.close();
  }
}

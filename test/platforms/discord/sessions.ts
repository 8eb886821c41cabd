import type { WebSocket } from 'ws';
import type { Json } from './json.ts';
import { userJson } from './payloads.ts';
import type { World } from './world.ts';

/** How many events are kept for a replay. */
const REPLAY_MAX = 5000;

/** One gateway session: it outlives the connections that carry it until it can no longer be resumed. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | null;
  lostAt: number | null = null;
  #sequence = 0;
  #sent: { readonly sequence: number; readonly text: string }[] = [];
  #held = false;

  constructor(id: string, identify: Json, socket: WebSocket) {
    this.id = id;
    this.intents = Number(identify.intents);
    this.shard = (identify.shard as [number, number] | undefined) ?? [0, 1];
    this.socket = socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Give the event its number, keep it for a replay, and send it unless held back. */
  push(type: string, data: unknown): void {
    this.#sequence += 1;
    const text = JSON.stringify({ op: 0, t: type, s: this.#sequence, d: data });
    this.#sent.push({ sequence: this.#sequence, text });
    if (this.#sent.length > REPLAY_MAX) this.#sent.shift();
    if (!this.#held) this.socket?.send(text);
  }

  /** Stop sending; what happens meanwhile arrives late, in order, on `release`. */
  hold(): () => void {
    const from = this.#sequence;
    this.#held = true;
    return () => {
      this.#held = false;
      this.replay(from);
    };
  }

  replay(after: number): void {
    for (const { sequence, text } of this.#sent) if (sequence > after) this.socket?.send(text);
  }
}

/** The first event of a session: who the bot is, and its guilds, which come one by one afterwards. */
export function readyJson(world: World, session: Session): Json {
  const guilds = world.botGuilds().filter(({ id }) => {
    const [shard, total] = session.shard;
    return Number((BigInt(id) >> 22n) % BigInt(total)) === shard;
  });
  return {
    v: 10,
    user: { ...userJson(world.bot), verified: true, mfa_enabled: true, email: null, flags: 0 },
    guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
    session_id: session.id,
    session_type: 'normal',
    resume_gateway_url: `${world.origin.replace('http', 'ws')}/resume`,
    shard: session.shard,
    application: { id: world.applicationId, flags: 1 << 23 },
    user_settings: {},
    relationships: [],
    private_channels: [],
    presences: [],
    guild_join_requests: [],
    _trace: [],
  };
}

import { setTimeout as pause } from 'node:timers/promises';
import {
  type IIdentifyThrottler,
  type IShardingStrategy,
  SimpleIdentifyThrottler,
  SimpleShardingStrategy,
} from 'discord.js';
import { backOffMs } from './patience.ts';

/** The manager of @discordjs/ws, which discord.js hands to its options but hides behind one of the same name. */
type Manager = ConstructorParameters<typeof SimpleShardingStrategy>[0];

export type Nerves = {
  random(): number;
  /** Aborted when the adapter stops: nothing connects afterwards. */
  readonly stopping: AbortSignal;
  /** Told what discord.js could not digest. */
  broke(error: unknown): void;
};

/** The second and later attempts in a row to connect wait, the first is made at once. */
const LONGEST_PAUSE_MS = 60_000;
const RECONNECT_SCALE = 4;

/** Events of @discordjs/ws, whose own list of them discord.js hides behind another. */
const HELLO = 'hello';
const CLOSED = 'closed';
const READY = 'ready';
const RESUMED = 'resumed';

/** Where the connection of a shard stands, and how often in a row it has been lost before it was ready. */
type Line = { state: 'down' | 'opening' | 'open'; failures: number };

/**
 * discord.js's own way of running shards, with three things put right. It reconnects twice a second for ever while
 * Discord is away; here the pauses grow. An event that it cannot digest would end the process as an unhandled
 * rejection; here it is reported and the next one is read. And a connection that breaks while it is being opened ends
 * the process when the bot is being stopped; here the stop waits until it is open or gone.
 */
export function calmStrategy(manager: Manager, nerves: Nerves): IShardingStrategy {
  const lines = new Map<number, Line>();
  const lineOf = (shardId: number): Line => {
    const line = lines.get(shardId) ?? { state: 'down', failures: 0 };
    lines.set(shardId, line);
    return line;
  };
  const options = {
    ...manager.options,
    // discord.js would switch it on by itself where it finds the right library.
    compression: null,
    /** Asked before every attempt to connect, and again for every event that comes over the open connection. */
    async retrieveSessionInfo(shardId: number) {
      const line = lineOf(shardId);
      if (line.state === 'down') {
        await waitFor(line.failures, nerves);
        line.state = 'opening';
      }
      return manager.options.retrieveSessionInfo(shardId);
    },
  };
  const emit = (event: string, payload: { readonly shardId: number }) => {
    const line = lineOf(payload.shardId);
    if (event === HELLO) line.state = 'open';
    else if (event === CLOSED) lines.set(payload.shardId, { state: 'down', failures: line.failures + 1 });
    else if (event === READY || event === RESUMED) line.failures = 0;
    try {
      return Reflect.apply(manager.emit, manager, [event, payload]);
    } catch (error) {
      nerves.broke(error);
      return false;
    }
  };
  const calm = new Proxy(manager, {
    get(target, key) {
      if (key === 'options') return options;
      return key === 'emit' ? emit : Reflect.get(target, key);
    },
  });
  return new PatientStrategy(calm, () => [...lines.values()].some(({ state }) => state === 'opening'));
}

/** How long a stop waits for connections that are being opened. */
const OPENING_PATIENCE_MS = 5000;
const LOOK_AGAIN_MS = 20;

class PatientStrategy extends SimpleShardingStrategy {
  readonly #isOpening: () => boolean;

  constructor(manager: Manager, isOpening: () => boolean) {
    super(manager);
    this.#isOpening = isOpening;
  }

  override async destroy(options?: Parameters<SimpleShardingStrategy['destroy']>[0]): Promise<void> {
    for (let waitedMs = 0; this.#isOpening() && waitedMs < OPENING_PATIENCE_MS; waitedMs += LOOK_AGAIN_MS) {
      await pause(LOOK_AGAIN_MS);
    }
    await super.destroy(options);
  }
}

async function waitFor(failures: number, { random, stopping }: Nerves): Promise<void> {
  if (failures > 1) {
    const ms = Math.min(LONGEST_PAUSE_MS, backOffMs(failures - 1, random()) * RECONNECT_SCALE);
    await pause(ms, undefined, { signal: stopping }).catch(() => {});
  }
  // A promise that stays open is the one way to keep discord.js from connecting once more.
  if (stopping.aborted) await new Promise(() => {});
}

/** IDENTIFYs that may follow each other at once, and how fast others are added: at most 914 of the 1000 a day. */
const BURST = 50;
const REFILL_MS = 100_000;

/** Never more IDENTIFYs than Discord allows in a day, since it resets the token of a bot that goes on. */
export class FrugalThrottler implements IIdentifyThrottler {
  readonly #inner: SimpleIdentifyThrottler;
  #left = BURST;
  #countedAt: number;
  readonly #now: () => Date;

  constructor(maxConcurrency: number, now: () => Date) {
    this.#inner = new SimpleIdentifyThrottler(maxConcurrency);
    this.#now = now;
    this.#countedAt = now().getTime();
  }

  async waitForIdentify(shardId: number, signal: AbortSignal): Promise<void> {
    const now = this.#now().getTime();
    this.#left = Math.min(BURST, this.#left + Math.max(0, now - this.#countedAt) / REFILL_MS);
    this.#countedAt = now;
    this.#left -= 1;
    if (this.#left < 0) await pause(-this.#left * REFILL_MS, undefined, { signal });
    await this.#inner.waitForIdentify(shardId, signal);
  }
}

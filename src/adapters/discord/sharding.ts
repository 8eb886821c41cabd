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
const CLOSED = 'closed';
const READY = 'ready';
const RESUMED = 'resumed';

/**
 * discord.js's own way of running shards, with two things put right. It reconnects twice a second for ever while
 * Discord is away; here the pauses grow. And an event that it cannot digest would end the process as an unhandled
 * rejection; here it is reported and the next event is read.
 */
export function calmStrategy(manager: Manager, nerves: Nerves): IShardingStrategy {
  const failures = new Map<number, number>();
  const options = {
    ...manager.options,
    // discord.js would switch it on by itself where it finds the right library.
    compression: null,
    /** Asked before every attempt to connect, and again for every event; only the former has a failure to its name. */
    async retrieveSessionInfo(shardId: number) {
      const count = failures.get(shardId) ?? 0;
      if (count !== 0 && waits.delete(shardId)) await waitFor(count, nerves);
      return manager.options.retrieveSessionInfo(shardId);
    },
  };
  const waits = new Set<number>();
  const emit = (event: string, payload: { readonly shardId: number }) => {
    if (event === CLOSED) {
      failures.set(payload.shardId, (failures.get(payload.shardId) ?? 0) + 1);
      waits.add(payload.shardId);
    } else if (event === READY || event === RESUMED) {
      failures.delete(payload.shardId);
    }
    try {
      return Reflect.apply(manager.emit, manager, [event, payload]);
    } catch (error) {
      nerves.broke(error);
      return false;
    }
  };
  return new SimpleShardingStrategy(
    new Proxy(manager, {
      get(target, key) {
        if (key === 'options') return options;
        return key === 'emit' ? emit : Reflect.get(target, key);
      },
    }),
  );
}

async function waitFor(failures: number, { random, stopping }: Nerves): Promise<void> {
  if (failures > 1) {
    const ms = Math.min(LONGEST_PAUSE_MS, backOffMs(failures - 1, random()) * RECONNECT_SCALE);
    await pause(ms, undefined, { signal: stopping, ref: false }).catch(() => {});
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

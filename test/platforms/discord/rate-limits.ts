/** A route's allowance, as Discord counts it: a bucket for each route and channel, guild or webhook. */
type Bucket = { used: number; resetsAt: number };

const WINDOW_MS = 1000;

export type Allowance = Readonly<{
  headers: Readonly<Record<string, string>>;
  isSpent: boolean;
  retryAfter: number;
}>;

/** The hash names the bucket; it must be the same for the same route. */
function hashOf(key: string): string {
  let hash = 7;
  for (const character of key) hash = (hash * 31 + (character.codePointAt(0) ?? 0)) >>> 0;
  return hash.toString(16).padStart(8, '0').repeat(4);
}

export class RateLimits {
  readonly #buckets = new Map<string, Bucket>();
  readonly #size: number;

  constructor(size: number) {
    this.#size = size;
  }

  /** Count one request and say how the bucket stands, as the answer's headers. */
  take(route: string, majorId: string, now: number): Allowance {
    const key = `${route} ${majorId}`;
    let bucket = this.#buckets.get(key);
    if (!bucket || bucket.resetsAt <= now) {
      bucket = { used: 0, resetsAt: now + WINDOW_MS };
      this.#buckets.set(key, bucket);
    }
    bucket.used += 1;
    const retryAfter = (bucket.resetsAt - now) / 1000;
    return {
      isSpent: bucket.used > this.#size,
      retryAfter,
      headers: {
        'x-ratelimit-limit': String(this.#size),
        'x-ratelimit-remaining': String(Math.max(0, this.#size - bucket.used)),
        'x-ratelimit-reset': String(bucket.resetsAt / 1000),
        'x-ratelimit-reset-after': retryAfter.toFixed(3),
        'x-ratelimit-bucket': hashOf(route),
      },
    };
  }
}

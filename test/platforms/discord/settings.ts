/** How this Discord behaves. Everything has the real service's value unless noted. */
export type Settings = {
  readonly token: string;
  readonly now: () => number;
  readonly heartbeatMs: number;
  /** Privileged intents that are switched on for the application, as bits. */
  readonly privilegedIntents: number;
  readonly shards: number;
  readonly maxConcurrency: number;
  /** IDENTIFYs left today, of 1000. */
  readonly identifies: number;
  readonly resetAfterMs: number;
  /** How long a dropped session can be resumed; Discord does not say how long. */
  readonly resumeWindowMs: number;
  /** Whether two IDENTIFYs within 5 seconds are refused, as they really are. */
  readonly throttlesIdentify: boolean;
  readonly acknowledgeWithinMs: number;
  readonly tokenLifeMs: number;
  readonly fileBytes: number;
  readonly requestBytes: number;
  readonly attachmentUrlLifeMs: number;
  /** Requests per bucket and second; real buckets hold about 5 per 5 s, which would make tests slow. */
  readonly bucketSize: number;
  /** How many requests and interactions are remembered; older ones are forgotten. */
  readonly memory: number;
  /** How long `waitFor` waits before it gives up. */
  readonly patienceMs: number;
};

const MIB = 1024 * 1024;

const DEFAULTS: Settings = {
  token: 'MTIzNDU2Nzg5MDEyMzQ1Njc4OQ.GfakeA.this-is-not-a-real-token-of-anybody-x',
  now: Date.now,
  heartbeatMs: 41_250,
  privilegedIntents: 0,
  shards: 1,
  maxConcurrency: 1,
  identifies: 1000,
  resetAfterMs: 86_400_000,
  resumeWindowMs: 120_000,
  throttlesIdentify: true,
  acknowledgeWithinMs: 3000,
  tokenLifeMs: 15 * 60_000,
  fileBytes: 10 * MIB,
  requestBytes: 25 * MIB,
  attachmentUrlLifeMs: 24 * 3_600_000,
  bucketSize: 10_000,
  memory: 20_000,
  patienceMs: 12_000,
};

export function settle(settings: Partial<Settings>): Settings {
  return { ...DEFAULTS, ...settings };
}

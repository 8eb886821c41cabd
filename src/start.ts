import { listAdapters } from './bot/load.ts';
import { openClock } from './clock.ts';
import { readConfig, secretsOf } from './config.ts';
import { ADAPTERS_FOLDER, type OpenHouse, openHouse, version } from './house.ts';
import { createLog } from './ops/log.ts';
import type { Metrics } from './ops/metrics.ts';
import type { OpsServer } from './ops/server.ts';
import { tidyMemory } from './ops/tidy-memory.ts';
import { forgetDeliveries } from './store/deliveries.ts';
import { forgetExpired } from './store/keyv.ts';

/** Past this nobody waits for what is still under way: a service manager kills soon after. */
const LONGEST_GOODBYE_MS = 10_000;
/** Time for the last words to leave through a pipe. */
const LINGER_MS = 500;
const SWEEP_MS = 60 * 60_000;

/**
 * Run the bot until it is told to stop, its room is left, or it cannot go on.
 *
 * @returns 0 after a stop that was asked for, 1 after one that was not, 2 for bad usage
 */
export async function start(args: readonly string[], machine: () => Date): Promise<number> {
  if (args.length > 0) {
    process.stderr.write('start takes no arguments; everything is set by variables, see .env.example.\n');
    return 2;
  }
  const config = readConfig(listAdapters(ADAPTERS_FOLDER));
  const log = createLog({
    level: config.logLevel,
    room: config.adapters.includes('console'),
    secrets: secretsOf(),
  });
  const clock = openClock(machine);
  const ending = waitForEnd();
  let metrics: Metrics | null = null;
  const house = await openHouse(config, {
    log,
    now: clock.now,
    random: Math.random,
    fail: ending.fail,
    finish: ending.finish,
    moveClock: clock.move,
    answered: (label, outcome, tookMs) => metrics?.answered(label, outcome, tookMs),
  });
  let ops: OpsServer | null = null;
  let code = 1;
  try {
    if (config.opsPort !== undefined) {
      // Brought in only where somebody watches: the terminal room should not wait for it.
      const [{ createMetrics }, { startOpsServer }] = await Promise.all([
        import('./ops/metrics.ts'),
        import('./ops/server.ts'),
      ]);
      metrics = createMetrics(version, house.parts);
      ops = await startOpsServer({ port: config.opsPort, parts: house.parts, metrics });
      log.info({ port: ops.port }, 'health and metrics are served');
    }
    const started = Promise.all(config.adapters.map((name) => house.start(name)));
    // Told to stop, nobody waits for a platform that does not answer. Who is refused rejects here.
    await Promise.race([started, ending.ended]);
    if (!config.adapters.includes('console')) tidyMemory();
    const sweep = sweepNowAndThen(house, clock.now, (error) =>
      log.warn({ err: error }, 'old entries could not be removed'),
    );
    const failure = await ending.ended;
    clearInterval(sweep);
    if (failure !== null) log.fatal({ reason: failure }, 'the bot cannot go on');
    if (failure !== null) process.stderr.write(`${failure}\n`);
    code = failure === null ? 0 : 1;
    return code;
  } finally {
    await sayGoodbye(Promise.allSettled([house.close(), ops?.close()]), code, () =>
      log.warn({}, 'the goodbye took too long and was cut short'),
    );
    ending.ignore();
  }
}

/** Ends by a signal, by the room being left (null), or by a failure with its reason; the first one counts. */
function waitForEnd() {
  const { promise: ended, resolve } = Promise.withResolvers<string | null>();
  const finish = () => resolve(null);
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, finish);
  return {
    ended,
    finish,
    fail: (reason: string) => resolve(reason),
    ignore: () => {
      for (const signal of ['SIGINT', 'SIGTERM'] as const) process.off(signal, finish);
    },
  };
}

function sweepNowAndThen({ store }: OpenHouse, now: () => Date, failed: (error: unknown) => void) {
  const sweep = () =>
    Promise.all([forgetDeliveries(store.db, now()), forgetExpired(store.db, now())]).catch(failed);
  void sweep();
  return setInterval(sweep, SWEEP_MS).unref();
}

/** Whatever is still under way afterwards, such as a platform that was never reached, does not keep the process. */
async function sayGoodbye(goodbye: Promise<unknown>, code: number, late: () => void): Promise<void> {
  const timer = setTimeout(() => {
    late();
    process.exit(code);
  }, LONGEST_GOODBYE_MS);
  await goodbye;
  clearTimeout(timer);
  setTimeout(() => process.exit(), LINGER_MS).unref();
}

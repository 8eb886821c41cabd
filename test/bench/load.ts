import {
  atLeast,
  atMost,
  type BenchOptions,
  measured,
  median,
  percentile,
  type Report,
  round,
} from './bench.ts';
import { processorSeconds } from './watch-process.ts';

/** A bot that is sent commands through a platform of our own. */
export type Target = {
  readonly pid: number;
  /** One command by the person `worker`; resolves with its answer. @returns ms until it was acknowledged */
  command(worker: number): Promise<number>;
  /** Forgets what the platform has kept of earlier rounds. */
  reset(): void;
};

type Round = {
  readonly perSecond: number;
  readonly p50: number;
  readonly p99: number;
  readonly processorMs: number;
};

const IN_FLIGHT = [1, 16, 64];
/** A busy machine shortens the rounds, down to what a p99 can still be taken from. */
const LONGEST_ROUND_MS = 20_000;
const FEWEST = 50;
const NAMES = { ours: 'Splitproof', bare: 'bare bot' } as const;

/** Rounds of each in turn, so that whatever else the machine does hits both. */
export async function compareUnderLoad(
  targets: { readonly ours: Target; readonly bare: Target },
  options: BenchOptions,
): Promise<Report> {
  const rounds = options.rounds(5, 2);
  const table: string[][] = [
    ['', 'in flight', 'commands per s', 'ack p50 ms', 'ack p99 ms', 'processor ms each'],
  ];
  const promises = [];
  for (const inFlight of IN_FLIGHT) {
    const count = (options.quick ? 150 : 1500) * (inFlight === 1 ? 0.4 : 1);
    const seen = { ours: [] as Round[], bare: [] as Round[] };
    for (let number = 0; number <= rounds; number++) {
      options.note(
        number === 0
          ? `${inFlight} in flight, warming up`
          : `${inFlight} in flight, round ${number} of ${rounds}`,
      );
      // Whoever goes first in one round goes second in the next.
      const order = number % 2 === 0 ? (['ours', 'bare'] as const) : (['bare', 'ours'] as const);
      for (const who of order) {
        const round = await oneRound(targets[who], inFlight, count).catch((error: unknown) => {
          throw new Error(`${NAMES[who]}, ${inFlight} in flight`, { cause: error });
        });
        if (number > 0) seen[who].push(round);
      }
    }
    const middle = (who: 'ours' | 'bare', figure: keyof Round) =>
      median(seen[who].map((round) => round[figure]));
    for (const who of ['ours', 'bare'] as const) {
      const figures = (['perSecond', 'p50', 'p99', 'processorMs'] as const).map((figure) =>
        round(middle(who, figure)),
      );
      table.push([NAMES[who], String(inFlight), ...figures]);
    }
    const label = `${inFlight} in flight`;
    promises.push(
      atLeast(`${label}, throughput`, middle('ours', 'perSecond') / middle('bare', 'perSecond'), 0.85),
    );
    promises.push(
      atMost(`${label}, p99 of the acknowledgement`, middle('ours', 'p99') / middle('bare', 'p99'), 1.5),
    );
  }
  return { table, promises, notes: [`medians of ${rounds} rounds in turn`] };
}

async function oneRound(target: Target, inFlight: number, count: number): Promise<Round> {
  target.reset();
  const acknowledged: number[] = [];
  let sent = 0;
  const before = processorSeconds(target.pid);
  const since = performance.now();
  const end = since + LONGEST_ROUND_MS;
  const work = async (worker: number) => {
    while (sent < count && performance.now() < end) {
      sent++;
      acknowledged.push(await target.command(worker));
    }
  };
  await Promise.all(Array.from({ length: inFlight }, (_, worker) => work(worker)));
  const seconds = (performance.now() - since) / 1000;
  const processorMs = ((processorSeconds(target.pid) - before) * 1000) / sent;
  measured(
    acknowledged.length === sent && sent >= FEWEST,
    `${sent} commands sent, ${acknowledged.length} answered`,
  );
  return {
    perSecond: sent / seconds,
    p50: percentile(acknowledged, 0.5),
    p99: percentile(acknowledged, 0.99),
    processorMs,
  };
}

import { availableParallelism } from 'node:os';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { hostileText, seeded } from './hostile-text.ts';
import { brokenLaw } from './laws.ts';

/**
 * `npm run fuzz [count] [seed]`: hostile texts at the identifier checks, a million of them by default, on every core.
 * Anything thrown, or any law of `laws.ts` broken, ends it with the text.
 *
 * Each text has random numbers of its own, so the same seed brings the same texts on any number of cores: that of
 * place 5 is the first one of seed + 5, and `npm run fuzz 1 <seed + 5>` brings it alone.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 20_261_126);
const PROGRESS = 100_000;

type Slowest = { readonly ms: number; readonly text: string };
type Report = { readonly done: number; readonly slowest: Slowest; readonly broken: string | null };

if (isMainThread) await onEveryCore();
else attack(workerData, (report) => parentPort?.postMessage(report));

async function onEveryCore(): Promise<void> {
  const cores = availableParallelism();
  let done = 0;
  let slowest: Slowest = { ms: 0, text: '' };
  const begun = performance.now();
  const hear = (report: Report): void => {
    if (report.broken !== null) {
      console.error(report.broken);
      process.exit(1);
    }
    if (report.slowest.ms > slowest.ms) slowest = report.slowest;
    if (Math.floor((done + report.done) / PROGRESS) > Math.floor(done / PROGRESS))
      console.error(`${(done + report.done).toLocaleString('en')} texts`);
    done += report.done;
  };
  const shares = Array.from({ length: cores }, (_, first) => share(first, cores, hear));
  await Promise.all(shares);
  if (done !== count) throw new Error(`${done} texts were checked, not ${count}.`);
  const seconds = Math.round((performance.now() - begun) / 1000);
  console.log(`${count.toLocaleString('en')} hostile texts of seed ${seed}: nothing thrown, no law broken.`);
  console.log(`${seconds} s on ${cores} cores. The slowest took ${slowest.ms.toFixed(1)} ms:`);
  console.log(JSON.stringify(slowest.text.slice(0, 80)));
}

function share(first: number, step: number, hear: (report: Report) => void): Promise<void> {
  const worker = new Worker(new URL(import.meta.url), {
    argv: process.argv.slice(2),
    workerData: { first, step },
  });
  worker.on('message', hear);
  return new Promise((resolve, reject) => {
    worker.on('error', reject);
    worker.on('exit', () => resolve());
  });
}

/** One core's share of the texts: every `step`th, from the place `first` on. */
function attack({ first, step }: { first: number; step: number }, report: (report: Report) => void): void {
  let done = 0;
  let slowest: Slowest = { ms: 0, text: '' };
  for (let place = first; place < count; place += step) {
    const random = seeded(seed + place);
    const text = hostileText(random);
    const begun = performance.now();
    const broken = lawOrError(text, random);
    const ms = performance.now() - begun;
    done += 1;
    if (ms > slowest.ms) slowest = { ms, text };
    if (broken === null && done < 10_000) continue;
    const where = `Text ${place} of seed ${seed}, the first of seed ${seed + place}`;
    report({ done, slowest, broken: broken && `${where}: ${broken}\n${JSON.stringify(text)}` });
    done = 0;
    if (broken !== null) return;
  }
  report({ done, slowest, broken: null });
}

function lawOrError(text: string, random: () => number): string | null {
  try {
    return brokenLaw(text, random);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

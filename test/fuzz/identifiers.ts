import { hostileText, seeded } from './hostile-text.ts';
import { brokenLaw } from './laws.ts';

/**
 * `npm run fuzz [count] [seed]`: hostile texts at the identifier checks, a million of them by default. Anything
 * thrown, or any law of `laws.ts` broken, ends it with the text; the same seed brings the same texts.
 */
const count = Number(process.argv[2] ?? 1_000_000);
const seed = Number(process.argv[3] ?? 20_261_126);
const random = seeded(seed);
let slowest = { ms: 0, text: '' };

for (let done = 0; done < count; done += 1) {
  const text = hostileText(random);
  const begun = performance.now();
  const broken = lawOrError(text);
  const ms = performance.now() - begun;
  if (ms > slowest.ms) slowest = { ms, text };
  if (broken !== null) {
    console.error(`Text ${done + 1} of seed ${seed}: ${broken}\n${JSON.stringify(text)}`);
    process.exit(1);
  }
  if ((done + 1) % 100_000 === 0) console.error(`${(done + 1).toLocaleString('en')} texts`);
}
console.log(`${count.toLocaleString('en')} hostile texts of seed ${seed}: nothing thrown, no law broken.`);
console.log(`The slowest took ${slowest.ms.toFixed(1)} ms: ${JSON.stringify(slowest.text.slice(0, 80))}`);

function lawOrError(text: string): string | null {
  try {
    return brokenLaw(text, random);
  } catch (error) {
    return error instanceof Error ? (error.stack ?? error.message) : String(error);
  }
}

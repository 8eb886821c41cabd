import { expect, test } from 'vitest';
import { hostileText, seeded } from '../../fuzz/hostile-text.ts';
import { brokenLaw } from '../../fuzz/laws.ts';

/** Fewer only where the tests themselves are tested, thousands of times over. */
const HOSTILE_TEXTS = Number(process.env.HOSTILE_TEXTS ?? 20_000);

// In a file of its own: where fast-check is configured, as it is beside the laws, the same texts take many times as long.
test('twenty thousand hostile texts break no law', { timeout: 120_000 }, () => {
  const random = seeded(1);
  for (let count = 0; count < HOSTILE_TEXTS; count += 1) {
    const text = hostileText(random);
    const broken = brokenLaw(text, random);
    if (broken !== null) expect.fail(`${broken}: ${JSON.stringify(text)}`);
  }
});

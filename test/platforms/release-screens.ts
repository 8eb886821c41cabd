import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { addDays } from '../../src/core/day.ts';
import { startSplitproof } from '../bench/bots.ts';
import { MovedClock } from '../faults/moved-clock.ts';

/** What somebody plans, in their own language. */
export type Plan = {
  readonly locale: string;
  /** In names of files and headings. */
  readonly language: 'en' | 'zh-Hant' | 'ar';
  readonly name: string;
  readonly title: string;
  readonly song: string;
  readonly places: string;
};

export const PLANS: readonly Plan[] = [
  {
    ...{ locale: 'en-US', language: 'en', name: 'Ana' },
    ...{ title: 'First EP', song: 'Night Bus', places: 'Taiwan, Japan, EU' },
  },
  {
    ...{ locale: 'zh-TW', language: 'zh-Hant', name: '美' },
    ...{ title: '末班夜車', song: '夜車', places: '台灣、日本、歐盟' },
  },
  {
    ...{ locale: 'ar', language: 'ar', name: 'ليلى' },
    ...{ title: 'أغاني الليل', song: 'قطار الليل', places: 'EG, SA, AE' },
  },
];

/** As far away as the first reminder and a little more. */
export const DAY = addDays(new Date().toISOString().slice(0, 10), 30);
const SOON_MS = 2500;

/**
 * The bot as it is while somebody plans, and again on the same database a moment before the first reminder is due.
 *
 * @param env what the platform asks for
 */
export async function withTwoLives(
  env: Readonly<Record<string, string>>,
  plan: () => Promise<void>,
  remind: () => Promise<void>,
): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-screens-'));
  const database = { DATABASE_URL: `sqlite:${join(folder, 'screens.db')}` };
  try {
    const first = await startSplitproof({ ...env, ...database });
    await plan();
    await first.stop();
    const due = Date.parse(`${addDays(DAY, -28)}T10:00:00Z`);
    const clock = new MovedClock(due - SOON_MS);
    const second = await startSplitproof({ ...env, ...database, ...clock.variables() });
    await remind();
    await second.stop();
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

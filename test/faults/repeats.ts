import { standingThere } from './check.ts';
import { readLedger } from './ledger.ts';
import { People } from './people.ts';
import { Running, type Setting, settle, verify } from './running.ts';

export type RepeatsOutcome = {
  /** Requests that brought an event, for the first time or again. */
  readonly deliveries: number;
  /** How often a party came to stand differently, as the platform shows it. */
  readonly changes: number;
  /** Entries that say so. */
  readonly marks: number;
  readonly problems: readonly string[];
  readonly verdict: string;
};

/**
 * Everybody reacts at once, and every event comes once to eleven times, in any order, over all processes; older ones
 * come again with them. The next step begins when the ledger agrees with the platform.
 */
export async function playRepeats(setting: Setting, steps: number): Promise<RepeatsOutcome> {
  const running = new Running(setting);
  try {
    return await play(setting, running, steps);
  } finally {
    await running.end();
  }
}

async function play(setting: Setting, running: Running, steps: number): Promise<RepeatsOutcome> {
  const { stage, database, chance } = setting;
  const people = new People(stage, chance);
  await running.fill();
  await people.begin();
  const look = async () => standingThere(stage, readLedger(await database.entries()));
  let deliveries = 0;
  let changes = 0;
  let before = await look();
  for (let step = 0; step < steps; step += 1) {
    people.actEach();
    deliveries += await stage.repeatAll(chance);
    await settle(setting, 'look');
    const after = await look();
    // A sheet that was posted since stands in `after` alone.
    changes += [...after].filter(([key, stands]) => (before.get(key) ?? false) !== stands).length;
    before = after;
  }
  await running.stop();
  const { marks, problems } = readLedger(await database.entries());
  return { deliveries, changes, marks: marks.length, problems, verdict: await verify(database) };
}

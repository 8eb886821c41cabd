import type { Connection, Finding, Log } from './bot/adapter.ts';
import type { Asker } from './bot/command.ts';

export type Diagnosed = {
  readonly connections: ReadonlyMap<string, Pick<Connection, 'diagnose'>>;
  /** Rejects when the database does not answer. */
  readonly check: () => Promise<void>;
  readonly log: Log;
};

export const say = {
  databaseGood: 'The database answers.',
  databaseBad: 'The database does not answer. Commands that need it are refused until it does.',
  databaseFix: 'Look at DATABASE_URL and at the log.',
  notLookedAt: '{name} could not be looked at.',
  notLookedAtFix: 'Try again in a minute; the log says what happened.',
};

/**
 * The doctor's look at everything that is connected, and at the database.
 *
 * What other platforms need is nobody's business but an admin's. One that cannot be looked at is a finding of its own.
 */
export async function diagnoseAll(asker: Asker, diagnosed: Diagnosed): Promise<readonly Finding[]> {
  const { connections, check } = diagnosed;
  const here = { space: asker.space, channel: asker.channel };
  const shown = [...connections].filter(([name]) => name === asker.platform || asker.admin === true);
  const platforms = shown.map(([name, connection]) =>
    lookAt(name, connection, name === asker.platform ? here : null, diagnosed.log),
  );
  const database = check().then(
    (): Finding => ({ tone: 'good', message: say.databaseGood }),
    (): Finding => ({ tone: 'bad', message: say.databaseBad, fix: say.databaseFix }),
  );
  return [...(await Promise.all(platforms)).flat(), await database];
}

async function lookAt(
  name: string,
  connection: Pick<Connection, 'diagnose'>,
  place: Parameters<Connection['diagnose']>[0],
  log: Log,
): Promise<readonly Finding[]> {
  try {
    return await connection.diagnose(place);
  } catch (error) {
    log.warn({ err: error, platform: name }, 'a platform could not be looked at');
    return [{ tone: 'bad', message: say.notLookedAt, values: { name }, fix: say.notLookedAtFix }];
  }
}

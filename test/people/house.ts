import { randomUUID } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { Asker, Context } from '../../src/bot/command.ts';
import type { Store } from '../../src/store/database.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { translator } from '../../src/text/translate.ts';
import { OPENED_AT } from '../support/each-database.ts';
import { openRealHouse } from '../support/real-house.ts';

const silent = () => {};
const log = { debug: silent, info: silent, warn: silent, error: silent };

/** People of places without a platform behind them, who use the real handlers on a real database. */
export function openPlaces({ db, ...store }: Store) {
  const now = () => OPENED_AT;
  const settings = openSettings(db, { languages: locales, now });
  const real = openRealHouse({
    ...{ store: { db, ...store }, commands: [], settings, connections: new Map(), log, now },
  });
  onTestFinished(() => real.close());
  const teamOf = async (space: string): Promise<string> => {
    const wanted = { platform: 'slack', platformSpaceId: space, now: now(), newId: randomUUID };
    return (await findOrCreateSpace(db, wanted)).teamId;
  };
  return {
    house: real.house,
    teamOf,
    /** Somebody who asks from there, an admin unless it is said otherwise. */
    async asking(account: string, { space = 'T1', admin = true }: Partial<Asker> = {}): Promise<Context> {
      const team = await teamOf(space);
      const place = { platform: 'slack', team, space, channel: 'C1' };
      return {
        ...{ house: real.house, now: now(), locale: 'en', timeZone: 'UTC', t: translator('en', 'UTC') },
        asker: { ...place, account, name: account.toLowerCase(), admin },
        working: () => {},
        download: () => Promise.reject(new Error('Nothing is attached here.')),
      };
    },
  };
}

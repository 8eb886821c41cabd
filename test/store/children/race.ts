/** One of several processes that do the same at the same moment; says what it got. */
import { once } from 'node:events';
import { findOrCreateAccount } from '../../../src/store/accounts.ts';
import { openStore } from '../../../src/store/database.ts';
import { firstDelivery } from '../../../src/store/deliveries.ts';
import { findOrCreateSpace } from '../../../src/store/spaces.ts';

const [url = '', rounds = '0'] = process.argv.slice(2);
const now = new Date(0);
const newId = () => crypto.randomUUID();

process.send?.('ready');
await once(process, 'message');
// Opened only now, so that the processes race for the migration as well.
const { db, close } = await openStore(url, { now });
const got: { spaces: string[]; accounts: string[]; first: string[] } = {
  spaces: [],
  accounts: [],
  first: [],
};
for (let round = 0; round < Number(rounds); round++) {
  const space = await findOrCreateSpace(db, { platform: 'slack', platformSpaceId: `T${round}`, now, newId });
  const account = await findOrCreateAccount(db, { space, platformAccountId: 'U1', now, newId });
  got.spaces.push(space.id);
  got.accounts.push(account.id);
  const eventId = `Ev${round}`;
  if (await firstDelivery(db, { platform: 'slack', eventId }, now)) got.first.push(eventId);
}
await close();
process.send?.(got, () => process.disconnect());

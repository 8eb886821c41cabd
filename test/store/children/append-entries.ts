/** One of several processes that append to one ledger at the same moment; or one that stops in the middle. */
import { createPrivateKey } from 'node:crypto';
import { once } from 'node:events';
import { openStore } from '../../../src/store/database.ts';
import { openHeads } from '../../../src/store/evidence-heads.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { evidenceWith, setting, TEAM } from '../evidence-room.ts';

const [url = '', heads = '', pem = '', rounds = '0', how] = process.argv.slice(2);
const { db, close } = await openStore(url, { now: new Date(0) });
const evidence = evidenceWith({ key: createPrivateKey(pem), heads: openHeads(heads) });

process.send?.('ready');
await once(process, 'message');
const got: number[] = [];
for (let round = 0; round < Number(rounds); round++) {
  const [entry] = await evidence.append(db, TEAM, [setting(round)]);
  got.push(entry?.seq ?? -1);
  if (round % 3 === 0) await evidence.head(db, TEAM);
}
if (how === 'stop') {
  await inTransaction(db, async (transaction) => {
    await evidence.append(transaction, TEAM, [setting(-1), setting(-2)]);
    await evidence.head(transaction, TEAM);
    process.send?.('stopped');
    setInterval(() => {}, 1000);
    await new Promise(() => {});
  });
}
await close();
process.send?.(got, () => process.disconnect());

/** One of several processes that need the key at the same moment; says its public half. */
import { createPublicKey } from 'node:crypto';
import { once } from 'node:events';
import { readEvidenceMeans } from '../../../src/evidence-key.ts';

process.send?.('ready');
await once(process, 'message');
const { key } = readEvidenceMeans({
  databaseUrl: process.argv[2] ?? '',
  evidenceKey: undefined,
  evidenceOrigin: undefined,
  evidenceHeads: undefined,
});
process.send?.(createPublicKey(key).export({ type: 'spki', format: 'pem' }), () => process.disconnect());

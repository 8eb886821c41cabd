import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Connection, Log, PlatformEvent } from '../../src/bot/adapter.ts';
import type { Command, House, Settings } from '../../src/bot/command.ts';
import { startWorker } from '../../src/bot/worker.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { licenseJobs } from '../../src/licenses/remind.ts';
import { releaseJobs } from '../../src/releases/remind.ts';
import { splitJobs } from '../../src/splits/jobs.ts';
import { listen } from '../../src/splits/listen.ts';
import type { Store } from '../../src/store/database.ts';
import { openEvidence } from '../../src/store/evidence.ts';
import { headsInMemory } from '../../src/store/evidence-heads.ts';

export type HouseParts = {
  readonly store: Store;
  readonly commands: readonly Command[];
  readonly settings: Settings;
  readonly connections: ReadonlyMap<string, Connection>;
  readonly log: Log;
  now(): Date;
};

export type RealHouse = {
  readonly house: House;
  listen(event: PlatformEvent): Promise<void>;
  close(): Promise<void>;
};

/** Everything that stands behind the commands, on a real database, with a ledger and somebody who does the jobs. */
export function openRealHouse(parts: HouseParts): RealHouse {
  const { store, now, log, connections } = parts;
  const { db } = store;
  const newId = () => randomBytes(10).toString('hex');
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
  const { privateKey: key } = generateKeyPairSync('ed25519');
  const evidence = openEvidence({ key, origin: 'splitproof', heads: headsInMemory(), now, randomHex });
  const house: House = {
    ...{ commands: parts.commands, settings: parts.settings, prefixes: builtInPrefixes, version: '1.2.3' },
    ...{ db, evidence, connections, log, now, newId, randomHex },
    diagnose: async () => [],
    poke: () => worker.poke(),
    settled: () => worker.idle(),
  };
  const handlers = { ...splitJobs(house), ...licenseJobs(house), ...releaseJobs(house) };
  const worker = startWorker({
    ...{ db, handlers, log, now, newId },
    platforms: () => [...connections.keys()],
  });
  return { house, listen: (event) => listen(house, event), close: () => worker.stop() };
}

import { generateKeyPairSync, type KeyObject, randomBytes } from 'node:crypto';
import { type Evidence, type EvidenceMeans, openEvidence } from '../../src/store/evidence.ts';
import { headsInMemory } from '../../src/store/evidence-heads.ts';
import type { NewEntry } from '../../src/store/ledger.ts';
import type { Db } from '../../src/store/tables.ts';

export const TEAM = 't_1';
export const NOW = new Date('2026-11-26T12:00:00.000Z');

export const newKey = (): KeyObject => generateKeyPairSync('ed25519').privateKey;
const randomHex = (bytes: number): string => randomBytes(bytes).toString('hex');

/** Evidence with a key and heads of its own, unless others are given. */
export function evidenceWith(means: Partial<EvidenceMeans> = {}): Evidence {
  return openEvidence({
    key: newKey(),
    origin: 'splitproof',
    heads: headsInMemory(),
    now: () => NOW,
    randomHex,
    ...means,
  });
}

export async function addTeam(db: Db, id = TEAM): Promise<void> {
  await db.insertInto('team').values({ id, created_at: 0 }).execute();
}

/** An entry about nothing much. */
export function setting(value: number): NewEntry<'settings.changed'> {
  return { type: 'settings.changed', subject: 'team', data: { value } };
}

export function linked(person: string, account = `U_${person}`): NewEntry<'person.linked'> {
  return {
    type: 'person.linked',
    subject: `person/${person}`,
    data: { person, platform: 'slack', space: 'T1', by: null },
    sealed: { account, display_name: 'Ana 李' },
  };
}

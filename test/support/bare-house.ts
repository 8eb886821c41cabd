import type { House } from '../../src/bot/command.ts';

const refuse = (member: string) => () => {
  throw new Error(`This test has no ${member}.`);
};

/** Whatever is asked of it fails. */
function absent<T extends object>(what: string): T {
  return new Proxy({} as T, { get: refuse(what) });
}

/** What a house needs for handlers that touch neither the database nor a platform; whatever does, fails. */
export const bareHouse: Pick<
  House,
  'db' | 'evidence' | 'connections' | 'log' | 'now' | 'newId' | 'randomHex' | 'poke' | 'settled'
> = {
  db: absent('database'),
  evidence: absent('ledger'),
  connections: new Map(),
  log: { debug: () => {}, info: () => {}, warn: () => {}, error: () => {} },
  now: refuse('clock'),
  newId: refuse('ids'),
  randomHex: refuse('chance'),
  poke: () => {},
  settled: async () => {},
};

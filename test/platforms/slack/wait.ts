import type { World } from './world.ts';

const PATIENCE_MS = 15_000;

export type Wait = <T>(
  what: string,
  predicate: () => T | undefined | null | false,
  patienceMs?: number,
) => Promise<T>;

/**
 * Wait until something is so, looking again whenever anything changes: no polling, no sleeping.
 *
 * When it never happens, the error tells what did.
 */
export function createWait(world: World, tell: () => string): Wait {
  const lookers = new Set<() => void>();
  world.changed = () => {
    for (const look of [...lookers]) look();
  };
  return (what, predicate, patienceMs = PATIENCE_MS) =>
    new Promise((resolve, reject) => {
      const look = (): void => {
        const found = predicate();
        if (found === undefined || found === null || found === false) return;
        clearTimeout(timer);
        lookers.delete(look);
        resolve(found);
      };
      const timer = setTimeout(() => {
        lookers.delete(look);
        reject(new Error(`Slack waited ${patienceMs} ms for: ${what}\n${tell()}`));
      }, patienceMs);
      lookers.add(look);
      look();
    });
}

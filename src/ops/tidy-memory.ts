import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Gives back what only the start needed: loading the libraries fills the heap with what is used once, and V8 keeps
 * that room until much more of it is needed. Takes some hundredths of a second, so it is done before anybody asks.
 */
export function tidyMemory(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  setFlagsFromString('--no-expose-gc');
  if (typeof collect === 'function') collect({ type: 'major', flavor: 'last-resort' });
}

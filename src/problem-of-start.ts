import { explain } from './bot/refusal.ts';
import { StartError } from './bot/start-error.ts';
import { ConfigError } from './config.ts';
import { UserError } from './core/problem.ts';
import { StoreError } from './store/store-error.ts';
import { plain } from './text/spans.ts';
import { translator } from './text/translate.ts';

/** The same words as in bin/splitproof.mjs, which has to say them where nothing can be imported. */
const PACKAGE_MISSING = 'A package is missing. Run "npm ci" in the project first.';

/**
 * What the operator reads when the start is refused: a sentence for whatever the surroundings can cause, and the
 * whole stack only for what must be our own mistake.
 */
export function problemOfStart(error: unknown): string {
  if (error instanceof UserError) return plain(explain(error.problem, translator('en', 'UTC')));
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof StartError)
    return error.message;
  if (isPackageMissing(error)) return PACKAGE_MISSING;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

/** Node names the address of a file that is not there; of a package, it has none. */
function isPackageMissing(error: unknown): boolean {
  if (!(error instanceof Error) || !('code' in error) || error.code !== 'ERR_MODULE_NOT_FOUND') return false;
  return !('url' in error) || String(error.url).includes('/node_modules/');
}

import { explain } from './bot/refusal.ts';
import { StartError } from './bot/start-error.ts';
import { ConfigError } from './config.ts';
import { UserError } from './core/problem.ts';
import { StoreError } from './store/store-error.ts';
import { plain } from './text/spans.ts';
import { translator } from './text/translate.ts';

/**
 * What the operator reads when the start is refused: a sentence for whatever the surroundings can cause, and the
 * whole stack only for what must be our own mistake.
 */
export function problemOfStart(error: unknown): string {
  if (error instanceof UserError) return plain(explain(error.problem, translator('en', 'UTC')));
  if (error instanceof ConfigError || error instanceof StoreError || error instanceof StartError)
    return error.message;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}

import { UserError } from '../core/problem.ts';
import type { Asker, Who } from './command.ts';

/**
 * @throws UserError `permission.admin`, whose words say who may; `permission.unknown` while the platform does not
 *   say whether the asker is one
 */
export function mustBeAllowed(who: Who | undefined, asker: Asker): void {
  if (who === undefined || who === 'anyone' || asker.admin === true) return;
  const code = asker.admin === null ? 'permission.unknown' : 'permission.admin';
  throw new UserError({ code, details: {} });
}

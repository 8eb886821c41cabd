import { UserError } from '../core/problem.ts';
import type { Asker, Who } from './command.ts';

/** @throws UserError `permission.admin`, whose words say who may */
export function mustBeAllowed(who: Who | undefined, asker: Asker): void {
  if (who === 'admin' && !asker.admin) throw new UserError({ code: 'permission.admin', details: {} });
}

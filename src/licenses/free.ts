import { checkLicense, checkMeetings, isRefused, type Meeting } from '../core/licenses/check.ts';
import type { Conflict } from '../core/licenses/conflicts.ts';
import { type Asset, completeOf, draftOf } from '../core/licenses/content.ts';
import type { LicenseDraft } from '../core/licenses/license.ts';
import { UserError } from '../core/problem.ts';
import { licensesAbout } from '../store/licenses.ts';
import type { Db } from '../store/tables.ts';

/** It would be a second exclusive grant of the same: rolled back, and both are shown. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly conflicts: readonly Conflict[];

  constructor(conflicts: readonly Conflict[]) {
    super('license.both-exclusive');
    this.conflicts = conflicts;
  }
}

/** @throws UserError for a term that ends before it begins, or a limit that is none */
export function mustBeSound(draft: LicenseDraft): void {
  const [wrong] = checkLicense(draft);
  if (wrong !== undefined) throw new UserError(wrong);
}

/**
 * That nobody else holds the same alone.
 *
 * @returns what it meets and may be kept beside
 * @throws Refused
 */
export async function mustBeFree(
  db: Db,
  team: string,
  asset: Asset,
  draft: LicenseDraft,
): Promise<readonly Meeting[]> {
  const others = await licensesAbout(db, team, asset);
  const met = checkMeetings(draft, completeOf(others.map(({ id, content }) => draftOf(id, content))));
  const refused = met.filter(isRefused);
  if (refused.length > 0) throw new Refused(refused.map(({ conflict }) => conflict));
  return met;
}

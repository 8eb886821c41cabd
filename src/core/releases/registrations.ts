import { type Actor, type Registration, type ReleaseCase, registrationTable } from '../data/registrations.ts';
import { addDays, type Day } from '../day.ts';
import type { TerritorySet } from '../territory-set.ts';

export type ToRegister = {
  readonly registration: Registration;
  /** Those of the release that it is for; `any` wherever it comes out. */
  readonly territories: 'any' | readonly string[];
  /** Null where no source names a day: as soon as possible. */
  readonly due: Day | null;
};

/** Both in the order in which to work through them. */
export type RegistrationList = {
  readonly before: readonly ToRegister[];
  readonly after: readonly ToRegister[];
};

/**
 * What is to be registered for a release, and by when.
 *
 * `before` holds what may or must be done before the release. What is due on the day itself or counted from it is
 * under `after`, even where it may be done earlier, such as the registration of copyright in the US.
 *
 * @param release null as long as there is no day: then nothing is due on one
 * @param options.as who asks; everybody's when left out
 * @param options.without what the release is known not to have: its registrations are left out
 * @see facts on registrations, compiled 2026-11-22; a list to work through, not proof that money will come
 */
export function listRegistrations(
  territories: TerritorySet,
  release: Day | null,
  options: { readonly as?: readonly Actor[]; readonly without?: readonly ReleaseCase[] } = {},
): RegistrationList {
  const { as, without = [] } = options;
  const all = registrationTable().entries.flatMap((registration): readonly ToRegister[] => {
    const { by, only, dueDays } = registration;
    if (as && !by.some((actor) => as.includes(actor))) return [];
    if (only && without.includes(only)) return [];
    const where = whereOf(registration, territories);
    if (where.length === 0) return [];
    const due = release === null || dueDays === null ? null : addDays(release, dueDays);
    return [{ registration, territories: where, due }];
  });
  return { before: all.filter(isBefore), after: all.filter((one) => !isBefore(one)) };
}

function whereOf({ territories }: Registration, released: TerritorySet): 'any' | readonly string[] {
  return territories === 'any' ? 'any' : territories.filter((iso) => released.includes(iso));
}

function isBefore({ registration: { canBeBeforeRelease, dueDays } }: ToRegister): boolean {
  return canBeBeforeRelease && (dueDays === null || dueDays < 0);
}

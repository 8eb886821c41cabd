import type { Day } from '../day.ts';
import type { Hash } from '../ledger/entry-types.ts';
import type { TerritorySet } from '../territory-set.ts';

/**
 * What may be done, in the words of contracts. None stands for another, even where laws let them overlap.
 *
 * Broadcasting and making available on demand are rights of their own, in many laws and most contracts; communication to
 * the public is the word for both, and more.
 *
 * @see Berne Convention, articles 9, 11 and 11bis; WIPO Copyright Treaty, articles 6 and 8; the last four are words of
 *   the trade
 */
export const USES = [
  'reproduction',
  'distribution',
  'publicPerformance',
  'communication',
  'broadcasting',
  'makingAvailable',
  'synchronization',
  'sampling',
  'remix',
  'mechanical',
] as const;

export type Use = (typeof USES)[number];

/** A person of the team's books, or somebody outside of them by name alone. */
export type LicenseParty = { readonly person: string | null; readonly name: string };

/** Both days are inside; without a last one it never ends. */
export type Term = { readonly from: Day; readonly to: Day | null };

/** The most that may be made or played under the license, a whole number. */
export type Cap = { readonly of: CapUnit; readonly most: number };

export type CapUnit = 'copies' | 'downloads' | 'streams' | 'views' | 'performances';

/** A recorded permission of which nothing is missing. */
export type License = {
  readonly kind: 'license';
  readonly id: string;
  readonly asset: {
    readonly kind: 'recording' | 'work' | 'sample' | 'artwork';
    readonly id: string;
  };
  readonly licensor: LicenseParty;
  readonly licensee: LicenseParty;
  readonly territories: TerritorySet;
  readonly term: Term;
  readonly uses: readonly Use[];
  readonly exclusive: boolean;
  /** What is paid, in the words of the agreement; "none" is said, too. */
  readonly payment: string;
  /** Empty where the license sets no limit; `missing` where nobody has looked. */
  readonly caps: readonly Cap[];
  /** The signed paper: the SHA-256 of its file. */
  readonly proof: Hash;
};

/** What a license says, beside its name and what it is about; in the order in which it is asked. */
export const PARTS = [
  'licensor',
  'licensee',
  'territories',
  'term',
  'uses',
  'exclusive',
  'payment',
  'caps',
  'proof',
] as const satisfies readonly (keyof License)[];

export type LicensePart = (typeof PARTS)[number];

/** A license as far as it is known; null for what nobody has said yet. */
export type LicenseDraft = Pick<License, 'kind' | 'id' | 'asset'> & {
  readonly [P in LicensePart]: License[P] | null;
};

/** A credit line, a message, a store's receipt, a spoken yes: worth keeping, and no license whatever it says. */
export type PermissionNote = Pick<License, 'id' | 'asset'> & { readonly kind: 'note' };

/** The parts that nobody has said: null, blank, or a list that must not be empty and is. */
export function missing(license: LicenseDraft): readonly LicensePart[] {
  return PARTS.filter((part) => isMissing(license, part));
}

export function isComplete(license: LicenseDraft): license is License {
  return missing(license).length === 0;
}

function isMissing(license: LicenseDraft, part: LicensePart): boolean {
  switch (part) {
    case 'licensor':
    case 'licensee':
      return isBlank(license[part]?.name);
    case 'payment':
    case 'proof':
      return isBlank(license[part]);
    case 'territories':
    case 'uses':
      return (license[part] ?? []).length === 0;
    default:
      return license[part] === null;
  }
}

function isBlank(text: string | null | undefined): boolean {
  return (text ?? '').trim() === '';
}

import type { Day } from '../day.ts';
import type { Home } from '../home.ts';
import type { Hash, Seq } from '../ledger/entry-types.ts';
import { territorySet } from '../territory-set.ts';
import {
  type Cap,
  type CapUnit,
  isComplete,
  type License,
  type LicenseDraft,
  type LicenseParty,
  type Term,
  type Use,
} from './license.ts';

/** What a license or a note is about: by an id of the catalog, or by its name alone. */
export type Asset = License['asset'] & { readonly title: string };

export const ASSET_KINDS = ['recording', 'work', 'sample', 'artwork'] as const;

export type AssetKind = Asset['kind'];

/** A file that was kept, and the entry that says so. */
export type KeptFile = {
  readonly sha256: Hash;
  readonly name: string;
  readonly mediaType: string;
  readonly sizeBytes: number;
  readonly seq: Seq;
};

/** All that is known of a license; null is what nobody has said yet. */
export type LicenseContent = {
  readonly asset: Asset;
  readonly licensor: LicenseParty | null;
  readonly licensee: LicenseParty | null;
  /** The countries as they were counted. */
  readonly territories: readonly string[] | null;
  /** The same as it was typed. */
  readonly places: string | null;
  readonly begins: Day | null;
  readonly ends: Day | 'none' | null;
  readonly uses: readonly Use[] | null;
  readonly exclusive: boolean | null;
  readonly payment: string | null;
  readonly caps: readonly Cap[] | null;
  readonly proof: KeptFile | null;
  /** The last day to renew it, or to say that it is not to go on. */
  readonly renewal: Day | null;
  readonly remark: string | null;
  /** How much has been made so far. */
  readonly counts: { readonly [U in CapUnit]?: number };
  /** Since somebody ended it: its last day. */
  readonly ended: { readonly on: Day; readonly reason: string | null } | null;
  readonly home: Home;
};

/** A license as the rules see it. One that was ended has the term that was left to it. */
export function draftOf(id: string, content: LicenseContent): LicenseDraft {
  const { kind, id: about } = content.asset;
  const { licensor, licensee, territories, uses, exclusive, payment, caps, proof } = content;
  return {
    kind: 'license',
    id,
    asset: { kind, id: about },
    licensor,
    licensee,
    territories: territories === null ? null : territorySet(territories),
    term: termOf(content),
    uses,
    exclusive,
    payment,
    caps,
    proof: proof?.sha256 ?? null,
  };
}

/** Whether it was ended before it was a license: it never covers anything, and stands against nothing. */
export function isDropped(id: string, content: LicenseContent): boolean {
  return content.ended !== null && !isComplete(draftOf(id, content));
}

/** Its last day, if it has one; null also where that is not known yet. */
export function lastDayOf(content: LicenseContent): Day | null {
  const { ended } = content;
  return ended !== null && termOf(content) === null ? ended.on : (termOf(content)?.to ?? null);
}

function termOf({ begins, ends, ended }: LicenseContent): Term | null {
  if (begins === null || ends === null) return null;
  const to = ends === 'none' ? null : ends;
  if (ended === null) return { from: begins, to };
  return { from: begins, to: to !== null && to < ended.on ? to : ended.on };
}

/** The complete ones of these. */
export function completeOf(drafts: readonly LicenseDraft[]): readonly License[] {
  return drafts.filter(isComplete);
}

import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { JsonObject } from '../core/ledger/json.ts';
import { type Asset, draftOf, type LicenseContent } from '../core/licenses/content.ts';
import { missing } from '../core/licenses/license.ts';
import { appendOne, type Evidence } from '../store/evidence.ts';
import type { Db } from '../store/tables.ts';

export type LicenseEvent = 'recorded' | 'completed' | 'changed';

/** Write down what a license says now, all of it, so that each entry can be read alone. Names, titles and words are sealed. */
export async function writeLicense(
  evidence: Pick<Evidence, 'append'>,
  db: Db,
  team: string,
  event: LicenseEvent,
  { id, content, by }: { readonly id: string; readonly content: LicenseContent; readonly by: PersonId },
): Promise<Seq> {
  const { licensor, licensee, territories, begins, ends, uses, exclusive, caps, proof, renewal } = content;
  const { seq } = await appendOne(evidence, db, team, {
    type: `license.${event}`,
    subject: `license/${id}`,
    data: {
      license: id,
      ...assetData(content.asset),
      licensor: licensor?.person ?? null,
      licensee: licensee?.person ?? null,
      territories: territories && [...territories],
      begins,
      ends,
      uses: uses && [...uses],
      exclusive,
      caps: caps?.map(({ of, most }) => ({ of, most })) ?? null,
      proof: proof?.sha256 ?? null,
      file: proof?.seq ?? null,
      renewal,
      missing: [...missing(draftOf(id, content))],
      by,
    },
    sealed: {
      title: content.asset.title,
      licensor: licensor?.name ?? null,
      licensee: licensee?.name ?? null,
      places: content.places,
      payment: content.payment,
      remark: content.remark,
    },
  });
  return seq;
}

/** By its id where the catalog gave it one; a name belongs into the sealed part. */
export function assetData({ kind, id }: Pick<Asset, 'kind' | 'id'>): JsonObject {
  const isNamed = kind === 'sample' || kind === 'artwork';
  return { asset_kind: kind, asset: isNamed ? null : id };
}

import type { Asker, Context, House } from '../bot/command.ts';
import type { Home } from '../core/home.ts';
import type { PersonId, Seq } from '../core/ledger/entry-types.ts';
import type { Meeting } from '../core/licenses/check.ts';
import { type Asset, draftOf, type KeptFile, type LicenseContent } from '../core/licenses/content.ts';
import { type LicenseDraft, type LicensePart, missing } from '../core/licenses/license.ts';
import { UserError } from '../core/problem.ts';
import type { TerritorySet } from '../core/territory-set.ts';
import type { Proof } from '../files/proof.ts';
import { askerPerson } from '../people/named.ts';
import { takePending } from '../places/pending.ts';
import { keepFile } from '../store/files.ts';
import { insertLicense, lockLicense, type StoredLicense, saveLicense } from '../store/licenses.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { type LicenseEvent, writeLicense } from './entries.ts';
import { mustBeOpenTo } from './find.ts';
import { mustBeFree, mustBeSound } from './free.ts';
import { partyFor } from './parties.ts';
import type { Said } from './read-input.ts';
import { schedule } from './schedule.ts';

export type Recording = {
  /** One that is there already, which is changed or completed. */
  readonly before: StoredLicense | null;
  readonly asset: Asset;
  readonly said: Said;
  readonly places: { readonly set: TerritorySet; readonly typed: string } | null;
  readonly proof: Proof | null;
  /** The question that this answers. */
  readonly pending: string | null;
  /** Where it is recorded, but for the person who does it. */
  readonly home: Omit<Home, 'person'>;
};

export type Recorded = {
  readonly id: string;
  readonly content: LicenseContent;
  readonly event: LicenseEvent;
  readonly seq: Seq;
  readonly missing: readonly LicensePart[];
  /** What it meets and is kept beside. */
  readonly met: readonly Meeting[];
};

/**
 * Keep a license, or what is new about one, with its entry, its file and its reminders: all of it or nothing.
 *
 * @throws Refused; UserError `license.*`
 */
export async function record(
  { house, asker }: Pick<Context, 'house' | 'asker'>,
  recording: Recording,
): Promise<Recorded> {
  const { team } = asker;
  const recorded = await inTransaction(house.db, async (db) => {
    // Held first: of two who give the same away at once, the second sees the first.
    await lockTeam(db, team);
    if (recording.pending !== null) await takePending(house, db, team, recording.pending);
    const before = await lockBefore({ ...house, db }, asker, recording.before);
    const by = (await askerPerson(house, db, asker)).person;
    const id = before?.id ?? `l_${house.newId()}`;
    const merged = await merge(house, db, team, recording, before?.content ?? emptyOf(recording, by), by);
    const draft = draftWith(id, merged, recording.proof);
    mustBeSound(draft);
    const met = await mustBeFree(db, team, merged.asset, draft);
    const content = await withFile(house, db, team, { id, content: merged, by }, recording.proof);
    if (before !== null && JSON.stringify(before.content) === JSON.stringify(content)) {
      throw new UserError({ code: 'license.nothing-new', details: { id } });
    }
    const lacking = missing(draftOf(id, content));
    const event = eventOf(before, lacking);
    if (before === null) await insertLicense(db, team, { id, content, createdAt: house.now() });
    else await saveLicense(db, team, id, content);
    const seq = await writeLicense(house.evidence, db, team, event, { id, content, by });
    await schedule(house, db, team, id, before?.content ?? null, content);
    return { id, content, event, seq, missing: lacking, met };
  });
  house.poke();
  return recorded;
}

async function lockBefore(
  house: House,
  asker: Asker,
  before: StoredLicense | null,
): Promise<StoredLicense | null> {
  if (before === null) return null;
  const held = await lockLicense(house.db, asker.team, before.id);
  if (held === undefined) throw new UserError({ code: 'license.unknown', details: { typed: before.id } });
  await mustBeOpenTo(house, asker, held);
  return held;
}

function eventOf(before: StoredLicense | null, lacking: readonly LicensePart[]): LicenseEvent {
  if (before === null) return 'recorded';
  const wasDraft = missing(draftOf(before.id, before.content)).length > 0;
  return wasDraft && lacking.length === 0 ? 'completed' : 'changed';
}

function emptyOf({ asset, home }: Recording, person: PersonId): LicenseContent {
  return {
    asset,
    ...{ licensor: null, licensee: null, territories: null, places: null, begins: null, ends: null },
    ...{ uses: null, exclusive: null, payment: null, caps: null, proof: null, renewal: null, remark: null },
    ...{ counts: {}, ended: null },
    home: { ...home, person },
  };
}

async function merge(
  house: House,
  db: Db,
  team: string,
  { said, places }: Recording,
  before: LicenseContent,
  by: PersonId,
): Promise<LicenseContent> {
  const { licensor, licensee, ...rest } = said;
  return {
    ...before,
    ...rest,
    ...(licensor === undefined ? {} : { licensor: await partyFor(house, db, team, licensor, by) }),
    ...(licensee === undefined ? {} : { licensee: await partyFor(house, db, team, licensee, by) }),
    ...(places === null ? {} : { territories: places.set, places: places.typed }),
  };
}

/** As it will be once its file is kept: what is refused must keep none. */
function draftWith(id: string, content: LicenseContent, proof: Proof | null): LicenseDraft {
  const draft = draftOf(id, content);
  return proof === null ? draft : { ...draft, proof: proof.sha256 };
}

async function withFile(
  house: House,
  db: Db,
  team: string,
  { id, content, by }: { readonly id: string; readonly content: LicenseContent; readonly by: PersonId },
  proof: Proof | null,
): Promise<LicenseContent> {
  // The same paper again is no other proof.
  if (proof === null || proof.sha256 === content.proof?.sha256) return content;
  const kept = await keepProof(house, db, team, { proof, subject: `license/${id}`, by });
  return { ...content, proof: kept };
}

/** Keep a file for a license or note, with its entry. */
export async function keepProof(
  house: Pick<House, 'evidence'>,
  db: Db,
  team: string,
  { proof, subject, by }: { readonly proof: Proof; readonly subject: string; readonly by: PersonId },
): Promise<KeptFile> {
  const seq = await keepFile(db, house.evidence, team, { file: proof, subject, by });
  const { sha256, name, mediaType, bytes } = proof;
  return { sha256, name, mediaType, sizeBytes: bytes.length, seq };
}

import type { JsonObject } from '../../src/core/ledger/json.ts';
import type { SealedPart } from '../../src/core/ledger/sealed.ts';
import type { Evidence, EvidenceMeans } from '../../src/store/evidence.ts';
import { saveFile } from '../../src/store/files.ts';
import type { NewEntry } from '../../src/store/ledger.ts';
import type { Db } from '../../src/store/tables.ts';
import { tellStory } from '../core/ledger/story.ts';
import { addTeam, evidenceWith } from './evidence-room.ts';

/** The team whose ledger the story is in: frozen texts name it. */
export const STORY_TEAM = 't_test';
export const SHEET = 'sheet/s_night';

export type Retold = {
  readonly evidence: Evidence;
  /** Receipts as they went out, oldest first. */
  readonly receipts: readonly { readonly seq: number; readonly bytes: Buffer }[];
  /** Entries in the ledger. */
  readonly size: number;
};

/**
 * The whole way of a sheet, entry by entry as a bot would write it into this database: two platforms, a dispute, a
 * delegate, an attested file, receipts on the way, completion.
 */
export async function retellStory(db: Db, means: Partial<EvidenceMeans> = {}): Promise<Retold> {
  const { ledger, receipts: planned } = tellStory();
  let now = new Date(0);
  const evidence = evidenceWith({ now: () => now, ...means });
  const receipts: { seq: number; bytes: Buffer }[] = [];
  await addTeam(db, STORY_TEAM);
  for (const bytes of ledger.files.values())
    await saveFile(db, STORY_TEAM, { bytes, name: 'signed.pdf', mediaType: 'application/pdf' });
  for (const { entry, sealed } of ledger.rows.slice(1)) {
    now = new Date(entry.at);
    const { type, subject, data } = entry;
    const open = sealed === null ? {} : { sealed: withoutSalt(sealed) };
    await evidence.append(db, STORY_TEAM, [{ type, subject, data, ...open } as NewEntry]);
    for (const { seq, size } of planned) {
      if (size !== entry.seq + 1) continue;
      receipts.push({ seq, bytes: (await evidence.receipt(db, STORY_TEAM, seq)).bytes });
    }
  }
  return { evidence, receipts, size: ledger.size };
}

function withoutSalt(sealed: Uint8Array): JsonObject {
  const { salt: _, ...members } = JSON.parse(Buffer.from(sealed).toString('utf8')) as SealedPart;
  return members;
}

import { describe, expect, it } from 'vitest';
import type { BundleFile } from '../../src/core/ledger/bundle.ts';
import { sha256Hex } from '../../src/core/ledger/hash.ts';
import { takeOut } from '../../src/store/evidence-bundle.ts';
import { type ErasureRequest, erase } from '../../src/store/evidence-erase.ts';
import { deleteFile, findFile, readFiles, saveFile } from '../../src/store/files.ts';
import type { Db } from '../../src/store/tables.ts';
import { lines, verifyFolder } from '../core/ledger/read-folder.ts';
import { eachDatabase } from '../support/each-database.ts';
import { addTeam, evidenceWith, setting, TEAM } from './evidence-room.ts';
import { retellStory, SHEET, STORY_TEAM } from './evidence-story.ts';

const request = { subject: SHEET, readme: 'Evidence.\n', by: null };
const folderOf = (files: readonly BundleFile[] | undefined) =>
  new Map((files ?? []).map(({ path, bytes }) => [path, bytes]));

eachDatabase(({ openFresh }) => {
  async function openStory() {
    const { db } = await openFresh();
    return { db, ...(await retellStory(db)) };
  }

  describe('a bundle taken out of the database', () => {
    it('is verified, with the key and every receipt that went out', async () => {
      const { db, evidence, receipts } = await openStory();
      const folder = folderOf(await takeOut(db, evidence, STORY_TEAM, request));
      const older = receipts.map(({ seq, bytes }) => ({ name: `receipt ${seq}`, bytes }));
      const report = verifyFolder(folder, { pinned: evidence.ledgerOf(STORY_TEAM).key, older });
      expect([lines(report.failures), lines(report.gaps), report.verdict]).toEqual([[], [], 'verified']);
      expect([...report.sheets()].map(({ version, state }) => [version, state])).toEqual([
        [1, 'replaced'],
        [2, 'completed'],
      ]);
    });

    it('writes that it was taken out, and nothing when nothing is new', async () => {
      const { db, evidence, size } = await openStory();
      const first = folderOf(await takeOut(db, evidence, STORY_TEAM, request));
      await evidence.append(db, STORY_TEAM, [setting(1)]);
      const second = folderOf(await takeOut(db, evidence, STORY_TEAM, request));
      expect(second).toEqual(first);
      const [closing] = await evidence.rows(db, STORY_TEAM, [size]);
      expect(closing?.entry).toMatchObject({ type: 'exported', subject: SHEET });
      expect(await evidence.rows(db, STORY_TEAM, [size + 2])).toEqual([]);
    });

    it('is taken out anew after something new', async () => {
      const { db, evidence } = await openStory();
      await takeOut(db, evidence, STORY_TEAM, request);
      const unlinked = {
        type: 'person.unlinked' as const,
        subject: 'person/p_ana',
        data: { person: 'p_ana', link: 1 },
      };
      await evidence.append(db, STORY_TEAM, [unlinked]);
      const report = verifyFolder(folderOf(await takeOut(db, evidence, STORY_TEAM, request)));
      expect([lines(report.failures), report.verdict]).toEqual([[], 'verified']);
    });

    it('is of any subject that has entries, and of no other', async () => {
      const { db, evidence } = await openStory();
      const person = { ...request, subject: 'person/p_ana' };
      const report = verifyFolder(folderOf(await takeOut(db, evidence, STORY_TEAM, person)));
      expect([report.verdict, report.subject]).toEqual(['verified', 'person/p_ana']);
      const nobody = { ...request, subject: 'sheet/s_nowhere' };
      expect(await takeOut(db, evidence, STORY_TEAM, nobody)).toBeUndefined();
    });
  });

  describe('erasing', () => {
    const erasing = async (
      db: Db,
      evidence: Awaited<ReturnType<typeof openStory>>['evidence'],
      rest: Partial<ErasureRequest>,
    ) =>
      await erase(db, evidence, STORY_TEAM, {
        subject: SHEET,
        entries: [],
        reason: 'request',
        by: null,
        ...rest,
      });

    it('takes what is personal, keeps every proof, and says so', async () => {
      const { db, evidence } = await openStory();
      const chain = await evidence.chain(db, STORY_TEAM, SHEET);
      const mark = chain.find(({ entry }) => entry.type === 'mark')!.entry.seq;
      const entry = await erasing(db, evidence, { entries: [mark, mark], by: 'p_ana' });
      expect(entry).toMatchObject({ type: 'erasure', data: { entries: [mark], by: 'p_ana' } });
      const stored = await db.selectFrom('sealed').select('text').where('seq', '=', mark).execute();
      expect(stored).toEqual([{ text: null }]);
      const folder = folderOf(await takeOut(db, evidence, STORY_TEAM, request));
      const report = verifyFolder(folder);
      expect(report.verdict).toBe('verified');
      expect(report.notes.map(({ code }) => code)).toContain('note.sealed-erased');
    });

    it('takes a text that the others rely on only when that is said', async () => {
      const { db, evidence } = await openStory();
      const chain = await evidence.chain(db, STORY_TEAM, SHEET);
      const [first, second] = chain.flatMap(({ entry }) =>
        entry.type === 'sheet.version' ? [entry.seq] : [],
      );
      const entries = [first!, second!];
      await expect(erasing(db, evidence, { entries })).rejects.toMatchObject({
        problem: { code: 'evidence.erase-needed', details: { entries: String(second) } },
      });
      expect(chain).toEqual(await evidence.chain(db, STORY_TEAM, SHEET));
      await erasing(db, evidence, { entries: [first!] });
      await erasing(db, evidence, { entries, alsoNeeded: true });
      const report = verifyFolder(folderOf(await takeOut(db, evidence, STORY_TEAM, request)));
      expect([report.verdict, lines(report.gaps)]).toEqual(['cannot say', [`7 entry ${second} needed.text`]]);
    });

    it('refuses entries about something else, unsealed ones and none at all', async () => {
      const { db, evidence } = await openStory();
      const [link] = await evidence.chain(db, STORY_TEAM, 'person/p_ana');
      await expect(erasing(db, evidence, { entries: [link!.entry.seq] })).rejects.toThrow('is not about');
      await expect(erasing(db, evidence, { subject: 'team', entries: [0] })).rejects.toThrow('is not about');
      await expect(erasing(db, evidence, {})).rejects.toThrow('is not about');
    });

    it('is refused where there is no ledger', async () => {
      const { db } = await openFresh();
      await addTeam(db);
      const nothing = { subject: 'team', entries: [0], reason: 'order', by: null } as const;
      await expect(erase(db, evidenceWith(), TEAM, nothing)).rejects.toThrow('evidence.none');
    });
  });

  describe('files', () => {
    it('are kept by what is in them, once, for one team', async () => {
      const { db } = await openFresh();
      await addTeam(db);
      await addTeam(db, 't_2');
      const bytes = Buffer.from([0, 255, 10, 0]);
      const file = { bytes, name: 'scan\0.png', mediaType: 'image/png' };
      expect(await saveFile(db, TEAM, file)).toBe(sha256Hex(bytes));
      expect(await saveFile(db, TEAM, { ...file, name: 'again.png' })).toBe(sha256Hex(bytes));
      const found = { sha256: sha256Hex(bytes), name: 'scan.png', mediaType: 'image/png' };
      expect(await findFile(db, TEAM, sha256Hex(bytes))).toEqual(found);
      expect(await findFile(db, 't_2', sha256Hex(bytes))).toBeUndefined();
      const read = new Map<string, Buffer>();
      for await (const [sha256, found] of readFiles(db, TEAM, ['00'.repeat(32), sha256Hex(bytes)]))
        read.set(sha256, found);
      expect([...read]).toEqual([[sha256Hex(bytes), bytes]]);
      await deleteFile(db, TEAM, sha256Hex(bytes));
      expect(await findFile(db, TEAM, sha256Hex(bytes))).toBeUndefined();
    });
  });
});

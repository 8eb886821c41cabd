import { describe, expect, it } from 'vitest';
import { standingOf } from '../../src/core/ledger/sheet-state.ts';
import { checkLedger, checkSubject, type LedgerCheck } from '../../src/store/evidence-check.ts';
import { erase } from '../../src/store/evidence-erase.ts';
import type { Db } from '../../src/store/tables.ts';
import { lines } from '../core/ledger/read-folder.ts';
import { eachDatabase } from '../support/each-database.ts';
import { addTeam, evidenceWith, setting, TEAM } from './evidence-room.ts';
import { retellStory, SHEET, STORY_TEAM } from './evidence-story.ts';

const failed = (check: LedgerCheck | undefined) => lines(check?.failures ?? []);

eachDatabase(({ openFresh }) => {
  async function openStory() {
    const { db } = await openFresh();
    return { db, ...(await retellStory(db)) };
  }

  async function changeEntry(db: Db, seq: number, change: (text: string) => string): Promise<void> {
    const [row] = await db.selectFrom('entry').select('text').where('seq', '=', seq).execute();
    const text = change(row!.text);
    expect(text).not.toBe(row!.text);
    await db.updateTable('entry').set({ text }).where('seq', '=', seq).execute();
  }

  describe('a check in the database', () => {
    it('holds for a ledger as it was written, and says how far it is signed', async () => {
      const { db, evidence, size } = await openStory();
      const head = await evidence.head(db, STORY_TEAM);
      await evidence.append(db, STORY_TEAM, [setting(1)]);
      const check = await checkLedger(db, evidence, STORY_TEAM);
      expect([failed(check), lines(check.gaps)]).toEqual([[], []]);
      expect(check).toMatchObject({ entries: size + 1, size: size + 1, head, erased: 0, lost: 0 });
      const sheet = check.sheets?.find('s_night');
      expect(standingOf(sheet!, sheet!.versions.get(2)!)).toBe('completed');
    });

    it('holds for a sheet and what it relies on, and writes nothing', async () => {
      const { db, evidence, size } = await openStory();
      const check = await checkSubject(db, evidence, STORY_TEAM, SHEET);
      expect([failed(check), lines(check!.gaps)]).toEqual([[], []]);
      expect(check!.entries).toBeLessThan(size);
      expect(await checkSubject(db, evidence, STORY_TEAM, 'sheet/s_nowhere')).toBeUndefined();
      expect((await db.selectFrom('ledger').select('size').execute())[0]).toEqual({ size });
    });

    it('is refused where there is no ledger', async () => {
      const { db } = await openFresh();
      await addTeam(db);
      await expect(checkLedger(db, evidenceWith(), TEAM)).rejects.toThrow('evidence.none');
      await expect(checkSubject(db, evidenceWith(), TEAM, SHEET)).rejects.toThrow('evidence.none');
    });

    it('sees a changed entry: it no longer makes up what was signed', async () => {
      const { db, evidence } = await openStory();
      const [completed] = (await evidence.chain(db, STORY_TEAM, SHEET)).filter(
        ({ entry }) => entry.type === 'sheet.posted',
      );
      const { seq } = completed!.entry;
      await changeEntry(db, seq, (text) => text.replace('https://chat.example', 'https://chat.exemple'));
      const whole = failed(await checkLedger(db, evidence, STORY_TEAM));
      expect(whole).toContain('4 ledger ledger.root');
      expect(whole.some((line) => line.endsWith('consistency.root'))).toBe(true);
      expect(failed(await checkSubject(db, evidence, STORY_TEAM, SHEET))).toEqual([
        `4 entry ${seq} proof.wrong`,
      ]);
    });

    it('sees an entry that was taken out, and one that is not canonical', async () => {
      const { db, evidence, size } = await openStory();
      await changeEntry(db, 3, (text) => text.replace(',"', ', "'));
      expect(failed(await checkLedger(db, evidence, STORY_TEAM))).toContain('4 entry 3 json.form');
      await db.deleteFrom('sealed').where('seq', '=', 3).execute();
      await db.deleteFrom('entry').where('seq', '=', 3).execute();
      const check = await checkLedger(db, evidence, STORY_TEAM);
      expect(failed(check)).toContain('4 ledger ledger.lines');
      expect([check.entries, check.size, check.sheets]).toEqual([size - 1, size, null]);
    });

    it('sees a sealed part that was changed, and tells erased from lost', async () => {
      const { db, evidence } = await openStory();
      const marks = (await evidence.chain(db, STORY_TEAM, SHEET)).flatMap(({ entry }) =>
        entry.type === 'mark' && entry.data.version === 1 ? [entry.seq] : [],
      );
      const [first = 0, second = 0] = marks;
      const request = { subject: SHEET, entries: [first], reason: 'request', by: null } as const;
      await erase(db, evidence, STORY_TEAM, request);
      await db.updateTable('sealed').set({ text: null }).where('seq', '=', second).execute();
      const check = await checkLedger(db, evidence, STORY_TEAM);
      expect([failed(check), check.erased, check.lost]).toEqual([[], 1, 1]);
      await db.updateTable('sealed').set({ text: '{"salt":"00"}' }).where('seq', '=', second).execute();
      expect(failed(await checkLedger(db, evidence, STORY_TEAM))).toEqual([`5 entry ${second} sealed.salt`]);
    });

    it('sees a head that was changed, forged or is over more than there is', async () => {
      const { db, evidence, size } = await openStory();
      const { text } = await evidence.head(db, STORY_TEAM);
      const change = (other: object) =>
        db.updateTable('checkpoint').set(other).where('size', '=', size).execute();
      await change({
        text: text.replace(/[A-Za-z](?=[^A-Za-z]*$)/, (letter) => (letter === 'A' ? 'B' : 'A')),
      });
      const [forged = ''] = failed(await checkLedger(db, evidence, STORY_TEAM));
      expect(forged).toMatch(new RegExp(`^3 head ${size} checkpoint\\.(signature|form)$`));
      await change({ text: text.slice(0, -3) });
      for (const check of [
        await checkLedger(db, evidence, STORY_TEAM),
        await checkSubject(db, evidence, STORY_TEAM, SHEET),
      ]) {
        expect(failed(check)).toEqual([`3 head ${size} checkpoint.form`]);
        expect(check?.head).toBeNull();
      }
      await change({ text, size: size + 5 });
      expect(failed(await checkSubject(db, evidence, STORY_TEAM, SHEET))).toEqual([
        `3 head ${size + 5} checkpoint.larger`,
      ]);
      expect(failed(await checkLedger(db, evidence, STORY_TEAM))).toContain(
        `3 head ${size + 5} checkpoint.larger`,
      );
    });

    it('sees a rule of sheets that was broken', async () => {
      const { db, evidence } = await openStory();
      const data = { sheet: 's_night', version: 2, text: '00'.repeat(32), marks: [1] };
      const [wrong] = await evidence.append(db, STORY_TEAM, [
        { type: 'sheet.completed', subject: SHEET, data },
      ]);
      const [whole] = failed(await checkLedger(db, evidence, STORY_TEAM));
      expect(whole).toMatch(new RegExp(`^7 entry ${wrong!.seq} `));
      expect(failed(await checkSubject(db, evidence, STORY_TEAM, SHEET))).toEqual([whole]);
    });
  });
});

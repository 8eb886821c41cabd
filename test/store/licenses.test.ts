import { expect, it } from 'vitest';
import type { LicenseContent } from '../../src/core/licenses/content.ts';
import type { NoteContent } from '../../src/core/licenses/note.ts';
import {
  findLicense,
  insertLicense,
  type LicensePage,
  licensesAbout,
  licensesNaming,
  listLicenses,
  lockLicense,
  saveLicense,
} from '../../src/store/licenses.ts';
import {
  findNote,
  findNoteOfMessage,
  insertNote,
  listNotes,
  notesNaming,
  saveNote,
} from '../../src/store/notes.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const TODAY = '2026-11-26';
const home = {
  ...{ platform: 'console', space: 'room', channel: 'room', thread: null, account: 'ana', person: 'p_1' },
  ...{ language: 'en', timeZone: 'UTC' },
};
const content: LicenseContent = {
  asset: { kind: 'sample', id: 'rain song', title: 'Rain Song' },
  licensor: { person: null, name: 'Cy' },
  licensee: { person: 'p_1', name: 'Ana' },
  territories: ['DE'],
  places: 'Germany',
  begins: '2026-01-01',
  ends: 'none',
  uses: ['sampling'],
  exclusive: true,
  payment: 'none',
  caps: [],
  proof: { sha256: 'ab'.repeat(32), name: 'a.pdf', mediaType: 'application/pdf', sizeBytes: 1, seq: 1 },
  renewal: null,
  remark: null,
  counts: {},
  ended: null,
  home,
};
const note: NoteContent = {
  ...{
    kind: 'message',
    asset: null,
    author: null,
    text: 'yes\u0000 \ud800',
    sentAt: null,
    saidOn: null,
    link: null,
  },
  message: { platform: 'slack', space: 'T1', channel: 'C1', message: '1.2' },
  ...{ files: [], lost: [], home },
};
const at = (minutes: number) => new Date(OPENED_AT.getTime() + minutes * 60_000);

async function seedTeam(db: Db, id: string): Promise<string> {
  await db.insertInto('team').values({ id, created_at: 0 }).execute();
  return id;
}

/** More than are read at one time, however often; a row each, like the one that is there. */
const MANY = 2100;

async function multiply(db: Db, table: 'license' | 'note', id: string): Promise<void> {
  const row = await db.selectFrom(table).selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  for (let first = 0; first < MANY; first += 100) {
    const rows = Array.from({ length: 100 }, (_, index) => {
      const number = String(first + index + 1).padStart(4, '0');
      return { ...row, id: `${id}_${number}`, created_at: row.created_at + first + index + 1 };
    });
    await db.insertInto(table).values(rows).execute();
  }
}

eachDatabase(({ openFresh }) => {
  it('gives a license back as it was kept and as it was changed', async () => {
    const { db } = await openFresh();
    const team = await seedTeam(db, 'T1');
    await insertLicense(db, team, { id: 'l_1', content, createdAt: at(0) });
    expect(await findLicense(db, team, 'l_1')).toEqual({ id: 'l_1', content, createdAt: at(0) });
    expect(await findLicense(db, 't_other', 'l_1')).toBeUndefined();
    const changed = { ...content, asset: { ...content.asset, title: '夜車 \u0000' }, ends: '2026-12-31' };
    await saveLicense(db, team, 'l_1', changed);
    expect((await findLicense(db, team, 'l_1'))?.content).toEqual(changed);
    await inTransaction(db, async (transaction) => {
      expect((await lockLicense(transaction, team, 'l_1'))?.content).toEqual(changed);
    });
  });

  it('lists them by how they stand, what they are about and a word of their titles', async () => {
    const { db } = await openFresh();
    const team = await seedTeam(db, 'T1');
    const rows: readonly (readonly [string, Partial<LicenseContent>])[] = [
      ['l_open', {}],
      ['l_until', { ends: '2026-11-26' }],
      ['l_over', { ends: '2026-11-25' }],
      ['l_ended', { ended: { on: '2026-11-25', reason: null } }],
      ['l_ends', { ended: { on: '2026-11-26', reason: null } }],
      ['l_draft', { proof: null }],
      ['l_old_draft', { proof: null, ends: '2026-01-31' }],
      ['l_dropped', { proof: null, ended: { on: '2026-11-26', reason: null } }],
      ['l_other', { asset: { kind: 'recording', id: 'r_1', title: '末班夜車 · Ängström' } }],
    ];
    for (const [index, [id, changes]] of rows.entries()) {
      await insertLicense(db, team, { id, content: { ...content, ...changes }, createdAt: at(index) });
    }
    const listed = async (page: Partial<LicensePage>) =>
      (await listLicenses(db, team, { today: TODAY, limit: 20, ...page })).map(({ id }) => id);
    expect(await listed({})).toEqual(rows.map(([id]) => id).reverse());
    expect(await listed({ state: 'standing' })).toEqual(['l_other', 'l_ends', 'l_until', 'l_open']);
    expect(await listed({ state: 'draft' })).toEqual(['l_old_draft', 'l_draft']);
    expect(await listed({ state: 'over' })).toEqual(['l_dropped', 'l_ended', 'l_over']);
    expect(await listed({ about: { kind: 'recording', id: 'r_1' } })).toEqual(['l_other']);
    expect(await listed({ about: { kind: 'work', id: 'r_1' } })).toEqual([]);
    expect(await listed({ text: 'ÄNGSTRÖM' })).toEqual(['l_other']);
    expect(await listed({ text: '夜車' })).toEqual(['l_other']);
    expect(await listed({ limit: 2, offset: 1 })).toEqual(['l_dropped', 'l_old_draft']);
    expect(await listed({ text: 'rain', limit: 2, offset: 1 })).toEqual(['l_old_draft', 'l_draft']);
    const about = await licensesAbout(db, team, content.asset);
    expect(about.map(({ id }) => id)).toEqual(rows.slice(0, 8).map(([id]) => id));
  });

  it('finds the oldest by a word of its title and by a name, behind any number of others', async () => {
    const { db } = await openFresh();
    const team = await seedTeam(db, 'T1');
    await insertLicense(db, team, { id: 'l_1', content, createdAt: at(0) });
    await multiply(db, 'license', 'l_1');
    const asset = { kind: 'sample', id: 'night bus', title: 'Night Bus' } as const;
    const theirs = { ...content, asset, licensor: { person: null, name: 'Dee' } };
    // The oldest, and the last by its id.
    await insertLicense(db, team, { id: 'l_z', content: theirs, createdAt: at(-60) });
    const found = await listLicenses(db, team, { text: 'night', today: TODAY, limit: 5 });
    expect(found.map(({ id }) => id)).toEqual(['l_z']);
    const rain = await listLicenses(db, team, { text: 'rain', today: TODAY, limit: 3, offset: MANY - 1 });
    expect(rain.map(({ id }) => id)).toEqual(['l_1_0001', 'l_1']);
    const named = await licensesNaming(db, team, ({ licensor }) => licensor?.name === 'Dee');
    expect(named.map(({ id }) => id)).toEqual(['l_z']);
    expect(await licensesNaming(db, team, () => true)).toHaveLength(MANY + 2);
    await insertNote(db, team, { id: 'n_1', content: { ...note, message: null }, createdAt: at(0) });
    await multiply(db, 'note', 'n_1');
    await insertNote(db, team, {
      ...{ id: 'n_z', createdAt: at(-60) },
      content: { ...note, message: null, text: 'no' },
    });
    expect((await notesNaming(db, team, ({ text }) => text === 'no')).map(({ id }) => id)).toEqual(['n_z']);
    expect(await notesNaming(db, team, () => true)).toHaveLength(MANY + 2);
  });

  it('keeps one note of a message, and any number of others', async () => {
    const { db } = await openFresh();
    const [team, other] = [await seedTeam(db, 'T1'), await seedTeam(db, 'T2')];
    const keep = (id: string, changes: Partial<NoteContent> = {}, whose = team) =>
      insertNote(db, whose, { id, content: { ...note, ...changes }, createdAt: at(Number(id.slice(2))) });
    expect(await keep('n_1')).toBe(true);
    expect(await keep('n_2')).toBe(false);
    expect(await keep('n_3', { message: null })).toBe(true);
    expect(await keep('n_4', { message: null })).toBe(true);
    expect(await keep('n_5', {}, other)).toBe(true);
    expect(await findNote(db, team, 'n_2')).toBeUndefined();
    const key = '["slack","T1","C1","1.2"]';
    expect((await findNoteOfMessage(db, team, key))?.id).toBe('n_1');
    // Half a character is written as what stands for one.
    expect((await findNote(db, team, 'n_1'))?.content.text).toContain('yes');
    const asset = { kind: 'sample', id: 'rain', title: 'Rain' } as const;
    await saveNote(db, team, 'n_3', { ...note, message: null, asset });
    expect((await listNotes(db, team, { limit: 9 })).map(({ id }) => id)).toEqual(['n_4', 'n_3', 'n_1']);
    expect((await listNotes(db, team, { about: asset, limit: 9 })).map(({ id }) => id)).toEqual(['n_3']);
    expect((await listNotes(db, team, { limit: 1, offset: 1 })).map(({ id }) => id)).toEqual(['n_3']);
  });
});

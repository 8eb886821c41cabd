import { expect, it } from 'vitest';
import type { Db } from '../../src/store/tables.ts';
import { openStudio } from './studio.ts';

it('refuses an older database, in words that say what it would mean', async () => {
  const { tell, hear, add, house } = await openStudio();
  await add({ title: 'Harbor' });
  await add({ title: 'Rain' });
  await tell(`
    › /isrc prefix add QZ-ABC
    …
    › /isrc assign Harbor
    ✅ Harbor · Ana has the ISRC QZ-ABC-26-00001
    …
  `);
  const before = await sizeOf(house.db);
  await cutTo(house.db, before - 2);
  await tell(`
    › /isrc assign Rain
    ❌ No code is given: the ledger has ${before - 1} entries and ${before} were signed, so an older backup stands here, and a code that went out since could go out again. An admin has to put back the database that has all ${before}.
  `);
  await hear('/splitproof settings language: zh-Hant');
  await tell(`
    › /isrc assign Rain
    ❌ 不核發編碼：紀錄簿現在有 ${before - 1} 筆，但曾經簽署到 ${before} 筆，表示還原了舊備份，之後發出的編碼可能會重複。請管理員換回含有全部 ${before} 筆的資料庫。
  `);
  await house.db.updateTable('series').set({ last: null, last_year: null, last_at: null }).execute();
  const reached = (last: number) => ({ last, year: 2026, at: null });
  const mark = { before: reached(1), reached: reached(2) };
  house.evidence.outside.write('codes isrc QZABC', JSON.stringify(mark));
  await tell(`
    › /isrc assign Rain
    ❌ 不核發編碼：這個資料庫只知道 QZ-ABC 發到 –，但實際上已經發到 QZ-ABC-26-00002，表示還原了舊備份。請管理員換回含有全部編碼的資料庫。
  `);
});

it('refuses a database that somebody put in its place while the bot ran', async () => {
  const { tell, add, house } = await openStudio();
  await add({ title: 'Harbor' });
  await add({ title: 'Rain' });
  await tell(`
    › /isrc prefix add QZ-ABC
    …
    › /isrc assign Harbor
    ✅ …
    …
  `);
  const size = await sizeOf(house.db);
  await cutTo(house.db, size - 1);
  await tell(`
    › /isrc assign Rain
    ❌ No code is given: the first ${size} entries of the ledger are not those that were signed. Another database than this one went on, and a code that went out there could go out again. An admin has to bring back the right one.
    › /isrc list
    No ISRC was given in 2026
    QZ-ABC: 0 in use
  `);
});

it('shows no code before what stands for it outside of the database is kept, and gives no second one', async () => {
  const { tell, hear, add, house, failures } = await openStudio();
  await add({ title: 'Harbor' });
  await hear('/isrc prefix add QZ-ABC');
  const { outside } = house.evidence;
  const { write } = outside;
  // The disk is full by the time that the head is to be kept.
  outside.write = (name, text) => {
    if (!name.startsWith('codes ')) throw new Error('ENOSPC');
    write(name, text);
  };
  await tell(`
    › /isrc assign Harbor
    ❌ A code was given and is not shown, since what stands for it outside of the database could not be written. Ask again for the same recording: it gets no second one. …
  `);
  expect(failures).toHaveLength(1);
  outside.write = write;
  await tell(`
    › /isrc assign Harbor
    ⚠️ Harbor · Ana bears QZ-ABC-26-00001 already, and gets no other
    …
    › /isrc list
    1 ISRC given in 2026
    …
  `);
});

async function sizeOf(db: Db): Promise<number> {
  return (await db.selectFrom('ledger').select('size').executeTakeFirstOrThrow()).size;
}

/** What a backup that was made before these entries gives back. */
async function cutTo(db: Db, size: number): Promise<void> {
  for (const table of ['sealed', 'entry'] as const)
    await db.deleteFrom(table).where('seq', '>=', size).execute();
  for (const { level, position } of await db.selectFrom('node').selectAll().execute())
    if ((position + 1) * 2 ** level > size)
      await db.deleteFrom('node').where('level', '=', level).where('position', '=', position).execute();
  await db.deleteFrom('checkpoint').where('size', '>', size).execute();
  await db.updateTable('ledger').set({ size }).execute();
  for (const table of ['given_code', 'item_code'] as const) await db.deleteFrom(table).execute();
}

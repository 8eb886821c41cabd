import { sql } from 'kysely';
import { expect, it } from 'vitest';
import type { LicenseContent } from '../../src/core/licenses/content.ts';
import type { NoteContent } from '../../src/core/licenses/note.ts';
import { listPeople } from '../../src/store/people.ts';
import type { Db } from '../../src/store/tables.ts';
import { openPlace } from '../people/room.ts';
import { eachDatabase } from '../support/each-database.ts';

const BO = 'U-bo-7731';
const NAME = 'Bo Xylander';
const FILE = { id: 'F1', name: 'bo-xylander.pdf', mediaType: 'application/pdf', sizeBytes: 15 };

type Place = Awaited<ReturnType<typeof openPlace>>;

/** Bo gives one license to Ana and gets one from Cy; both keep their papers. Ana keeps what Bo said, and what Cy said. */
async function liveThrough({ say }: Place): Promise<void> {
  // Before anybody in the books was called so.
  await say('ana', `license add sample: Sea from: "${NAME}" to: "Cy Ltd"`);
  await say(BO, `splitproof me name: "${NAME}"`);
  const rest =
    'territory: JP begins: 2026-01-01 ends: none uses: sampling exclusive: no payment: none caps: none';
  expect(await say('ana', `license add sample: Rain from: <@${BO}> to: <@ana> ${rest}`, [FILE])).toContain(
    'is recorded',
  );
  expect(await say(BO, `license add sample: Sun from: "Cy Ltd" to: "${NAME}" territory: LATAM`)).toContain(
    'Is that what it says?',
  );
  expect(await say(BO, `license add sample: Sun from: "Cy Ltd" to: "${NAME}" ${rest}`, [FILE])).toContain(
    'is recorded',
  );
  // Not answered yet when Bo is erased.
  await say('ana', `license add sample: Sea from: "${NAME}" territory: LATAM`);
  await say('ana', `evidence save "Bo says ${NAME} agrees" from: <@${BO}> kind: verbal`, [FILE]);
  await say('ana', 'evidence save "thanks to all" from: "Cy Ltd" kind: credit');
  await say(BO, 'evidence save "mine is the middle part" from: "Cy Ltd"');
}

async function wordsIn(db: Db, tables: readonly string[]): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of tables) {
    const found = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    rows.push(...found.rows.map((row) => `${table}: ${JSON.stringify(row)}`));
  }
  return rows.filter((row) => /Bo Xylander|U-bo-7731|bo-xylander/.test(row));
}

async function erase(place: Place): Promise<string> {
  const { say, press, house, team } = place;
  await say('admin', `splitproof privacy erase: "${NAME}"`);
  const person = (await listPeople(house.db, team)).find(({ displayName }) => displayName === NAME);
  return press('admin', `splitproof:erase:${person?.id}`);
}

const TABLES = ['license', 'note', 'sealed', 'entry', 'file', 'kv', 'person', 'account', 'link'];

eachDatabase(({ openFresh }) => {
  it('takes somebody out of licenses and notes, leaves what others rely on, and every proof holds', async () => {
    const store = await openFresh();
    const { db } = store;
    const place = await openPlace(store);
    await liveThrough(place);
    expect((await wordsIn(db, TABLES)).length).toBeGreaterThan(8);
    expect(await erase(place)).toContain('Erased');
    expect(await wordsIn(db, TABLES)).toEqual([]);

    const licenses = (await db.selectFrom('license').selectAll().orderBy('title').execute()).map(
      ({ content }) => JSON.parse(content) as LicenseContent,
    );
    expect(licenses.map(({ licensor, licensee }) => [licensor?.name, licensee?.name])).toEqual([
      ['—', 'ana'],
      ['—', 'Cy Ltd'],
      ['Cy Ltd', '—'],
    ]);
    // One person, also where only the name stood: two who lost their names are not taken for each other.
    expect(new Set([licenses[0]?.licensor?.person, licenses[1]?.licensor?.person]).size).toBe(1);
    expect(licenses[1]?.licensor?.person).toMatch(/^p_/);
    // The paper stands for Ana and for Cy as well; the words of Bo were Bo's.
    expect(licenses.map(({ proof }) => proof?.name)).toEqual(['file.pdf', undefined, 'file.pdf']);
    expect(await db.selectFrom('file').selectAll().execute()).toHaveLength(1);
    const notes = (await db.selectFrom('note').selectAll().orderBy('created_at').execute()).map(
      ({ content }) => JSON.parse(content) as NoteContent,
    );
    expect(notes.map(({ author, text }) => [author?.name, text])).toEqual([
      ['—', null],
      ['Cy Ltd', 'thanks to all'],
      ['Cy Ltd', 'mine is the middle part'],
    ]);
    expect(await place.say('ana', 'evidence verify')).toContain('The ledger holds');
    expect(await place.say('ana', 'license list')).toContain('Rain: — → ana');
    expect(place.failures).toEqual([]);
  });

  it('takes the paper with somebody where nobody else is named in it', async () => {
    const store = await openFresh();
    const place = await openPlace(store);
    await place.say(BO, `splitproof me name: "${NAME}"`);
    await place.say(BO, `license add sample: Rain from: <@${BO}>`, [FILE]);
    expect(await store.db.selectFrom('file').selectAll().execute()).toHaveLength(1);
    await erase(place);
    expect(await store.db.selectFrom('file').selectAll().execute()).toEqual([]);
    expect(await wordsIn(store.db, TABLES)).toEqual([]);
    expect(await place.say('ana', 'license show')).toContain('is not here any more: it was erased');
  });

  it('shows somebody what licenses and notes hold of them', async () => {
    const store = await openFresh();
    const place = await openPlace(store);
    await liveThrough(place);
    const shown = await place.say(BO, 'splitproof privacy');
    expect(shown).toContain('"type": "license.recorded"');
    expect(shown).toContain('"type": "note.saved"');
    expect(shown).toContain(`Bo says ${NAME} agrees`);
    expect(shown).not.toContain('thanks to all');
  });
});

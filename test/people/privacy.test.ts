import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { runEvidence } from '../../src/cli/evidence.ts';
import { runVerify } from '../../src/cli/verify.ts';
import { findOrCreateAccount } from '../../src/store/accounts.ts';
import { listPeople } from '../../src/store/people.ts';
import type { Db, Tables } from '../../src/store/tables.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';
import { openPlace } from './room.ts';

const BO = 'U-bo-7731';
/** What is Bo's and nobody else's. */
const WORDS = [BO, 'Bo Xylander', 'Bohuslav Quirk', '58678919', 'Quirkish Ltd'];

type Place = Awaited<ReturnType<typeof openPlace>>;

/** Bo stands on two versions of a sheet, marks for Ana on another, and has a profile, a time zone and a code. */
async function liveThrough(place: Place, db: Db): Promise<void> {
  const { say, react, house, team } = place;
  await say(BO, 'splitproof me name: "Bo Xylander" legal: "Bohuslav Quirk" ipi: 00058678919 numbers: shown');
  await say('ana', `split new title: "Rain" composition: @ana 1/2 composer; <@${BO}> 1/2 lyricist`);
  await react(BO, 0);
  await say('ana', 'split revise sheet: Rain title: Rains');
  await react(BO, 1);
  await say('ana', 'split new title: "Sun" composition: @ana 1/2 composer; @dee 1/2 lyricist');
  await say('ana', `splitproof delegate to: <@${BO}> until: 2026-12-31`);
  await say(BO, 'splitproof link');
  await react(BO, 2);
  await house.settings.saveAccount('memory', 'T1', BO, { language: null, timeZone: 'Asia/Taipei' });
  const space = await db.selectFrom('space').select('id').executeTakeFirstOrThrow();
  await findOrCreateAccount(db, {
    ...{ space: { id: space.id, teamId: team }, platformAccountId: BO, displayName: 'Bo Xylander' },
    ...{ now: OPENED_AT, newId: () => 'a_1' },
  });
}

const TABLES = Object.keys({
  ...{ account: 0, checkpoint: 0, delegation: 0, entry: 0, file: 0, job: 0, kv: 0, ledger: 0, link: 0 },
  ...{ migration: 0, node: 0, person: 0, reaction: 0, received: 0, sealed: 0, sheet: 0, sheet_message: 0 },
  ...{ sheet_party: 0, sheet_version: 0, space: 0, team: 0 },
  ...{
    catalog_item: 0,
    catalog_term: 0,
    catalog_gap: 0,
    recording_work: 0,
    item_code: 0,
    sheet_recording: 0,
  },
  ...{ series: 0, given_code: 0, dropped_code: 0, license: 0, note: 0 },
  ...{ release: 0, release_track: 0, release_reminder: 0, caution_read: 0 },
} satisfies Record<keyof Tables, 0>);

/** Every row of every table, as `table: JSON`. */
async function dump(db: Db): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const table of TABLES) {
    const found = await sql<object>`select * from ${sql.table(table)}`.execute(db);
    rows.push(...found.rows.map((row) => `${table}: ${JSON.stringify(row)}`));
  }
  return rows;
}

/** Who erases somebody called so. */
async function eraseCalled(place: Place, name: string): Promise<string> {
  const { say, press, house, team } = place;
  expect(await say('admin', `splitproof privacy erase: "${name}"`)).toContain('Erase what is kept about');
  const person = (await listPeople(house.db, team)).find(({ displayName }) => displayName === name);
  return press('admin', `splitproof:erase:${person?.id}`);
}

async function verifyBundle({ house }: Place): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-erased-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  let out = '';
  const output = (text: string) => {
    out += text;
  };
  const { db, evidence } = house;
  const open = async () => ({ db, evidence, close: async () => {} });
  const to = join(folder, 'whole');
  const codes = [
    await runEvidence({ args: [to], output, errorOutput: output, open }),
    runVerify({ args: [to], output, errorOutput: output }),
  ];
  return `${codes.join(' ')}\n${out}`;
}

eachDatabase(({ openFresh }) => {
  it('leaves no word of somebody but in the texts that others need, and every proof holds', async () => {
    const store = await openFresh();
    const { db } = store;
    const place = await openPlace(store);
    await liveThrough(place, db);
    const before = await dump(db);
    for (const word of WORDS.slice(0, 4)) expect(before.join('\n')).toContain(word);
    expect(await place.textOf(1)).toContain('Bo Xylander');
    expect(await eraseCalled(place, 'Bo Xylander')).toContain('Erased');
    for (const word of WORDS) expect(await place.textOf(1)).not.toContain(word);
    const erasures = await db
      .selectFrom('entry')
      .select(['seq', 'subject'])
      .where('type', '=', 'erasure')
      .execute();
    const rains = await db
      .selectFrom('entry')
      .select(['seq', 'text'])
      .where('type', '=', 'sheet.version')
      .orderBy('seq', 'desc')
      .execute();
    // The newest text of Rains is what Ana relies on; a receipt of the erasure was sent to the account that Bo had.
    const newest = rains.find(({ text }) => text.includes('"replaces":1'))?.seq;
    const allowed = (row: string) =>
      row.startsWith(`sealed: {"team_id":"${place.team}","seq":${newest},`) ||
      erasures.some(
        ({ seq }) => row.startsWith('job: ') && row.includes(`"receipt"`) && row.includes(`"key":"${seq}:`),
      );
    const left = (await dump(db)).filter((row) => WORDS.some((word) => row.includes(word)) && !allowed(row));
    expect(left).toEqual([]);
    const subjects = erasures.map(({ subject }) => subject.replace(/\/.*/, '')).sort();
    expect(subjects).toEqual(['person', 'sheet', 'sheet', 'team']);
    for (const { seq } of erasures) {
      expect(place.direct).toContainEqual({ account: BO, text: expect.stringContaining(`entry ${seq} of`) });
    }
    expect(await place.say('ana', 'evidence verify')).toContain('The ledger holds');
    expect(await verifyBundle(place)).toMatch(/^0 0\n/);
    expect(await place.say('ana', 'split show sheet: Rains')).toContain('—');
    expect(place.failures).toEqual([]);
  });

  it('takes a signed file with the party for whom it stood', async () => {
    const store = await openFresh();
    const { db } = store;
    const place = await openPlace(store);
    await place.say('ana', 'split new title: "Rain" composition: @ana 1/2 composer; "Cy Ltd" 1/2 lyricist');
    const file = { id: 'F1', name: 'cy-signed.pdf', mediaType: 'application/pdf', sizeBytes: 15 };
    expect(await place.say('ana', 'split attest sheet: Rain party: "Cy Ltd"', [file])).toContain('Cy Ltd');
    expect(await db.selectFrom('file').selectAll().execute()).toHaveLength(1);
    expect(await eraseCalled(place, 'Cy Ltd')).toContain('Erased: 2 sealed parts');
    expect(await db.selectFrom('file').selectAll().execute()).toEqual([]);
    expect((await dump(db)).filter((row) => row.includes('cy-signed'))).toEqual([]);
    expect(await place.say('ana', 'evidence verify')).toContain('The ledger holds');
    expect(await verifyBundle(place)).toMatch(/^0 0\n/);
    expect(place.failures).toEqual([]);
  });
});

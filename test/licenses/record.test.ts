import { expect, it } from 'vitest';
import type { Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { UserError } from '../../src/core/problem.ts';
import { addLicense } from '../../src/licenses/add.ts';
import { endLicense } from '../../src/licenses/end.ts';
import { saveMessage } from '../../src/licenses/notes.ts';
import type { AddInput } from '../../src/licenses/read-input.ts';
import { listLicenses } from '../../src/store/licenses.ts';
import { listNotes } from '../../src/store/notes.ts';
import { plain } from '../../src/text/spans.ts';
import { openPlaces } from '../people/house.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const proof = { id: 'F1', name: 'contract.pdf', mediaType: 'application/pdf', sizeBytes: null };
const whole: AddInput = {
  ...{ sample: 'Rain', from: 'Cy Ltd', territory: 'Japan', begins: '2026-01-01', ends: 'none' },
  ...{ uses: 'sampling', exclusive: 'yes', payment: 'none', caps: 'none', proof },
};

/** With a paper to be downloaded; else nothing is attached. */
function withPaper(context: Context, text = '%PDF-1.7 signed'): Context {
  async function* paper() {
    yield Buffer.from(text);
  }
  return { ...context, download: async () => paper() };
}

const firstLine = (reply: Reply): string => plain(reply.title).replace(/[ln]_[0-9a-f]{20}/g, 'ID');

/** What became of each of several who did something at once. */
async function outcomes(doing: readonly Promise<Reply>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(doing);
  const said = settled.map((one) => {
    if (one.status === 'fulfilled') return firstLine(one.value);
    if (one.reason instanceof UserError) return one.reason.problem.code;
    throw one.reason;
  });
  return said.sort();
}

eachDatabase(({ openFresh }) => {
  it('keeps one of several exclusive grants of the same that are recorded at once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const people = await Promise.all(['ANA', 'BO', 'CHEN'].map((account) => asking(account)));
    // Known already, so that nothing but the license itself keeps them apart.
    for (const context of people) await addLicense({ sample: 'Other' }, context);
    const said = await outcomes(
      people.map((context, index) => addLicense({ ...whole, to: `Label ${index}` }, withPaper(context))),
    );
    expect(said.filter((one) => one === 'License ID of Rain is recorded')).toHaveLength(1);
    expect(said.filter((one) => one.endsWith('nothing was recorded'))).toHaveLength(2);
    const { team } = (people[0] as Context).asker;
    expect(await listLicenses(house.db, team, { today: '2026-11-26', limit: 9, text: 'Rain' })).toHaveLength(
      1,
    );
    // Nothing of what was refused stays: neither a file nor an entry.
    expect(await house.db.selectFrom('file').selectAll().execute()).toHaveLength(1);
    const entries = await house.db
      .selectFrom('entry')
      .select('type')
      .where('type', 'like', 'license%')
      .execute();
    expect(entries).toHaveLength(people.length + 1);
  });

  it('ends a license once, when two end it at once', async () => {
    const { asking } = openPlaces(await openFresh());
    const [ana, bo] = [await asking('ANA'), await asking('BO')];
    await addLicense({ ...whole, to: 'Label' }, withPaper(ana));
    const said = await outcomes([ana, bo].map((context) => endLicense({ license: 'Rain' }, context)));
    expect(said).toEqual([
      'License ID of Rain is ended; its last day is 26 Nov 2026',
      'license.ended-already',
    ]);
  });

  it('keeps a message once, when several keep it at once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const people = await Promise.all(['ANA', 'BO', 'CHEN'].map((account) => asking(account)));
    const message = {
      place: { space: 'T1', channel: 'C1' },
      ...{ id: '1.2', author: 'DEE', text: 'yes', files: [{ ...proof }], sentAt: OPENED_AT },
    };
    const saved = await Promise.all(people.map((context) => saveMessage(message, withPaper(context))));
    expect(new Set(saved.map(({ note }) => note.id)).size).toBe(1);
    expect(saved.filter(({ seq }) => seq !== null)).toHaveLength(1);
    expect(await listNotes(house.db, (people[0] as Context).asker.team, { limit: 9 })).toHaveLength(1);
  });

  it('changes nothing where the same is typed again, and keeps the same paper once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const ana = withPaper(await asking('ANA'));
    await addLicense({ ...whole, to: 'Label' }, ana);
    const again = addLicense({ license: 'Rain', payment: 'none', proof }, ana);
    await expect(again).rejects.toMatchObject({ problem: { code: 'license.nothing-new' } });
    expect(await house.db.selectFrom('file').selectAll().execute()).toHaveLength(1);
    const other = await addLicense({ license: 'Rain', proof }, withPaper(ana, '%PDF-1.7 signed anew'));
    expect(firstLine(other)).toBe('License ID of Rain is changed');
    expect(await house.db.selectFrom('file').selectAll().execute()).toHaveLength(2);
  });

  it('writes what it says into the ledger, with names, titles and words sealed', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const ana = withPaper(await asking('ANA'));
    await addLicense({ ...whole, to: 'Label', payment: '500 EUR', remark: 'call first' }, ana);
    const [{ id } = { id: '' }] = await listLicenses(house.db, ana.asker.team, {
      today: '2026-11-26',
      limit: 1,
    });
    const rows = await house.evidence.chain(house.db, ana.asker.team, `license/${id}`);
    expect(rows.map(({ entry }) => entry.type)).toEqual(['file.stored', 'license.recorded']);
    const entry = rows[1]?.entry;
    expect(entry?.data).toMatchObject({
      ...{ license: id, asset_kind: 'sample', asset: null, licensor: null, licensee: null },
      ...{ territories: ['JP'], begins: '2026-01-01', ends: 'none', uses: ['sampling'], exclusive: true },
      ...{ caps: [], file: rows[0]?.entry.seq, missing: [] },
    });
    expect(JSON.stringify(entry)).not.toMatch(/Rain|Cy Ltd|Label|500 EUR|call first|Japan/);
    expect(Buffer.from(rows[1]?.sealed ?? []).toString()).toContain('"licensor":"Cy Ltd"');
  });
});

import { expect, it } from 'vitest';
import { auditOf } from '../../../src/catalog/giving/audit-rows.ts';
import { giveIsrcs } from '../../../src/catalog/giving/give-isrcs.ts';
import { listSeries } from '../../../src/store/series.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { addTeam, TEAM } from '../../store/evidence-room.ts';
import { eachDatabase } from '../../support/each-database.ts';
import { openGivingRoom } from './room.ts';

eachDatabase(({ openFresh }) => {
  async function openRoom() {
    const { db } = await openFresh();
    await addTeam(db);
    const room = openGivingRoom(db);
    return {
      ...room,
      db,
      async audit(year: number | null = 2026) {
        const [series] = await listSeries(db, TEAM, ['isrc', 'catalog-number']);
        const { rows, counts } = await auditOf(room.house, TEAM, series!, year);
        return {
          counts,
          rows: rows.map(({ code, to, state, title }) =>
            `${code}${to === null ? '' : `–${to}`} ${state} ${title}`.trim(),
          ),
        };
      },
    };
  }

  it('says of a number that is missing that nothing explains it', async () => {
    const room = await openRoom();
    const series = await room.addPrefix('QZABC', [
      [50, 52],
      [10, 13],
    ]);
    const ids = await Promise.all(Array.from({ length: 6 }, () => room.addRecording()));
    await room.give(series, ...ids);
    await room.db.deleteFrom('given_code').where('number', 'in', [51, 10, 11]).execute();
    const { rows, counts } = await room.audit();
    expect(rows).toEqual([
      'QZABC2600010–QZABC2600011 unexplained',
      'QZABC2600012 given Night Bus',
      'QZABC2600050 given Night Bus',
      'QZABC2600051 unexplained',
      'QZABC2600052 given Night Bus',
    ]);
    expect(counts).toMatchObject({ given: 3, unexplained: 2 });
    expect((await room.audit(2025)).rows).toEqual([]);
  });

  it('shows what was left out by an attempt in an earlier year, too', async () => {
    const room = await openRoom();
    const series = await room.addPrefix();
    const [one, two] = [await room.addRecording(), await room.addRecording()];
    const order = { recordings: [one], word: null, series, timeZone: 'UTC', by: null };
    await room.give(series, two);
    const failing = inTransaction(room.db, async (db) => {
      await giveIsrcs(room.house, db, TEAM, order);
      throw new Error('the power went');
    });
    await expect(failing).rejects.toThrow('the power went');
    room.setClock(new Date('2027-02-01T00:00:00Z'));
    expect(await room.give(series, one)).toEqual(['QZABC2700001']);
    const [entry] = await room.house.evidence.chain(room.db, TEAM, `recording/${one}`);
    expect(entry?.entry.data).toMatchObject({ unfinished: [['QZABC2600002', 'QZABC2600002']] });
    expect((await room.audit(2027)).rows).toEqual(['QZABC2700001 given Night Bus']);
  });

  it('pages through more than fits at once', async () => {
    const room = await openRoom();
    const series = await room.addPrefix();
    const ids = await Promise.all(Array.from({ length: 12 }, () => room.addRecording()));
    await room.give(series, ...ids);
    const [found] = await listSeries(room.db, TEAM, ['isrc']);
    const { rows } = await auditOf(room.house, TEAM, found!, 2026, 5);
    expect(rows).toHaveLength(12);
  });
});

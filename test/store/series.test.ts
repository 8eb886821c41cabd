import { describe, expect, it } from 'vitest';
import {
  burnGiven,
  countGiven,
  findGiven,
  type GivenCode,
  givenFor,
  insertGiven,
  listGiven,
  whichGiven,
} from '../../src/store/given-codes.ts';
import {
  deleteCodes,
  type ItemCode,
  listRegistered,
  saveCodes,
  whichBorne,
} from '../../src/store/item-codes.ts';
import {
  insertSeries,
  listBarcodePrefixes,
  listSeries,
  lockSeries,
  type Series,
  saveSeries,
} from '../../src/store/series.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';
import { addTeam, NOW, TEAM } from './evidence-room.ts';

const OTHER = 't_2';
const bus: Pick<Series, 'id' | 'scheme' | 'name' | 'length' | 'ranges'> = {
  ...{ id: 'c_1', scheme: 'isrc', name: 'QZABC', length: null },
  ranges: [
    [1, 500],
    [10_000, 19_999],
  ],
};

const given = (number: number, changes: Partial<GivenCode> = {}): Omit<GivenCode, 'burntAt'> => ({
  ...{ scheme: 'isrc', code: `QZABC26${String(number).padStart(5, '0')}`, series: 'c_1', year: 2026, number },
  ...{ givenFor: `r_${number}`, target: `r_${number}`, seq: number, givenAt: NOW },
  ...changes,
});

const borne = (code: string, item: string, how: ItemCode['how'] = 'registered'): ItemCode => ({
  ...{
    scheme: 'isrc',
    code,
    kind: 'recording',
    item,
    how,
    source: null,
    acceptedFor: null,
    seq: 1,
    since: NOW,
  },
});

eachDatabase(({ openFresh }) => {
  async function openTeams(): Promise<Db> {
    const { db } = await openFresh();
    await addTeam(db);
    await addTeam(db, OTHER);
    return db;
  }

  describe('what codes are given from', () => {
    it('is kept whole, and changed as far as is said', async () => {
      const db = await openTeams();
      expect(await insertSeries(db, TEAM, bus, NOW)).toBe(true);
      const fresh = { ...bus, closed: false, last: null, lastYear: null, lastAt: null };
      expect(await listSeries(db, TEAM, ['isrc'])).toEqual([fresh]);
      await saveSeries(db, TEAM, 'c_1', {});
      await saveSeries(db, TEAM, 'c_1', { last: 7, lastYear: 2026, lastAt: NOW.toISOString() });
      await saveSeries(db, TEAM, 'c_1', { closed: true });
      const held = await inTransaction(db, (transaction) => lockSeries(transaction, TEAM, 'c_1'));
      expect(held).toEqual({ ...fresh, closed: true, last: 7, lastYear: 2026, lastAt: NOW.toISOString() });
      expect(await listSeries(db, TEAM, ['gtin', 'catalog-number'])).toEqual([]);
      expect(await listSeries(db, OTHER, ['isrc'])).toEqual([]);
      expect(await lockSeries(db, OTHER, 'c_1')).toBeUndefined();
    });

    it('belongs to one team where it names one thing in the world, and to each where it is its own', async () => {
      const db = await openTeams();
      const catalog = { ...bus, scheme: 'catalog-number' as const, name: 'BUS-###' };
      expect(await insertSeries(db, TEAM, bus, NOW)).toBe(true);
      expect(await insertSeries(db, OTHER, bus, NOW)).toBe(false);
      expect(await insertSeries(db, TEAM, { ...bus, id: 'c_2' }, NOW)).toBe(false);
      expect(await insertSeries(db, TEAM, { ...catalog, id: 'c_3' }, NOW)).toBe(true);
      expect(await insertSeries(db, OTHER, { ...catalog, id: 'c_3' }, NOW)).toBe(true);
    });

    it('names the barcode prefixes of everybody', async () => {
      const db = await openTeams();
      await insertSeries(db, OTHER, { ...bus, scheme: 'gtin', name: '88644', length: 12 }, NOW);
      await insertSeries(db, TEAM, bus, NOW);
      expect(await listBarcodePrefixes(db)).toEqual([{ team: OTHER, name: '88644', length: 12 }]);
    });
  });

  describe('codes that were given', () => {
    async function openSeries(): Promise<Db> {
      const db = await openTeams();
      await insertSeries(db, TEAM, bus, NOW);
      return db;
    }

    it('are there once: with one that was given before, none is', async () => {
      const db = await openSeries();
      expect(await insertGiven(db, TEAM, [given(1), given(2)])).toBe(true);
      expect(await insertGiven(db, TEAM, [given(3), given(2, { target: 'r_9' })])).toBe(false);
      expect(await whichGiven(db, TEAM, 'isrc', ['QZABC2600002', 'QZABC2600009'])).toEqual(
        new Set(['QZABC2600002']),
      );
      expect(await findGiven(db, TEAM, given(2))).toMatchObject({ target: 'r_2', burntAt: null });
    });

    it('are in use for every team, and are told to their own alone', async () => {
      const db = await openSeries();
      await insertSeries(db, OTHER, { ...bus, id: 'c_9', name: 'QZXYZ' }, NOW);
      await insertGiven(db, TEAM, [given(1)]);
      expect(await insertGiven(db, OTHER, [given(1, { series: 'c_9' })])).toBe(false);
      expect(await whichGiven(db, OTHER, 'isrc', ['QZABC2600001'])).toEqual(new Set(['QZABC2600001']));
      expect(await findGiven(db, OTHER, given(1))).toBeUndefined();
      expect(await givenFor(db, OTHER, 'r_1')).toEqual([]);
    });

    it('are each team’s own among catalog numbers', async () => {
      const db = await openTeams();
      const catalog = { ...bus, scheme: 'catalog-number' as const, name: 'BUS-###' };
      const code = given(1, { scheme: 'catalog-number', code: 'BUS-001', year: null });
      for (const team of [TEAM, OTHER]) {
        await insertSeries(db, team, catalog, NOW);
        expect(await insertGiven(db, team, [code])).toBe(true);
        expect(await insertGiven(db, team, [code])).toBe(false);
      }
    });

    it('come in the order of their numbers, a page at a time, one year alone', async () => {
      const db = await openSeries();
      await insertGiven(
        db,
        TEAM,
        [3, 1, 2, 10_000].map((number) => given(number)),
      );
      await insertGiven(db, TEAM, [given(4, { code: 'QZABC2500004', year: 2025 })]);
      const page = { series: 'c_1', year: 2026, after: 1, limit: 2 };
      expect((await listGiven(db, TEAM, page)).map(({ number }) => number)).toEqual([2, 3]);
      await burnGiven(db, TEAM, given(2), NOW);
      expect(await countGiven(db, TEAM, 'c_1', 2026)).toEqual({ given: 4, burnt: 1 });
      expect(await countGiven(db, TEAM, 'c_1', null)).toEqual({ given: 0, burnt: 0 });
      expect((await findGiven(db, TEAM, given(2)))?.burntAt).toEqual(NOW);
    });
  });

  describe('codes that others gave', () => {
    it('stay in use when the item that bore them is gone', async () => {
      const db = await openTeams();
      const codes = ['QZABC2600001', 'QZABC2600002', 'QZABC2600003'];
      await saveCodes(db, TEAM, [
        borne('QZABC2600001', 'r_1'),
        borne('QZABC2600002', 'r_2'),
        borne('QZABC2600003', 'r_2', 'assigned'),
      ]);
      expect(await whichBorne(db, TEAM, 'isrc', codes)).toEqual(new Set(codes));
      await deleteCodes(db, TEAM, 'r_2');
      await deleteCodes(db, TEAM, 'r_2');
      // What was given here is known as given.
      expect(await whichBorne(db, TEAM, 'isrc', codes)).toEqual(new Set(codes.slice(0, 2)));
      expect(await whichBorne(db, OTHER, 'isrc', codes)).toEqual(new Set());
      const registered = await listRegistered(db, TEAM, 'isrc', 'QZABC26');
      expect(registered.borne.map(({ code }) => code)).toEqual(['QZABC2600001']);
      expect(registered.dropped).toEqual(['QZABC2600002']);
      expect((await listRegistered(db, TEAM, 'isrc', 'QZABC25')).borne).toEqual([]);
    });

    it('are let go one by one', async () => {
      const db = await openTeams();
      await saveCodes(db, TEAM, [borne('QZABC2600001', 'r_1'), borne('QZABC2600002', 'r_1')]);
      await deleteCodes(db, TEAM, 'r_1', { scheme: 'isrc', code: 'QZABC2600002' });
      const { borne: left, dropped } = await listRegistered(db, TEAM, 'isrc', 'QZABC26');
      expect([left.map(({ code }) => code), dropped]).toEqual([['QZABC2600001'], ['QZABC2600002']]);
    });
  });
});

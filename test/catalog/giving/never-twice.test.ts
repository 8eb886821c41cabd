import { describe, expect, it } from 'vitest';
import { registerCode } from '../../../src/catalog/bear-code.ts';
import { removeItem } from '../../../src/catalog/change.ts';
import { auditOf } from '../../../src/catalog/giving/audit-rows.ts';
import { giveIsrcs } from '../../../src/catalog/giving/give-isrcs.ts';
import { headsInMemory } from '../../../src/store/evidence-heads.ts';
import { saveCodes } from '../../../src/store/item-codes.ts';
import { listSeries } from '../../../src/store/series.ts';
import type { Db } from '../../../src/store/tables.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { addTeam, TEAM } from '../../store/evidence-room.ts';
import { eachDatabase } from '../../support/each-database.ts';
import { type GivingRoom, openGivingRoom } from './room.ts';

const HOUR_MS = 3_600_000;

eachDatabase(({ freshUrl, open, openFresh }) => {
  async function openRoom(): Promise<GivingRoom & { readonly db: Db }> {
    const { db } = await openFresh();
    await addTeam(db);
    return { ...openGivingRoom(db), db };
  }

  const remove = ({ house }: GivingRoom, id: string) =>
    inTransaction(house.db, (db) => removeItem(house, db, TEAM, { kind: 'recording', id }, null));
  const register = ({ house }: GivingRoom, item: string, typed: string) =>
    inTransaction(house.db, (db) =>
      registerCode(house, db, TEAM, {
        ...{ kind: 'recording', item, typed, source: null, acceptedFor: null, by: null },
      }),
    );

  describe('a code', () => {
    it('is the next one, for each recording once, however often it is asked for', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      expect(await room.give(series, one, two, one)).toEqual(['QZABC2600001', 'QZABC2600002']);
      expect(await room.give(series, two, one)).toEqual(['bears QZABC2600002', 'bears QZABC2600001']);
    });

    it('is burnt when its recording is removed, and nobody gets it again', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const gone = await room.addRecording();
      await room.give(series, gone);
      await remove(room, gone);
      expect(await room.give(series, await room.addRecording())).toEqual(['QZABC2600002']);
      const [found] = await listSeries(room.db, TEAM, ['isrc']);
      const { rows } = await auditOf(room.house, TEAM, found!, 2026);
      expect(rows.map(({ code, state }) => `${code} ${state}`)).toEqual([
        'QZABC2600001 burnt',
        'QZABC2600002 given',
      ]);
    });

    it('passes over what others gave, also when their recording is gone', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [kept, gone] = [await room.addRecording(), await room.addRecording()];
      await register(room, kept, 'QZ-ABC-26-00001');
      await register(room, gone, 'QZ-ABC-26-00002');
      await remove(room, gone);
      expect(await room.give(series, await room.addRecording())).toEqual(['QZABC2600003']);
      const [found] = await listSeries(room.db, TEAM, ['isrc']);
      const { rows, counts } = await auditOf(room.house, TEAM, found!, 2026);
      expect(rows.map(({ state }) => state)).toEqual(['registered', 'dropped', 'given']);
      expect(counts.unexplained).toBe(0);
    });

    it('is found behind thousands that others use', async () => {
      const room = await openRoom();
      const series = await room.addPrefix('QZABC', [[1, 3000]]);
      const codes = Array.from({ length: 2999 }, (_, index) => ({
        ...{ team_id: TEAM, scheme: 'isrc' },
        code: `QZABC26${String(index + 1).padStart(5, '0')}`,
      }));
      for (let at = 0; at < codes.length; at += 1000)
        await room.db
          .insertInto('dropped_code')
          .values(codes.slice(at, at + 1000))
          .execute();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      expect(await room.give(series, one)).toEqual(['QZABC2603000']);
      expect(await room.refusal(() => room.give(series, two))).toBe('assign.range-exhausted');
    });

    it('is each one’s own when many ask at once', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const ids = await Promise.all(Array.from({ length: 12 }, () => room.addRecording()));
      // Each asks for three, and every recording is asked for by three.
      const asked = ids.map((_, index) => [0, 1, 2].map((step) => ids[(index + step) % ids.length]!));
      const answers = await Promise.all(asked.map((three) => room.give(series, ...three)));
      const given = answers.flat().filter((code) => !code.startsWith('bears'));
      expect(given.sort()).toEqual(ids.map((_, index) => `QZABC26${String(index + 1).padStart(5, '0')}`));
    });

    it('is given, or registered by somebody else at that moment, and never both', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      for (let round = 1; round <= 4; round += 1) {
        const [one, two] = [await room.addRecording(), await room.addRecording()];
        const next = `QZABC26${String(2 * round - 1).padStart(5, '0')}`;
        const [refused, [given]] = await Promise.all([
          room.refusal(() => register(room, one, next)),
          room.give(series, two),
        ]);
        const registered = refused === 'no refusal';
        expect(given === next).toBe(!registered);
        if (!registered) await room.give(series, one);
      }
    });

    it('is not given that is just being written down as somebody else’s', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      const held = Promise.withResolvers<void>();
      const giving = held.promise.then(() => room.give(series, two));
      await inTransaction(room.db, async (db) => {
        const { evidence } = room.house;
        const data = { scheme: 'isrc', code: 'QZABC2600001', recording: one, by: null };
        const subject = `recording/${one}`;
        const [entry] = await evidence.append(db, TEAM, [{ type: 'code.registered', subject, data }]);
        held.resolve();
        // Time for the other to come as far as it can.
        for (let turn = 0; turn < 50; turn += 1) await db.selectFrom('team').select('id').execute();
        await saveCodes(db, TEAM, [
          {
            ...{ scheme: 'isrc', code: 'QZABC2600001', kind: 'recording', item: one, how: 'registered' },
            ...{ source: null, acceptedFor: null, seq: entry?.seq ?? 0, since: room.house.now() },
          },
        ]);
      });
      expect(await giving).toEqual(['QZABC2600002']);
    });

    it('that is in the tables is passed over, even where the counter was lost', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      await room.give(series, one);
      await remove(room, one);
      await room.db.updateTable('series').set({ last: null, last_year: null, last_at: null }).execute();
      room.means.heads.write(
        'codes isrc QZABC',
        '{"before":{"last":null,"year":null,"at":null},"reached":{"last":null,"year":null,"at":null}}',
      );
      expect(await room.give(series, two)).toEqual(['QZABC2600002']);
    });
  });

  describe('what does not fit together ends in a refusal', () => {
    it('when the clock stands before the last code, and goes on when it is right again', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      await room.give(series, await room.addRecording());
      const id = await room.addRecording();
      const now = room.house.now();
      room.setClock(new Date(now.getTime() - HOUR_MS));
      expect(await room.refusal(() => room.give(series, id))).toBe('assign.clock');
      // As far apart as two machines may be.
      room.setClock(new Date(now.getTime() - 3000));
      expect(await room.give(series, id)).toEqual(['QZABC2600002']);
    });

    it('when a year begins, it begins with the first number; back in the old one, nothing is given', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      await room.give(series, await room.addRecording());
      room.setClock(new Date('2027-01-01T00:00:00.000Z'));
      expect(await room.give(series, await room.addRecording())).toEqual(['QZABC2700001']);
      room.setClock(new Date('2026-12-31T23:59:00.000Z'));
      const late = await room.addRecording();
      expect(await room.refusal(() => room.give(series, late))).toBe('assign.clock');
    });

    it('when it lacks what agencies ask for, or is no new recording for sure', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const of = await room.addRecording();
      const contents = [
        { mainArtist: null },
        { durationMs: null },
        { versionKind: 'remaster' },
        { versionKind: 'live' },
        { versionKind: 'live', versionOf: of },
      ] as const;
      const ids: string[] = [];
      for (const content of contents) ids.push(await room.addRecording(content));
      expect(await room.give(series, ...ids)).toEqual([
        'lacks',
        'lacks',
        'asks',
        'QZABC2600001',
        'QZABC2600002',
      ]);
      await room.give(series, of);
      const later = await room.addRecording({ versionKind: 'live', versionOf: of });
      expect(await room.give(series, later)).toEqual(['asks']);
    });

    it('when the answers say that it is the same recording', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const id = await room.addRecording({ versionKind: 'immersive' });
      const ask = (answers: string) =>
        inTransaction(room.db, (db) =>
          giveIsrcs(room.house, db, TEAM, {
            ...{ recordings: [id], word: { answers }, series, timeZone: 'UTC', by: null },
          }),
        );
      expect((await ask('immersive.machine')).map(({ kind }) => kind)).toEqual(['same']);
      expect((await ask('nonsense')).map(({ kind }) => kind)).toEqual(['asks']);
      expect((await ask('immersive.stems')).map(({ kind }) => kind)).toEqual(['given']);
    });

    it('when the recording was removed meanwhile', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const id = await room.addRecording();
      await remove(room, id);
      expect(await room.refusal(() => room.give(series, id))).toBe('catalog.unknown');
    });
  });

  describe('how far a prefix has come', () => {
    /** The database as a backup has it: the newest entries, and all that came with them, are gone. */
    async function snapshot(db: Db) {
      const tables = ['series', 'given_code', 'item_code', 'ledger'] as const;
      const rows = await Promise.all(tables.map((table) => db.selectFrom(table).selectAll().execute()));
      const entries = await db.selectFrom('entry').selectAll().execute();
      return async () => {
        const size = entries.length;
        await db.deleteFrom('sealed').where('seq', '>=', size).execute();
        await db.deleteFrom('entry').where('seq', '>=', size).execute();
        for (const { level, position } of await db.selectFrom('node').selectAll().execute())
          if ((position + 1) * 2 ** level > size)
            await db.deleteFrom('node').where('level', '=', level).where('position', '=', position).execute();
        await db.deleteFrom('checkpoint').where('size', '>', size).execute();
        for (const table of ['given_code', 'item_code', 'series', 'ledger'] as const)
          await db.deleteFrom(table).execute();
        for (const [index, table] of tables.entries())
          for (const row of rows[index] ?? [])
            await db
              .insertInto(table)
              .values(row as never)
              .execute();
      };
    }

    it('is known outside: an older database gives nothing', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two, three] = [
        await room.addRecording(),
        await room.addRecording(),
        await room.addRecording(),
      ];
      await room.give(series, one);
      const restore = await snapshot(room.db);
      await room.give(series, two);
      await room.give(series, three);
      await restore();
      const again = room.reopen();
      expect(await again.refusal(() => again.give(series, two))).toBe('assign.history-lost');
    });

    it('covers codes whose head nobody kept: the process died, and an older database came back', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      const restore = await snapshot(room.db);
      const order = { recordings: [one], word: null, series, timeZone: 'UTC', by: null };
      // Committed, and the head is not kept any more. Somebody may have seen the code all the same.
      await inTransaction(room.db, (db) => giveIsrcs(room.house, db, TEAM, order));
      await restore();
      const again = room.reopen();
      expect(await again.give(series, two)).toEqual(['QZABC2600002']);
      const [found] = await listSeries(room.db, TEAM, ['isrc']);
      const { rows } = await auditOf(again.house, TEAM, found!, 2026);
      expect(rows.map(({ code, state }) => `${code} ${state}`)).toEqual([
        'QZABC2600001 unfinished',
        'QZABC2600002 given',
      ]);
    });

    it('leaves out the numbers of an attempt that was not finished, and says which', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const [one, two] = [await room.addRecording(), await room.addRecording()];
      const order = { recordings: [one, two], word: null, series, timeZone: 'UTC', by: null };
      const failing = inTransaction(room.db, async (db) => {
        await giveIsrcs(room.house, db, TEAM, order);
        throw new Error('the power went');
      });
      await expect(failing).rejects.toThrow('the power went');
      expect(await room.give(series, one)).toEqual(['QZABC2600003']);
      const [entry] = await room.house.evidence.chain(room.db, TEAM, `recording/${one}`);
      expect(entry?.entry.data).toMatchObject({ unfinished: [['QZABC2600001', 'QZABC2600002']] });
    });

    it('that cannot be read stops everything', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      const id = await room.addRecording();
      for (const text of ['', 'no JSON', '{}', '{"before":{},"reached":{"last":"1"}}']) {
        room.means.heads.write('codes isrc QZABC', text);
        expect(await room.refusal(() => room.give(series, id))).toBe('assign.mark');
      }
    });

    it('counts also where the prefix was added anew, in another database or by another team', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      await room.give(series, await room.addRecording());
      await room.give(series, await room.addRecording());
      const { db } = await open(await freshUrl());
      await addTeam(db, 't_2');
      const other = openGivingRoom(db, room.means, { at: room.house.now() }, 't_2');
      const again = await other.addPrefix();
      const id = await other.addRecording();
      expect(await other.refusal(() => other.give(again, id))).toBe('assign.history-lost');
    });

    it('without any trace outside is what the database says', async () => {
      const room = await openRoom();
      const series = await room.addPrefix();
      await room.give(series, await room.addRecording());
      const moved = openGivingRoom(
        room.db,
        { ...room.means, heads: headsInMemory() },
        { at: room.house.now() },
      );
      expect(await moved.give(series, await moved.addRecording())).toEqual(['QZABC2600002']);
    });
  });
});

import { fc } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { parseCheckpoint } from '../../src/core/ledger/checkpoint.ts';
import { leafHash } from '../../src/core/ledger/hash.ts';
import { parseProof } from '../../src/core/ledger/proof.ts';
import { parseReceipt } from '../../src/core/ledger/receipt.ts';
import { readSealed } from '../../src/core/ledger/sealed.ts';
import {
  appendLeaf,
  consistencyProof,
  inclusionProof,
  type NodeReader,
  rootAt,
} from '../../src/core/ledger/tree.ts';
import { must } from '../../src/core/problem.ts';
import { fetchNodes } from '../../src/store/evidence-nodes.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';
import { addTeam, evidenceWith, linked, NOW, setting, TEAM } from './evidence-room.ts';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);

eachDatabase(({ openFresh }) => {
  async function openTeam(means = {}) {
    const { db } = await openFresh();
    await addTeam(db);
    return { db, evidence: evidenceWith(means) };
  }

  describe('appending', () => {
    it('begins the ledger with its key the first time, and never again', async () => {
      const { db, evidence } = await openTeam();
      const [first] = await evidence.append(db, TEAM, [setting(1)]);
      expect(first).toMatchObject({ seq: 1, prev: 0, ledger: 'splitproof/t_1', at: NOW.toISOString() });
      const [second] = await evidence.append(db, TEAM, [setting(2)]);
      expect(second).toMatchObject({ seq: 2, prev: 1, data: { value: 2 } });
      const chain = await evidence.chain(db, TEAM, 'team');
      expect(chain.map(({ entry }) => entry.type)).toEqual([
        'ledger.created',
        'settings.changed',
        'settings.changed',
      ]);
      expect(chain[0]?.entry.data).toEqual({ key: evidence.ledgerOf(TEAM).key });
    });

    it('names the entry before of the same subject, also within one call', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, [linked('p_a'), linked('p_b'), linked('p_a'), setting(1)]);
      const [again] = await evidence.append(db, TEAM, [linked('p_b')]);
      const rows = await evidence.rows(db, TEAM, [4, 3, 2, 1, 99, 3]);
      expect(rows.map(({ entry }) => [entry.seq, entry.prev])).toEqual([
        [1, null],
        [2, null],
        [3, 1],
        [4, 0],
      ]);
      expect(again).toMatchObject({ seq: 5, prev: 2 });
    });

    it('keeps the sealed part beside the entry, salted afresh', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, [linked('p_a', 'U1'), linked('p_a', 'U1')]);
      const [one, two] = await evidence.chain(db, TEAM, 'person/p_a');
      const parts = [one, two].map((row) => must(readSealed(row!.sealed!, row!.entry.sealed!)));
      expect(parts[0]).toMatchObject({ account: 'U1', display_name: 'Ana 李' });
      expect(parts[0]?.salt).not.toBe(parts[1]?.salt);
      const [plain] = await evidence.rows(db, TEAM, [0]);
      expect(plain?.sealed).toBeNull();
    });

    it('never dates an entry before the one before it', async () => {
      let now = NOW;
      const { db, evidence } = await openTeam({ now: () => now });
      await evidence.append(db, TEAM, [setting(1)]);
      now = new Date(NOW.getTime() - 60_000);
      const [early] = await evidence.append(db, TEAM, [setting(2)]);
      now = new Date(NOW.getTime() + 1);
      const [late] = await evidence.append(db, TEAM, [setting(3)]);
      expect([early?.at, late?.at]).toEqual(['2026-11-26T12:00:00.000Z', '2026-11-26T12:00:00.001Z']);
    });

    it('leaves nothing of a transaction that fails, not even the beginning of a ledger', async () => {
      const { db, evidence } = await openTeam();
      const failing = inTransaction(db, async (transaction) => {
        await evidence.append(transaction, TEAM, [setting(1), linked('p_a')]);
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(await counts(db)).toEqual({ ledger: 0, entry: 0, sealed: 0, node: 0 });
      const [first] = await evidence.append(db, TEAM, [setting(2)]);
      expect(first?.seq).toBe(1);
    });

    it('refuses what the format refuses, and writes nothing of the call', async () => {
      const { db, evidence } = await openTeam();
      const unsealed = { ...linked('p_a'), sealed: undefined };
      const { sealed: _, ...bare } = unsealed;
      await expect(evidence.append(db, TEAM, [setting(1), bare])).rejects.toThrow('entry.unsealed');
      await expect(evidence.append(db, TEAM, [setting(0.5)])).rejects.toThrow('json.number');
      expect(await counts(db)).toEqual({ ledger: 0, entry: 0, sealed: 0, node: 0 });
    });

    it('does nothing when there is nothing to say', async () => {
      const { db, evidence } = await openTeam();
      expect(await evidence.append(db, TEAM, [])).toEqual([]);
      expect(await counts(db)).toEqual({ ledger: 0, entry: 0, sealed: 0, node: 0 });
    });

    it('keeps the ledgers of two teams apart', async () => {
      const { db, evidence } = await openTeam();
      await addTeam(db, 't_2');
      await evidence.append(db, TEAM, [linked('p_a', 'U1')]);
      await evidence.append(db, 't_2', [linked('p_a', 'U2')]);
      const [theirs] = await evidence.chain(db, 't_2', 'person/p_a');
      expect(theirs?.entry).toMatchObject({ seq: 1, prev: null, ledger: 'splitproof/t_2' });
      expect(await evidence.chain(db, TEAM, 'person/p_a')).toHaveLength(1);
      expect((await evidence.head(db, TEAM)).root).not.toBe((await evidence.head(db, 't_2')).root);
    });
  });

  describe('the stored tree', () => {
    it('gives the same roots and proofs as the tree in memory, whatever the portions it grew in', async () => {
      const portions = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1, maxLength: 6 });
      const property = fc.asyncProperty(portions, fc.integer({ min: 0 }), async (sizes, chance) => {
        const { db, evidence } = await openTeam();
        for (const size of sizes) await evidence.append(db, TEAM, range(size).map(setting));
        const rows = await evidence.chain(db, TEAM, 'team');
        const { size, reader } = treeOf(rows.map(({ bytes }) => leafHash(bytes)));
        expect(size).toBe(1 + sizes.reduce((sum, portion) => sum + portion, 0));
        const at = 1 + (chance % size);
        const leaf = chance % at;
        for (const work of [
          (node: NodeReader) => [rootAt(at, node)],
          (node: NodeReader) => inclusionProof(leaf, at, node),
          (node: NodeReader) => (at < size ? consistencyProof(at, size, node) : []),
        ]) {
          expect(work(await fetchNodes(db, TEAM, work))).toEqual(work(reader));
        }
        expect((await evidence.head(db, TEAM)).root).toBe(rootAt(size, reader).toString('hex'));
      });
      await fc.assert(property, { numRuns: 12 });
    });

    it('takes a thousand entries in one call', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(1500).map(setting));
      expect((await evidence.head(db, TEAM)).size).toBe(1501);
      const rows = await evidence.rows(db, TEAM, range(1501));
      expect(rows.map(({ entry }) => entry.seq)).toEqual(range(1501));
    });
  });

  describe('head and receipt', () => {
    it('are refused while there is no ledger', async () => {
      const { db, evidence } = await openTeam();
      await expect(evidence.head(db, TEAM)).rejects.toThrow('evidence.none');
      await expect(evidence.receipt(db, TEAM, 0)).rejects.toThrow('evidence.none');
    });

    it('sign a size once and keep it', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      const head = await evidence.head(db, TEAM);
      expect(await evidence.head(db, TEAM)).toEqual(head);
      expect(must(parseCheckpoint(Buffer.from(head.text)))).toMatchObject({
        size: 2,
        origin: 'splitproof/t_1',
      });
      await evidence.append(db, TEAM, [setting(2)]);
      expect((await evidence.head(db, TEAM)).size).toBe(3);
      expect(await db.selectFrom('checkpoint').select('size').orderBy('size').execute()).toEqual([
        { size: 2 },
        { size: 3 },
      ]);
    });

    it('a receipt holds, and is the same whenever it is made', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, [linked('p_a'), setting(1), setting(2)]);
      const { bytes, head } = await evidence.receipt(db, TEAM, 1);
      const receipt = must(parseReceipt(bytes));
      expect(receipt.proof).toMatchObject({ index: 1 });
      expect(receipt.proof.checkpoint.text).toBe(head.text);
      expect(must(parseProof(bytes.subarray(bytes.indexOf('\n') + 1))).index).toBe(1);
      await evidence.append(db, TEAM, [setting(3)]);
      const [newest] = await evidence.append(db, TEAM, [setting(4)]);
      expect((await evidence.receipt(db, TEAM, newest!.seq)).head.size).toBe(6);
      expect((await evidence.receipt(db, TEAM, 1)).bytes).toEqual(bytes);
    });

    it('are refused for an entry that is not there', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      await expect(evidence.receipt(db, TEAM, 2)).rejects.toThrow('evidence.unknown-entry');
    });
  });

  it('never gives back an entry that somebody changed in the database', async () => {
    const { db, evidence } = await openTeam();
    await evidence.append(db, TEAM, [setting(1)]);
    const [row] = await db.selectFrom('entry').select('text').where('seq', '=', 1).execute();
    const text = row!.text.replace('"value":1', '"value": 1');
    await db.updateTable('entry').set({ text }).where('seq', '=', 1).execute();
    await expect(evidence.chain(db, TEAM, 'team')).rejects.toThrow('evidence.damaged');
  });
});

function treeOf(leaves: readonly Buffer[]) {
  const nodes = new Map<string, Buffer>();
  const reader = (level: number, index: number): Buffer => nodes.get(`${level} ${index}`)!;
  for (const [size, leaf] of leaves.entries()) {
    for (const { level, index, hash } of appendLeaf(size, leaf, reader)) nodes.set(`${level} ${index}`, hash);
  }
  return { size: leaves.length, reader };
}

async function counts(db: Db) {
  const count = async (table: 'ledger' | 'entry' | 'sealed' | 'node') =>
    (
      await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll<number>().as('rows'))
        .execute()
    )[0]?.rows;
  const [ledger, entry, sealed, node] = await Promise.all(
    (['ledger', 'entry', 'sealed', 'node'] as const).map(count),
  );
  return { ledger, entry, sealed, node };
}

import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { parseCheckpoint } from '../../src/core/ledger/checkpoint.ts';
import { must } from '../../src/core/problem.ts';
import { headsInMemory, openHeads } from '../../src/store/evidence-heads.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase } from '../support/each-database.ts';
import { addTeam, evidenceWith, newKey, setting, TEAM } from './evidence-room.ts';

const range = (count: number) => Array.from({ length: count }, (_, index) => index);
const ORIGIN = `splitproof/${TEAM}`;

function freshFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-heads-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, 'heads');
}

describe('heads in a folder', () => {
  it('are for the owner alone, and nothing is left beside them', () => {
    const folder = freshFolder();
    const heads = openHeads(folder);
    expect(heads.read(ORIGIN)).toBeNull();
    heads.write(ORIGIN, 'one');
    heads.write(ORIGIN, 'two');
    heads.write(`${ORIGIN}x`, 'three');
    expect(Buffer.from(heads.read(ORIGIN)!).toString()).toBe('two');
    const files = readdirSync(folder);
    expect(files).toHaveLength(2);
    expect(statSync(folder).mode & 0o777).toBe(0o700);
    for (const file of files) expect(statSync(join(folder, file)).mode & 0o777).toBe(0o600);
  });

  it('take any name that a ledger can have', () => {
    const heads = openHeads(freshFolder());
    for (const name of ['../../x', `a/${'!'.repeat(190)}`, 'A', 'a', 'a-']) heads.write(name, name);
    for (const name of ['../../x', `a/${'!'.repeat(190)}`, 'A', 'a', 'a-'])
      expect(Buffer.from(heads.read(name)!).toString()).toBe(name);
  });
});

eachDatabase(({ freshUrl, open, openFresh }) => {
  async function openTeam() {
    const { db } = await openFresh();
    await addTeam(db);
    const means = { key: newKey(), heads: headsInMemory() };
    return { db, means, evidence: evidenceWith(means) };
  }

  /** What a backup that was made before these entries gives back. */
  async function cutTo(db: Db, size: number): Promise<void> {
    for (const table of ['sealed', 'entry'] as const)
      await db.deleteFrom(table).where('seq', '>=', size).execute();
    const nodes = await db.selectFrom('node').selectAll().execute();
    for (const { level, position } of nodes)
      if ((position + 1) * 2 ** level > size)
        await db.deleteFrom('node').where('level', '=', level).where('position', '=', position).execute();
    await db.deleteFrom('checkpoint').where('size', '>', size).execute();
    await db.updateTable('ledger').set({ size }).execute();
  }

  describe('the seat belt', () => {
    it('refuses to go on from a backup with fewer entries than were signed', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(5).map(setting));
      await evidence.head(db, TEAM);
      await cutTo(db, 4);
      const again = evidenceWith(means);
      await expect(again.append(db, TEAM, [setting(9)])).rejects.toMatchObject({
        problem: { code: 'evidence.cut', details: { size: 4, signed: 6 } },
      });
      await expect(again.head(db, TEAM)).rejects.toThrow('evidence.cut');
      expect(await db.selectFrom('ledger').select('size').execute()).toEqual([{ size: 4 }]);
    });

    it('refuses a database without the ledger, once one was signed', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      await evidence.head(db, TEAM);
      await cutTo(db, 0);
      await db.deleteFrom('ledger').execute();
      await expect(evidenceWith(means).append(db, TEAM, [setting(1)])).rejects.toThrow('evidence.cut');
    });

    it('refuses to go on from a backup that was written on meanwhile', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(5).map(setting));
      const { size } = await evidence.head(db, TEAM);
      await cutTo(db, 4);
      await evidenceWith({ ...means, heads: headsInMemory() }).append(db, TEAM, range(7).map(setting));
      const again = evidenceWith(means);
      await expect(again.head(db, TEAM)).rejects.toMatchObject({
        problem: { code: 'evidence.forked', details: { size } },
      });
      await expect(again.append(db, TEAM, [setting(9)])).rejects.toThrow('evidence.forked');
    });

    it('looks again at every signing, also in a process that used the ledger before', async () => {
      const { db, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(5).map(setting));
      await evidence.head(db, TEAM);
      await cutTo(db, 4);
      await expect(evidence.head(db, TEAM)).rejects.toThrow('evidence.cut');
    });

    it('holds against the heads in the database where the folder is gone', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(5).map(setting));
      await evidence.head(db, TEAM);
      await db
        .updateTable('node')
        .set({ hash: '00'.repeat(32) })
        .where('level', '=', 1)
        .execute();
      const again = evidenceWith({ ...means, heads: headsInMemory() });
      await expect(again.append(db, TEAM, [setting(1)])).rejects.toThrow('evidence.forked');
    });

    it('goes on from a backup that has all that was signed', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(3).map(setting));
      await evidence.head(db, TEAM);
      await evidence.append(db, TEAM, range(3).map(setting));
      await cutTo(db, 4);
      const [entry] = await evidenceWith(means).append(db, TEAM, [setting(1)]);
      expect(entry?.seq).toBe(4);
    });

    it('refuses another key and another name than the ledger began with', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      const otherKey = evidenceWith({ ...means, key: newKey() });
      await expect(otherKey.append(db, TEAM, [setting(2)])).rejects.toThrow('evidence.key-changed');
      await expect(otherKey.head(db, TEAM)).rejects.toThrow('evidence.key-changed');
      const otherName = evidenceWith({ ...means, origin: 'label.example' });
      await expect(otherName.append(db, TEAM, [setting(2)])).rejects.toThrow('evidence.origin-changed');
    });

    it('refuses a kept head that is damaged or signed by another key', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      const { text } = await evidence.head(db, TEAM);
      for (const broken of ['', text.slice(0, 40), text.replace(/[A-Za-z](?=[^A-Za-z]*$)/, '')]) {
        means.heads.write(ORIGIN, broken);
        await expect(evidenceWith(means).append(db, TEAM, [setting(2)])).rejects.toThrow('evidence.heads');
      }
    });

    it('never puts a head that does not go on from the kept one in its place', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, range(5).map(setting));
      await evidence.head(db, TEAM);
      const kept = Buffer.from(means.heads.read(ORIGIN)!).toString();
      await cutTo(db, 4);
      const elsewhere = evidenceWith({ ...means, heads: headsInMemory() });
      await elsewhere.append(db, TEAM, range(7).map(setting));
      await elsewhere.head(db, TEAM);
      await expect(evidence.receipt(db, TEAM, 2)).rejects.toThrow('evidence.forked');
      await expect(evidence.head(db, TEAM)).rejects.toThrow('evidence.forked');
      expect(Buffer.from(means.heads.read(ORIGIN)!).toString()).toBe(kept);
      means.heads.write(ORIGIN, 'damaged');
      await expect(evidence.receipt(db, TEAM, 2)).rejects.toThrow('evidence.heads');
      expect(Buffer.from(means.heads.read(ORIGIN)!).toString()).toBe('damaged');
    });

    it('keeps a head outside only when what it covers is committed', async () => {
      const { db, means, evidence } = await openTeam();
      await evidence.append(db, TEAM, [setting(1)]);
      const failing = inTransaction(db, async (transaction) => {
        await evidence.append(transaction, TEAM, [setting(2)]);
        expect((await evidence.head(transaction, TEAM)).size).toBe(3);
        throw new Error('on purpose');
      });
      await expect(failing).rejects.toThrow('on purpose');
      expect(means.heads.read(ORIGIN)).toBeNull();
      await inTransaction(db, async (transaction) => {
        await evidence.append(transaction, TEAM, [setting(3)]);
        await evidence.head(transaction, TEAM);
      });
      const { head } = await evidence.receipt(db, TEAM, 2);
      expect(must(parseCheckpoint(means.heads.read(ORIGIN)!)).text).toBe(head.text);
    });
  });

  it('gives no number twice and leaves none out when processes append at once', async () => {
    const { url, start, heads } = await openProcesses();
    const processes = await Promise.all([start('12'), start('12')]);
    for (const child of processes) child.send('go');
    const got = (await Promise.all(
      processes.map(async (child) => (await once(child, 'message'))[0]),
    )) as number[][];
    expect(got.flat().sort((a, b) => a - b)).toEqual(range(24).map((index) => index + 1));
    const { db } = await open(url);
    const rows = await evidenceWith().chain(db, TEAM, 'team');
    expect(rows.map(({ entry }) => entry.prev)).toEqual([null, ...range(24)]);
    const kept = must(parseCheckpoint(openHeads(heads).read(ORIGIN)!));
    const newest = await db.selectFrom('checkpoint').select('size').orderBy('size', 'desc').execute();
    expect(kept.size).toBe(newest[0]?.size);
  });

  it('leaves nothing half when a process is killed in the middle', async () => {
    const { url, start, heads, key } = await openProcesses();
    const child = await start('2', 'stop');
    child.send('go');
    expect((await once(child, 'message'))[0]).toBe('stopped');
    child.kill('SIGKILL');
    await once(child, 'exit');
    const { db } = await open(url);
    const evidence = evidenceWith({ key, heads: openHeads(heads) });
    const [entry] = await evidence.append(db, TEAM, [setting(1)]);
    expect(entry?.seq).toBe(3);
    expect((await evidence.head(db, TEAM)).size).toBe(4);
  });

  async function openProcesses() {
    const [url, heads, key] = [await freshUrl(), freshFolder(), newKey()];
    await addTeam((await open(url)).db);
    const pem = key.export({ type: 'pkcs8', format: 'pem' }).toString();
    const start = async (rounds: string, ...how: string[]) => {
      const script = join(import.meta.dirname, 'children', 'append-entries.ts');
      const child = fork(script, [url, heads, pem, rounds, ...how]);
      onTestFinished(() => void child.kill('SIGKILL'));
      expect((await once(child, 'message'))[0]).toBe('ready');
      return child;
    };
    return { url, heads, key, start };
  }
});

import { expect, it } from 'vitest';
import type { Store } from '../../src/store/database.ts';
import {
  askAgain,
  askOnce,
  claimJobs,
  dropJobs,
  finishJob,
  giveUpJob,
  isWaiting,
  type Job,
  noteInJob,
  postponeJob,
  waitingUnder,
} from '../../src/store/jobs.ts';
import { eachDatabase, OPENED_AT as now } from '../support/each-database.ts';

let ids = 0;
const newId = () => `j-${++ids}`;
const clock = { now, newId };
const later = (ms: number) => new Date(now.getTime() + ms);
const job = { kind: 'show', key: 's_1', platform: null, payload: { sheet: 's_1' }, dueAt: now };

async function claim({ db }: Store, at: Date = now, platforms: readonly string[] = ['slack']) {
  return claimJobs(db, { platforms, now: at, leaseMs: 60_000, limit: 10, lease: newId() });
}

eachDatabase(({ freshUrl, open, openFresh }) => {
  async function openTeam(): Promise<Store> {
    const store = await openFresh();
    for (const id of ['t1', 't2']) await store.db.insertInto('team').values({ id, created_at: 0 }).execute();
    return store;
  }

  it('are done once, however often they are asked for under one key', async () => {
    const store = await openTeam();
    for (const _ of [1, 2, 3]) await askOnce(store.db, 't1', job, clock);
    const [mine, ...more] = await claim(store);
    expect(more).toEqual([]);
    expect(mine).toMatchObject({ team: 't1', kind: 'show', key: 's_1', payload: { sheet: 's_1' }, tries: 1 });
    await finishJob(store.db, mine as Job);
    await askOnce(store.db, 't1', job, clock);
    expect(await claim(store)).toEqual([]);
  });

  it('keep how far they came, for whoever takes them next, and only while they are in hand', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', job, clock);
    const [mine] = (await claim(store)) as [Job];
    expect(await noteInJob(store.db, mine, { sheet: 's_1', said: [7] })).toBe(true);
    const [next] = (await claim(store, later(60_001))) as [Job];
    expect(next.payload).toEqual({ sheet: 's_1', said: [7] });
    expect(await noteInJob(store.db, mine, { sheet: 's_1', said: [9] })).toBe(false);
    expect(await waitingUnder(store.db, 't1', 'show', ['s_1', 's_2'])).toEqual(
      new Map([['s_1', { sheet: 's_1', said: [7] }]]),
    );
    await finishJob(store.db, next);
    expect(await waitingUnder(store.db, 't1', 'show', ['s_1'])).toEqual(new Map());
  });

  it('of two teams under one key are two', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', job, clock);
    await askOnce(store.db, 't2', job, clock);
    expect((await claim(store)).map(({ team }) => team).sort()).toEqual(['t1', 't2']);
  });

  it('begin anew when they are asked for again', async () => {
    const store = await openTeam();
    await askAgain(store.db, 't1', job, clock);
    for (const one of await claim(store)) await finishJob(store.db, one);
    await askAgain(store.db, 't1', { ...job, payload: { sheet: 's_2' } }, clock);
    expect(await claim(store)).toMatchObject([{ payload: { sheet: 's_2' }, tries: 1 }]);
  });

  it('are not put off by whoever asks again and again', async () => {
    const store = await openTeam();
    for (const ms of [1000, 2000, 3000]) await askAgain(store.db, 't1', { ...job, dueAt: later(ms) }, clock);
    expect(await claim(store, later(999))).toEqual([]);
    const [first] = await claim(store, later(1000));
    await finishJob(store.db, first as Job);
    await askAgain(store.db, 't1', { ...job, dueAt: later(9000) }, clock);
    expect(await claim(store, later(8999))).toEqual([]);
  });

  it('that are under way are done once more when they are asked for, and not before', async () => {
    const store = await openTeam();
    await askAgain(store.db, 't1', job, clock);
    const [first] = await claim(store);
    await askAgain(store.db, 't1', { ...job, dueAt: later(3000) }, clock);
    await finishJob(store.db, first as Job);
    expect(await claim(store, later(2999))).toEqual([]);
    expect(await claim(store, later(3000))).toHaveLength(1);
  });

  it('say whether whoever had them before was gone, and not when it was put off', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', job, clock);
    const [first] = await claim(store);
    const [heir] = await claim(store, later(60_000));
    await postponeJob(store.db, heir as Job, later(70_000), 'away');
    const [third] = await claim(store, later(70_000));
    const [fourth] = await claim(store, later(130_000));
    expect([first, heir, third, fourth].map((one) => one?.isOrphan)).toEqual([false, true, false, true]);
  });

  it('are done once more when they are asked for while under way', async () => {
    const store = await openTeam();
    await askAgain(store.db, 't1', job, clock);
    const [first] = await claim(store);
    await askAgain(store.db, 't1', job, clock);
    expect(await claim(store)).toEqual([]);
    await finishJob(store.db, first as Job);
    expect(await claim(store)).toHaveLength(1);
  });

  it('keep count of their failures when they are asked for again, until they are done', async () => {
    const store = await openTeam();
    await askAgain(store.db, 't1', job, clock);
    for (const one of await claim(store)) await postponeJob(store.db, one, now, 'away');
    await askAgain(store.db, 't1', job, clock);
    const [second] = await claim(store);
    expect(second).toMatchObject({ tries: 2 });
    expect(await isWaiting(store.db, 't1', 'show', ['s_1'], 2)).toBe(false);
    expect(await isWaiting(store.db, 't1', 'show', ['s_1'], 3)).toBe(true);
    await finishJob(store.db, second as Job);
    await askAgain(store.db, 't1', job, clock);
    expect(await claim(store)).toMatchObject([{ tries: 1 }]);
  });

  it('wait until they are due, oldest first', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', { ...job, key: 'b', dueAt: later(2000) }, clock);
    await askOnce(store.db, 't1', { ...job, key: 'a', dueAt: later(1000) }, clock);
    expect(await claim(store)).toEqual([]);
    expect((await claim(store, later(2000))).map(({ key }) => key)).toEqual(['a', 'b']);
  });

  it('are taken only where their platform is connected', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', { ...job, platform: 'discord' }, clock);
    expect(await claim(store, now, ['slack'])).toEqual([]);
    expect(await claim(store, now, [])).toEqual([]);
    expect(await claim(store, now, ['slack', 'discord'])).toHaveLength(1);
  });

  it('go to one of many who ask at once', async () => {
    const url = await freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const [{ db }] = stores as [Store, Store, Store];
    await db.insertInto('team').values({ id: 't1', created_at: 0 }).execute();
    for (let key = 0; key < 9; key++) await askOnce(db, 't1', { ...job, key: String(key) }, clock);
    const taken = (await Promise.all([...stores, ...stores].map((store) => claim(store)))).flat();
    expect(taken.map(({ key }) => key).sort()).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8']);
  });

  it('of somebody who died go to another when the lease runs out, and the dead one can finish nothing', async () => {
    const store = await openTeam();
    await askOnce(store.db, 't1', job, clock);
    const [dead] = await claim(store);
    expect(await claim(store, later(59_999))).toEqual([]);
    const [heir] = await claim(store, later(60_000));
    expect(heir).toMatchObject({ tries: 2 });
    await finishJob(store.db, dead as Job);
    expect(await isWaiting(store.db, 't1', 'show', ['s_1'])).toBe(true);
    await finishJob(store.db, heir as Job);
    expect(await isWaiting(store.db, 't1', 'show', ['s_1'])).toBe(false);
    expect(await isWaiting(store.db, 't1', 'show', [])).toBe(false);
  });

  it('come back when they were put off, and never when they were given up or dropped', async () => {
    const store = await openTeam();
    for (const key of ['off', 'up', 'out']) await askOnce(store.db, 't1', { ...job, key }, clock);
    for (const one of await claim(store)) {
      if (one.key === 'off') await postponeJob(store.db, one, later(5000), 'away');
      if (one.key === 'up') await giveUpJob(store.db, one, 'no such channel');
    }
    await dropJobs(store.db, 't1', 'show', ['out']);
    await dropJobs(store.db, 't2', 'show', ['off']);
    expect((await claim(store, later(70_000))).map(({ key }) => key)).toEqual(['off']);
  });
});

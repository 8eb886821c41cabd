import { expect, it, onTestFinished, vi } from 'vitest';
import { GiveUp, type JobHandler, startWorker, type Worker } from '../../src/bot/worker.ts';
import { openStore } from '../../src/store/database.ts';
import { askAgain, askOnce, claimJobs, isWaiting, type NewJob } from '../../src/store/jobs.ts';
import { OPENED_AT } from '../support/each-database.ts';

async function openWorker(handlers: Readonly<Record<string, JobHandler>>) {
  let ids = 0;
  let now = OPENED_AT.getTime();
  const logged: string[] = [];
  const write = (_facts: object, message: string) => void logged.push(message);
  const store = await openStore('sqlite::memory:', { now: OPENED_AT });
  await store.db.insertInto('team').values({ id: 't1', created_at: 0 }).execute();
  const clock = () => ({ now: new Date(now), newId: () => `id-${++ids}` });
  const worker: Worker = startWorker({
    db: store.db,
    handlers,
    log: { debug: write, info: write, warn: write, error: write },
    platforms: () => ['slack'],
    now: () => new Date(now),
    newId: () => `id-${++ids}`,
  });
  onTestFinished(async () => {
    await worker.stop();
    await store.close();
  });
  const job = (kind: string): NewJob => ({
    kind,
    key: 'k',
    platform: null,
    payload: { kind },
    dueAt: new Date(now),
  });
  return {
    worker,
    logged,
    ask: (kind: string) => askOnce(store.db, 't1', job(kind), clock()),
    askAgain: (kind: string) => askAgain(store.db, 't1', job(kind), clock()),
    /** What another process would be given now. */
    steal: () =>
      claimJobs(store.db, {
        platforms: [],
        now: new Date(now),
        leaseMs: 1,
        limit: 9,
        lease: 'thief',
      }),
    waits: (kind: string) => isWaiting(store.db, 't1', kind, ['k']),
    pass: (ms: number) => {
      now += ms;
    },
  };
}

it('does what is due, and nothing twice', async () => {
  const done: unknown[] = [];
  const { worker, ask } = await openWorker({
    say: async ({ payload }) => {
      done.push(payload);
      return undefined;
    },
  });
  await ask('say');
  await worker.idle();
  await worker.idle();
  expect(done).toEqual([{ kind: 'say' }]);
});

it('tries again, later each time, what failed', async () => {
  let tries = 0;
  const { worker, ask, pass, waits, logged } = await openWorker({
    say: async () => {
      tries += 1;
      if (tries < 3) throw new Error('the platform is away');
      return undefined;
    },
  });
  await ask('say');
  await worker.idle();
  expect([tries, await waits('say')]).toEqual([1, true]);
  pass(999);
  await worker.idle();
  expect(tries).toBe(1);
  pass(1);
  await worker.idle();
  pass(1999);
  await worker.idle();
  expect(tries).toBe(2);
  pass(1);
  await worker.idle();
  expect([tries, await waits('say')]).toEqual([3, false]);
  expect(logged).toEqual(Array(2).fill('a job failed and will be tried again'));
});

it('gives up what cannot be done, and what nobody here can do', async () => {
  const { worker, ask, waits, logged } = await openWorker({
    say: async () => {
      throw new GiveUp('no direct messages');
    },
  });
  await ask('say');
  await ask('unheard-of');
  await worker.idle();
  expect(await waits('say')).toBe(false);
  expect(await waits('unheard-of')).toBe(false);
  expect(logged).toEqual(Array(2).fill('a job was given up'));
});

it('comes back when a job says so', async () => {
  let done = 0;
  const until = new Date(OPENED_AT.getTime() + 3_600_000);
  const { worker, ask, pass } = await openWorker({
    nudge: async () => {
      done += 1;
      return done === 1 ? until : undefined;
    },
  });
  await ask('nudge');
  await worker.idle();
  pass(3_599_999);
  await worker.idle();
  expect(done).toBe(1);
  pass(1);
  await worker.idle();
  expect(done).toBe(2);
});

it('does a job once more that was wanted again while it was under way', async () => {
  let done = 0;
  const { worker, askAgain: wish } = await openWorker({
    show: async () => {
      done += 1;
      if (done === 1) await wish('show');
      return undefined;
    },
  });
  await wish('show');
  await worker.idle();
  expect(done).toBe(2);
});

it('keeps what takes long from others, as long as it lives', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] });
  onTestFinished(() => void vi.useRealTimers());
  const began = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const { worker, ask, pass, steal } = await openWorker({
    slow: async () => {
      began.resolve();
      await gate.promise;
      return undefined;
    },
  });
  await ask('slow');
  worker.poke();
  await began.promise;
  for (let second = 0; second < 60; second++) {
    pass(1000);
    vi.advanceTimersByTime(1000);
    expect(await steal()).toEqual([]);
  }
  pass(15_000);
  expect(await steal()).toHaveLength(1);
  gate.resolve();
  await worker.idle();
});

it('takes nothing more once it is stopped, and waits for what is under way', async () => {
  const began = Promise.withResolvers<void>();
  const gate = Promise.withResolvers<void>();
  const done: string[] = [];
  const { worker, ask, waits } = await openWorker({
    slow: async () => {
      began.resolve();
      await gate.promise;
      done.push('slow');
      return undefined;
    },
    never: async () => {
      done.push('never');
      return undefined;
    },
  });
  await ask('slow');
  worker.poke();
  await began.promise;
  const stopped = worker.stop();
  await ask('never');
  gate.resolve();
  await stopped;
  expect(done).toEqual(['slow']);
  expect([await waits('slow'), await waits('never')]).toEqual([false, true]);
});

it('lets one job that hangs hold up none of the others', async () => {
  const gate = Promise.withResolvers<void>();
  const said = Promise.withResolvers<void>();
  const { worker, ask } = await openWorker({
    hang: async () => {
      await gate.promise;
      return undefined;
    },
    say: async () => {
      said.resolve();
      return undefined;
    },
  });
  await ask('hang');
  worker.poke();
  await ask('say');
  worker.poke();
  await said.promise;
  gate.resolve();
  await worker.idle();
});

it('goes on when it was poked with both hands full', async () => {
  const gate = Promise.withResolvers<void>();
  const full = Promise.withResolvers<void>();
  let begun = 0;
  const hang = async () => {
    begun += 1;
    if (begun === 16) full.resolve();
    await gate.promise;
    return undefined;
  };
  const kinds = Array.from({ length: 17 }, (_, index) => `hang-${index}`);
  const { worker, ask, waits } = await openWorker(Object.fromEntries(kinds.map((kind) => [kind, hang])));
  for (const kind of kinds) await ask(kind);
  worker.poke();
  await full.promise;
  // The look that took the sixteenth is over in a moment; this one finds no hand free.
  await waits('hang-0');
  worker.poke();
  gate.resolve();
  await vi.waitFor(async () => expect(await waits('hang-16')).toBe(false), { timeout: 900 });
});

it('gives up after three days of trying every five minutes', async () => {
  const { worker, ask, pass, waits } = await openWorker({
    say: async () => {
      throw new Error('the platform is away');
    },
  });
  await ask('say');
  for (let tries = 0; tries < 899; tries += 1) {
    await worker.idle();
    pass(300_000);
  }
  expect(await waits('say')).toBe(true);
  await worker.idle();
  expect(await waits('say')).toBe(false);
});

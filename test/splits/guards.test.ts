import { expect, it, onTestFinished } from 'vitest';
import { UserError } from '../../src/core/problem.ts';
import { linkAccount } from '../../src/people/named.ts';
import { findLink } from '../../src/store/people.ts';
import { findSpace } from '../../src/store/spaces.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { type MemoryHouse, openMemoryHouse, originOf } from '../support/memory-house.ts';

const DAY_MS = 86_400_000;
const [ana, bo, mallory] = ['ana', 'bo', 'mallory'].map((name) => originOf('beats', name)) as [
  ReturnType<typeof originOf>,
  ReturnType<typeof originOf>,
  ReturnType<typeof originOf>,
];
const RAIN = 'split new title: "Rain" composition: @ana 1/2 composer; @bo 1/2 lyricist';

async function open(): Promise<MemoryHouse> {
  const at = await openMemoryHouse('sqlite::memory:');
  onTestFinished(async () => {
    expect(at.broken()).toEqual([]);
    await at.close();
  });
  return at;
}

const status = (at: MemoryHouse) => at.act(ana, 'split status sheet: Rain');

it('takes no bot for a party, named by its account or by its name', async () => {
  const at = await open();
  for (const who of ['<@robot>', '@robot'])
    expect(await at.act(ana, `split new title: "Rain" composition: ${who} 100% composer`)).toMatch(
      /robot is a bot|Nobody here goes by robot/,
    );
});

it('refuses a sheet on which two are called the same', async () => {
  const at = await open();
  const line = 'split new title: "Rain" composition: @ana 100% composer master: "Ana" 100% producer';
  expect(await at.act(bo, line)).toContain('More than one person goes by');
});

it('shows a sheet elsewhere only for those whom it concerns', async () => {
  const at = await open();
  await at.act(ana, RAIN);
  const elsewhere = { ...mallory, channel: 'everybody' };
  expect(await at.act(elsewhere, 'split post sheet: Rain')).toContain('Only those on Rain');
  expect(at.platform.messages('beats')).toHaveLength(1);
  await at.act({ ...bo, channel: 'everybody' }, 'split post sheet: Rain');
  expect(at.platform.messages('beats').map(({ channel }) => channel)).toEqual(['beats-room', 'everybody']);
});

it('agrees by marks that were made in time and that nobody heard of, although the deadline has passed', async () => {
  const at = await open();
  await at.act(ana, RAIN);
  at.pass(13 * DAY_MS);
  const [message] = at.platform.messages('beats');
  for (const origin of [ana, bo]) await at.react(origin, message!, '✅', false);
  at.pass(DAY_MS);
  await at.house.settled();
  expect(await status(at)).toContain('Agreed by everyone');
});

it('lapses when nobody has marked', async () => {
  const at = await open();
  await at.act(ana, RAIN);
  at.pass(14 * DAY_MS);
  await at.house.settled();
  expect(await status(at)).toContain('Lapsed');
});

it('waits for a channel that cannot be read, and not for ever', async () => {
  const at = await open();
  await at.act(ana, RAIN);
  await at.act({ ...bo, channel: 'secret' }, 'split post sheet: Rain');
  const { connection } = at.platform;
  const { reactions } = connection;
  Object.assign(connection, {
    reactions: async (message: { readonly channel: string; readonly id: string }) => {
      if (message.channel !== 'secret') return reactions(message);
      throw new UserError({
        code: 'platform.missing-permission',
        details: { permissions: ['View Channel'] },
      });
    },
  });
  await at.react(ana, at.platform.messages('beats')[0]!, '✅');
  await at.house.settled();
  // Both messages are to be looked at after an absence: one of them never can be.
  const gap = { kind: 'gap', platform: 'memory', space: 'beats', since: null } as const;
  await at.notice(gap);
  await at.react(bo, at.platform.messages('beats')[0]!, '✅');
  expect(await status(at)).toContain('2 of 2 agreed');
  for (let tries = 0; tries < 40; tries += 1) {
    at.pass(300_000);
    await at.house.settled();
  }
  expect(await status(at)).toContain('Agreed by everyone');
});

it('does not post a sheet again that was adopted, where the answer to the post was lost', async () => {
  const at = await open();
  const { connection } = at.platform;
  const { post } = connection;
  Object.assign(connection, {
    // It went through, and nobody will ever say so.
    find: async () => null,
    post: async (...args: Parameters<typeof post>) => {
      await post(...args);
      throw new Error('the answer was lost');
    },
  });
  await at.act(ana, RAIN);
  await at.react(ana, at.platform.messages('beats')[0]!, '✅');
  expect(await status(at)).toContain('1 of 2 agreed');
  for (let minutes = 0; minutes < 10; minutes += 1) {
    at.pass(60_000);
    await at.house.settled();
  }
  expect(at.platform.messages('beats')).toHaveLength(1);
});

it('gives the receipt of an agreed sheet to an account that can be reached', async () => {
  const at = await open();
  await at.act(ana, RAIN);
  const { house } = at;
  const team = (await findSpace(house.db, { platform: 'memory', platformSpaceId: 'beats' }))?.teamId ?? '';
  const link = await findLink(house.db, team, { platform: 'memory', space: 'beats', account: 'bo' });
  const person = link?.person ?? '';
  // An older account of Bo's, on a platform that is no longer connected.
  await house.db.updateTable('link').set({ seq: 900 }).where('person_id', '=', person).execute();
  await inTransaction(house.db, (db) =>
    linkAccount(house, db, team, {
      person,
      of: { platform: 'gone', space: 'old', account: 'bo-then' },
      name: 'bo',
      by: null,
    }),
  );
  await house.db.updateTable('link').set({ seq: 901 }).where('seq', '=', 900).execute();
  await at.act(ana, 'split cancel sheet: Rain');
  expect(at.platform.heard('beats')).toMatch(/Rain was cancelled[\s\S]*Rain was cancelled/);
});

import type { KyselyPlugin } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import type { Connection } from '../../src/bot/adapter.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { UserError } from '../../src/core/problem.ts';
import { planRelease } from '../../src/releases/change.ts';
import { releaseJobs } from '../../src/releases/remind.ts';
import type { Store } from '../../src/store/database.ts';
import { claimJobs, finishJob } from '../../src/store/jobs.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { plain } from '../../src/text/spans.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';
import { openRealHouse } from '../support/real-house.ts';

const AT = { platform: 'slack', space: 'T1', channel: 'C1' } as const;
const DAY_MS = 86_400_000;
/** Slack tells once more after a minute. */
const WORD_MS = 60_000;
/** Whoever hangs at the end still holds it when the next comes. */
const HELD_MS = { before: 15_000, after: 15_000, 'at the end': 10 * DAY_MS };

/** A real house with one release on 11 December, reminded of 7, 3 and 1 days before, and a room that the test can leave. */
async function openRoom(store: Store) {
  let now = OPENED_AT.getTime();
  let ids = 0;
  const posts = new Map<string, string>();
  const clock = () => new Date(now);
  const post = async (_place: unknown, reply: Reply, key: string) => {
    posts.set(key, [reply.title, ...(reply.text ?? [])].map((words) => plain(words)).join(' '));
    return { channel: AT.channel, id: key };
  };
  const find = async (_place: unknown, key: string) =>
    posts.has(key) ? { channel: AT.channel, id: key } : null;
  const silent = () => {};
  const connections = new Map<string, Connection>();
  const real = openRealHouse({
    ...{ store, commands: [], connections, now: clock },
    settings: openSettings(store.db, { languages: locales, now: clock }),
    log: { debug: silent, info: silent, warn: silent, error: silent },
  });
  onTestFinished(() => real.close());
  const space = { platform: AT.platform, platformSpaceId: AT.space, now: clock(), newId: () => `t${++ids}` };
  const { teamId: team } = await findOrCreateSpace(store.db, space);
  const asker = { ...AT, team, account: 'ana', name: 'ana', admin: false };
  await planRelease(
    { house: real.house, asker },
    (person) => ({
      ...{ title: 'Night Bus', latin: null, artist: null, day: '2026-12-11', timeZone: 'UTC' },
      ...{ territories: null, places: null, tracks: [], reminderDays: [7, 3, 1] },
      home: { ...AT, thread: null, account: 'ana', language: 'en', timeZone: 'UTC', person },
    }),
    { event: 'planned' },
  );

  return {
    /** Somebody says what is due on that day, and its answer and for a while the platform's word are lost. */
    async loseTheAnswerOn(day: string) {
      now = Date.parse(`${day}T10:00:00Z`);
      let hasWord = false;
      let count = 0;
      const lost: Connection['post'] = async (place, reply, key) => {
        count += 1;
        await post(place, reply, key);
        throw new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } });
      };
      const told: Connection['find'] = async (place, key) => (hasWord ? find(place, key) : null);
      connections.set(AT.platform, { post: lost, find: told } as Partial<Connection> as Connection);
      await real.house.settled();
      now += WORD_MS;
      await real.house.settled();
      hasWord = true;
      now += WORD_MS;
      await real.house.settled();
      connections.clear();
      return count;
    },
    /** What stands in the channel of the release: which reminders each post names as missed. */
    missed: () =>
      [...posts.values()].map((text) => /gathered here: (.+) days? before/.exec(text)?.[1] ?? 'none'),
    /** Somebody takes what is due on that day and dies over it: before the post, after it, or once it is written down. */
    async dieOn(day: string, dies: keyof typeof HELD_MS) {
      now = Date.parse(`${day}T10:00:00Z`);
      const dead = {
        post,
        find,
        ...(dies === 'at the end' ? {} : { post: dyingAt(dies) }),
      } as Partial<Connection>;
      const house = { ...real.house, connections: new Map([[AT.platform, dead as Connection]]) };
      const request = {
        platforms: ['slack'],
        now: clock(),
        leaseMs: HELD_MS[dies],
        limit: 16,
        lease: `dead ${day}`,
      };
      for (const job of await claimJobs(store.db, request)) {
        await releaseJobs(house)
          [job.kind]?.(job)
          .catch(() => {});
      }
    },
    /** What is missed by that day is found to be so by somebody else, while the newest is on its way: after so many answers of the database. */
    async overtakeOn(day: string, answers: number) {
      now = Date.parse(`${day}T10:00:00Z`);
      const alive = new Map([[AT.platform, { post, find } as Partial<Connection> as Connection]]);
      const house = { ...real.house, connections: alive };
      const request = { platforms: ['slack'], now: clock(), leaseMs: 15_000, limit: 16, lease: day };
      const jobs = await claimJobs(store.db, request);
      let left = answers;
      const overtaking: KyselyPlugin = {
        transformQuery: ({ node }) => node,
        async transformResult({ result }) {
          left -= 1;
          if (left !== 0) return result;
          for (const job of jobs.slice(0, -1)) {
            await releaseJobs(house)[job.kind]?.(job);
            await finishJob(store.db, job);
          }
          return result;
        },
      };
      const newest = jobs.at(-1)!;
      await releaseJobs({ ...house, db: store.db.withPlugin(overtaking) })[newest.kind]?.(newest);
    },
    /** Somebody is there on that day, and lives. */
    async liveOn(day: string) {
      now = Date.parse(`${day}T10:00:00Z`);
      connections.set(AT.platform, { post, find } as Partial<Connection> as Connection);
      for (let looks = 0; looks < 8; looks += 1) {
        await real.house.settled();
        now += DAY_MS / 24 / 12;
      }
      connections.clear();
    },
  };

  function dyingAt(moment: 'before' | 'after'): Connection['post'] {
    return async (place, reply, key) => {
      if (moment === 'after') await post(place, reply, key);
      throw new Error('This is where it died.');
    };
  }
}

eachDatabase(({ openFresh }) => {
  it('is not named as missed where it was said and nobody wrote that down', async () => {
    const room = await openRoom(await openFresh());
    await room.dieOn('2026-12-04', 'after');
    await room.liveOn('2026-12-08');
    expect(room.missed()).toEqual(['none', 'none']);
  });

  it('is not named as missed where it was said and written down, and the job was not finished', async () => {
    const room = await openRoom(await openFresh());
    await room.dieOn('2026-12-04', 'at the end');
    await room.liveOn('2026-12-08');
    expect(room.missed()).toEqual(['none', 'none']);
  });

  it('is named as missed once, where whoever named it died over it', async () => {
    const room = await openRoom(await openFresh());
    await room.dieOn('2026-12-08', 'after');
    await room.liveOn('2026-12-10');
    expect(room.missed()).toEqual(['the reminder 7', 'none']);
  });

  it('is said once where the answer was lost and the platform tells of it a minute later', async () => {
    const room = await openRoom(await openFresh());
    expect(await room.loseTheAnswerOn('2026-12-04')).toBe(1);
    await room.liveOn('2026-12-08');
    expect(room.missed()).toEqual(['none', 'none']);
  });

  it.each([1, 2, 3, 4])(
    'is named as missed where somebody else has just found it to be so (%i)',
    async (answers) => {
      const room = await openRoom(await openFresh());
      await room.overtakeOn('2026-12-10', answers);
      expect(room.missed()).toEqual(['the reminders 7 and 3']);
    },
  );

  it('is named as missed where somebody died before saying it', async () => {
    const room = await openRoom(await openFresh());
    await room.dieOn('2026-12-04', 'before');
    await room.dieOn('2026-12-08', 'before');
    await room.liveOn('2026-12-10');
    expect(room.missed()).toEqual(['the reminders 7 and 3']);
  });
});

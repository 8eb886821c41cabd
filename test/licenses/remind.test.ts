import { expect, it } from 'vitest';
import type { Connection } from '../../src/bot/adapter.ts';
import { UserError } from '../../src/core/problem.ts';
import { licenseJobs } from '../../src/licenses/remind.ts';
import type { Job } from '../../src/store/jobs.ts';
import { openPlace } from '../people/room.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';
import { wordsOf } from '../support/memory-platform.ts';

const FILE = { id: 'F1', name: 'contract.pdf', mediaType: 'application/pdf', sizeBytes: 15 };
const WHOLE =
  'license add sample: Rain from: Cy Ltd to: Label territory: JP begins: 2026-01-01 ends: 2026-12-31 uses: sampling exclusive: no payment: none caps: none';

type Place = Awaited<ReturnType<typeof openPlace>>;

/** A reminder that somebody has in hand, and what becomes of it at a platform that answers so. */
async function remindWith({ house, team }: Place, answers: Partial<Connection>, more: Partial<Job> = {}) {
  const [row] = await house.db
    .selectFrom('job')
    .selectAll()
    .where('kind', '=', 'license-remind')
    .orderBy('due_at')
    .execute();
  const said: string[] = [];
  const connection = {
    ...(house.connections.get('memory') as Connection),
    async post(place: { readonly channel: string }, reply: Parameters<typeof wordsOf>[0]) {
      said.push(`posted in ${place.channel}: ${wordsOf(reply)}`);
      return { channel: place.channel, id: '1' };
    },
    async direct(_space: string, account: string, reply: Parameters<typeof wordsOf>[0]) {
      said.push(`told ${account}: ${wordsOf(reply)}`);
      return { channel: 'D1', id: '1' };
    },
    find: async () => null,
    ...answers,
  };
  const now = () => new Date(row?.due_at ?? 0);
  const jobs = licenseJobs({ ...house, now, connections: new Map([['memory', connection]]) });
  const job: Job = {
    ...{ team, id: row?.id ?? '', kind: 'license-remind', key: row?.key ?? '', lease: 'x', wanted: 1 },
    payload: JSON.parse(row?.payload ?? '{}'),
    dueAt: now(),
    ...{ tries: 1, isOrphan: false, createdAt: OPENED_AT },
    ...more,
  };
  const next = await jobs['license-remind']?.(job).catch((error: unknown) => String(error));
  return { said, next };
}

async function idOf({ say }: Place): Promise<string> {
  return /l_[0-9a-f]{20}/.exec(await say('ana', 'license list'))?.[0] ?? '';
}

const refuses = (code: 'platform.no-channel' | 'platform.unreachable') => async () => {
  throw code === 'platform.no-channel'
    ? new UserError({ code, details: {} })
    : new UserError({ code, details: { platform: 'Memory' } });
};

eachDatabase(({ openFresh }) => {
  async function open(): Promise<Place> {
    const place = await openPlace(await openFresh());
    expect(await place.say('ana', WHOLE, [FILE])).toContain('is recorded');
    return place;
  }

  it('are asked for 30 and 7 days before the end and for the last day, at ten by the clocks of the team', async () => {
    const { house } = await open();
    const jobs = await house.db.selectFrom('job').selectAll().where('kind', '=', 'license-remind').execute();
    expect(jobs.map(({ due_at }) => new Date(due_at).toISOString()).sort()).toEqual([
      '2026-12-01T10:00:00.000Z',
      '2026-12-24T10:00:00.000Z',
      '2026-12-31T10:00:00.000Z',
    ]);
  });

  it('are posted where the license was recorded', async () => {
    const { said, next } = await remindWith(await open(), {});
    expect(said).toEqual([expect.stringMatching(/^posted in C1: License l_\S+ of Rain ends in 30 days/)]);
    expect(next).toBeUndefined();
  });

  it('are told to whoever recorded it, where nothing can be posted any more', async () => {
    const { said } = await remindWith(await open(), { post: refuses('platform.no-channel') });
    expect(said).toEqual([expect.stringMatching(/^told ana: License l_\S+ of Rain ends in 30 days/)]);
  });

  it('are tried again while the platform is away, later than it would tell of a post that went through', async () => {
    const { said, next } = await remindWith(await open(), { post: refuses('platform.unreachable') });
    expect(said).toEqual([]);
    expect(next).toBeInstanceOf(Date);
  });

  it('are not posted again where somebody before has posted them, and wait where nobody knows', async () => {
    const place = await open();
    const found = { find: async () => ({ channel: 'C1', id: '9' }) };
    expect(await remindWith(place, found, { tries: 2, isOrphan: true })).toEqual({
      said: [],
      next: undefined,
    });
    const unknown = await remindWith(place, {}, { tries: 2, isOrphan: true });
    expect(unknown.said).toEqual([]);
    expect(unknown.next).toBeInstanceOf(Date);
  });

  it('say nothing of what is not so any more', async () => {
    const place = await open();
    const job = { payload: { license: 'l_none', what: 'end', day: '2026-12-31', daysBefore: 30 } };
    expect((await remindWith(place, {}, job)).said).toEqual([]);
    // Of a day that it had before.
    const old = { payload: { ...job.payload, license: await idOf(place), day: '2026-12-30' } };
    expect((await remindWith(place, {}, old)).said).toEqual([]);
    await place.house.db.updateTable('job').set({ state: 'waiting' }).execute();
    await place.say('ana', 'license end Rain date: 2026-12-15');
    expect((await remindWith(place, {})).said).toEqual([]);
  });
});

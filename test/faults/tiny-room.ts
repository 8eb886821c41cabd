import { onTestFinished } from 'vitest';
import type { Connection, PlatformEvent } from '../../src/bot/adapter.ts';
import type { ShareText } from '../../src/core/ledger/entry-types.ts';
import { UserError } from '../../src/core/problem.ts';
import type { DraftLine } from '../../src/splits/everyone.ts';
import { propose } from '../../src/splits/propose.ts';
import type { Store } from '../../src/store/database.ts';
import { claimJobs } from '../../src/store/jobs.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { locales } from '../../src/text/locale.ts';
import { translator } from '../../src/text/translate.ts';
import { OPENED_AT } from '../support/each-database.ts';
import { openRealHouse } from '../support/real-house.ts';
import { readLedger } from './ledger.ts';

const AT = { platform: 'slack', space: 'T1', channel: 'C1' } as const;

type Shown = { readonly key: string; readonly reactions: Map<string, Set<string>>; isDeleted: boolean };

/**
 * A real house with one sheet of Ana and Bo, and a platform of which the test says what stands there, what is told and
 * what is not. Seconds are those of the house's clock.
 */
export async function openTinyRoom(store: Store) {
  let now = OPENED_AT.getTime();
  let ids = 0;
  const posts = new Map<string, Shown>();
  const troubles: UserError[] = [];
  let finds = true;
  const clock = () => new Date(now);
  const connection = {
    async post(_place, _reply, key) {
      return add(key);
    },
    edit: async () => {},
    direct: async () => ({ channel: 'D1', id: `d${++ids}` }),
    async reactions({ id }) {
      const trouble = troubles.shift();
      if (trouble) throw trouble;
      const shown = posts.get(id);
      if (shown === undefined || shown.isDeleted)
        throw new UserError({ code: 'platform.no-channel', details: {} });
      return [...shown.reactions].map(([emoji, accounts]) => ({ emoji, accounts: [...accounts] }));
    },
    hint: async () => {},
    async find(_place, key) {
      const found = finds ? [...posts].find(([, shown]) => shown.key === key) : undefined;
      return found === undefined ? null : { channel: AT.channel, id: found[0] };
    },
    missingPermissions: async () => [],
    account: async (_space, id) => ({ id, name: id, locale: null, timeZone: null, bot: false, admin: null }),
    accountsNamed: async () => [],
    ownText: async () => null,
    download: async () => {
      throw new Error('There are no files.');
    },
    diagnose: async () => [],
    whyNotReady: () => null,
    stop: async () => {},
  } satisfies Connection;

  function add(key: string) {
    const id = `${Math.floor(now / 1000)}.${String(++ids).padStart(6, '0')}`;
    posts.set(id, { key, reactions: new Map(), isDeleted: false });
    return { channel: AT.channel, id };
  }

  const connections = new Map<string, Connection>();
  const silent = () => {};
  const real = openRealHouse({
    store,
    commands: [],
    settings: openSettings(store.db, { languages: locales, now: clock }),
    connections,
    log: { debug: silent, info: silent, warn: silent, error: silent },
    now: clock,
  });
  onTestFinished(() => real.close());
  const space = { platform: AT.platform, platformSpaceId: AT.space, now: clock(), newId: () => `t${++ids}` };
  const { teamId: team } = await findOrCreateSpace(store.db, space);
  const line = (account: string, number: number): DraftLine => ({
    who: { kind: 'account', account, name: account },
    share: '1/2' as ShareText,
    roles: ['composer'],
    publisher: null,
    actsFor: { kind: 'self' },
    line: number,
  });
  const composition = [line('ana', 1), line('bo', 2)];
  const content = { title: 'Night Bus', versionKind: 'original', samples: 'none', ai: 'none' } as const;
  await propose(real.house, {
    draft: { ...content, layers: { composition }, more: {} },
    sheet: null,
    asker: { ...AT, team, account: 'ana', name: 'ana', admin: false },
    days: 14,
    speaker: { t: translator('en', 'UTC'), locale: 'en', timeZone: 'UTC' },
  });

  /** The only post; a test that expects another has its own look. */
  const first = () => [...posts.keys()][0]!;
  /** When it happened, as Slack writes it. */
  const stamp = () => `${Math.floor(now / 1000)}.${String(now % 1000).padStart(3, '0')}000`;
  const event = (act: 'added' | 'removed', account: string, emoji: string): PlatformEvent => ({
    kind: 'reaction',
    origin: { ...AT, account },
    message: { channel: AT.channel, id: first() },
    act,
    emoji,
    platformTime: stamp(),
    ours: true,
    raw: '{}',
  });
  function put(act: 'added' | 'removed', account: string, emoji: string): PlatformEvent {
    const { reactions } = posts.get(first())!;
    const accounts = reactions.get(emoji) ?? new Set();
    if (act === 'added') accounts.add(account);
    else accounts.delete(account);
    reactions.set(emoji, accounts);
    return event(act, account, emoji);
  }
  const entries = async () =>
    store.db
      .selectFrom('entry')
      .leftJoin('sealed', (join) =>
        join.onRef('sealed.team_id', '=', 'entry.team_id').onRef('sealed.seq', '=', 'entry.seq'),
      )
      .select(['entry.seq', 'entry.text', 'sealed.text as sealed'])
      .orderBy('entry.seq')
      .execute();

  return {
    house: real.house,
    team,
    posts,
    /** Only then is anything posted or looked at. */
    async connect() {
      connections.set(AT.platform, connection);
      await real.house.settled();
    },
    settled: real.house.settled,
    /** Somebody does something, and nobody is told. The event, should it come after all. */
    unheard: put,
    /** Somebody does something, and it is told at once. */
    hear: async (...deed: Parameters<typeof put>) => real.listen(put(...deed)),
    tell: real.listen,
    /** Told as if it had happened now. */
    claim: async (...deed: Parameters<typeof event>) => real.listen(event(...deed)),
    gap: () => real.listen({ kind: 'gap', platform: AT.platform, space: null, since: null }),
    cleared: () =>
      real.listen({ ...AT, kind: 'message-changed', message: { channel: AT.channel, id: first() } }),
    /** The next look finds nobody there. */
    breakLook: () =>
      void troubles.push(new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } })),
    deletePost: () => {
      posts.get(first())!.isDeleted = true;
    },
    /** Whether the platform tells of posts by their keys. */
    setFinds: (value: boolean) => {
      finds = value;
    },
    /** Somebody takes what is due, posts it, and is gone. */
    async postAndDie() {
      const request = { platforms: ['slack'], now: clock(), leaseMs: 15_000, limit: 16, lease: 'dead' };
      for (const job of await claimJobs(store.db, request)) if (job.kind === 'post') add(job.id);
    },
    /** Lets time go by, and whatever is due then happen. */
    async pass(ms: number) {
      now += ms;
      await real.house.settled();
    },
    /** The marks and what came of them, as `ana +approve live`. */
    async story(): Promise<readonly string[]> {
      const rows = await entries();
      const people = new Map([...readLedger(rows).people].map(([account, person]) => [person, account]));
      return rows.flatMap(({ text }) => {
        const { type, data } = JSON.parse(text) as { type: string; data: Readonly<Record<string, string>> };
        if (type === 'mark') {
          const sign = data.act === 'added' ? '+' : '-';
          return [`${people.get(data.party ?? '')} ${sign}${data.mark} ${data.seen}`];
        }
        return /^(?:sheet\.completed|message\.gone)$/.test(type) ? [type] : [];
      });
    },
  };
}

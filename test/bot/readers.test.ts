import { describe, expect, it } from 'vitest';
import type { Account, Connection, Origin } from '../../src/bot/adapter.ts';
import type { Choices, Settings } from '../../src/bot/command.ts';
import { createReaders, type ReaderParts } from '../../src/bot/readers.ts';
import { plain } from '../../src/text/spans.ts';

const bo: Origin = { platform: 'slack', space: 'T1', channel: 'C1', account: 'U2' };
const profile: Account = {
  id: 'U2',
  name: 'Bo',
  locale: 'zh-TW',
  timeZone: 'Asia/Taipei',
  bot: false,
  admin: true,
};

type World = {
  readonly own: Choices;
  readonly team: Choices;
  readonly profile: () => Promise<Account>;
  readonly openTeam: ReaderParts['openTeam'];
};

/** Readers in a world that can be changed while the test goes on. */
function openReaders(change: Partial<World> = {}) {
  const world = {
    own: {},
    team: {},
    profile: async () => profile,
    openTeam: async (_platform: string, space: string) => `team-${space}`,
    ...change,
  } as { -readonly [Name in keyof World]: World[Name] };
  const asked: string[] = [];
  const warned: string[] = [];
  let now = Date.UTC(2026, 10, 26, 12);
  const connection: Pick<Connection, 'account'> = {
    account(space, id) {
      asked.push(`${space} ${id}`);
      return world.profile();
    },
  };
  const settings: Pick<Settings, 'ofAccount' | 'ofTeam'> = {
    ofAccount: async () => world.own,
    ofTeam: async () => world.team,
  };
  const silent = () => {};
  const readers = createReaders({
    connections: new Map([['slack', connection as Connection]]),
    settings: settings as Settings,
    log: { debug: silent, info: silent, error: silent, warn: (_facts, message) => void warned.push(message) },
    now: () => new Date(now),
    openTeam: (platform, space, name) => world.openTeam(platform, space, name),
  });
  const wait = (ms: number) => {
    now += ms;
  };
  return { readers, world, asked, warned, wait };
}

const german: Account = { ...profile, locale: 'de-DE', timeZone: null, admin: null };

describe('the language of a reader', () => {
  it.each<[string, Partial<World>, Partial<Origin>, string]>([
    ['own choice', { own: { language: 'en' }, team: { language: 'zh-Hant' } }, { locale: 'zh-TW' }, 'en'],
    ['word of the event', { team: { language: 'en' } }, { locale: 'zh-TW' }, 'zh-Hant'],
    ['word of the profile', { team: { language: 'en' } }, {}, 'zh-Hant'],
    [
      'choice of the team, where the platform names none of ours',
      { team: { language: 'zh-Hant' }, profile: async () => german },
      {},
      'zh-Hant',
    ],
    ['English, where nobody said anything', { profile: async () => german }, {}, 'en'],
  ])('is the %s', async (_whose, world, origin, locale) => {
    const { readers } = openReaders(world);
    expect((await readers.read({ ...bo, ...origin })).locale).toBe(locale);
  });

  it('is the one last spoken with them, where words have to leave at once', async () => {
    const { readers } = openReaders({ own: { language: 'zh-Hant' } });
    const origin = { ...bo, locale: 'en-US' };
    const saved = () => plain(readers.guess(origin)('Saved'));
    expect(saved()).toBe('Saved');
    await readers.read(origin);
    expect(saved()).toBe('已儲存');
  });

  it('is English at once for somebody of whom nothing is known', () => {
    const { readers, asked } = openReaders();
    expect(plain(readers.guess(bo)('Saved'))).toBe('Saved');
    expect(plain(readers.guess({ ...bo, locale: 'zh-TW' })('Saved'))).toBe('已儲存');
    expect(asked).toEqual([]);
  });
});

describe('the time zone of a reader', () => {
  it.each<[string, Partial<World>, Partial<Origin>, string]>([
    ['own choice', { own: { timeZone: 'Europe/Berlin' } }, { timeZone: 'Asia/Tokyo' }, 'Europe/Berlin'],
    ['word of the event', {}, { timeZone: 'Asia/Tokyo' }, 'Asia/Tokyo'],
    ['word of the profile', { team: { timeZone: 'Europe/Berlin' } }, {}, 'Asia/Taipei'],
    [
      'choice of the team',
      { team: { timeZone: 'Europe/Berlin' }, profile: async () => german },
      {},
      'Europe/Berlin',
    ],
    ['universal one, where nobody said anything', { profile: async () => german }, {}, 'UTC'],
    [
      'next one, where a platform names one that does not exist',
      {},
      { timeZone: 'Mars/Olympus' },
      'Asia/Taipei',
    ],
  ])('is the %s', async (_whose, world, origin, timeZone) => {
    const { readers } = openReaders(world);
    const reader = await readers.read({ ...bo, locale: 'en', ...origin });
    expect(reader.timeZone).toBe(timeZone);
    const now = new Date(Date.UTC(2026, 10, 26, 12));
    const clock = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' });
    expect(plain(reader.t('{now, time, short}', { now }))).toBe(clock.format(now));
  });
});

describe('the profile of a reader', () => {
  it('is asked of the platform once, and again after ten minutes', async () => {
    const { readers, asked, wait } = openReaders();
    await readers.read(bo);
    wait(10 * 60_000 - 1);
    await readers.read(bo);
    expect(asked).toEqual(['T1 U2']);
    wait(1);
    await readers.read(bo);
    expect(asked).toEqual(['T1 U2', 'T1 U2']);
  });

  it('is one for each account in each space', async () => {
    const { readers, asked } = openReaders();
    for (const origin of [bo, { ...bo, account: 'U3' }, { ...bo, space: 'T2' }, bo])
      await readers.read(origin);
    expect(asked).toEqual(['T1 U2', 'T1 U3', 'T2 U2']);
  });

  it('is not asked for where the event says all of it', async () => {
    const { readers, asked } = openReaders();
    const { asker } = await readers.read({ ...bo, name: 'Ana', locale: 'en-US', admin: false, thread: '7' });
    expect(asked).toEqual([]);
    expect(asker).toEqual({
      platform: 'slack',
      team: 'team-T1',
      space: 'T1',
      channel: 'C1',
      thread: '7',
      account: 'U2',
      name: 'Ana',
      admin: false,
    });
  });

  it('fills in what the event left out', async () => {
    const { readers } = openReaders();
    expect((await readers.read(bo)).asker).toMatchObject({ name: 'Bo', admin: true });
    expect((await readers.read({ ...bo, name: 'Bobo', admin: false })).asker).toMatchObject({
      name: 'Bobo',
      admin: false,
    });
  });

  it('may be missing: people are served, without rights, and the platform is left alone for half a minute', async () => {
    const { readers, world, asked, warned, wait } = openReaders({
      profile: async () => {
        throw new Error('ratelimited');
      },
    });
    expect((await readers.read(bo)).asker).toMatchObject({ name: 'U2', admin: null });
    expect(warned).toEqual(['a profile could not be read']);
    world.profile = async () => profile;
    wait(29_999);
    expect((await readers.read(bo)).asker).toMatchObject({ name: 'U2' });
    wait(1);
    expect((await readers.read(bo)).asker).toMatchObject({ name: 'Bo' });
    expect(asked).toHaveLength(2);
  });

  it('gives no rights where the platform does not tell', async () => {
    const { readers } = openReaders({ profile: async () => german });
    expect((await readers.read(bo)).asker.admin).toBeNull();
  });

  it('is served on a platform that is not connected', async () => {
    const { readers } = openReaders();
    expect((await readers.read({ ...bo, platform: 'discord' })).asker).toMatchObject({
      name: 'U2',
      admin: null,
    });
  });
});

describe('the team of a reader', () => {
  it('is looked up once for each space, under the name of the space', async () => {
    const opened: string[] = [];
    const { readers } = openReaders({
      openTeam: async (platform, space, name) => {
        opened.push(`${platform} ${space} ${name}`);
        return `team-${space}`;
      },
    });
    await readers.read({ ...bo, spaceName: 'Beats' });
    await readers.read(bo);
    await readers.read({ ...bo, space: 'T2' });
    expect(opened).toEqual(['slack T1 Beats', 'slack T2 null']);
  });

  it('ends the answer when it cannot be looked up, and is looked up again the next time', async () => {
    const { readers, world } = openReaders({
      openTeam: async () => {
        throw new Error('database is away');
      },
    });
    await expect(readers.read(bo)).rejects.toThrow('database is away');
    world.openTeam = async () => 'team-T1';
    expect((await readers.read(bo)).asker.team).toBe('team-T1');
  });
});

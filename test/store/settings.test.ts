import { expect, it } from 'vitest';
import { openKeyv } from '../../src/store/keyv.ts';
import { openSettings } from '../../src/store/settings.ts';
import { findOrCreateSpace, type Space } from '../../src/store/spaces.ts';
import type { Db } from '../../src/store/tables.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const now = () => OPENED_AT;

eachDatabase(({ freshUrl, open, openFresh }) => {
  it('knows no choice before one was made', async () => {
    const { db } = await openFresh();
    expect(await settings(db).ofTeam('nobody')).toEqual({});
    expect(await settings(db).ofAccount('slack', 'T0', 'U0')).toEqual({});
    await openSpace(db, 'T1');
    expect(await settings(db).ofAccount('slack', 'T1', 'U1')).toEqual({});
  });

  it('keeps the choices of a team and of an account, over a restart too', async () => {
    const url = await freshUrl();
    const before = await open(url);
    const { teamId } = await openSpace(before.db, 'T1');
    await settings(before.db).saveTeam(teamId, { language: 'zh-Hant', timeZone: 'Asia/Taipei' });
    await settings(before.db).saveAccount('slack', 'T1', 'U1', { language: 'en' });
    await before.close();
    const { db } = await open(url);
    expect(await settings(db).ofTeam(teamId)).toEqual({ language: 'zh-Hant', timeZone: 'Asia/Taipei' });
    expect(await settings(db).ofAccount('slack', 'T1', 'U1')).toEqual({ language: 'en' });
  });

  it('changes what is given and leaves the rest, also when two people change at once', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    await settings(db).saveTeam(teamId, { language: 'en', timeZone: 'UTC' });
    await settings(db).saveTeam(teamId, {});
    expect(await settings(db).ofTeam(teamId)).toEqual({ language: 'en', timeZone: 'UTC' });
    await Promise.all([
      settings(db).saveTeam(teamId, { language: 'zh-Hant' }),
      settings(db).saveTeam(teamId, { timeZone: 'Europe/Berlin' }),
    ]);
    expect(await settings(db).ofTeam(teamId)).toEqual({ language: 'zh-Hant', timeZone: 'Europe/Berlin' });
  });

  it('takes a choice back and leaves the others', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    await settings(db).saveTeam(teamId, { language: 'en', timeZone: 'UTC' });
    await settings(db).saveAccount('slack', 'T1', 'U1', { language: 'en', timeZone: 'Asia/Taipei' });
    await settings(db).saveTeam(teamId, { language: null });
    await settings(db).saveAccount('slack', 'T1', 'U1', { timeZone: null, language: 'zh-Hant' });
    expect(await settings(db).ofTeam(teamId)).toEqual({ timeZone: 'UTC' });
    expect(await settings(db).ofAccount('slack', 'T1', 'U1')).toEqual({ language: 'zh-Hant' });
    await settings(db).saveTeam(teamId, { language: null, timeZone: null });
    expect(await settings(db).ofTeam(teamId)).toEqual({});
  });

  it('holds teams and accounts apart', async () => {
    const { db } = await openFresh();
    const [first, second] = [await openSpace(db, 'T1'), await openSpace(db, 'T2')];
    await settings(db).saveTeam(first.teamId, { language: 'en' });
    await settings(db).saveAccount('slack', 'T1', 'U1', { language: 'zh-Hant' });
    expect(await settings(db).ofTeam(second.teamId)).toEqual({});
    expect(await settings(db).ofAccount('slack', 'T2', 'U1')).toEqual({});
    expect(await settings(db).ofAccount('slack', 'T1', 'U2')).toEqual({});
    expect(await settings(db).ofAccount('slack', 'T1', 'U1","x')).toEqual({});
  });

  it('holds at once where it was saved, and within 10 seconds in every other process', async () => {
    const url = await freshUrl();
    const [here, there] = [await open(url), await open(url)];
    const { teamId } = await openSpace(here.db, 'T1');
    let timeMs = 0;
    const clock = () => new Date(timeMs);
    const ours = openSettings(here.db, { languages: ['en', 'zh-Hant'], now: clock });
    const theirs = openSettings(there.db, { languages: ['en', 'zh-Hant'], now: clock });
    expect(await theirs.ofTeam(teamId)).toEqual({});
    expect(await theirs.ofAccount('slack', 'T1', 'U1')).toEqual({});
    await ours.saveTeam(teamId, { language: 'zh-Hant' });
    await ours.saveAccount('slack', 'T1', 'U1', { language: 'en' });
    expect(await ours.ofTeam(teamId)).toEqual({ language: 'zh-Hant' });
    expect(await ours.ofAccount('slack', 'T1', 'U1')).toEqual({ language: 'en' });
    timeMs = 9_999;
    expect(await theirs.ofTeam(teamId)).toEqual({});
    timeMs = 10_000;
    expect(await theirs.ofTeam(teamId)).toEqual({ language: 'zh-Hant' });
    expect(await theirs.ofAccount('slack', 'T1', 'U1')).toEqual({ language: 'en' });
  });

  it('does not keep what was read while somebody saved', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    const saved = settings(db);
    await Promise.all([
      saved.ofTeam(teamId),
      saved.saveTeam(teamId, { language: 'zh-Hant' }),
      saved.ofTeam(teamId),
    ]);
    expect(await saved.ofTeam(teamId)).toEqual({ language: 'zh-Hant' });
  });

  it('refuses what it does not know, and keeps nothing of it', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    const saved = settings(db);
    await expect(saved.saveTeam(teamId, { language: 'tlh' as 'en' })).rejects.toThrow();
    await expect(saved.saveTeam(teamId, { language: 'en', timeZone: 'Mars/Olympus' })).rejects.toThrow();
    await expect(saved.saveAccount('slack', 'T1', 'U1', { timeZone: '+08:00' })).rejects.toThrow();
    expect(await saved.ofTeam(teamId)).toEqual({});
  });

  it('asks the database once for what many want to know at the same time', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    let queries = 0;
    const counted = db.withPlugin({
      transformQuery: ({ node }) => {
        queries += 1;
        return node;
      },
      transformResult: async ({ result }) => result,
    });
    const chosen = settings(counted);
    await chosen.ofTeam(teamId);
    const forOne = queries;
    const others = settings(counted);
    queries = 0;
    await Promise.all(Array.from({ length: 50 }, () => others.ofTeam(teamId)));
    expect(queries).toBe(forOne);
    expect(forOne).toBeGreaterThan(0);
  });

  it('gives nobody an answer from before a choice that was saved', async () => {
    const { db } = await openFresh();
    const { teamId } = await openSpace(db, 'T1');
    const chosen = settings(db);
    const before = chosen.ofTeam(teamId);
    await chosen.saveTeam(teamId, { language: 'zh-Hant' });
    expect(await chosen.ofTeam(teamId)).toEqual({ language: 'zh-Hant' });
    await before;
    expect(await chosen.ofTeam(teamId)).toEqual({ language: 'zh-Hant' });
  });

  it('does not save for an account in a space that nobody opened', async () => {
    const { db } = await openFresh();
    await expect(settings(db).saveAccount('slack', 'T9', 'U1', { language: 'en' })).rejects.toThrow(
      'need its space',
    );
  });

  it('takes a choice that it no longer knows for none', async () => {
    const { db } = await openFresh();
    const values = openKeyv<string>(db, { teamId: 'team', namespace: 'settings', now });
    await values.set('team:language', 'tlh');
    await values.set('team:timeZone', 'UTC');
    expect(await settings(db).ofTeam('team')).toEqual({ timeZone: 'UTC' });
  });
});

function settings(db: Db) {
  return openSettings(db, { languages: ['en', 'zh-Hant'], now });
}

function openSpace(db: Db, platformSpaceId: string): Promise<Space> {
  return findOrCreateSpace(db, {
    platform: 'slack',
    platformSpaceId,
    now: OPENED_AT,
    newId: () => crypto.randomUUID(),
  });
}

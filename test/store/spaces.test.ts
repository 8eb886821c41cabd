import { expect, it } from 'vitest';
import { findOrCreateAccount } from '../../src/store/accounts.ts';
import type { Store } from '../../src/store/database.ts';
import { findOrCreateSpace, findSpace, type Space } from '../../src/store/spaces.ts';
import { eachDatabase, OPENED_AT as now } from '../support/each-database.ts';

let ids = 0;
const newId = () => `id-${++ids}`;

function openSpace({ db }: Store, platformSpaceId: string, name?: string): Promise<Space> {
  return findOrCreateSpace(db, {
    platform: 'slack',
    platformSpaceId,
    now,
    newId,
    ...(name !== undefined && { name }),
  });
}

eachDatabase(({ freshUrl, open, openFresh }) => {
  it('creates a space with a team of its own, and finds both again', async () => {
    const store = await openFresh();
    const first = await openSpace(store, 'T1', 'Beats');
    expect(first.name).toBe('Beats');
    expect(await openSpace(store, 'T1', 'Beats')).toEqual(first);
    expect(await findSpace(store.db, { platform: 'slack', platformSpaceId: 'T1' })).toEqual(first);
    const second = await openSpace(store, 'T2', 'Beats');
    expect(second.id).not.toBe(first.id);
    expect(second.teamId).not.toBe(first.teamId);
  });

  it('tells the same id on two platforms apart', async () => {
    const { db } = await openFresh();
    const slack = await findOrCreateSpace(db, { platform: 'slack', platformSpaceId: '1', now, newId });
    const discord = await findOrCreateSpace(db, { platform: 'discord', platformSpaceId: '1', now, newId });
    expect(discord.id).not.toBe(slack.id);
  });

  it('does not know a space that was never opened', async () => {
    const { db } = await openFresh();
    expect(await findSpace(db, { platform: 'slack', platformSpaceId: 'T1' })).toBeUndefined();
  });

  it('follows a new name, and keeps the old one when none is said', async () => {
    const store = await openFresh();
    expect((await openSpace(store, 'T1')).name).toBeNull();
    expect((await openSpace(store, 'T1', 'Beats')).name).toBe('Beats');
    expect((await openSpace(store, 'T1', 'Night Bus')).name).toBe('Night Bus');
    expect((await openSpace(store, 'T1')).name).toBe('Night Bus');
    expect((await openSpace(store, 'T2', 'Other')).name).toBe('Other');
    expect((await openSpace(store, 'T1')).name).toBe('Night Bus');
  });

  it('creates one space and one team when connections race', async () => {
    const url = await freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const spaces = await Promise.all([...stores, ...stores].map((store) => openSpace(store, 'T1', 'Beats')));
    expect(new Set(spaces.map(({ id, teamId }) => `${id} ${teamId}`)).size).toBe(1);
    expect(await stores[0].db.selectFrom('team').select('id').execute()).toEqual([{ id: spaces[0]?.teamId }]);
  });

  it('creates one account when connections race', async () => {
    const url = await freshUrl();
    const stores = await Promise.all([open(url), open(url), open(url)]);
    const space = await openSpace(stores[0], 'T1');
    const accounts = await Promise.all(
      [...stores, ...stores].map(({ db }) =>
        findOrCreateAccount(db, { space, platformAccountId: 'U1', now, newId }),
      ),
    );
    expect(new Set(accounts.map(({ id }) => id)).size).toBe(1);
  });

  it('keeps the ids of accounts as text, digit for digit', async () => {
    const store = await openFresh();
    const space = await openSpace(store, '00123');
    const find = (platformAccountId: string) =>
      findOrCreateAccount(store.db, { space, platformAccountId, now, newId });
    const ids = await Promise.all(
      ['007', '7', '1700000000.200000', '1700000000.2', '9007199254740993', '9007199254740992'].map(find),
    );
    expect(new Set(ids.map(({ id }) => id)).size).toBe(6);
    expect((await find('007')).id).toBe(ids[0]?.id);
  });

  it('follows the display name of an account, and keeps it when none is said', async () => {
    const store = await openFresh();
    const space = await openSpace(store, 'T1');
    const request = { space, platformAccountId: 'U1', now, newId };
    expect((await findOrCreateAccount(store.db, request)).displayName).toBeNull();
    expect((await findOrCreateAccount(store.db, { ...request, displayName: 'Ana' })).displayName).toBe('Ana');
    expect((await findOrCreateAccount(store.db, request)).displayName).toBe('Ana');
  });

  it('keeps names that a database cannot hold as near as it can, and the same on the next visit', async () => {
    const store = await openFresh();
    const space = await openSpace(store, 'T1', 'Be\0ats \ud83d');
    expect(space.name).toBe('Beats \ufffd');
    expect(await openSpace(store, 'T1', 'Be\0ats \ud83d')).toEqual(space);
    const request = { space, platformAccountId: 'U1', now, newId, displayName: '\0An\ud83da' };
    const account = await findOrCreateAccount(store.db, request);
    expect(account.displayName).toBe('An\ufffda');
    expect(await findOrCreateAccount(store.db, request)).toEqual(account);
  });

  it('refuses an account in a space of another team', async () => {
    const store = await openFresh();
    const [ours, theirs] = [await openSpace(store, 'T1'), await openSpace(store, 'T2')];
    const mixed = { id: ours.id, teamId: theirs.teamId };
    const attempt = findOrCreateAccount(store.db, { space: mixed, platformAccountId: 'U1', now, newId });
    await expect(attempt).rejects.toThrow(/foreign key/i);
  });

  it('does not find an account for another team', async () => {
    const store = await openFresh();
    const [ours, theirs] = [await openSpace(store, 'T1'), await openSpace(store, 'T2')];
    await findOrCreateAccount(store.db, { space: ours, platformAccountId: 'U1', now, newId });
    const mixed = { id: ours.id, teamId: theirs.teamId };
    const attempt = findOrCreateAccount(store.db, { space: mixed, platformAccountId: 'U1', now, newId });
    await expect(attempt).rejects.toThrow('The space of an account belongs to another team.');
  });
});

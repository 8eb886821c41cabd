import { expect, it } from 'vitest';
import type { Context } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { UserError } from '../../src/core/problem.ts';
import { askLink, askUnlink, confirmedLink } from '../../src/people/link.ts';
import { askerPerson } from '../../src/people/named.ts';
import { createPerson, linksOf } from '../../src/store/people.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { plain } from '../../src/text/spans.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';
import { openPlaces } from './house.ts';

const nobodyHears = async (): Promise<void> => {};
const confirm = (code: string, context: Context) => confirmedLink(code, context, nobodyHears);

async function codeIn(reply: Promise<Reply>): Promise<string> {
  return /[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/.exec(plain((await reply).title))?.[0] ?? 'no code';
}

/** What became of each of several who did something at once: the code of a refusal, or `done`. */
async function outcomes(doing: readonly Promise<unknown>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(doing);
  const said = settled.map((one) => {
    if (one.status === 'fulfilled') return 'done';
    if (one.reason instanceof UserError) return one.reason.problem.code;
    throw one.reason;
  });
  return said.sort();
}

eachDatabase(({ openFresh }) => {
  it('links one account by one code, also when two confirm it at once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const ana = await asking('ANA');
    const code = await codeIn(askLink({ for: 'me' }, ana));
    const others = await Promise.all(['BO', 'CY', 'DEE'].map((account) => asking(account)));
    const said = await outcomes(others.map((context) => confirm(code, context)));
    expect(said).toEqual(['done', 'person.code', 'person.code']);
    const own = await inTransaction(house.db, (db) => askerPerson(house, db, ana.asker));
    expect(await linksOf(house.db, ana.asker.team, [own.person])).toHaveLength(2);
  });

  it('gives a party without an account one account, also by two codes at once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const ana = await asking('ANA');
    const { team } = ana.asker;
    await createPerson(house.db, team, { id: 'p_cy', displayName: 'Cy Ltd', now: OPENED_AT });
    const first = await codeIn(askLink({ for: 'me', person: '"Cy Ltd"' }, ana));
    const second = await codeIn(askLink({ for: 'me', person: 'cy ltd' }, ana));
    const late = await codeIn(askLink({ for: 'me', person: 'Cy Ltd' }, ana));
    const [cy, bo] = await Promise.all([asking('CY'), asking('BO')]);
    const said = await outcomes([confirm(first, cy), confirm(second, bo)]);
    expect(said[0]).toBe('done');
    expect(['person.code', 'person.has-account']).toContain(said[1]);
    expect(await outcomes([confirm(late, await asking('DEE'))])).toEqual(['person.code']);
    expect(await linksOf(house.db, team, ['p_cy'])).toHaveLength(1);
  });

  it('lets nobody who asked for the code of somebody else become them from another account', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const ana = await asking('ANA');
    const { team } = ana.asker;
    const second = await asking('ANA2');
    await confirm(await codeIn(askLink({ for: 'me' }, ana)), second);
    await createPerson(house.db, team, { id: 'p_cy', displayName: 'Cy Ltd', now: OPENED_AT });
    const code = await codeIn(askLink({ for: 'me', person: 'Cy Ltd' }, ana));
    expect(await outcomes([confirm(code, second), askLink({ for: 'me', code }, second)])).toEqual([
      'person.code-own',
      'person.code-own',
    ]);
    // Refused, the code is still good for whoever it is meant for.
    expect(await outcomes([confirm(code, await asking('CY'))])).toEqual(['done']);
  });

  it('takes no code of an account that is no longer of the person who asked', async () => {
    const { asking } = openPlaces(await openFresh());
    const ana = await asking('ANA');
    const code = await codeIn(askLink({ for: 'me' }, ana));
    await askUnlink(ana);
    expect(await outcomes([confirm(code, await asking('BO'))])).toEqual(['person.code']);
  });

  it('writes down in the ledger of the team which place joined it, and takes each code once', async () => {
    const { asking, house, teamOf } = openPlaces(await openFresh());
    const ana = await asking('ANA');
    const code = await codeIn(askLink({ for: 'team' }, ana));
    const there = await asking('BO', { space: 'T2' });
    expect(await outcomes([confirm(code, await asking('EVE', { space: 'T2', admin: false }))])).toEqual([
      'permission.admin',
    ]);
    const also = await asking('CY', { space: 'T3' });
    expect(await outcomes([confirm(code, there), confirm(code, also)])).toEqual(['done', 'person.code']);
    expect(new Set(await Promise.all(['T1', 'T2', 'T3'].map(teamOf))).size).toBe(2);
    const joined = (await house.evidence.chain(house.db, ana.asker.team, 'team')).filter(
      ({ entry }) => entry.type === 'admin.space_joined',
    );
    const own = await inTransaction(house.db, (db) => askerPerson(house, db, ana.asker));
    expect(joined.map(({ entry }) => entry.data)).toEqual([
      { platform: 'slack', space: expect.stringMatching(/^T[23]$/), by: own.person },
    ]);
  });

  it('joins no direct message to a team, and no team to a direct message', async () => {
    const { asking } = openPlaces(await openFresh());
    const alone = await asking('BO', { space: 'user-BO' });
    const code = await codeIn(askLink({ for: 'team' }, await asking('ANA')));
    const refused = [
      askLink({ for: 'team' }, alone),
      askLink({ for: 'me', code }, alone),
      confirm(code, alone),
    ];
    expect(await outcomes(refused)).toEqual(['person.dm-space', 'person.dm-space', 'person.dm-space']);
  });
});

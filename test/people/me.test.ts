import { expect, it } from 'vitest';
import { UserError } from '../../src/core/problem.ts';
import { profile } from '../../src/people/me.ts';
import { peopleSubcommands } from '../../src/people/subcommands.ts';
import { listPeople } from '../../src/store/people.ts';
import { eachDatabase } from '../support/each-database.ts';
import { openPlaces } from './house.ts';

const named = (name: string) => expect.objectContaining({ displayName: name });

eachDatabase(({ openFresh }) => {
  it('gives nobody a name that could be taken for somebody else’s', async () => {
    const { asking } = openPlaces(await openFresh());
    const [ana, eve] = await Promise.all([asking('ANA'), asking('EVE')]);
    await profile({ name: 'Ana Lin' }, ana);
    for (const name of ['Ana Lin', 'ana  lin', 'ＡＮＡ Lin', 'An\u200ba Lin']) {
      await expect(profile({ name }, eve)).rejects.toMatchObject({
        problem: { code: 'person.name-taken', details: { name } },
      });
    }
    await profile({ name: 'ANA LIN' }, ana);
    await profile({ name: 'Anna Lin' }, eve);
  });

  it('gives a name to one of two who take it at once', async () => {
    const { asking, house } = openPlaces(await openFresh());
    const both = await Promise.all([asking('ANA'), asking('EVE')]);
    // In the books already, so that neither waits for the other before the name is looked at.
    for (const context of both) await profile({}, context);
    const said = await Promise.allSettled(both.map((context) => profile({ name: 'Lin' }, context)));
    const refused = said.flatMap((one) => (one.status === 'rejected' ? [one.reason] : []));
    expect(refused).toEqual([expect.any(UserError)]);
    expect(await listPeople(house.db, both[0]?.asker.team ?? '')).toContainEqual(named('Lin'));
  });
});

it.each(['Ana\u202eniL', 'Ana\u200b', '\u2066Ana', 'Ana\nLin', 'Ana\u2028Lin'])(
  'takes no name with characters that nobody sees: %j',
  (name) => {
    const schema = peopleSubcommands.me?.options.name?.schema;
    expect(schema?.safeParse(name).success).toBe(false);
    expect(schema?.safeParse('林安娜 O’Neil-Ünal').success).toBe(true);
  },
);

import { expect, it } from 'vitest';
import { createClients } from '../../../src/adapters/slack/clients.ts';
import { createDirectory } from '../../../src/adapters/slack/directory.ts';
import { openSlack } from './open.ts';
import { slackVariables } from './rig.ts';

async function directory() {
  const opened = await openSlack('socket');
  const { slack, house } = opened;
  let now = Date.UTC(2026, 10, 28, 3);
  const clients = createClients(slackVariables(slack, 'socket'), house.services.log);
  const { named } = createDirectory(clients.asking, () => new Date(now));
  return {
    ...opened,
    ids: async (name: string, space = slack.team.id) => (await named(space, name)).map(({ id }) => id),
    named: (name: string) => named(slack.team.id, name),
    pass: (seconds: number) => {
      now += seconds * 1000;
    },
    pages: () => slack.calls('users.list').length,
  };
}

it('knows people by display name, real name and handle, in any case and however accents are written', async () => {
  const { slack, ids } = await directory();
  const zoe = slack.addUser({ name: 'zh', displayName: 'DJ Zoe\u0301', realName: 'Zoë Hart' });
  for (const name of ['dj zo\u00e9', 'ZOË HART', 'zh']) expect(await ids(name), name).toEqual([zoe.id]);
  expect(await ids('zo')).toEqual([]);
});

it('names everybody who goes by a name, says who is a bot, and leaves out who has left', async () => {
  const { slack, ana, named } = await directory();
  const other = slack.addUser({ name: 'ana.b', displayName: 'Ana' });
  slack.addUser({ name: 'ana.c', displayName: 'Ana', deleted: true });
  expect((await named('ana')).map(({ id, admin }) => [id, admin])).toEqual([
    [ana.id, true],
    [other.id, false],
  ]);
  expect(await named('splitproof')).toMatchObject([{ id: slack.bot.id, bot: true }]);
});

it('reads every page, once for everybody who asks at the same time', async () => {
  const { slack, ids, pages } = await directory();
  for (let count = 0; count < 1200; count += 1) slack.addUser({ name: `member-${count}` });
  const last = slack.addUser({ name: 'last' });
  const found = await Promise.all(['last', 'LAST', 'nobody'].map((name) => ids(name)));
  expect(found).toEqual([[last.id], [last.id], []]);
  expect(pages()).toBe(3);
});

it('keeps what it read for ten minutes', async () => {
  const { slack, bo, ids, pass, pages } = await directory();
  await ids('bo');
  slack.world.users.delete(bo.id);
  pass(599);
  expect(await ids('bo')).toEqual([bo.id]);
  pass(1);
  expect(await ids('bo')).toEqual([]);
  expect(pages()).toBe(2);
});

it('looks again for a name that nobody has, but not more often than every half minute', async () => {
  const { slack, ids, pass, pages } = await directory();
  await ids('bo');
  const cleo = slack.addUser({ name: 'cleo' });
  pass(29);
  expect(await ids('cleo')).toEqual([]);
  pass(1);
  expect(await ids('cleo')).toEqual([cleo.id]);
  await ids('nobody');
  expect(pages()).toBe(2);
});

it('says what is missing, and asks anew the next time', async () => {
  const { slack, bo, ids } = await directory();
  const scopes = [...slack.app.scopes];
  slack.setScopes(scopes.filter((scope) => scope !== 'users:read'));
  await expect(ids('bo')).rejects.toMatchObject({
    problem: { code: 'platform.missing-permission', details: { permissions: ['users:read'] } },
  });
  slack.setScopes(scopes);
  expect(await ids('bo')).toEqual([bo.id]);
});

it('names the workspace to an app of a whole organization, which as such has no list of people', async () => {
  const { slack, bo, ids } = await directory();
  expect(await ids('bo', `E0000000001.${slack.team.id}`)).toEqual([bo.id]);
  expect(slack.calls('users.list')[0]?.args.team_id).toBe(slack.team.id);
  expect(await ids('bo', 'E0000000001')).toEqual([]);
});

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished, vi } from 'vitest';
import { readConfig } from '../src/config.ts';
import { openHouse } from '../src/house.ts';
import { startSlack } from './platforms/slack/slack.ts';

const HOUR_MS = 3_600_000;

/** The house as it is put together for an operator, in this process, with a clock of ours. */
async function openOnSlack(offMs: number) {
  const slack = await startSlack();
  onTestFinished(() => slack.stop());
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-house-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  vi.stubEnv('SLACK_BOT_TOKEN', slack.botToken);
  vi.stubEnv('SLACK_APP_TOKEN', slack.appToken);
  vi.stubEnv('SLACK_API_URL', slack.apiUrl);
  const silent = () => {};
  const config = readConfig(['console', 'slack', 'discord'], {
    DATABASE_URL: `sqlite:${join(folder, 'house.db')}`,
    ADAPTERS: 'slack',
  });
  const house = await openHouse(config, {
    log: { debug: silent, info: silent, warn: silent, error: silent },
    now: () => new Date(Date.now() + offMs),
    random: () => 0,
    ...{ fail: silent, finish: silent, moveClock: silent, answered: silent },
  });
  onTestFinished(() => house.close());
  await house.start('slack');
  const ana = slack.addUser({ name: 'ana' });
  const beats = slack.addChannel({ name: 'beats', members: [ana] });
  const line = `new title: Rain composition: <@${ana.id}|ana> 100% composer`;
  await slack.command(ana, beats, '/split', line);
  await slack.waitFor('an answer', () => slack.ephemerals(ana).length > 0);
  return slack.ephemerals(ana).map(slack.read).join('\n');
}

it('writes no evidence while its clock and the platform’s disagree, and says why', async () => {
  expect(await openOnSlack(HOUR_MS)).toContain('60 minutes ahead of the platform’s');
});

it('writes it while they agree', async () => {
  expect(await openOnSlack(0)).toContain('Version 1 of Rain');
});

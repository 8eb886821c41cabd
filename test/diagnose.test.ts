import { expect, it } from 'vitest';
import type { Finding, Place } from '../src/bot/adapter.ts';
import type { Asker } from '../src/bot/command.ts';
import { diagnoseAll } from '../src/diagnose.ts';
import { plain } from '../src/text/spans.ts';
import { translator } from '../src/text/translate.ts';

const ana: Asker = {
  platform: 'slack',
  team: 'team',
  space: 'T1',
  channel: 'C1',
  account: 'U1',
  name: 'Ana',
  admin: true,
};

type Look = (place: Place | null) => Promise<readonly Finding[]>;

const found: Look = async (place) => [{ tone: 'good', message: `seen from ${place?.channel ?? 'afar'}` }];
const broken: Look = async () => {
  throw new Error('xoxb-secret');
};

async function diagnosis(
  asker: Asker,
  looks: Readonly<Record<string, Look>>,
  check = async () => {},
): Promise<{ readonly lines: readonly string[]; readonly logged: readonly string[] }> {
  const logged: string[] = [];
  const warn = (facts: object, message: string) => void logged.push(`${message} ${Object.keys(facts)}`);
  const silent = () => {};
  const findings = await diagnoseAll(asker, {
    connections: new Map(Object.entries(looks).map(([name, diagnose]) => [name, { diagnose }])),
    check,
    log: { debug: silent, info: silent, warn, error: silent },
  });
  const t = translator('en', 'UTC');
  return {
    lines: findings.map(({ tone, message, values }) => `${tone}: ${plain(t(message, values))}`),
    logged,
  };
}

it('looks at the place of the asker, at other platforms from afar, and at the database', async () => {
  const { lines, logged } = await diagnosis(ana, { discord: found, slack: found });
  expect(lines).toEqual(['good: seen from afar', 'good: seen from C1', 'good: The database answers.']);
  expect(logged).toEqual([]);
});

it.each([false, null])('says nothing of other platforms to somebody who is no admin (%s)', async (admin) => {
  const { lines } = await diagnosis({ ...ana, admin }, { discord: found, slack: found });
  expect(lines).toEqual(['good: seen from C1', 'good: The database answers.']);
});

it('makes one finding of a platform that cannot be looked at, and goes on', async () => {
  const { lines, logged } = await diagnosis(ana, { discord: broken, slack: found });
  expect(lines).toEqual([
    'bad: discord could not be looked at.',
    'good: seen from C1',
    'good: The database answers.',
  ]);
  expect(logged).toEqual(['a platform could not be looked at err,platform']);
});

it('says that the database does not answer', async () => {
  const away = async () => {
    throw new Error('away');
  };
  const { lines } = await diagnosis(ana, { slack: found }, away);
  expect(lines.at(-1)).toBe(
    'bad: The database does not answer. Commands that need it are refused until it does.',
  );
});

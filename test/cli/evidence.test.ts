import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { BundleTooLarge, beginFolder } from '../../src/cli/evidence/new-folder.ts';
import { writeWhole } from '../../src/cli/evidence/whole.ts';
import { runEvidence } from '../../src/cli/evidence.ts';
import { runVerify } from '../../src/cli/verify.ts';
import type { Evidence } from '../../src/store/evidence.ts';
import type { Db } from '../../src/store/tables.ts';
import { addTeam, evidenceWith, setting } from '../store/evidence-room.ts';
import { retellStory, SHEET, STORY_TEAM } from '../store/evidence-story.ts';
import { eachDatabase } from '../support/each-database.ts';

function freshPlace(): string {
  const place = mkdtempSync(join(tmpdir(), 'splitproof-evidence-'));
  onTestFinished(() => rmSync(place, { recursive: true, force: true }));
  return place;
}

async function run(db: Db, evidence: Evidence, ...args: readonly string[]) {
  let [out, err, closed] = ['', '', 0];
  const code = await runEvidence({
    args,
    output: (text) => {
      out += text;
    },
    errorOutput: (text) => {
      err += text;
    },
    open: async () => ({
      db,
      evidence,
      close: async () => {
        closed += 1;
      },
    }),
  });
  return { code, out, err, closed };
}

function verify(...args: readonly string[]) {
  let out = '';
  const keep = (text: string) => {
    out += text;
  };
  return { code: runVerify({ args, output: keep, errorOutput: keep }), out };
}

eachDatabase(({ openFresh }) => {
  async function openStory() {
    const { db } = await openFresh();
    const place = freshPlace();
    const told = await retellStory(db);
    const kept = told.receipts.flatMap(({ seq, bytes }) => {
      writeFileSync(join(place, `receipt-${seq}`), bytes);
      return ['--older', join(place, `receipt-${seq}`)];
    });
    return { db, ...told, kept, at: (name: string) => join(place, name), place };
  }

  describe('evidence', () => {
    it('writes a whole ledger that is verified with every receipt that went out', async () => {
      const { db, evidence, size, at, kept } = await openStory();
      const { code, out, err, closed } = await run(db, evidence, at('whole'));
      const head = await evidence.head(db, STORY_TEAM);
      const { name, key } = evidence.ledgerOf(STORY_TEAM);
      expect([code, err, closed]).toEqual([0, '', 1]);
      expect(out).toBe(
        [
          `✅ Written to ${at('whole')}: the whole ledger ${name}, ${size} entries.`,
          `Head: size ${size}, root ${head.root}`,
          `Key: ${key}`,
          `Check it: splitproof verify ${at('whole')}`,
          'It holds names and accounts of people. Give it only to those whom it concerns.',
          '',
        ].join('\n'),
      );
      const verified = verify(at('whole'), '--key', key, ...kept);
      expect(verified.out).toMatch(/^✅ Verified: the whole ledger splitproof\/t_test/);
      expect(verified.code).toBe(0);
    });

    it('writes what proves one sheet, and that is verified', async () => {
      const { db, evidence, at, kept } = await openStory();
      const { code, out } = await run(
        db,
        evidence,
        at('a/sheet'),
        '--sheet',
        's_night',
        `--team=${STORY_TEAM}`,
      );
      expect(code).toBe(0);
      expect(out).toContain(`what proves ${SHEET}`);
      const verified = verify(at('a/sheet'), '--key', evidence.ledgerOf(STORY_TEAM).key, ...kept);
      expect(verified.out).toMatch(/^✅ Verified: sheet\/s_night/);
      expect(verified.out).toContain('s_night version 2: agreed by everyone');
      const readme = readFileSync(join(at('a/sheet'), 'README.txt'), 'utf8');
      expect(readme).toContain(evidence.ledgerOf(STORY_TEAM).key);
    });

    it('keeps it for the owner alone, and leaves nothing beside it', async () => {
      const { db, evidence, at, place } = await openStory();
      mkdirSync(at('whole'));
      await run(db, evidence, at('whole'));
      expect(statSync(at('whole')).mode & 0o777).toBe(0o700);
      expect(statSync(join(at('whole'), 'ledger.jsonl')).mode & 0o777).toBe(0o600);
      expect(readdirSync(place).filter((name) => name.includes('partial'))).toEqual([]);
    });

    it.each([
      ['a folder with something in it', (at: string) => mkdirSync(join(at, 'x'), { recursive: true })],
      ['a file', (at: string) => writeFileSync(at, 'x')],
    ])('refuses %s, and touches nothing', async (_, put) => {
      const { db, evidence, size, at, place } = await openStory();
      put(at('there'));
      const before = readdirSync(place);
      const { code, err } = await run(db, evidence, at('there'), '--sheet', 's_night');
      expect([code, err]).toEqual([
        1,
        `There is something in ${at('there')} already. Name a folder that is not there yet, or an empty one.\n`,
      ]);
      expect(readdirSync(place)).toEqual(before);
      expect(await evidence.rows(db, STORY_TEAM, [size])).toEqual([]);
    });

    it('leaves nothing behind when it fails in the middle', async () => {
      const { db, evidence, at, place } = await openStory();
      const before = readdirSync(place);
      await db.deleteFrom('node').where('level', '=', 1).execute();
      await expect(run(db, evidence, at('sheet'), '--sheet', 's_night')).rejects.toThrow();
      expect(readdirSync(place)).toEqual(before);
    });

    it('stops where a bundle would be longer than it may be', async () => {
      const { db, evidence, at, place } = await openStory();
      const before = readdirSync(place);
      const folder = beginFolder(at('whole'), 10_000);
      await expect(writeWhole(db, evidence, STORY_TEAM, folder)).rejects.toThrow(BundleTooLarge);
      folder.abandon();
      expect(readdirSync(place)).toEqual(before);
    });

    it('asks whose ledger where there are several, and says who has one', async () => {
      const { db, evidence, at } = await openStory();
      await addTeam(db, 't_2');
      await evidence.append(db, 't_2', [setting(1)]);
      const space = { id: 's1', team_id: 't_2', platform: 'slack', platform_space_id: 'T1', created_at: 0 };
      await db
        .insertInto('space')
        .values({ ...space, name: 'North Wing' })
        .execute();
      const asked = await run(db, evidence, at('whole'));
      expect(asked.code).toBe(1);
      expect(asked.err).toMatch(/^More than one team has a ledger here\. Say which, with --team\. Teams: /);
      expect(asked.err).toContain('t_2 (slack North Wing, 2 entries)');
      expect((await run(db, evidence, at('whole'), '--team', 't_2')).code).toBe(0);
      const unknown = await run(db, evidence, at('other'), '--team', 't_3');
      expect([unknown.code, unknown.err.startsWith('No team t_3 has a ledger here. Teams: ')]).toEqual([
        1,
        true,
      ]);
    });

    it('says that there is nothing to take out', async () => {
      const { db } = await openFresh();
      const { code, err } = await run(db, evidenceWith(), join(freshPlace(), 'x'));
      expect([code, err]).toEqual([
        1,
        'No team has a ledger here yet. A ledger begins with the first thing that is written down, such as a split sheet or a recording.\n',
      ]);
    });

    it('says that nothing is known of a sheet, and writes nothing', async () => {
      const { db, evidence, size, at, place } = await openStory();
      const before = readdirSync(place);
      const { code, err } = await run(db, evidence, at('x'), '--sheet', 's_nowhere');
      expect([code, err]).toEqual([
        1,
        'There is no entry about sheet s_nowhere in this ledger. Check its id.\n',
      ]);
      expect(readdirSync(place)).toEqual(before);
      expect(await evidence.rows(db, STORY_TEAM, [size])).toEqual([]);
    });
  });
});

it.each([
  [[], 'Which folder?'],
  [['a', 'b'], 'One folder, please: a and b were given.'],
  [['a', '--team'], 'After --team its value is missing.'],
  [['a', '--sheet='], 'After --sheet its value is missing.'],
  [['a', '--sheet', 'Night Bus'], 'Night Bus is no id'],
  [['a', '--team', 't', '--team', 't'], '--team was given twice.'],
  [['a', '--zip'], 'There is no option --zip.'],
])('does not guess at %j', async (args, sentence) => {
  let err = '';
  const code = await runEvidence({
    args,
    output: () => {},
    errorOutput: (text) => {
      err += text;
    },
    open: () => Promise.reject(new Error('nothing may be opened')),
  });
  expect(code).toBe(2);
  expect(err).toContain(sentence);
  expect(err).toContain('Usage: splitproof evidence');
});

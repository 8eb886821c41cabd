import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { askFirst, askSecond, hasPython, type Job, withTemporary, writeTo } from './second.ts';
import { tellStory } from './story.ts';
import { TestLedger } from './test-ledger.ts';

describe.runIf(hasPython)('the second verifier, in Python and openssl', () => {
  it('says the same of good bundles', () => {
    const { ledger, receipts } = tellStory();
    const older = receipts.map(({ bytes }, index) => ({ name: `receipt-${index}`, bytes }));
    const jobs: Job[] = [
      { folder: ledger.bundle('sheet/s_night'), key: ledger.key, older },
      { folder: ledger.bundle('sheet/s_other') },
      { folder: ledger.bundle('person/p_bo') },
      { folder: ledger.bundle('team') },
      { folder: ledger.whole(), older },
      { folder: ledger.whole(7), older },
    ];
    const said = jobs.map(askFirst);
    expect(askSecond(jobs)).toEqual(said);
    const good = Array<string>(5).fill('verified');
    expect(said.map(({ verdict }) => verdict)).toEqual([...good, 'cannot say']);
  }, 60_000);

  it('shares no code with the first, and asks nobody but openssl', () => {
    const folder = join(import.meta.dirname, 'second');
    const modules = readdirSync(folder).filter((name) => name.endsWith('.py'));
    const imports = modules.flatMap((name) =>
      [...readFileSync(join(folder, name), 'utf8').matchAll(/^(?:import|from) (\w+)/gm)].map(
        ([, module]) => module!,
      ),
    );
    const own = new Set(modules.map((name) => name.slice(0, -'.py'.length)));
    const standard = new Set(imports.filter((module) => !own.has(module)));
    const known = [
      'base64',
      'binascii',
      'calendar',
      'fractions',
      'hashlib',
      'json',
      'math',
      'os',
      're',
      'stat',
      'subprocess',
      'tempfile',
      'unicodedata',
    ];
    expect([...standard].sort()).toEqual(known);
  });

  it('can be run by hand, with exit codes of its own', () => {
    withTemporary((place) => {
      const ledger = new TestLedger();
      const folder = ledger.bundle('team');
      writeTo(join(place, 'good'), folder);
      folder.delete('README.txt');
      writeTo(join(place, 'bad'), folder);
      writeTo(join(place, 'short'), ledger.bundleUpTo('team', 1));
      writeFileSync(join(place, 'kept'), ledger.receipt(0));
      writeFileSync(join(place, 'foreign'), new TestLedger({ origin: 'splitproof/x' }).receipt(0));
      const run = (...args: readonly string[]): number | null =>
        spawnSync('python3', [join(import.meta.dirname, 'second-verifier.py'), ...args], { cwd: place })
          .status;
      expect([
        run('good', '--key', ledger.key, '--older', 'kept'),
        run('bad'),
        run('short'),
        run('good', '--older', 'foreign'),
        run(),
      ]).toEqual([0, 1, 3, 2, 2]);
    });
  }, 60_000);
});

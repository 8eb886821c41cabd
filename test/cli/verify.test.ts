import { spawnSync } from 'node:child_process';
import { linkSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openFolder } from '../../src/cli/verify/folder.ts';
import { runVerify } from '../../src/cli/verify.ts';
import { translator } from '../../src/text/translate.ts';
import { writeTo } from '../core/ledger/second.ts';
import { SheetStory, tellStory } from '../core/ledger/story.ts';
import { type Folder, TestLedger } from '../core/ledger/test-ledger.ts';

const { ledger, receipts } = tellStory();
const SHEET = ledger.bundle('sheet/s_night');

let place = '';
beforeAll(() => {
  place = mkdtempSync(join(tmpdir(), 'splitproof-verify-'));
  writeTo(join(place, 'sheet'), SHEET);
  writeTo(join(place, 'whole'), ledger.whole());
  writeTo(join(place, 'short'), ledger.bundleUpTo('sheet/s_night', 12));
  writeFileSync(join(place, 'first'), receipts[0]!.bytes);
  writeFileSync(join(place, 'last'), receipts.at(-1)!.bytes);
});
afterAll(() => rmSync(place, { recursive: true, force: true }));

const at = (name: string): string => join(place, name);

function put(name: string, change: (folder: Folder) => void): string {
  const folder = new Map(SHEET);
  change(folder);
  writeTo(at(name), folder);
  return at(name);
}

function run(...args: readonly string[]): { code: number; out: string; err: string } {
  let [out, err] = ['', ''];
  const code = runVerify({
    args,
    output: (text) => {
      out += text;
    },
    errorOutput: (text) => {
      err += text;
    },
  });
  return { code, out, err };
}

describe('verify', () => {
  it('says first whether it holds, then what led to it, then what is not proven', () => {
    const { code, out, err } = run(at('sheet'));
    expect([code, err]).toEqual([0, '']);
    expect(
      out,
    ).toBe(`✅ Verified: sheet/s_night in the ledger splitproof/t_test. 22 entries here, ${ledger.size} in the ledger.
· s_night version 1: replaced by a newer version · p_ana live, p_bo has not agreed, p_chen has not agreed
✅ s_night version 2: agreed by everyone · p_ana confirmed, p_bo live, p_chen attested
Key: ${ledger.key}

Not proven by this, whatever the verdict:
· that the key is the team’s. Compare it, whole, with the one posted in your channel, and give it with --key, or give a receipt of your own with --older.
· that an account was in the right hands.
· that a person had authority to agree.
· that the split is fair, lawful or complete.
· that everything that happened on the platform was written down, and nothing else. Look at the messages.
· that the clock of the bot was right, beyond what receipts, message ids and time stamps say.
· that no other ledger exists that was shown to others. Compare receipts: --older takes them.
· what README.txt says, and what a verify.html that came along shows. Take a verifier from elsewhere.
`);
  });

  it('leaves out of that what a key or a receipt of one’s own does prove', () => {
    const pinned = run(at('sheet'), '--key', ledger.key);
    expect([
      pinned.code,
      pinned.out.includes('that the key'),
      pinned.out.includes('no other ledger'),
    ]).toEqual([0, false, true]);
    const kept = run('--older', at('first'), at('sheet'), `--older=${at('last')}`);
    expect([kept.code, kept.out.includes('that the key'), kept.out.includes('no other ledger')]).toEqual([
      0,
      false,
      false,
    ]);
  });

  it('names every fault with its place, and ends with 1', () => {
    const folder = put('bad', (files) => {
      files.set('entries/000000005.json', Buffer.from('{}'));
      files.delete('sealed/000000004.json');
    });
    const { code, out } = run(folder);
    expect(code).toBe(1);
    expect(out.split('\n').slice(0, 3)).toEqual([
      '❌ Not verified: 2 faults in the evidence of sheet/s_night in the ledger splitproof/t_test.',
      expect.stringMatching(
        /^❌ step 1, entries\/000000005\.json: The file has 2 bytes; bundle\.json lists \d+\.$/,
      ),
      '❌ step 1, sealed/000000004.json: bundle.json lists the file, and it is not here.',
    ]);
    expect(out).toContain('Not proven by this');
  });

  it('says what is missing when it cannot say, and ends with 3', () => {
    const { code, out } = run(at('short'), '--older', at('last'));
    expect(code).toBe(3);
    expect(out.split('\n')[0]).toMatch(
      /^⚠️ Cannot say: nothing is wrong with sheet\/s_night .* \d things are missing or unknown\.$/,
    );
    expect(out).toContain(
      `⚠️ step 6, ${at('last')}: This has size 22 and the bundle only 12. Ask for a newer bundle`,
    );
    expect(out).toContain('⏳ s_night version 2: open');
  });

  it('refuses another key, and a receipt of another ledger', () => {
    const other = tellStory(2, 'splitproof/t_other');
    writeFileSync(at('foreign'), other.receipts[0]!.bytes);
    expect(run(at('sheet'), '--key', other.ledger.key)).toMatchObject({
      code: 1,
      out: expect.stringContaining('not the key that was given with --key'),
    });
    expect(run(at('sheet'), '--older', at('foreign'))).toEqual({
      code: 2,
      out: '',
      err: `${at('foreign')} belongs to another ledger, splitproof/t_other. Nothing was checked; leave it out, or name the right bundle.\n`,
    });
  });

  it('gives one JSON object, with what is not proven among the notes', () => {
    const { code, out } = run(at('whole'), '--json', '--key', ledger.key);
    const report = JSON.parse(out) as Record<string, unknown>;
    expect(out.endsWith('}\n')).toBe(true);
    expect(Object.keys(report)).toEqual([
      'verdict',
      'failures',
      'gaps',
      'notes',
      'sheets',
      'entries',
      'size',
    ]);
    expect([code, report.verdict, report.entries, report.size]).toEqual([
      0,
      'verified',
      ledger.size,
      ledger.size,
    ]);
    expect(report.sheets).toEqual([
      {
        sheet: 's_night',
        version: 1,
        state: 'replaced',
        grades: { p_ana: 'live', p_bo: null, p_chen: null },
      },
      {
        sheet: 's_night',
        version: 2,
        state: 'completed',
        grades: { p_ana: 'confirmed', p_bo: 'live', p_chen: 'attested' },
      },
      { sheet: 's_other', version: 1, state: 'cancelled', grades: { p_dee: null } },
    ]);
    expect(report.notes).toContain('Not proven: that the split is fair, lawful or complete.');
  });

  it('gives faults and gaps in JSON with step, place and reason', () => {
    const folder = put('bad-json', (files) => files.set('x\u001b[31m\u202ey', Buffer.from('x')));
    const { code, out } = run('--json', folder);
    expect(code).toBe(1);
    expect(out).not.toContain('\u202e');
    expect(JSON.parse(out)).toMatchObject({
      verdict: 'not verified',
      failures: [{ step: 1, where: 'x\u001b[31m\u202ey', reason: 'No file of a bundle has this name.' }],
      gaps: [],
    });
    const gaps = JSON.parse(run(at('short'), '--json').out) as { gaps: unknown[]; verdict: string };
    expect(gaps).toMatchObject({ verdict: 'cannot say', failures: [] });
    expect(gaps.gaps).toContainEqual({
      step: 7,
      where: 'sheet/s_night',
      reason: expect.stringContaining('later entries about it may exist'),
    });
    const none = JSON.parse(
      run(
        put('no-bundle', (files) => files.delete('bundle.json')),
        '--json',
      ).out,
    ) as object;
    expect(none).toMatchObject({ verdict: 'not verified', sheets: [], entries: 0, size: null });
  });

  it('shows nothing to a terminal that it could take for a command', () => {
    const folder = put('hostile-name', (files) => files.set('x\u001b[31m\u202ey\nz', Buffer.from('x')));
    const { out } = run(folder);
    expect(out).toContain('step 1, x[31my z: No file');
    expect([out.includes('\u001b'), out.includes('\u202e')]).toEqual([false, false]);
  });

  it('does not fill a terminal: long lists are counted', () => {
    const long = new TestLedger();
    for (let sheet = 0; sheet < 60; sheet += 1) {
      new SheetStory(long, `s_${sheet}`).version(1, { composition: [['p_ana', '1/1']] });
    }
    writeTo(at('long'), long.whole());
    const { out } = run(at('long'));
    expect(out.split('\n').filter((line) => line.startsWith('⏳'))).toHaveLength(40);
    expect(out).toContain('… and 20 more; --json names all of them.');
  });

  it('speaks Traditional Chinese as well', () => {
    let out = '';
    const code = runVerify({
      args: [at('sheet')],
      output: (text) => {
        out += text;
      },
      errorOutput: () => {},
      t: translator('zh-Hant', 'UTC'),
    });
    expect(code).toBe(0);
    expect(out).toContain('✅ 驗證通過：紀錄簿 splitproof/t_test 的 sheet/s_night。');
    expect(out).toContain('無論結果如何，以下都沒有得到證明：');
  });

  it('of a bundle from the future says so', () => {
    const folder = put('future', (files) =>
      files.set('bundle.json', Buffer.from('{"format":"splitproof-bundle/7"}')),
    );
    expect(run(folder)).toMatchObject({
      code: 3,
      out: expect.stringContaining('this bundle is newer than the verifier'),
    });
    expect(run(put('empty', (files) => files.set('bundle.json', Buffer.from('x'))))).toMatchObject({
      code: 1,
      out: expect.stringContaining(
        '❌ Not verified: this cannot be read as a bundle.\n❌ step 1, bundle.json: This is not JSON.',
      ),
    });
  });
});

describe('what cannot be understood ends with 2 and a sentence', () => {
  it.each<[readonly string[], string]>([
    [[], 'Which folder? Name the one that the bundle is in.'],
    [['a', 'b'], 'One bundle at a time, please: a and b were given.'],
    [['--zip', 'a'], 'There is no option --zip.'],
    [['a', '--key'], 'After --key its value is missing.'],
    [['a', '--older='], 'After --older its value is missing.'],
    [['a', '--key', 'x', '--key', 'y'], 'One key at a time, please: --key was given twice.'],
  ])('%j', (args, sentence) => {
    const { code, out, err } = run(...args);
    expect([code, out]).toEqual([2, '']);
    expect(err.startsWith(`${sentence}\n\nUsage: splitproof verify`)).toBe(true);
  });

  it('a folder, a file or a key that is none', () => {
    expect(run(at('nothing')).err).toBe(`There is no folder ${at('nothing')}. Check its name.\n`);
    expect(run(at('first')).err).toBe(
      `${at('first')} is not a folder. Unpack the bundle and name the folder it is in.\n`,
    );
    expect(run(at('sheet'), '--older', at('gone')).err).toBe(
      `There is no file ${at('gone')}. Check its name and folder.\n`,
    );
    expect(run(at('sheet'), '--older', at('whole')).err).toContain('is too large or no plain file');
    expect(run(at('sheet'), '--key', 'k').err).toContain(
      'The key given with --key cannot be used. This is not a verifier key',
    );
    for (const args of [
      [at('nothing')],
      [at('sheet'), '--older', at('whole')],
      [at('sheet'), '--key', 'k'],
    ]) {
      expect(run(...args).code).toBe(2);
    }
  });

  it('help is no mistake', () => {
    expect(run('--help')).toMatchObject({
      code: 0,
      out: expect.stringContaining('Exit code: 0 verified'),
      err: '',
    });
    expect(run('-h').code).toBe(0);
    expect(run('--', at('sheet')).code).toBe(0);
  });
});

describe('a hostile folder', () => {
  const faults = (folder: string): readonly string[] => {
    const { out } = run('--json', folder);
    const { failures } = JSON.parse(out) as { failures: { where: string; reason: string }[] };
    return failures.map(({ where, reason }) => `${where}: ${reason}`);
  };
  const NOT_PLAIN = 'This is a link or something else that is no plain file.';

  it('cannot lead out of itself with links, to files or to folders', () => {
    writeFileSync(at('secret'), SHEET.get('README.txt')!);
    const linked = put('linked', (files) => files.delete('README.txt'));
    symlinkSync(at('secret'), join(linked, 'README.txt'));
    expect(faults(linked)).toEqual([`README.txt: ${NOT_PLAIN}`]);
    const folders = put('linked-folder', (files) => {
      for (const path of [...files.keys()]) if (path.startsWith('texts/')) files.delete(path);
    });
    symlinkSync(join(at('sheet'), 'texts'), join(folders, 'texts'));
    expect(faults(folders)).toContain(`texts: ${NOT_PLAIN}`);
    expect(() => [...openFolder(linked).read('README.txt')]).toThrow();
  });

  it('cannot make the verifier wait on a pipe, nor read a device', () => {
    const piped = put('piped', (files) => files.delete('README.txt'));
    if (spawnSync('sh', ['-c', 'mkfifo "$0"', join(piped, 'README.txt')]).status !== 0) return;
    expect(faults(piped)).toEqual([`README.txt: ${NOT_PLAIN}`]);
    expect(() => [...openFolder(piped).read('README.txt')]).toThrow('no plain file');
  });

  it('cannot hide anything in other folders, or deeper down', () => {
    const deep = put('deep', (files) => files.set('entries/more/000000000.json', Buffer.from('{}')));
    mkdirSync(join(deep, 'other/one/two'), { recursive: true });
    writeFileSync(join(deep, 'other/one/two/x'), 'x');
    mkdirSync(join(deep, 'nothing-in-it'));
    expect(faults(deep)).toEqual([`entries/more: ${NOT_PLAIN}`, `other/: ${NOT_PLAIN}`]);
  });

  it('cannot fill the memory with a file of any length', () => {
    const huge = put('huge', () => {});
    truncateSync(join(huge, 'entries/000000000.json'), 40 * 1024 ** 3);
    expect(faults(huge)).toContain(
      'entries/000000000.json: The file is larger than the 1,048,576 bytes that it may have.',
    );
    const total = put('huge-file', () => {});
    const stored = [...SHEET.keys()].find((path) => path.startsWith('files/'))!;
    truncateSync(join(total, stored), 3 * 1024 ** 3);
    expect(faults(total)).toEqual([
      'bundle: The bundle is larger than the 2,147,483,648 bytes that it may have; nothing was read.',
    ]);
    const listing = put('huge-listing', () => {});
    truncateSync(join(listing, 'bundle.json'), 17 * 1024 ** 2);
    expect(faults(listing)).toContain(
      'bundle.json: The file is larger than the 16,777,216 bytes that it may have.',
    );
    expect(run(huge).code).toBe(1);
  });

  it('may use hard links: these are the files themselves', () => {
    const hard = put('hard', (files) => files.delete('README.txt'));
    linkSync(join(at('sheet'), 'README.txt'), join(hard, 'README.txt'));
    expect(run(hard).code).toBe(0);
  });

  it('that changes while it is read is not verified', () => {
    let out = '';
    const inner = openFolder(at('sheet'));
    let reads = 0;
    const code = runVerify({
      args: [at('sheet')],
      output: (text) => {
        out += text;
      },
      errorOutput: () => {},
      readFolder: () => ({
        paths: () => inner.paths(),
        *read(path) {
          if (path === 'entries/000000003.json') reads += 1;
          if (reads > 1) throw Object.assign(new Error('gone'), { code: 'ENOENT' });
          yield* inner.read(path);
        },
      }),
    });
    expect([code, out]).toEqual([
      1,
      '❌ Not verified: the folder changed or could not be read to the end (gone).\n',
    ]);
  });
});

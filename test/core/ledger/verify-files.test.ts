import { describe, expect, it } from 'vitest';
import { MAX_BUNDLE_BYTES, readBundlePath } from '../../../src/core/ledger/bundle-paths.ts';
import type { BundleReader } from '../../../src/core/ledger/bundle-reader.ts';
import { canonicalBytes } from '../../../src/core/ledger/canonical.ts';
import { signCheckpoint } from '../../../src/core/ledger/checkpoint.ts';
import { sha256 } from '../../../src/core/ledger/hash.ts';
import type { Json, JsonObject } from '../../../src/core/ledger/json.ts';
import { verifyBundle } from '../../../src/core/ledger/verify.ts';
import { must } from '../../../src/core/problem.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { lines, readFolder } from './read-folder.ts';
import { tellStory } from './story.ts';
import { type Folder, privateKey, readListing, relist } from './test-ledger.ts';

compareAtTheEnd();

const { ledger } = tellStory();
const SHEET = ledger.bundle('sheet/s_night');
const WHOLE = ledger.whole();
const SIZE = ledger.size;
const copy = (): Folder => new Map(SHEET);

/** `bundle.json` with some members another way. */
function listing(folder: Folder, change: JsonObject): Folder {
  const value = JSON.parse(Buffer.from(folder.get('bundle.json')!).toString('utf8')) as JsonObject;
  folder.set('bundle.json', must(canonicalBytes({ ...value, ...change }, 2 ** 24)));
  return folder;
}

describe('step 1: what is a bundle', () => {
  it('not a folder without bundle.json', () => {
    const folder = copy();
    folder.delete('bundle.json');
    const report = verifyTwice({ folder });
    expectSaid(report, { failures: ['1 bundle.json bundle.missing'] });
    expect(report).toMatchObject({ ledger: null, subject: null, key: null, entries: 0, size: null });
    expect([...report.sheets()]).toEqual([]);
    expectSaid(verifyTwice({ folder: new Map() }), { failures: ['1 bundle.json bundle.missing'] });
  });

  it.each<[string, (text: string) => string, string]>([
    ['with a newline at its end', (text) => `${text}\n`, 'json.form'],
    ['that is no JSON', (text) => text.slice(1), 'json.syntax'],
    ['that is empty', () => '', 'json.syntax'],
    ['that is a list', () => '[]', 'bundle.member'],
    ['that is a word', () => '"splitproof-bundle/1"', 'bundle.member'],
  ])('not one with a bundle.json %s', (_, change, code) => {
    const folder = copy();
    folder.set('bundle.json', Buffer.from(change(Buffer.from(folder.get('bundle.json')!).toString('utf8'))));
    expectSaid(verifyTwice({ folder }), { failures: [`1 bundle.json ${code}`] });
  });

  const files = readListing(SHEET).files as unknown as JsonObject;
  const readme = files['README.txt'] as JsonObject;
  it.each<[string, Json]>([
    ['format', 'splitproof-bundle/0'],
    ['format', 'splitproof-bundle/01'],
    ['format', 'other/1'],
    ['format', 1],
    ['ledger', 'a b'],
    ['ledger', 7],
    ['key', 7],
    ['subject', 'Sheet/x'],
    ['subject', 'whole'],
    ['subject', 7],
    ['checkpoint', 'checkpoints/00.txt'],
    ['checkpoint', 'README.txt'],
    ['checkpoint', 7],
    ['files', []],
    ['files', { ...files, '../evil': readme }],
    ['files', { ...files, 'bundle.json': readme }],
    ['files', { ...files, 'verify.html': readme }],
    ['files', { ...files, 'README.txt': { ...readme, more: 1 } }],
    ['files', { ...files, 'README.txt': { size: 1 } }],
    ['files', { ...files, 'README.txt': { ...readme, size: -1 } }],
    ['files', { ...files, 'README.txt': { ...readme, sha256: 'AB' } }],
    ['more', 1],
  ])('not one whose %s is %j', (member, value) => {
    const report = verifyTwice({ folder: listing(copy(), { [member]: value }) });
    expectSaid(report, { failures: ['1 bundle.json bundle.member'] });
    expect(report.failures[0]?.problem.details).toEqual({ member });
  });

  it.each(['format', 'ledger', 'key', 'subject', 'checkpoint', 'files'])('not one without %s', (member) => {
    const folder = copy();
    const { [member]: gone, ...rest } = JSON.parse(
      Buffer.from(folder.get('bundle.json')!).toString(),
    ) as JsonObject;
    folder.set('bundle.json', must(canonicalBytes(rest, 2 ** 24)));
    expectSaid(verifyTwice({ folder }), { failures: ['1 bundle.json bundle.member'] });
  });

  it('and nothing can be said of one in a later format', () => {
    expectSaid(verifyTwice({ folder: listing(copy(), { format: 'splitproof-bundle/2', other: [] }) }), {
      gaps: ['1 bundle.json bundle.version'],
    });
  });
});

describe('step 1: files', () => {
  it.each<[string, (folder: Folder) => void, readonly string[]]>([
    [
      'one that is not listed',
      (folder) => folder.set('entries/000000999.json', Buffer.from('{}')),
      ['1 entries/000000999.json bundle.unlisted'],
    ],
    ['one that is listed and gone', (folder) => folder.delete('README.txt'), ['1 README.txt bundle.absent']],
    [
      'one that is longer',
      (folder) => folder.set('README.txt', Buffer.from('longer text than it was before')),
      ['1 README.txt bundle.size'],
    ],
    [
      'one that is as long and another',
      (folder) => folder.set('README.txt', Buffer.from(folder.get('README.txt')!).reverse()),
      ['1 README.txt bundle.hash'],
    ],
    [
      'one that no bundle has',
      (folder) => folder.set('notes.txt', Buffer.from('x')),
      ['1 notes.txt bundle.path'],
    ],
    [
      'two at fault',
      (folder) => {
        folder.delete('README.txt');
        folder.set('a/b', Buffer.from('x'));
      },
      ['1 a/b bundle.path', '1 README.txt bundle.absent'],
    ],
  ])('%s', (_, change, failures) => {
    const folder = copy();
    change(folder);
    expectSaid(verifyTwice({ folder }), { failures });
  });

  it('a verify.html may be there, whatever is in it', () => {
    const folder = copy();
    folder.set('verify.html', Buffer.from('<script>'));
    expectSaid(verifyTwice({ folder }), {});
  });

  it('a stored file must be the one its name says', () => {
    const folder = copy();
    const path = [...folder.keys()].find((name) => name.startsWith('files/'))!;
    folder.set(path, Buffer.from('another file'));
    relist(folder);
    expectSaid(verifyTwice({ folder }), {
      failures: [`1 ${path} bundle.own-hash`],
      gaps: ['7 entry 19 needed.file'],
    });
  });

  it.each([
    ['ledger.jsonl', SHEET],
    ['sealed.jsonl', SHEET],
    ['entries/000000000.json', WHOLE],
    ['sealed/000000001.json', WHOLE],
    ['proofs/000000000.tlog-proof', WHOLE],
    [`consistency/2-${SIZE}.txt`, WHOLE],
  ])('%s belongs to the other kind of bundle', (path, base) => {
    const folder = new Map(base);
    folder.set(path, (SHEET.get(path) ?? WHOLE.get(path))!);
    relist(folder);
    expect(lines(verifyTwice({ folder }).failures)).toContain(`1 ${path} bundle.kind`);
  });

  it.each([
    ['entries/000000001.json', 1_048_576],
    ['sealed/000000001.json', 1_048_576],
    ['proofs/000000001.tlog-proof', 3544],
    [`checkpoints/${SIZE}.txt`, 600],
    ['bundle.json', 16_777_216],
  ])('%s longer than %i bytes is not even read', (path, limit) => {
    const read: string[] = [];
    const inner = readFolder(SHEET);
    const reader = (sizeBytes: number): BundleReader => ({
      paths: () => inner.paths().map((item) => (item.path === path ? { path, sizeBytes } : item)),
      read: (name) => {
        read.push(name);
        return inner.read(name);
      },
    });
    const found = (sizeBytes: number): readonly string[] => {
      const report = verifyBundle({ reader: reader(sizeBytes) });
      return 'wrongLedger' in report ? [] : lines(report.failures);
    };
    expect(found(limit + 1)).toContain(`1 ${path} bundle.file-too-large`);
    expect(read).not.toContain(path);
    expect(found(limit)).not.toContain(`1 ${path} bundle.file-too-large`);
  });

  it('more than 2 GiB in all are not even begun', () => {
    const reader = (sizeBytes: number): BundleReader => ({
      paths: () => [
        { path: 'ledger.jsonl', sizeBytes },
        { path: 'bundle.json', sizeBytes: 1 },
      ],
      read: (path) => {
        throw new Error(`read ${path}`);
      },
    });
    expect(verifyBundle({ reader: reader(MAX_BUNDLE_BYTES) })).toMatchObject({
      failures: [{ step: 1, where: 'bundle', problem: { code: 'bundle.too-large' } }],
    });
    expect(verifyBundle({ reader: reader(MAX_BUNDLE_BYTES - 1) })).toMatchObject({
      failures: [{ step: 1, where: 'bundle.json', problem: { code: 'bundle.unreadable' } }],
    });
  });

  it('links and what cannot be read are named, and nothing is read through them', () => {
    const inner = readFolder(SHEET);
    const reader: BundleReader = {
      paths: () => [
        ...inner.paths().filter(({ path }) => path !== 'README.txt'),
        { path: 'README.txt', refused: 'bundle.not-plain' },
        { path: 'texts/', refused: 'bundle.not-plain' },
      ],
      read: (path) => {
        if (path === 'entries/000000002.json') throw new Error('no');
        return inner.read(path);
      },
    };
    const report = verifyBundle({ reader });
    expect('wrongLedger' in report ? [] : lines(report.failures)).toEqual([
      '1 README.txt bundle.not-plain',
      '1 texts/ bundle.not-plain',
      '1 entries/000000002.json bundle.unreadable',
    ]);
  });
});

describe('a path of a bundle', () => {
  it.each([
    ['entries/000000000.json', { kind: 'entry', seq: 0 }],
    ['sealed/999999999.json', { kind: 'sealed', seq: 999_999_999 }],
    ['proofs/000000012.tlog-proof', { kind: 'proof', seq: 12 }],
    ['checkpoints/1000000000.txt', { kind: 'checkpoint', size: 1_000_000_000 }],
    ['timestamps/3.tsr', { kind: 'time-stamp', size: 3 }],
    ['consistency/1-2.txt', { kind: 'consistency', older: 1, newer: 2 }],
    ['texts/s_1-v2.txt', { kind: 'text', sheet: 's_1', version: 2 }],
    ['texts/s-v1-v12.txt', { kind: 'text', sheet: 's-v1', version: 12 }],
    [`files/${'ab'.repeat(32)}`, { kind: 'file', sha256: 'ab'.repeat(32) }],
    ['README.txt', { kind: 'readme' }],
    ['bundle.json', { kind: 'bundle' }],
    ['ledger.jsonl', { kind: 'ledger' }],
    ['sealed.jsonl', { kind: 'ledger-sealed' }],
    ['split-sheet.pdf', { kind: 'pdf' }],
    ['verify.html', { kind: 'page' }],
  ])('%s is one', (path, read) => {
    expect(readBundlePath(path)).toEqual(read);
  });

  it.each([
    '',
    '/',
    '.',
    '..',
    '/etc/passwd',
    '../bundle.json',
    './bundle.json',
    'bundle.json/',
    'BUNDLE.JSON',
    'bundle.json\n',
    'constructor',
    '__proto__',
    'entries/',
    'entries/1.json',
    'entries/0000000000.json',
    'entries/000000000.JSON',
    'entries/000000000.tlog-proof',
    'entries/x/000000000.json',
    'entries\\000000000.json',
    'entries/00000000٠.json',
    'proofs/000000000.json',
    'sealed/000000000.txt',
    'checkpoints/0.txt',
    'checkpoints/01.txt',
    'checkpoints/1000000001.txt',
    'checkpoints/1.tsr',
    'checkpoints/.txt',
    'timestamps/1.txt',
    'consistency/2-1.txt',
    'consistency/1-1.txt',
    'consistency/0-1.txt',
    'consistency/1-02.txt',
    'consistency/1.txt',
    'consistency/1-2-3.txt',
    'texts/s_1.txt',
    'texts/-v1.txt',
    'texts/s-v0.txt',
    'texts/s-v01.txt',
    'texts/S-v1.txt',
    `texts/${'x'.repeat(65)}-v1.txt`,
    'texts/s-v1.txt\n',
    'texts/s-v1',
    `files/${'AB'.repeat(32)}`,
    'files/x',
    'other/000000000.json',
  ])('%j is none', (path) => {
    expect(readBundlePath(path)).toBeNull();
  });
});

describe('steps 2 and 3: key and heads', () => {
  const other = tellStory(77).ledger;

  it('the key is the ledger’s, the one of entry 0, and the one that the caller trusts', () => {
    expectSaid(verifyTwice({ folder: copy(), key: ledger.key }), {});
    expectSaid(verifyTwice({ folder: copy(), key: other.key }), { failures: ['2 bundle.json key.pinned'] });
    expect(lines(verifyTwice({ folder: listing(copy(), { key: 'x' }) }).failures)).toEqual([
      '2 bundle.json key.form',
      '2 entry 0 key.first',
    ]);
    const foreign = verifyTwice({ folder: listing(copy(), { key: other.key }), key: other.key });
    expect(lines(foreign.failures)).toContain('2 entry 0 key.first');
    expect(lines(foreign.failures)).toContain(`3 checkpoints/${SIZE}.txt checkpoint.signature`);
    const named = ledger.key.replace('t_test', 't_tost');
    expect(lines(verifyTwice({ folder: listing(copy(), { key: named }) }).failures)).toContain(
      '2 bundle.json key.id',
    );
    expect(lines(verifyTwice({ folder: listing(copy(), { ledger: 'splitproof/t_tost' }) }).failures)).toEqual(
      expect.arrayContaining([
        '2 bundle.json key.name',
        `3 checkpoints/${SIZE}.txt checkpoint.origin`,
        '4 entry 0 entry.ledger',
      ]),
    );
  });

  it('entry 0 must be there', () => {
    const folder = copy();
    for (const path of ['entries/000000000.json', 'proofs/000000000.tlog-proof']) folder.delete(path);
    relist(folder);
    expectSaid(verifyTwice({ folder }), { failures: ['2 entry 0 key.first-missing'] });
  });

  const head = (size: number, origin = ledger.origin, key = ledger.privateKey): Buffer =>
    Buffer.from(signCheckpoint({ origin, size, root: sha256('x') }, key));

  it.each<[string, (folder: Folder) => void, string]>([
    [
      'is no checkpoint',
      (f) => f.set('checkpoints/2.txt', Buffer.from('x')),
      'checkpoints/2.txt checkpoint.form',
    ],
    [
      'is of another ledger',
      (f) => f.set('checkpoints/2.txt', head(2, 'splitproof/x')),
      'checkpoints/2.txt checkpoint.origin',
    ],
    [
      'has another size than its name',
      (f) => f.set('checkpoints/2.txt', head(3)),
      'checkpoints/2.txt checkpoint.file-name',
    ],
    [
      'is signed by somebody else',
      (f) => f.set('checkpoints/2.txt', head(2, ledger.origin, privateKey(Buffer.alloc(32)))),
      'checkpoints/2.txt checkpoint.signature',
    ],
    [
      'is larger than the newest',
      (f) => f.set(`checkpoints/${SIZE + 1}.txt`, head(SIZE + 1)),
      `checkpoints/${SIZE + 1}.txt checkpoint.larger`,
    ],
    ['is not here', (f) => f.delete(`checkpoints/${SIZE}.txt`), `checkpoints/${SIZE}.txt checkpoint.missing`],
  ])('a checkpoint that %s', (_, change, failure) => {
    const folder = copy();
    change(folder);
    relist(folder);
    expect(lines(verifyTwice({ folder }).failures)).toEqual([`3 ${failure}`]);
  });
});

it('takes a file in pieces of any length', () => {
  for (const piece of [1, 7, 100, 1 << 20]) {
    for (const folder of [SHEET, WHOLE]) {
      expect(verifyBundle({ reader: readFolder(folder, piece) })).toMatchObject({ verdict: 'verified' });
    }
  }
});

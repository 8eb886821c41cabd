import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { ROOT } from './support/sources.ts';

const BIN = join(ROOT, 'bin', 'splitproof.mjs');

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'splitproof-start-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

type Use = {
  readonly env?: Readonly<Record<string, string>>;
  /** Typed at once, and then the keyboard is gone; without it, the keyboard stays. */
  readonly input?: string;
  readonly folder?: string;
  readonly node?: string;
  readonly options?: readonly string[];
};

function newFolder(): string {
  return mkdtempSync(join(root, 'in-'));
}

/** The real process, in a folder of its own and with nothing of our environment but the path. */
function start(args: readonly string[], use: Use = {}): ChildProcess {
  const { env = {}, input, folder = newFolder(), node = process.execPath, options = [] } = use;
  const child = spawn(node, [...options, BIN, ...args], {
    cwd: folder,
    env: { PATH: process.env.PATH, HOME: folder, LANG: 'C.UTF-8', TZ: 'UTC', ...env },
    stdio: 'pipe',
  });
  // It may end before it has read everything.
  child.stdin.on('error', () => {});
  if (input !== undefined) child.stdin.end(input);
  return child;
}

async function run(args: readonly string[], use: Use = {}) {
  const child = start(args, { input: '', ...use });
  const [stdout, stderr, [code, signal]] = await Promise.all([
    text(child.stdout!),
    text(child.stderr!),
    once(child, 'close'),
  ]);
  return { code, signal, stdout, stderr };
}

/** One or more sentences for an operator: no stack, no file of ours, no name of a class. */
function expectSentence(stderr: string): void {
  expect(stderr).not.toMatch(/^\s+at |file:\/\/|node:internal|Error:|\.ts:\d/m);
  expect(stderr.trim()).toMatch(/[.)]$/);
}

// Every one of these starts the whole bot, on a machine that may have other things to do.
vi.setConfig({ testTimeout: 60_000 });

describe('the room in a pipe', () => {
  it('answers, and ends well', async () => {
    const { code, stdout, stderr } = await run([], {
      input: '/isrc check US-RC1-76-07839\nhello\nquit\ntoo late\n',
    });
    expect(stdout).toMatch(/^✅ US-RC1-76-07839 has the shape of an ISRC\n[\s\S]*\n#1 you\n$/);
    expect(stdout).not.toContain('\u001b');
    expect([code, stderr]).toEqual([0, '']);
  });

  it('remembers in its folder what was said before, and lives with a time zone that is none', async () => {
    const folder = newFolder();
    await run(['start'], { folder, input: 'one\n/splitproof settings language: zh-Hant' });
    expect(existsSync(join(folder, 'data', 'splitproof.db'))).toBe(true);
    const env = { TZ: 'Mars/Olympus' };
    const { code, stdout } = await run(['start'], {
      folder,
      env,
      input: 'two\n/splitproof settings for: me\n',
    });
    expect(stdout).toBe('#2 you\n目前的設定\n只給自己：繁體中文\n給整個團隊：未設定\n');
    expect(code).toBe(0);
  });

  it('ends quietly when nobody reads on, as in "| head -1"', async () => {
    const child = start([], { input: 'help\n'.repeat(3000) });
    const closed = once(child, 'close');
    const said = text(child.stderr!);
    await once(child.stdout!, 'data');
    child.stdout!.destroy();
    expect([(await closed)[0], await said]).toEqual([0, '']);
  });

  it('ends in good order at a signal', async () => {
    const child = start([]);
    const closed = once(child, 'close');
    const said = text(child.stderr!);
    child.stdin!.write('hello\n');
    await once(child.stdout!, 'data');
    child.kill('SIGTERM');
    expect([...(await closed), await said]).toEqual([0, null, '']);
  });
});

describe('the shell', () => {
  it('is told which words there are, with exit code 2 for one that there is not', async () => {
    const [help, dance] = await Promise.all([run(['--help']), run(['dance'])]);
    expect([help.code, help.stderr]).toEqual([0, '']);
    expect(help.stdout).toMatch(/^Usage: splitproof \[start \| check \| verify \| evidence \| doctor \|/);
    for (const word of ['manifest', 'register'])
      expect(help.stdout).toMatch(new RegExp(`^  ${word} +\\w`, 'm'));
    expect([dance.code, dance.stdout]).toEqual([2, '']);
    expect(dance.stderr).toBe(`There is no "dance" here.\n\n${help.stdout}`);
  });

  it('is never shown a secret, wherever the words come from', async () => {
    const { stderr } = await run(['xyz-12345678'], { env: { SLACK_BOT_TOKEN: 'xyz-12345678' } });
    expect(stderr).toMatch(/^There is no "\[secret\]" here\./);
  });

  it('is told that a word takes no arguments', async () => {
    const { code, stdout, stderr } = await run(['start', 'now']);
    expect([code, stdout]).toEqual([2, '']);
    expectSentence(stderr);
  });
});

it.each(['verify', 'evidence'])('%s ends quietly when its reader goes away', async (word) => {
  const child = spawn(process.execPath, [BIN, word, '--help'], { stdio: ['ignore', 'pipe', 'pipe'] });
  child.stdout.destroy();
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  expect([code, said]).toEqual([0, '']);
});

describe('the doctor in the shell', () => {
  it('makes no database, and says so', async () => {
    const folder = newFolder();
    const { code, stdout } = await run(['doctor'], { folder });
    expect([code, stdout]).toEqual([
      0,
      'No platform has a token, so start opens the room in this terminal.\n' +
        '   → docs/slack.md and docs/discord.md say, step by step, how to connect one.\n' +
        '✅ The database is not there yet; it is made at the first start.\n',
    ]);
    expect(readdirSync(folder)).toEqual([]);
    await run(['start'], { folder });
    expect((await run(['doctor'], { folder })).stdout).toMatch(/✅ The database answers\.\n$/);
  });
});

describe('verify', () => {
  it('is one of the words, with its exit codes', async () => {
    const { code, stdout, stderr } = await run(['verify', 'nothing-here']);
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain('nothing-here');
    expectSentence(stderr);
  });
});

describe('a start that is refused', () => {
  it.each<[string, Record<string, string>, RegExp]>([
    [
      'the database is of a kind unknown here',
      { DATABASE_URL: 'mysql://u:sesame@127.0.0.1/x' },
      /DATABASE_URL/,
    ],
    ['nobody answers at the database', { DATABASE_URL: 'postgres://u:sesame@127.0.0.1:1/x' }, /database/i],
    ['there is no such adapter', { ADAPTERS: 'telegraph' }, /ADAPTERS must be one or more of /],
  ])('says a sentence when %s', async (_what, env, words) => {
    const { code, stdout, stderr } = await run(['start'], { env });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toMatch(words);
    expect(stderr).not.toContain('sesame');
    expectSentence(stderr);
  });

  it('says that a port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const address = server.address();
    const port = String(typeof address === 'object' ? address?.port : address);
    const { code, stderr } = await run(['start'], { env: { OPS_PORT: port } });
    server.close();
    expect(code).toBe(1);
    expect(stderr).toMatch(/OPS_PORT .* another program/);
    expectSentence(stderr);
  });
});

describe('the file .env', () => {
  it('sets what is not set already', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'DATABASE_URL=sqlite:from-file.db\nADAPTERS=console\n');
    await Promise.all([
      run([], { folder }),
      run([], { folder, env: { DATABASE_URL: 'sqlite:from-shell.db' } }),
    ]);
    const there = ['from-file.db', 'from-shell.db', 'data'].map((name) => existsSync(join(folder, name)));
    expect(there).toEqual([true, true, false]);
  });
});

describe('a file .env that cannot be read', () => {
  it('is named where it is a folder', async () => {
    const folder = newFolder();
    mkdirSync(join(folder, '.env'));
    const { code, stdout, stderr } = await run([], { folder });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain(`The file .env in ${realpathSync(folder)} cannot be read: it is a folder.`);
    expectSentence(stderr);
  });

  it.skipIf(process.getuid?.() !== 0)('is named where another user may not read it', async () => {
    const folder = newFolder();
    writeFileSync(join(folder, '.env'), 'ADAPTERS=console\n', { mode: 0o600 });
    for (const path of [root, folder]) chmodSync(path, 0o755);
    const options = ['--import', 'data:text/javascript,process.setuid(65534)'];
    const { code, stdout, stderr } = await run([], { folder, options });
    expect([code, stdout]).toEqual([1, '']);
    expect(stderr).toContain('cannot be read: permission denied.');
    expectSentence(stderr);
  });
});

describe('the version of Node', () => {
  const pretend = (version: string) => {
    const code = `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: '${version}' } })`;
    return ['--import', `data:text/javascript,${encodeURIComponent(code)}`];
  };

  it.each(['24.14.9', '25.9.0'])('%s is too old', async (version) => {
    const { code, stdout, stderr } = await run(['--help'], { options: pretend(version) });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(`this is Node ${version}.`);
    expect(stderr).toContain('npm ci');
    expectSentence(stderr);
  });

  it.each(['24.15.0', '26.0.0'])('%s is new enough', async (version) => {
    expect((await run(['--help'], { options: pretend(version) })).code).toBe(0);
  });

  const old = oldNode();
  it.skipIf(old === null)(
    `is told by an old Node itself (${old?.version ?? 'there is none on this machine'})`,
    async () => {
      const { code, stdout, stderr } = await run([], { node: old!.path });
      expect([code, stdout]).toEqual([2, '']);
      expect(stderr).toContain(`this is Node ${old!.version}.`);
      expectSentence(stderr);
    },
  );
});

/** A Node on the machine that is older than ours, outside of the project. */
function oldNode(): { readonly path: string; readonly version: string } | null {
  const folders = ['/usr/local/bin', '/usr/bin', ...(process.env.PATH ?? '').split(delimiter)];
  const paths = folders
    .filter((folder) => !folder.includes('node_modules'))
    .map((folder) => join(folder, 'node'));
  for (const path of new Set(paths)) {
    if (!existsSync(path)) continue;
    const version = execFileSync(path, ['-p', 'process.versions.node'], { encoding: 'utf8' }).trim();
    if (Number(version.split('.')[0]) < 24) return { path, version };
  }
  return null;
}

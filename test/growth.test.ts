import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ROOT = join(import.meta.dirname, '..');

/** The example of CONTRIBUTING.md, as a stranger would type it. */
const COMMAND = `
import { z } from 'zod';
import { defineCommand, subcommand } from '../src/bot/command.ts';
const say = { hello: 'Hello, {name}' };
export default defineCommand({
  name: 'hello', description: 'Say hello', say, main: 'say',
  subcommands: {
    say: subcommand({
      description: 'Say hello to somebody',
      options: { name: { schema: z.string().max(40), description: 'Whom to greet' } },
      handle: ({ name }, { t }) => ({ tone: 'good', title: t(say.hello, { name }) }),
    }),
  },
});`;

/** A platform that is a folder: it says one line to the bot and ends. */
const PLATFORM = `
import { z } from 'zod';
import { defineAdapter } from '../../bot/adapter.ts';
export default defineAdapter({
  name: 'pigeon',
  env: z.object({ PIGEON_TOKEN: z.string() }),
  async start(bot, env, services) {
    const origin = { platform: 'pigeon', space: 'loft', channel: 'loft', account: 'ana', name: 'Ana', locale: 'en', admin: true };
    const next = bot.next({ kind: 'typed', origin, line: 'hello Bo', files: [] });
    const reply = next.kind === 'work' ? await next.run(() => {}) : null;
    process.stdout.write(JSON.stringify(reply?.title) + '\\n');
    services.finish();
    const none = async () => { throw new Error('no'); };
    return { post: none, edit: none, direct: none, reactions: none, hint: none, find: none, missingPermissions: async () => [],
      account: none, download: none, diagnose: async () => [], whyNotReady: () => null, stop: async () => {} };
  },
});`;

describe('growing', { timeout: 60_000 }, () => {
  let copy: string;
  beforeAll(() => {
    copy = mkdtempSync(join(tmpdir(), 'splitproof-growth-'));
    for (const name of ['src', 'commands', 'bin', 'package.json'])
      cpSync(join(ROOT, name), join(copy, name), { recursive: true });
    symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));
    writeFileSync(join(copy, 'commands', 'hello.ts'), COMMAND);
    mkdirSync(join(copy, 'src/adapters/pigeon'));
    writeFileSync(join(copy, 'src/adapters/pigeon/index.ts'), PLATFORM);
  });
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  const run = async (args: readonly string[], env: Record<string, string>) => {
    const all = { PATH: process.env.PATH, DATABASE_URL: 'sqlite::memory:', ...env };
    return (
      await promisify(execFile)(process.execPath, [join(copy, 'bin/splitproof.mjs'), ...args], {
        cwd: copy,
        env: all,
      })
    ).stdout;
  };

  it('a command is one file: the manifest of Slack has it', async () => {
    expect(await run(['manifest'], {})).toContain('/hello');
  });

  it('a platform is one folder: it is found by its token and hears the new command', async () => {
    const title = JSON.parse(await run(['start'], { PIGEON_TOKEN: 'coo', LOG_LEVEL: 'silent' })) as {
      text: string;
    }[];
    expect(title.map(({ text }) => text).join('')).toBe('Hello, Bo');
  });
});

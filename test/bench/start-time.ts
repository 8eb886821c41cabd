import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { atMost, type Bench, measured, median, round } from './bench.ts';

const ROOT = join(import.meta.dirname, '../..');
const BIN = join(ROOT, 'bin/splitproof.mjs');
const QUESTION = '/isrc check US-RC1-76-07839\n';
/** Both libraries, in one process, as a bot of both platforms has to. */
const IMPORTS =
  "await Promise.all([import('discord.js'), import('@slack/bolt')]); process.stdout.write('imported')";

/** P8: from the shell to the first answer in the terminal room, beside only importing the chat libraries. */
export const startTime: Bench = {
  name: 'start-time',
  title: 'P8 · start to first answer in the terminal room',
  async run({ rounds: howMany, note }) {
    const rounds = howMany(11, 3);
    const rooms: number[] = [];
    const bare: number[] = [];
    const folder = await mkdtemp(join(tmpdir(), 'splitproof-bench-'));
    try {
      for (let round = 0; round <= rounds; round++) {
        note(round === 0 ? 'warming up' : `round ${round} of ${rounds}`);
        const room = await firstAnswer(folder);
        const imports = await importsOnly();
        // The first of each reads the disk for both.
        if (round > 0) {
          rooms.push(room);
          bare.push(imports);
        }
      }
    } finally {
      await rm(folder, { recursive: true });
    }
    const row = (name: string, times: readonly number[]) => [
      name,
      round(median(times)),
      round(Math.min(...times)),
      round(Math.max(...times)),
    ];
    return {
      table: [
        ['', 'ms, median', 'least', 'most'],
        row('terminal room: first answer', rooms),
        row('node importing discord.js and @slack/bolt', bare),
      ],
      promises: [atMost('first answer against the imports', median(rooms) / median(bare), 1)],
      notes: ['The room starts with a database that exists, as it does from the second start on.'],
    };
  },
};

async function firstAnswer(folder: string): Promise<number> {
  const since = performance.now();
  const child = spawn(process.execPath, [BIN], {
    cwd: folder,
    stdio: ['pipe', 'pipe', 'pipe'],
    env: { PATH: process.env.PATH, DATABASE_URL: `sqlite:${join(folder, 'bench.db')}`, ADAPTERS: 'console' },
  });
  child.stdin.write(QUESTION);
  let seen = '';
  let tookMs: number | null = null;
  for await (const chunk of child.stdout.setEncoding('utf8')) {
    seen += chunk;
    if (tookMs !== null || !seen.includes('US-RC1-76-07839')) continue;
    tookMs = performance.now() - since;
    child.stdin.end();
  }
  if (child.exitCode === null) await once(child, 'exit');
  measured(
    tookMs !== null && seen.includes('RIAA'),
    `the room did not answer, but said: ${seen.slice(0, 300)}`,
  );
  return tookMs;
}

async function importsOnly(): Promise<number> {
  const since = performance.now();
  const child = spawn(process.execPath, ['--input-type=module', '-e', IMPORTS], {
    cwd: ROOT,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [said] = await once(child.stdout.setEncoding('utf8'), 'data');
  const tookMs = performance.now() - since;
  measured(said === 'imported', `the imports said ${said}`);
  if (child.exitCode === null) await once(child, 'exit');
  return tookMs;
}

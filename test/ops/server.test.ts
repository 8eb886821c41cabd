import { once } from 'node:events';
import { connect } from 'node:net';
import { text } from 'node:stream/consumers';
import { expect, it, onTestFinished } from 'vitest';
import { createMetrics } from '../../src/ops/metrics.ts';
import { askAll, databasePart, type Part } from '../../src/ops/readiness.ts';
import { startOpsServer } from '../../src/ops/server.ts';
import { openStore } from '../../src/store/database.ts';

const well: Part = { name: 'slack', whyNotReady: () => null };

it('says that the process is alive', async () => {
  const { get } = await serve([]);
  expect(await get('/healthz')).toEqual({ status: 200, json: { alive: true } });
});

it('is ready when every part is, and says why not otherwise', async () => {
  let reason: string | null = 'the connection is being made again.';
  const { get } = await serve([well, { name: 'discord', whyNotReady: async () => reason }]);
  expect(await get('/readyz')).toEqual({
    status: 503,
    json: { ready: false, problems: ['discord: the connection is being made again.'] },
  });
  reason = null;
  expect(await get('/readyz')).toEqual({ status: 200, json: { ready: true, problems: [] } });
});

it('is alive, though not ready, while the database is away', async () => {
  const store = await openStore('sqlite::memory:', { now: new Date(0) });
  const errors: unknown[] = [];
  const { get } = await serve([databasePart(store.check, (error) => errors.push(error))]);
  expect((await get('/readyz')).status).toBe(200);
  await store.close();
  expect(await get('/readyz')).toEqual({
    status: 503,
    json: { ready: false, problems: ['database: it cannot be reached; the log says why.'] },
  });
  expect(errors).toHaveLength(1);
  expect((await get('/healthz')).status).toBe(200);
});

it('does not wait for a part that does not answer, nor trip over one that fails', async () => {
  const silent: Part = { name: 'slack', whyNotReady: () => new Promise(() => {}) };
  const failing: Part = {
    name: 'discord',
    whyNotReady: () => {
      throw new Error('canary');
    },
  };
  expect(await askAll([silent, failing, well], 10)).toEqual([
    { name: 'slack', problem: 'it does not answer.' },
    { name: 'discord', problem: 'it cannot be asked.' },
    { name: 'slack', problem: null },
  ]);
});

it('counts answers by command and outcome, how long they took, and what is ready', async () => {
  const parts = [well, { name: 'database', whyNotReady: () => 'away' }];
  const metrics = createMetrics('1.2.3', () => parts);
  metrics.answered('isrc check', 'answered', 20);
  metrics.answered('isrc check', 'answered', 2_600);
  metrics.answered('isrc check', 'refused', 1);
  const { url } = await serve(parts, metrics);
  const response = await fetch(`${url}/metrics`);
  expect(response.headers.get('content-type')).toMatch(/^text\/plain; version=/);
  const lines = (await response.text()).split('\n');
  expect(lines).toEqual(
    expect.arrayContaining([
      'splitproof_info{version="1.2.3"} 1',
      'splitproof_answers_total{command="isrc check",outcome="answered"} 2',
      'splitproof_answers_total{command="isrc check",outcome="refused"} 1',
      'splitproof_answer_seconds_bucket{le="0.025",command="isrc check"} 2',
      'splitproof_answer_seconds_bucket{le="3",command="isrc check"} 3',
      'splitproof_ready{part="slack"} 1',
      'splitproof_ready{part="database"} 0',
    ]),
  );
  expect(lines.some((line) => line.startsWith('process_resident_memory_bytes '))).toBe(true);
});

it('forgets the state of a part that is no more', async () => {
  const parts = [well];
  const metrics = createMetrics('1', () => parts);
  expect((await metrics.read()).text).toContain('splitproof_ready{part="slack"} 1');
  parts.pop();
  expect((await metrics.read()).text).not.toContain('splitproof_ready{part=');
});

it.each([
  ['GET', '/', 404],
  ['GET', '/constructor', 404],
  ['POST', '/healthz', 405],
  ['HEAD', '/healthz', 200],
  ['GET', '/healthz?full=1', 200],
])('answers %s %s with %i', async (method, path, status) => {
  const { url } = await serve([]);
  expect((await fetch(`${url}${path}`, { method })).status).toBe(status);
});

it('says that it could not answer when the metrics fail, and goes on', async () => {
  const { get } = await serve([], { read: () => Promise.reject(new Error('canary')) });
  expect(await get('/metrics')).toEqual({ status: 500, json: { error: 'The answer could not be made.' } });
  expect((await get('/healthz')).status).toBe(200);
});

it('refuses a port that is taken with a sentence', async () => {
  const { port } = await serve([]);
  const second = startOpsServer({ port, parts: () => [], metrics: createMetrics('1', () => []) });
  await expect(second).rejects.toThrow('OPS_PORT is a port that another program uses. Choose another one.');
});

it('closes at once, whoever is still connected, and frees the port', async () => {
  const { port, close } = await serve([]);
  const idle = connect(port, '127.0.0.1');
  await once(idle, 'connect');
  const ended = text(idle);
  await close();
  await ended;
  await expect(fetch(`http://127.0.0.1:${port}/healthz`)).rejects.toThrow();
});

it('can be closed twice', async () => {
  const { close } = await serve([]);
  await close();
  await close();
});

async function serve(
  parts: readonly Part[],
  metrics: Parameters<typeof startOpsServer>[0]['metrics'] = createMetrics('1', () => parts),
) {
  const server = await startOpsServer({ port: 0, parts: () => parts, metrics });
  onTestFinished(() => server.close());
  const url = `http://127.0.0.1:${server.port}`;
  const get = async (path: string) => {
    const response = await fetch(`${url}${path}`);
    return { status: response.status, json: (await response.json()) as unknown };
  };
  return { ...server, url, get };
}

import { once } from 'node:events';
import { createServer, type ServerResponse } from 'node:http';
import { ConfigError } from '../config.ts';
import type { Metrics } from './metrics.ts';
import { askAll, type Part } from './readiness.ts';

export type OpsServer = {
  readonly port: number;
  /** Resolves when nobody is connected any more; who still is, is cut off. */
  close(): Promise<void>;
};

export type OpsOptions = {
  /** From OPS_PORT; 0 takes a free one. */
  readonly port: number;
  /** All that has to work, also what is not connected yet. */
  readonly parts: () => readonly Part[];
  readonly metrics: Pick<Metrics, 'read'>;
};

type Answer = { readonly status: number; readonly mediaType: string; readonly body: string };

/** On the loopback address alone: what is served here is for the machine's own watchers, and asks for no password. */
const HOST = '127.0.0.1';

/**
 * Serve `/healthz` (the process is alive), `/readyz` (everything works, or what does not) and `/metrics`.
 *
 * @throws ConfigError when the port cannot be had
 */
export async function startOpsServer({ port, parts, metrics }: OpsOptions): Promise<OpsServer> {
  const pages = new Map<string, () => Promise<Answer>>([
    ['/healthz', async () => json(200, { alive: true })],
    [
      '/readyz',
      async () => {
        const answers = await askAll(parts());
        const problems = answers.flatMap(({ name, problem }) =>
          problem === null ? [] : [`${name}: ${problem}`],
        );
        return json(problems.length === 0 ? 200 : 503, { ready: problems.length === 0, problems });
      },
    ],
    [
      '/metrics',
      async () => {
        const { text, mediaType } = await metrics.read();
        return { status: 200, mediaType, body: text };
      },
    ],
  ]);
  const server = createServer(async ({ url = '', method = '' }, response) => {
    const page = pages.get(url.split('?')[0] ?? '');
    if (!page) send(response, json(404, { error: `There is ${[...pages.keys()].join(', ')}.` }));
    else if (method !== 'GET' && method !== 'HEAD')
      send(response, json(405, { error: 'Only GET is answered.' }));
    else send(response, await page().catch(() => json(500, { error: 'The answer could not be made.' })));
  });
  server.listen(port, HOST);
  try {
    await once(server, 'listening');
  } catch (error) {
    throw sayWhy(error);
  }
  const address = server.address();
  return {
    port: typeof address === 'object' && address ? address.port : port,
    async close() {
      const closed = once(server, 'close');
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function json(status: number, value: object): Answer {
  return { status, mediaType: 'application/json; charset=utf-8', body: `${JSON.stringify(value)}\n` };
}

function send(response: ServerResponse, { status, mediaType, body }: Answer): void {
  response.writeHead(status, { 'content-type': mediaType, 'cache-control': 'no-store' });
  response.end(body);
}

function sayWhy(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  if (code === 'EADDRINUSE')
    return new ConfigError(['OPS_PORT is a port that another program uses. Choose another one.']);
  if (code === 'EACCES')
    return new ConfigError(['OPS_PORT is a port that only an administrator may use. Choose one above 1023.']);
  return error;
}

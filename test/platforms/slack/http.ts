import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo, Socket } from 'node:net';
import { answer, type Method, type Scene } from './api.ts';
import { isObject } from './blocks/shape.ts';
import { ApiError } from './errors.ts';
import type { Faults, Trouble } from './faults.ts';
import { serveFile, takeUpload } from './file-routes.ts';
import { useHook } from './hooks.ts';
import type { Json } from './world.ts';

export type Doors = {
  readonly server: Server;
  /** Listen on a free port, or again on the one from before. */
  open(): Promise<string>;
  /** Refuse every connection, and break those there are. */
  shut(): Promise<void>;
};

/** The HTTP side of Slack: the Web API, uploads, downloads and response_urls. */
export function createDoors(scene: Scene, methods: Readonly<Record<string, Method>>, faults: Faults): Doors {
  const sockets = new Set<Socket>();
  const server = createServer((request, response) => {
    response.setHeader('date', new Date(scene.world.now()).toUTCString());
    serve(scene, methods, faults, request, response).catch((error: unknown) => {
      response.writeHead(500).end(String(error));
    });
  });
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.on('close', () => sockets.delete(socket));
  });
  let port = 0;
  return {
    server,
    open: () =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, '127.0.0.1', () => {
          server.off('error', reject);
          port = (server.address() as AddressInfo).port;
          resolve(`http://127.0.0.1:${port}`);
        });
      }),
    shut: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

async function serve(
  scene: Scene,
  methods: Readonly<Record<string, Method>>,
  faults: Faults,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const url = new URL(request.url ?? '/', scene.world.origin || 'http://127.0.0.1');
  const body = await readBody(request);
  const [, first = '', ...rest] = url.pathname.split('/');
  const name =
    first === 'api'
      ? rest.join('/')
      : ({ upload: 'upload', 'files-pri': 'download', hooks: 'hook' }[first] ?? first);
  const args = first === 'upload' ? {} : readForm(request, url, body);
  const trouble = faults.take(name, args);
  if (trouble !== undefined && (await cause(trouble, request, response))) return;
  const send = (status: number, headers: Readonly<Record<string, string>>, text: string | Buffer): void => {
    if (trouble?.kind === 'lose') request.socket.destroy();
    else response.writeHead(status, headers).end(text);
  };
  if (name === 'upload') return send(...takeUpload(scene.world, rest.at(-1) ?? '', request.headers, body));
  if (name === 'download') return send(...serveFile(scene, rest, request.headers.authorization));
  if (name === 'hook') return send(...useHook(scene, url.pathname, body.toString()));
  if (first === 'login')
    return send(200, { 'content-type': 'text/html; charset=utf-8' }, '<html><title>Sign in</title></html>');
  if (first !== 'api') return send(404, {}, '');
  const said = answer(scene, methods, name, args, bearer(request));
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'x-oauth-scopes': said.scopes,
    'x-accepted-oauth-scopes': said.accepted,
  };
  send(200, headers, JSON.stringify(said.body));
}

/** True when the trouble was the whole answer. */
async function cause(trouble: Trouble, request: IncomingMessage, response: ServerResponse): Promise<boolean> {
  switch (trouble.kind) {
    case 'delay':
      await new Promise((resolve) => setTimeout(resolve, trouble.ms));
      return false;
    case 'lose':
      return false;
    case 'drop':
      request.socket.destroy();
      return true;
    case 'hang':
      return true;
    case 'error':
      response.writeHead(200, { 'content-type': 'application/json' });
      response.end(JSON.stringify({ ok: false, error: trouble.error, ...trouble.fields }));
      return true;
    case 'status': {
      const headers = {
        ...(trouble.retryAfter === undefined ? {} : { 'retry-after': String(trouble.retryAfter) }),
        ...(trouble.location === undefined ? {} : { location: trouble.location }),
        ...(trouble.contentType === undefined ? {} : { 'content-type': trouble.contentType }),
      };
      response.writeHead(trouble.status, headers).end(trouble.body ?? '');
      return true;
    }
  }
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function bearer(request: IncomingMessage): string | undefined {
  return /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
}

function readForm(request: IncomingMessage, url: URL, body: Buffer): Json {
  const query = Object.fromEntries(url.searchParams);
  if (/json/.test(request.headers['content-type'] ?? '')) {
    try {
      const parsed: unknown = JSON.parse(body.toString());
      return isObject(parsed) ? { ...query, ...parsed } : query;
    } catch (error) {
      if (error instanceof ApiError) throw error;
      return query;
    }
  }
  return { ...query, ...Object.fromEntries(new URLSearchParams(body.toString())) };
}

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { setTimeout as delay } from 'node:timers/promises';
import { serveFile } from './cdn.ts';
import { ApiError, NOT_FOUND, refusal } from './errors.ts';
import { type Fault, Faults } from './faults.ts';
import { Gateway } from './gateway.ts';
import { RateLimits } from './rate-limits.ts';
import { type ReadBody, readBody } from './request.ts';
import type { Answer, Route } from './route.ts';
import { commandRoutes } from './routes/commands.ts';
import { guildRoutes } from './routes/guilds.ts';
import { interactionRoutes } from './routes/interactions.ts';
import { messageRoutes } from './routes/messages.ts';
import { reactionRoutes } from './routes/reactions.ts';
import { selfRoutes } from './routes/self.ts';
import type { RequestRecord } from './things.ts';
import type { World } from './world.ts';

const ROUTES = [
  ...selfRoutes,
  ...guildRoutes,
  ...messageRoutes,
  ...reactionRoutes,
  ...interactionRoutes,
  ...commandRoutes,
].map((route) => ({ route, parts: route.path.split('/').slice(1) }));

/** Bots must name themselves like this, or they are blocked. */
const USER_AGENT = /^DiscordBot \(\S+, \S+\)/;

type Found = { readonly route: Route; readonly params: Record<string, string> };

function findRoute(method: string, path: string): Found | null {
  const given = path.split('/').slice(1).map(decodeURIComponent);
  for (const { route, parts } of ROUTES) {
    if (route.method !== method || parts.length !== given.length) continue;
    const fits = parts.every((part, index) => part.startsWith(':') || part === given[index]);
    if (!fits) continue;
    const params = parts.flatMap((part, index) =>
      part.startsWith(':') ? [[part.slice(1), given[index]!]] : [],
    );
    return { route, params: Object.fromEntries(params) };
  }
  return null;
}

type Call = { record: RequestRecord; read: ReadBody; url: URL; request: IncomingMessage };

/** REST version 10 and the file server, on one port with the gateway. */
export class Http {
  readonly #world: World;
  readonly gateway: Gateway;
  readonly faults = new Faults();
  readonly #limits: RateLimits;
  readonly server: Server;

  constructor(world: World) {
    this.#world = world;
    this.gateway = new Gateway(world);
    this.#limits = new RateLimits(world.settings.bucketSize);
    this.server = createServer((request, response) => void this.#serve(request, response));
    this.server.on('upgrade', (request, socket, head) => this.gateway.upgrade(request, socket, head));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '/', this.#world.origin);
    response.setHeader('date', new Date(this.#world.now()).toUTCString());
    if (url.pathname.startsWith('/attachments/')) {
      serveFile(this.#world, url, response);
      return;
    }
    const record: RequestRecord = {
      method: request.method ?? 'GET',
      path: url.pathname.replace(/^\/api(?:\/v\d+)?/, ''),
      query: Object.fromEntries(url.searchParams),
      headers: request.headers,
      body: {},
      files: [],
      atMs: this.#world.now(),
      status: null,
    };
    try {
      const read = await readBody(request);
      const seen = { ...record, body: read.body, files: read.files.map(({ name }) => name) };
      this.#remember(seen);
      await this.#answer({ record: seen, read, url, request }, response);
    } catch (error) {
      this.#fail(record, response, error);
    }
    this.#world.changes.happened();
  }

  #remember(record: RequestRecord): void {
    const { requests, settings } = this.#world;
    requests.push(record);
    if (requests.length > settings.memory) requests.splice(0, settings.memory / 2);
  }

  async #answer(call: Call, response: ServerResponse): Promise<void> {
    const { record } = call;
    const path = decodeURIComponent(record.path);
    const fault = this.faults.take(record.method, path);
    if (fault?.delayMs) await delay(fault.delayMs);
    if (fault && !fault.afterWork && this.#misbehave(fault, record, response)) return;
    try {
      const { answer, headers } = this.#handle(call);
      if (fault?.afterWork && this.#misbehave(fault, record, response)) return;
      this.#send(
        record,
        response,
        answer.status ?? (answer.body === undefined ? 204 : 200),
        answer.body,
        headers,
      );
    } catch (error) {
      this.#fail(record, response, error);
    }
  }

  /** Do what the fault says instead of answering; false if it only delays. */
  #misbehave(fault: Fault, record: RequestRecord, response: ServerResponse): boolean {
    if (fault.cut) {
      response.destroy();
      return true;
    }
    if (fault.retryAfter !== undefined) {
      const { retryAfter, isGlobal = false } = fault;
      this.#send(
        record,
        response,
        429,
        { message: 'You are being rate limited.', retry_after: retryAfter, global: isGlobal },
        {
          'retry-after': String(retryAfter < 1 ? retryAfter : Math.ceil(retryAfter)),
          'x-ratelimit-scope': isGlobal ? 'global' : 'user',
          ...(isGlobal && { 'x-ratelimit-global': 'true' }),
        },
      );
      return true;
    }
    if (fault.status === undefined) return false;
    const body = { message: fault.message ?? `${fault.status}: Error`, code: fault.code ?? 0 };
    this.#send(record, response, fault.status, body);
    return true;
  }

  #handle({ record, read, url, request }: Call): {
    answer: Answer;
    headers: Readonly<Record<string, string>>;
  } {
    if (!/^\/api\/v10\//.test(url.pathname)) throw refusal(50041);
    if (!USER_AGENT.test(request.headers['user-agent'] ?? '')) {
      throw new ApiError(403, 40333, 'internal network error');
    }
    const found = findRoute(record.method, record.path);
    if (!found) throw NOT_FOUND;
    const { route, params } = found;
    if (!route.isOpen && request.headers.authorization !== `Bot ${this.#world.settings.token}`)
      throw refusal(0);
    const major = params.channel ?? params.guild ?? params.token ?? '';
    const allowance = this.#limits.take(`${route.method} ${route.path}`, major, this.#world.now());
    if (allowance.isSpent && !route.path.startsWith('/interactions/')) {
      throw new ApiError(429, 0, 'You are being rate limited.', { retry_after: allowance.retryAfter });
    }
    const { query } = record;
    const answer = route.handle({ world: this.#world, gateway: this.gateway, params, query, ...read });
    return { answer, headers: allowance.headers };
  }

  #fail(record: RequestRecord, response: ServerResponse, error: unknown): void {
    if (!(error instanceof ApiError)) {
      this.#world.mistakes.push(
        `The fake server failed at ${record.method} ${record.path}: ${String(error)}`,
      );
      this.#send(record, response, 500, { message: '500: Internal Server Error', code: 0 });
      return;
    }
    if (error.code === 50035 || error.code === 40005 || error.code === 50109) {
      this.#world.mistakes.push(`${record.method} ${record.path}: ${JSON.stringify(error.body)}`);
    }
    if (error.status === 429) {
      const retryAfter = Number(error.errors?.retry_after ?? 1);
      const body = { message: error.message, retry_after: retryAfter, global: false, code: error.code };
      this.#send(record, response, 429, body, { 'retry-after': String(Math.ceil(retryAfter)) });
      return;
    }
    this.#send(record, response, error.status, error.body);
  }

  #send(
    record: RequestRecord,
    response: ServerResponse,
    status: number,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): void {
    record.status = status;
    if (body === undefined) response.writeHead(status, headers).end();
    else
      response
        .writeHead(status, { ...headers, 'content-type': 'application/json' })
        .end(JSON.stringify(body));
  }
}

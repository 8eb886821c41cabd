import type { Upload } from './checks/message.ts';
import type { Gateway } from './gateway.ts';
import type { Json } from './json.ts';
import type { World } from './world.ts';

export type RouteRequest = Readonly<{
  world: World;
  gateway: Gateway;
  params: Readonly<Record<string, string>>;
  query: Readonly<Record<string, string>>;
  /** The body as it came: a list for the bulk registration, an object elsewhere. */
  json: unknown;
  body: Json;
  files: readonly Upload[];
}>;

/** 204 when there is no body. */
export type Answer = Readonly<{ status?: number; body?: unknown }>;

export type Route = Readonly<{
  method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Without the version: `/channels/:channel/messages`. */
  path: string;
  /** Reached with the token in the path, not with the bot's. */
  isOpen?: boolean;
  handle(request: RouteRequest): Answer;
}>;

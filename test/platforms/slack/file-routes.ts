import type { IncomingHttpHeaders } from 'node:http';
import type { Scene } from './api.ts';
import { mayRead } from './methods/files.ts';
import type { World } from './world.ts';

type Said = [status: number, headers: Readonly<Record<string, string>>, body: string | Buffer];

/** The second step of an upload: bytes, bare or in a form, of the length announced in the first. */
export function takeUpload(world: World, id: string, headers: IncomingHttpHeaders, body: Buffer): Said {
  const file = world.files.get(id);
  if (file === undefined || file.state !== 'pending') return [404, {}, 'no such upload'];
  const bytes = partOf(headers['content-type'] ?? '', body);
  if (bytes.length !== file.size) return [400, {}, `expected ${file.size} bytes, got ${bytes.length}`];
  file.bytes = bytes;
  file.state = 'uploaded';
  world.changed();
  return [200, { 'content-type': 'text/plain' }, `OK - ${bytes.length}`];
}

/** The first part of a multipart form, or the body as it is. */
function partOf(contentType: string, body: Buffer): Buffer {
  const boundary = /boundary=([^;]+)/.exec(contentType)?.[1];
  if (boundary === undefined) return body;
  const start = body.indexOf('\r\n\r\n') + 4;
  const end = body.indexOf(`\r\n--${boundary}`, start);
  return body.subarray(start, end < 0 ? body.length : end);
}

/**
 * url_private: needs the token and files:read. Without them Slack does not refuse: it sends the browser's
 * sign-in page, with status 302 and then 200, and a careless bot takes that for the file.
 */
export function serveFile(scene: Scene, path: readonly string[], authorization: string | undefined): Said {
  const id = path[0]?.split('-').at(-1) ?? '';
  const file = scene.world.files.get(id);
  const install = scene.world.installs.get(authorization?.replace(/^Bearer /, '') ?? '');
  const allowed = install?.state === 'live' && install.scopes.has('files:read');
  if (!allowed || install === undefined)
    return [302, { location: `${scene.world.origin}/login?redir=${path.join('/')}` }, ''];
  if (file === undefined || !mayRead({ ...scene, install }, file))
    return [404, { 'content-type': 'text/html' }, '<html></html>'];
  if (file.state === 'deleted' || file.state === 'hidden')
    return [404, { 'content-type': 'text/html' }, '<html></html>'];
  return [200, { 'content-type': file.mimetype, 'content-length': String(file.bytes.length) }, file.bytes];
}

import { createHmac, timingSafeEqual } from 'node:crypto';
import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';
import type { Attachment } from './things.ts';
import type { World } from './world.ts';

const SECRET = 'nothing here is worth protecting';

function sign(path: string, expires: string, issued: string): string {
  return createHmac('sha256', SECRET).update(`${path}|${expires}|${issued}`).digest('hex');
}

/** A link as Discord gives it: issued, expires, signature; made anew each time a message is read. */
export function signedUrl(world: World, channelId: string, attachment: Attachment): string {
  const path = `/attachments/${channelId}/${attachment.id}/${encodeURIComponent(attachment.filename)}`;
  const seconds = Math.floor(world.now() / 1000);
  const issued = seconds.toString(16);
  const expires = (seconds + Math.floor(world.settings.attachmentUrlLifeMs / 1000)).toString(16);
  return `${world.origin}${path}?ex=${expires}&is=${issued}&hm=${sign(path, expires, issued)}&`;
}

function isGood(world: World, url: URL): boolean {
  const [expires, issued, mac] = ['ex', 'is', 'hm'].map((key) => url.searchParams.get(key) ?? '');
  const wanted = Buffer.from(sign(url.pathname, expires!, issued!));
  const given = Buffer.from(mac!);
  if (wanted.length !== given.length || !timingSafeEqual(wanted, given)) return false;
  return Number.parseInt(expires!, 16) * 1000 > world.now();
}

function findFile(world: World, id: string): Attachment | undefined {
  for (const channel of world.channels.values()) {
    for (const message of channel.messages.values()) {
      const found = message.attachments.find((attachment) => attachment.id === id);
      if (found) return found;
    }
  }
  const ofInteractions = [...world.interactions.values()].flatMap(({ messages }) => messages);
  return (
    world.uploads.get(id) ??
    ofInteractions.flatMap(({ attachments }) => attachments).find((file) => file.id === id)
  );
}

function* zeros(sizeBytes: number): Generator<Uint8Array> {
  const chunk = new Uint8Array(64 * 1024);
  for (let sent = 0; sent < sizeBytes; sent += chunk.length) yield chunk.subarray(0, sizeBytes - sent);
}

/** Serve `/attachments/<channel>/<id>/<name>`: 404 once the link has expired or the file is gone. */
export function serveFile(world: World, url: URL, response: ServerResponse): void {
  const file = findFile(world, url.pathname.split('/')[3] ?? '');
  if (!file || !isGood(world, url)) {
    response.writeHead(404, { 'content-type': 'text/plain' }).end('This content is no longer available.');
    return;
  }
  response.writeHead(200, {
    'content-type': file.contentType ?? 'application/octet-stream',
    'content-length': file.bytes?.length ?? file.sizeBytes,
  });
  Readable.from(file.bytes ? [file.bytes] : zeros(file.sizeBytes))
    .on('error', () => {})
    .pipe(response);
}

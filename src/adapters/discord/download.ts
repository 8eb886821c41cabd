import type { Attachment } from '../../bot/adapter.ts';
import { UserError } from '../../core/problem.ts';
import { reasonOf } from './errors.ts';

/** Discord's own file servers; only they are asked, whatever an address says. */
const FILE_HOSTS = /(?:^|\.)(?:discordapp\.com|discordapp\.net|discord\.com)$/;
const ANSWER_WITHIN_MS = 20_000;

export type Downloads = {
  readonly apiUrl: string;
  now(): Date;
};

/**
 * Open a file that somebody attached.
 *
 * Its address is signed and runs out after some hours. The size is judged before the first byte where Discord tells
 * it, and again while it comes.
 *
 * @throws UserError `file.too-large`, `file.expired`, `file.gone`, `file.refused`, `platform.unreachable`
 */
export async function download(
  file: Attachment,
  limitBytes: number,
  { apiUrl, now }: Downloads,
): Promise<AsyncIterable<Uint8Array>> {
  if (file.sizeBytes !== null && file.sizeBytes > limitBytes) throw tooLarge(limitBytes);
  const url = new URL(file.id);
  if (!FILE_HOSTS.test(url.hostname) && url.host !== new URL(apiUrl).host) {
    throw new UserError({ code: 'file.refused', details: { name: file.name } });
  }
  const response = await ask(url);
  if (!response.ok || !response.body) {
    await response.body?.cancel();
    throw refused(response.status, file.name, hasExpired(url, now()));
  }
  if (Number(response.headers.get('content-length') ?? 0) > limitBytes) {
    await response.body.cancel();
    throw tooLarge(limitBytes);
  }
  return counted(response.body, limitBytes);
}

async function ask(url: URL): Promise<Response> {
  const patience = new AbortController();
  const timer = setTimeout(() => patience.abort(), ANSWER_WITHIN_MS);
  try {
    return await fetch(url, { signal: patience.signal });
  } catch (error) {
    throw unreachable(error);
  } finally {
    clearTimeout(timer);
  }
}

async function* counted(body: ReadableStream<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let count = 0;
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => {
      throw unreachable(error);
    });
    if (next.done) return;
    count += next.value.length;
    if (count > limitBytes) {
      await chunks.return?.();
      throw tooLarge(limitBytes);
    }
    yield next.value;
  }
}

/** `ex` is the second it runs out, in hexadecimal. @see Discord reference, "Signed Attachment CDN URLs" */
function hasExpired(url: URL, now: Date): boolean {
  const seconds = Number.parseInt(url.searchParams.get('ex') ?? '', 16);
  return !Number.isNaN(seconds) && seconds * 1000 <= now.getTime();
}

function refused(status: number, name: string, isExpired: boolean): UserError {
  if (isExpired) return new UserError({ code: 'file.expired', details: { name } });
  if (status === 404 || status === 410) return new UserError({ code: 'file.gone', details: { name } });
  if (status >= 500) return unreachable(new Error(`HTTP ${status}`));
  return new UserError({ code: 'file.refused', details: { name } });
}

function tooLarge(limitBytes: number): UserError {
  return new UserError({
    code: 'file.too-large',
    details: { limitMegabytes: Math.floor(limitBytes / 1_000_000) },
  });
}

function unreachable(cause: unknown): UserError {
  const error = new UserError({ code: 'platform.unreachable', details: { platform: 'Discord' } });
  return Object.assign(error, { cause, reason: reasonOf(cause) });
}

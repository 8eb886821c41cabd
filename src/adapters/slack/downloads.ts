import type { webApi } from '@slack/bolt';
import type { Attachment } from '../../bot/adapter.ts';
import { UserError } from '../../core/problem.ts';
import { refusalOf, toUserError } from './errors.ts';

const DOWNLOAD_MS = 120_000;
const MEGABYTE = 1_000_000;

export type DownloadFrom = {
  readonly client: webApi.WebClient;
  readonly token: string;
  readonly apiUrl: string;
};

/**
 * The bytes of a file that somebody attached, as they come.
 *
 * @throws UserError `file.too-large` before or while it is read, `file.gone`, or `file.refused` when Slack sends
 *   its sign-in page instead of the file, or the file lies with somebody else
 */
export async function downloadFile(
  from: DownloadFrom,
  file: Attachment,
  limitBytes: number,
): Promise<AsyncIterable<Uint8Array>> {
  const { url, sizeBytes } = await locate(from, file);
  if (sizeBytes !== null && sizeBytes > limitBytes) throw tooLarge(limitBytes);
  const response = await fetch(url, {
    headers: { authorization: `Bearer ${from.token}` },
    // Without the right to read, Slack redirects to its sign-in page instead of refusing.
    redirect: 'manual',
    signal: AbortSignal.timeout(DOWNLOAD_MS),
  }).catch((error: unknown) => {
    throw unreachable(error);
  });
  const isPage = /^text\/html/.test(response.headers.get('content-type') ?? '');
  const expectsPage = /^text\/html/.test(file.mediaType ?? '');
  if (response.ok && response.body !== null && (!isPage || expectsPage)) {
    return limited(response.body, limitBytes);
  }
  await response.body?.cancel();
  if (response.status === 404 || response.status === 410) throw gone(file);
  throw refused(file);
}

async function locate(
  from: DownloadFrom,
  file: Attachment,
): Promise<{ url: string; sizeBytes: number | null }> {
  try {
    const { file: known } = await from.client.files.info({ file: file.id });
    const url = known?.url_private_download ?? known?.url_private;
    if (known?.mode === 'tombstone' || known?.mode === 'hidden_by_limit') throw gone(file);
    // A file that lies at another company has an address there, which must not be shown our token.
    if (url === undefined || !isSlack(url, from.apiUrl)) throw refused(file);
    return { url, sizeBytes: known?.size ?? null };
  } catch (error) {
    const word = refusalOf(error);
    if (word === 'file_deleted') throw gone(file);
    if (word === 'file_not_found' || word === 'access_denied') throw refused(file);
    throw toUserError(error);
  }
}

/** Slack's own hosts, GovSlack's, and the one that stands in for the API. */
function isSlack(url: string, apiUrl: string): boolean {
  if (!URL.canParse(url)) return false;
  const { host, protocol } = new URL(url);
  if (host === new URL(apiUrl).host) return true;
  return protocol === 'https:' && /(^|\.)(slack|slack-gov|slack-files|slack-edge)\.com$/.test(host);
}

async function* limited(body: ReadableStream<Uint8Array>, limitBytes: number): AsyncGenerator<Uint8Array> {
  let taken = 0;
  const chunks = body[Symbol.asyncIterator]();
  for (;;) {
    const next = await chunks.next().catch((error: unknown) => {
      throw unreachable(error);
    });
    if (next.done) return;
    taken += next.value.length;
    if (taken > limitBytes) {
      await chunks.return?.();
      throw tooLarge(limitBytes);
    }
    yield next.value;
  }
}

/** No answer, or one that breaks off before its end. */
function unreachable(cause: unknown): UserError {
  const error = new UserError({ code: 'platform.unreachable', details: { platform: 'Slack' } });
  return Object.assign(error, { cause });
}

function tooLarge(limitBytes: number): UserError {
  return new UserError({ code: 'file.too-large', details: { limitMegabytes: limitBytes / MEGABYTE } });
}

function gone({ name }: Attachment): UserError {
  return new UserError({ code: 'file.gone', details: { name } });
}

function refused({ name }: Attachment): UserError {
  return new UserError({ code: 'file.refused', details: { name } });
}

import type { OutFile } from '../../bot/reply.ts';
import type { Clients } from './clients.ts';

export type Shared = { readonly name: string; readonly permalink: string | null };

export type ShareWhere = {
  readonly channel: string;
  readonly thread?: string;
  /** Said above the files, in Slack's markup. */
  readonly comment?: string;
};

const UPLOAD_MS = 120_000;

/** Slack keeps no empty files. */
const NOTHING = Buffer.from('\n');

/** Upload files and put them into a conversation as one message. Slack takes them in three steps. */
export async function shareFiles(
  clients: Clients,
  files: readonly OutFile[],
  { channel, thread, comment }: ShareWhere,
): Promise<readonly Shared[]> {
  const ids: { id: string; title: string }[] = [];
  for (const file of files) ids.push({ id: await upload(clients, file), title: file.name });
  const [first, ...more] = ids;
  if (first === undefined) return [];
  // Not repeated by itself: this is the step that people see.
  const answer = await clients.posting.files.completeUploadExternal({
    files: [first, ...more],
    ...(thread === undefined ? { channel_id: channel } : { channel_id: channel, thread_ts: thread }),
    ...(comment === undefined ? {} : { initial_comment: comment }),
  });
  return ids.map(({ id, title }) => {
    const permalink = answer.files?.find((file) => file.id === id)?.permalink ?? null;
    return { name: title, permalink };
  });
}

async function upload(clients: Clients, { name, bytes: given }: OutFile): Promise<string> {
  const bytes = given.length === 0 ? NOTHING : Buffer.from(given);
  const place = await clients.sharing.files.getUploadURLExternal({ filename: name, length: bytes.length });
  if (!place.upload_url || !place.file_id) throw new Error('Slack named no address for an upload.');
  const response = await fetch(place.upload_url, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream' },
    body: bytes,
    signal: AbortSignal.timeout(UPLOAD_MS),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`Slack took no upload: HTTP ${response.status}.`);
  return place.file_id;
}

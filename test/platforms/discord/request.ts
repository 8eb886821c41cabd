import type { IncomingMessage } from 'node:http';
import type { Upload } from './checks/message.ts';
import { refusal } from './errors.ts';
import { asJson, type Json } from './json.ts';

/** A request body, read: JSON, or a form with `payload_json` and `files[n]`. */
export type ReadBody = Readonly<{ json: unknown; body: Json; files: readonly Upload[] }>;

const EMPTY: ReadBody = { json: undefined, body: {}, files: [] };

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw refusal(50109);
  }
}

async function readForm(bytes: Buffer, contentType: string): Promise<ReadBody> {
  const form = await new Response(new Uint8Array(bytes), {
    headers: { 'content-type': contentType },
  }).formData();
  const files: Upload[] = [];
  for (const [key, value] of form) {
    const number = /^files\[(\d+)\]$/.exec(key)?.[1];
    if (number === undefined || typeof value === 'string') continue;
    const content = new Uint8Array(await value.arrayBuffer());
    files.push({ number: Number(number), name: value.name, contentType: value.type, bytes: content });
  }
  const payload = form.get('payload_json');
  const json = typeof payload === 'string' ? parse(payload) : {};
  return { json, body: asJson(json), files };
}

/** @throws 50109 for text that is no JSON */
export async function readBody(request: IncomingMessage): Promise<ReadBody> {
  const bytes = await bytesOf(request);
  const contentType = request.headers['content-type'] ?? '';
  if (bytes.length === 0) return EMPTY;
  if (contentType.startsWith('multipart/form-data')) return readForm(bytes, contentType);
  const json = parse(bytes.toString('utf8'));
  return { json, body: asJson(json), files: [] };
}

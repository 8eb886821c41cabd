import type { Asker, House } from '../../bot/command.ts';
import type { Hash, Seq } from '../../core/ledger/entry-types.ts';
import type { StoredKind } from '../../store/catalog-items.ts';
import { openKeyv } from '../../store/keyv.ts';
import type { Db } from '../../store/tables.ts';
import type { Op } from './plan-types.ts';

/** What waits for a yes: a file, and what its rows would do as long as the catalog stays as it is. */
export type Draft = {
  readonly name: string;
  readonly sha256: Hash;
  readonly what: StoredKind | null;
  /** Entries that the ledger had before the catalog was looked at. */
  readonly size: number;
  readonly pieces: number;
  readonly itemOfLine: readonly (readonly [line: number, id: string])[];
  readonly added: number;
  readonly changed: number;
  readonly refused: number;
};

/** Long enough to ask somebody about a row. */
const KEPT_MS = 24 * 3_600_000;

type Parts = Pick<House, 'now'> & { readonly db: Db };

function open<Value>({ db, now }: Parts, { team }: Pick<Asker, 'team'>) {
  return openKeyv<Value>(db, { teamId: team, namespace: 'catalog-import', now, ttlMs: KEPT_MS });
}

export async function keepPiece(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
  number: number,
  ops: readonly Op[],
): Promise<void> {
  await open<readonly Op[]>(parts, asker).set(`${id}:${number}`, ops);
}

export async function readPiece(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
  number: number,
): Promise<readonly Op[]> {
  return (await open<readonly Op[]>(parts, asker).get(`${id}:${number}`)) ?? [];
}

export async function keepDraft(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
  draft: Draft,
  bytes: Uint8Array,
): Promise<void> {
  await open<string>(parts, asker).set(`${id}:file`, Buffer.from(bytes).toString('base64'));
  await open<Draft>(parts, asker).set(id, draft);
}

export async function readDraft(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
): Promise<{ readonly draft: Draft; readonly bytes: Buffer } | undefined> {
  const draft = await open<Draft>(parts, asker).get(id);
  const base64 = draft && (await open<string>(parts, asker).get(`${id}:file`));
  return draft === undefined || base64 === undefined
    ? undefined
    : { draft, bytes: Buffer.from(base64, 'base64') };
}

/** Whoever takes a draft has it alone, as long as their transaction is kept. @returns false when somebody was faster */
export async function takeDraft(parts: Parts, asker: Pick<Asker, 'team'>, id: string): Promise<boolean> {
  return await open<Draft>(parts, asker).delete(id);
}

/** What was kept beside it goes, and that it was imported stays known for a while. */
export async function closeDraft(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
  pieces: number,
  seq: Seq | null,
): Promise<void> {
  const keys = [id, `${id}:file`, ...Array.from({ length: pieces }, (_, number) => `${id}:${number}`)];
  await open(parts, asker).deleteMany(keys);
  if (seq !== null) await open<Seq>(parts, asker).set(`${id}:done`, seq);
}

/** The entry of an import that was done already. */
export async function findDone(
  parts: Parts,
  asker: Pick<Asker, 'team'>,
  id: string,
): Promise<Seq | undefined> {
  return await open<Seq>(parts, asker).get(`${id}:done`);
}

import { createHash } from 'node:crypto';
import { UserError } from '../core/problem.ts';
import { DOCUMENTS, kindNamed, type ProofKind, proofKind, RECORDINGS } from './proof-kinds.ts';
import { SNIFF_BYTES } from './sniff.ts';

/** A contract of some dozen scanned pages; longer ones are kept elsewhere. As people and platforms count them. */
const MOST_PROOF_MEGABYTES = 20;
const MOST_PROOF_BYTES = MOST_PROOF_MEGABYTES * 1_000_000;

/** A file that somebody attached, all of it, with its hash. */
export type Proof = {
  /** Safe to be put on a disk, with an ending that says what it is. */
  readonly name: string;
  /** By what is in it. */
  readonly mediaType: string;
  readonly bytes: Uint8Array;
  /** Lower-case hex. */
  readonly sha256: string;
};

/** `papers`: what can be signed. `anything`: a spoken yes as well. */
export type Accepts = 'papers' | 'anything';

type Announced = { readonly name: string; readonly sizeBytes: number | null };

/**
 * Fetch a file that is to be kept, hashed as it comes. It is never opened, only looked at: what it is has to be what its
 * name says.
 *
 * @param open begins the download, which ends by itself beyond the limit
 * @throws UserError `file.keep-*` that names the file; `file.empty`, and what the platform says (`file.gone`, …)
 */
export async function takeProof(
  file: Announced,
  open: (limitBytes: number) => Promise<AsyncIterable<Uint8Array>>,
  accepts: Accepts,
): Promise<Proof> {
  const { name } = file;
  const hash = createHash('sha256');
  const chunks: Uint8Array[] = [];
  let size = 0;
  let kind: ProofKind | null = null;
  try {
    for await (const chunk of await open(MOST_PROOF_BYTES)) {
      size += chunk.length;
      if (size > MOST_PROOF_BYTES) throw tooLarge(name);
      hash.update(chunk);
      chunks.push(chunk);
      // Before all of it has come: what is not kept is not worth the wait.
      if (kind === null && size >= SNIFF_BYTES) kind = mustFit(Buffer.concat(chunks), name, accepts);
    }
  } catch (error) {
    if (error instanceof UserError && error.problem.code === 'file.too-large') throw tooLarge(name);
    throw error;
  }
  if (size === 0) throw new UserError({ code: 'file.empty', details: {} });
  if (file.sizeBytes !== null && size < file.sizeBytes) {
    throw new UserError({ code: 'file.keep-cut', details: { name } });
  }
  const bytes = Buffer.concat(chunks);
  const fits = kind ?? mustFit(bytes, name, accepts);
  const { mediaType, endings } = kept(fits, 'anything') ?? {
    mediaType: 'application/octet-stream',
    endings: [],
  };
  return { name: safeName(name, endings), mediaType, bytes, sha256: hash.digest('hex') };
}

function tooLarge(name: string): UserError {
  const details = { name, limitMegabytes: MOST_PROOF_MEGABYTES };
  return new UserError({ code: 'file.keep-too-large', details });
}

type Kept = { readonly mediaType: string; readonly endings: readonly string[] };

function kept(kind: ProofKind, accepts: Accepts): Kept | undefined {
  const known: { readonly [K in ProofKind]?: Kept } =
    accepts === 'papers' ? DOCUMENTS : { ...DOCUMENTS, ...RECORDINGS };
  return known[kind];
}

/** Letters are text, and may be called so. */
const ALIKE: ReadonlySet<ProofKind> = new Set<ProofKind>(['text', 'email']);

function mustFit(head: Uint8Array, name: string, accepts: Accepts): ProofKind {
  const found = proofKind(head);
  const named = kindNamed(name);
  const fits = named === undefined || named === found || (ALIKE.has(named) && ALIKE.has(found));
  if (!fits) throw new UserError({ code: 'file.keep-not-what-named', details: { name, found, named } });
  if (kept(found, accepts) === undefined) {
    throw new UserError({ code: 'file.keep-kind', details: { name, found } });
  }
  return found;
}

const LONGEST_NAME = 120;

/** No folders, nothing invisible or that turns the direction, no hidden file; and an ending that does not lie. */
function safeName(name: string, endings: readonly string[]): string {
  const line = name
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '')
    .replace(/[\\/:*?"<>|]/g, '_')
    .replace(/\s+/g, ' ')
    .replace(/^[. ]+|[. ]+$/g, '');
  const ending = /\.([a-z0-9]{1,8})$/i.exec(line)?.[1] ?? '';
  const isPromised = endings.includes(ending.toLowerCase());
  const stem = [...(isPromised ? line.slice(0, -ending.length - 1) : line)].slice(0, LONGEST_NAME).join('');
  const [usual] = endings;
  const end = isPromised ? ending : usual;
  return `${stem || 'file'}${end === undefined ? '' : `.${end}`}`;
}

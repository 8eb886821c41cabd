import { MAX_JSON_BYTES } from './canonical.ts';
import { MAX_CHECKPOINT_BYTES } from './checkpoint.ts';
import { isHash, isId, MAX_SIZE, readNumber } from './grammar.ts';
import { MAX_PROOF_BYTES } from './proof.ts';

/** All of a bundle, unpacked. */
export const MAX_BUNDLE_BYTES = 2 * 1024 ** 3;
/** `bundle.json` names every file and may be longer than other JSON texts. */
export const MAX_MANIFEST_BYTES = 16 * MAX_JSON_BYTES;

/** What a path of a bundle holds. */
export type BundlePath =
  | { readonly kind: 'entry' | 'sealed' | 'proof'; readonly seq: number }
  | { readonly kind: 'checkpoint' | 'time-stamp'; readonly size: number }
  | { readonly kind: 'consistency'; readonly older: number; readonly newer: number }
  | { readonly kind: 'text'; readonly sheet: string; readonly version: number }
  | { readonly kind: 'file'; readonly sha256: string }
  | { readonly kind: SinglePath };

type SinglePath = 'bundle' | 'readme' | 'ledger' | 'ledger-sealed' | 'pdf' | 'page';

const SINGLE: Readonly<Record<string, SinglePath>> = {
  'bundle.json': 'bundle',
  'README.txt': 'readme',
  'ledger.jsonl': 'ledger',
  'sealed.jsonl': 'ledger-sealed',
  'split-sheet.pdf': 'pdf',
  'verify.html': 'page',
};

const BY_SEQ = { entries: 'entry', sealed: 'sealed', proofs: 'proof' } as const;

const nineDigits = (seq: number): string => String(seq).padStart(9, '0');

export const entryPath = (seq: number): string => `entries/${nineDigits(seq)}.json`;
export const sealedPath = (seq: number): string => `sealed/${nineDigits(seq)}.json`;
export const proofPath = (seq: number): string => `proofs/${nineDigits(seq)}.tlog-proof`;
export const checkpointPath = (size: number): string => `checkpoints/${size}.txt`;
export const consistencyPath = (older: number, newer: number): string => `consistency/${older}-${newer}.txt`;
export const textPath = (sheet: string, version: number): string => `texts/${sheet}-v${version}.txt`;
export const filePath = (sha256: string): string => `files/${sha256}`;

/** What a path is, or null for one that no bundle has. There is one spelling for each file. */
export function readBundlePath(path: string): BundlePath | null {
  if (Object.hasOwn(SINGLE, path)) return { kind: SINGLE[path] ?? 'page' };
  const [folder = '', name = '', ...more] = path.split('/');
  if (more.length > 0) return null;
  switch (folder) {
    case 'entries':
    case 'sealed':
    case 'proofs': {
      const digits = /^(\d{9})\.(json|tlog-proof)$/.exec(name);
      const fits = digits?.[2] === (folder === 'proofs' ? 'tlog-proof' : 'json');
      return fits ? { kind: BY_SEQ[folder], seq: Number(digits[1]) } : null;
    }
    case 'checkpoints':
      return sized('checkpoint', name, '.txt');
    case 'timestamps':
      return sized('time-stamp', name, '.tsr');
    case 'consistency':
      return readConsistencyName(name);
    case 'texts':
      return readTextName(name);
    case 'files':
      return isHash(name) ? { kind: 'file', sha256: name } : null;
    default:
      return null;
  }
}

function sized(kind: 'checkpoint' | 'time-stamp', name: string, ending: string): BundlePath | null {
  const size = name.endsWith(ending) ? readSize(name.slice(0, -ending.length)) : null;
  return size === null ? null : { kind, size };
}

function readConsistencyName(name: string): BundlePath | null {
  const [, m = '', n = ''] = /^(\d+)-(\d+)\.txt$/.exec(name) ?? [];
  const [older, newer] = [readSize(m), readSize(n)];
  return older === null || newer === null || older >= newer ? null : { kind: 'consistency', older, newer };
}

function readTextName(name: string): BundlePath | null {
  // An id may itself end in `-v2`: the last one counts.
  const [, sheet = '', digits = ''] = /^(.+)-v(\d+)\.txt$/.exec(name) ?? [];
  const version = readNumber(digits);
  return isId(sheet) && version !== null && version >= 1 ? { kind: 'text', sheet, version } : null;
}

function readSize(text: string): number | null {
  const size = readNumber(text);
  return size !== null && size >= 1 && size <= MAX_SIZE ? size : null;
}

/** How long a file of a bundle may be, in bytes; null where only the whole is limited. */
export function maxBytesOf({ kind }: BundlePath): number | null {
  switch (kind) {
    case 'entry':
    case 'sealed':
    case 'text':
      return MAX_JSON_BYTES;
    case 'proof':
    case 'consistency':
      return MAX_PROOF_BYTES;
    case 'checkpoint':
      return MAX_CHECKPOINT_BYTES;
    case 'bundle':
      return MAX_MANIFEST_BYTES;
    default:
      return null;
  }
}

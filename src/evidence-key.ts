import { createPrivateKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import {
  closeSync,
  fsyncSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { ConfigError } from './config.ts';
import { isOrigin } from './core/ledger/grammar.ts';
import { parseAddress } from './store/address.ts';
import type { EvidenceMeans } from './store/evidence.ts';
import { headsInMemory, openHeads } from './store/evidence-heads.ts';

/** What can be set about evidence; each is undefined where its variable is not set. */
export type EvidenceSettings = {
  readonly databaseUrl: string;
  /** EVIDENCE_KEY: a private key as PKCS#8 PEM, its line breaks also as `\n`; or the path of a file with one. */
  readonly evidenceKey: string | undefined;
  /** EVIDENCE_ORIGIN: what the names of ledgers begin with. */
  readonly evidenceOrigin: string | undefined;
  /** EVIDENCE_HEADS: the folder that keeps the newest signed heads. */
  readonly evidenceHeads: string | undefined;
};

/** A ledger is named origin, slash, team: 200 characters in all, 64 of them for the id of a team. */
const MOST_OF_ORIGIN = 135;

/**
 * The key that signs ledgers, their name, and where their heads are kept.
 *
 * Beside a SQLite file both are made where nothing is set: the key once, for the owner alone. With PostgreSQL they
 * have to be named, since this machine may not be the one that stays. A database in memory has them in memory.
 *
 * @throws ConfigError that names the variable, never its value
 */
export function readEvidenceMeans(
  settings: EvidenceSettings,
): Pick<EvidenceMeans, 'key' | 'origin' | 'heads'> {
  const { evidenceKey, evidenceOrigin: origin = 'splitproof', evidenceHeads } = settings;
  if (!isOrigin(origin) || origin.length > MOST_OF_ORIGIN) {
    refuse(
      `EVIDENCE_ORIGIN must be at most ${MOST_OF_ORIGIN} Latin letters, digits and signs, without spaces and plus signs, as in label.example.`,
    );
  }
  const beside = pathBeside(settings);
  const key = evidenceKey === undefined ? keyBeside(beside) : givenKey(evidenceKey);
  if (evidenceHeads !== undefined) return { key, origin, heads: openHeads(resolve(evidenceHeads)) };
  if (beside === null) return { key, origin, heads: headsInMemory() };
  return { key, origin, heads: openHeads(`${beside}.evidence-heads`) };
}

/** The SQLite file; null when the database is in memory. Elsewhere both variables are needed. */
function pathBeside({ databaseUrl, evidenceKey, evidenceHeads }: EvidenceSettings): string | null {
  const address = parseAddress(databaseUrl);
  if (address.kind === 'sqlite') return address.path === ':memory:' ? null : resolve(address.path);
  const missing = [
    ...(evidenceKey === undefined ? [`EVIDENCE_KEY is not set; PostgreSQL needs it. ${MAKE_ONE}`] : []),
    ...(evidenceHeads === undefined
      ? [
          'EVIDENCE_HEADS is not set; with PostgreSQL, name a folder that stays, and that backups leave alone.',
        ]
      : []),
  ];
  if (missing.length > 0) throw new ConfigError(missing);
  return null;
}

const MAKE_ONE = 'This makes one: openssl genpkey -algorithm ed25519';

function givenKey(value: string): KeyObject {
  const pem = value.includes('-----BEGIN') ? value.replaceAll('\\n', '\n') : readKeyFile(value);
  return parseKey(pem, 'EVIDENCE_KEY');
}

function readKeyFile(path: string): string {
  try {
    return readFileSync(resolve(path), 'utf8');
  } catch (error) {
    const why = {
      ENOENT: 'names a file that does not exist',
      EACCES: 'names a file that may not be read',
    }[codeOf(error)];
    throw refusal(
      `EVIDENCE_KEY ${why ?? 'is neither a key in PEM form nor a file that can be read'}.`,
      error,
    );
  }
}

function parseKey(pem: string, name: string): KeyObject {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem);
  } catch (error) {
    throw refusal(`${name} holds no private key in PKCS#8 PEM form without a password. ${MAKE_ONE}`, error);
  }
  if (key.asymmetricKeyType === 'ed25519') return key;
  throw refusal(`${name} holds a key of another kind than Ed25519. ${MAKE_ONE}`);
}

function keyBeside(path: string | null): KeyObject {
  if (path === null) return generateKeyPairSync('ed25519').privateKey;
  const file = `${path}.evidence-key.pem`;
  const name = 'EVIDENCE_KEY is not set, and the file .evidence-key.pem beside the SQLite file';
  try {
    return parseKey(readFileSync(file, 'utf8'), name);
  } catch (error) {
    if (error instanceof ConfigError) throw error;
    if (codeOf(error) !== 'ENOENT') throw refusal(`${name} cannot be read.`, error);
  }
  try {
    makeKey(file);
  } catch (error) {
    throw refusal(`${name} cannot be made.`, error);
  }
  return parseKey(readFileSync(file, 'utf8'), name);
}

/** Written whole elsewhere and then linked to its name, so that of two processes one makes it and both read that. */
function makeKey(file: string): void {
  mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
  const folder = mkdtempSync(join(dirname(file), '.evidence-key-'));
  try {
    const fresh = join(folder, 'key.pem');
    const pem = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
    const handle = openSync(fresh, 'wx', 0o600);
    try {
      writeFileSync(handle, pem);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    linkSync(fresh, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function refuse(sentence: string): never {
  throw refusal(sentence);
}

function refusal(sentence: string, cause?: unknown): ConfigError {
  const error = new ConfigError([sentence]);
  if (cause !== undefined) error.cause = cause;
  return error;
}

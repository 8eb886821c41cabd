import { readFileSync, statSync } from 'node:fs';
import type { BundleReader } from '../core/ledger/bundle-reader.ts';
import { parseVerifierKey } from '../core/ledger/key.ts';
import { MAX_RECEIPT_BYTES } from '../core/ledger/receipt.ts';
import type { Kept } from '../core/ledger/verify/older.ts';
import { type Verdict, verifyBundle } from '../core/ledger/verify.ts';
import { plain } from '../text/spans.ts';
import { type Translate, translator } from '../text/translate.ts';
import { readVerifyArgs, VERIFY_USAGE, type VerifyArgs } from './verify/arguments.ts';
import { openFolder } from './verify/folder.ts';
import { explain, jsonReport, plainReport } from './verify/print.ts';
import { say } from './verify/say.ts';

export type VerifyRun = {
  readonly args: readonly string[];
  output(text: string): void;
  errorOutput(text: string): void;
  /** A bundle by the name that was given. @throws what the system says when it is none */
  readonly readFolder?: (folder: string) => BundleReader;
  readonly t?: Translate;
};

const EXIT: Readonly<Record<Verdict, number>> = { verified: 0, 'not verified': 1, 'cannot say': 3 };
const BAD_USAGE = 2;

/** A sentence that ends the run before anything was checked. */
class Refusal extends Error {}

/**
 * `splitproof verify`: check a bundle in a folder, with no network and no database.
 *
 * @returns the exit code: 0 verified, 1 not verified, 3 cannot say, 2 bad usage or nothing to read
 */
export function runVerify(run: VerifyRun): number {
  const args = readVerifyArgs(run.args);
  if (args === 'help') {
    run.output(VERIFY_USAGE);
    return 0;
  }
  if ('refusal' in args) {
    run.errorOutput(`${args.refusal}\n\n${VERIFY_USAGE}`);
    return BAD_USAGE;
  }
  const t = run.t ?? translator('en', 'UTC');
  try {
    return check(args, run, t);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    run.errorOutput(`${error.message}\n`);
    return BAD_USAGE;
  }
}

function check(args: VerifyArgs, { output, readFolder = openFolder }: VerifyRun, t: Translate): number {
  if (args.key !== null) {
    const key = parseVerifierKey(args.key);
    if (!key.ok) throw new Refusal(plain(t(say.badKey, { reason: explain(key.problem, t) })));
  }
  const reader = orRefuse(args.folder, 'folder', () => readFolder(args.folder), t);
  const older = args.older.map((path) => orRefuse(path, 'file', () => readKeptFile(path, t), t));
  const found = readable(() => verifyBundle({ reader, pinned: args.key, older }));
  if ('unreadable' in found) {
    output(`${plain(t(say.readTwice, { reason: found.unreadable }))}\n`);
    return EXIT['not verified'];
  }
  if ('wrongLedger' in found) throw new Refusal(plain(t(say.wrongLedger, found.wrongLedger)));
  const brought = { isPinned: args.key !== null, hasOlder: older.length > 0 };
  for (const piece of (args.json ? jsonReport : plainReport)(found, brought, t)) output(piece);
  return EXIT[found.verdict];
}

/** What the system says of a file that was there when the list was made, and now is not; anything else is ours. */
function readable<T extends object>(work: () => T): T | { readonly unreadable: string } {
  try {
    return work();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    return { unreadable: message };
  }
}

function readKeptFile(path: string, t: Translate): Kept {
  const found = statSync(path);
  if (!found.isFile() || found.size > MAX_RECEIPT_BYTES) {
    throw new Refusal(plain(t(say.notReceipt, { name: path })));
  }
  return { name: path, bytes: readFileSync(path) };
}

function orRefuse<T>(name: string, what: 'folder' | 'file', work: () => T, t: Translate): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof Refusal) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    const missing = what === 'folder' ? say.noFolder : say.noFile;
    if (code === 'ENOENT') throw new Refusal(plain(t(missing, { name })), { cause: error });
    if (code === 'ENOTDIR') throw new Refusal(plain(t(say.notFolder, { name })), { cause: error });
    throw new Refusal(plain(t(say.unreadable, { name, reason: message })), { cause: error });
  }
}

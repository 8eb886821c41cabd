import type { BundleReader } from '../../../src/core/ledger/bundle-reader.ts';
import { type Report, type VerifyRequest, verifyBundle } from '../../../src/core/ledger/verify.ts';
import type { Folder } from './test-ledger.ts';

/** Files in memory, given out in pieces of `pieceBytes`. */
export function readFolder(folder: Folder, pieceBytes = 65_536): BundleReader {
  return {
    paths: () => [...folder].map(([path, bytes]) => ({ path, sizeBytes: bytes.length })),
    *read(path) {
      const bytes = folder.get(path);
      if (bytes === undefined) throw new Error(`no ${path}`);
      for (let from = 0; from < bytes.length; from += pieceBytes)
        yield bytes.subarray(from, from + pieceBytes);
    },
  };
}

export function verifyFolder(folder: Folder, rest: Omit<VerifyRequest, 'reader'> = {}): Report {
  const report = verifyBundle({ reader: readFolder(folder), ...rest });
  if ('wrongLedger' in report) throw new Error(`wrong ledger ${report.wrongLedger.ledger}`);
  return report;
}

/** The findings as short lines: `7 entry 12 mark.party`. */
export function lines(found: Report['failures']): readonly string[] {
  return found.map(({ step, where, problem }) => `${step} ${where} ${problem.code}`);
}

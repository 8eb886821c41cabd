import { verifyBundle } from '../../../src/core/ledger/verify.ts';
import { readFolder } from './read-folder.ts';
import type { Tampered } from './tamper.ts';

/** `seen`: the verdict is not "verified". `told`: it is, and the report says what is missing. */
export type Detection = 'seen' | 'told' | 'missed';

/** Whether a change was noticed. A sealed part that is gone and not needed changes no verdict, but is told. */
export function detect({ folder, older }: Tampered): Detection {
  const report = verifyBundle({ reader: readFolder(folder), older });
  if ('wrongLedger' in report || report.verdict !== 'verified') return 'seen';
  return report.notes.length > 0 ? 'told' : 'missed';
}

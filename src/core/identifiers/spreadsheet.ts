import { type Problem, problem } from '../problem.ts';
import type { Kind } from './kind.ts';

/** A code that a spreadsheet took for a number, and what is left of it. */
export type Damage = {
  readonly problem: Problem<'code.scientific' | 'code.decimal'>;
  readonly kind: Kind;
  /** The digits without their `.0`; null where they are lost for good. */
  readonly digits: string | null;
};

/** A mantissa and an exponent. Without a point or a plus it is rather a code of its own, as 12E10. */
const SCIENTIFIC = /^[0-9](?:[.,][0-9]+E\+?|E\+)([0-9]{1,2})$/;
const DECIMAL = /^([0-9]{7,18})[.,]0{1,2}$/;

/** `6.02558E+11` and `602557631722.0`, in capitals. Kinds with letters in them never become numbers. */
export function spreadsheetDamage(text: string): Damage | null {
  const exponent = SCIENTIFIC.exec(text)?.[1];
  if (exponent !== undefined) {
    const kind = kindOfLength(Number(exponent) + 1);
    return { problem: problem('code.scientific', 'error', { text }), kind, digits: null };
  }
  const digits = DECIMAL.exec(text)?.[1];
  if (digits === undefined) return null;
  return { problem: problem('code.decimal', 'error', { text }), kind: kindOfLength(digits.length), digits };
}

/** The zeros in front are gone, so the number is shorter than its code, or as long. */
function kindOfLength(length: number): Kind {
  if (length > 14) return 'isni';
  return length === 9 ? 'ipi' : 'gtin';
}

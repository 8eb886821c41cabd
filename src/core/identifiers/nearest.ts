import { withDigits } from './characters.ts';
import type { Cleaned } from './clean.ts';
import { addOnOf } from './gtin-damage.ts';
import { gtinHolds } from './gtin-form.ts';
import { ipiHolds } from './ipi.ts';
import { isniHolds } from './isni.ts';
import { iswcHolds } from './iswc.ts';
import type { Kind } from './kind.ts';
import { SHAPES } from './shapes.ts';

/** Shapes with one slip in them: a character lost or added, O and I for digits, the check digit missing. */
const NEAR: readonly (readonly [shape: RegExp, kind: Kind])[] = [
  [/^T[0-9OI]{8,11}$/, 'iswc'],
  [/^T[0-9OI]{9}[A-Z]$/, 'iswc'],
  [/^I[0-9OI]{8,11}$/, 'ipi-base'],
  [/^M[0-9OI]{8,10}$/, 'ismn'],
  [/^A1[A-Z0-9]{14,18}$/, 'grid'],
  [/^PAD[A-Z0-9]{13,17}$/, 'dpid'],
  [/^[0-9]{13,16}X$/, 'isni'],
  [/^[0-9]{15}[A-Z]$/, 'isni'],
  [/^[A-Z]{2}[A-Z0-9]{3}[0-9OI]{5,9}$/, 'isrc'],
  [/^[A-Z][A-Z0-9]{3}[0-9]{7}$/, 'isrc'],
];
/** Four groups in the order of an ISRC, each by itself a little short or long. */
const ISRC_GROUPS = /^[A-Z]{1,3}[ -][A-Z0-9]{2,4}[ -][0-9OI]{1,3}[ -][0-9OI]{3,7}$/;

/** For a text that has the shape of no kind: those it was probably meant to be, best first. */
export function nearestKinds({ compact, text }: Cleaned): readonly Kind[] {
  const digits = withDigits(compact);
  if (/^[0-9]+$/.test(compact)) return nearestByDigits(compact);
  if (SHAPES.gtin.test(digits) && gtinHolds(digits)) return ['gtin'];
  if (ipiHolds(digits)) return ['ipi'];
  if (isniHolds(digits)) return ['isni'];
  if (iswcHolds(`T${compact.slice(1)}`)) return ['iswc'];
  const near = NEAR.find(([shape]) => shape.test(compact));
  if (near !== undefined) return [near[1]];
  return ISRC_GROUPS.test(text) || isTwelveMixed(compact) ? ['isrc'] : [];
}

/** Twelve letters and digits, enough digits among them that it is no word. */
function isTwelveMixed(compact: string): boolean {
  return /^[A-Z0-9]{12}$/.test(compact) && compact.replace(/[A-Z]/g, '').length >= 5;
}

function nearestByDigits(digits: string): readonly Kind[] {
  const kinds: Kind[] = [];
  if (/^[0-9]{9,10}$/.test(digits) && gtinHolds(digits)) kinds.push('gtin');
  if (iswcHolds(`T${digits}`)) kinds.push('iswc');
  if (addOnOf(digits) !== null) kinds.push('gtin');
  if (/^[0-9]{15}$|^0000[0-9]{13,14}$/.test(digits)) kinds.push('isni');
  return kinds;
}

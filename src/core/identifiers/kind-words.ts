import type { KindWord } from '../problem.ts';
import type { Judged } from './check.ts';
import type { Kind } from './kind.ts';

/** A kind as messages select it. */
export function kindWord(kind: Kind): KindWord {
  return kind === 'ipi-base' ? 'ipiBase' : kind;
}

/** The same for a code at hand, called what people call it: a barcode by its digits, an ORCID iD by its link. */
export function foundWord(kind: Kind, { parts, problems }: Judged): KindWord {
  if (problems.some((found) => found.code === 'isni.orcid')) return 'orcid';
  if (problems.some((found) => found.code === 'gtin.book')) return 'book';
  if (parts?.of !== 'gtin') return kindWord(kind);
  if (parts.form === 'UPC-A') return 'upc';
  return parts.form === 'GTIN-14' ? 'gtin' : 'ean';
}

import type { Check } from '../core/identifiers/check.ts';
import type { KindWord } from '../core/problem.ts';

/** The kind as messages select it. People call a barcode by its form: a UPC has 12 digits, an EAN 13 or 8. */
export function kindWord({ kind, parts }: Check): KindWord | 'none' {
  switch (kind) {
    case null:
      return 'none';
    case 'ipi-base':
      return 'ipiBase';
    case 'gtin':
      if (parts?.of !== 'gtin') return 'gtin';
      return parts.form === 'UPC-A' ? 'upc' : parts.form === 'GTIN-14' ? 'gtin' : 'ean';
    default:
      return kind;
  }
}

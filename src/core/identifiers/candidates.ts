import { gtinHolds } from './gtin-form.ts';
import { ipiHolds, onEleven } from './ipi.ts';
import type { Kind } from './kind.ts';
import { SHAPES } from './shapes.ts';

const NONE: readonly Kind[] = [];
const ISRC: readonly Kind[] = ['isrc'];
const ISWC: readonly Kind[] = ['iswc'];
const GTIN: readonly Kind[] = ['gtin'];
const IPI: readonly Kind[] = ['ipi'];
const IPI_BASE: readonly Kind[] = ['ipi-base'];
const ISNI: readonly Kind[] = ['isni'];
const GRID: readonly Kind[] = ['grid'];
const DPID: readonly Kind[] = ['dpid'];
const ISMN: readonly Kind[] = ['ismn'];
const MUSIC_BARCODE: readonly Kind[] = ['ismn', 'gtin'];
const GTIN_OR_IPI: readonly Kind[] = ['gtin', 'ipi'];
const IPI_OR_GTIN: readonly Kind[] = ['ipi', 'gtin'];

/** Fewer digits are any number of any list. */
const SHORTEST_IPI = 6;

/**
 * The kinds whose shape a cleaned code has, best first: a sieve by length, then by check digit.
 *
 * Eleven digits are always two kinds: an IPI name number, or a UPC that lost its check digit or its first zero. An
 * IPI shorter than 11 digits counts only if its check digits agree, since any number would have the shape.
 */
export function candidatesOf(compact: string): readonly Kind[] {
  switch (compact.length) {
    case 8:
      return eightDigits(compact);
    case 10:
      return SHAPES.ismn.test(compact) ? ISMN : shortIpi(compact);
    case 11:
      return elevenCharacters(compact);
    case 12:
      return SHAPES.gtin.test(compact) ? GTIN : SHAPES.isrc.test(compact) ? ISRC : NONE;
    case 13:
      return SHAPES.ismn.test(compact) ? MUSIC_BARCODE : SHAPES.gtin.test(compact) ? GTIN : NONE;
    case 14:
      return SHAPES.gtin.test(compact) ? GTIN : NONE;
    case 16:
      return SHAPES.isni.test(compact) ? ISNI : NONE;
    case 18:
      return SHAPES.grid.test(compact) ? GRID : SHAPES.dpid.test(compact) ? DPID : NONE;
    default:
      return compact.length >= SHORTEST_IPI ? shortIpi(compact) : NONE;
  }
}

function shortIpi(compact: string): readonly Kind[] {
  return ipiHolds(onEleven(compact)) ? IPI : NONE;
}

function eightDigits(compact: string): readonly Kind[] {
  if (!SHAPES.gtin.test(compact)) return NONE;
  if (shortIpi(compact) === NONE) return GTIN;
  return gtinHolds(compact) ? GTIN_OR_IPI : IPI_OR_GTIN;
}

/** Where neither reading holds: every IPI name number we know begins with 0. */
function elevenCharacters(compact: string): readonly Kind[] {
  if (SHAPES.iswc.test(compact)) return ISWC;
  if (SHAPES['ipi-base'].test(compact)) return IPI_BASE;
  if (!SHAPES.ipi.test(compact)) return NONE;
  const barcode = gtinHolds(`0${compact}`);
  if (ipiHolds(compact)) return barcode ? IPI_OR_GTIN : IPI;
  return barcode || !compact.startsWith('0') ? GTIN_OR_IPI : IPI_OR_GTIN;
}

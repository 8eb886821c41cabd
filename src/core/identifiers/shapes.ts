import type { Kind } from './kind.ts';

/** The shape of every kind in capitals and without separators; where it is a barcode, each length it can have. */
export const SHAPES = {
  isrc: /^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$/,
  iswc: /^T[0-9]{10}$/,
  gtin: /^(?:[0-9]{8}|[0-9]{12,14})$/,
  ipi: /^[0-9]{11}$/,
  'ipi-base': /^I[0-9]{10}$/,
  isni: /^[0-9]{15}[0-9X]$/,
  grid: /^A1[A-Z0-9]{16}$/,
  dpid: /^PADPIDA[A-Z0-9]{11}$/,
  ismn: /^(?:9790[0-9]{9}|M[0-9]{9})$/,
} as const satisfies Readonly<Record<Kind, RegExp>>;

/** What is left behind a label of that kind when the label was only a label, typing errors in one place allowed. */
const BEHIND_LABEL: Readonly<Record<Kind, RegExp>> = {
  isrc: /^[A-Z0-9]{12}$/,
  iswc: /^T?[0-9]{10}$/,
  gtin: /^[0-9]{5,}$/,
  ipi: /^[0-9]{5,}$/,
  'ipi-base': /^I[0-9]{5,}$/,
  isni: /^[0-9]{5,}X?$/,
  grid: /^A1[A-Z0-9]{5,}$/,
  dpid: /^PA[A-Z0-9]{5,}$/,
  ismn: /^M?[0-9]{5,}$/,
};

export function looksLabelled(kind: Kind, compact: string): boolean {
  return BEHIND_LABEL[kind].test(compact);
}

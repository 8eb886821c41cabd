import type { Kind } from './kind.ts';

/** What people write in front of a code, longest first where one begins with another. */
const LABELS: readonly (readonly [words: string, kind: Kind])[] = [
  ['ISRC', 'isrc'],
  ['ISWC', 'iswc'],
  ['UPC[ -]?A|UPC/EAN|EAN/UPC|UPC[ -]?E|UPC', 'gtin'],
  ['GTIN[ -]?(?:8|12|13|14)(?![0-9])|GTIN', 'gtin'],
  ['EAN[ -]?(?:8|13|UCC)(?![0-9])|EAN|JAN|ICPN|BAR ?CODE|(?:商品)?條碼|條形碼', 'gtin'],
  ['IPI BASE|BASE NUMBER', 'ipi-base'],
  ['IPI/CAE|CAE/IPI|IPI NAME|IPI|CAE', 'ipi'],
  ['ISNI|ORCID(?: ID)?', 'isni'],
  ['GRID', 'grid'],
  ['DPID', 'dpid'],
  ['ISMN', 'ismn'],
];

const KIND_OF_LABEL = LABELS.map(([, kind]) => kind);

/**
 * The label, one group for each row; then a word like "number"; then what parts it from the code.
 * NO and NR need their dot: NO is Norway's prefix, and `ISRC NO-ABC-26-00001` is all code behind the label.
 */
const LABEL = new RegExp(
  `^(?:${LABELS.map(([words]) => `(${words})`).join('|')})` +
    '((?:-| )?(?:(?:CODES?|NUMBERS?|N[OR](?=[.:#]))(?![A-Z0-9])|[號編代]?碼|編號)|S(?![A-Z0-9]))?' +
    '(["\'”]?[ .]*[:=#]+ *| *[-.] *| *)',
);

export type Label = {
  readonly kind: Kind;
  /** Characters of the text that the label takes, what parts it from the code included. */
  readonly length: number;
  /** How sure it is that the code begins behind it: `mark` is a colon or the like, `none` nothing at all. */
  readonly parting: 'mark' | 'space' | 'none';
};

/** The label at the beginning of a text in capitals, if there is one. */
export function labelOf(text: string): Label | null {
  const match = LABEL.exec(text);
  if (match === null) return null;
  const kind =
    KIND_OF_LABEL[match.slice(1, KIND_OF_LABEL.length + 1).findIndex((group) => group !== undefined)];
  if (kind === undefined) return null;
  const word = match[KIND_OF_LABEL.length + 1];
  const between = String(match.at(-1));
  const parting = word !== undefined || /[:=#]/.test(between) ? 'mark' : between === '' ? 'none' : 'space';
  return { kind, length: match[0].length, parting };
}

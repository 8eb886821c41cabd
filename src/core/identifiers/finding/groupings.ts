import { type Kind, kinds } from '../kind.ts';

/** Where each kind may be parted, counted in characters from its beginning. Barcodes as printed under the bars. */
const CUTS: Readonly<Record<Kind, readonly (readonly number[])[]>> = {
  isrc: [[2, 5, 7]],
  iswc: [[1, 4, 7, 10]],
  gtin: [[1, 6, 11], [1, 7], [4]],
  ipi: [
    [2, 5, 7, 9],
    [3, 5, 7, 9],
  ],
  'ipi-base': [[1, 10]],
  isni: [[4, 8, 12]],
  grid: [[2, 7, 17]],
  dpid: [[2, 7, 17]],
  ismn: [
    [3, 4, 7, 12],
    [3, 4, 8, 12],
    [3, 4, 9, 12],
    [3, 4, 10, 12],
    [3, 4, 11, 12],
    [1, 4, 9],
    [1, 5, 9],
    [1, 6, 9],
  ],
};

/** The kinds that people part into groups of these lengths, each group a run of characters between spaces. */
export function kindsGroupedSo(lengths: readonly number[]): readonly Kind[] {
  const cuts: number[] = [];
  let at = 0;
  for (const length of lengths.slice(0, -1)) {
    at += length;
    cuts.push(at);
  }
  return kinds.filter((kind) => {
    // Two numbers of eight digits would be half-way an ISNI, so its four groups must all be there.
    if (kind === 'isni' && cuts.length !== 3) return false;
    return CUTS[kind].some((allowed) => cuts.every((cut) => allowed.includes(cut)));
  });
}

import { mod37CheckCharacter } from './check-digits.ts';

const SWAPS: Readonly<Record<string, string>> = { O: '0', '0': 'O', I: '1', '1': 'I' };

/**
 * Codes whose check character agrees once one O and 0, or one I and 1, change places, from `start` (counted from 0).
 *
 * Only for a code that does not hold as it stands: the check character itself may be the letter O or I, and the real
 * `PADPIDA2010120102O` must not be put right into a wrong one. If several readings hold, none is certain: then none.
 */
export function swapsThatHold(code: string, start: number): readonly string[] {
  const readings = Array.from(code.slice(start), (character, index) => {
    const at = start + index;
    return code.slice(0, at) + (SWAPS[character] ?? character) + code.slice(at + 1);
  });
  const holding = readings.filter(
    (reading) => mod37CheckCharacter(reading.slice(0, -1)) === reading.slice(-1),
  );
  return holding.length === 1 ? holding : [];
}

import { bad, good, type Parsed } from '../problem.ts';
import { edits } from '../territory/nearest.ts';
import { type Cap, type CapUnit, USES, type Use } from './license.ts';

/**
 * What each use is called. None is the name of two: "streaming" is a communication to the public and a reproduction,
 * so whoever types it is asked which of them the license names.
 */
const USE_WORDS: Readonly<Record<Use, readonly string[]>> = {
  reproduction: ['reproduction', 'reproduce', 'copying', '重製', '重製權', '複製'],
  distribution: ['distribution', 'distribute', 'sale', '散布', '散佈', '散布權', '銷售'],
  publicPerformance: ['public performance', 'publicPerformance', 'performance', '公開演出', '公演'],
  communication: ['communication to the public', 'communication', '向公眾傳播'],
  broadcasting: ['broadcasting', 'broadcast', '公開播送'],
  makingAvailable: ['making available', 'makingAvailable', '公開傳輸'],
  synchronization: ['synchronization', 'synchronisation', 'sync', 'synch', '影像同步', '同步'],
  sampling: ['sampling', 'sample', 'samples', '取樣', '採樣'],
  remix: ['remix', 'remixing', 'remixes', '混音'],
  mechanical: ['mechanical', 'mechanicals', '機械重製', '機械權'],
};

const ALL_USES = /^(?:all|all uses|everything|全部|所有用途|全部用途)$/i;
/** Fewer letters wrong than this part of a word, and it is likely meant. */
const FARTHEST = 0.34;
/** Longer than every name of a use. */
const LONGEST_WORD = 40;

/** Every name of a use, for whoever offers them to be chosen. */
export function namesOfUse(use: Use): readonly string[] {
  return USE_WORDS[use];
}

/**
 * Uses as people type them, in either language, with commas or line breaks between.
 *
 * @returns each once, in the order of `USES`; or `license.use` with the first word that names none
 */
export function readUses(text: string): Parsed<readonly Use[], 'license.use'> {
  const words = text
    .normalize('NFKC')
    .split(/[,、;\n/+&]|\s(?:and)\s|[和與及]/u)
    .map((word) => word.replace(/\s+/g, ' ').trim())
    .filter((word) => word !== '');
  const found = new Set<Use>();
  for (const word of words) {
    if (ALL_USES.test(word)) for (const use of USES) found.add(use);
    const use = USES.find((one) => USE_WORDS[one].some((name) => isSame(name, word)));
    if (use !== undefined) found.add(use);
    else if (!ALL_USES.test(word)) return bad('license.use', { found: word, near: nearUse(word) });
  }
  const uses = USES.filter((use) => found.has(use));
  return uses.length > 0 ? good(uses) : bad('license.use', { found: text.trim(), near: 'none' });
}

function isSame(name: string, word: string): boolean {
  return name.toLowerCase() === word.toLowerCase();
}

function nearUse(word: string): string {
  const typed = word.toLowerCase().slice(0, LONGEST_WORD);
  const ways = Object.values(USE_WORDS)
    .flat()
    // What only we write so is nothing to type.
    .filter((name) => !/[A-Z]/.test(name))
    .map((name) => ({ name, far: edits(typed, name.toLowerCase()) / Math.max(typed.length, name.length) }))
    .filter(({ far }) => far <= FARTHEST)
    .sort((a, b) => a.far - b.far);
  return ways[0]?.name ?? 'none';
}

const UNITS: readonly (readonly [CapUnit, RegExp])[] = [
  ['copies', /^(?:cop(?:y|ies)|units?|份|張|片)$/i],
  ['downloads', /^(?:downloads?|次?下載)$/i],
  ['streams', /^(?:streams?|次?串流)$/i],
  ['views', /^(?:views?|次?觀看)$/i],
  ['performances', /^(?:performances?|shows?|場|場次|場演出|次演出)$/i],
];

const NO_CAPS = /^(?:none|no|no limits?|unlimited|-|無|沒有|無上限|不限)$/i;
const NUMBER = String.raw`(\d{1,3}(?:[, ]\d{3})+|\d+)\s*(k|thousand|million|千|萬|百萬)?`;
const NUMBER_FIRST = new RegExp(`^${NUMBER}\\s*([\\p{L} ]+)$`, 'iu');
const UNIT_FIRST = new RegExp(`^([\\p{L} ]+?)\\s*:?\\s*${NUMBER}$`, 'iu');
const TIMES: Readonly<Record<string, number>> = {
  k: 1000,
  thousand: 1000,
  千: 1000,
  萬: 10_000,
  million: 1_000_000,
  百萬: 1_000_000,
};

/**
 * Limits as people type them: `10,000 copies; 50000 streams`, `1 萬份、5 萬次串流`, or none.
 *
 * @returns none for a license that says it sets no limit; or `license.caps` with the piece that is no number of
 *   anything, `license.caps-twice`
 */
export function readCaps(text: string): Parsed<readonly Cap[], 'license.caps' | 'license.caps-twice'> {
  const typed = text.normalize('NFKC').trim();
  if (NO_CAPS.test(typed)) return good([]);
  const caps: Cap[] = [];
  for (const piece of piecesOf(typed)) {
    const cap = readAmount(piece);
    if (cap === null) return bad('license.caps', { found: piece });
    if (caps.some(({ of }) => of === cap.of)) return bad('license.caps-twice', { of: cap.of });
    caps.push(cap);
  }
  return caps.length > 0 ? good(caps) : bad('license.caps', { found: text.trim() });
}

/** How much has been made of something: `8,200 copies`. 0 is a count, too. */
export function readMade(text: string): Parsed<readonly Cap[], 'license.made'> {
  const counts = piecesOf(text.normalize('NFKC').trim()).map((piece) => ({ piece, made: readAmount(piece) }));
  const wrong = counts.find(({ made }) => made === null);
  if (wrong !== undefined || counts.length === 0) {
    return bad('license.made', { found: wrong?.piece ?? text.trim() });
  }
  return good(counts.flatMap(({ made }) => made ?? []));
}

/** A comma with digits on both sides belongs to a number. */
function piecesOf(text: string): readonly string[] {
  return text
    .split(/[;、\n]|,(?!\d{3}(?!\d))/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

function readAmount(piece: string): Cap | null {
  const [, count, times, unit] = NUMBER_FIRST.exec(piece) ?? swapped(UNIT_FIRST.exec(piece)) ?? [];
  const of = UNITS.find(([, shape]) => shape.test((unit ?? '').trim()))?.[0];
  if (count === undefined || of === undefined) return null;
  const most = Number(count.replace(/[, ]/g, '')) * (TIMES[(times ?? '').toLowerCase()] ?? 1);
  return Number.isSafeInteger(most) ? { of, most } : null;
}

function swapped(match: RegExpExecArray | null): readonly (string | undefined)[] | null {
  return match && ['', match[2], match[3], match[1]];
}

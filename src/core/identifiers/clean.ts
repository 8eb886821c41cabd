import { bad, good, type Parsed } from '../problem.ts';
import type { Kind } from './kind.ts';
import { type Label, labelOf } from './labels.ts';
import { looksLabelled, SHAPES } from './shapes.ts';

/** Longer texts are no code, and are not read at all: what follows here looks at every character several times. */
export const CODE_LIMIT = 4000;

/** A text with everything taken off that people and programs put around a code. */
export type Cleaned = {
  /** In capitals, label and link taken off, separators still in: the grouping is a fact of its own. */
  readonly text: string;
  /** The code's own characters. More than A-Z and 0-9 may be left; whoever judges the code refuses them by name. */
  readonly compact: string;
  /** The kind a label named, as in `UPC: 602557631722`. */
  readonly label: Kind | null;
  /** The text begins with a label's letters, yet they were kept: with them it is a whole ISRC. */
  readonly labelKept: boolean;
  /** It came as a link to this host, in small letters; an ORCID label counts as its link. */
  readonly host: string | null;
};

const BARE = /^[A-Z0-9]+$/;
const PLAIN = /^[\x20-\x7e]*$/;
/** Zero-width and bidi characters, soft hyphens, variation selectors, fillers: all that nobody sees. */
const INVISIBLE = /\p{Cf}|\p{Default_Ignorable_Code_Point}/gu;
/** Unicode's dashes, and the minus, hyphen bullet, modifier minus and long-vowel mark that are typed for one. */
const DASHES = /[\p{Pd}\u2212\u2043\u02d7\u30fc]/gu;
const WRAPPERS = new Set(' "\'`´“”„‘’‚«»‹›「」『』()[]{}<>【】〈〉《》〔〕*=');
const TRAILING = new Set([...WRAPPERS, ...'.,;:!?。、…']);
const LINK = /^(?:HTTPS?:\/\/(?:WWW\.)?|(?:WWW\.)?(?=(?:ORCID|ISNI)\.ORG\/))(?<host>[^/?#]*)(?<path>[^?#]*)/;
const SEPARATORS = /[ \-._/·,:]/g;

/**
 * Take off what is not the code, in this order: length limit, NFKC, invisible characters, all dashes to one, quotes,
 * brackets and trailing punctuation, label, link or URN head, separators; letters become capitals.
 *
 * Only a-z become capitals, so that no other letter turns into A-Z on the way. A label that is itself the beginning
 * of a well-formed code stays: `ISRC12300001` is twelve characters, a possible code of Iceland.
 *
 * @returns `code.too-long` past 4,000 characters; `code.empty` when nothing is left.
 */
export function clean(input: string): Parsed<Cleaned, 'code.too-long' | 'code.empty'> {
  if (input.length > CODE_LIMIT) return bad('code.too-long', { length: input.length, limit: CODE_LIMIT });
  // Most codes of a long list come bare, and need none of what follows.
  if (BARE.test(input) && labelOf(input) === null) return good(bare(input));
  let text = capitals(PLAIN.test(input) ? input : straighten(input));
  let label: Kind | null = null;
  let host: string | null = null;
  let labelKept = false;
  // A label may stand in front of a link and inside of one, and quotes between them: until nothing comes off any more.
  let before: string;
  do {
    before = text;
    text = trimmed(text).replace(/^(?:URN|INFO|DOI):/, '');
    const link = LINK.exec(text)?.groups;
    if (link !== undefined) {
      host = String(link.host).toLowerCase();
      text = codeInPath(host, String(link.path));
    }
    const found = labelOf(text);
    if (found === null) continue;
    const rest = text.slice(found.length);
    const reading = readLabel(found, compactOf(text), compactOf(rest));
    labelKept = reading === 'code';
    if (reading !== 'label') continue;
    label = found.kind;
    if (text.startsWith('ORCID')) host = 'orcid.org';
    text = rest;
  } while (text !== before);
  const compact = compactOf(text);
  return compact === '' ? bad('code.empty') : good({ text, compact, label, labelKept, host });
}

function bare(code: string): Cleaned {
  return { text: code, compact: code, label: null, labelKept: false, host: null };
}

function straighten(input: string): string {
  return input.normalize('NFKC').replace(INVISIBLE, '').replace(DASHES, '-').replace(/\s/g, ' ');
}

function capitals(text: string): string {
  return text.replace(/[a-z]/g, (letter) => letter.toUpperCase());
}

function compactOf(text: string): string {
  return text.replace(SEPARATORS, '');
}

/** By hand, not by a pattern: a pattern tied to the end tries every run of dots in the text. */
function trimmed(text: string): string {
  let start = 0;
  let end = text.length;
  while (WRAPPERS.has(text.charAt(start))) start += 1;
  while (TRAILING.has(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The code in a link stands last in its path, `isni.org/isni/0000000121032683`; a DOI is all of the path. */
function codeInPath(host: string, path: string): string {
  return host.endsWith('doi.org') ? path.slice(1) : path.replace(/\/+$/, '').replace(/.*\//, '');
}

/**
 * Whether the letters in front are a label or the beginning of a code; null where they begin some other word. A mark
 * like a colon settles it. So does what follows: glued together, a whole ISRC goes first (`CAE122600001` is Canadian).
 */
function readLabel(label: Label, whole: string, rest: string): 'label' | 'code' | null {
  if (label.parting === 'mark' || rest === '') return 'label';
  if (SHAPES.isrc.test(whole) && (label.parting === 'none' || label.kind === 'isrc')) return 'code';
  if (label.parting === 'space' || looksLabelled(label.kind, rest)) return 'label';
  return label.kind === 'isrc' && /[0-9]/.test(rest) ? 'label' : null;
}

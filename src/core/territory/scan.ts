import { type ExceptionMark, exceptionAt } from './except-words.ts';
import type { Names, Target } from './names.ts';
import { mayRead, type Scene, setScene } from './readable.ts';
import type { Token } from './tokens.ts';

/** A name at its place among the tokens, `from` up to but without `to`. */
export type Hit = { readonly from: number; readonly to: number; readonly target: Target };
export type Scanned = { readonly hits: readonly Hit[]; readonly exceptions: readonly ExceptionMark[] };

/** Find every name and every "except", leftmost first and of two the longer. */
export function scan(tokens: readonly Token[], names: Names): Scanned {
  const hits: Hit[] = [];
  const exceptions: ExceptionMark[] = [];
  const scene = setScene(tokens, names);
  for (let at = 0; at < tokens.length; ) {
    const exception = exceptionAt(tokens, at);
    const hit = exception ? undefined : hitAt(scene, at);
    if (exception) exceptions.push(exception);
    if (hit) hits.push(hit);
    at = exception?.to ?? hit?.to ?? at + 1;
  }
  return { hits, exceptions };
}

function hitAt(scene: Scene, from: number): Hit | undefined {
  const { tokens, names } = scene;
  const first = tokens[from];
  if (first?.kind !== 'word') return undefined;
  if (first.flag) {
    const target = names.codes.get(first.key) ?? names.phrases.get(first.key);
    return target && { from, to: from + 1, target };
  }
  const key = keyOf(first, names);
  const longest = names.longest.get(key) ?? 0;
  const words: string[] = [];
  let best: Hit | undefined;
  for (let to = from; to < tokens.length && words.length < longest; to += 1) {
    const token = tokens[to];
    if (token?.kind === 'paren') continue;
    words.push(to === from ? key : (token?.key ?? ''));
    const target = names.phrases.get(words.join(' '));
    if (target && mayRead(scene, from, to + 1, target)) best = { from, to: to + 1, target };
  }
  return best;
}

const KOREAN_PARTICLE =
  /(?:은|는|이|가|을|를|에|에서|의|와|과|로|으로|및|도|만|까지|부터|나|이나|하고|랑|이랑)$/u;

/** A word as names know it: Korean particles and the Arabic "and" are written onto the word before or after. */
function keyOf({ key }: Token, names: Names): string {
  if (names.longest.has(key)) return key;
  if (/^\p{sc=Hangul}/u.test(key)) {
    const bare = key.replace(KOREAN_PARTICLE, '');
    if (bare.length > 1 && names.longest.has(bare)) return bare;
  }
  if (key.startsWith('و') && names.longest.has(key.slice(1))) return key.slice(1);
  return key;
}

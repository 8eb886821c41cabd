import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';
import type { Confidence } from './routing.ts';

/** The question tree behind "do I need a new code?", one leaf for each case of the ISRC rules. */
export type NewOrSameTree = {
  readonly compiled: string;
  /** The first one is where everybody starts. */
  readonly questions: readonly TreeQuestion[];
  readonly verdicts: readonly Verdict[];
};

export type TreeQuestion = {
  readonly id: string;
  readonly ask: Localized;
  readonly choices: readonly TreeChoice[];
};

/** Short enough for a button: 75 characters. It leads to another question or to a verdict. */
export type TreeChoice = { readonly key: string; readonly label: Localized } & (
  | { readonly ask: string }
  | { readonly verdict: string }
);

/** `may`: a code is possible, not needed. `never`: an ISRC does not belong here at all. */
export type Ruling = 'new' | 'keep' | 'depends' | 'disputed' | 'may' | 'never';

export type Verdict = {
  readonly id: string;
  readonly verdict: Ruling;
  /** The one line that says it. */
  readonly answer: Localized;
  readonly rule: Localized;
  /** What to do now. */
  readonly next: Localized;
  readonly sources: readonly { readonly source: string; readonly confidence: Confidence }[];
};

const load = createRequire(import.meta.url);
let tree: NewOrSameTree | undefined;

/** Read when first asked for. */
export function newOrSameTree(): NewOrSameTree {
  tree ??= load('./new-or-same.json') as NewOrSameTree;
  return tree;
}

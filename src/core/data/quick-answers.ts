import { createRequire } from 'node:module';
import type { Localized } from './localized.ts';
import type { Confidence } from './routing.ts';

/** The quick answers, compiled 2026-11-22 from the pages that `sources` names. */
export type QuickAnswers = {
  readonly compiled: string;
  /** Stands under every quick answer and every caution. */
  readonly education: Localized;
  /** What people type for all the questions that are asked often. */
  readonly faqNames: readonly string[];
  readonly topics: readonly TopicData[];
  readonly sources: Readonly<Record<string, Source>>;
};

export type Source = { readonly text: string; readonly confidence: Confidence };

export type TopicData = {
  readonly id: string;
  /** The topic it is a detail of; `faq` for the questions that are asked often. */
  readonly parent: string | null;
  /** As a question. */
  readonly title: Localized;
  /** The verdict: the one line that is read when nothing else is. */
  readonly answer: Localized;
  readonly aliases: readonly string[];
  /** Topics that a reader is likely to want next. */
  readonly related: readonly string[];
  readonly blocks: readonly Block[];
};

/** `words` hold `codes` in backticks and **strong** lead words. `sources` are keys of the source list. */
export type Block =
  | ({ readonly kind: 'text' } & Sourced)
  | { readonly kind: 'list'; readonly ordered: boolean; readonly items: readonly Sourced[] }
  | {
      readonly kind: 'table';
      readonly columns: readonly Localized[];
      readonly rows: readonly { readonly cells: readonly Localized[]; readonly sources: readonly string[] }[];
    };

export type Sourced = { readonly words: Localized; readonly sources: readonly string[] };

const load = createRequire(import.meta.url);
let answers: QuickAnswers | undefined;

/** Read when first asked for. */
export function quickAnswers(): QuickAnswers {
  answers ??= load('./quick-answers.json') as QuickAnswers;
  return answers;
}

import { createRequire } from 'node:module';
import { languages } from '../languages.ts';

/** Words that are data: the English always, and every other language that has been written. */
export type Localized = { readonly en: string; readonly [language: string]: string };

/** In the language of the reader, or in English where nobody has written it yet. */
export function inLanguage(words: Localized, language: string): string {
  if (language === 'en') return words.en;
  return words[language] ?? wordsIn(language)[words.en] ?? words.en;
}

/** Both stand in the tables themselves; the others have a file beside them. */
const IN_TABLES: readonly string[] = ['en', 'zh-Hant'];
const BESIDE: readonly string[] = languages.filter((language) => !IN_TABLES.includes(language));

/**
 * Each of these in the languages that have a file of their own, for tables of names that somebody may type. It reads
 * all of them, so it is for names that are none of those in the tables; what is read does not stay in memory.
 */
export function inOtherLanguages(all: readonly Localized[]): readonly (readonly string[])[] {
  const others = BESIDE.map((language) => read.get(language) ?? find(language));
  return all.map(({ en }) => others.flatMap((words) => words[en] ?? []));
}

/** English → translation. */
type Words = Readonly<Record<string, string>>;

const load = createRequire(import.meta.url);
const read = new Map<string, Words>();

/** Of all the tables; a file for each language whose words do not stand in the tables. */
function wordsIn(language: string): Words {
  const known = read.get(language) ?? find(language);
  read.set(language, known);
  return known;
}

function find(language: string): Words {
  if (!BESIDE.includes(language)) return {};
  const file = `./${language}.json`;
  const words = load(file);
  delete load.cache[load.resolve(file)];
  return words;
}

import { createRequire } from 'node:module';

/** Words that are data: the English always, and every other language that has been written. */
export type Localized = { readonly en: string; readonly [language: string]: string };

/** In the language of the reader, or in English where nobody has written it yet. */
export function inLanguage(words: Localized, language: string): string {
  if (language === 'en') return words.en;
  return words[language] ?? wordsIn(language)[words.en] ?? words.en;
}

const load = createRequire(import.meta.url);
const read = new Map<string, Readonly<Record<string, string>>>();

/** English → translation, of all the tables; a file for each language whose words do not stand in the tables. */
function wordsIn(language: string): Readonly<Record<string, string>> {
  const known = read.get(language) ?? find(`./${language}.json`);
  read.set(language, known);
  return known;
}

function find(file: string): Readonly<Record<string, string>> {
  try {
    return load(file);
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'MODULE_NOT_FOUND') return {};
    throw error;
  }
}

/** Words that are data: the English always, and every other language that has been written. */
export type Localized = { readonly en: string; readonly [language: string]: string };

/** In the language of the reader, or in English where nobody has written it yet. */
export function inLanguage(words: Localized, language: string): string {
  return words[language] ?? words.en;
}

/**
 * The languages that are complete. Adding one: a word here, a file of its words beside the tables in `data`, a folder in
 * `src/text`, and its name in `src/text/locale.ts`.
 */
export const languages = [
  'en',
  'zh-Hant',
  'zh-Hans',
  'ja',
  'ko',
  'pt-BR',
  'es',
  'ru',
  'tr',
  'id',
  'ar',
] as const;

/** The languages that are complete. Adding one: a folder beside this file and a line in translate.ts. */
export const locales = ['en', 'zh-Hant'] as const;

export type Locale = (typeof locales)[number];

/**
 * The language to answer in, from whatever a platform says (`zh-TW`, `en_GB`, `ar`, or nothing).
 *
 * Every Chinese locale reads Traditional Chinese until Simplified is complete: closer than English.
 */
export function nearestLocale(tag: string | null | undefined): Locale | null {
  const language = tag?.toLowerCase().split(/[-_]/)[0];
  if (language === 'zh') return 'zh-Hant';
  return locales.find((locale) => locale === language) ?? null;
}

import { languages } from '../core/languages.ts';

/** Those that can be chosen. */
export const locales = languages;

export type Locale = (typeof locales)[number];

/** What each calls itself, which is the same in every language. */
export const languageNames: Readonly<Record<Locale, string>> = {
  en: 'English',
  'zh-Hant': '繁體中文',
  'zh-Hans': '简体中文',
  ja: '日本語',
  ko: '한국어',
  'pt-BR': 'Português (Brasil)',
  es: 'Español',
  ru: 'Русский',
  tr: 'Türkçe',
  id: 'Bahasa Indonesia',
  ar: 'العربية',
};

/** What platforms and machines still call some languages. */
const OLD_CODES: Readonly<Record<string, string>> = { in: 'id' };

/**
 * The language to answer in, from whatever a platform says (`zh-TW`, `en_GB`, `de`, or nothing): the one that its
 * reader comes closest to, or null.
 */
export function nearestLocale(tag: string | null | undefined): Locale | null {
  const [language = '', ...more] = tag?.toLowerCase().split(/[-_.@]/) ?? [];
  if (language === 'zh') return offered(isSimplified(more) ? 'zh-Hans' : 'zh-Hant') ?? 'zh-Hant';
  return offered(OLD_CODES[language] ?? language);
}

/** The script decides where it is named, the place where it is not. */
function isSimplified(more: readonly string[]): boolean {
  if (more.includes('hans')) return true;
  return !more.includes('hant') && more.some((part) => part === 'cn' || part === 'sg');
}

/** Of a language with several forms, ours is read by all: `pt` and `pt-PT` get the Portuguese of Brazil. */
function offered(wanted: string): Locale | null {
  return locales.find((locale) => locale === wanted || locale.split('-')[0] === wanted) ?? null;
}

/** How numbers, dates and lists are written: the short day first or as the language has it, and 24 hours. */
export function formatsOf(locale: Locale): string {
  return FORMATS[locale] ?? `${locale}-u-hc-h23`;
}

const FORMATS: Readonly<Record<string, string>> = {
  // `4 Nov 2025, 18:00` is read without a second thought on every continent.
  en: 'en-GB',
  'zh-Hant': 'zh-Hant-TW-u-hc-h23',
  // Codes and figures are compared with those of stores, in the digits that stores use.
  ar: 'ar-u-hc-h23-nu-latn',
  // A point before decimals, as in the percents of a sheet.
  es: 'es-419-u-hc-h23',
};

/** Whether the language is written from right to left. */
export function isRightToLeft(locale: Locale): boolean {
  return RIGHT_TO_LEFT.has(locale);
}

const RIGHT_TO_LEFT: ReadonlySet<string> = new Set(['ar']);

/** Between names in a row. */
export function comma(locale: Locale): string {
  return COMMAS[locale] ?? ', ';
}

const COMMAS: Readonly<Record<string, string>> = {
  'zh-Hant': '、',
  'zh-Hans': '、',
  ja: '、',
  ar: '، ',
};

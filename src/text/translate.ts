import { type Formatters, type FormatXMLElementFn, IntlMessageFormat } from 'intl-messageformat';
import { atHour } from '../core/time-zones.ts';
import { messagesIn, translated } from './languages.ts';
import { formatsOf, isRightToLeft, type Locale } from './locale.ts';
import { isolated } from './neutral.ts';
import type { Span, Text, Words } from './spans.ts';

/**
 * Which of these messages somebody has typed, in any language and case: English is looked at first, then one language
 * after the other, so that hardly anybody waits for all to be read.
 */
export function recognize(typed: string, messages: readonly string[]): string | undefined {
  const wanted = typed.toLowerCase();
  const isTyped = (words: string | undefined) => words?.toLowerCase() === wanted;
  const english = messages.find(isTyped);
  if (english !== undefined) return english;
  for (const locale of translated) {
    const catalog = messagesIn(locale);
    const found = messages.find((message) => isTyped(catalog[message]));
    if (found !== undefined) return found;
  }
  return undefined;
}

/** A message in each language: for tables of words that are made when they are first needed, as it reads them all. */
export function inEveryLanguage(message: string): readonly string[] {
  return [message, ...translated.flatMap((locale) => messagesIn(locale)[message] ?? [])];
}

export type Values = Readonly<Record<string, Words | number | Date | readonly string[]>>;

/**
 * Say a message in the reader's language. English is written where it is used and is the key to the others; see
 * docs/architecture.md, "Words". `<code>` and `<b>` in it are styles; a `{value}` is put in as it is,
 * never read as markup. A `{value, date}` is a moment, or a day of the calendar as text. Without a translation the
 * English is said.
 *
 * @throws when the message names a value that is not given: our mistake, caught by the first test that says it
 */
export type Translate = (message: string, values?: Values) => Text;

/**
 * Values travel through the formatter as these, so that it hands them back apart from the words around them.
 * `toString` gives the bare value to a `select` in the message, and `valueOf` a day of the calendar to a `date`.
 */
type Inserted = { readonly inserted: Text };
type Chunk = string | Inserted;

export function translator(locale: Locale, timeZone: string): Translate {
  const catalog = locale === 'en' ? undefined : messagesIn(locale);
  const compiled = new Map<string, Text | IntlMessageFormat>();
  const voice: Voice = { list: listsOf(locale), own: ownWords(locale) };
  const formatters = formattersOf(locale, timeZone);
  return (message, values = {}) => {
    let known = compiled.get(message);
    if (known === undefined) {
      known = compile(catalog?.[message] ?? message, locale, formatters, voice);
      compiled.set(message, known);
    }
    return known instanceof IntlMessageFormat ? fill(known, values, voice, timeZone) : known;
  };
}

/** How a language says what is not in its messages: items in a row, and what its own words are marked with. */
type Voice = {
  list(items: readonly string[]): Text;
  own(text: string): Span;
};

/** In Chinese one mark stands between all, so that numbers and Latin names need no spaces around a word. */
function listsOf(locale: Locale): Voice['list'] {
  if (locale.startsWith('zh')) return (items) => [{ text: items.join('、') }];
  const format = new Intl.ListFormat(formatsOf(locale), { style: 'long', type: 'conjunction' });
  if (!isRightToLeft(locale)) return (items) => [{ text: format.format(items) }];
  const own = ownWords(locale);
  return (items) =>
    format.formatToParts(items).map(({ type, value }) => (type === 'element' ? { text: value } : own(value)));
}

function ownWords(locale: Locale): Voice['own'] {
  return isRightToLeft(locale) ? (text) => ({ text, direction: 'rtl' }) : (text) => ({ text });
}

function compile(
  pattern: string,
  locale: Locale,
  formatters: Formatters,
  { own }: Voice,
): Text | IntlMessageFormat {
  if (!/[{<']/.test(pattern)) return [own(pattern)];
  // A tag and a value share one table in the formatter; `<code>{code}</code>` must be able to say both.
  return new IntlMessageFormat(
    pattern.replace(/<(\/?)(code|b)>/g, '<$1style-$2>'),
    formatsOf(locale),
    undefined,
    { formatters },
  );
}

/** Each takes up to a millisecond to make, and a message would make its own whenever it is said. */
function formattersOf(locale: Locale, timeZone: string): Formatters {
  const DateFormat = DATE_FORMATS.get(locale) ?? Intl.DateTimeFormat;
  return {
    getNumberFormat: kept((locales, options) => new Intl.NumberFormat(locales, options)),
    getDateTimeFormat: kept((locales, options) => new DateFormat(locales, { ...options, timeZone })),
    getPluralRules: kept((locales, options) => new Intl.PluralRules(locales, options)),
  };
}

/**
 * Chinese sets a space between its characters and figures, `2025 年 11 月 4 日`; the formatter does not. Japanese, in
 * the same characters, has none.
 */
class SpacedDateTimeFormat extends Intl.DateTimeFormat {
  override format(date?: Date | number): string {
    return super.format(date).replace(/(?<=\d)(?=\p{sc=Han})|(?<=\p{sc=Han})(?=\d)/gu, ' ');
  }
}

/** `26 дек. 2026` is a date without the `г.` behind the year, which would meet the full stop of a sentence. */
class BareYearDateTimeFormat extends Intl.DateTimeFormat {
  override format(date?: Date | number): string {
    return super.format(date).replace(/\s?г\.(?=,|$)/u, '');
  }
}

const DATE_FORMATS: ReadonlyMap<Locale, typeof SpacedDateTimeFormat | typeof BareYearDateTimeFormat> =
  new Map([
    ['zh-Hant', SpacedDateTimeFormat],
    ['zh-Hans', SpacedDateTimeFormat],
    ['ru', BareYearDateTimeFormat],
  ]);

type Make<Options, Formatter> = (locales?: string | string[], options?: Options) => Formatter;

function kept<Options, Formatter>(make: Make<Options, Formatter>): Make<Options, Formatter> {
  const made = new Map<string, Formatter>();
  return (locales, options) => {
    const key = JSON.stringify([locales, options]);
    const formatter = made.get(key) ?? make(locales, options);
    made.set(key, formatter);
    return formatter;
  };
}

/** The hour at which it is that day, whatever the clocks do at night. */
const NOON = 12;

function fill(format: IntlMessageFormat, values: Values, voice: Voice, timeZone: string): Text {
  const filled: Record<string, Inserted | number | Date | FormatXMLElementFn<Chunk>> = {
    'style-code': styled('code', voice),
    'style-b': styled('strong', voice),
  };
  for (const [name, value] of Object.entries(values)) {
    if (typeof value === 'number' || value instanceof Date) filled[name] = value;
    else if (typeof value === 'string') {
      const noon = () => atHour(value, NOON, timeZone).getTime();
      filled[name] = { inserted: inserted(value, voice), toString: () => value, valueOf: noon };
    } else filled[name] = { inserted: inserted(value, voice) };
  }
  const parts: string | Chunk | Chunk[] = format.format<Chunk>(filled);
  return flatten(Array.isArray(parts) ? parts : [parts], voice);
}

function inserted(value: Words | readonly string[], voice: Voice): Text {
  if (typeof value === 'string') return [{ text: isolated(value) }];
  if (isStrings(value)) return voice.list(value.map(isolated));
  return value.map((span) => (span.direction === undefined ? { ...span, text: isolated(span.text) } : span));
}

function isStrings(value: Text | readonly string[]): value is readonly string[] {
  return typeof value[0] === 'string';
}

function styled(style: 'code' | 'strong', voice: Voice): FormatXMLElementFn<Chunk> {
  return (chunks) => ({ inserted: flatten(chunks, voice).map((span) => ({ ...span, style })) });
}

function flatten(chunks: readonly Chunk[], { own }: Voice): Text {
  const flat: Span[] = [];
  for (const chunk of chunks) {
    for (const span of typeof chunk === 'string' ? [own(chunk)] : chunk.inserted) {
      if (span.text !== '') flat.push(span);
    }
  }
  return flat;
}

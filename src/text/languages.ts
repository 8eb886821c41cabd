import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Locale, locales } from './locale.ts';

/** English is written where it is said; every other language lies in a folder beside this file. */
export type Translated = Exclude<Locale, 'en'>;

/** English → translation. */
type Catalog = Readonly<Record<string, string>>;

/** Names of options have a file of their own: they are looked for far oftener than anything is said. */
const NAMES = 'names.json';

export const translated: readonly Translated[] = locales.filter((locale) => locale !== 'en');

/** A language stays in memory while somebody holds it, as a translator does; most houses speak two or three. */
const held = new Map<Translated, WeakRef<Catalog>>();
const names = new Map<Translated, Catalog>();

/** All that a language says. Read when it is first spoken. */
export function messagesIn(locale: Translated): Catalog {
  const known = held.get(locale)?.deref();
  if (known) return known;
  const parts = readdirSync(folderOf(locale)).filter((file) => file.endsWith('.json') && file !== NAMES);
  const catalog: Catalog = Object.assign({}, ...parts.map((file) => read(locale, file)));
  held.set(locale, new WeakRef(catalog));
  return catalog;
}

/** What the options of commands are called, beside their English names. Commands keep theirs everywhere. */
export function optionNamesIn(locale: Translated): Catalog {
  const known = names.get(locale) ?? read(locale, NAMES);
  names.set(locale, known);
  return known;
}

function folderOf(locale: Translated): string {
  return join(import.meta.dirname, locale);
}

function read(locale: Translated, file: string): Catalog {
  return JSON.parse(readFileSync(join(folderOf(locale), file), 'utf8'));
}

import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inLanguage, type Localized } from '../../src/core/data/localized.ts';
import { newOrSameTree } from '../../src/core/data/new-or-same.ts';
import { quickAnswers } from '../../src/core/data/quick-answers.ts';
import { type Locale, locales } from '../../src/text/locale.ts';
import { ROOT } from '../support/sources.ts';

/** What Slack's buttons hold, which is less than Discord's do. */
const LONGEST_LABEL = 75;

const isLanguage = (file: string) => locales.includes(basename(file, '.json') as Locale);
const files = globSync('src/core/data/*.json', { cwd: ROOT });
const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));

/** Every text of the tables that has a language, but the empty cells. */
const all = files.filter((file) => !isLanguage(file)).flatMap((file) => localizedIn(read(file)));

function localizedIn(data: unknown): readonly Localized[] {
  if (typeof data !== 'object' || data === null) return [];
  if (!('en' in data)) return Object.values(data).flatMap(localizedIn);
  return data.en === '' ? [] : [data as Localized];
}

/** Names of stores, societies and countries are often the same everywhere; they are short, or have no small word. */
function isSentence(english: string): boolean {
  return english.split(' ').length > 2 && /(^| )\p{Ll}/u.test(english);
}

/** What is set apart in a text: `codes`, and where **strong** words begin and end. */
function marksIn(text: string): string {
  return (text.match(/`[^`]*`|\*\*/g) ?? []).toSorted().join(' ');
}

it('finds the words of the tables', () => {
  expect(all.length).toBeGreaterThan(1000);
});

it('knows the languages that have a file beside the tables', () => {
  const beside = files.filter(isLanguage).map((file) => basename(file, '.json'));
  const others = locales.filter((locale) => !['en', 'zh-Hant'].includes(locale));
  expect(beside.toSorted()).toEqual(others.toSorted());
});

describe.each(locales.filter((locale) => locale !== 'en'))('the tables in %s', (locale) => {
  const file = `src/core/data/${locale}.json`;
  const beside = files.includes(file) ? (read(file) as Readonly<Record<string, string>>) : {};
  const missing = all.filter((words) => words[locale] === undefined && beside[words.en] === undefined);

  it('are there, every word', () => {
    expect(missing.map(({ en }) => en)).toEqual([]);
  });

  it('have no word that the English no longer has, or that stands in the tables already', () => {
    const wanted = new Set(all.filter((words) => words[locale] === undefined).map(({ en }) => en));
    expect(Object.keys(beside).filter((english) => !wanted.has(english))).toEqual([]);
  });

  it('have no sentence left in English', () => {
    const left = all.filter((words) => isSentence(words.en) && inLanguage(words, locale) === words.en);
    expect(left.map(({ en }) => en)).toEqual([]);
  });

  it('set apart what the English sets apart', () => {
    const changed = all.filter((words) => marksIn(inLanguage(words, locale)) !== marksIn(words.en));
    expect(changed.map((words) => inLanguage(words, locale))).toEqual([]);
  });

  it('have titles and choices that fit on buttons', () => {
    const labels = [
      ...quickAnswers().topics.map(({ title }) => title),
      ...newOrSameTree().questions.flatMap(({ choices }) => choices.map(({ label }) => label)),
    ].map((words) => inLanguage(words, locale));
    expect(labels.filter((label) => label.length > LONGEST_LABEL)).toEqual([]);
  });
});

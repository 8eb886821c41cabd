import { describe, expect, it } from 'vitest';
import { inLanguage } from '../../src/core/data/localized.ts';
import { quickAnswers } from '../../src/core/data/quick-answers.ts';
import { territoryTable } from '../../src/core/data/territories.ts';
import { findQuickAnswer } from '../../src/core/quick-answers.ts';
import { findTerritories } from '../../src/core/territory.ts';
import { locales } from '../../src/text/locale.ts';

/** What a name is read as: the one place, or the question that it raises. */
function placesIn(text: string): string {
  const { places, questions } = findTerritories(text);
  if (questions.some(({ kind }) => kind === 'reading')) return 'asked';
  return places.map((place) => ('country' in place ? place.country.iso : place.group.id)).join();
}

describe.each(locales)('a name in %s', (locale) => {
  it('leads to its country, or to the question which of two is meant', () => {
    const lost = territoryTable().countries.flatMap(({ iso, name }) => {
      const word = inLanguage(name, locale);
      return [iso, 'asked'].includes(placesIn(word)) ? [] : [`${word}: ${placesIn(word)}`];
    });
    expect(lost).toEqual([]);
  });

  it('leads to its region', () => {
    const lost = territoryTable().groups.flatMap(({ id, name }) => {
      const word = inLanguage(name, locale);
      return placesIn(word) === id ? [] : [`${word}: ${placesIn(word)}`];
    });
    expect(lost).toEqual([]);
  });

  it('leads to its topic, whatever language the reader has', () => {
    const lost = quickAnswers().topics.flatMap((topic) => {
      const title = inLanguage(topic.title, locale);
      const answered = findQuickAnswer(title);
      return answered.kind === 'topic' && answered.topic === topic ? [] : [title];
    });
    expect(lost).toEqual([]);
  });
});

it.each([
  ['ja', 'ISRCの費用はいくらですか', 'cost'],
  ['es', '¿cuánto cuesta un ISRC?', 'cost'],
  ['ru', 'сколько стоит ISRC', 'cost'],
  ['ko', 'ISRC 비용은 얼마', 'cost'],
  ['ar', 'كم يكلف ISRC', 'cost'],
])('a question in %s, %s, is about %s', (locale, question, id) => {
  const answered = findQuickAnswer(question, locale);
  const found =
    answered.kind === 'topic' ? [answered.topic] : answered.kind === 'several' ? answered.topics : [];
  expect(found.map((topic) => topic.id)).toContain(id);
});

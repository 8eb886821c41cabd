import { inLanguage, inOtherLanguages, type Localized } from './data/localized.ts';
import { quickAnswers, type Source, type TopicData } from './data/quick-answers.ts';
import { edits } from './territory/nearest.ts';
import { tokenize } from './territory/tokens.ts';

/** What a query comes to: one answer, several that it could mean, or none with the nearest. */
export type Answered =
  | { readonly kind: 'topic'; readonly topic: TopicData }
  | { readonly kind: 'several'; readonly topics: readonly TopicData[] }
  /** All the questions that are asked often. */
  | { readonly kind: 'faq' }
  | { readonly kind: 'none'; readonly nearest: readonly TopicData[] };

type Entry = {
  readonly topic: TopicData;
  readonly names: readonly string[];
  /** Terms of its names, of its answer, of its text: the first tell most. */
  readonly terms: readonly [
    names: ReadonlySet<string>,
    answer: ReadonlySet<string>,
    text: ReadonlySet<string>,
  ];
};

const WEIGHTS = [6, 3, 1] as const;
const MOST = 5;
/** Words that every question has. */
const EMPTY_WORDS = new Set(
  'a an the is are be do does did can could should i my me you your it of for to in on at with and or what how which when where who need about please tell'.split(
    ' ',
  ),
);

/** By the language of the reader, whose words of it are found beside those that stand in the table. */
const indexes = new Map<string, readonly Entry[]>();
/** What topics are called in the languages that do not stand in the table. */
let otherNames: ReadonlyMap<string, TopicData> | undefined;

/**
 * Find the quick answer to what somebody typed: a topic's name in any language, an alias, a question in their own
 * words, in English, Chinese or the language of the reader.
 *
 * A name or alias is taken at its word. Otherwise the terms of the query are looked for in names, answers and
 * texts, a term that nobody wrote as the beginning of a word; a clear winner is the answer, a draw is shown as such,
 * and what matches nothing gets the three nearest.
 */
export function findQuickAnswer(query: string, language = 'en'): Answered {
  const index = indexIn(language);
  const name = nameOf(query);
  if (quickAnswers().faqNames.some((one) => nameOf(one) === name)) return { kind: 'faq' };
  const named = index.find(({ names }) => names.includes(name));
  const topic = named?.topic ?? topicNamed(name);
  if (topic) return { kind: 'topic', topic };
  const scored = score([...termsOf(query), ...loneCharacters(query)], index);
  const [first, second] = scored;
  if (!first) return { kind: 'none', nearest: nearest(name, index) };
  if (!second || first.points >= second.points * 1.5) return { kind: 'topic', topic: first.topic };
  const close = scored.filter(({ points }) => points * 1.5 > first.points);
  return { kind: 'several', topics: close.slice(0, MOST).map(({ topic }) => topic) };
}

/** The topics of a list, in their order: those of the start (`null`), the questions often asked (`faq`), details. */
export function listTopics(parent: string | null): readonly TopicData[] {
  return quickAnswers().topics.filter((topic) => topic.parent === parent);
}

export function topicById(id: string): TopicData | undefined {
  return quickAnswers().topics.find((topic) => topic.id === id);
}

/** Every source that a topic rests on, each once, in the order of first use. */
export function sourcesOf(topic: TopicData): readonly Source[] {
  const { sources } = quickAnswers();
  const keys = topic.blocks.flatMap((block) => {
    if (block.kind === 'text') return block.sources;
    return (block.kind === 'list' ? block.items : block.rows).flatMap((item) => item.sources);
  });
  return [...new Set(keys)].map((key) => sources[key]).filter((source) => source !== undefined);
}

function indexIn(language: string): readonly Entry[] {
  const known = indexes.get(language) ?? quickAnswers().topics.map((topic) => entryOf(topic, language));
  indexes.set(language, known);
  return known;
}

function topicNamed(name: string): TopicData | undefined {
  otherNames ??= namesOf(quickAnswers().topics);
  return otherNames.get(name);
}

function namesOf(topics: readonly TopicData[]): ReadonlyMap<string, TopicData> {
  const titles = inOtherLanguages(topics.map(({ title }) => title));
  return new Map(
    topics.flatMap((topic, index) => titles[index]?.map((title) => [nameOf(title), topic] as const) ?? []),
  );
}

function entryOf(topic: TopicData, language: string): Entry {
  const said = (words: Localized) => new Set([...Object.values(words), inLanguage(words, language)]);
  const names = [topic.id, ...topic.aliases, ...said(topic.title)];
  const text = topic.blocks.flatMap((block) => {
    if (block.kind === 'text') return [...said(block.words)];
    if (block.kind === 'list') return block.items.flatMap(({ words }) => [...said(words)]);
    return block.rows.flatMap(({ cells }) => cells.flatMap((cell) => [...said(cell)]));
  });
  return {
    topic,
    names: names.map(nameOf),
    terms: [names, [...said(topic.answer)], text].map(
      (texts) => new Set(texts.flatMap((one) => [...termsOf(one)])),
    ) as [Set<string>, Set<string>, Set<string>],
  };
}

function nameOf(text: string): string {
  return tokenize(text.normalize('NFKC'))
    .filter(({ kind }) => kind === 'word')
    .map(({ key }) => key)
    .join('');
}

/** Words, with a plural s off; of Chinese, where words are not spaced, every pair of neighbors. */
function* termsOf(text: string): Generator<string> {
  let before: { key: string; end: number } | undefined;
  for (const { kind, key, start, end } of tokenize(text.normalize('NFKC'))) {
    const han = kind === 'word' && /^\p{sc=Han}$/u.test(key);
    if (han && before?.end === start) yield before.key + key;
    if (kind === 'word' && !han && !EMPTY_WORDS.has(key)) yield key.length > 3 ? key.replace(/s$/, '') : key;
    before = han ? { key, end } : undefined;
  }
}

/** Of Chinese, a character without a neighbor, which no pair holds; `嗎` and the like ask nothing by themselves. */
function loneCharacters(query: string): readonly string[] {
  const runs = query.normalize('NFKC').match(/\p{sc=Han}+/gu) ?? [];
  return runs
    .filter((run) => run.length === 1 && !'的了是嗎呢吧啊有和'.includes(run))
    .flatMap((run) => tokenize(run))
    .map(({ key }) => key);
}

/** Shorter beginnings begin too much. */
const SHORTEST_BEGINNING = 4;

/** In which of the texts of a topic a term is: as it stands or, where `wholly` is false, in a longer one. */
function placeOf(term: string, { terms }: Entry, wholly: boolean): number {
  if (wholly) return terms.findIndex((set) => set.has(term));
  if (/^\p{sc=Han}$/u.test(term)) return terms.findIndex((set) => [...set].some((one) => one.includes(term)));
  if (term.length < SHORTEST_BEGINNING) return -1;
  return terms.findIndex((set) => [...set].some((one) => one.startsWith(term)));
}

/** A term counts for more the fewer topics have it. */
function score(
  terms: readonly string[],
  entries: readonly Entry[],
): readonly { topic: TopicData; points: number }[] {
  const points = entries.map(() => 0);
  for (const term of new Set(terms)) {
    const isKnown = entries.some((entry) => placeOf(term, entry, true) >= 0);
    const weights = entries.map((entry) => WEIGHTS[placeOf(term, entry, isKnown)] ?? 0);
    const having = weights.filter((weight) => weight > 0).length;
    for (const [at, weight] of weights.entries())
      points[at] = (points[at] ?? 0) + weight * Math.log(1 + entries.length / Math.max(having, 1));
  }
  return entries
    .map(({ topic }, at) => ({ topic, points: points[at] ?? 0 }))
    .filter((one) => one.points > 0)
    .sort((a, b) => b.points - a.points);
}

const LONGEST_NAME = 40;

function nearest(name: string, entries: readonly Entry[]): readonly TopicData[] {
  const typed = name.slice(0, LONGEST_NAME);
  const far = (known: string) =>
    edits(typed, known.slice(0, LONGEST_NAME)) / Math.max(typed.length, known.length, 1);
  return entries
    .map(({ topic, names }) => ({ topic, far: Math.min(...names.map(far)) }))
    .sort((a, b) => a.far - b.far)
    .slice(0, 3)
    .map(({ topic }) => topic);
}

import { fc, it as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { quickAnswers } from '../../src/core/data/quick-answers.ts';
import {
  type Answered,
  findQuickAnswer,
  listTopics,
  sourcesOf,
  topicById,
} from '../../src/core/quick-answers.ts';
import { localized } from './territory/localized.ts';

const short = (answered: Answered) => {
  if (answered.kind === 'topic') return answered.topic.id;
  if (answered.kind === 'faq') return 'faq';
  const topics = answered.kind === 'several' ? answered.topics : answered.nearest;
  return `${answered.kind}: ${topics.map(({ id }) => id).join(' ')}`;
};

describe('the quick answers', () => {
  const data = quickAnswers();

  it('have the shape their type says, complete in both languages', () => {
    const source = z.strictObject({ text: z.string().min(5), confidence: z.enum(['high', 'medium', 'low']) });
    const keys = z.array(z.string().refine((key) => key in data.sources, 'a source that is not listed'));
    const sourced = { words: localized, sources: keys };
    const cell = z.union([localized, z.strictObject({ en: z.literal(''), 'zh-Hant': z.literal('') })]);
    const block = z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('text'), ...sourced }),
      z.strictObject({
        kind: z.literal('list'),
        ordered: z.boolean(),
        items: z.array(z.strictObject(sourced)).min(1),
      }),
      z.strictObject({
        kind: z.literal('table'),
        columns: z.array(localized).length(3),
        rows: z.array(z.strictObject({ cells: z.array(cell).length(3), sources: keys })).min(2),
      }),
    ]);
    const topic = z.strictObject({
      id: z.string().regex(/^[a-z-]+$/),
      parent: z.string().nullable(),
      title: localized,
      answer: localized,
      aliases: z.array(z.string().min(1)).min(1),
      related: z.array(z.string()).min(1),
      blocks: z.array(block).min(1),
    });
    const all = z.strictObject({
      compiled: z.iso.date(),
      education: localized,
      faqNames: z.array(z.string()),
      topics: z.array(topic),
      sources: z.record(z.string(), source),
    });
    expect(z.prettifyError(all.safeParse(data).error ?? new z.ZodError([]))).toBe('');
  });

  it('have no mark, file name or word of the mainland left in their words', () => {
    const said = JSON.stringify(data.topics);
    expect(said).not.toMatch(/\[\d|\.json|\.md|project brief/);
    expect(said).not.toMatch(/程式碼|元數據|元数据|版稅系統|視頻|音頻|發行商碼/);
    // In Taiwan 重製 is reproduction; a remaster is 重新母帶後製. It may still be asked for so.
    expect(data.topics.map((topic) => JSON.stringify({ ...topic, aliases: [] })).join()).not.toMatch(
      /(?<!機械)重製/,
    );
  });

  it('lead only to topics that exist, and use every source', () => {
    const ids = data.topics.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    const leads = data.topics.flatMap(({ related, parent }) => [
      ...related,
      ...(parent && parent !== 'faq' ? [parent] : []),
    ]);
    expect(leads.filter((id) => !ids.includes(id))).toEqual([]);
    const used = new Set(data.topics.flatMap(sourcesOf));
    expect(Object.values(data.sources).filter((source) => !used.has(source))).toEqual([]);
  });

  it('are nine topics, eight questions asked often, and a word on thirteen companies', () => {
    expect(listTopics(null).map(({ id }) => id)).toEqual([
      'isrc',
      'isrc-format',
      'why-isrc',
      'get-isrc',
      'isrc-agency',
      'cost',
      'distributors',
      'iswc',
      'upc',
    ]);
    expect(listTopics('faq')).toHaveLength(8);
    expect(listTopics('distributors')).toHaveLength(13);
  });
});

it.each(
  quickAnswers().topics.flatMap((topic) =>
    [topic.id, ...Object.values(topic.title), ...topic.aliases].map((name) => [name, topic.id] as const),
  ),
)('%s leads to the topic %s', (name, id) => {
  expect(short(findQuickAnswer(name))).toBe(id);
  expect(short(findQuickAnswer(` ${name.toUpperCase()} `))).toBe(id);
});

it.each([
  ['how much does an isrc cost?', 'cost'],
  ['how do I get a barcode', 'upc'],
  ['remastering a song', 'faq-remaster'],
  ['annual limit', 'faq-per-year'],
  ['can the beat and the vocal share', 'faq-beat-vocal'],
  ['怎麼申請 ISRC', 'get-isrc'],
  ['重製要換碼嗎', 'faq-remaster'],
  ['如何獲得 ISRC？', 'get-isrc'],
  ['ISRC 成本拆解', 'cost'],
  ['錢怎麼分', 'faq-no-split'],
  ['Latvia', 'cost'],
  ['faq', 'faq'],
  ['常見問題', 'faq'],
  // Words of the text alone, in both languages and however they are written.
  ['immersive mix', 'distributors'],
  ['QUÉBEC', 'cost'],
  ['ＳＯＰＲＯＱ', 'cost'],
  ['拉脫維亞', 'cost'],
  ['機械升混', 'distributors'],
  ['圖書館', 'isrc-agency'],
  ['臺灣', 'isrc-agency'],
  // Begun words, and a character without a neighbor.
  ['remast', 'faq-remaster'],
  ['barcod', 'upc'],
  ['songtr', 'company-songtradr'],
  ['費', 'cost'],
])('%s is answered by %s', (query, expected) => {
  expect(short(findQuickAnswer(query))).toBe(expected);
});

it.each([
  ['iswk', 'iswc'],
  ['distrokidd', 'company-distrokid'],
  ['symphonik', 'company-symphonic'],
])('%s is no topic, and %s is offered first', (query, first) => {
  const answered = findQuickAnswer(query);
  expect(answered.kind).toBe('none');
  expect(answered.kind === 'none' && answered.nearest.map(({ id }) => id)).toHaveLength(3);
  expect(answered.kind === 'none' && answered.nearest[0]?.id).toBe(first);
});

it.each([
  // In the title of the first, in the texts of many others.
  ['spotify upload', 'faq-spotify'],
  ['發行商 ISRC 處理', 'distributors'],
  ['remaster handbook', 'faq-remaster'],
])('%s is in many texts, and the title that has it comes first: %s', (query, first) => {
  const answered = findQuickAnswer(query);
  const [best] =
    answered.kind === 'topic' ? [answered.topic] : answered.kind === 'several' ? answered.topics : [];
  expect(best?.id).toBe(first);
});

it.each(['rem', 'x', '嗎', 'parenting'])('%s begins nothing', (query) => {
  expect(findQuickAnswer(query).kind).toBe('none');
});

it('offers several topics where none stands out, five at most', () => {
  const answered = findQuickAnswer('distributor code');
  expect(answered.kind).not.toBe('none');
  if (answered.kind === 'several') expect(answered.topics.length).toBeLessThanOrEqual(5);
});

it('names each source of a topic once, in the order of first use', () => {
  const texts = sourcesOf(topicById('iswc')!).map(({ text }) => text);
  expect(texts).toHaveLength(4);
  expect(texts[0]).toBe('iswc.org/iswc-usage, questions 1-5');
  expect(sourcesOf(topicById('company-distrokid')!)[0]?.confidence).toBe('low');
});

property.prop([fc.string({ unit: 'binary', maxLength: 200 })], { numRuns: 1000 })(
  'always answers or offers three',
  (query) => {
    const answered = findQuickAnswer(query);
    if (answered.kind === 'none') expect(answered.nearest).toHaveLength(3);
  },
);

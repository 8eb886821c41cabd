import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Block, quickAnswers, type TopicData } from '../core/data/quick-answers.ts';
import { findQuickAnswer, listTopics, sourcesOf, topicById } from '../core/quick-answers.ts';
import { spans, type Words } from '../text/spans.ts';
import { say } from './say.ts';
import { citations, smallPrint } from './small-print.ts';
import { styled } from './styled.ts';

/** The answer to a topic or a question in somebody's own words; what there is, when nothing was asked. */
export function replyForQuestion(query: string, context: Context): Reply {
  if (query.trim() === '') return topicList(context);
  const answered = findQuickAnswer(query);
  if (answered.kind === 'topic') return replyForTopic(answered.topic, context);
  if (answered.kind === 'faq') return faqList(context);
  const { t } = context;
  if (answered.kind === 'none') {
    return {
      tone: 'bad',
      title: t(say.noTopic, { query: shortened(query) }),
      text: [t(say.noTopicNear)],
      buttons: answered.nearest.map((topic) => topicButton(topic, context)),
    };
  }
  return {
    tone: 'plain',
    title: t(say.severalTopics),
    text: [t(say.severalNext)],
    buttons: answered.topics.map((topic) => topicButton(topic, context)),
  };
}

/** The answer that a button names; the list, for one of an older version. */
export function replyForTopicId(id: string, context: Context): Reply {
  if (id === FAQ) return faqList(context);
  const topic = topicById(id);
  return topic ? replyForTopic(topic, context) : topicList(context);
}

const FAQ = 'faq';

function topicList(context: Context): Reply {
  const { t } = context;
  const often: Button = { label: t(say.questionsOften), press: pressOf('rights', 'topic', FAQ) };
  return {
    tone: 'plain',
    title: t(say.topics),
    text: [t(say.topicsHint)],
    buttons: [...listTopics(null).map((topic) => topicButton(topic, context)), often],
  };
}

function faqList(context: Context): Reply {
  return {
    tone: 'plain',
    title: context.t(say.questionsOften),
    buttons: listTopics(FAQ).map((topic) => topicButton(topic, context)),
  };
}

/** Without a table, text in its order; with one, what stands before it as a list and what stands after as text. */
function replyForTopic(topic: TopicData, context: Context): Reply {
  const { locale } = context;
  const at = topic.blocks.findIndex(({ kind }) => kind === 'table');
  const table = topic.blocks[at];
  const before = topic.blocks.slice(0, Math.max(at, 0));
  const list = before.flatMap((block) => wordsOf(block, locale)).map((text) => ({ text }));
  const text = topic.blocks.slice(at + 1).flatMap((block) => linesOf(block, locale));
  const related = topic.related.map(topicById).filter((one) => one !== undefined);
  return {
    tone: 'plain',
    title: inLanguage(topic.answer, locale),
    ...(list.length > 0 ? { list } : {}),
    ...(table?.kind === 'table' ? { table: tableOf(table, context) } : {}),
    text,
    notices: smallPrint(table ? sourcesOutside(topic) : sourcesOf(topic), context),
    buttons: related.map((one) => topicButton(one, context)),
  };
}

function wordsOf(block: Block, locale: string): readonly Words[] {
  if (block.kind === 'table') return [];
  const all = block.kind === 'text' ? [block] : block.items;
  return all.map(({ words }) => styled(inLanguage(words, locale)));
}

/** In their order: a list is numbered where the order matters. */
function linesOf(block: Block, locale: string): readonly Words[] {
  const lines = wordsOf(block, locale);
  if (block.kind !== 'list') return lines;
  return lines.map((words, index) => [{ text: block.ordered ? `${index + 1}. ` : '• ' }, ...spans(words)]);
}

type TableBlock = Extract<Block, { kind: 'table' }>;

/** Each row with its own sources, since the rows come from different pages. */
function tableOf({ columns, rows }: TableBlock, context: Context): NonNullable<Reply['table']> {
  const { t, locale } = context;
  const { sources } = quickAnswers();
  return {
    columns: [...columns.map((column) => inLanguage(column, locale)), t(say.columnSource)],
    rows: rows.map((row) => {
      const cited = row.sources.map((key) => sources[key]).filter((source) => source !== undefined);
      const pages = cited.flatMap((source) => citations(source, context));
      return [...row.cells.map((cell) => styled(inLanguage(cell, locale))), pages.join(' · ')];
    }),
  };
}

/** The sources of what stands outside the table. */
function sourcesOutside(topic: TopicData) {
  return sourcesOf({ ...topic, blocks: topic.blocks.filter(({ kind }) => kind !== 'table') });
}

function topicButton({ id, title }: TopicData, { locale }: Context): Button {
  return { label: inLanguage(title, locale), press: pressOf('rights', 'topic', id) };
}

function shortened(query: string): string {
  const characters = [...query.trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : query.trim();
}

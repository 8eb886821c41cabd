import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Block, quickAnswers, type TopicData } from '../core/data/quick-answers.ts';
import { findQuickAnswer, listTopics, topicById } from '../core/quick-answers.ts';
import { spans, type Words } from '../text/spans.ts';
import { ageLines } from './age.ts';
import { dateWords } from './dates.ts';
import { say } from './say.ts';
import { citations } from './small-print.ts';
import { styled } from './styled.ts';
import { replyForSources, sourcesButton, topicSmallPrint } from './topic-sources.ts';
import { withEnglish } from './translated.ts';

/** The answer to a topic or a question in somebody's own words; what there is, when nothing was asked. */
export function replyForQuestion(query: string, context: Context): Reply {
  if (query.trim() === '') return topicList(context);
  const answered = findQuickAnswer(query, context.locale);
  if (answered.kind === 'topic') return replyForTopic(answered.topic, context);
  if (answered.kind === 'faq') return listOf(FAQ, context);
  const { t } = context;
  if (answered.kind === 'none') {
    return {
      tone: 'bad',
      title: t(say.noTopic, { query: shortened(query) }),
      text: [t(say.noTopicNear)],
      buttons: [...answered.nearest.map((topic) => topicButton(topic, context)), allTopics(context)],
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
  if (id === FAQ || id === COMPANIES) return listOf(id, context);
  const topic = topicById(id);
  return topic ? replyForTopic(topic, context) : topicList(context);
}

/** What the topic that a button names rests on. */
export function replyForSourcesOf(id: string, context: Context): Reply {
  const topic = topicById(id);
  if (!topic) return topicList(context);
  return { ...replyForSources(topic, context), buttons: [topicButton(topic, context)] };
}

const FAQ = 'faq';
/** The details of the topic about all of them. */
const COMPANIES = 'companies';
const DISTRIBUTORS = 'distributors';

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

function listOf(list: typeof FAQ | typeof COMPANIES, context: Context): Reply {
  const { t } = context;
  const buttons = (parent: string) => listTopics(parent).map((topic) => topicButton(topic, context));
  if (list === FAQ) return { tone: 'plain', title: t(say.questionsOften), buttons: buttons(FAQ) };
  return {
    tone: 'plain',
    title: t(say.companies),
    text: [t(say.companiesHint, { read: dateWords(quickAnswers().compiled, t) })],
    buttons: buttons(DISTRIBUTORS),
  };
}

function allTopics({ t }: Context): Button {
  return { label: t(say.allTopics), press: pressOf('rights', 'topic') };
}

/** Without a table, text in its order; with one, what stands before it as a list and what stands after as text. */
function replyForTopic(topic: TopicData, context: Context): Reply {
  const { t, locale } = context;
  const at = topic.blocks.findIndex(({ kind }) => kind === 'table');
  const table = topic.blocks[at];
  const before = topic.blocks.slice(0, Math.max(at, 0));
  const list = before.flatMap((block) => wordsOf(block, locale)).map((text) => ({ text }));
  const text = topic.blocks.slice(at + 1).flatMap((block) => linesOf(block, locale));
  const related = topic.related.map(topicById).filter((one) => one !== undefined);
  const companies = { label: t(say.companies), press: pressOf('rights', 'topic', COMPANIES) };
  return withEnglish(
    {
      tone: 'plain',
      title: inLanguage(topic.answer, locale),
      ...(list.length > 0 ? { list } : {}),
      ...(table?.kind === 'table' ? { table: tableOf(table, context) } : {}),
      text: [...text, ...ageLines([quickAnswers().compiled], context)],
      notices: topicSmallPrint(topic, context),
      buttons: [
        ...related.map((one) => topicButton(one, context)),
        ...(topic.id === DISTRIBUTORS ? [companies] : []),
        ...sourcesButton(topic, context),
      ],
    },
    context,
    { kind: 'topic', value: topic.id },
  );
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

function topicButton({ id, title }: TopicData, { locale }: Context): Button {
  return { label: inLanguage(title, locale), press: pressOf('rights', 'topic', id) };
}

function shortened(query: string): string {
  const characters = [...query.trim()];
  return characters.length > 60 ? `${characters.slice(0, 60).join('')}…` : query.trim();
}

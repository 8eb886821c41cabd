import type { Context } from '../bot/command.ts';
import type { Button, Line } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Ref, territoryTable } from '../core/data/territories.ts';
import type { Findings, Question, Unknown } from '../core/territory/findings.ts';
import type { Text } from '../text/spans.ts';
import { namesOf } from './caution.ts';
import { alternatives, firstOf } from './lists.ts';
import { say } from './say.ts';

const MOST_APART = 8;

/** What has to be asked back, one line each. */
export function questionLines(findings: Findings, context: Context): readonly Line[] {
  return questionTexts(findings, context).map((text) => ({ tone: 'caution' as const, text }));
}

/** The same as bare sentences; one of them can be the title of an answer that knows nothing better. */
export function questionTexts(
  { questions, unknown }: Pick<Findings, 'questions' | 'unknown'>,
  context: Context,
): readonly Text[] {
  return [
    ...questions.map((question) => questionWords(question, context)),
    ...unknown.map((one) => unknownWords(one, context)),
  ];
}

function questionWords(question: Question, context: Context): Text {
  const { t, locale } = context;
  switch (question.kind) {
    case 'reading':
      return t(say.meansWhich, { input: question.input, words: inLanguage(question.words, locale) });
    case 'members':
      return t(say.contractMeans, { input: question.input, words: inLanguage(question.words, locale) });
    case 'outside':
      return t(say.outside, { input: question.input });
    case 'only-exceptions':
      return t(say.onlyExceptions, { inputs: question.inputs });
    case 'apart': {
      const stillIn = firstOf(MOST_APART, namesOf(question.stillIn, locale), context);
      return t(say.apart, { place: inLanguage(question.country.name, locale), stillIn });
    }
  }
}

function unknownWords({ input, nearest }: Unknown, context: Context): Text {
  const { t, locale } = context;
  const names = nearest.map((ref) => nameOf(ref, locale));
  if (names.length === 0) return t(say.unknownFar, { input });
  return t(say.unknownNear, { input, names: alternatives(names, context) });
}

/** Buttons for the meanings and the near names that were offered, each once. */
export function choiceButtons(
  { questions, unknown }: Findings,
  { locale }: Context,
  pressOf: (value: string) => string,
): readonly Button[] {
  const refs = [
    ...questions.flatMap((question) => (question.kind === 'reading' ? question.choices : [])),
    ...unknown.flatMap(({ nearest }) => nearest),
  ];
  const values = [...new Set(refs.map(pressValueOf))];
  return values.map((value) => ({ label: nameOf(refOf(value), locale), press: pressOf(value) }));
}

/** A place as a button carries it: `JP`, or `eu` for a group. */
function pressValueOf(ref: Ref): string {
  return 'country' in ref ? ref.country : ref.group;
}

export function refOf(value: string): Ref {
  return /^[A-Z]{2}$/.test(value) ? { country: value } : { group: value };
}

export function nameOf(ref: Ref, locale: string): string {
  const { countries, groups } = territoryTable();
  const known =
    'country' in ref
      ? countries.find(({ iso }) => iso === ref.country)
      : groups.find(({ id }) => id === ref.group);
  return known ? inLanguage(known.name, locale) : pressValueOf(ref);
}

import type { Context } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import { type Button, type Line, pressOf, type Reply, type Tone } from '../bot/reply.ts';
import type { Check, IsrcGroups, IsrcParts } from '../core/identifiers/check.ts';
import { foundWord } from '../core/identifiers/kind-words.ts';
import type { PrefixList } from '../core/identifiers/prefixes.ts';
import type { KindWord, Problem, Severity } from '../core/problem.ts';
import { problemWords } from '../text/problems.ts';
import { code, join, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Asked } from './answer.ts';
import { say } from './say.ts';
import { topicButton } from './topic-button.ts';

/** The longest code there is has 24 characters; more than this is shown by its beginning. */
const SHOWN = 48;
const ISRC_LENGTH = 12;
/** Before about then, codes carry the year of recording; see docs on the first version of ISO 3901 (Bulletin 2006/03). */
const FIRST_BY_ASSIGNMENT = 1990;

/** Everything that can be said of one code. */
export function replyForOne(check: Check, context: Context, { command, expect }: Asked): Reply {
  const { t, house } = context;
  const [title, rest] = titleOf(check, t);
  const facts = factsOf(check, house.prefixes, t);
  const meant = check.suggestions.slice(0, 5).map((suggestion): Button => {
    return { label: t(say.check, { code: suggestion }), press: pressOf(command, 'check', suggestion) };
  });
  const buttons = [...meant, ...topicButton([check], expect, context)];
  return {
    tone: toneOf(check.verdict),
    title,
    ...(facts.length > 0 ? { facts } : {}),
    ...(rest.length > 0 ? { list: rest } : {}),
    text: textOf(check, t),
    ...(buttons.length > 0 ? { buttons } : {}),
  };
}

export function toneOf(verdict: Check['verdict']): Tone {
  return ({ ok: 'good', warn: 'caution', error: 'bad' } as const)[verdict];
}

/** The kind as messages select it; `none` for what is no code. */
export function wordOf(check: Check): KindWord | 'none' {
  return check.kind === null ? 'none' : foundWord(check.kind, check);
}

const TONES: Readonly<Record<Severity, Tone>> = { error: 'bad', warning: 'caution', info: 'plain' };

/** What was typed, short enough to stand in a sentence. */
export function shownCode(check: Check): string {
  const text = check.display ?? check.input.trim();
  const characters = [...text];
  return characters.length > SHOWN ? `${characters.slice(0, SHOWN).join('')}…` : text;
}

/** The verdict, and the problems that it does not say already. */
function titleOf(check: Check, t: Translate): [title: Text, rest: readonly Line[]] {
  const shown = shownCode(check);
  const lines = check.problems.map((found) => ({ tone: TONES[found.severity], text: explain(found, t) }));
  const wrongBox = check.problems.findIndex(({ code: found }) => found === 'code.other-kind');
  if (wrongBox !== -1) {
    const remark = lines[wrongBox]?.text ?? [];
    return [t(say.remark, { code: shown, remark }), lines.filter((_, index) => index !== wrongBox)];
  }
  if (check.kind === null) return [t(say.unknown, { code: shown }), lines];
  const short = shortBy(check);
  if (short !== 0) {
    const way = short > 0 ? 'short' : 'long';
    return [t(say.short, { code: shown, count: Math.abs(short), way }), lines];
  }
  if (check.verdict === 'error') return [t(say.broken, { code: shown, kind: wordOf(check) }), lines];
  if (check.kind === 'isrc') return [t(say.shapeOnly, { code: shown }), lines];
  return [t(say.checkDigit, { code: shown, kind: wordOf(check) }), lines];
}

/** Of an example in documentation nobody issued anything. */
function isExample({ problems }: Check): boolean {
  return problems.some(({ code: found }) => found === 'isrc.documentation');
}

/** Characters that an ISRC lacks; below 0, those that it has too many. */
function shortBy({ kind, problems }: Check): number {
  for (const { code: found, details } of problems) {
    if (kind === 'isrc' && (found === 'isrc.length' || found === 'isrc.group-length'))
      return ISRC_LENGTH - details.length;
  }
  return 0;
}

function factsOf(check: Check, prefixes: PrefixList, t: Translate): NonNullable<Reply['facts']> {
  const { parts, normalized, display } = check;
  if (parts?.of === 'isrc-groups')
    return saysGroups(check) ? [] : [{ label: t(say.asTyped), value: drawGroups(parts) }];
  if (check.verdict === 'error') return [];
  if (parts?.of === 'isrc') return isrcFacts(parts, isExample(check), prefixes, t);
  if (check.kind === null) return [];
  const facts = [{ label: t(say.names), value: t(say.namesWhat, { kind: wordOf(check) }) }];
  if (parts?.of === 'gtin') facts.push({ label: t(say.form), value: [{ text: parts.form }] });
  if (normalized !== null && normalized !== display)
    facts.push({ label: t(say.stored), value: code(normalized) });
  return facts;
}

function isrcFacts(
  parts: IsrcParts,
  example: boolean,
  prefixes: PrefixList,
  t: Translate,
): NonNullable<Reply['facts']> {
  const { prefix, year, likelyYear, listed } = parts;
  const printed = `${prefix.slice(0, 2)}-${prefix.slice(2)}`;
  const years = {
    label: t(say.year),
    value: t(likelyYear < FIRST_BY_ASSIGNMENT ? say.yearOfEarly : say.yearOf, {
      year,
      likelyYear: String(likelyYear),
    }),
  };
  if (!listed || example || listed.status === 'part-number') return [years];
  const asOf = new Date(`${prefixes.asOf}T12:00:00Z`);
  const words = listed.agency === null ? say.prefixNoAgency : say.prefixAgency;
  return [
    { label: t(say.prefix), value: t(words, { prefix: printed, agency: listed.agency ?? '', asOf }) },
    years,
  ];
}

/** `US` `RC1` `76` `O7839` */
function drawGroups({ groups }: IsrcGroups): Text {
  return join(
    groups.map(({ text, needs }) => code(text.padEnd(needs, '_'))),
    ' ',
  );
}

/** Where the length is wrong, the problem's own words show the groups and name the odd one. */
function saysGroups({ problems }: Check): boolean {
  return problems.some(({ code: found }) => found === 'isrc.length' || found === 'isrc.group-length');
}

export function meantWords(suggestions: readonly string[], t: Translate): Text {
  return t(say.meant, { count: suggestions.length, codes: join(suggestions.map(code), ', ') });
}

function textOf(check: Check, t: Translate): readonly Text[] {
  const { verdict, kind, suggestions, problems } = check;
  const meant = suggestions.length === 0 ? [] : [meantWords(suggestions, t)];
  if (problems.some(({ code: found }) => found === 'code.other-kind')) return meant;
  if (verdict !== 'error') return [...meant, ...limitsOf(kind, t)];
  if (problems.some(({ code: found }) => found === 'gtin.check-digit')) return [...meant, t(say.overridable)];
  return problems.some(saysWhatToDo) ? meant : [...meant, t(say.compare)];
}

/** Whether the sentence of a problem ends in the next step already. */
function saysWhatToDo({ code: found }: Problem): boolean {
  return /\b(compare|type it|ask|take|keep|look|send|set|remove|check it|use the)\b/i.test(
    problemWords[found],
  );
}

/** What a check that holds does not say. */
function limitsOf(kind: Check['kind'], t: Translate): readonly Text[] {
  if (kind === 'isrc') return [t(say.noCheckDigit)];
  if (kind === 'iswc' || kind === 'ipi-base')
    return [t(say.weakCheckDigit, { kind: kind === 'iswc' ? 'iswc' : 'ipiBase' })];
  return kind === null ? [] : [t(say.agreesOnly)];
}

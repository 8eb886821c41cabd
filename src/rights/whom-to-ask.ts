import type { Context } from '../bot/command.ts';
import type { Line, Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import type { Source } from '../core/data/quick-answers.ts';
import type { Body, RoutingField } from '../core/data/routing.ts';
import type { Country } from '../core/data/territories.ts';
import { type Asked, type AskLine, whomToAsk } from '../core/territory/routing.ts';
import { join, plain, type Text, type Words } from '../text/spans.ts';
import { ageRemarks, latestOf } from './age.ts';
import { asOfWords } from './dates.ts';
import { firstOf } from './lists.ts';
import { say } from './say.ts';
import { smallPrint } from './small-print.ts';
import { withEnglish } from './translated.ts';

/** More bodies than this make a line that nobody reads; the rest is one press away. */
const MOST_BODIES = 4;

type Facts = NonNullable<Reply['facts']>;

/** At most three lines: for the code, the song, the recording. Each body with its date, and how sure where it is not. */
export function askFacts({ iso }: Country, context: Context): Facts {
  return whomToAsk(iso).lines.map((line) => ({
    label: context.t(say[line.topic]),
    value: lineWords(line, context),
  }));
}

/** The sources of the bodies that these lines show, each once. */
export function askSources({ iso }: Country): readonly Source[] {
  return shownEntries(iso).map(({ source, confidence }) => ({ text: source, confidence }));
}

/** The dates of the same. */
export function askDates({ iso }: Country): readonly string[] {
  return shownEntries(iso).flatMap(({ asOf }) => latestOf(asOf));
}

function shownEntries(iso: string): readonly Body[] {
  const shown = whomToAsk(iso).lines.flatMap(({ bodies }) => bodies.slice(0, MOST_BODIES));
  return shown.flatMap(({ entries }) => entries);
}

/** What is not said by the lines: where sources disagree, and that nobody looked for societies. */
export function askRemarks({ iso }: Country, { t, locale }: Context): readonly Line[] {
  const { conflicts, researched } = whomToAsk(iso);
  const remarks = conflicts.map(({ words }) => ({
    tone: 'caution' as const,
    text: t(say.disagree, { words: inLanguage(words, locale) }),
  }));
  return researched ? remarks : [...remarks, { text: t(say.notResearched) }];
}

/** Everybody, with everything that is known: one line for each body and right. */
export function replyForEveryone(country: Country, context: Context): Reply {
  const { t, locale } = context;
  const { lines, notes, firstSteps } = whomToAsk(country.iso);
  const list = lines.flatMap(({ bodies }) => bodies.flatMap((body) => everyoneLines(body, context)));
  const missing = lines.flatMap((line) => line.missing.map((right) => t(say.missing, { right })));
  const entries = lines.flatMap(({ bodies }) => bodies.flatMap((body) => body.entries));
  const dates = entries.flatMap(({ asOf }) => latestOf(asOf));
  return withEnglish(
    {
      tone: 'plain',
      title: t(say.everyoneTitle, { place: inLanguage(country.name, locale) }),
      list: [
        ...firstSteps.map((words) => ({ text: t(say.firstSteps, { words: inLanguage(words, locale) }) })),
        ...list.map((text) => ({ text })),
        ...missing.map((text) => ({ text })),
        ...askRemarks(country, context),
        ...ageRemarks(dates, context),
        ...notes.map((note) => ({ text: inLanguage(note, locale) })),
      ],
      notices: smallPrint([], context),
    },
    context,
    { kind: 'whom', value: country.iso },
  );
}

/** The bodies of one right in one cell of a table. */
export function bodyNames(iso: string, right: RoutingField, { t }: Context): string {
  const bodies = whomToAsk(iso).lines.flatMap((line) => line.bodies);
  const entries = bodies.flatMap(({ rights, entries: all }) =>
    all.filter((_, index) => rights[index] === right),
  );
  const named = entries.map((entry) =>
    t(say.body, { name: nameWords(entry, t), details: asOfWords(entry.asOf, t) }),
  );
  return plain(join(named, t(say.semicolon)));
}

function lineWords({ bodies, missing }: AskLine, context: Context): Text {
  const { t } = context;
  const named = bodies.map((body) => plain(bodyWords(body, context)));
  const nobody = join(
    missing.map((right) => t(say.missing, { right })),
    t(say.semicolon),
  );
  if (named.length === 0) return nobody;
  const shown = t(say.bodies, { bodies: firstOf(MOST_BODIES, named, context) });
  return missing.length === 0 ? shown : join([shown, nobody], t(say.semicolon));
}

function bodyWords({ name, rights, entries }: Asked, { t, locale }: Context): Text {
  const details = entries.flatMap((entry, index): Words[] => {
    const date = asOfWords(entry.asOf, t);
    const right = rights[index] ?? 'isrc';
    const dated = right === 'isrc' || right === 'neighboring' ? date : t(say.rightDated, { right, date });
    return [
      ...(entry.holds ? [inLanguage(entry.holds, locale)] : []),
      dated,
      ...(entry.confidence === 'low' ? [t(say.pleaseCheck)] : []),
    ];
  });
  const [first] = entries;
  return t(say.body, { name: first ? nameWords(first, t) : name, details: join(details, t(say.semicolon)) });
}

function everyoneLines({ rights, entries }: Asked, { t, locale }: Context): readonly Text[] {
  return entries.map((entry, index) => {
    const details: Words[] = [
      t(say.rightDated, { right: rights[index] ?? 'isrc', date: asOfWords(entry.asOf, t) }),
      ...(entry.holds ? [inLanguage(entry.holds, locale)] : []),
      ...(entry.note ? [inLanguage(entry.note, locale)] : []),
      ...(entry.cisac ? [t(say.provisional)] : []),
      t(say.certainty, { confidence: entry.confidence }),
    ];
    return t(say.everyoneLine, {
      name: nameWords(entry, t),
      details: join(details, t(say.semicolon)),
      source: entry.source,
    });
  });
}

function nameWords({ name, international }: Body, t: Context['t']): string {
  return international ? plain(t(say.internationalAuthority)) : name;
}

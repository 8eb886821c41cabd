import type { Context } from '../bot/command.ts';
import type { Line, Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { registrationTable } from '../core/data/registrations.ts';
import { territoryTable } from '../core/data/territories.ts';
import { listRegistrations, type RegistrationList, type ToRegister } from '../core/releases/registrations.ts';
import { territorySet } from '../core/territory-set.ts';
import { writeCsv } from '../export/csv.ts';
import { asOfWords } from '../rights/dates.ts';
import { withEnglish } from '../rights/translated.ts';
import type { StoredRelease } from '../store/releases.ts';
import { code, plain, type Text } from '../text/spans.ts';
import { findMeantRelease, titleOfRelease } from './find.ts';
import { say } from './say.ts';
import { type Speaker, speakerFor } from './words.ts';

const MOST_LINES = 8;
/** More places than this are counted. */
const MOST_PLACES = 4;

/** "Registrations": what to register for a release, by right and territory, with all of it in a file. */
export async function showRegistrations(id: string, context: Context): Promise<Reply> {
  const release = await findMeantRelease(id, context);
  const speaker = speakerFor(release, context);
  const { t, locale } = speaker;
  const { content } = release;
  const title = t(say.registerTitle, { title: titleOfRelease(release.content) });
  if (content.territories === null) {
    const command = code(`/release territories ${release.id} places: …`);
    return { tone: 'caution', title, text: [t(say.registerNeedsPlaces, { command })] };
  }
  const day = content.day;
  const before = registerLines(release, 'before', MOST_LINES, speaker);
  const after = registerLines(release, 'after', MOST_LINES, speaker);
  const more = before.more + after.more;
  return withEnglish(
    {
      tone: 'plain',
      title,
      list: [
        ...heading(before.lines, t(say.registerBefore, { day })),
        ...heading(after.lines, t(say.registerAfter, { day })),
      ],
      text: more === 0 ? [] : [t(say.registerMore, { count: more })],
      notices: [inLanguage(registrationTable().caution, locale)],
      files: [fileOf(release, speaker)],
    },
    speaker,
    { kind: 'registrations' },
  );
}

function heading(lines: readonly Line[], text: Text): readonly Line[] {
  return lines.length === 0
    ? []
    : [{ text: text.map((span) => ({ ...span, style: 'strong' as const })) }, ...lines];
}

function listOf({ content }: StoredRelease): RegistrationList {
  return listRegistrations(territorySet(content.territories ?? []), content.day);
}

/** The first of what to register before a release or after it, and how many more there are. */
export function registerLines(
  release: StoredRelease,
  which: keyof RegistrationList,
  most: number,
  speaker: Speaker,
): { readonly lines: readonly Line[]; readonly more: number } {
  const all = listOf(release)[which];
  return {
    lines: all.slice(0, most).map((one) => ({ text: lineOf(one, speaker) })),
    more: Math.max(0, all.length - most),
  };
}

function lineOf({ registration, territories, due }: ToRegister, speaker: Speaker): Text {
  const { t, locale } = speaker;
  const values = {
    what: inLanguage(registration.what, locale),
    where: inLanguage(registration.where, locale),
  };
  const line = due === null ? t(say.registerLine, values) : t(say.registerDue, { ...values, due });
  if (territories === 'any' || territories.length > MOST_PLACES) return line;
  return t(say.registerPlaces, { line, places: namesOf(territories, locale).join(', ') });
}

function namesOf(countries: readonly string[], locale: string): readonly string[] {
  const wanted = new Set(countries);
  return territoryTable()
    .countries.filter(({ iso }) => wanted.has(iso))
    .map(({ name }) => inLanguage(name, locale));
}

/** All of it, a row each, with source, date and certainty. */
function fileOf(release: StoredRelease, speaker: Speaker): NonNullable<Reply['files']>[number] {
  const { t, locale } = speaker;
  const { before, after } = listOf(release);
  const rights = new Map(registrationTable().rights.map(({ id, name }) => [id, inLanguage(name, locale)]));
  const columns = [
    ...[say.columnWhat, say.columnAt, say.columnWho, say.columnWhen, say.columnDue],
    ...[say.columnPlaces, say.columnSource, say.columnAsOf, say.columnCertainty],
  ];
  const rows = [...before, ...after].map(({ registration: one, territories, due }) => [
    `${inLanguage(one.what, locale)} (${rights.get(one.right) ?? one.right})`,
    inLanguage(one.where, locale),
    inLanguage(one.who, locale),
    inLanguage(one.when, locale),
    due ?? '',
    territories === 'any' ? plain(t(say.anywhere)) : namesOf(territories, locale).join(', '),
    one.source,
    plain(asOfWords(one.asOf, t)),
    plain(t(say.certainty, { confidence: one.confidence })),
  ]);
  return {
    name: `${plain(t(say.registerFile))}-${release.content.day}.csv`,
    mediaType: 'text/csv',
    bytes: writeCsv([columns.map((column) => plain(t(column))), ...rows]),
  };
}

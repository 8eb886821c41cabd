import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Country, territoryTable } from '../core/data/territories.ts';
import { type Findings, isCountry, type Place } from '../core/territory/findings.ts';
import { plain, type Text } from '../text/spans.ts';
import { ageRemarks } from './age.ts';
import { cautionFacts, namesOf, readersNote, tableSource } from './caution.ts';
import { firstOf } from './lists.ts';
import { territoriesFile } from './places-file.ts';
import { choiceButtons, questionTexts } from './questions.ts';
import { say } from './say.ts';
import { smallPrint } from './small-print.ts';
import { withEnglish } from './translated.ts';

/** Up to here each country gets a button that tells whom to ask; beyond, a file has them all. */
const MOST_BUTTONS = 5;
const MOST_TITLED = 4;
/** A region with more members than this is counted, not listed. */
const MOST_MEMBERS = 40;

/** Several places, a region, something left out, or something that could not be placed. */
export function replyForMany(findings: Findings, context: Context): Reply {
  const { t } = context;
  const { countries } = findings;
  const inFile = countries.length > MOST_BUTTONS;
  const asked = questionTexts(findings, context);
  // Where nothing was placed, the only thing to ask is the verdict.
  const isVerdict = findings.places.length === 0 && countries.length === 0 && asked.length === 1;
  const list = [
    ...(isVerdict ? [] : asked.map((text) => ({ tone: 'caution' as const, text }))),
    ...ageRemarks([territoryTable().compiled], context),
  ];
  const buttons = buttonsOf(findings, context);
  const written = countries.length > 0 ? [{ label: t(say.inWriting), value: t(say.inWritingMany) }] : [];
  const text = [
    ...remarksOf(findings, context),
    ...(inFile ? [t(say.fileNote)] : []),
    ...readersNote(findings, context),
  ];
  return withEnglish(
    {
      tone: countries.length === 0 && findings.questions.length === 0 ? 'bad' : 'caution',
      title: isVerdict ? (asked[0] ?? []) : titleOf(findings, context),
      facts: [...cautionFacts(findings, context), ...written],
      ...(list.length > 0 ? { list } : {}),
      ...(text.length > 0 ? { text } : {}),
      notices: smallPrint([tableSource(context)], context),
      ...(inFile ? { files: [territoriesFile(countries, context)] } : {}),
      ...(buttons.length > 0 ? { buttons } : {}),
    },
    context,
    { kind: 'rows', rows: findings.rows.map(({ row }) => row) },
  );
}

function titleOf(findings: Findings, context: Context): Text {
  const { t } = context;
  const { places, countries, rows, unknown } = findings;
  if (countries.length === 0 && places.length === 0) return t(say.unknownSeveral, { count: unknown.length });
  const place = setName(findings, context);
  if (countries.length === 0) return t(say.whichCountries, { place });
  const cautions = rows.filter((row) => row.countries.length > 0).length;
  const counted = findings.excluded.length > 0 || !places.every(isCountry);
  return counted
    ? t(say.placesCounted, { place, countries: countries.length, cautions })
    : t(say.places, { place, cautions });
}

/** `Germany and Brazil`, `Worldwide without United States`. */
function setName({ places, excluded }: Findings, context: Context): string | readonly string[] {
  const { t, locale } = context;
  const named = (some: readonly Place[]) =>
    firstOf(
      MOST_TITLED,
      some.map((place) => nameOf(place, locale)),
      context,
    );
  const left = named(excluded);
  if (excluded.length === 0) return named(places);
  return plain(
    places.length === 0 ? t(say.worldWithout, { left }) : t(say.without, { place: named(places), left }),
  );
}

/** How each place was read, what is counted in a region, what is left out. */
function remarksOf({ places, excluded, countries }: Findings, context: Context): readonly Text[] {
  const { t, locale } = context;
  const left = excluded.map((place) => nameOf(place, locale));
  return [
    ...places.flatMap((place) => remarksOn(place, countries, context)),
    ...(left.length > 0 ? [t(say.leftOut, { places: left })] : []),
  ];
}

function remarksOn(place: Place, covered: readonly Country[], context: Context): readonly Text[] {
  const { t, locale } = context;
  const name = nameOf(place, locale);
  const remarks = place.remarks.map((words) =>
    t(say.remark, { input: place.input, remark: inLanguage(words, locale) }),
  );
  if (isCountry(place))
    return place.asCode ? [t(say.readAsCode, { input: place.input, place: name }), ...remarks] : remarks;
  if (place.group.members === 'all') return [t(say.worldClause)];
  const members = namesOf(
    (place.members ?? []).filter((member) => covered.includes(member)),
    locale,
  );
  const counted = members.length > 0 && members.length <= MOST_MEMBERS ? [t(say.counted, { members })] : [];
  return [...remarks, ...counted];
}

function nameOf(place: Place, locale: string): string {
  return inLanguage(isCountry(place) ? place.country.name : place.group.name, locale);
}

function buttonsOf(findings: Findings, context: Context): readonly Button[] {
  const { t, locale } = context;
  const { countries } = findings;
  const press = (value: string) => pressOf('territory', 'place', value);
  const whom = countries.length > MOST_BUTTONS ? [] : countries;
  const each = whom.map(({ iso, name }) => ({
    label: t(say.whom, { place: inLanguage(name, locale) }),
    press: press(iso),
  }));
  const known = new Set(each.map((button) => button.press));
  return [
    ...each,
    ...choiceButtons(findings, context, press).filter((button) => !known.has(button.press)),
  ].slice(0, 10);
}

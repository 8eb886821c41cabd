import type { Context } from '../bot/command.ts';
import { type Button, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { type Country, territoryTable } from '../core/data/territories.ts';
import { type CountryPlace, type Findings, isCountry } from '../core/territory/findings.ts';
import { whomToAsk } from '../core/territory/routing.ts';
import { findingsFor, findTerritories } from '../core/territory.ts';
import type { Text, Words } from '../text/spans.ts';
import { ageRemarks } from './age.ts';
import { readersNote, tableSource } from './caution.ts';
import { replyForMany } from './many-places.ts';
import { choiceButtons, questionLines, refOf } from './questions.ts';
import { say } from './say.ts';
import { smallPrint } from './small-print.ts';
import { withEnglish } from './translated.ts';
import { askDates, askFacts, askRemarks, askSources, replyForEveryone } from './whom-to-ask.ts';

/** What a team has to look at in the places of a text, and whom to ask there. */
export function replyForPlaces(text: string, context: Context): Reply {
  const findings = findTerritories(text);
  const { places, excluded, unknown, rows } = findings;
  const [place] = places;
  const alone = places.length === 1 && excluded.length === 0 && !rows.some(({ forUnknown }) => forUnknown);
  if (place && alone && isCountry(place)) return replyForCountry(place, findings, context);
  if (places.length + excluded.length + unknown.length + findings.questions.length === 0)
    return nothing(context);
  return replyForMany(findings, context);
}

/** The same for a place that a button names: `JP`, or `eu` for a group. */
export function replyForPlace(value: string, context: Context): Reply {
  const findings = findingsFor(refOf(value), context.locale);
  if (!findings) return replyForPlaces(value, context);
  const [place] = findings.places;
  return place && isCountry(place)
    ? replyForCountry(place, findings, context)
    : replyForMany(findings, context);
}

/** Everybody to ask in the country that a button names. */
export function replyForWhom(value: string, context: Context): Reply {
  const [place] = findingsFor(refOf(value), context.locale)?.places ?? [];
  return place && isCountry(place)
    ? replyForEveryone(place.country, context)
    : replyForPlaces(value, context);
}

function replyForCountry(place: CountryPlace, findings: Findings, context: Context): Reply {
  const { t, locale } = context;
  const { country } = place;
  const name = inLanguage(country.name, locale);
  const remarks: Words[] = place.remarks.map((words) => inLanguage(words, locale));
  if (place.asCode) remarks.unshift(t(say.readAsCode, { input: place.input, place: name }));
  const written = findings.rows.map(({ row }) => inLanguage(row.inWriting, locale));
  const dates = [territoryTable().compiled, ...askDates(country)];
  const list = [
    ...askRemarks(country, context),
    ...ageRemarks(dates, context),
    ...questionLines(findings, context),
  ];
  const text = [...remarks, ...readersNote(findings, context)];
  return withEnglish(
    {
      tone: 'caution',
      title: titleOf(name, findings, context),
      facts: [
        ...cautionsOf(findings, context),
        ...askFacts(country, context),
        ...written.map((value) => ({ label: t(say.inWriting), value })),
      ],
      ...(list.length > 0 ? { list } : {}),
      ...(text.length > 0 ? { text } : {}),
      notices: smallPrint([tableSource(context), ...askSources(country)], context),
      buttons: [...everyoneButton(country, context), ...others(findings, country, context)],
    },
    context,
    { kind: 'place', value: country.iso },
  );
}

function titleOf(place: string, { rows }: Findings, context: Context): Text {
  const { t, locale } = context;
  const labels = rows.map(({ row }) => inLanguage(row.label, locale));
  if (rows.length > 1) return t(say.cautionsFor, { place, rows: labels });
  return rows[0]?.row.id === 'rest-of-world'
    ? t(say.generalOnly, { place })
    : t(say.cautionFor, { place, rows: labels });
}

/** Each caution under the label of its row; the places go without saying. */
function cautionsOf({ rows }: Findings, { locale }: Context): NonNullable<Reply['facts']> {
  return rows.map(({ row }) => ({
    label: inLanguage(row.label, locale),
    value: inLanguage(row.caution, locale),
  }));
}

/** Where nobody looked for societies, there is nobody more to show. */
function everyoneButton({ iso, name }: Country, { t, locale }: Context): readonly Button[] {
  if (!whomToAsk(iso).researched) return [];
  const label = t(say.everyone, { place: inLanguage(name, locale) });
  return [{ label, press: pressOf('territory', 'everyone', iso) }];
}

/** What the same words could mean as well. */
function others(findings: Findings, { iso }: Country, context: Context): readonly Button[] {
  const own = pressOf('territory', 'place', iso);
  const buttons = choiceButtons(findings, context, (value) => pressOf('territory', 'place', value));
  return buttons.filter(({ press }) => press !== own);
}

function nothing({ t }: Context): Reply {
  return { tone: 'bad', title: t(say.nothingRead), text: [t(say.nothingReadNext)] };
}

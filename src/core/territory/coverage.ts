import type { Country, Ref, RowId, TerritoryTable } from '../data/territories.ts';
import { type Findings, isCountry, type Place, type Question, type RowCoverage } from './findings.ts';

type Covered = Pick<Findings, 'countries' | 'rows'> & { readonly questions: readonly Question[] };

/** Lay the exceptions over the places: which countries are left, which rows they are in, and what has to be asked. */
export function cover(
  places: readonly Place[],
  excluded: readonly Place[],
  unplaced: boolean,
  table: TerritoryTable,
): Covered {
  const questions: Question[] = [];
  const covered = new Set(places.flatMap((place) => membersOf(place, places, excluded, table)));
  if (places.length === 0 && excluded.length > 0) {
    for (const country of table.countries) covered.add(country);
    questions.push({ kind: 'only-exceptions', inputs: excluded.map(({ input }) => input) });
  }
  for (const place of excluded) {
    const out = membersOf(place, [], [], table);
    if (!out.some((country) => covered.has(country))) questions.push({ kind: 'outside', input: place.input });
    for (const country of out) covered.delete(country);
  }
  for (const place of excluded.filter(isCountry)) {
    const apart = table.apart[place.country.iso] ?? [];
    const stillIn = table.countries.filter((country) => apart.includes(country.iso) && covered.has(country));
    if (stillIn.length > 0) questions.push({ kind: 'apart', country: place.country, stillIn });
  }
  const countries = table.countries.filter((country) => covered.has(country));
  return { countries, rows: rowsOf(countries, unplaced, table), questions };
}

/** The rest of the world is what neither a place nor an exception names. */
function membersOf(
  place: Place,
  places: readonly Place[],
  excluded: readonly Place[],
  table: TerritoryTable,
): readonly Country[] {
  if (isCountry(place)) return [place.country];
  if (place.group.members !== 'rest') return place.members ?? [];
  const named = [...places, ...excluded].filter((other) => other !== place);
  const taken = new Set(named.flatMap((other) => membersOf(other, [], [], table)));
  return table.countries.filter((country) => !taken.has(country));
}

function rowsOf(
  countries: readonly Country[],
  unplaced: boolean,
  table: TerritoryTable,
): readonly RowCoverage[] {
  return table.rows.flatMap((row) => {
    const inRow = countries.filter((country) => country.rows.includes(row.id));
    const forUnknown = unplaced && row.id === 'rest-of-world';
    return inRow.length > 0 || forUnknown ? [{ row, countries: inRow, forUnknown }] : [];
  });
}

/** The countries behind a reference; `null` where there is no agreed list. */
export function countriesOf(ref: Ref, table: TerritoryTable): readonly Country[] | null {
  if ('country' in ref) return table.countries.filter(({ iso }) => iso === ref.country);
  const members = table.groups.find(({ id }) => id === ref.group)?.members ?? null;
  if (members === 'all' || members === 'rest') return table.countries;
  return members && table.countries.filter(({ iso }) => members.includes(iso));
}

/** The rows of these countries, strictest first. */
export function rowIdsOf(countries: readonly Country[], table: TerritoryTable): readonly RowId[] {
  return table.rows.filter(({ id }) => countries.some(({ rows }) => rows.includes(id))).map(({ id }) => id);
}

import type { Country, Row, TerritoryTable } from '../data/territories.ts';

/** How the countries of a language are called, by the caution row that lists them. */
const LANGUAGES = {
  spanish:
    /\b(?:spanish|hispanic)[\s-]?speaking(?:\s+(?:countries|territories|markets|regions?|world)\b)?|(?:西班牙語|西班牙文|西語)[系圈]?(?:國家|地區|市場|區域|世界)/giu,
  arabic:
    /\b(?:arabic|arab)[\s-]?speaking(?:\s+(?:countries|territories|markets|regions?|world)\b)?|(?:阿拉伯語|阿拉伯文|阿語)[系圈]?(?:國家|地區|市場|區域|世界)/giu,
} as const;

export type LanguagePhrase = {
  readonly input: string;
  readonly row: Row;
  readonly members: readonly Country[];
};

type SpelledOut = { readonly text: string; readonly phrases: readonly LanguagePhrase[] };

/**
 * Put the countries of a language by name where the language stands, so that whatever is said of it, such as "except
 * Mexico" or "world except", is said of them; and tell what was replaced.
 *
 * @see facts on territories, 1: 21 places for Spanish, the 22 members of the Arab League for Arabic
 */
export function spellOutLanguages(text: string, { rows, countries }: TerritoryTable): SpelledOut {
  const phrases: LanguagePhrase[] = [];
  let spelledOut = text;
  for (const row of rows) {
    if (!isLanguage(row.id)) continue;
    const members = countries.filter((country) => country.rows.includes(row.id));
    spelledOut = spelledOut.replace(LANGUAGES[row.id], (input) => {
      phrases.push({ input, row, members });
      return members.map(({ name }) => name.en).join(', ');
    });
  }
  return { text: spelledOut, phrases };
}

function isLanguage(id: string): id is keyof typeof LANGUAGES {
  return Object.hasOwn(LANGUAGES, id);
}

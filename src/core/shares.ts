import type { Layer } from './ledger/entry-types.ts';
import { bad, good, type Parsed } from './problem.ts';
import { readLines } from './shares/lines.ts';
import { type PartyProblem, readParty } from './shares/party.ts';
import { badAt, type Line, placeIn } from './shares/place.ts';
import { nameOf, type ShareLine, type Who } from './shares/share-line.ts';
import { type Token, tokenize } from './shares/tokens.ts';

export type { ShareLine, Who } from './shares/share-line.ts';

export type ShareProblem =
  | PartyProblem
  | 'share.none'
  | 'share.too-long'
  | 'share.too-many'
  | 'share.character'
  | 'share.twice';

/** Parties of one layer. */
const MOST_PARTIES = 100;

/**
 * Read the parties of one layer, as people type them: one on a line, or `;` between, or a comma before the next `@` or
 * quotation mark.
 *
 *     @ana 1/3 composer, lyricist
 *     <@U123|bo> 33.34% producer for artist "Dee"
 *     "Cy Ltd" 25 publisher
 *     Ana Lin 1/2 composer publisher "Night Music" 1/4 for "Ana Music Ltd"
 *
 * A name without quotation marks is everything before the share; what follows may come in any order. `publisher "X"
 * 1/4` says who holds which part of the work inside this person's share; `for "X"` and `for artist "X"` whom they
 * act for. That the shares add up is a rule of the sheet, not of the line.
 *
 * @returns the lines in order; or the first refusal, with its line and position
 */
export function parseShares(text: string, layer: Layer): Parsed<readonly ShareLine[], ShareProblem> {
  const lines = readLines(text);
  if (!lines.ok) return lines;
  const parties = lines.value.flatMap((line) => partiesOf(line).map((tokens) => ({ line, tokens })));
  if (parties.length === 0) return bad('share.none');
  if (parties.length > MOST_PARTIES) {
    return bad('share.too-many', { count: parties.length, limit: MOST_PARTIES });
  }
  const read: ShareLine[] = [];
  const seen = new Map<string, number>();
  for (const { line, tokens } of parties) {
    const party = readParty(line, tokens, layer);
    if (!party.ok) return party;
    const key = keyOf(party.value.who);
    const first = seen.get(key);
    if (first !== undefined) {
      const name = nameOf(party.value.who);
      return badAt('share.twice', placeIn(line, tokens[0]?.start ?? 0), { name, first });
    }
    seen.set(key, line.number);
    read.push(party.value);
  }
  return good(read);
}

/** The tokens of each party on a line; bullets in front and commas around are nobody's. */
function partiesOf(line: Line): readonly (readonly Token[])[] {
  const parties: Token[][] = [[]];
  for (const token of tokenize(line.text)) {
    if (token.kind === 'end') parties.push([]);
    else if (token.kind !== 'noise' || parties.at(-1)?.length !== 0) parties.at(-1)?.push(token);
  }
  return parties.filter((tokens) => tokens.length > 0);
}

/** Names are the same however they are cased (and they come evenly spaced); accounts by their id alone. */
function keyOf(who: Who): string {
  if (who.kind === 'account') return `account ${who.account}`;
  return `${who.kind} ${who.name.normalize('NFKC').toLowerCase()}`;
}

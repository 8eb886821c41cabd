import { bad, good, type Parsed } from '../problem.ts';
import { type EntryData, LAYERS } from './entry-types.ts';
import { isSalt } from './grammar.ts';
import { isObject, type Json } from './json.ts';

/** Whose text it is: the version's entry says so. */
export type TextOwner = Pick<EntryData['sheet.version'], 'sheet' | 'version' | 'layers' | 'parties'> & {
  readonly ledger: string;
};

export type TextProblem = 'text.names' | 'text.end' | 'text.line';

const HEADING = 'splitproof-text/1';
const CONTROL = /\p{Cc}/u;

/**
 * The text that people agree to: what they read, then lines that say the same to a program, alike in every language.
 * So the words cannot part from the shares, and the random characters keep an erased text from being guessed.
 *
 * @param words what people read, each line with its newline
 * @param names of the parties, by person; no control characters, so that no name can pretend to be a line
 * @param random 32 hex characters, fresh for each text
 */
export function writeFrozenText(
  words: string,
  owner: TextOwner,
  names: Readonly<Record<string, string>>,
  random: string,
): Parsed<string, TextProblem> {
  const lines = [headingOf(owner) + random, ...partyLines(owner, names), ...shareLines(owner)];
  const text = `${words}${lines.map((line) => `${line}\n`).join('')}`;
  const problem = checkFrozenText(text, owner, names);
  return problem === null ? good(text) : bad(problem);
}

/**
 * Whether a text ends with the lines that belong to its version.
 *
 * @param names as in the sealed part; null when that is not open, and then a name may be anything on one line
 */
export function checkFrozenText(text: string, owner: TextOwner, names: Json | null): TextProblem | null {
  if (names !== null && !areNames(names, owner.parties)) return 'text.names';
  const shares = shareLines(owner);
  const count = 1 + owner.parties.length + shares.length;
  const lines = text.split('\n');
  if (lines.pop() !== '' || lines.length < count) return 'text.end';
  const [heading = '', ...rest] = lines.slice(-count);
  const before = headingOf(owner);
  if (!heading.startsWith(before) || !isSalt(heading.slice(before.length))) return 'text.end';
  const parties = rest.slice(0, owner.parties.length);
  const named = names === null ? null : partyLines(owner, names);
  const partiesHold = parties.every((line, index) =>
    named === null
      ? line.startsWith(`party ${owner.parties[index]} `) && !CONTROL.test(line)
      : line === named[index],
  );
  const sharesHold = shares.every((line, index) => line === rest[owner.parties.length + index]);
  return partiesHold && sharesHold ? null : 'text.line';
}

type Names = { readonly [person: string]: string };

/** A name for each party, for nobody else. */
function areNames(names: Json, parties: readonly string[]): names is Names {
  return (
    isObject(names) &&
    Object.keys(names).length === parties.length &&
    parties.every((person) => {
      const name = Object.hasOwn(names, person) ? names[person] : undefined;
      return typeof name === 'string' && !CONTROL.test(name);
    })
  );
}

function headingOf({ ledger, sheet, version }: TextOwner): string {
  return `${HEADING} ${ledger} ${sheet} ${version} `;
}

function partyLines({ parties }: TextOwner, names: Names): readonly string[] {
  return parties.map((person) => `party ${person} ${names[person] ?? ''}`);
}

function shareLines({ layers }: TextOwner): readonly string[] {
  return LAYERS.flatMap((layer) =>
    (layers[layer] ?? []).map(([person, share]) => `${layer} ${person} ${share}`),
  );
}

import { isId } from '../../core/ledger/grammar.ts';

/** What `evidence` was asked to do. */
export type EvidenceArgs = {
  readonly folder: string;
  readonly team: string | null;
  /** The id of a sheet; null for the whole ledger. */
  readonly sheet: string | null;
};

export const EVIDENCE_USAGE = `Usage: splitproof evidence <folder> [--team ID] [--sheet ID]

Writes the ledger of a team, or what proves one split sheet, to a new folder. "splitproof verify" checks it.

  --team ID   whose ledger, where the database has more than one
  --sheet ID  only what belongs to this sheet, as in s_7k2m9q

Exit code: 0 written, 1 not written, 2 it could not be understood.
`;

type Refused = { readonly refusal: string };

/** @returns the options; `help`; or a sentence that says what cannot be understood */
export function readEvidenceArgs(args: readonly string[]): EvidenceArgs | 'help' | Refused {
  const folders: string[] = [];
  const given = new Map<string, string>();
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name = '', glued] = /^(--team|--sheet)(?:=(.*))?$/s.exec(arg) ?? [];
    if (arg === '--help' || arg === '-h') return 'help';
    if (name !== '') {
      const value = glued ?? rest.shift() ?? '';
      if (value === '') return { refusal: `After ${name} its value is missing.` };
      if (!isId(value)) return { refusal: `${value} is no id: small letters, digits, _ and - are.` };
      if (given.has(name)) return { refusal: `${name} was given twice.` };
      given.set(name, value);
    } else if (arg === '--') folders.push(...rest.splice(0));
    else if (arg.startsWith('-')) return { refusal: `There is no option ${arg}.` };
    else folders.push(arg);
  }
  const [folder, second] = folders;
  if (folder === undefined || folder === '')
    return { refusal: 'Which folder? Name one that is not there yet.' };
  if (second !== undefined) return { refusal: `One folder, please: ${folder} and ${second} were given.` };
  return { folder, team: given.get('--team') ?? null, sheet: given.get('--sheet') ?? null };
}

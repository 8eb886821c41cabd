import { type Kind, kinds } from '../core/identifiers/kind.ts';

/** What `check` was asked to do; `file` is `-` for standard input. */
export type CheckArgs = {
  readonly file: string;
  readonly kind: Kind | undefined;
  readonly json: boolean;
  readonly jsonl: boolean;
};

export const CHECK_USAGE = `Usage: splitproof check [--kind KIND] [--json] [--jsonl] [file|-]

Reads one code from each line and says of each what it is and whether it holds.

  --kind KIND   judge every line as this kind: ${kinds.join(', ')}
  --json        write one JSON object for each line, in the same order
  --jsonl       each line is a JSON string, so that any character can be in it
  file          read this file; - or nothing reads standard input

Exit code: 0 no line is an error, 1 some line is, 2 it could not be done.
`;

/** @returns the options; `help`; or a sentence that says what cannot be understood */
export function readCheckArgs(args: readonly string[]): CheckArgs | 'help' | { readonly refusal: string } {
  const files: string[] = [];
  let kind: Kind | undefined;
  let json = false;
  let jsonl = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    if (arg === '--help' || arg === '-h') return 'help';
    if (arg === '--json') json = true;
    else if (arg === '--jsonl') jsonl = true;
    else if (arg === '--kind' || arg.startsWith('--kind=')) {
      const name = arg === '--kind' ? rest.shift() : arg.slice('--kind='.length);
      kind = kinds.find((known) => known === name?.toLowerCase());
      if (kind === undefined) return { refusal: unknownKind(name) };
    } else if (arg === '--') files.push(...rest.splice(0));
    else if (arg.startsWith('-') && arg !== '-') return { refusal: `There is no option ${arg}.` };
    else files.push(arg);
  }
  const [file = '-', second] = files;
  if (second !== undefined) {
    return { refusal: `One file at a time, please: ${file} and ${second} were given. cat can join them.` };
  }
  return { file, kind, json, jsonl };
}

function unknownKind(name: string | undefined): string {
  const known = `The kinds are ${kinds.join(', ')}.`;
  return name === undefined || name === ''
    ? `After --kind the name of a kind is missing. ${known}`
    : `There is no kind "${name}". ${known}`;
}

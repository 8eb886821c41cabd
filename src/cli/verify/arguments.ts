/** What `verify` was asked to do. */
export type VerifyArgs = {
  readonly folder: string;
  readonly key: string | null;
  readonly older: readonly string[];
  readonly json: boolean;
};

export const VERIFY_USAGE = `Usage: splitproof verify <folder> [--key KEY] [--older FILE]… [--json]

Checks an evidence bundle, or a whole ledger, that was written to a folder. No network, no database.

  --key KEY     the verifier key that you trust, as name+8 hex digits+base64
  --older FILE  a receipt or a checkpoint that you kept; may be given several times
  --json        write one JSON object

Exit code: 0 verified, 1 not verified, 3 cannot say, 2 it could not be done.
`;

type Refused = { readonly refusal: string };

/** @returns the options; `help`; or a sentence that says what cannot be understood */
export function readVerifyArgs(args: readonly string[]): VerifyArgs | 'help' | Refused {
  const folders: string[] = [];
  const older: string[] = [];
  let key: string | null = null;
  let json = false;
  const rest = [...args];
  for (let arg = rest.shift(); arg !== undefined; arg = rest.shift()) {
    const [, name = '', glued] = /^(--key|--older)(?:=(.*))?$/s.exec(arg) ?? [];
    if (arg === '--help' || arg === '-h') return 'help';
    if (arg === '--json') json = true;
    else if (name !== '') {
      const value = glued ?? rest.shift();
      if (value === undefined || value === '') return { refusal: `After ${name} its value is missing.` };
      if (name === '--older') older.push(value);
      else if (key === null) key = value;
      else return { refusal: 'One key at a time, please: --key was given twice.' };
    } else if (arg === '--') folders.push(...rest.splice(0));
    else if (arg.startsWith('-')) return { refusal: `There is no option ${arg}.` };
    else folders.push(arg);
  }
  const [folder, second] = folders;
  if (folder === undefined) return { refusal: 'Which folder? Name the one that the bundle is in.' };
  if (second !== undefined)
    return { refusal: `One bundle at a time, please: ${folder} and ${second} were given.` };
  return { folder, key, older, json };
}

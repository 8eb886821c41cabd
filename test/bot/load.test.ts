import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';

const root = mkdtempSync(join(tmpdir(), 'splitproof-load-'));
afterAll(() => rmSync(root, { recursive: true, force: true }));

const OPTION = `{ schema: {}, description: 'A code' }`;
const HANDLE = '() => ({ tone: "plain", title: "" })';

type Change = Readonly<Record<string, string>>;

/** The source of an object whose members are sources. */
function object(members: Change): string {
  return `{ ${Object.entries(members)
    .map(([name, value]) => `${name}: ${value}`)
    .join(', ')} }`;
}

function subcommand(change: Change = {}): string {
  return object({ description: `'Checks'`, options: `{ code: ${OPTION} }`, handle: HANDLE, ...change });
}

/** A command file that is right, but for what `change` puts in its place. */
function command(name: string, change: Change = {}): string {
  const subcommands = `{ check: ${subcommand()} }`;
  return `export default ${object({ name: `'${name}'`, description: `'Tries'`, say: '{}', subcommands, ...change })};`;
}

const bad = (change: Change) => ({ 'bad.ts': command('bad', change) });
const badSubcommand = (change: Change) => bad({ subcommands: `{ check: ${subcommand(change)} }` });

const LONG = `'${'x'.repeat(101)}'`;
const LONG_ACTION = 'Check every code in this';
const choices = (count: number) =>
  `[${Array.from({ length: count }, (_, index) => `{ value: '${index}', label: 'x' }`).join()}]`;
const action = (more: Change = {}) => `[${object({ name: `'Check codes'`, handle: HANDLE, ...more })}]`;
const choice = (more: Change) => object({ kind: `'choice'`, schema: '{}', description: `'A kind'`, ...more });

/** Folders that must not be loaded: what is wrong, their files, and what is said about them. */
const REFUSED: readonly (readonly [what: string, files: Change, words: string])[] = [
  [
    'nothing is exported by default',
    { 'bad.ts': 'export const command = {};' },
    'bad.ts has no default export made with defineCommand.',
  ],
  [
    'null is exported',
    { 'bad.ts': 'export default null;' },
    'bad.ts has no default export made with defineCommand.',
  ],
  ['it is no program', { 'bad.ts': 'export default {' }, 'bad.ts'],
  ['it breaks while it is read', { 'bad.ts': 'throw new Error("broken");' }, 'bad.ts'],
  [
    'it has another name than its file',
    bad({ name: `'other'` }),
    'bad.ts defines the command "other"; file and command have one name.',
  ],
  [
    'nobody can type its name',
    { 'Bad_name.ts': command('Bad_name') },
    'Bad_name.ts needs a name out of a-z, 0-9 and "-", at most 32 characters.',
  ],
  [
    'it is described by nothing',
    bad({ description: `''` }),
    'bad.ts needs a description of 1 to 100 characters.',
  ],
  [
    'it has no description',
    bad({ description: 'undefined' }),
    'bad.ts needs a description of 1 to 100 characters.',
  ],
  [
    'its description is too long',
    bad({ description: LONG }),
    'bad.ts needs a description of 1 to 100 characters.',
  ],
  ['it has no messages', bad({ say: 'undefined' }), 'bad.ts needs its messages in "say".'],
  ['it has an empty list of subcommands', bad({ subcommands: '{}' }), 'bad.ts has no subcommand.'],
  ['it has no subcommands at all', bad({ subcommands: 'undefined' }), 'bad.ts has no subcommand.'],
  ['its main one is missing', bad({ main: `'open'` }), 'bad.ts has no subcommand "open", its main one.'],
  [
    'its main one is what every object has',
    bad({ main: `'toString'` }),
    'bad.ts has no subcommand "toString", its main one.',
  ],
  [
    'a subcommand is null',
    bad({ subcommands: '{ check: null }' }),
    'bad.ts needs a subcommand made with subcommand() for "check".',
  ],
  [
    'nobody can type a subcommand',
    bad({ subcommands: `{ 'Check it': ${subcommand()} }` }),
    'bad.ts has the subcommand "Check it"; names are made of a-z, 0-9 and "-".',
  ],
  [
    'a message action is too long for Slack',
    bad({ messageActions: action({ name: `'${LONG_ACTION}s'` }) }),
    `bad.ts has the message action "${LONG_ACTION}s", longer than 24 characters.`,
  ],
  [
    'a button cannot be told apart from its value',
    bad({ buttons: `{ 'a:b': { handle: ${HANDLE} } }` }),
    'bad.ts has the button "a:b"; names are made of a-z, 0-9 and "-".',
  ],
  [
    'a subcommand has no description',
    badSubcommand({ description: `''` }),
    'bad.ts needs a description of 1 to 100 characters for "check".',
  ],
  ['a subcommand does nothing', badSubcommand({ handle: 'undefined' }), 'bad.ts has no handler for "check".'],
  [
    'a subcommand has no options',
    badSubcommand({ options: 'null' }),
    'bad.ts needs the options of "check", if only {}.',
  ],
  [
    'nobody can type an option',
    badSubcommand({ options: `{ 'Code:': ${OPTION} }` }),
    'bad.ts has the option "Code:" in "check"; names are made of a-z, 0-9 and "-".',
  ],
  [
    'an option is described at too much length',
    badSubcommand({ options: `{ code: { schema: {}, description: ${LONG} } }` }),
    'bad.ts needs a description of 1 to 100 characters for "check code".',
  ],
  [
    'an option has no schema',
    badSubcommand({ options: `{ code: { description: 'A code' } }` }),
    'bad.ts needs a schema for "check code".',
  ],
  [
    'there is nothing to choose from',
    badSubcommand({ options: `{ kind: ${choice({ choices: '[]' })} }` }),
    'bad.ts offers no choices for "check kind".',
  ],
  [
    'the choices are missing',
    badSubcommand({ options: `{ kind: ${choice({})} }` }),
    'bad.ts offers no choices for "check kind".',
  ],
  [
    'there is more to choose from than Discord shows',
    badSubcommand({ options: `{ kind: ${choice({ choices: choices(26) })} }` }),
    'bad.ts offers 26 choices for "check kind"; the most are 25.',
  ],
  [
    'a form asks for no option',
    badSubcommand({ form: `{ title: 'T', submit: 'S', fields: [{ option: 'stray', label: 'L' }] }` }),
    'bad.ts asks in the form of "check" for "stray", which is no option of it.',
  ],
  [
    'an option is of a kind that there is not',
    badSubcommand({ options: `{ code: { kind: 'chioce', schema: {}, description: 'A code' } }` }),
    'bad.ts has the kind "chioce" for "check code"; it must be "text" or "number" or "choice" or',
  ],
  [
    'a subcommand is for somebody unknown',
    badSubcommand({ who: `'admins'` }),
    'bad.ts lets "admins" use "check"; it must be "anyone" or "admin".',
  ],
  [
    'a subcommand is neither private nor posted',
    badSubcommand({ visibility: `'public'` }),
    'bad.ts has the visibility "public" for "check"; it must be "private" or "posted".',
  ],
  [
    'a button does nothing',
    bad({ buttons: '{ more: {} }' }),
    'bad.ts needs a function for the button "more", either "handle" or "form".',
  ],
  [
    'a button is null',
    bad({ buttons: '{ more: null }' }),
    'bad.ts needs a function for the button "more", either "handle" or "form".',
  ],
  [
    'a button answers and opens a form',
    bad({ buttons: `{ more: { handle: ${HANDLE}, form: ${HANDLE} } }` }),
    'bad.ts needs a function for the button "more", either "handle" or "form".',
  ],
  [
    'a button has something else than a function',
    bad({ buttons: `{ more: { form: 'ask' } }` }),
    'bad.ts needs a function for the button "more", either "handle" or "form".',
  ],
  [
    'a button is for somebody unknown',
    bad({ buttons: `{ more: { handle: ${HANDLE}, who: null } }` }),
    'bad.ts lets "null" use the button "more"; it must be "anyone" or "admin".',
  ],
  [
    'a message action has no name',
    bad({ messageActions: action({ name: `''` }) }),
    'bad.ts has a message action without a name.',
  ],
  [
    'a message action does nothing',
    bad({ messageActions: action({ handle: 'undefined' }) }),
    'bad.ts has no handler for the message action "Check codes".',
  ],
  [
    'a message action is for somebody unknown',
    bad({ messageActions: action({ who: `'Admin'` }) }),
    'bad.ts lets "Admin" use the message action "Check codes"; it must be "anyone" or "admin".',
  ],
  [
    'two commands share a message action',
    {
      'id.ts': command('id', { messageActions: action() }),
      'isrc.ts': command('isrc', { messageActions: action() }),
    },
    'commands/isrc.ts has the message action "Check codes", as commands/id.ts has; names must differ.',
  ],
];

/** Folders that must be loaded, and the commands that they hold. */
const TAKEN: readonly (readonly [what: string, files: Change, names: readonly string[]])[] = [
  ['nothing', {}, []],
  ['other files beside', { 'b.ts': command('b'), 'a.ts': command('a'), 'README.md': '# a' }, ['a', 'b']],
  [
    'everything at its limit',
    {
      'a.ts': command('a', {
        main: `'check'`,
        description: `'${'x'.repeat(100)}'`,
        messageActions: action({ name: `'${LONG_ACTION}'`, who: `'admin'` }),
        buttons: `{ more: { handle: ${HANDLE}, who: 'anyone', visibility: 'posted' }, ask: { form: ${HANDLE} } }`,
        subcommands: `{ check: ${subcommand({ options: `{ kind: ${choice({ choices: choices(25) })} }` })} }`,
      }),
    },
    ['a'],
  ],
];

const outcomes = loadAll([...REFUSED, ...TAKEN].map(([, files]) => files));

/** One process for all, since each takes longer to start than to do its work. */
function loadAll(
  all: readonly Change[],
): readonly { readonly names?: readonly string[]; readonly error?: string; readonly sentence?: boolean }[] {
  const folders = all.map((files, index) => {
    const folder = join(root, String(index), 'commands');
    mkdirSync(folder, { recursive: true });
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    return folder;
  });
  const script = join(import.meta.dirname, 'children', 'load-folders.ts');
  const output = execFileSync(process.execPath, [script, ...folders], { encoding: 'utf8' });
  return output
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('the commands of a folder', () => {
  it.each(REFUSED.map((row, index) => [row[0], row[2], outcomes[index]] as const))(
    'stop the start when %s',
    (_what, words, outcome) => {
      expect(outcome?.error).toContain(words);
      expect(outcome?.error).toContain('commands/');
      // A sentence for the operator; only what the file itself throws comes with its stack.
      expect(outcome?.sentence).toBe(words.length > 'bad.ts'.length);
    },
  );

  it.each(TAKEN.map((row, index) => [row[0], row[2], outcomes[REFUSED.length + index]] as const))(
    'are loaded with %s',
    (_what, names, outcome) => {
      expect(outcome).toEqual({ names });
    },
  );
});

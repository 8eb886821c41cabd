import type { Attachment } from './adapter.ts';
import type { Command, Option, Subcommand } from './command.ts';

/** A typed line, taken apart: which subcommand, and its options as far as they were given. */
export type Typed =
  | {
      readonly kind: 'found';
      readonly command: Command;
      readonly name: string;
      readonly subcommand: Subcommand;
      readonly options: Readonly<Record<string, unknown>>;
    }
  | { readonly kind: 'no-subcommand'; readonly command: Command; readonly typed: string }
  | { readonly kind: 'no-command'; readonly typed: string };

/** Other names for an option, such as its name in the reader's language; the English one always holds. */
export type OptionNames = (option: string) => readonly string[];

/** The command under which every other one can be called, where another app owns the short name. */
const PARENT = 'splitproof';

/**
 * Read a line as people type it on a phone: curly quotes, full-width colons, no-break spaces, any case.
 *
 * Options are named (`recording: "Night Bus"`) or stand in the order of the subcommand; the last text option
 * takes what is left of the line as it is, line breaks included. A word before a colon that names no option is
 * part of the text, so that links and times of day survive.
 */
export function readTyped(
  line: string,
  files: readonly Attachment[],
  commands: readonly Command[],
  names: OptionNames,
): Typed {
  let rest = tidy(line).replace(/^\//, '');
  let [word, after] = firstWord(rest);
  if (word.toLowerCase() === PARENT) {
    const [next] = firstWord(after);
    if (findCommand(commands, next)) [word, after] = firstWord(after);
  }
  const command = findCommand(commands, word);
  if (!command) return { kind: 'no-command', typed: word };
  rest = after;
  const [second, afterSecond] = firstWord(rest);
  let name = Object.keys(command.subcommands).find((key) => key === second.toLowerCase());
  if (name !== undefined) rest = afterSecond;
  else name = command.main;
  const subcommand = name === undefined ? undefined : command.subcommands[name];
  if (name === undefined || !subcommand) return { kind: 'no-subcommand', command, typed: second };
  return { kind: 'found', command, name, subcommand, options: readOptions(rest, files, subcommand, names) };
}

function findCommand(commands: readonly Command[], word: string): Command | undefined {
  return commands.find((command) => command.name === word.toLowerCase().replace(/^\//, ''));
}

/** Phones and word processors change what was typed; only what steers the reading is put back. */
function tidy(line: string): string {
  return line
    .replace(/[\u201c\u201d\u201e\u201f\u300c\u300d\uff02]/g, '"')
    .replace(/[\u00a0\u2007\u202f\u3000]/g, ' ')
    .replace(/\uff1a/g, ':')
    .trim();
}

function firstWord(text: string): [word: string, rest: string] {
  const match = /^(\S*)\s*([\s\S]*)$/.exec(text);
  return [match?.[1] ?? '', match?.[2] ?? ''];
}

function readOptions(
  text: string,
  files: readonly Attachment[],
  subcommand: Subcommand,
  names: OptionNames,
): Record<string, unknown> {
  const given: Record<string, string> = {};
  const { before, named } = splitNamed(text, subcommand, names);
  for (const [name, value] of named) given[name] = value;
  fillInOrder(before, subcommand, given);
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(subcommand.options)) {
    const value = given[name];
    if (value !== undefined) options[name] = readValue(value, option);
    else if (option.kind === 'file' && files[0]) options[name] = files[0];
  }
  return options;
}

/** `Night Bus date: 2026-12-11` → what stands before the first name, and each name with what follows it. */
function splitNamed(text: string, subcommand: Subcommand, names: OptionNames) {
  const known = new Map<string, string>();
  for (const option of Object.keys(subcommand.options)) {
    for (const name of [option, ...names(option)]) known.set(name.toLowerCase(), option);
  }
  const marks: { name: string; start: number; end: number }[] = [];
  for (const match of text.matchAll(/"[^"]*"|(?<=^|\s)([\p{L}\p{N}_-]+):(?!\/\/)/gu)) {
    const name = match[1] === undefined ? undefined : known.get(match[1].toLowerCase());
    if (name !== undefined) marks.push({ name, start: match.index, end: match.index + match[0].length });
  }
  const named = marks.map(({ name, end }, index): [string, string] => {
    return [name, unquote(text.slice(end, marks[index + 1]?.start ?? text.length).trim())];
  });
  return { before: text.slice(0, marks[0]?.start ?? text.length).trim(), named };
}

function fillInOrder(text: string, subcommand: Subcommand, given: Record<string, string>): void {
  const open = Object.entries(subcommand.options).filter(
    ([name, option]) => option.kind !== 'file' && given[name] === undefined,
  );
  let rest = text;
  for (const [index, [name]] of open.entries()) {
    if (rest === '') return;
    if (index === open.length - 1) {
      given[name] = unquote(rest);
      return;
    }
    const match = /^(?:"([^"]*)"|(\S+))\s*([\s\S]*)$/.exec(rest);
    given[name] = match?.[1] ?? match?.[2] ?? '';
    rest = match?.[3] ?? '';
  }
}

function unquote(text: string): string {
  return /^"[^"]*"$/.test(text) ? text.slice(1, -1) : text;
}

/** Text becomes what the kind is made of; whether that is acceptable is the schema's business. */
function readValue(text: string, option: Option): unknown {
  switch (option.kind) {
    case 'number':
      return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'choice':
      return (
        option.choices?.find(({ value, label }) =>
          [value, label].some((word) => word.toLowerCase() === text.toLowerCase()),
        )?.value ?? text
      );
    case 'person': {
      const mention = /^<@([^|>]+)(?:\|([^>]*))?>$/.exec(text);
      return mention
        ? { account: mention[1], name: mention[2] || mention[1] }
        : { account: null, name: text.replace(/^@/, '') };
    }
    default:
      return text;
  }
}

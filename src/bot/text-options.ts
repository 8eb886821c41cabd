import { recognize } from '../text/translate.ts';
import type { Attachment } from './adapter.ts';
import type { ChannelRef, Command, Option, PersonRef, Subcommand } from './command.ts';

/** A typed line, taken apart: which subcommand, and its options as far as they were given. */
export type Typed =
  | {
      readonly kind: 'found';
      readonly command: Command;
      readonly name: string;
      readonly subcommand: Subcommand;
      readonly options: Readonly<Record<string, unknown>>;
    }
  | {
      readonly kind: 'no-option';
      readonly command: Command;
      readonly name: string;
      readonly subcommand: Subcommand;
      readonly typed: string;
    }
  | { readonly kind: 'no-subcommand'; readonly command: Command; readonly typed: string }
  | { readonly kind: 'no-command'; readonly typed: string };

/** Other names for an option, such as its name in the reader's language; the English one always holds. */
export type OptionNames = (option: string) => readonly string[];

/** The command under which every other one can be called, where another app owns the short name. */
const PARENT = 'splitproof';

/** A stretch of the line twice, character for character: as it was typed, and as it steers the reading. */
type Piece = { readonly typed: string; readonly read: string };

/**
 * Read a line as people type it on a phone: curly quotes, full-width colons, no-break spaces, any case.
 *
 * Options are named (`recording: "Night Bus"`) or stand in the order of the subcommand, but for those that are only ever
 * named. The last text option takes what is left of the line as it is, line breaks included; in quotes it ends with
 * them, and what follows fills the options behind it. A word before a colon that names no option is part of the text,
 * so that links and times of day survive.
 */
export function readTyped(
  line: string,
  files: readonly Attachment[],
  commands: readonly Command[],
  names: OptionNames,
): Typed {
  let [word, rest] = firstWord(trim(pieceOf(line)));
  word = word.replace(/^\//, '');
  if (word.toLowerCase() === PARENT) {
    const [next, afterNext] = firstWord(rest);
    if (findCommand(commands, next)) [word, rest] = [next, afterNext];
  }
  const command = findCommand(commands, word);
  if (!command) return { kind: 'no-command', typed: word };
  const [second, afterSecond] = firstWord(rest);
  const named = Object.keys(command.subcommands).find((name) => name === second.toLowerCase());
  const name = named ?? command.main;
  const subcommand = name === undefined ? undefined : command.subcommands[name];
  if (name === undefined || !subcommand) return { kind: 'no-subcommand', command, typed: second };
  const text = named === undefined ? rest : afterSecond;
  const unknown = unknownOption(text, subcommand, names);
  if (unknown !== null) return { kind: 'no-option', command, name, subcommand, typed: unknown };
  const options = readOptions(text, files, subcommand, names);
  return { kind: 'found', command, name, subcommand, options };
}

function findCommand(commands: readonly Command[], word: string): Command | undefined {
  return commands.find((command) => command.name === word.toLowerCase().replace(/^\//, ''));
}

/** Phones and word processors change quotes and colons; each is put back as one character, so that places agree. */
function pieceOf(line: string): Piece {
  const read = line
    .replace(/[\u201c\u201d\u201e\u201f\u300c\u300d\uff02]/g, '"')
    .replace(/\uff1a/g, ':')
    .replace(/^(\s*)\uff0f/, '$1/');
  return { typed: line, read };
}

function slice({ typed, read }: Piece, start: number, end?: number): Piece {
  return { typed: typed.slice(start, end), read: read.slice(start, end) };
}

function trim(piece: Piece): Piece {
  const start = piece.read.length - piece.read.trimStart().length;
  return slice(piece, start, start + piece.read.trim().length);
}

function firstWord(piece: Piece): [word: string, rest: Piece] {
  const [all, word = ''] = /^(\S*)\s*/.exec(piece.read) ?? [''];
  return [word, slice(piece, all.length)];
}

function readOptions(
  text: Piece,
  files: readonly Attachment[],
  subcommand: Subcommand,
  names: OptionNames,
): Record<string, unknown> {
  const { before, named } = splitNamed(text, subcommand, names);
  const given = joined(named);
  fillInOrder(before, subcommand, given);
  const options: Record<string, unknown> = {};
  for (const [name, option] of Object.entries(subcommand.options)) {
    const value = given.get(name);
    if (value !== undefined) options[name] = readValue(value, option);
    else if (option.kind === 'file' && files[0]) options[name] = files[0];
  }
  return options;
}

/** `zone: Asia/Taipei` where there is no zone, and what stands first takes no words of one's own. */
function unknownOption(text: Piece, { options }: Subcommand, names: OptionNames): string | null {
  const [, word] = /^([\p{L}\p{N}_-]+):(?!\/\/)/u.exec(text.read) ?? [];
  const [, first] = Object.entries(options)[0] ?? [];
  if (word === undefined || first === undefined || (first.kind ?? 'text') === 'text') return null;
  return optionFinder(Object.keys(options), names)(word) === undefined ? word : null;
}

/** Which option a word names; the names in other languages are asked for when a word is no English one. */
function optionFinder(options: readonly string[], names: OptionNames): (word: string) => string | undefined {
  const english = new Map(options.map((option) => [option.toLowerCase(), option]));
  let others: ReadonlyMap<string, string> | undefined;
  return (word) => {
    const wanted = word.toLowerCase();
    const found = english.get(wanted);
    if (found !== undefined) return found;
    others ??= new Map(
      options.flatMap((option) => names(option).map((name) => [name.toLowerCase(), option] as const)),
    );
    return others.get(wanted);
  };
}

/** `Night Bus date: 2026-12-11` → what stands before the first name, and each name with what follows it. */
function splitNamed(text: Piece, subcommand: Subcommand, names: OptionNames) {
  // Files are attached, never typed: `File: bus.wav` in pasted notes stays a note.
  const typable = Object.entries(subcommand.options).filter(([, { kind }]) => kind !== 'file');
  const find = optionFinder(
    typable.map(([option]) => option),
    names,
  );
  const marks: { name: string; start: number; end: number }[] = [];
  for (const match of text.read.matchAll(/(?<=^|[\s:])"[^"]*"|(?<=^|\s)([\p{L}\p{N}_-]+):(?!\/\/)/gu)) {
    const name = match[1] === undefined ? undefined : find(match[1]);
    if (name !== undefined) marks.push({ name, start: match.index, end: match.index + match[0].length });
  }
  const named = marks.map(({ name, end }, index): [string, string] => {
    return [name, unquote(trim(slice(text, end, marks[index + 1]?.start)))];
  });
  return { before: trim(slice(text, 0, marks[0]?.start)), named };
}

/** A pasted list may name its column on every line: what is named twice is one value, a line each. */
function joined(named: readonly (readonly [name: string, value: string])[]): Map<string, string> {
  const given = new Map<string, string>();
  for (const [name, value] of named) {
    const before = given.get(name);
    given.set(name, before === undefined ? value : `${before}\n${value}`);
  }
  return given;
}

const REST = /^([\s\S]*)$/;
const QUOTED_OR_REST = /^("[^"]*"(?=\s|$)|[\s\S]*)\s*/;
const QUOTED_OR_WORD = /^("[^"]*"(?=\s|$)|\S+)\s*/;

function fillInOrder(text: Piece, subcommand: Subcommand, given: Map<string, string>): void {
  const open = Object.entries(subcommand.options).filter(
    ([name, { kind, named }]) => kind !== 'file' && !named && !given.has(name),
  );
  if (open.length === 0) addInFront(text, subcommand, given);
  const lastText = open.findLastIndex(([, { kind = 'text' }]) => kind === 'text');
  let rest = text;
  for (const [index, [name]] of open.entries()) {
    if (rest.read === '') return;
    const isLast = index === open.length - 1;
    const shape = isLast ? REST : index === lastText ? QUOTED_OR_REST : QUOTED_OR_WORD;
    const [all, value] = shape.exec(rest.read) ?? [rest.read];
    given.set(name, unquote(slice(rest, 0, value?.length)));
    rest = slice(rest, all.length);
  }
}

/**
 * With every option named, words in front of them belong to the last text that takes words without a name; nothing that
 * was typed is dropped.
 */
function addInFront(text: Piece, subcommand: Subcommand, given: Map<string, string>): void {
  if (text.read === '') return;
  const [name] =
    Object.entries(subcommand.options).findLast(
      ([, { kind = 'text', named }]) => kind === 'text' && !named,
    ) ?? [];
  if (name !== undefined) given.set(name, `${text.typed}\n${given.get(name) ?? ''}`);
}

function unquote({ typed, read }: Piece): string {
  return /^"[^"]*"$/.test(read) ? typed.slice(1, -1) : typed;
}

/** Text becomes what the kind is made of; whether that is acceptable is the schema's business. */
export function readValue(text: string, option: Option): unknown {
  switch (option.kind) {
    case 'number':
      return text === '' || Number.isNaN(Number(text)) ? text : Number(text);
    case 'choice':
      return findChoice(text, option) ?? text;
    case 'person':
      return readPerson(text);
    case 'channel':
      return readChannel(text);
    default:
      return text;
  }
}

function findChoice(text: string, { choices = [] }: Option): string | undefined {
  const wanted = text.toLowerCase();
  const known = choices.find(({ value, also = [] }) =>
    [value, ...also].some((word) => word.toLowerCase() === wanted),
  );
  if (known) return known.value;
  const labels = choices.map(({ label }) => label);
  const typed = recognize(text, labels);
  return choices.find(({ label }) => label === typed)?.value;
}

function readPerson(text: string): PersonRef {
  const [, account, name] = /^<@([^|>]+)(?:\|([^>]*))?>$/.exec(text) ?? [];
  return account === undefined
    ? { account: null, name: text.replace(/^@/, '') }
    : { account, name: name || account };
}

function readChannel(text: string): ChannelRef {
  const [, channel, name] = /^<#([^|>]+)(?:\|([^>]*))?>$/.exec(text) ?? [];
  return channel === undefined
    ? { channel: null, name: text.replace(/^#/, '') }
    : { channel, name: name || channel };
}

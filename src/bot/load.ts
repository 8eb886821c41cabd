import { readdirSync } from 'node:fs';
import { basename, extname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Adapter } from './adapter.ts';
import type {
  ButtonHandler,
  Command,
  MessageActionHandler,
  Option,
  OptionKind,
  Subcommand,
  Who,
} from './command.ts';
import type { Visibility } from './reply.ts';
import { StartError } from './start-error.ts';

const NAME = /^[a-z][a-z0-9-]{0,31}$/;
/** Slack shows 24 characters of a shortcut's name, Discord 32. */
const LONGEST_ACTION = 24;
/** Discord offers no more; beyond it an option suggests instead. */
const MOST_CHOICES = 25;

const KINDS: readonly unknown[] = [
  'text',
  'number',
  'choice',
  'person',
  'channel',
  'date',
  'file',
] satisfies readonly OptionKind[];
const WHO: readonly unknown[] = ['anyone', 'admin'] satisfies readonly Who[];
const VISIBILITIES: readonly unknown[] = ['private', 'posted'] satisfies readonly Visibility[];

/**
 * Every command of the folder, by name.
 *
 * @throws StartError with the file and what is wrong with it: a command that cannot be used stops the start, because nobody
 *   would notice that it is missing
 */
export async function loadCommands(folder: string): Promise<readonly Command[]> {
  const files = readdirSync(folder)
    .filter((file) => file.endsWith('.ts'))
    .sort();
  const commands = await Promise.all(files.map((file) => loadCommand(join(folder, file))));
  refuseTwice(commands);
  return commands;
}

/** The menu of a message knows its entries by nothing but their names. */
function refuseTwice(commands: readonly Command[]): void {
  const owners = new Map<string, string>();
  for (const { name: command, messageActions = [] } of commands) {
    for (const { name } of messageActions) {
      const other = owners.get(name);
      if (other !== undefined)
        throw new StartError(
          `commands/${command}.ts has the message action "${name}", as commands/${other}.ts has; names must differ.`,
        );
      owners.set(name, command);
    }
  }
}

async function loadCommand(path: string): Promise<Command> {
  const command: unknown = await loadDefault(path);
  const wrong = whatIsWrong(command, basename(path, extname(path)));
  if (wrong) throw new StartError(`commands/${basename(path)} ${wrong}.`);
  return command as Command;
}

/** The end of a sentence that begins with the file, or null. Types are no help here: the file may not have been checked. */
function whatIsWrong(candidate: unknown, file: string): string | null {
  if (!isObject(candidate)) return 'has no default export made with defineCommand';
  const command = candidate as Partial<Command>;
  if (command.name !== file) return `defines the command "${command.name}"; file and command have one name`;
  if (!NAME.test(file)) return 'needs a name out of a-z, 0-9 and "-", at most 32 characters';
  if (!isDescription(command.description)) return 'needs a description of 1 to 100 characters';
  if (!isObject(command.say)) return 'needs its messages in "say"';
  const subcommands = Object.entries(command.subcommands ?? {});
  if (subcommands.length === 0) return 'has no subcommand';
  if (command.main !== undefined && !subcommands.some(([name]) => name === command.main))
    return `has no subcommand "${command.main}", its main one`;
  if (command.flat && (command.main === undefined || subcommands.length !== 1))
    return 'is flat, and needs one subcommand for that, its main one';
  return (
    first(command.messageActions ?? [], whatIsWrongInMessageAction) ??
    first(Object.entries(command.buttons ?? {}), ([name, button]) => whatIsWrongInButton(name, button)) ??
    first(subcommands, ([name, subcommand]) => whatIsWrongInSubcommand(name, subcommand))
  );
}

function whatIsWrongInMessageAction(action: MessageActionHandler): string | null {
  if (!isObject(action) || typeof action.name !== 'string' || action.name === '')
    return 'has a message action without a name';
  const where = `the message action "${action.name}"`;
  if (action.name.length > LONGEST_ACTION) return `has ${where}, longer than ${LONGEST_ACTION} characters`;
  if (typeof action.handle !== 'function') return `has no handler for ${where}`;
  return whatIsWrongInUse(action, where);
}

function whatIsWrongInButton(name: string, button: ButtonHandler): string | null {
  const where = `the button "${name}"`;
  if (!NAME.test(name)) return `has ${where}; names are made of a-z, 0-9 and "-"`;
  const ways = isObject(button)
    ? Object.entries(button).filter(([way]) => way === 'handle' || way === 'form')
    : [];
  if (ways.length !== 1 || ways.some(([, way]) => typeof way !== 'function'))
    return `needs a function for ${where}, either "handle" or "form"`;
  return whatIsWrongInUse(button, where);
}

/** A slip in who may use it would open it to everybody. */
function whatIsWrongInUse(
  { who, visibility }: { readonly who?: unknown; readonly visibility?: unknown },
  where: string,
): string | null {
  if (who !== undefined && !WHO.includes(who))
    return `lets "${who}" use ${where}; it must be ${alternatives(WHO)}`;
  if (visibility !== undefined && !VISIBILITIES.includes(visibility))
    return `has the visibility "${visibility}" for ${where}; it must be ${alternatives(VISIBILITIES)}`;
  return null;
}

function alternatives(values: readonly unknown[]): string {
  return values.map((value) => `"${value}"`).join(' or ');
}

function whatIsWrongInSubcommand(name: string, subcommand: Subcommand): string | null {
  if (!NAME.test(name)) return `has the subcommand "${name}"; names are made of a-z, 0-9 and "-"`;
  if (!isObject(subcommand)) return `needs a subcommand made with subcommand() for "${name}"`;
  const { description, options, handle, form } = subcommand;
  if (!isDescription(description)) return `needs a description of 1 to 100 characters for "${name}"`;
  if (typeof handle !== 'function') return `has no handler for "${name}"`;
  if (!isObject(options)) return `needs the options of "${name}", if only {}`;
  const stray = form?.fields.find((field) => !Object.hasOwn(options, field.option));
  if (stray) return `asks in the form of "${name}" for "${stray.option}", which is no option of it`;
  return (
    whatIsWrongInUse(subcommand, `"${name}"`) ??
    first(Object.entries(options), ([option, spec]) => whatIsWrongInOption(name, option, spec))
  );
}

function whatIsWrongInOption(subcommand: string, name: string, option: Option): string | null {
  const where = `"${subcommand} ${name}"`;
  if (!NAME.test(name))
    return `has the option "${name}" in "${subcommand}"; names are made of a-z, 0-9 and "-"`;
  if (!isObject(option) || !isObject(option.schema)) return `needs a schema for ${where}`;
  if (!isDescription(option.description)) return `needs a description of 1 to 100 characters for ${where}`;
  if (option.kind !== undefined && !KINDS.includes(option.kind))
    return `has the kind "${option.kind}" for ${where}; it must be ${alternatives(KINDS)}`;
  const choices = option.choices?.length ?? 0;
  if (option.kind === 'choice' && choices === 0) return `offers no choices for ${where}`;
  if (choices > MOST_CHOICES) return `offers ${choices} choices for ${where}; the most are ${MOST_CHOICES}`;
  return null;
}

function first<T>(things: readonly T[], find: (thing: T) => string | null): string | null {
  for (const thing of things) {
    const found = find(thing);
    if (found !== null) return found;
  }
  return null;
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null;
}

function isDescription(text: unknown): boolean {
  return typeof text === 'string' && text.length >= 1 && text.length <= 100;
}

/** The names of all platforms: one folder each. */
export function listAdapters(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** @throws StartError with the folder and what is wrong with it */
export async function loadAdapter(folder: string, name: string): Promise<Adapter> {
  const adapter: unknown = await loadDefault(join(folder, name, 'index.ts'));
  if (!isObject(adapter) || !('start' in adapter) || !('name' in adapter)) {
    throw new StartError(`adapters/${name}/index.ts has no default export made with defineAdapter.`);
  }
  if (adapter.name !== name)
    throw new StartError(`adapters/${name}/index.ts calls itself "${adapter.name}".`);
  return adapter as Adapter;
}

async function loadDefault(path: string): Promise<unknown> {
  const module = (await import(pathToFileURL(path).href)) as { default?: unknown };
  return module.default;
}

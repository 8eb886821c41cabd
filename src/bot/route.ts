import { type Problem, problem } from '../core/problem.ts';
import { optionNames } from '../text/option-names.ts';
import type { Act } from './adapter.ts';
import type { Command, Context, Subcommand, Who } from './command.ts';
import { type Form, readFormId } from './form.ts';
import { openForm } from './open-form.ts';
import { checkOptions } from './read-options.ts';
import { type Reply, readPress, type Visibility } from './reply.ts';
import { readTyped, readValue } from './text-options.ts';

/** What has to be done for an act, found without waiting for anything. `label` names it in logs and metrics. */
export type Task = { readonly label: string; readonly who?: Who | undefined } & (
  | {
      readonly kind: 'answer';
      readonly visibility: Visibility;
      readonly changesNothing: boolean;
      handle(context: Context): Promise<Reply> | Reply;
    }
  | { readonly kind: 'form'; open(context: Context): Promise<Form> }
  | { readonly kind: 'refuse'; readonly problems: readonly Problem[] }
  /** Of a form that was sent in: one problem a field. */
  | { readonly kind: 'refuse-fields'; readonly problems: Readonly<Record<string, Problem>> }
);

/** Who handles this? Pure, so that a platform can be answered before any work begins. */
export function route(act: Act, commands: readonly Command[]): Task {
  switch (act.kind) {
    case 'typed':
      return routeTyped(act.line, act.files, commands);
    case 'chosen': {
      const command = findCommand(commands, act.command);
      return command
        ? routeOptions(command, act.subcommand, act.options)
        : refuse(noCommand(act.command, commands));
    }
    case 'form':
      return routeForm(act.form, act.values, commands);
    case 'button':
      return routePress(act.press, commands);
    case 'message-action': {
      const action = commands
        .flatMap((command) => command.messageActions ?? [])
        .find(({ name }) => name === act.action);
      if (!action) return refuse(problem('command.gone', 'error'));
      const handle = (context: Context) => action.handle(act.message, context);
      const about = { label: act.action, who: action.who, visibility: 'private' as const };
      return { ...about, kind: 'answer', changesNothing: action.changesNothing ?? false, handle };
    }
  }
}

function findCommand(commands: readonly Command[], name: string): Command | undefined {
  return commands.find((command) => command.name === name);
}

/** What an id from outside names, and nothing that every object has: `constructor` is no subcommand. */
function own<T>(record: Readonly<Record<string, T>> | undefined, key: string): T | undefined {
  return record && Object.hasOwn(record, key) ? record[key] : undefined;
}

function routeTyped(
  line: string,
  files: Parameters<typeof readTyped>[1],
  commands: readonly Command[],
): Task {
  const typed = readTyped(line, files, commands, optionNames);
  switch (typed.kind) {
    case 'found':
      if (files.length > 1) return refuse(problem('file.several', 'error', { count: files.length }));
      return routeOptions(typed.command, typed.name, typed.options);
    case 'no-option': {
      const options = Object.keys(typed.subcommand.options).map((option) => `${option}:`);
      return refuse(problem('option.unknown', 'error', { typed: `${typed.typed}:`, options }));
    }
    case 'no-subcommand':
      return refuse(noSubcommand(typed.command, typed.typed));
    case 'no-command':
      return refuse(noCommand(typed.typed, commands));
  }
}

/** Without any option, a subcommand that has a form opens it. */
function routeOptions(command: Command, name: string, given: Readonly<Record<string, unknown>>): Task {
  const subcommand = own(command.subcommands, name);
  if (!subcommand) return refuse(noSubcommand(command, name));
  const { options, form: outline, who } = subcommand;
  const label = `${command.name} ${name}`;
  if (outline && Object.keys(given).length === 0) {
    const source = { command: command.name, name, options, outline };
    return { kind: 'form', label, who, open: (context) => openForm(source, context) };
  }
  const checked = checkOptions(subcommand, given);
  if (!checked.ok) return { kind: 'refuse', label, problems: Object.values(checked.problems) };
  return answerWith(label, subcommand, checked.input);
}

function routeForm(
  id: string,
  values: Readonly<Record<string, unknown>>,
  commands: readonly Command[],
): Task {
  const { command: commandName, subcommand: name, settled } = readFormId(id);
  const command = findCommand(commands, commandName);
  const subcommand = own(command?.subcommands, name);
  if (!command || !subcommand) return refuse(problem('command.gone', 'error'));
  const checked = checkOptions(subcommand, readValues({ ...values, ...settled }, subcommand));
  const label = `${commandName} ${name}`;
  if (checked.ok) return answerWith(label, subcommand, checked.input);
  return { kind: 'refuse-fields', label, problems: checked.problems };
}

/** Fields hand over text, whatever the option is made of. */
function readValues(
  values: Readonly<Record<string, unknown>>,
  { options }: Subcommand,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const option = own(options, name);
      return [name, option && typeof value === 'string' ? readValue(value, option) : value];
    }),
  );
}

function answerWith(label: string, subcommand: Subcommand, input: Readonly<Record<string, unknown>>): Task {
  return {
    kind: 'answer',
    label,
    who: subcommand.who,
    visibility: subcommand.visibility ?? 'private',
    changesNothing: subcommand.changesNothing ?? false,
    handle: (context) => subcommand.handle(input, context),
  };
}

function routePress(press: string, commands: readonly Command[]): Task {
  const { command, button, value } = readPress(press);
  const handler = own(findCommand(commands, command)?.buttons, button);
  if (!handler) return refuse(problem('command.gone', 'error'));
  const about = { label: `${command}:${button}`, who: handler.who };
  if ('form' in handler) return { ...about, kind: 'form', open: (context) => handler.form(value, context) };
  const handle = (context: Context) => handler.handle(value, context);
  const { visibility = 'private', changesNothing = false } = handler;
  return { ...about, kind: 'answer', visibility, changesNothing, handle };
}

function refuse(refused: Problem): Task {
  return { kind: 'refuse', label: 'none', problems: [refused] };
}

function noCommand(typed: string, commands: readonly Command[]): Problem {
  const known = commands.map((command) => `/${command.name}`);
  if (typed === '') return problem('command.missing', 'error', { commands: known });
  return problem('command.unknown', 'error', { typed: brief(typed), commands: known });
}

function noSubcommand(command: Command, typed: string): Problem {
  const known = Object.keys(command.subcommands).map((name) => `/${command.name} ${name}`);
  if (typed === '')
    return problem('command.incomplete', 'error', { command: `/${command.name}`, commands: known });
  return problem('command.unknown', 'error', { typed: `${command.name} ${brief(typed)}`, commands: known });
}

/** Enough to recognize what one has typed; somebody pastes a page. */
function brief(typed: string): string {
  const start = [...typed].slice(0, 40).join('');
  return start === typed ? typed : `${start}…`;
}

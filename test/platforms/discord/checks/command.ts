import { asJson, asList, isJson, type Json } from '../json.ts';
import { Form } from './form.ts';

/** The locales in Discord's reference; anything else in a dictionary of translations is refused. */
const LOCALES: readonly string[] = [
  ...['id', 'da', 'de', 'en-GB', 'en-US', 'es-ES', 'es-419', 'fr', 'hr', 'it', 'lt', 'hu', 'nl', 'no'],
  ...['pl', 'pt-BR', 'ro', 'fi', 'sv-SE', 'vi', 'tr', 'cs', 'el', 'bg', 'ru', 'uk', 'hi', 'th'],
  ...['zh-CN', 'ja', 'zh-TW', 'ko'],
];

const CHAT = 1;
const SUBCOMMAND = 1;
const GROUP = 2;
const STRING = 3;
const INTEGER = 4;
const CHANNEL = 7;
const NUMBER = 10;
const ATTACHMENT = 11;
const NAME = /^[-_'\p{L}\p{N}\p{sc=Deva}\p{sc=Thai}]{1,32}$/u;
const COMMAND_CHARACTERS_MAX = 8000;

function checkName(form: Form, path: string, value: unknown, pattern: RegExp | undefined): void {
  form.text(path, value, { min: 1, max: 32, required: true });
  if (typeof value !== 'string' || !pattern) return;
  if (!pattern.test(value) || value !== value.toLowerCase()) {
    form.fail(path, 'APPLICATION_COMMAND_INVALID_NAME', 'Command name is invalid');
  }
}

function eachLocale(form: Form, path: string, value: unknown, check: (text: unknown, path: string) => void) {
  for (const [locale, text] of Object.entries(asJson(value))) {
    if (!LOCALES.includes(locale)) {
      form.fail(`${path}.${locale}`, 'BASE_TYPE_CHOICES', `"${locale}" is not a known locale`);
    } else if (text !== null) {
      check(text, `${path}.${locale}`);
    }
  }
}

function checkNaming(form: Form, thing: Json, path: string, pattern: RegExp | undefined): void {
  const at = (key: string) => (path ? `${path}.${key}` : key);
  checkName(form, at('name'), thing.name, pattern);
  eachLocale(form, at('name_localizations'), thing.name_localizations, (text, place) =>
    checkName(form, place, text, pattern),
  );
}

function checkDescription(form: Form, thing: Json, path: string): void {
  const at = (key: string) => (path ? `${path}.${key}` : key);
  form.text(at('description'), thing.description, { min: 1, max: 100, required: true });
  eachLocale(form, at('description_localizations'), thing.description_localizations, (text, place) =>
    form.text(place, text, { min: 1, max: 100 }),
  );
}

/** Siblings must differ in every language, where a missing translation stands for the default name. */
function checkDistinct(form: Form, siblings: readonly Json[], path: string): void {
  for (const locale of ['default', ...LOCALES]) {
    const seen = new Set<unknown>();
    siblings.forEach((thing, index) => {
      const name = asJson(thing.name_localizations)[locale] ?? thing.name;
      if (seen.has(name)) {
        form.fail(
          `${path}.${index}.name`,
          'APPLICATION_COMMAND_OPTIONS_NAME_INVALID',
          `Name "${name}" is used twice (${locale})`,
        );
      }
      seen.add(name);
    });
  }
}

function checkChoices(form: Form, option: Json, path: string): void {
  form.list(`${path}.choices`, option.choices, { max: 25 }, (choice, place) => {
    form.text(`${place}.name`, choice.name, { min: 1, max: 100, required: true });
    eachLocale(form, `${place}.name_localizations`, choice.name_localizations, (text, at) =>
      form.text(at, text, { min: 1, max: 100 }),
    );
    if (option.type === STRING) form.text(`${place}.value`, choice.value, { max: 100, required: true });
    else if (typeof choice.value !== 'number')
      form.fail(`${place}.value`, 'NUMBER_TYPE_COERCE', 'Not a number');
  });
  if (option.autocomplete && asList(option.choices).length > 0) {
    form.fail(path, 'APPLICATION_COMMAND_AUTOCOMPLETE_CHOICES', 'Autocomplete excludes choices');
  }
}

function checkOption(form: Form, option: Json, path: string, depth: number): void {
  checkNaming(form, option, path, NAME);
  checkDescription(form, option, path);
  const types = depth === 0 ? [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11] : [3, 4, 5, 6, 7, 8, 9, 10, 11];
  form.oneOf(`${path}.type`, option.type, depth === 1 && option.type === SUBCOMMAND ? [SUBCOMMAND] : types);
  if (option.type === SUBCOMMAND) checkOptions(form, option.options, path, 2);
  if (option.type === GROUP) checkOptions(form, option.options, path, 1);
  const takesChoices = [STRING, INTEGER, NUMBER].includes(Number(option.type));
  if (takesChoices) checkChoices(form, option, path);
  if (!takesChoices && (option.choices || option.autocomplete)) {
    form.fail(path, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'This type takes no choices');
  }
  if (option.type === STRING) {
    form.whole(`${path}.min_length`, option.min_length, { min: 0, max: 6000 });
    form.whole(`${path}.max_length`, option.max_length, { min: 1, max: 6000 });
  }
  if (option.channel_types && option.type !== CHANNEL) {
    form.fail(`${path}.channel_types`, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Channels only');
  }
  for (const type of asList(option.file_types)) {
    form.text(`${path}.file_types`, type, { min: 2, max: 100, required: true });
    if (option.type !== ATTACHMENT) form.fail(`${path}.file_types`, 'BASE_TYPE_CHOICES', 'Attachments only');
  }
}

/** Depth 0: directly in the command; 1: in a group; 2: in a subcommand. */
function checkOptions(form: Form, value: unknown, path: string, depth: number): void {
  const place = path ? `${path}.options` : 'options';
  const options = asList(value).filter(isJson);
  form.list(place, value, { max: 25 }, (option, at) => checkOption(form, option, at, depth));
  checkDistinct(form, options, place);
  const nested = options.filter((option) => option.type === SUBCOMMAND || option.type === GROUP);
  if (nested.length > 0 && nested.length < options.length) {
    form.fail(place, 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', 'Subcommands stand alone');
  }
  options.forEach((option, index) => {
    if (option.required && options.slice(0, index).some((earlier) => !earlier.required)) {
      form.fail(
        `${place}.${index}`,
        'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID',
        'Required options must be placed before non-required options',
      );
    }
  });
}

/** Length of a field in its longest language. */
function longest(text: unknown, translations: unknown): number {
  const all = [text, ...Object.values(asJson(translations))];
  return Math.max(...all.map((value) => (typeof value === 'string' ? value.length : 0)));
}

/** Characters that count toward the 8000 of one command: names, descriptions and choices, nested ones too. */
export function commandSize(thing: Json): number {
  const own =
    longest(thing.name, thing.name_localizations) +
    longest(thing.description, thing.description_localizations);
  const choices = asList(thing.choices)
    .map(asJson)
    .reduce(
      (sum, choice) =>
        sum +
        longest(choice.name, choice.name_localizations) +
        (typeof choice.value === 'string' ? choice.value.length : 0),
      0,
    );
  return asList(thing.options)
    .map(asJson)
    .reduce((sum, option) => sum + commandSize(option), own + choices);
}

/** One command of a registration request, by Discord's published rules. */
export function checkCommand(command: Json): void {
  const form = new Form();
  const type = command.type ?? CHAT;
  form.oneOf('type', type, [1, 2, 3]);
  checkNaming(form, command, '', type === CHAT ? NAME : undefined);
  if (type === CHAT) {
    checkDescription(form, command, '');
    checkOptions(form, command.options, '', 0);
  } else {
    if (command.description) {
      form.fail('description', 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_CANNOT_BE_SET', 'Must be empty');
    }
    if (asList(command.options).length > 0) form.fail('options', 'BASE_TYPE_BAD_LENGTH', 'Must be empty');
  }
  for (const place of asList(command.integration_types)) form.oneOf('integration_types', place, [0, 1]);
  for (const place of asList(command.contexts)) form.oneOf('contexts', place, [0, 1, 2]);
  if (commandSize(command) > COMMAND_CHARACTERS_MAX) {
    form.fail(
      '',
      'APPLICATION_COMMAND_TOO_LARGE',
      `Command exceeds maximum size (${COMMAND_CHARACTERS_MAX})`,
    );
  }
  form.done();
}

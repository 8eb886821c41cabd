import {
  ApplicationCommandOptionType,
  ApplicationCommandType,
  ApplicationIntegrationType,
  Locale as DiscordLocale,
  InteractionContextType,
  type RESTPostAPIApplicationCommandsJSONBody,
} from 'discord.js';
import type { Command, MessageActionHandler, Option, OptionKind, Subcommand } from '../../bot/command.ts';
import { isRequired } from '../../bot/read-options.ts';
import { messagesIn, optionNamesIn, type Translated, translated } from '../../text/languages.ts';
import { nearestLocale } from '../../text/locale.ts';
import { cutText } from './cut.ts';
import { LIMITS } from './limits.ts';

type Translations = Readonly<Record<string, string>>;

/** An option of a command as Discord takes it, with what this bot uses of it. */
type OptionJson = {
  readonly type: ApplicationCommandOptionType;
  readonly name: string;
  readonly name_localizations?: Translations;
  readonly description: string;
  readonly description_localizations?: Translations;
  readonly required?: boolean;
  readonly autocomplete?: boolean;
  readonly choices?: readonly ChoiceJson[];
  readonly options?: readonly OptionJson[];
};

type ChoiceJson = {
  readonly name: string;
  readonly name_localizations?: Translations;
  readonly value: string;
};

/** What Discord calls the languages that we speak; some under several names, some not at all. */
const DISCORD_LOCALES: ReadonlyMap<string, readonly DiscordLocale[]> = Map.groupBy(
  Object.values(DiscordLocale),
  (code) => nearestLocale(code) ?? '',
);

const TYPES: Readonly<Record<OptionKind, ApplicationCommandOptionType>> = {
  text: ApplicationCommandOptionType.String,
  number: ApplicationCommandOptionType.Number,
  choice: ApplicationCommandOptionType.String,
  person: ApplicationCommandOptionType.User,
  channel: ApplicationCommandOptionType.Channel,
  date: ApplicationCommandOptionType.String,
  file: ApplicationCommandOptionType.Attachment,
};

/** Where commands work: in servers, in direct messages, and wherever a person has brought the app along. */
const EVERYWHERE = {
  integration_types: [ApplicationIntegrationType.GuildInstall, ApplicationIntegrationType.UserInstall],
  contexts: [
    InteractionContextType.Guild,
    InteractionContextType.BotDM,
    InteractionContextType.PrivateChannel,
  ],
};

/** All that is registered at Discord: a slash command for each of ours, and the entries of the message menu. */
export function describeCommands(
  commands: readonly Command[],
): readonly RESTPostAPIApplicationCommandsJSONBody[] {
  const chat = commands.map(describeCommand);
  const menu = commands.flatMap(({ messageActions }) => messageActions ?? []).map(describeAction);
  return [...chat, ...menu];
}

/** Options stand right at a command whose subcommand has no word of its own. */
function isSingle({ flat }: Command): boolean {
  return flat === true;
}

function describeCommand(command: Command): RESTPostAPIApplicationCommandsJSONBody {
  const subcommands = Object.entries(command.subcommands);
  const [only] = subcommands;
  const options =
    isSingle(command) && only
      ? describeOptions(only[1])
      : subcommands.map(([name, subcommand]) => ({
          type: ApplicationCommandOptionType.Subcommand,
          name,
          ...described(subcommand.description),
          options: describeOptions(subcommand),
        }));
  const json = {
    type: ApplicationCommandType.ChatInput,
    name: command.name,
    ...described(command.description),
  };
  return { ...json, options, ...EVERYWHERE } as RESTPostAPIApplicationCommandsJSONBody;
}

function describeAction({ name }: MessageActionHandler): RESTPostAPIApplicationCommandsJSONBody {
  const translations = translate(name, LIMITS.description);
  return {
    type: ApplicationCommandType.Message,
    name,
    ...(translations && { name_localizations: translations }),
    ...EVERYWHERE,
  };
}

/** Those that must be given come first, as Discord demands. A form asks for what is missing, so then none must. */
function describeOptions({ options, form }: Subcommand): readonly OptionJson[] {
  const described = Object.entries(options).map(([name, option]) =>
    describeOption(name, option, form !== undefined),
  );
  return [...described.filter(({ required }) => required), ...described.filter(({ required }) => !required)];
}

function describeOption(name: string, option: Option, hasForm: boolean): OptionJson {
  const names = translatedNames(name);
  const choices = option.choices ?? [];
  const isShort = choices.length > 0 && choices.length <= LIMITS.choices;
  return {
    type: TYPES[option.kind ?? 'text'],
    name,
    ...(names && { name_localizations: names }),
    ...described(option.description),
    ...(!hasForm && isRequired(option) && { required: true }),
    ...(isShort && { choices: choices.map(describeChoice) }),
    ...((option.suggest || choices.length > LIMITS.choices) && { autocomplete: true }),
  };
}

function describeChoice({ value, label }: { value: string; label: string }): ChoiceJson {
  const translations = translate(label, LIMITS.choice);
  const name = cutText(label, LIMITS.choice);
  return { name, value, ...(translations && { name_localizations: translations }) };
}

function described(description: string) {
  const translations = translate(description, LIMITS.description);
  return { description, ...(translations && { description_localizations: translations }) };
}

/** The translations of an English text without values or styles, by Discord's locales; null where there is none. */
function translate(english: string, limit: number): Translations | null {
  return byLocale((locale) => {
    const text = messagesIn(locale)[english];
    return text === undefined || text === english ? undefined : cutText(text, limit);
  });
}

function translatedNames(name: string): Translations | null {
  return byLocale((locale) => optionNamesIn(locale)[name]);
}

function byLocale(say: (locale: Translated) => string | undefined): Translations | null {
  const entries = translated.flatMap((locale) => {
    const text = say(locale);
    return text === undefined ? [] : (DISCORD_LOCALES.get(locale) ?? []).map((code) => [code, text] as const);
  });
  return entries.length === 0 ? null : Object.fromEntries(entries);
}

import { z } from 'zod';
import type { Finding, Suggestion } from '../src/bot/adapter.ts';
import {
  type Changes,
  type Choices,
  type Command,
  type Context,
  defineCommand,
  subcommand,
} from '../src/bot/command.ts';
import { mustBeAllowed } from '../src/bot/permissions.ts';
import { isRequired } from '../src/bot/read-options.ts';
import type { Line, Reply } from '../src/bot/reply.ts';
import { inLanguage } from '../src/core/data/localized.ts';
import { quickAnswers } from '../src/core/data/quick-answers.ts';
import { completeTimeZone, nearTimeZones, readTimeZone } from '../src/core/time-zones.ts';
import { say as spokenOfPeople } from '../src/people/say.ts';
import { withEnglish } from '../src/rights/translated.ts';
import { personButtons, personSubcommands } from '../src/splits/people-commands.ts';
import { type Locale, languageNames, locales } from '../src/text/locale.ts';
import { code, plain } from '../src/text/spans.ts';
import { translator } from '../src/text/translate.ts';

const say = {
  ...spokenOfPeople,
  helpTitle: 'Splitproof keeps a music team’s rights paperwork straight',
  helpMore: 'One command in detail: <code>/splitproof help isrc</code>',
  helpEverywhere:
    'In a thread, mention the bot instead of typing a slash. Where another app owns a short name, put <code>/splitproof</code> in front.',
  helpMenu: 'In the menu of a message: <b>{action}</b>',
  helpCommand: '<code>/{name}</code>: {description}',
  optionNeeded: 'needed',
  optionFree: 'may be left out',
  option: '<code>{name}</code> ({need}): {description}',
  helpSeveral: 'Commands that have <code>{name}</code>',
  noCommand: 'There is no command <code>{name}</code>',
  settingsTitle: 'Saved',
  settingsShown: 'What is set now',
  settingsFormTitle: 'Settings',
  settingsSave: 'Save',
  mine: 'For you',
  teams: 'For the team',
  languageLabel: 'Language',
  timeZoneLabel: 'Time zone',
  timeZoneHint: 'For example Asia/Taipei or Europe/Berlin; auto is as the platform says',
  asPlatform: 'As the platform says',
  whoseLabel: 'For whom',
  notSet: 'not set',
  timeZoneUnknown: 'There is no time zone called <code>{text}</code>',
  timeZoneNear: 'Perhaps one of these: {names}',
  timeZoneNext: 'Names are written as in Asia/Taipei. Nothing was changed.',
  doctorGood: 'Everything that can be looked at from here is in order',
  doctorBad: '{count, plural, one {One thing stands} other {# things stand}} in the way',
  doctorCaution:
    '{count, plural, one {One thing deserves} other {# things deserve}} a look; nothing stands in the way',
  version: 'Splitproof {version}',
};

/** Takes a choice back: then the platform's word holds again, or the team's. */
const AUTO = 'auto';

/** As platforms and people call them, beside their own names. */
const LANGUAGE_TAGS: Readonly<Record<string, readonly string[]>> = {
  en: ['en-US', 'en-GB', '英文'],
  'zh-Hant': ['zh', 'zh-TW', 'zh-HK', 'zh_TW', '中文', 'Chinese', 'Traditional Chinese'],
  'zh-Hans': ['zh-CN', 'zh-SG', 'zh_CN', 'Simplified Chinese'],
  ja: ['ja-JP', 'Japanese'],
  ko: ['ko-KR', 'Korean'],
  'pt-BR': ['pt', 'pt_BR', 'Português', 'Portuguese', 'Brazilian Portuguese'],
  es: ['es-ES', 'es-419', 'es-MX', 'Spanish', 'Castellano'],
  ru: ['ru-RU', 'Russian'],
  tr: ['tr-TR', 'Turkish'],
  id: ['in', 'id-ID', 'Indonesia', 'Indonesian'],
  ar: ['ar-SA', 'ar-EG', 'Arabic'],
};

export default defineCommand({
  name: 'splitproof',
  description: 'Help, settings and a look at the set-up',
  say,
  subcommands: {
    help: subcommand({
      description: 'What can be done here, or how one command works',
      options: { command: { schema: z.string().max(40).optional(), description: 'One command, as in isrc' } },
      changesNothing: true,
      handle: ({ command }, context) =>
        command === undefined ? helpAll(context) : helpOne(command, context),
    }),
    settings: subcommand({
      description: 'Your language and time zone, or the team’s',
      options: {
        language: {
          kind: 'choice',
          choices: [
            { value: AUTO, label: say.asPlatform },
            ...locales.map((value) => ({
              value,
              label: languageNames[value],
              also: LANGUAGE_TAGS[value] ?? [],
            })),
          ],
          schema: z.enum([AUTO, ...locales]).optional(),
          description: 'The language to be answered in',
        },
        timezone: {
          schema: z.string().max(64).optional(),
          description: 'The time zone to show times in, as in Asia/Taipei',
          suggest: suggestTimeZones,
        },
        for: {
          kind: 'choice',
          choices: [
            { value: 'me', label: say.mine },
            { value: 'team', label: say.teams },
          ],
          schema: z.enum(['me', 'team']).default('me'),
          description: 'For you alone, or for the whole team (admins)',
        },
      },
      form: {
        title: say.settingsFormTitle,
        submit: say.settingsSave,
        fields: [
          { option: 'language', kind: 'choice', label: say.languageLabel },
          { option: 'timezone', kind: 'short', label: say.timeZoneLabel, hint: say.timeZoneHint },
          { option: 'for', kind: 'choice', label: say.whoseLabel },
        ],
        prefill: ownChoices,
      },
      handle: saveSettings,
    }),
    doctor: subcommand({
      description: 'Name what is missing in the set-up, and how to put it right',
      options: {},
      changesNothing: true,
      handle: diagnose,
    }),
    ...personSubcommands,
  },
  buttons: personButtons,
});

function helpAll(context: Context): Reply {
  const { t, locale, house } = context;
  const list: Line[] = house.commands.flatMap((command) =>
    Object.entries(command.subcommands).map(([name, { description }]) => ({
      text: t(say.helpCommand, { name: pathOf(command, name), description: t(description) }),
    })),
  );
  const menus = house.commands.flatMap((command) => command.messageActions ?? []);
  return withEnglish(
    {
      tone: 'plain',
      title: t(say.helpTitle),
      list: [...list, ...menus.map(({ name }) => ({ text: t(say.helpMenu, { action: t(name) }) }))],
      text: [t(say.helpMore), t(say.helpEverywhere)],
      notices: [inLanguage(quickAnswers().education, locale), t(say.version, { version: house.version })],
    },
    context,
  );
}

function helpOne(typed: string, { t, house }: Context): Reply {
  const name = typed.trim().replace(/^\//, '').toLowerCase().split(/\s/)[0] ?? '';
  const named = house.commands.filter((command) => command.name === name);
  const having = house.commands.filter(({ subcommands }) => Object.hasOwn(subcommands, name));
  const [command, second] = named.length > 0 ? named : having;
  if (!command) {
    return {
      tone: 'bad',
      title: t(say.noCommand, { name: typed }),
      list: house.commands.map((known) => ({ text: code(`/${known.name}`) })),
    };
  }
  if (!second) return { tone: 'plain', title: t(command.description), list: linesOf(command, t) };
  return {
    tone: 'plain',
    title: t(say.helpSeveral, { name }),
    list: having.flatMap((one) => linesOf(one, t, name)),
  };
}

/** How a command is typed: all its subcommands with their options, or `only` one of them. */
function linesOf(command: Command, t: Context['t'], only?: string): readonly Line[] {
  const shown = Object.entries(command.subcommands).filter(([name]) => only === undefined || name === only);
  return shown.flatMap(([name, { description, options }]): Line[] => [
    { text: t(say.helpCommand, { name: pathOf(command, name), description: t(description) }) },
    ...Object.entries(options).map(([option, spec]) => ({
      text: t(say.option, {
        name: option,
        need: t(isRequired(spec) ? say.optionNeeded : say.optionFree),
        description: t(spec.description),
      }),
    })),
  ]);
}

/** What has to be typed. */
function pathOf(command: Command, subcommandName: string): string {
  return command.flat ? command.name : `${command.name} ${subcommandName}`;
}

type SettingsInput = {
  readonly language: Locale | typeof AUTO | undefined;
  readonly timezone: string | undefined;
  readonly for: 'me' | 'team';
};

/**
 * What the asker has chosen, never what merely applies: a form that is sent in must pin nothing that nobody chose.
 * An admin's own choices stay out as well, for the same form can be sent in for the team.
 */
async function ownChoices({ asker, house }: Context) {
  const whose = { for: 'me' };
  if (asker.admin === true) return whose;
  const { language, timeZone } = await house.settings.ofAccount(asker.platform, asker.space, asker.account);
  return {
    ...whose,
    ...(language === undefined ? {} : { language }),
    ...(timeZone === undefined ? {} : { timezone: timeZone }),
  };
}

async function saveSettings(input: SettingsInput, context: Context): Promise<Reply> {
  const { asker, house } = context;
  const { settings } = house;
  const { language, timezone = '' } = input;
  const takenBack = timezone.trim().toLowerCase() === AUTO;
  const timeZone = takenBack ? null : readTimeZone(timezone);
  if (timezone !== '' && timeZone === null && !takenBack) return noSuchTimeZone(timezone, context);
  const changes: Changes = {
    ...(language === undefined ? {} : { language: language === AUTO ? null : language }),
    ...(timezone === '' ? {} : { timeZone }),
  };
  const some = Object.keys(changes).length > 0;
  if (input.for === 'team') mustBeAllowed('admin', asker);
  if (some && input.for === 'team') await settings.saveTeam(asker.team, changes);
  if (some && input.for === 'me')
    await settings.saveAccount(asker.platform, asker.space, asker.account, changes);
  const mine = await settings.ofAccount(asker.platform, asker.space, asker.account);
  const teams = await settings.ofTeam(asker.team);
  // Whoever has just chosen a language is answered in it.
  const t = mine.language === undefined ? context.t : translator(mine.language, context.timeZone);
  return {
    tone: some ? 'good' : 'plain',
    title: t(some ? say.settingsTitle : say.settingsShown),
    facts: [
      { label: t(say.mine), value: describe(mine, t) },
      { label: t(say.teams), value: describe(teams, t) },
    ],
  };
}

function describe({ language, timeZone }: Choices, t: Context['t']) {
  const parts = [language && languageNames[language], timeZone].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : t(say.notSet);
}

async function suggestTimeZones(typed: string, { t }: Context): Promise<readonly Suggestion[]> {
  const names = completeTimeZone(typed, 25).map((value) => ({ value, label: value }));
  const begun = AUTO.startsWith(typed.trim().toLowerCase());
  return begun ? [{ value: AUTO, label: plain(t(say.asPlatform)) }, ...names.slice(0, 24)] : names;
}

function noSuchTimeZone(text: string, { t }: Context): Reply {
  const near = nearTimeZones(text, 3);
  return {
    tone: 'bad',
    title: t(say.timeZoneUnknown, { text }),
    text: [...(near.length > 0 ? [t(say.timeZoneNear, { names: near })] : []), t(say.timeZoneNext)],
  };
}

async function diagnose(_input: object, { t, asker, house }: Context): Promise<Reply> {
  const findings = await house.diagnose(asker);
  const count = (tone: Finding['tone']) => findings.filter((finding) => finding.tone === tone).length;
  const verdict = verdictOf(count('bad'), count('caution'));
  return {
    tone: verdict.tone,
    title: t(verdict.message, { count: verdict.count }),
    list: findings.map(({ tone, message, values, fix }) => ({
      tone,
      text: [...t(message, values), ...(fix === undefined ? [] : [{ text: ' → ' }, ...t(fix, values)])],
    })),
  };
}

function verdictOf(bad: number, caution: number) {
  if (bad > 0) return { tone: 'bad', message: say.doctorBad, count: bad } as const;
  if (caution > 0) return { tone: 'caution', message: say.doctorCaution, count: caution } as const;
  return { tone: 'good', message: say.doctorGood, count: 0 } as const;
}

import { z } from 'zod';
import type { Finding } from '../src/bot/adapter.ts';
import { type Choices, type Command, type Context, defineCommand, subcommand } from '../src/bot/command.ts';
import { mustBeAllowed } from '../src/bot/permissions.ts';
import { isRequired } from '../src/bot/read-options.ts';
import type { Line, Reply } from '../src/bot/reply.ts';
import { isTimeZone } from '../src/store/settings.ts';
import { type Locale, locales } from '../src/text/locale.ts';
import { code } from '../src/text/spans.ts';

const say = {
  helpTitle: 'Splitproof keeps a music team’s rights paperwork straight',
  helpMore: 'One command in detail: <code>/splitproof help isrc</code>',
  helpEverywhere:
    'In a thread, mention the bot instead of typing a slash. Where another app owns a short name, put <code>/splitproof</code> in front.',
  helpMenu: 'In the menu of a message: <b>{action}</b>',
  helpCommand: '<code>/{name}</code>: {description}',
  education:
    'Education for producers, not legal advice. For a signed deal, a dispute, a takedown or high-value sync, ask a qualified music lawyer in the territory concerned.',
  optionNeeded: 'needed',
  optionFree: 'may be left out',
  option: '<code>{name}</code> ({need}): {description}',
  noCommand: 'There is no command <code>{name}</code>',
  settingsTitle: 'Saved',
  settingsShown: 'What is set now',
  settingsFormTitle: 'Settings',
  settingsSave: 'Save',
  mine: 'For you',
  teams: 'For the team',
  languageLabel: 'Language',
  timeZoneLabel: 'Time zone',
  timeZoneHint: 'For example Asia/Taipei or Europe/Berlin',
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

const LANGUAGE_NAMES: Readonly<Record<Locale, string>> = { en: 'English', 'zh-Hant': '繁體中文' };

export default defineCommand({
  name: 'splitproof',
  description: 'Help, settings and a look at the set-up',
  say,
  subcommands: {
    help: subcommand({
      description: 'What can be done here, or how one command works',
      options: { command: { schema: z.string().max(40).optional(), description: 'One command, as in isrc' } },
      handle: ({ command }, context) =>
        command === undefined ? helpAll(context) : helpOne(command, context),
    }),
    settings: subcommand({
      description: 'Your language and time zone, or the team’s',
      options: {
        language: {
          kind: 'choice',
          choices: locales.map((value) => ({ value, label: LANGUAGE_NAMES[value] })),
          schema: z.enum(locales).optional(),
          description: 'The language to be answered in',
        },
        timezone: {
          schema: z.string().max(64).optional(),
          description: 'The time zone to show times in, as in Asia/Taipei',
          suggest: async (typed) => suggestTimeZones(typed, 25).map((value) => ({ value, label: value })),
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
        async prefill({ locale, timeZone }) {
          return { language: locale, timezone: timeZone, for: 'me' };
        },
      },
      handle: saveSettings,
    }),
    doctor: subcommand({
      description: 'Name what is missing in the set-up, and how to put it right',
      options: {},
      handle: diagnose,
    }),
  },
});

function helpAll({ t, house }: Context): Reply {
  const list: Line[] = house.commands.flatMap((command) =>
    Object.entries(command.subcommands).map(([name, { description }]) => ({
      text: t(say.helpCommand, { name: pathOf(command, name), description: t(description) }),
    })),
  );
  const menus = house.commands.flatMap((command) => command.messageActions ?? []);
  return {
    tone: 'plain',
    title: t(say.helpTitle),
    list: [...list, ...menus.map(({ name }) => ({ text: t(say.helpMenu, { action: t(name) }) }))],
    text: [t(say.helpMore), t(say.helpEverywhere)],
    notices: [t(say.education), t(say.version, { version: house.version })],
  };
}

function helpOne(typed: string, { t, house }: Context): Reply {
  const name = typed.trim().replace(/^\//, '').toLowerCase().split(/\s/)[0] ?? '';
  const command =
    house.commands.find((candidate) => candidate.name === name) ??
    house.commands.find((candidate) => candidate.subcommands[name]);
  if (!command) {
    return {
      tone: 'bad',
      title: t(say.noCommand, { name: typed }),
      list: house.commands.map((known) => ({ text: code(`/${known.name}`) })),
    };
  }
  const list = Object.entries(command.subcommands).flatMap(([sub, { description, options }]): Line[] => [
    { text: t(say.helpCommand, { name: pathOf(command, sub), description: t(description) }) },
    ...Object.entries(options).map(([option, spec]) => ({
      text: t(say.option, {
        name: option,
        need: t(isRequired(spec) ? say.optionNeeded : say.optionFree),
        description: t(spec.description),
      }),
    })),
  ]);
  return { tone: 'plain', title: t(command.description), list };
}

/** What has to be typed: a main subcommand that stands alone needs no name. */
function pathOf(command: Command, subcommandName: string): string {
  const alone = command.main === subcommandName && Object.keys(command.subcommands).length === 1;
  return alone ? command.name : `${command.name} ${subcommandName}`;
}

type SettingsInput = {
  readonly language: Locale | undefined;
  readonly timezone: string | undefined;
  readonly for: 'me' | 'team';
};

async function saveSettings(input: SettingsInput, context: Context): Promise<Reply> {
  const { t, asker, house } = context;
  const { settings } = house;
  const timeZone = input.timezone === undefined ? undefined : readTimeZone(input.timezone);
  if (timeZone === null) return noSuchTimeZone(input.timezone ?? '', context);
  const choices: Choices = {
    ...(input.language === undefined ? {} : { language: input.language }),
    ...(timeZone === undefined ? {} : { timeZone }),
  };
  const some = Object.keys(choices).length > 0;
  if (input.for === 'team') mustBeAllowed('admin', asker);
  if (some && input.for === 'team') await settings.saveTeam(asker.team, choices);
  if (some && input.for === 'me')
    await settings.saveAccount(asker.platform, asker.space, asker.account, choices);
  const mine = await settings.ofAccount(asker.platform, asker.space, asker.account);
  const teams = await settings.ofTeam(asker.team);
  return {
    tone: some ? 'good' : 'plain',
    title: t(some ? say.settingsTitle : say.settingsShown),
    facts: [
      { label: t(say.mine), value: describe(mine, context) },
      { label: t(say.teams), value: describe(teams, context) },
    ],
  };
}

function describe({ language, timeZone }: Choices, { t }: Context) {
  const parts = [language && LANGUAGE_NAMES[language], timeZone].filter((part) => part !== undefined);
  return parts.length > 0 ? parts.join(' · ') : t(say.notSet);
}

/** The proper spelling of a zone that was typed in any case or by its city alone; null when there is none. */
function readTimeZone(text: string): string | null {
  const wanted = text.trim().replaceAll(' ', '_').toLowerCase();
  const known = Intl.supportedValuesOf('timeZone');
  const exact = known.find((name) => name.toLowerCase() === wanted);
  if (exact !== undefined) return exact;
  const byCity = known.filter((name) => name.toLowerCase().endsWith(`/${wanted}`));
  if (byCity.length === 1) return byCity[0] ?? null;
  return isTimeZone(text.trim()) ? text.trim() : null;
}

function suggestTimeZones(typed: string, most: number): readonly string[] {
  const wanted = typed.trim().replaceAll(' ', '_').toLowerCase();
  const names = Intl.supportedValuesOf('timeZone').filter((name) => name.toLowerCase().includes(wanted));
  return names.slice(0, most);
}

function noSuchTimeZone(text: string, { t }: Context): Reply {
  const near = suggestTimeZones(text.slice(0, 4), 3);
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

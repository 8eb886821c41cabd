import { join } from 'node:path';
import { loadCommands } from '../../../src/bot/load.ts';
import { isObject } from '../../platforms/slack/blocks/shape.ts';
import { type Slack, startSlack } from '../../platforms/slack/slack.ts';
import type { Channel, Ephemeral, Json, Message, User } from '../../platforms/slack/world.ts';
import { type BotProcess, openBotProcess } from '../bot-process.ts';
import type { SplitStage, Stood } from '../split-story.ts';
import { applyOwnManifest, slackEmoji } from './rig.ts';

const ROOT = join(import.meta.dirname, '../../..');

const NAMES = {
  en: { ana: 'Ana', bo: 'Bo', chen: 'Chen', dee: 'Dee' },
  'zh-Hant': { ana: '美', bo: '柏宇', chen: '宸', dee: '小迪' },
} as const;

export type SlackStage = SplitStage<User, Message | Ephemeral> & {
  readonly channel: Channel;
  /** What the bot posted in the channel, oldest first. */
  ours(): readonly Message[];
};

/** A Slack whose app has what its manifest asks for and nothing else. */
export async function openSplitSlack(): Promise<{ slack: Slack; bot: BotProcess }> {
  const slack = await startSlack();
  applyOwnManifest(slack, { commands: await loadCommands(join(ROOT, 'commands')) }, 'socket');
  return { slack, bot: openBotProcess(slackProcess(slack)) };
}

export function slackProcess(slack: Slack): Readonly<Record<string, string>> {
  return {
    ADAPTERS: 'slack',
    SLACK_BOT_TOKEN: slack.botToken,
    SLACK_APP_TOKEN: slack.appToken,
    SLACK_API_URL: slack.apiUrl,
  };
}

/** A channel of its own, with four people who speak this language. */
export function setSlackStage(slack: Slack, language: 'en' | 'zh-Hant'): SlackStage {
  const locale = language === 'en' ? 'en-GB' : 'zh-TW';
  const add = (name: 'ana' | 'bo' | 'chen' | 'dee') =>
    slack.addUser({
      name: language === 'en' ? name : `${name}.tw`,
      displayName: NAMES[language][name],
      tz: 'Asia/Taipei',
      locale,
    });
  const people = { ana: add('ana'), bo: add('bo'), chen: add('chen'), dee: add('dee') };
  const name = language === 'en' ? 'beats' : 'beats-tw';
  const channel = slack.addChannel({ name, members: Object.values(people) });
  const ours = () => slack.messages(channel).filter(({ botId }) => botId !== undefined);
  const seek = async <Shown extends Message | Ephemeral>(list: () => readonly Shown[], pattern: RegExp) => {
    const look = () => list().find((shown) => pattern.test(slack.read(shown)));
    return slack.waitFor(String(pattern), look).catch((error: unknown) => {
      const seen = list().map(slack.read).join('\n---\n');
      throw new Error(`Not there: ${pattern}. There is:\n${seen}`, { cause: error });
    });
  };
  const messageOf = (shown: Message | Ephemeral) => shown as Message;

  return {
    people,
    language,
    channel,
    ours,
    nameOf: ({ displayName }) => displayName,
    mention: (user) => `@${user.name}`,
    propose: (by, { title, composition, master }) =>
      slack.command(
        by,
        channel,
        '/split',
        `new title: "${title}" composition: "${composition}" master: "${master}"`,
      ),
    posted: (pattern) => seek(ours, pattern),
    told: (user, pattern) => seek(() => slack.directs(user), pattern),
    answered: (user, pattern) => seek(() => slack.ephemerals(user), pattern),
    read: slack.read,
    shows: (shown, pattern) => seek(() => [shown], pattern),
    react: (user, shown, emoji) => slack.react(user, messageOf(shown), slackEmoji(emoji)),
    press: (user, shown, button) => slack.click(user, shown, button),
    async fill(user, shown, button, change) {
      await slack.click(user, shown, button);
      await sendForm(slack, user, change);
    },
    filesOf: (user) =>
      slack
        .directs(user)
        .flatMap(({ files }) => files)
        .map((id) => ({ name: slack.world.files.get(id)?.name ?? '', text: slack.fileText(id) })),
    until: (what, check) => slack.waitFor(what, check),
  };
}

/** Send in the form in front of somebody, once it is there. */
export async function sendForm(
  slack: Slack,
  user: User,
  change: (stood: Stood) => Stood | Promise<Stood>,
): Promise<void> {
  const { view } = await slack.waitFor('the form', () => {
    const top = slack.views(user).at(-1);
    return inputsOf(top?.view).length > 0 && top;
  });
  const inputs = inputsOf(view);
  const wanted = await change(
    Object.fromEntries(inputs.map((element) => [nameOf(element), stoodIn(element)])),
  );
  const values = inputs.flatMap((element): [string, Json][] => {
    const value = wanted[nameOf(element)];
    if (value === undefined) return [];
    const isChoice = element.type === 'static_select';
    return [[nameOf(element), isChoice ? { selected_option: { value } } : { value: value || null }]];
  });
  await slack.submitView(user, Object.fromEntries(values));
}

function inputsOf(view: Json | undefined): readonly Json[] {
  const blocks = Array.isArray(view?.blocks) ? view.blocks.filter(isObject) : [];
  return blocks.flatMap(({ element }) => (isObject(element) ? [element] : []));
}

function nameOf(element: Json): string {
  return String(element.action_id);
}

function stoodIn({ initial_value, initial_option }: Json): string {
  return isObject(initial_option) ? String(initial_option.value) : String(initial_value ?? '');
}

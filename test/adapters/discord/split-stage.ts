import { type Discord, startDiscord } from '../../platforms/discord/discord.ts';
import { asJson, asList, type Json } from '../../platforms/discord/json.ts';
import type { Channel, Guild, Message, User } from '../../platforms/discord/things.ts';
import type { FieldValue } from '../../platforms/discord/user/fields.ts';
import type { Sent } from '../../platforms/discord/user/handle.ts';
import { type BotProcess, openBotProcess } from '../bot-process.ts';
import type { SplitStage, Stood } from '../split-story.ts';
import { shown } from './rig.ts';

const NAMES = {
  en: ['Ana', 'Bo', 'Chen', 'Dee'],
  'zh-Hant': ['美', '柏宇', '宸', '小迪'],
} as const;
const NEXT_PAGE = { en: 'Next page', 'zh-Hant': '下一頁' } as const;

const STRING_SELECT = 3;
const PATIENCE_MS = 15_000;

export type DiscordStage = SplitStage<User, Message> & {
  readonly channel: Channel;
  /** What the bot posted in the channel, oldest first. */
  ours(): readonly Message[];
  /** Fill in a form page by page, once it has opened. */
  send(sent: Sent, change: (stood: Stood) => Stood | Promise<Stood>): Promise<void>;
};

export async function openSplitDiscord(): Promise<{ discord: Discord; guild: Guild; bot: BotProcess }> {
  // A restart in a test comes sooner after the start than Discord lets anybody identify again.
  const discord = await startDiscord({ patienceMs: PATIENCE_MS, throttlesIdentify: false });
  const guild = discord.guild('Night Bus Records');
  return { discord, guild, bot: openBotProcess(discordProcess(discord)) };
}

export function discordProcess(discord: Discord): Readonly<Record<string, string>> {
  return { ADAPTERS: 'discord', DISCORD_TOKEN: discord.token, DISCORD_API_URL: discord.apiUrl };
}

/** A channel of its own, with four people who speak this language. */
export function setDiscordStage(discord: Discord, guild: Guild, language: 'en' | 'zh-Hant'): DiscordStage {
  const channel = discord.channel(guild, language === 'en' ? 'beats' : 'beats-tw');
  const add = (at: 0 | 1 | 2 | 3) => {
    const username = `${NAMES.en[at].toLowerCase()}_${language === 'en' ? 'en' : 'tw'}`;
    const locale = language === 'en' ? 'en-GB' : 'zh-TW';
    const user = discord.user(NAMES[language][at], { username, locale });
    discord.join(guild, user);
    return user;
  };
  const people = { ana: add(0), bo: add(1), chen: add(2), dee: add(3) };
  const ours = () => discord.posts(channel);
  const read = (message: Message) => shown(discord, message);
  const seek = (list: () => readonly Message[], pattern: RegExp) =>
    discord
      .waitFor(() => list().find((message) => pattern.test(read(message))), String(pattern))
      .catch((error: unknown) => {
        const seen = list().map(read).join('\n---\n');
        throw new Error(`Not there: ${pattern}. There is:\n${seen}`, { cause: error });
      });

  async function send(sent: Sent, change: (stood: Stood) => Stood | Promise<Stood>): Promise<void> {
    const modal = await sent.modal();
    const inputs = asList(modal.components).map((part) => asJson(asJson(part).component));
    const wanted = await change(
      Object.fromEntries(inputs.map((input) => [String(input.custom_id), stoodIn(input)])),
    );
    const values = inputs.flatMap((input): [string, FieldValue][] => {
      const name = String(input.custom_id);
      const value = wanted[name];
      return value === undefined ? [] : [[name, input.type === STRING_SELECT ? [value] : value]];
    });
    const handed = await discord.submitModal(sent, Object.fromEntries(values));
    const reply = await handed.reply(({ components }) => components.length > 0);
    const next = NEXT_PAGE[language];
    if (!JSON.stringify(reply.components).includes(`"${next}"`)) return;
    await send(discord.click(handed.interaction.user, reply, next), change);
  }

  return {
    people,
    language,
    channel,
    ours,
    send,
    read,
    nameOf: ({ globalName }) => globalName ?? '',
    mention: ({ id }) => `<@${id}>`,
    propose: async (by, options) => discord.slash(by, channel, 'split', 'new', options),
    posted: (pattern) => seek(ours, pattern),
    told: (user, pattern) => seek(() => discord.directs(user), pattern),
    answered: (user, pattern) => seek(() => discord.ephemerals(user), pattern),
    shows: (message, pattern) => seek(() => [message], pattern),
    react: (user, message, emoji) => discord.react(user, message, emoji),
    press: async (user, message, button) => discord.click(user, message, button),
    fill: (user, message, button, change) => send(discord.click(user, message, button), change),
    filesOf: (user) =>
      discord.directs(user).flatMap((message) =>
        message.attachments.map(({ filename }, at) => ({
          name: filename,
          text: discord.fileText(message, at),
        })),
      ),
    until: (what, check) => discord.waitFor(check, what),
  };
}

function stoodIn(input: Json): string {
  const chosen = asList(input.options)
    .map(asJson)
    .find((option) => option.default === true);
  return String(chosen?.value ?? input.value ?? '');
}

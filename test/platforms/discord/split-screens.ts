import { setDiscordStage } from '../../adapters/discord/split-stage.ts';
import { type Moment, tellSplitStory } from '../../adapters/split-story.ts';
import type { Discord } from './discord.ts';
import { asJson, type Json } from './json.ts';
import type { Guild, Message, User } from './things.ts';
import { messageToHtml, modalToHtml, toPage } from './to-html.ts';

const MODAL = 9;

const HEADINGS: Readonly<Record<Moment, string>> = {
  open: 'The sheet, just posted',
  disputed: 'Two agree, one does not',
  why: 'Whoever does not is asked why',
  'dispute-form': 'The form for it',
  notice: 'The proposer hears of it',
  'revise-form': 'The form to revise it',
  revised: 'The next version',
  agreed: 'The sheet, agreed',
  completion: 'The channel is told',
  receipt: 'Everyone gets a receipt',
  history: 'Who did what when, for whoever asks',
};

/** The story of a split sheet as those in it see it: one page for each language. */
export async function drawSplitStory(discord: Discord, guild: Guild): Promise<ReadonlyMap<string, string>> {
  const nameOf = (id: string) => discord.world.users.get(id)?.globalName ?? id;
  const pages = new Map<string, string>();
  for (const language of ['en', 'zh-Hant'] as const) {
    const sections = new Map<Moment, string>();
    await tellSplitStory(setDiscordStage(discord, guild, language), async (moment, user, message) => {
      const html = message === undefined ? modalToHtml(formOf(discord, user)) : drawMessage(message, nameOf);
      if (!sections.has(moment)) sections.set(moment, html);
    });
    const drawn = [...sections].map(([moment, html]) => [HEADINGS[moment], html] as const);
    pages.set(`discord-split-${language}`, toPage(drawn));
  }
  return pages;
}

function formOf({ world }: Discord, user: User): Json {
  const opened = [...world.interactions.values()].filter(
    (one) => one.user === user && one.response?.type === MODAL,
  );
  return asJson(opened.at(-1)?.response?.data);
}

function drawMessage(message: Message, nameOf: (id: string) => string): string {
  const pressed = [...message.reactions.values()].map(
    ({ emoji, normal, burst }) => `${emoji.name} ${new Set([...normal, ...burst]).size}`,
  );
  const pills = pressed.map((pill) => `<span class="pill">${pill}</span>`).join(' ');
  return `${messageToHtml({ message, nameOf })}${pills && `<div class="pills">${pills}</div>`}`;
}

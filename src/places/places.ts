import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { territoryTable } from '../core/data/territories.ts';
import { parseTerritorySet, type ReadTerritories, type TerritoryAsk } from '../core/territory-set/parse.ts';
import { type TerritorySet, territorySet } from '../core/territory-set.ts';
import { questionTexts } from '../rights/questions.ts';
import type { Text } from '../text/spans.ts';
import { keepPending, type Pending } from './pending.ts';
import { say } from './say.ts';

/** Countries, or what has to be said to whoever typed something vague. */
export type Placed =
  | {
      readonly kind: 'places';
      readonly set: TerritorySet;
      /** What is still in although somebody may think that it is out. */
      readonly remarks: readonly Text[];
    }
  | { readonly kind: 'reply'; readonly reply: Reply };

/** What is done once the countries are clear, and the press that brings the answer to the command. */
export type Question = Omit<Pending, 'from' | 'countries'> & { press(key: string): string };

/** More members than this are counted, not listed. */
const MOST_LISTED = 60;

/**
 * Read where a license holds. What means one thing is taken; what could mean several is shown with the countries it
 * comes to here, and asked with a button, which does the command as it was typed; nothing is kept before it is pressed.
 *
 * @param confirmed the countries, where the button was pressed
 */
export async function placesFor(
  typed: string,
  confirmed: readonly string[] | undefined,
  { press, ...pending }: Question,
  context: Context,
): Promise<Placed> {
  const read = parseTerritorySet(typed);
  const remarks = questionTexts({ questions: read.apart, unknown: [] }, context);
  if (confirmed !== undefined) return { kind: 'places', set: territorySet(confirmed), remarks };
  if (read.state === 'clear') return { kind: 'places', set: read.set, remarks };
  if (read.state === 'unread') return { kind: 'reply', reply: unreadReply(typed, read, context) };
  const key = await keepPending(context, { ...pending, countries: read.set });
  return { kind: 'reply', reply: askReply(typed, read, press(key), context) };
}

function askReply(typed: string, { asks, set }: ReadTerritories, press: string, context: Context): Reply {
  const { t } = context;
  const countries = set.length;
  return {
    tone: 'caution',
    title: t(say.ask, { typed, countries }),
    list: asksWords(asks, context).map((text) => ({ text })),
    text: [...counted(set, context), t(say.next)],
    buttons: [
      {
        label: t(say.yes, { countries }),
        style: 'primary',
        press,
      },
    ],
  };
}

function unreadReply(typed: string, { asks, unread }: ReadTerritories, context: Context): Reply {
  const { t } = context;
  const unknown = questionTexts({ questions: [], unknown: unread }, context);
  return {
    tone: 'bad',
    title: t(say.unread, { typed }),
    list: [...asksWords(asks, context), ...unknown].map((text) => ({ text })),
    text: [t(say.unreadNext)],
  };
}

function asksWords(asks: readonly TerritoryAsk[], context: Context): readonly Text[] {
  const { t, locale } = context;
  return asks.flatMap((ask) => {
    switch (ask.kind) {
      case 'language':
        return [t(say.language, { input: ask.input, count: ask.members.length })];
      case 'part':
        return [t(say.part, { input: ask.input, country: inLanguage(ask.country.name, locale) })];
      default:
        return questionTexts({ questions: [ask], unknown: [] }, context);
    }
  });
}

function counted(set: TerritorySet, { t, locale }: Context): readonly Text[] {
  if (set.length > MOST_LISTED) return [];
  const covered = new Set<string>(set);
  const members = territoryTable()
    .countries.filter(({ iso }) => covered.has(iso))
    .map(({ name }) => inLanguage(name, locale));
  return [t(say.counted, { members })];
}

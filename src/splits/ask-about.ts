import type { Context } from '../bot/command.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import { agrees } from '../core/ledger/sheet-state.ts';
import { UserError } from '../core/problem.ts';
import { askerPerson } from '../people/named.ts';
import { findLink } from '../store/people.ts';
import { searchSheets } from '../store/sheet-search.ts';
import { lockSheet, messagesOf, type SheetStanding, type StoredSheet } from '../store/sheets.ts';
import { inTransaction } from '../store/transaction.ts';
import { code } from '../text/spans.ts';
import { once } from './ask.ts';
import { mustBePostable } from './ask-version.ts';
import { endVersion } from './complete.ts';
import { findMeant, findVersionMeant, mustBeProposer } from './find.ts';
import { isSamePlace } from './places.ts';
import { readSheet } from './read-sheet.ts';
import { say } from './say.ts';
import { changedLines, lookAt, type Shown, sheetMessage } from './show.ts';
import { GRADE_NAMES, namesOf, oneLine } from './words.ts';
import { askToShow } from './write-mark.ts';

const PAGE = 10;

const STATES: Readonly<Record<SheetStanding, string>> = {
  open: say.listOpen,
  completed: say.listCompleted,
  cancelled: say.listCancelled,
  lapsed: say.listLapsed,
};

const TONES = { open: 'waiting', completed: 'good', cancelled: 'bad', lapsed: 'bad' } as const;

async function shownOf(
  typed: string | undefined,
  number: number | undefined,
  { house, asker }: Context,
): Promise<Shown> {
  const sheet = await findMeant(house, asker.team, typed);
  const stored = await findVersionMeant(house, asker.team, sheet, number ?? sheet.newest);
  const shown = await lookAt(house, house.db, asker.team, sheet.id, stored.version);
  if (shown) return shown;
  throw new UserError({ code: 'split.unknown', details: { typed: typed ?? '' } });
}

/** `/split status`: where it stands, for the asker alone. */
export async function askStatus(typed: string | undefined, context: Context): Promise<Reply> {
  const shown = await shownOf(typed, undefined, context);
  return sheetMessage(shown, context, context.asker);
}

/** `/split show`: the frozen text, what changed, and who did what when. */
export async function askShow(
  typed: string | undefined,
  number: number | undefined,
  context: Context,
): Promise<Reply> {
  const { t } = context;
  const shown = await shownOf(typed, number, context);
  const { version, content, stored } = shown;
  const frozen = shown.sheet.lines.find(
    ({ entry }) => entry.type === 'sheet.version' && entry.data.version === stored.version,
  );
  const text = frozen?.sealed?.text;
  const file = `${stored.sheet}-v${stored.version}.txt`;
  return {
    tone: 'plain',
    title: t(say.showTitle, { title: content.title, version: stored.version }),
    list: historyOf(shown, context),
    text:
      typeof text === 'string' ? [text.split('\nsplitproof-text/1 ')[0]?.trim() ?? ''] : [t(say.showErased)],
    notices: [t(say.showHash, { hash: version.text }), ...changedLines(shown, context)],
    ...(typeof text === 'string'
      ? { files: [{ name: file, mediaType: 'text/plain; charset=utf-8', bytes: Buffer.from(text, 'utf8') }] }
      : {}),
  };
}

/** Who did what when, of one version; each mark with its grade. */
function historyOf(shown: Shown, { t }: Context): readonly Line[] {
  const { stored, content, sheet } = shown;
  const names = namesOf(content);
  const confirmed = new Set(
    sheet.lines.flatMap(({ entry }) => (entry.type === 'mark.confirmed' ? [entry.data.mark] : [])),
  );
  return sheet.lines.flatMap(({ entry, sealed }): readonly Line[] => {
    if (!('version' in entry.data) || entry.data.version !== stored.version) return [];
    const when = new Date(entry.at);
    switch (entry.type) {
      case 'sheet.version':
        return [{ text: t(say.didPropose, { name: shown.proposer, when }) }];
      case 'mark': {
        const { party, mark, act } = entry.data;
        const message =
          act === 'removed' ? say.didTakeBack : mark === 'approve' ? say.didApprove : say.didDispute;
        const grade = t(gradeName(entry, confirmed));
        const name = names.get(party) ?? party;
        const line = t(message, { name, when, grade, seq: entry.seq });
        const why = sealed?.reason;
        return [{ text: typeof why === 'string' ? t(say.didWhy, { line, reason: oneLine(why) }) : line }];
      }
      case 'sheet.completed':
        return [{ tone: 'good', text: t(say.didComplete, { when, seq: entry.seq }) }];
      case 'sheet.cancelled':
        return [{ tone: 'bad', text: t(say.didCancel, { when }) }];
      case 'sheet.lapsed':
        return [{ tone: 'bad', text: t(say.didLapse, { when }) }];
      default:
        return [];
    }
  });
}

function gradeName(entry: Entry<'mark'>, confirmed: ReadonlySet<number>): string {
  return GRADE_NAMES[confirmed.has(entry.seq) ? 'confirmed' : entry.data.seen];
}

/** `/split list`: all sheets, the open ones or those the asker is on, the newest first, some at a time. */
export async function askList(
  which: 'mine' | 'open' | 'all',
  offset: number,
  { house, asker, t }: Context,
): Promise<Reply> {
  const { team, platform, space, account } = asker;
  const link = await findLink(house.db, team, { platform, space, account });
  const mine = which === 'mine' ? { party: link?.person ?? 'p_nobody' } : {};
  const open = which === 'open' ? { states: ['open'] as const } : {};
  const found = await searchSheets(house.db, team, { ...mine, ...open, limit: PAGE + 1, offset });
  if (found.length === 0) {
    return {
      tone: 'plain',
      title: t(say.listNone),
      text: [t(say.listNext, { command: code('/split new') })],
    };
  }
  const shown = found.slice(0, PAGE);
  return {
    tone: 'plain',
    title:
      offset === 0 && found.length <= PAGE
        ? t(say.listTitle, { count: shown.length })
        : t(say.listPart, { from: offset + 1, to: offset + shown.length }),
    list: shown.map((sheet) => lineOf(sheet, t)),
    ...(found.length > PAGE
      ? {
          buttons: [{ label: t(say.listMore), press: pressOf('split', 'list', `${which}:${offset + PAGE}`) }],
        }
      : {}),
  };
}

function lineOf({ id, title, newest, state }: StoredSheet, t: Context['t']): Line {
  const values = { title, version: newest, state: t(STATES[state]), sheet: id };
  return { tone: TONES[state], text: t(say.listLine, values) };
}

/** `/split remind`: whoever has not answered hears of it again. */
export async function askRemind(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, t, now } = context;
  const shown = await shownOf(typed, undefined, context);
  mustBeOpen(shown);
  const names = namesOf(shown.content);
  const missing = [...names.keys()].flatMap((person) => {
    const party = shown.version.parties.get(person);
    return party === undefined || agrees(party) || party.disputes ? [] : [[person, party] as const];
  });
  const reached = missing.filter(([person]) => shown.links.some((link) => link.person === person));
  const { sheet, version } = shown.stored;
  for (const [person] of reached) {
    // Once a day is enough, however often it is asked for.
    const key = `${sheet}:${version}:${person}:${now.toISOString().slice(0, 10)}`;
    await once(house, house.db, asker.team, { kind: 'nudge', key, payload: { sheet, version, person } });
  }
  house.poke();
  if (missing.length === 0)
    return { tone: 'plain', title: t(say.remindNobody, { title: shown.content.title }) };
  const nameOf = ([person]: (typeof missing)[number]) => names.get(person) ?? person;
  const alone = missing.filter((one) => !reached.includes(one));
  const { title } = shown.content;
  const left = alone.length === 0 ? [] : [t(say.noAccount, { names: alone.map(nameOf) })];
  if (reached.length === 0) return { tone: 'caution', title: t(say.remindNoOne, { title }), text: left };
  return {
    tone: 'good',
    title: t(say.reminded, { title, names: reached.map(nameOf) }),
    text: [t(say.remindedWhen), ...left],
  };
}

function mustBeOpen({ standing, content }: Shown): void {
  if (standing === 'open' || standing === 'disputed') return;
  throw new UserError({ code: 'split.not-open', details: { title: content.title, state: standing } });
}

/** `/split cancel`: the newest version ends, and nobody's share has moved. */
export async function askCancel(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const sheet = await findMeant(house, asker.team, typed, 'exactly');
  const stored = await findVersionMeant(house, asker.team, sheet);
  await inTransaction(house.db, async (db) => {
    // The sheet first and the ledger after it, as everybody does: else two would wait for each other.
    await lockSheet(db, asker.team, sheet.id);
    const { person } = await askerPerson(house, db, asker);
    await mustBeProposer({ ...house, db }, asker, stored, person);
    const read = await readSheet(house, db, asker.team, sheet.id);
    const version = read.state.versions.get(stored.version);
    if (version === undefined || version.ended !== null || read.state.newest !== version.version) {
      const state = version?.ended ?? 'replaced';
      throw new UserError({ code: 'split.not-open', details: { title: sheet.title, state } });
    }
    await endVersion(house, db, asker.team, read, version, 'sheet.cancelled');
    await askToShow(house, db, asker.team, sheet.id);
  });
  house.poke();
  const values = { title: sheet.title, version: stored.version };
  return { tone: 'good', title: t(say.cancelled, values), text: [t(say.cancelledNext)] };
}

/** `/split post`: show the newest version here as well, where marks count alike. */
export async function askPost(typed: string | undefined, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const shown = await shownOf(typed, undefined, context);
  mustBeOpen(shown);
  await mustBeConcerned(shown, context);
  const { sheet, version } = shown.stored;
  const values = { title: shown.content.title, version };
  if (await standsHere(sheet, version, context))
    return { tone: 'plain', title: t(say.postedAlready, values) };
  await mustBePostable(context);
  const { platform, space, channel, thread } = asker;
  // Also where it could not be posted before; a second asking within a minute is the same one.
  const minute = house.now().toISOString().slice(0, 16);
  await once(house, house.db, asker.team, {
    kind: 'post',
    key: JSON.stringify([sheet, version, platform, space, channel, thread ?? null, minute]),
    platform,
    payload: { sheet, version, platform, space, channel, ...(thread === undefined ? {} : { thread }) },
  });
  house.poke();
  return { tone: 'good', title: t(say.postedHere, values) };
}

async function standsHere(sheet: string, number: number, { house, asker }: Context): Promise<boolean> {
  const messages = await messagesOf(house.db, asker.team, sheet);
  return messages.some(({ version, isGone, platform, space, channel, thread }) => {
    const place = { platform, space, channel, ...(thread === null ? {} : { thread }) };
    return version === number && !isGone && isSamePlace(place, asker);
  });
}

/** A sheet from a room that not everybody sees is shown elsewhere only by those it concerns. */
async function mustBeConcerned(
  { version, stored, content }: Shown,
  { house, asker }: Context,
): Promise<void> {
  if (asker.admin === true) return;
  const link = await findLink(house.db, asker.team, asker);
  if (link && (version.parties.has(link.person) || stored.proposer === link.person)) return;
  throw new UserError({ code: 'split.may-post', details: { title: content.title } });
}

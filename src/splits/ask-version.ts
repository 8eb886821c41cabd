import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import { changes } from '../core/sheet/changes.ts';
import { checkContent } from '../core/sheet/check.ts';
import type { SheetContent } from '../core/sheet/content.ts';
import { findLink } from '../store/people.ts';
import type { StoredSheet, StoredVersion } from '../store/sheets.ts';
import { problemWords } from '../text/problems.ts';
import { code, type Words } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { readDraft, type Said } from './draft.ts';
import type { Draft } from './everyone.ts';
import { findMeant, findVersionMeant, mustBeProposer, sheetWord } from './find.ts';
import { isSamePlace, type PostPlace, placesFor } from './places.ts';
import { type Proposed, propose, readContent } from './propose.ts';
import { readSheet } from './read-sheet.ts';
import { withRecordings } from './recordings.ts';
import { say } from './say.ts';
import type { Speaker } from './words.ts';

/** How long a version is open when nobody says otherwise. */
const USUAL_DAYS = 14;

type Request = Said & { readonly days?: number | undefined };

/** `/split new`: freeze version 1 and ask everyone. */
export async function askNew(
  { like, ...request }: Request & { readonly like?: string | undefined },
  context: Context,
): Promise<Reply> {
  const people = like === undefined ? null : await peopleOf(like, context);
  const written = readDraft({ ...request, title: request.title ?? '' }, people);
  const draft = await withRecordings(context.house, context.asker.team, written, null);
  return said(await send(draft, null, [context.asker], request.days, context), context);
}

/**
 * `/split revise` and `/split amend`: a new version of a sheet, with what is not said as it was.
 *
 * @param mine a version by somebody who disputes: then it need not be the proposer
 */
export async function askVersion(
  {
    sheet: typed,
    version: seen,
    ...request
  }: Request & { readonly sheet: string; readonly version?: number | undefined },
  how: 'revise' | 'amend',
  context: Context,
): Promise<Reply> {
  const { house, asker } = context;
  const { sheet, stored, before } = await mustTakeVersion(typed, how, context);
  if (seen !== undefined && seen !== stored.version) {
    throw new UserError({ code: 'split.newer', details: { title: sheet.title, newest: stored.version } });
  }
  const draft = readDraft(request, before);
  const isSame = JSON.stringify(draft) === JSON.stringify(readDraft({}, before));
  const isOpen = sheet.state === 'open' || sheet.state === 'completed';
  // Marks are not to be lost over nothing. What has lapsed or was cancelled may be asked for again as it was.
  if (isSame && isOpen && request.days === undefined) return unchanged(stored, sheet.title, how, context);
  const places = await placesFor(house.db, asker.team, asker, sheet.id, stored.version);
  const named = await withRecordings(house, asker.team, draft, before);
  return said(await send(named, sheet.id, places, request.days, context), context, before);
}

/**
 * The sheet that somebody means, and its newest version, if it takes another one from them.
 *
 * @throws UserError `split.*`
 */
export async function mustTakeVersion(
  typed: string,
  how: 'revise' | 'amend',
  { house, asker }: Context,
): Promise<{ readonly sheet: StoredSheet; readonly stored: StoredVersion; readonly before: SheetContent }> {
  const sheet = await findMeant(house, asker.team, typed, 'exactly');
  const stored = await findVersionMeant(house, asker.team, sheet);
  const { title } = sheet;
  const { completed } = (await readSheet(house, house.db, asker.team, sheet.id)).state;
  // Of an amendment that is open there may be a next version; one that has ended leaves the agreed version to amend.
  const mayRevise = completed === null || (sheet.state === 'open' && completed !== sheet.newest);
  if (how === 'revise' && !mayRevise) {
    throw new UserError({ code: 'split.not-open', details: { title, state: 'completed' } });
  }
  if (how === 'amend' && completed === null) {
    throw new UserError({ code: 'split.not-agreed', details: { title } });
  }
  const before = readContent(stored.content);
  const person = (await findLink(house.db, asker.team, asker))?.person ?? '';
  // Whoever is on the sheet may propose what they think is right; others only as its proposer or an admin.
  if (!before.parties.some((party) => party.person === person)) {
    await mustBeProposer(house, asker, stored, person);
  }
  return { sheet, stored, before };
}

function unchanged(
  { sheet, version }: StoredVersion,
  title: string,
  how: 'revise' | 'amend',
  { t }: Context,
): Reply {
  return {
    tone: 'caution',
    title: t(say.unchanged, { title, version }),
    text: [t(say.unchangedNext)],
    buttons: [{ label: t(how === 'amend' ? say.amend : say.revise), press: pressOf('split', how, sheet) }],
  };
}

/** Who has which share on another sheet. Its title, codes and samples are those of its own song. */
async function peopleOf(typed: string, { house, asker }: Context): Promise<SheetContent> {
  const sheet = await findMeant(house, asker.team, typed);
  const content = readContent((await findVersionMeant(house, asker.team, sheet)).content);
  const { recordings: _, ...people } = content;
  return { ...people, versionKind: 'original', samples: 'none', ai: 'none', more: {} };
}

async function send(
  draft: Draft,
  sheet: string | null,
  places: readonly PostPlace[],
  days: number | undefined,
  context: Context,
): Promise<Proposed> {
  const { house, asker } = context;
  await mustBePostable(context, places);
  const proposed = await propose(house, {
    draft,
    sheet,
    asker,
    days: days ?? USUAL_DAYS,
    speaker: await teamSpeaker(context),
  });
  return proposed;
}

/**
 * Before anything is written: may we post there, and collect reactions? One place where we may is enough.
 *
 * @throws UserError naming what is missing
 */
export async function mustBePostable(
  { house, asker }: Context,
  places: readonly PostPlace[] = [asker],
): Promise<void> {
  let lacking: readonly string[] = [];
  for (const { platform, channel } of places) {
    const missing = (await house.connections.get(platform)?.missingPermissions(channel)) ?? [];
    if (missing.length === 0) return;
    lacking = missing;
  }
  throw new UserError({ code: 'platform.missing-permission', details: { permissions: lacking } });
}

/** Sheets are for the room, so they speak the team's language; until it has chosen one, that of whoever asks. */
async function teamSpeaker({ house, asker, locale, timeZone }: Context): Promise<Speaker> {
  const team = await house.settings.ofTeam(asker.team);
  const spoken = team.language ?? locale;
  const zone = team.timeZone ?? timeZone;
  return { t: translator(spoken, zone), locale: spoken, timeZone: zone };
}

async function said(
  { sheet, version, content, places }: Proposed,
  { t, house, asker }: Context,
  before: SheetContent | null = null,
): Promise<Reply> {
  const word = await sheetWord(house, asker.team, sheet);
  const remarks = checkContent(content).map((found): Words => t(problemWords[found.code], found.details));
  const isSame = before !== null && changes(before, content).length === 0;
  const isHere = places.some((place) => isSamePlace(place, asker));
  return {
    tone: 'good',
    title: t(isHere ? say.sent : say.sentThere, {
      title: content.title,
      version,
      count: content.parties.length,
    }),
    text: [...(isSame ? [t(say.sentSame)] : []), t(say.sentNext, { command: code(`/split status ${word}`) })],
    ...(remarks.length === 0 ? {} : { list: remarks.map((text) => ({ tone: 'caution', text })) }),
  };
}

import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import { changes } from '../core/sheet/changes.ts';
import { checkContent } from '../core/sheet/check.ts';
import type { SheetContent } from '../core/sheet/content.ts';
import { askerPerson } from '../people/named.ts';
import { inTransaction } from '../store/transaction.ts';
import { problemWords } from '../text/problems.ts';
import { code, type Words } from '../text/spans.ts';
import { translator } from '../text/translate.ts';
import { readDraft, type Said } from './draft.ts';
import { findMeant, findVersionMeant, mustBeProposer } from './find.ts';
import { type Draft, type Proposed, propose, readContent } from './propose.ts';
import { say } from './say.ts';
import type { Speaker } from './words.ts';

/** How long a version is open when nobody says otherwise. */
export const USUAL_DAYS = 14;

type Request = Said & { readonly days?: number | undefined };

/** `/split new`: freeze version 1 and ask everyone. */
export async function askNew(
  { like, ...request }: Request & { readonly like?: string | undefined },
  context: Context,
): Promise<Reply> {
  const people = like === undefined ? null : await newestContent(like, context);
  // A title belongs to one sheet; people and shares are taken over.
  const draft = readDraft({ ...request, title: request.title ?? '' }, people);
  return said(await send(draft, null, request.days, context), context);
}

/**
 * `/split revise` and `/split amend`: a new version of a sheet, with what is not said as it was.
 *
 * @param mine a version by somebody who disputes: then it need not be the proposer
 */
export async function askVersion(
  { sheet: typed, ...request }: Request & { readonly sheet: string },
  how: 'revise' | 'amend',
  context: Context,
): Promise<Reply> {
  const { house, asker } = context;
  const sheet = await findMeant(house, asker.team, typed);
  const stored = await findVersionMeant(house, asker.team, sheet);
  const { title } = sheet;
  if (how === 'revise' && sheet.state === 'completed') {
    throw new UserError({ code: 'split.not-open', details: { title, state: 'completed' } });
  }
  if (how === 'amend' && sheet.state !== 'completed') {
    throw new UserError({ code: 'split.not-agreed', details: { title } });
  }
  const before = readContent(stored.content);
  const person = await inTransaction(house.db, (db) => askerPerson(house, db, asker));
  // Whoever is on the sheet may propose what they think is right; others only as its proposer or an admin.
  if (!before.parties.some((party) => party.person === person.person)) {
    await mustBeProposer(house, asker, stored, person.person);
  }
  const draft = readDraft(request, before);
  return said(await send(draft, sheet.id, request.days, context), context, before);
}

async function newestContent(typed: string, { house, asker }: Context): Promise<SheetContent> {
  const sheet = await findMeant(house, asker.team, typed);
  return readContent((await findVersionMeant(house, asker.team, sheet)).content);
}

async function send(
  draft: Draft,
  sheet: string | null,
  days: number | undefined,
  context: Context,
): Promise<Proposed> {
  const { house, asker } = context;
  await mustBePostable(context);
  const proposed = await propose(house, {
    draft,
    sheet,
    asker,
    days: days ?? USUAL_DAYS,
    speaker: await teamSpeaker(context),
  });
  return proposed;
}

/** Before anything is written: may we post here, and collect reactions? @throws UserError naming what is missing */
export async function mustBePostable({ house, asker }: Context): Promise<void> {
  const missing = await house.connections.get(asker.platform)?.missingPermissions(asker.channel);
  if (missing !== undefined && missing.length > 0) {
    throw new UserError({ code: 'platform.missing-permission', details: { permissions: missing } });
  }
}

/** Sheets are for the room, so they speak the team's language; until it has chosen one, that of whoever asks. */
async function teamSpeaker({ house, asker, locale, timeZone }: Context): Promise<Speaker> {
  const team = await house.settings.ofTeam(asker.team);
  const spoken = team.language ?? locale;
  const zone = team.timeZone ?? timeZone;
  return { t: translator(spoken, zone), locale: spoken, timeZone: zone };
}

function said(
  { sheet, version, content }: Proposed,
  { t }: Context,
  before: SheetContent | null = null,
): Reply {
  const remarks = checkContent(content).map((found): Words => t(problemWords[found.code], found.details));
  const isSame = before !== null && changes(before, content).length === 0;
  return {
    tone: 'good',
    title: t(say.sent, { title: content.title, version, count: content.parties.length }),
    text: [
      ...(isSame ? [t(say.sentSame)] : []),
      t(say.sentNext, { command: code(`/split status sheet: ${sheet}`) }),
    ],
    ...(remarks.length === 0 ? {} : { list: remarks.map((text) => ({ tone: 'caution', text })) }),
  };
}

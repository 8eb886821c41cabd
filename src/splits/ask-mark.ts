import type { Context } from '../bot/command.ts';
import { pressOf, type Reply } from '../bot/reply.ts';
import { UserError } from '../core/problem.ts';
import { type MarkWord, reactionsOn } from '../store/reactions.ts';
import { messagesOf, type SheetMessage, type StoredSheet } from '../store/sheets.ts';
import type { DisputeKind } from './dispute-kinds.ts';
import { findMeant, findVersionMeant } from './find.ts';
import { type Act, BUTTON, takeAct } from './marks.ts';
import { readContent } from './propose.ts';
import { say } from './say.ts';
import { namesOf } from './words.ts';

export type MarkRequest = {
  readonly sheet: string | undefined;
  readonly version?: number | undefined;
  readonly mark: MarkWord;
  readonly added: boolean;
  readonly method: 'button' | 'command';
  readonly why?: { readonly kind: DisputeKind; readonly reason: string };
};

/** Marks a version without an emoji: by a button, or by a command. It counts like any other mark. */
export async function askMark(request: MarkRequest, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const sheet = await findMeant(house, asker.team, request.sheet, 'exactly');
  const stored = await findVersionMeant(house, asker.team, sheet, request.version ?? sheet.newest);
  const content = readContent(stored.content);
  const values = { title: content.title, version: stored.version };
  const at = await messageFor(sheet, stored.version, context);
  const marked = await takeAct(house, actOf(request, at, context));
  switch (marked.kind) {
    case 'unknown-message':
      throw new UserError({ code: 'split.not-posted', details: { title: sheet.title } });
    case 'bystander': {
      const names = [...namesOf(content).values()];
      throw new UserError({ code: 'split.not-party', details: { title: sheet.title, names } });
    }
    case 'closed': {
      const state = stored.version === sheet.newest && sheet.state !== 'open' ? sheet.state : 'replaced';
      throw new UserError({ code: 'split.not-open', details: { title: sheet.title, state } });
    }
    case 'unchanged':
      if (!request.added) await refuseToTakeBack(request.mark, sheet, stored.version, context);
      return {
        tone: 'plain',
        title: t(say.markedBefore, values),
        buttons: [takeBackButton(stored, request.mark, context)],
      };
    case 'marked':
      return {
        tone: request.added ? (request.mark === 'approve' ? 'good' : 'bad') : 'plain',
        title: t(titleOf(request), values),
        text: [t(say.markedEntry, { seq: marked.entries[0]?.seq ?? 0 })],
        ...(request.added ? { buttons: [takeBackButton(stored, request.mark, context)] } : {}),
      };
  }
}

function titleOf({ added, mark }: MarkRequest): string {
  if (!added) return say.markedTakenBack;
  return mark === 'approve' ? say.markedApprove : say.markedDispute;
}

function takeBackButton(
  { sheet, version }: { readonly sheet: string; readonly version: number },
  mark: MarkWord,
  { t }: Context,
) {
  return { label: t(say.takeBack), press: pressOf('split', 'take-back', `${sheet}:${version}:${mark}`) };
}

/** The message on which the mark is written down: one here, if there is one. */
async function messageFor(
  sheet: StoredSheet,
  version: number,
  { house, asker }: Context,
): Promise<SheetMessage> {
  const messages = (await messagesOf(house.db, asker.team, sheet.id)).filter(
    (one) => one.version === version,
  );
  const here = messages.filter(({ platform, space }) => platform === asker.platform && space === asker.space);
  const message = here.find(({ isGone }) => !isGone) ?? here[0];
  if (message) return message;
  throw new UserError({ code: 'split.not-posted', details: { title: sheet.title } });
}

function actOf(
  { mark, added, method, why }: MarkRequest,
  { platform, space, channel, message }: SheetMessage,
  { asker }: Context,
): Act {
  return {
    team: asker.team,
    at: { platform, space, channel, message },
    account: asker.account,
    displayName: asker.name,
    emoji: `${BUTTON}:${mark}`,
    mark,
    added,
    method,
    between: null,
    platformTime: null,
    platformClock: null,
    event: null,
    ...(why === undefined ? {} : { why }),
  };
}

/** Nothing was taken back: an emoji still stands, or there was no mark. @throws UserError that says which */
async function refuseToTakeBack(
  mark: MarkWord,
  sheet: StoredSheet,
  version: number,
  { house, asker }: Context,
): Promise<never> {
  const messages = (await messagesOf(house.db, asker.team, sheet.id)).filter(
    (one) => one.version === version && !one.isGone,
  );
  const standing = (await reactionsOn(house.db, asker.team, messages)).some(
    (one) => one.stands && one.mark === mark && one.account === asker.account,
  );
  const code = standing ? 'split.emoji-stands' : 'split.nothing-to-take-back';
  throw new UserError({ code, details: { title: sheet.title } });
}

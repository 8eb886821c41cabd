import type { Attachment, Message } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { homeOf } from '../bot/home.ts';
import { readDay } from '../core/day.ts';
import type { Home } from '../core/home.ts';
import type { Asset, KeptFile } from '../core/licenses/content.ts';
import { messageKey, type NoteContent, type NoteKind } from '../core/licenses/note.ts';
import { must, type Problem, UserError } from '../core/problem.ts';
import { type Proof, takeProof } from '../files/proof.ts';
import { askerPerson, type Named } from '../people/named.ts';
import { appendOne } from '../store/evidence.ts';
import { findNote, findNoteOfMessage, insertNote, type StoredNote, saveNote } from '../store/notes.ts';
import { findLink } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { lockTeam } from '../store/teams.ts';
import { inTransaction } from '../store/transaction.ts';
import { assetMeant } from './assets.ts';
import { assetData } from './entries.ts';
import { findParty } from './parties.ts';
import { todayOf } from './read-input.ts';
import { keepProof } from './record.ts';

export type SaveInput = {
  readonly text?: string | undefined;
  readonly file?: Attachment | undefined;
  readonly about?: string | undefined;
  readonly from?: string | undefined;
  readonly kind: NoteKind;
  readonly said?: string | undefined;
};

/** A note as it is to be kept; the files apart, since each gets an entry. */
type Draft = Omit<NoteContent, 'files' | 'home' | 'lost'>;

/** A file of a message that could not be kept, and why. */
export type LostFile = { readonly name: string; readonly why: Problem };

export type Saved = {
  readonly note: StoredNote;
  /** null where the message was kept before. */
  readonly seq: number | null;
  readonly lost: readonly LostFile[];
};

/** Files of one message beyond these are left out, by name: with a text beside them, no message gives more back. */
const MOST_FILES = 9;
/** All files of one message together: they are held in memory until the note is kept. */
const MOST_MEGABYTES = 50;

/**
 * `/evidence save`: keep what somebody typed or attached.
 *
 * @throws UserError `note.nothing`, `file.*`, `license.day`, `split.who-*`, `catalog.*`
 */
export async function saveTyped(input: SaveInput, context: Context): Promise<Saved> {
  const { text, file, about, from, kind, said } = input;
  if (text === undefined && file === undefined) throw new UserError({ code: 'note.nothing', details: {} });
  const asset = about === undefined ? null : await assetMeant(about, context, 'exactly');
  const saidOn = said === undefined ? null : must(readDay(said, todayOf(context)));
  const author = from === undefined ? null : await authorOf(await findParty(from, context), context);
  const files = file === undefined ? [] : [await take(file, context)];
  const draft = { kind, asset, author, text: text ?? null, sentAt: null, saidOn, link: null, message: null };
  return keep(draft, files, [], context);
}

/**
 * "Save as evidence": keep a message as it is now, with its author, time, link and files. Kept before, it is not kept
 * again. A file that cannot be kept is named, and the rest is kept: its words may be all there is.
 *
 * @throws UserError `note.nothing`; the reason of the only file, where there is nothing else to keep
 */
export async function saveMessage(message: Message, context: Context): Promise<Saved> {
  const { house, asker } = context;
  const { platform, team } = asker;
  const { space, channel } = message.place;
  const at = { platform, space, channel, message: message.id };
  const before = await findNoteOfMessage(house.db, team, messageKey(at));
  if (before !== undefined) return { note: before, seq: null, lost: [] };
  const { files, lost } = await takeAll(message.files, context);
  const text = message.text.trim() === '' ? null : message.text;
  if (text === null && files.length === 0) {
    throw new UserError(lost[0]?.why ?? { code: 'note.nothing', details: {} });
  }
  const draft: Draft = {
    kind: 'message',
    asset: null,
    author: await writerOf(message, context),
    text,
    sentAt: message.sentAt?.toISOString() ?? null,
    saidOn: null,
    link: message.permalink ?? null,
    message: at,
  };
  return keep(draft, files, lost, context);
}

function take(file: Attachment, { download }: Context): Promise<Proof> {
  return takeProof(file, (limitBytes) => download(file, limitBytes), 'anything');
}

async function takeAll(
  attached: readonly Attachment[],
  context: Context,
): Promise<{ readonly files: readonly Proof[]; readonly lost: readonly LostFile[] }> {
  const files: Proof[] = [];
  const lost: LostFile[] = [];
  let bytes = 0;
  for (const [index, file] of attached.entries()) {
    try {
      if (index >= MOST_FILES || bytes + (file.sizeBytes ?? 0) > MOST_MEGABYTES * 1_000_000) {
        const details = { name: file.name, limit: MOST_FILES, limitMegabytes: MOST_MEGABYTES };
        throw new UserError({ code: 'file.keep-many', details });
      }
      const proof = await take(file, context);
      bytes += proof.bytes.length;
      files.push(proof);
    } catch (error) {
      if (!(error instanceof UserError) || !error.problem.code.startsWith('file.')) throw error;
      lost.push({ name: file.name, why: error.problem });
    }
  }
  return { files, lost };
}

/** Who wrote a message: the platform's account, and the person it belongs to now. Nobody gets into the books by that. */
async function writerOf(
  { author, authorName, place }: Message,
  { house, asker }: Context,
): Promise<NoteContent['author']> {
  if (author === '')
    return authorName === undefined ? null : { account: null, person: null, name: authorName };
  const { platform, team } = asker;
  const link = await findLink(house.db, team, { platform, space: place.space, account: author });
  const known = await house.connections
    .get(platform)
    ?.account(place.space, author)
    .catch(() => null);
  return { account: author, person: link?.person ?? null, name: known?.name ?? authorName ?? author };
}

async function authorOf(named: Named, { house, asker }: Context): Promise<NoteContent['author']> {
  switch (named.kind) {
    case 'person':
      return { account: null, person: named.person, name: named.name };
    case 'account': {
      const link = await findLink(house.db, asker.team, named.of);
      return { account: named.of.account, person: link?.person ?? null, name: named.name };
    }
    case 'new':
      return { account: null, person: null, name: named.name };
  }
}

async function keep(
  draft: Draft,
  proofs: readonly Proof[],
  lost: readonly LostFile[],
  context: Context,
): Promise<Saved> {
  const { house, asker } = context;
  const { team } = asker;
  const at = await homeOf(context);
  return inTransaction(house.db, async (db) => {
    // Held first: of two who keep one message at once, the second finds the first.
    await lockTeam(db, team);
    const key = draft.message === null ? null : messageKey(draft.message);
    const before = key === null ? undefined : await findNoteOfMessage(db, team, key);
    if (before !== undefined) return { note: before, seq: null, lost: [] };
    const person = (await askerPerson(house, db, asker)).person;
    const id = `n_${house.newId()}`;
    const files: KeptFile[] = [];
    for (const proof of proofs) {
      files.push(await keepProof(house, db, team, { proof, subject: `note/${id}`, by: person }));
    }
    const home: Home = { ...at, person };
    const content: NoteContent = { ...draft, files, lost: lost.map(({ name }) => name), home };
    const note = { id, content, createdAt: house.now() };
    if (!(await insertNote(db, team, note))) throw new Error('A message was kept twice.');
    return { note, seq: await writeNote(context, db, id, content, person), lost };
  });
}

/** Write down what a note is now. Words, names, accounts and links are sealed. */
async function writeNote(
  { house, asker }: Context,
  db: Db,
  id: string,
  content: NoteContent,
  by: string,
): Promise<number> {
  const { kind, asset, author, text, sentAt, saidOn, link, message, files, lost } = content;
  const { seq } = await appendOne(house.evidence, db, asker.team, {
    type: 'note.saved',
    subject: `note/${id}`,
    data: {
      note: id,
      kind,
      ...(asset === null ? { asset_kind: null, asset: null } : assetData(asset)),
      author: author?.person ?? null,
      message: message && { ...message },
      sent_at: sentAt,
      said_on: saidOn,
      files: files.map((file) => file.seq),
      lost: lost.length,
      by,
    },
    sealed: {
      title: asset?.title ?? null,
      author: author?.name ?? null,
      account: author?.account ?? null,
      text,
      link,
      lost: [...lost],
    },
  });
  return seq;
}

/**
 * Say what a note is about, once it is known: of a message nobody says so when it is kept.
 *
 * @throws UserError `note.unknown`, `catalog.*`, `license.asset-unknown`
 */
export async function nameAsset(
  typed: string,
  about: string,
  context: Context,
): Promise<{ readonly note: StoredNote; readonly asset: Asset; readonly seq: number }> {
  const { house, asker } = context;
  const { team } = asker;
  const asset = await assetMeant(about, context, 'exactly');
  return inTransaction(house.db, async (db) => {
    await lockTeam(db, team);
    const note = await mustFindNote(db, team, typed);
    const by = (await askerPerson(house, db, asker)).person;
    const content = { ...note.content, asset };
    await saveNote(db, team, note.id, content);
    const seq = await writeNote(context, db, note.id, content, by);
    return { note: { ...note, content }, asset, seq };
  });
}

/** @throws UserError `note.unknown` */
export async function mustFindNote(db: Db, team: string, typed: string): Promise<StoredNote> {
  const note = await findNote(db, team, typed.trim().toLowerCase());
  if (note !== undefined) return note;
  throw new UserError({ code: 'note.unknown', details: { typed: typed.trim() } });
}

import type { Message } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { explain } from '../bot/refusal.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import { PARTS } from '../core/licenses/license.ts';
import type { NoteContent, NoteKind } from '../core/licenses/note.ts';
import { UserError } from '../core/problem.ts';
import { withEnglish } from '../rights/translated.ts';
import { findNote, listNotes, type StoredNote } from '../store/notes.ts';
import { findPerson } from '../store/people.ts';
import { code, plain, type Text } from '../text/spans.ts';
import { assetMeant, assetWord } from './assets.ts';
import { say } from './note-say.ts';
import { mustFindNote, nameAsset, type Saved, type SaveInput, saveMessage, saveTyped } from './notes.ts';
import { filesBack } from './show.ts';
import { partsWords } from './words.ts';

export const NOTE_NAMES: Readonly<Record<NoteKind, string>> = {
  message: say.kindMessage,
  credit: say.kindCredit,
  receipt: say.kindReceipt,
  verbal: say.kindVerbal,
  other: say.kindOther,
};

const PAGE = 10;
/** Of a note's words, in an answer about something else. */
const LONGEST_EXCERPT = 200;
const SHORT_HASH = 12;

/** `/evidence save`. With `note:`, it is said what a note is about that is there already. */
export async function replyForSave(
  { note, ...input }: SaveInput & { readonly note?: string | undefined },
  context: Context,
): Promise<Reply> {
  if (note === undefined) return savedReply(await saveTyped(input, context), context);
  if (input.about === undefined) {
    throw new UserError({ code: 'option.missing', details: { option: 'about' } });
  }
  const { t } = context;
  const changed = await nameAsset(note, input.about, context);
  return withEnglish(
    {
      tone: 'good',
      title: t(say.changed, { id: changed.note.id, title: changed.asset.title }),
      text: [
        ...noteText(changed.note.content, context),
        t(say.entry, { seq: changed.seq }),
        nextText(changed.note.content, context),
      ],
      notices: [inLanguage(quickAnswers().education, context.locale)],
    },
    context,
  );
}

/** The entry "Save as evidence" in the menu of a message. */
export async function replyForMessage(message: Message, context: Context): Promise<Reply> {
  const saved = await saveMessage(message, context);
  if (saved.seq !== null) return savedReply(saved, context);
  const { t } = context;
  const { id, content, createdAt } = saved.note;
  const isChanged = (content.text ?? '').trim() !== message.text.trim();
  return {
    tone: 'plain',
    title: t(say.there, { id, when: createdAt }),
    text: [
      ...(isChanged ? [t(say.thereChanged)] : []),
      t(say.listNext, { command: code(`/evidence notes note: ${id}`) }),
    ],
  };
}

function savedReply({ note, seq, lost }: Saved, context: Context): Reply {
  const { t, locale } = context;
  const { id, content } = note;
  const { asset } = content;
  const kind = plain(t(NOTE_NAMES[content.kind]));
  const title =
    asset === null ? t(say.saved, { id, kind }) : t(say.savedAbout, { id, kind, title: asset.title });
  return withEnglish(
    {
      tone: lost.length > 0 ? 'caution' : 'good',
      title: lost.length > 0 ? t(say.savedPart, { id, count: lost.length }) : title,
      facts: factsOf(content, context, false),
      list: lost.map(
        ({ name, why }): Line => ({
          tone: 'caution',
          text: lostWords(name, explain(why, t), context),
        }),
      ),
      text: [...noteText(content, context), t(say.entry, { seq: seq ?? 0 }), nextText(content, context)],
      notices: [inLanguage(quickAnswers().education, locale)],
      ...(asset === null
        ? { buttons: [{ label: t(say.aboutButton), press: pressOf('evidence', 'about', id) }] }
        : {}),
    },
    context,
  );
}

/** Most reasons name the file themselves. */
function lostWords(name: string, reason: Text, { t }: Context): Text {
  return plain(reason).includes(name) ? reason : t(say.fileLost, { name, reason });
}

/** What it is not, and what a license would need. */
function noteText({ asset }: NoteContent, context: Context): readonly Text[] {
  const { t } = context;
  const parts = [...(asset === null ? [plain(t(say.partAsset))] : []), ...partsWords(PARTS, context)];
  return [t(say.isNote), t(say.lacks, { parts })];
}

function nextText({ asset }: NoteContent, { t }: Context): Text {
  const word = asset === null ? '' : ` ${assetWord(asset)}`;
  return t(say.next, { command: code(`/license add${word} …`) });
}

function factsOf(content: NoteContent, context: Context, whole: boolean): NonNullable<Reply['facts']> {
  const { t, timeZone } = context;
  const { author, sentAt, saidOn, asset, text, link, files, lost } = content;
  const fact = (label: string, value: Text | string | null) =>
    value === null ? [] : [{ label: t(label), value }];
  const names = files.map(({ name, sha256 }) =>
    plain(t(say.file, { name, hash: whole ? sha256 : `${sha256.slice(0, SHORT_HASH)}…` })),
  );
  return [
    ...fact(say.labelAbout, whole ? (asset?.title ?? null) : null),
    ...fact(say.labelAuthor, author?.name ?? null),
    ...fact(say.labelSent, sentAt && t(say.sentAt, { when: new Date(sentAt), zone: timeZone })),
    ...fact(say.labelSaid, saidOn && t(say.saidOn, { day: saidOn })),
    ...fact(say.labelText, text && (whole ? text : excerptOf(text))),
    ...fact(say.labelLink, link && [{ text: link, href: link }]),
    ...fact(say.labelFiles, names.length === 0 ? null : t(say.list, { items: names })),
    ...fact(say.labelLost, lost.length === 0 || !whole ? null : t(say.list, { items: lost })),
  ];
}

function excerptOf(text: string): string {
  const line = text.replace(/\s+/g, ' ').trim();
  const start = [...line].slice(0, LONGEST_EXCERPT).join('');
  return start === line ? line : `${start}…`;
}

/** `/evidence notes`: the notes of a team, or one in full with its files as they came. */
export async function replyForNotes(
  { note, about }: { readonly note?: string | undefined; readonly about?: string | undefined },
  context: Context,
): Promise<Reply> {
  const { house, asker } = context;
  if (note !== undefined) return showNote(await mustFindNote(house.db, asker.team, note), context);
  const asset = about === undefined ? undefined : await assetMeant(about, context, 'roughly');
  return page({ about: asset, offset: 0 }, context);
}

async function showNote({ id, content, createdAt }: StoredNote, context: Context): Promise<Reply> {
  const { house, asker, t, locale } = context;
  const files = await filesBack(content.files, context);
  const gone = content.files.filter(({ name }) => !files.some((file) => file.name === name));
  const by = (await findPerson(house.db, asker.team, content.home.person))?.displayName ?? '—';
  return withEnglish(
    {
      tone: 'plain',
      title: t(say.showTitle, { id, kind: plain(t(NOTE_NAMES[content.kind])) }),
      facts: [
        ...factsOf(content, context, true),
        { label: t(say.labelKept), value: t(say.keptBy, { when: createdAt, name: by }) },
      ],
      text: [
        ...(gone.length === 0
          ? []
          : [t(say.filesGone, { names: gone.map(({ name }) => name), count: gone.length })]),
        ...noteText(content, context),
        nextText(content, context),
      ],
      notices: [inLanguage(quickAnswers().education, locale)],
      files,
      ...(content.asset === null
        ? { buttons: [{ label: t(say.aboutButton), press: pressOf('evidence', 'about', id) }] }
        : {}),
    },
    context,
  );
}

type Asked = {
  readonly about: Parameters<typeof listNotes>[2]['about'] | undefined;
  readonly offset: number;
};

/** `10:n_7k2m…`, as the button "More notes" carries it: a note about what is asked about, where one thing is. */
export async function replyForMoreNotes(value: string, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const [offset = '', like = ''] = value.split(':');
  const one = like === '' ? undefined : await findNote(house.db, asker.team, like);
  return page({ about: one?.content.asset ?? undefined, offset: Number(offset) || 0 }, context);
}

async function page({ about, offset }: Asked, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const found = await listNotes(house.db, asker.team, {
    ...(about === undefined ? {} : { about }),
    limit: PAGE + 1,
    offset,
  });
  const shown = found.slice(0, PAGE);
  const [newest] = shown;
  if (newest === undefined) {
    const command = code('/evidence save');
    return { tone: 'plain', title: t(say.listNone), text: [t(say.listNoneNext, { command })] };
  }
  const isWhole = offset === 0 && found.length <= PAGE;
  const like = about === undefined ? '' : newest.id;
  return {
    tone: 'plain',
    title: isWhole
      ? t(say.listTitle, { count: shown.length })
      : t(say.listPage, { from: offset + 1, to: offset + shown.length }),
    list: shown.map((note) => ({ text: lineFor(note, context) })),
    text: [t(say.listNext, { command: code(`/evidence notes note: ${newest.id}`) })],
    ...(found.length > PAGE
      ? {
          buttons: [
            { label: t(say.listMore), press: pressOf('evidence', 'notes', `${offset + PAGE}:${like}`) },
          ],
        }
      : {}),
  };
}

function lineFor({ id, content, createdAt }: StoredNote, { t }: Context): Text {
  const { asset, author, text, files } = content;
  const excerpt =
    text === null ? (files[0]?.name ?? plain(t(say.nothingSaid))) : excerptOf(text).slice(0, 80);
  const what = [asset?.title, author?.name, excerpt].filter((part) => part !== undefined).join(' · ');
  return t(say.listLine, { when: createdAt, kind: plain(t(NOTE_NAMES[content.kind])), what, id });
}

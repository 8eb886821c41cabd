import { z } from 'zod';
import { type Context, defineCommand, subcommand } from '../src/bot/command.ts';
import { explain } from '../src/bot/refusal.ts';
import { type Line, pressOf, type Reply } from '../src/bot/reply.ts';
import { leafHash } from '../src/core/ledger/hash.ts';
import { gradesOf, type SheetState, standingOf, type VersionState } from '../src/core/ledger/sheet-state.ts';
import type { Finding } from '../src/core/ledger/verify/findings.ts';
import { UserError } from '../src/core/problem.ts';
import { say as entryWords } from '../src/entries/say.ts';
import { wordsFor } from '../src/entries/words.ts';
import { noteActions, noteButtons, noteSubcommands } from '../src/licenses/note-commands.ts';
import { say as noteWords } from '../src/licenses/note-say.ts';
import { findMeant, suggestSheets } from '../src/splits/find.ts';
import { checkLedger, checkSubject, type LedgerCheck } from '../src/store/evidence-check.ts';
import { findLedger } from '../src/store/ledger.ts';
import { findPeople } from '../src/store/people.ts';
import { code, plain, type Text } from '../src/text/spans.ts';

const say = {
  ...entryWords,
  ...noteWords,
  listTitle: 'Ledger of this team: {size, plural, one {# entry} other {# entries}}',
  listLine: '{seq, number, ::group-off} · {when, date, medium}, {when, time, short} · {what}',
  listNext: 'One entry with its receipt: <code>/evidence show {seq, number, ::group-off}</code>',
  listOlder: 'Older ones',
  showTitle: 'Entry {seq, number, ::group-off}: {what}',
  when: 'Written down',
  whenValue: '{when, date, medium}, {when, time, medium} ({zone})',
  about: 'About',
  before: 'Entry before it about the same',
  first: 'none, it is the first',
  personal: 'Personal part',
  personalNone: 'there is none',
  personalKept: 'kept apart, not shown here',
  personalErased: 'erased; the entry and its proofs stand',
  leaf: 'Leaf hash',
  head: 'Head',
  headValue: '{size, plural, one {# entry} other {# entries}}, root <code>{root}</code>',
  key: 'Verifier key',
  receipt:
    'The file is the receipt: the entry, and the proof that it is in the ledger. Keep it, and nobody can change the ledger without contradicting it.',
  holds:
    'The ledger holds: {entries, plural, one {its one entry is} other {all # entries are}} as they were written',
  sheetHolds:
    '<b>{title}</b> holds: {entries, plural, one {its one entry is} other {all # entries that it rests on are}} as they were written',
  fails: '{count, plural, one {One thing does} other {# things do}} not hold in this ledger',
  caution:
    'Nothing is wrong with the ledger, but {count, plural, one {one thing is} other {# things are}} missing',
  inEntry: 'Entry {seq, number, ::group-off}: {reason}',
  inHead: 'Signed head of size {size, number, ::group-off}: {reason}',
  inWhole: 'The whole: {reason}',
  lost: '{count, plural, one {One personal part is} other {# personal parts are}} gone, and no entry says that they were erased. Restore a backup.',
  more: '… and {count, number} more',
  noHead: 'nothing was signed yet; the first receipt does it',
  later: 'Not signed yet',
  laterValue: '{count, plural, one {the newest entry} other {the newest # entries}}',
  erasedParts: 'Erased personal parts',
  version:
    'Version {version, number}: {state, select, completed {agreed by everyone} cancelled {cancelled} lapsed {lapsed} replaced {replaced by a newer version} disputed {disputed} other {open}}',
  graded: '{version} · {grades}',
  grade:
    '{grade, select, confirmed {{name} confirmed} live {{name} live} reconciled {{name} reconciled} attested {{name} attested} other {{name} has not agreed}}',
  itself:
    'This is the bot looking at its own database. To have somebody else look: <code>splitproof evidence</code> takes it out on the machine of the bot, <code>splitproof verify</code> checks it anywhere.',
  notProven:
    'Not proven by this: that an account was in the right hands, that somebody had authority to agree, that a split is fair or lawful, that everything that happened was written down.',
  failsNext: 'Write nothing more, keep a copy of the database as it is, and compare it with a backup.',
};

const PAGE = 10;
/** A reply is no place for thousands of lines; the shell's `verify` names all. */
const MOST_LINES = 10;

export default defineCommand({
  name: 'evidence',
  description: 'The ledger of this team: what was written down, and the proof of it',
  say,
  main: 'list',
  subcommands: {
    list: subcommand({
      description: 'The newest entries of the ledger',
      options: {
        before: {
          kind: 'number',
          schema: z.number().int().min(1).max(1_000_000_000).optional(),
          description: 'Only entries before this number',
        },
      },
      changesNothing: true,
      handle: ({ before }, context) => list(before, context),
    }),
    show: subcommand({
      description: 'One entry, with its receipt',
      options: {
        entry: {
          kind: 'number',
          schema: z.number().int().min(0).max(999_999_999),
          description: 'Number of the entry, as in 128',
        },
      },
      handle: ({ entry }, context) => show(entry, context),
    }),
    verify: subcommand({
      description: 'Reckon the ledger again, or one split sheet',
      options: {
        sheet: {
          schema: z.string().trim().max(200).optional(),
          description: 'Title or id of the sheet; the whole ledger without',
          suggest: suggestSheets,
        },
      },
      changesNothing: true,
      handle: ({ sheet }, context) => (sheet ? verifySheet(sheet, context) : verifyLedger(context)),
    }),
    ...noteSubcommands,
  },
  buttons: {
    older: {
      changesNothing: true,
      handle: (before, context) => list(Number(before), context),
    },
    ...noteButtons,
  },
  messageActions: noteActions,
});

async function list(before: number | undefined, { t, house, asker }: Context): Promise<Reply> {
  const { db, evidence } = house;
  const size = await sizeOf(house, asker.team);
  const end = Math.min(before ?? size, size);
  const start = Math.max(0, end - PAGE);
  const seqs = Array.from({ length: end - start }, (_, index) => start + index);
  const entries = (await evidence.rows(db, asker.team, seqs)).map(({ entry }) => entry).reverse();
  const words = await wordsFor(house, asker.team, entries, t);
  return {
    tone: 'plain',
    title: t(say.listTitle, { size }),
    list: entries.map((entry) => ({
      text: t(say.listLine, { seq: entry.seq, when: new Date(entry.at), what: words(entry) }),
    })),
    text: [t(say.listNext, { seq: Math.max(0, end - 1) })],
    ...(start === 0
      ? {}
      : { buttons: [{ label: t(say.listOlder), press: pressOf('evidence', 'older', String(start)) }] }),
  };
}

/** @throws UserError `evidence.none` */
async function sizeOf({ db }: Pick<Context['house'], 'db'>, team: string): Promise<number> {
  const ledger = await findLedger(db, team);
  if (ledger === undefined) throw new UserError({ code: 'evidence.none', details: {} });
  return ledger.size;
}

async function show(seq: number, { t, timeZone, house, asker }: Context): Promise<Reply> {
  const { db, evidence } = house;
  const { bytes: receipt, head } = await evidence.receipt(db, asker.team, seq);
  const [row] = await evidence.rows(db, asker.team, [seq]);
  if (row === undefined) {
    throw new UserError({ code: 'evidence.unknown-entry', details: { entry: seq, size: head.size } });
  }
  const { entry, bytes, sealed } = row;
  const words = await wordsFor(house, asker.team, [entry], t);
  const kept = sealed === null ? say.personalErased : say.personalKept;
  return {
    tone: 'plain',
    title: t(say.showTitle, { seq, what: words(entry) }),
    facts: [
      { label: t(say.when), value: t(say.whenValue, { when: new Date(entry.at), zone: timeZone }) },
      { label: t(say.about), value: code(entry.subject) },
      { label: t(say.before), value: entry.prev === null ? t(say.first) : String(entry.prev) },
      { label: t(say.personal), value: t(entry.sealed === undefined ? say.personalNone : kept) },
      { label: t(say.leaf), value: code(leafHash(bytes).toString('hex')) },
      { label: t(say.head), value: t(say.headValue, { size: head.size, root: head.root }) },
      { label: t(say.key), value: code(evidence.ledgerOf(asker.team).key) },
    ],
    text: [t(say.receipt)],
    files: [{ name: `receipt-${seq}.txt`, mediaType: 'text/plain; charset=utf-8', bytes: receipt }],
  };
}

async function verifyLedger(context: Context): Promise<Reply> {
  const { t, house, asker } = context;
  const check = await checkLedger(house.db, house.evidence, asker.team);
  return verdictOf(check, t(say.holds, { entries: check.entries }), [], context);
}

async function verifySheet(typed: string, context: Context): Promise<Reply> {
  const { t, house, asker } = context;
  const { id, title } = await findMeant(house, asker.team, typed);
  const check = await checkSubject(house.db, house.evidence, asker.team, `sheet/${id}`);
  if (check === undefined) throw new UserError({ code: 'split.unknown', details: { typed } });
  const sheet = check.sheets?.find(id);
  const versions = sheet === undefined ? [] : await versionLines(sheet, context);
  return verdictOf(check, t(say.sheetHolds, { title, entries: check.entries }), versions, context);
}

function verdictOf(check: LedgerCheck, holds: Text, lines: readonly Line[], { t }: Context): Reply {
  const { failures, gaps, lost, erased, head, size } = check;
  const missing = gaps.length + (lost > 0 ? 1 : 0);
  const tone = failures.length > 0 ? 'bad' : missing > 0 ? 'caution' : 'good';
  const titles = {
    bad: t(say.fails, { count: failures.length }),
    caution: t(say.caution, { count: missing }),
    good: holds,
  };
  const later = size - (head?.size ?? 0);
  const count = { bad: failures.length, caution: gaps.length, good: 0 }[tone];
  const found = (tone === 'bad' ? failures : gaps).slice(0, MOST_LINES);
  return {
    tone,
    title: titles[tone],
    list: [
      ...found.map((finding): Line => ({ tone, text: findingLine(finding, t) })),
      ...(count > MOST_LINES ? [{ text: t(say.more, { count: count - MOST_LINES }) }] : []),
      ...(lost > 0 ? [{ tone: 'caution' as const, text: t(say.lost, { count: lost }) }] : []),
      ...lines,
    ],
    facts: [
      {
        label: t(say.head),
        value: head === null ? t(say.noHead) : t(say.headValue, { size: head.size, root: head.root }),
      },
      ...(later > 0 && head !== null
        ? [{ label: t(say.later), value: t(say.laterValue, { count: later }) }]
        : []),
      ...(erased > 0 ? [{ label: t(say.erasedParts), value: String(erased) }] : []),
    ],
    text: [...(tone === 'bad' ? [t(say.failsNext)] : []), t(say.itself)],
    notices: [t(say.notProven)],
  };
}

function findingLine({ where, problem }: Finding, t: Context['t']): Text {
  const reason = explain(problem, t);
  const [, kind, number] = /^(entry|head) (\d+)$/.exec(where) ?? [];
  if (kind === 'entry') return t(say.inEntry, { seq: Number(number), reason });
  return kind === 'head' ? t(say.inHead, { size: Number(number), reason }) : t(say.inWhole, { reason });
}

async function versionLines(sheet: SheetState, { t, house, asker }: Context): Promise<readonly Line[]> {
  const versions = [...sheet.versions.values()].sort((a, b) => a.version - b.version);
  const ids = new Set(versions.flatMap(({ parties }) => [...parties.keys()]));
  const people = await findPeople(house.db, asker.team, [...ids]);
  const names = new Map(people.map(({ id, displayName }) => [id, displayName]));
  return versions.map((version): Line => {
    const state = standingOf(sheet, version);
    const text = t(say.version, { version: version.version, state });
    const grades = gradeWords(version, names, t);
    return {
      tone: state === 'completed' ? 'good' : 'plain',
      text: grades.length === 0 ? text : t(say.graded, { version: text, grades }),
    };
  });
}

function gradeWords(version: VersionState, names: ReadonlyMap<string, string>, t: Context['t']): string[] {
  return Object.entries(gradesOf(version)).map(([person, grade]) =>
    plain(t(say.grade, { name: names.get(person) ?? person, grade: grade ?? 'none' })),
  );
}

import type { House } from '../bot/command.ts';
import { type Button, MARKS, pressOf, type Reply, type Tone } from '../bot/reply.ts';
import { KIND_NAMES } from '../catalog/version-kinds.ts';
import { LAYERS, type PersonId } from '../core/ledger/entry-types.ts';
import {
  agrees,
  type Grade,
  gradesOf,
  standingOf,
  type VersionStanding,
  type VersionState,
} from '../core/ledger/sheet-state.ts';
import { changes } from '../core/sheet/changes.ts';
import type { LayerLine, SheetContent } from '../core/sheet/content.ts';
import { findPerson, type Link, linksOf } from '../store/people.ts';
import { findVersion, type StoredVersion } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { join, type Span, type Text, type Words } from '../text/spans.ts';
import type { Values } from '../text/translate.ts';
import { changeWords, inOrderOf } from './change-words.ts';
import { readContent } from './propose.ts';
import { type LedgerSheet, readSheet } from './read-sheet.ts';
import { say } from './say.ts';
import {
  AI_NAMES,
  actsForLines,
  byShare,
  comma,
  GRADE_NAMES,
  knownByLines,
  LAYER_NAMES,
  moreLines,
  namesOf,
  rolesOf,
  type Speaker,
  samplesOf,
  shareWords,
  zoneWords,
} from './words.ts';

/** A version with all that is said about it. */
export type Shown = {
  readonly sheet: LedgerSheet;
  readonly version: VersionState;
  readonly stored: StoredVersion;
  readonly content: SheetContent;
  readonly standing: VersionStanding;
  /** The agreed version in whose place it is proposed. */
  readonly amends: number | null;
  /** The version before, if there is one. */
  readonly before: SheetContent | null;
  /** What the proposer is called. */
  readonly proposer: string;
  /** The accounts of the parties. */
  readonly links: readonly Link[];
};

/** @returns undefined for a version that is not there */
export async function lookAt(
  house: House,
  db: Db,
  team: string,
  id: string,
  number: number,
): Promise<Shown | undefined> {
  const [stored, before] = await Promise.all([
    findVersion(db, team, id, number),
    findVersion(db, team, id, number - 1),
  ]);
  if (stored === undefined) return undefined;
  const sheet = await readSheet(house, db, team, id);
  const version = sheet.state.versions.get(number);
  if (version === undefined) return undefined;
  return {
    sheet,
    version,
    stored,
    content: readContent(stored.content),
    standing: standingOf(sheet.state, version),
    amends: amendsOf(sheet, number),
    before: before === undefined ? null : readContent(before.content),
    proposer: (await findPerson(db, team, stored.proposer))?.displayName ?? '',
    links: await linksOf(db, team, [...version.parties.keys()]),
  };
}

function amendsOf({ lines }: LedgerSheet, number: number): number | null {
  for (const { entry } of lines) {
    if (entry.type === 'sheet.version' && entry.data.version === number) return entry.data.amends;
  }
  return null;
}

/** Where a message stands, for mentioning the accounts that are there. */
export type Where = { readonly platform: string; readonly space: string };

/** A whole is as wide as leaves room for a name beside it on a phone. */
const BAR_CELLS = 10;
const BAR = '▇';

/** A sheet in the room: what is to be agreed, who has, and until when. */
export function sheetMessage(shown: Shown, speaker: Speaker, where: Where): Reply {
  const { content, stored, standing, version } = shown;
  const { t } = speaker;
  const values = { title: content.title, kind: t(KIND_NAMES[content.versionKind]), version: stored.version };
  const isOpen = standing === 'open' || standing === 'disputed';
  return {
    tone: 'plain',
    title: t(say.sheetTitle, values),
    text: [
      ...agreedTo(shown, speaker),
      ...(isOpen ? [t(say.meaning, { version: stored.version })] : []),
      join(
        standingLines(shown, speaker, where).map(({ tone, text }) => join([MARKS[tone], text], '')),
        '\n',
      ),
    ],
    notices: [
      t(say.hash, { hash: shortHash(version.text), sheet: stored.sheet }),
      ...changedLines(shown, speaker),
    ],
    buttons: isOpen ? buttonsOf(stored, speaker) : [detailsButton(stored, speaker)],
  };
}

/** What somebody agrees to, as far as it can be read at a glance: the layers with their shares, and what goes with them. */
export function agreedTo(shown: Shown, speaker: Speaker): readonly Words[] {
  const { content } = shown;
  const layers = LAYERS.flatMap((layer) => {
    const lines = content.layers[layer];
    return lines === undefined ? [] : [layerText(speaker.t(LAYER_NAMES[layer]), lines, content, speaker)];
  });
  return [...layers, ...asideLines(shown, speaker)];
}

export function shortHash(hash: string): string {
  return `${hash.slice(0, 8)}…${hash.slice(-4)}`;
}

function layerText(
  name: Text,
  lines: readonly LayerLine[],
  content: SheetContent,
  { t, locale }: Speaker,
): Text {
  const names = namesOf(content);
  const rows = byShare(lines, names).map(({ person, share, roles, publisher }): Words => {
    const values = { bar: barOf(share), name: names.get(person) ?? person, share: shareWords(share, t) };
    const line =
      roles.length === 0
        ? t(say.shareLine, values)
        : t(say.shareLineRoles, { ...values, roles: rolesOf(roles, locale).join(comma(locale)) });
    if (publisher === null) return line;
    const { name } = publisher;
    return t(say.shareLinePublisher, { line, name, share: shareWords(publisher.share, t) });
  });
  return join([strongly(name), ...rows], '\n');
}

function strongly(text: Text): Text {
  return text.map((span): Span => ({ ...span, style: 'strong' }));
}

/** As long as the share is large; never nothing. */
function barOf(share: string): string {
  const [numerator = 1, denominator = 1] = share.split('/').map(Number);
  return BAR.repeat(Math.max(1, Math.round((numerator / denominator) * BAR_CELLS)));
}

/** What else is agreed to, where there is something to say. */
function asideLines({ content, amends }: Shown, speaker: Speaker): readonly Words[] {
  const { samples, ai } = content;
  const { t } = speaker;
  return [
    ...(amends === null ? [] : [t(say.frozenAmends, { version: amends })]),
    ...actsForLines(content, speaker),
    ...(samples === 'none' ? [] : [t(say.frozenSamples, { samples: samplesOf(samples, t) })]),
    ...(ai === 'none' ? [] : [t(say.frozenAi, { ai: t(AI_NAMES[ai]) })]),
    ...moreLines(content, speaker),
    ...knownByLines(content, speaker),
  ];
}

type Marked = { readonly tone: Tone; readonly text: Words };

/** Who has agreed, who is missing, and what stands in the way. */
function standingLines(shown: Shown, speaker: Speaker, where: Where): readonly Marked[] {
  const { version, stored, standing, content, links } = shown;
  const { t } = speaker;
  const ended = endedLine(shown, speaker);
  if (standing === 'completed' && ended !== null) return [ended, ...agreedLines(shown, speaker, where)];
  if (ended !== null) return [ended];
  const names = namesOf(content);
  const parties = [...names.keys()].flatMap((person) => {
    const state = version.parties.get(person);
    return state === undefined ? [] : [[person, state] as const];
  });
  const of = (test: (state: (typeof parties)[number][1]) => boolean): readonly PersonId[] =>
    parties.filter(([, state]) => test(state)).map(([person]) => person);
  const disputing = of((state) => state.disputes && !state.approves);
  const undecided = of((state) => state.disputes && state.approves);
  const missing = of((state) => !state.disputes && !state.approves);
  const unlinked = missing.filter((person) => !links.some((link) => link.person === person));
  const line = (tone: Tone, message: string, people: readonly PersonId[]) =>
    people.length === 0
      ? []
      : [{ tone, text: t(message, { names: mentions(people, names, links, where, speaker) }) }];
  const open: Values = {
    agreed: of(agrees).length,
    all: parties.length,
    until: stored.endsAt,
    zone: zoneWords(speaker),
  };
  return [
    { tone: standing === 'disputed' ? 'caution' : 'waiting', text: t(say.openUntil, open) },
    ...agreedLines(shown, speaker, where),
    ...line('bad', say.whoDisputes, disputing),
    ...line('caution', say.whoUndecided, undecided),
    ...line('waiting', say.whoMissing, missing),
    ...line('caution', say.noAccount, unlinked),
  ];
}

const GRADES = Object.keys(GRADE_NAMES) as readonly Grade[];

/** Who agrees, a line for each grade: how good the evidence for a mark is, is said wherever the mark is. */
function agreedLines({ version, content, links }: Shown, speaker: Speaker, where: Where): readonly Marked[] {
  const { t } = speaker;
  const names = namesOf(content);
  const grades = gradesOf(version);
  return GRADES.flatMap((grade) => {
    const people = [...names.keys()].filter((person) => grades[person] === grade);
    if (people.length === 0) return [];
    const values = { grade: t(GRADE_NAMES[grade]), names: mentions(people, names, links, where, speaker) };
    return [{ tone: 'good' as const, text: t(say.whoAgreed, values) }];
  });
}

/** Names with commas between; accounts of this place are mentioned, so that their owners hear of it. */
function mentions(
  people: readonly PersonId[],
  names: ReadonlyMap<PersonId, string>,
  links: readonly Link[],
  where: Where,
  { locale }: Speaker,
): Text {
  return join(
    people.map((person): Words => {
      const name = names.get(person) ?? person;
      const link = links.find(
        (one) => one.person === person && one.platform === where.platform && one.space === where.space,
      );
      return link === undefined ? name : [{ text: name, account: link.account }];
    }),
    comma(locale),
  );
}

function endedLine({ standing, stored, sheet }: Shown, speaker: Speaker): Marked | null {
  const { t } = speaker;
  switch (standing) {
    case 'completed': {
      const { completed } = sheet.state;
      const rules = completed === null || completed === stored.version;
      if (rules) return { tone: 'good', text: t(say.stateCompleted) };
      return { tone: 'caution', text: t(say.stateReplaced, { version: completed }) };
    }
    case 'cancelled':
      return { tone: 'bad', text: t(say.stateCancelled) };
    case 'lapsed':
      return { tone: 'bad', text: t(say.stateLapsed, { when: stored.endsAt, zone: zoneWords(speaker) }) };
    case 'replaced':
      return { tone: 'caution', text: t(say.stateReplaced, { version: sheet.state.newest ?? 0 }) };
    default:
      return null;
  }
}

export function changedLines({ content, before, stored }: Shown, speaker: Speaker): readonly Words[] {
  if (before === null) return [];
  const found = changes(before, content);
  if (found.length === 0) return [];
  const text = join(
    inOrderOf(found, [...namesOf(content).keys()]).map((change) => changeWords(change, speaker)),
    ' · ',
  );
  return [speaker.t(say.changedSince, { version: stored.version - 1, changes: text })];
}

function buttonsOf(stored: StoredVersion, speaker: Speaker): readonly Button[] {
  const { t } = speaker;
  const which = `${stored.sheet}:${stored.version}`;
  return [
    { label: t(say.approve), style: 'primary', press: pressOf('split', 'approve', which) },
    { label: t(say.dispute), style: 'danger', press: pressOf('split', 'dispute', which) },
    detailsButton(stored, speaker),
  ];
}

export function detailsButton({ sheet, version }: StoredVersion, { t }: Speaker): Button {
  return { label: t(say.details), press: pressOf('split', 'details', `${sheet}:${version}`) };
}

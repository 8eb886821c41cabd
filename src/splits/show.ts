import type { House } from '../bot/command.ts';
import { type Button, MARKS, pressOf, type Reply } from '../bot/reply.ts';
import { KIND_NAMES } from '../catalog/version-kinds.ts';
import { LAYERS } from '../core/ledger/entry-types.ts';
import { standingOf, type VersionStanding, type VersionState } from '../core/ledger/sheet-state.ts';
import { changes } from '../core/sheet/changes.ts';
import type { LayerLine, SheetContent } from '../core/sheet/content.ts';
import { findPerson, type Link, linksOf } from '../store/people.ts';
import { findVersion, type StoredVersion } from '../store/sheets.ts';
import type { Db } from '../store/tables.ts';
import { comma } from '../text/locale.ts';
import { join, type Span, type Text, type Words } from '../text/spans.ts';
import { changeWords, inOrderOf } from './change-words.ts';
import { readContent } from './propose.ts';
import { type LedgerSheet, readSheet } from './read-sheet.ts';
import { say } from './say.ts';
import { standingLines } from './standing.ts';
import {
  AI_NAMES,
  actsForLines,
  byShare,
  knownByLines,
  LAYER_NAMES,
  moreLines,
  namesOf,
  rolesOf,
  type Speaker,
  samplesOf,
  shareWords,
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

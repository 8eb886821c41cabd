import {
  type Grade,
  type PartyState,
  type SheetState,
  startSheet,
  type VersionState,
} from './sheet-state.ts';

/** Sheets whose state is kept open. Entries about one sheet mostly come close together. */
const OPEN_SHEETS = 128;

/**
 * The states of very many sheets. All but the ones that changed last are kept folded up as text, about a fifth of the
 * size, so that a ledger with a hundred thousand sheets is read in little memory.
 */
export type SheetShelf = {
  /** The state to change; a new one for a sheet that was not seen before. */
  open(sheet: string): SheetState;
  /** The state to look at, if the sheet was seen. */
  find(sheet: string): SheetState | undefined;
  /** Every sheet, by name. */
  all(): Iterable<SheetState>;
};

export function makeShelf(openSheets = OPEN_SHEETS): SheetShelf {
  /** In the order in which they were opened last. */
  const open = new Map<string, SheetState>();
  const folded = new Map<string, string>();
  const unfold = (sheet: string): SheetState | undefined => {
    const text = folded.get(sheet);
    return text === undefined ? undefined : unfoldSheet(sheet, text);
  };
  return {
    open(sheet) {
      const state = open.get(sheet) ?? unfold(sheet) ?? startSheet(sheet);
      open.delete(sheet);
      open.set(sheet, state);
      // A name that is known keeps its place, so folded up or not there is one of each.
      if (!folded.has(sheet)) folded.set(sheet, '');
      const [oldest] = open.values();
      if (open.size > openSheets && oldest !== undefined) {
        folded.set(oldest.sheet, foldUp(oldest));
        open.delete(oldest.sheet);
      }
      return state;
    },
    find: (sheet) => open.get(sheet) ?? unfold(sheet),
    *all() {
      for (const sheet of [...folded.keys()].sort()) {
        const state = open.get(sheet) ?? unfold(sheet);
        if (state !== undefined) yield state;
      }
    },
  };
}

type FoldedParty = readonly [
  person: string,
  approves: boolean,
  disputes: boolean,
  approval: number | null,
  approvalGrade: Grade | null,
  counted: number | null,
  countedGrade: Grade | null,
];
type FoldedVersion = readonly [
  ...[
    version: number,
    seq: number,
    atMs: number,
    text: string,
    textOpen: boolean,
    ended: VersionState['ended'],
  ],
  parties: readonly FoldedParty[],
];
type FoldedMark = readonly [seq: number, version: number, person: string | null, confirmable: boolean];
type Folded = readonly [
  versions: readonly FoldedVersion[],
  newest: number | null,
  completed: number | null,
  posts: readonly (readonly [place: string, versions: readonly number[]])[],
  marks: readonly FoldedMark[],
  files: readonly number[],
];

function foldUp({ versions, newest, completed, posts, marks, files }: SheetState): string {
  const folded: Folded = [
    [...versions.values()].map((v) => [
      v.version,
      v.seq,
      v.atMs,
      v.text,
      v.textOpen,
      v.ended,
      foldParties(v),
    ]),
    newest,
    completed,
    [...posts].map(([place, shown]) => [place, [...shown]]),
    marks.map(({ seq, version, person, confirmable }) => [seq, version, person, confirmable]),
    [...files],
  ];
  return JSON.stringify(folded);
}

function foldParties({ parties }: VersionState): readonly FoldedParty[] {
  return [...parties].map(([person, p]) => [
    ...([person, p.approves, p.disputes, p.approval, p.approvalGrade] as const),
    ...([p.counted, p.countedGrade] as const),
  ]);
}

function unfoldSheet(sheet: string, text: string): SheetState {
  const [versions, newest, completed, posts, marks, files] = JSON.parse(text) as Folded;
  return {
    sheet,
    versions: new Map(versions.map((version) => [version[0], unfoldVersion(version)])),
    newest,
    completed,
    posts: new Map(posts.map(([place, shown]) => [place, new Set(shown)])),
    marks: marks.map(([seq, version, person, confirmable]) => ({ seq, version, person, confirmable })),
    files: new Set(files),
  };
}

function unfoldVersion([version, seq, atMs, text, textOpen, ended, parties]: FoldedVersion): VersionState {
  return { version, seq, atMs, text, textOpen, ended, parties: new Map(parties.map(unfoldParty)) };
}

function unfoldParty([person, approves, disputes, ...rest]: FoldedParty): readonly [string, PartyState] {
  const [approval, approvalGrade, counted, countedGrade] = rest;
  return [person, { approves, disputes, approval, approvalGrade, counted, countedGrade }];
}

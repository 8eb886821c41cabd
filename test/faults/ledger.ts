/**
 * A reading of the ledger of its own: from the rows of the database, after docs/evidence-format.md, with nothing of the
 * bot's. Only what the faults need.
 */

export type TableRow = {
  readonly seq: number | string;
  readonly text: string;
  readonly sealed: string | null;
};

export type MarkWord = 'approve' | 'dispute';

/** What stands of one party. */
export type Standing = Record<MarkWord, boolean>;

export type Version = {
  readonly sheet: string;
  readonly version: number;
  readonly text: string;
  readonly parties: ReadonlyMap<string, Standing>;
  /** Messages that the ledger says it was posted in. */
  readonly messages: string[];
  /** The entries that say it is agreed, and when they were written. */
  readonly completed: { readonly seq: number; readonly atMs: number }[];
  /** Everyone agrees, and the ledger has not said so yet. */
  owed: boolean;
};

export type Mark = {
  readonly seq: number;
  readonly account: string;
  readonly seen: string;
};

export type Ledger = {
  readonly size: number;
  readonly people: ReadonlyMap<string, string>;
  readonly versions: readonly Version[];
  readonly marks: readonly Mark[];
  /** What no ledger may hold. */
  readonly problems: readonly string[];
};

type Json = Readonly<Record<string, unknown>>;
type Line = {
  readonly at: string;
  readonly seq: number;
  readonly type: string;
  readonly data: Json;
  readonly sealed: Json;
};

/** Entries of one ledger in the order of their numbers. */
export function readLedger(rows: readonly TableRow[]): Ledger {
  const people = new Map<string, string>();
  const versions = new Map<string, Version>();
  const marks: Mark[] = [];
  const problems: string[] = [];
  const versionOf = ({ sheet, version }: Json) => versions.get(`${sheet}:${version}`);

  for (const [index, row] of rows.entries()) {
    const { at, seq, type, data, sealed } = readLine(row);
    if (seq !== index || Number(row.seq) !== index) problems.push(`entry ${index} has the number ${seq}`);
    const version = versionOf(data);
    if (type === 'person.linked') {
      const account = String(sealed.account);
      if (people.has(account)) problems.push(`entry ${seq}: ${account} is two people`);
      people.set(account, String(data.person));
    } else if (type === 'sheet.version') versions.set(`${data.sheet}:${data.version}`, newVersion(data));
    else if (type === 'sheet.posted') version?.messages.push(messageIn(data));
    else if (type === 'mark' && version !== undefined) {
      marks.push({ seq, account: String(sealed.account), seen: String(data.seen) });
      const wrong = takeMark(version, data);
      if (wrong !== null) problems.push(`entry ${seq}: ${wrong}`);
    } else if (type === 'sheet.completed' && version !== undefined) {
      if (!version.owed) problems.push(`entry ${seq}: completed without everyone, or twice`);
      version.owed = false;
      version.completed.push({ seq, atMs: Date.parse(at) });
    }
  }
  for (const { sheet, version, owed } of versions.values())
    if (owed) problems.push(`${sheet}, version ${version}: everyone agrees, and it was not completed`);
  return { size: rows.length, people, versions: [...versions.values()], marks, problems };
}

function readLine({ text, sealed }: TableRow): Line {
  const { at, seq, type, data } = JSON.parse(text) as Omit<Line, 'sealed'>;
  return { at, seq, type, data, sealed: sealed === null ? {} : (JSON.parse(sealed) as Json) };
}

function newVersion(data: Json): Version {
  const parties = (data.parties as readonly string[]).map((person) => {
    const nothing: Standing = { approve: false, dispute: false };
    return [person, nothing] as const;
  });
  return {
    sheet: String(data.sheet),
    version: Number(data.version),
    text: String(data.text),
    parties: new Map(parties),
    messages: [],
    completed: [],
    owed: false,
  };
}

function messageIn({ at_message: at }: Json): string {
  return String((at as Json).message);
}

/** @returns what is wrong with it: nobody adds what stands, or takes away what does not */
function takeMark(version: Version, { party, mark, act }: Json): string | null {
  const standing = version.parties.get(String(party));
  if (standing === undefined) return `${party} is no party`;
  const word = mark as MarkWord;
  const added = act === 'added';
  if (standing[word] === added) return `${word} ${act}, which changes nothing: doubled`;
  standing[word] = added;
  version.owed = version.completed.length === 0 && [...version.parties.values()].every(agrees);
  return null;
}

export function agrees({ approve, dispute }: Standing): boolean {
  return approve && !dispute;
}

import { agrees, type Ledger, type MarkWord, type Version } from './ledger.ts';
import type { Deed, Stage } from './stage.ts';

export type Report = {
  /** Reactions that stand on the platform and not in the ledger. */
  readonly lost: readonly string[];
  /** Marks that stand in the ledger and not on the platform. */
  readonly phantom: readonly string[];
  /** What was posted more than once, or never. */
  readonly posts: readonly string[];
  /** Receipts that somebody got more than once, or never. */
  readonly receipts: readonly string[];
  readonly problems: readonly string[];
};

const MARKS: ReadonlyMap<string, MarkWord> = new Map([
  ['white_check_mark', 'approve'],
  ['heavy_check_mark', 'approve'],
  ['+1', 'approve'],
  ['✅', 'approve'],
  ['👍', 'approve'],
  ['☑', 'approve'],
  ['x', 'dispute'],
  ['-1', 'dispute'],
  ['❌', 'dispute'],
  ['👎', 'dispute'],
]);

function markOf(emoji: string): MarkWord | undefined {
  return MARKS.get(emoji.replace(/::skin-tone-\d$|[\u{1f3fb}-\u{1f3ff}]|\ufe0f/gu, ''));
}

/** Everything that a platform shows in the end. */
type Seen = Pick<Stage, 'posts' | 'told'>;

/** Hold what the platform shows in the end against the ledger. */
export function check(stage: Seen, ledger: Ledger, history: readonly Deed[]): Report {
  const marks = compareMarks(stage, ledger);
  return {
    lost: marks.filter(({ there }) => there).map(({ what }) => what),
    phantom: marks.filter(({ there }) => !there).map(({ what }) => what),
    posts: [
      ...ledger.versions.flatMap((version) => comparePosts(stage, version)),
      ...strangers(stage, ledger),
    ],
    receipts: compareReceipts(stage, ledger),
    problems: [...ledger.problems, ...falseAgreements(stage, ledger, history)],
  };
}

/** Posts that show a version: they name the sheet and the hash of its text. */
function postsOf(stage: Seen, { sheet, text }: Version) {
  const hash = new RegExp(`\\b${text.slice(0, 8)}\\b`);
  return stage.posts().filter((post) => post.text.includes(sheet) && hash.test(post.text));
}

/** What the platform shows of each party: `approve s_1:2 p_1` and so on, and whether it stands. */
export function standingThere(stage: Seen, { people, versions }: Ledger): ReadonlyMap<string, boolean> {
  const standing = new Map<string, boolean>();
  for (const version of versions) {
    for (const party of version.parties.keys())
      for (const mark of WORDS) standing.set(keyOf(version, party, mark), false);
    for (const { account, emoji } of postsOf(stage, version).flatMap(({ reactions }) => reactions)) {
      const party = people.get(account);
      const mark = markOf(emoji);
      if (party !== undefined && mark !== undefined && version.parties.has(party))
        standing.set(keyOf(version, party, mark), true);
    }
  }
  return standing;
}

const WORDS = ['approve', 'dispute'] as const;

function keyOf({ sheet, version }: Version, party: string, mark: MarkWord): string {
  return `${mark} ${sheet}:${version} ${party}`;
}

type Difference = { readonly there: boolean; readonly what: string };

function compareMarks(stage: Seen, ledger: Ledger): Difference[] {
  const there = standingThere(stage, ledger);
  return ledger.versions.flatMap((version) =>
    [...version.parties].flatMap(([party, kept]) =>
      WORDS.map((mark) => ({ mark, what: keyOf(version, party, mark) }))
        .filter(({ mark, what }) => kept[mark] !== there.get(what))
        .map(({ what }) => ({ there: there.get(what) === true, what })),
    ),
  );
}

/** How long an event may be on its way until it is written down. */
const ON_THE_WAY_MS = 10_000;

/** Versions that were completed although, shortly before, there was no moment at which everyone agreed. */
function falseAgreements(stage: Seen, { people, versions }: Ledger, history: readonly Deed[]): string[] {
  return versions.flatMap((version) => {
    const posts = new Set(postsOf(stage, version).map(({ id }) => id));
    const deeds = history.filter(({ post }) => posts.has(post));
    return version.completed
      .filter(({ atMs }) => !agreedBetween(version, people, deeds, atMs - ON_THE_WAY_MS, atMs + 1))
      .map(({ seq }) => `entry ${seq}: completed, and nobody saw everyone agree`);
  });
}

function agreedBetween(
  { parties }: Version,
  people: ReadonlyMap<string, string>,
  deeds: readonly Deed[],
  from: number,
  to: number,
): boolean {
  const there = new Set<string>();
  const says = (person: string, mark: MarkWord) =>
    [...there].some((one) => {
      const [account = '', , emoji = ''] = one.split(' ');
      return people.get(account) === person && markOf(emoji) === mark;
    });
  const everyone = () =>
    [...parties.keys()].every((person) =>
      agrees({ approve: says(person, 'approve'), dispute: says(person, 'dispute') }),
    );
  for (const [index, { account, post, emoji, isThere }] of deeds.entries()) {
    const key = `${account} ${post} ${emoji}`;
    if (isThere) there.add(key);
    else there.delete(key);
    const begins = deeds[index]?.atMs ?? 0;
    const ends = deeds[index + 1]?.atMs ?? Number.POSITIVE_INFINITY;
    if (begins <= to && ends >= from && everyone()) return true;
  }
  return false;
}

function comparePosts(stage: Seen, version: Version): string[] {
  const name = `${version.sheet}, version ${version.version}`;
  const shown = postsOf(stage, version).length;
  const problems: string[] = [];
  if (shown !== 1) problems.push(`${name}: shown ${shown} times`);
  if (version.messages.length !== 1) problems.push(`${name}: ${version.messages.length} entries say where`);
  for (const { seq } of version.completed) {
    const said = stage.posts().filter(({ text }) => saysAgreed(text) === seq).length;
    if (said !== 1) problems.push(`${name}: said ${said} times that it is agreed`);
  }
  return problems;
}

/** The entry that a post of an agreement names. */
function saysAgreed(text: string): number | null {
  const found = /Ledger entry (\d+)\b/.exec(text);
  return found === null ? null : Number(found[1]);
}

/** Posts about sheets or agreements that the ledger has never heard of. */
function strangers(stage: Seen, { versions }: Ledger): string[] {
  const completed = new Set(versions.flatMap((version) => version.completed.map(({ seq }) => seq)));
  const sheets = new Set(versions.map(({ sheet }) => sheet));
  return stage.posts().flatMap(({ id, text }) => {
    const agreed = saysAgreed(text);
    const sheet = /\bs_[a-z0-9]{16,}/.exec(text)?.[0];
    if (agreed !== null && !completed.has(agreed)) return [`post ${id} tells of no entry`];
    return agreed === null && sheet !== undefined && !sheets.has(sheet) ? [`post ${id} shows no sheet`] : [];
  });
}

function compareReceipts(stage: Seen, { marks }: Ledger): string[] {
  const told = new Map<string, number>();
  for (const { account, text } of stage.told()) {
    const seq = /\bEntry\W{1,6}(\d+)\b/.exec(text)?.[1];
    if (seq === undefined) continue;
    const key = `${account} ${seq}`;
    told.set(key, (told.get(key) ?? 0) + 1);
  }
  return marks.flatMap(({ seq, account }) => {
    const count = told.get(`${account} ${seq}`) ?? 0;
    return count === 1 ? [] : [`entry ${seq}: ${account} got ${count} receipts`];
  });
}

import type { Untouched } from './database.ts';
import { DAY_MS, type Promised } from './reminders-promised.ts';
import type { Post } from './stage.ts';

/** What was seen of the processes: somebody was there from then on; one died, and whether others live; nobody is there. */
export type Sight = { readonly atMs: number; readonly kind: 'there' | 'death' | 'nobody' };

export type RemindersReport = {
  /** Promised, and neither said nor named as missed. */
  readonly lost: readonly string[];
  /** Said or named more than once. */
  readonly doubled: readonly string[];
  /** Before its time, at another hour than ten, late without a word, or of no promise at all. */
  readonly wrong: readonly string[];
  /** After its release was moved or cancelled. */
  readonly stale: readonly string[];
  readonly said: number;
  readonly named: number;
  /** Due, and moved or cancelled before anybody was there to say it. */
  readonly overtaken: number;
  /** How late those came that somebody was there for, while nobody died; sorted. */
  readonly latenessMs: readonly number[];
};

/** What is under way when somebody moves a release may still come. */
const UNDER_WAY_MS = 15_000;
/** From then on the bot has to say that it is late; its own clock may be read a little before. */
const PUNCTUAL_MS = 10 * 60_000;
const SLACK_MS = 60_000;
/** Whoever lived undisturbed for so long while something was due has said it. */
const LONG_MS = 150_000;

/** A post as people read it. */
type Said = {
  readonly post: Post;
  readonly title: string;
  readonly day: string;
  /** The reminder that it is; null where it only names others. */
  readonly current: number | null;
  readonly missed: readonly number[];
  readonly isAfter: boolean;
  /** What it says it was due, as `2026-12-12 10:00`; null where it does not say that it is late. */
  readonly lateFor: string | null;
};

/** Everything that the checker goes by. */
export type Seen = {
  readonly posts: readonly Post[];
  readonly promised: readonly Promised[];
  readonly sights: readonly Sight[];
  readonly untouched: readonly Untouched[];
};

/** Hold everything that people see in the channel against everything that was promised. */
export function checkReminders({ posts, promised, sights, untouched }: Seen): RemindersReport {
  const read = posts.flatMap((post) => readPost(post) ?? []);
  const found = promised.map((one) => ({ one, ...saying(read, one) }));
  const known = new Set(found.flatMap(({ as, in: within }) => [...as, ...within]).map(({ post }) => post.id));
  const counts = found.map((each) => ({ ...each, count: each.as.length + each.in.length }));
  const over = counts.filter(({ one }) => Number.isFinite(one.untilMs));
  return {
    lost: counts.filter((each) => each.count === 0 && isOwed(each.one, sights)).map(({ one }) => nameOf(one)),
    doubled: counts
      .filter(({ count }) => count > 1)
      .map(({ one, count }) => `${nameOf(one)}: ${count} times`),
    wrong: [
      ...read.filter(({ post }) => !known.has(post.id)).map(({ post }) => `nobody asked for: ${post.text}`),
      ...counts.flatMap(({ one, as, in: within }) => [
        ...as.flatMap((said) => wrongTimes(one, said)),
        ...within
          .filter(({ post }) => post.atMs < one.dueMs)
          .map(() => `${nameOf(one)}: named before its time`),
      ]),
      ...wrongJobs(promised, untouched),
    ],
    stale: over.flatMap(({ one, as, in: within }) =>
      [...as, ...within]
        .filter(({ post }) => post.atMs > one.untilMs + UNDER_WAY_MS)
        .map(({ post }) => `${nameOf(one)}: ${Math.round((post.atMs - one.untilMs) / 1000)} s too late`),
    ),
    said: counts.reduce((sum, { as }) => sum + as.length, 0),
    named: counts.reduce((sum, { in: within }) => sum + within.length, 0),
    overtaken: over.filter(({ one, count }) => count === 0 && one.dueMs < one.untilMs).length,
    latenessMs: counts
      .flatMap(({ one, as }) => as.map(({ post }) => ({ from: one.dueMs, to: post.atMs })))
      .filter(({ from, to }) => isAttended(from, to, sights))
      .map(({ from, to }) => to - from)
      .sort((a, b) => a - b),
  };
}

function nameOf({ title, day, zone, daysBefore }: Promised): string {
  return `${title}, ${day} (${zone}), ${daysBefore === null ? 'the day after' : `${daysBefore} days before`}`;
}

/** The posts that say it themselves, and those that name it as missed. */
function saying(read: readonly Said[], { title, day, daysBefore }: Promised) {
  const about = read.filter((said) => said.title === title && said.day === day);
  if (daysBefore === null) return { as: about.filter(({ isAfter }) => isAfter), in: [] };
  return {
    as: about.filter(({ isAfter, current }) => !isAfter && current === daysBefore),
    in: about.filter(({ missed }) => missed.includes(daysBefore)),
  };
}

/** It stands to the end; or somebody lived long enough to say it before it was moved. */
function isOwed({ dueMs, untilMs }: Promised, sights: readonly Sight[]): boolean {
  if (!Number.isFinite(untilMs)) return true;
  const starts = [dueMs, ...sights.map(({ atMs }) => atMs).filter((atMs) => atMs > dueMs)];
  return starts.some((from) => from + LONG_MS < untilMs && isAttended(from, from + LONG_MS, sights));
}

/** Somebody was there at the beginning, and from then to the end nobody died and not all were gone. */
function isAttended(from: number, to: number, sights: readonly Sight[]): boolean {
  const before = sights.findLast(({ atMs }) => atMs <= from);
  return (
    before?.kind === 'there' &&
    !sights.some(({ atMs, kind }) => kind !== 'there' && atMs > from && atMs <= to)
  );
}

function wrongTimes(one: Promised, { post, lateFor }: Said): readonly string[] {
  const lateMs = post.atMs - one.dueMs;
  if (lateMs < 0) return [`${nameOf(one)}: said ${-lateMs} ms before its time`];
  // What comes the day after says nothing of when it was due.
  if (one.daysBefore === null) return [];
  const dueDay = new Date(Date.parse(one.day) - one.daysBefore * DAY_MS).toISOString().slice(0, 10);
  if (lateFor !== null && lateFor !== `${dueDay} 10:00`)
    return [`${nameOf(one)}: says it was due ${lateFor}`];
  if (lateFor === null && lateMs > PUNCTUAL_MS + SLACK_MS)
    return [`${nameOf(one)}: late, and does not say so`];
  if (lateFor !== null && lateMs < PUNCTUAL_MS) return [`${nameOf(one)}: not late, and says so`];
  return [];
}

/** When the bot means to say something, against when it was promised. */
function wrongJobs(promised: readonly Promised[], untouched: readonly Untouched[]): readonly string[] {
  const dues = new Map(
    promised.map(({ release, day, zone, daysBefore, dueMs }) => [
      [release, day, zone, ...(daysBefore === null ? [] : [daysBefore])].join(':'),
      dueMs,
    ]),
  );
  return untouched
    .filter(({ kind }) => kind === 'release-remind' || kind === 'release-after')
    .filter(({ key, dueMs }) => dues.get(key) !== dueMs)
    .map(({ key, dueMs }) => `${key}: due ${new Date(dueMs).toISOString()}, which nobody was promised`);
}

/** @returns null for what is none of ours to look at */
export function readPost(post: Post): Said | null {
  const text = post.text.replace(/[*_#`\\]/g, '').replace(/\s+/g, ' ');
  const found =
    /(\p{L}+ \d+) c(?:omes out (today|in \d+ days?)[,:]|ame out on) \w+, (\d+ \w+ \d{4})(.*)/u.exec(text);
  if (found === null) return null;
  const [, title = '', left, dayWords = '', rest = ''] = found;
  const day = isoOf(dayWords);
  const isAfter = left === undefined && rest.startsWith(': what to register');
  const late = /it was due (\d+ \w+ \d{4}), (\d\d:\d\d), and comes/.exec(rest);
  const lateFor = late === null ? null : `${isoOf(late[1] ?? '')} ${late[2]}`;
  const missed = /(?:Missed and gathered here: the reminders?|The reminders?) ([\d, and]+) days before/.exec(
    rest,
  )?.[1];
  const current =
    left === undefined
      ? null
      : lateFor === null
        ? Number(/\d+/.exec(left)?.[0] ?? 0)
        : Math.round((Date.parse(day) - Date.parse(lateFor.slice(0, 10))) / DAY_MS);
  return {
    ...{ post, title, day, current, isAfter, lateFor },
    missed: (missed?.match(/\d+/g) ?? []).map(Number),
  };
}

function isoOf(words: string): string {
  return new Date(`${words} UTC`).toISOString().slice(0, 10);
}

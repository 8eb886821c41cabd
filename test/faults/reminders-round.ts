import { setTimeout as pause } from 'node:timers/promises';
import type { Untouched } from './database.ts';
import type { MovedClock } from './moved-clock.ts';
import { START_PATIENCE_MS } from './people.ts';
import { checkReminders, type RemindersReport, type Seen, type Sight } from './reminders-check.ts';
import { changesOf, DAY_MS, type Promised, promisedBy } from './reminders-promised.ts';
import { Running, type Setting, SOON_MS } from './running.ts';

export type Season = 'autumn' | 'spring';

export type RemindersRound = Setting & {
  readonly clock: MovedClock;
  readonly kills: number;
  readonly season: Season;
  /** Releases in each zone. */
  readonly each: number;
  /** How often somebody is there in the end and lives. */
  readonly lastVisits: number;
};

export type RemindersOutcome = RemindersReport & {
  readonly kills: number;
  /** How many of those left something half done. */
  readonly amid: number;
  readonly promised: number;
  readonly moved: number;
  readonly cancelled: number;
  readonly settledMs: number;
  /** What still waited when patience ran out, and what was given up. */
  readonly left: readonly string[];
  readonly seen: Seen;
};

const ZONES = [
  'Europe/Berlin',
  'America/Sao_Paulo',
  'Asia/Taipei',
  'Pacific/Chatham',
  'Africa/Casablanca',
] as const;
export const SEASONS: Readonly<Record<Season, { readonly from: string; readonly to: string }>> = {
  autumn: { from: '2026-09-10', to: '2026-12-01' },
  spring: { from: '2027-01-20', to: '2027-05-01' },
};
/** Where the clocks of a zone never change, it goes by the days of this one. */
const LIKE = 'Europe/Berlin';
/** So many days after a clock change they come out: then some reminder of each falls on it. */
const AFTER_CHANGE = [0, 1, 3, 7, 2] as const;
const REMINDERS = '7, 3, 1, 0';
const KINDS = ['release-remind', 'release-after'] as const;

/** A life ends among so many requests after something was due, or when it has lasted long enough. */
const MOST_REQUESTS = 4;
const LONGEST_LIFE_MS = 4000;
/** What a dead process held is free again after this. */
const HELD_MS = 16_000;
const SETTLES_MS = 3000;
/** How long a post may wait until the platform has told whether it is there already. */
const WORD_MS = 80_000;
/** Nobody types in the moment in which a bot comes up. */
const FIRST_WORD_MS = 1500;
const LOOK_MS = 50;
/** Between a request and what follows from its answer are some milliseconds. */
const LOOK_CLOSELY_MS = 2;

/**
 * Releases around clock changes; a bot that is there when their reminders are due and dies over them, is away for days
 * in between, and people who move or cancel releases meanwhile. Then everything that is seen in the channel is held
 * against what was promised.
 */
export async function playReminders(round: RemindersRound): Promise<RemindersOutcome> {
  const play = new Play(round);
  try {
    return await play.all();
  } finally {
    await play.running.end();
  }
}

class Play {
  readonly #round: RemindersRound;
  readonly running: Running;
  readonly #owner: string;
  readonly #sights: Sight[] = [];
  readonly #untouched = new Map<string, Untouched>();
  /** Titles whose release was moved, or is to be cancelled once the question is there. */
  readonly #changed = new Set<string>();
  readonly #toCancel = new Set<string>();
  #promised: readonly Promised[] = [];
  #startMs = 3000;
  #kills = 0;
  #amid = 0;

  constructor(round: RemindersRound) {
    this.#round = round;
    this.running = new Running({ ...round, told: round.clock.variables });
    this.#owner = round.stage.people[0] ?? '';
  }

  async all(): Promise<RemindersOutcome> {
    const { stage, clock, chance, kills } = this.#round;
    await this.#plan();
    for (
      let last = this.#round.lastVisits;
      this.#kills < kills || last > 0;
      last -= this.#kills < kills ? 0 : 1
    ) {
      const moments = this.#moments();
      if (moments.length === 0) break;
      await this.#leave();
      await this.#visit(
        moments[Math.min(chance.below(10) === 0 ? 6 : chance.below(2), moments.length - 1)] ?? 0,
      );
      await this.#read();
    }
    stage.calm();
    await this.#leave();
    await this.#read();
    clock.jumpTo(Math.max(...this.#promised.map(({ dueMs }) => dueMs)) + DAY_MS);
    const settled = await this.#settle();
    await this.running.stop();
    await this.#read();
    const untouched = [...this.#untouched.values()];
    const seen = { posts: stage.posts(), promised: this.#promised, sights: this.#sights, untouched };
    return { ...checkReminders(seen), ...settled, ...this.#figures(), seen };
  }

  #figures() {
    const ended = new Set(
      this.#promised.flatMap(({ release, untilMs }) => (untilMs < Infinity ? release : [])),
    );
    const stands = new Set(
      this.#promised.flatMap(({ release, untilMs }) => (untilMs < Infinity ? [] : release)),
    );
    const moved = [...ended].filter((release) => stands.has(release)).length;
    const due = this.#promised.filter(({ dueMs, untilMs }) => dueMs < untilMs);
    return {
      ...{ kills: this.#kills, amid: this.#amid, promised: due.length },
      ...{ moved, cancelled: ended.size - moved },
    };
  }

  /** All are planned before anything goes wrong, by typing the command. */
  async #plan(): Promise<void> {
    const { season, each } = this.#round;
    await this.#fill();
    await this.#until(this.#round.stage.isConnected, this.#round.patienceMs);
    await pause(FIRST_WORD_MS);
    const { from, to } = SEASONS[season];
    const wanted = ZONES.flatMap((zone) => {
      const own = changesOf(zone, from, to);
      const days = own.length === 0 ? changesOf(LIKE, from, to) : own;
      return Array.from({ length: each }, (_, index) => {
        const change = Date.parse(days[index % days.length] ?? '');
        return { zone, date: isoOf(change + (AFTER_CHANGE[index % AFTER_CHANGE.length] ?? 0) * DAY_MS) };
      });
    }).map((one, index) => ({ ...one, title: `${cityOf(one.zone)} ${10 + index}`, reminders: REMINDERS }));
    for (const one of wanted) await this.#ask(one);
    await this.#read();
  }

  /** A command that took a busy machine too long is dropped, and asked for again. */
  async #ask(wanted: Readonly<Record<'title' | 'date' | 'zone' | 'reminders', string>>): Promise<void> {
    const { stage, database } = this.#round;
    const isThere = async () =>
      promisedBy(await database.entries()).some(({ title }) => title === wanted.title);
    for (let tries = 3; tries > 0; tries -= 1) {
      const isKnown = async () => stage.command(this.#owner, 'release', 'new', wanted);
      if (!(await this.#until(isKnown, START_PATIENCE_MS))) break;
      if (await this.#until(isThere, START_PATIENCE_MS)) return;
    }
    throw new Error(`${wanted.title} was not planned.`);
  }

  async #read(): Promise<void> {
    const { database } = this.#round;
    for (const job of await database.untouched()) this.#untouched.set(`${job.key} ${job.dueMs}`, job);
    this.#promised = promisedBy(await database.entries());
  }

  /** When something is due from now on. */
  #moments(): readonly number[] {
    const now = this.#round.clock.now();
    const coming = this.#promised.filter(({ dueMs, untilMs }) => dueMs > now && untilMs > now);
    return [...new Set(coming.map(({ dueMs }) => dueMs))].sort((a, b) => a - b);
  }

  /** Starts what is dead, and waits until somebody hears. */
  async #fill(): Promise<void> {
    const { stage } = this.#round;
    const since = performance.now();
    const wasThere = this.running.count() > 0;
    await this.running.fill();
    if (!(await this.#until(stage.isConnected, START_PATIENCE_MS))) return;
    if (!wasThere) this.#startMs = (this.#startMs + performance.now() - since) / 2;
    this.#see('there');
  }

  #see(kind: Sight['kind']): void {
    this.#sights.push({ atMs: this.#round.clock.now(), kind });
  }

  async #until(isSo: () => Promise<boolean>, withinMs: number, lookMs = LOOK_MS): Promise<boolean> {
    const end = performance.now() + withinMs;
    while (!(await isSo())) {
      if (performance.now() > end) return false;
      await pause(lookMs);
    }
    return true;
  }

  /** Around the time at which something is due; now and then long after it. */
  async #visit(dueMs: number): Promise<void> {
    const { stage, chance, clock, kills } = this.#round;
    const isLate = chance.below(6) === 0;
    clock.jumpTo(isLate ? dueMs + chance.below(DAY_MS) : dueMs - 1.3 * this.#startMs - chance.below(2000));
    for (let deaths = 1 + chance.below(3); deaths > 0 && this.#kills < kills; deaths -= 1) {
      // One in five dies while it starts.
      if (chance.below(5) > 0) {
        await this.#fill();
        await this.#change();
      } else await this.running.fill();
      await this.#until(async () => clock.now() >= dueMs, START_PATIENCE_MS);
      if (chance.below(3) === 0) stage.upsetPosts(chance);
      const last = stage.requests() + 1 + chance.below(MOST_REQUESTS);
      const isReached = async () => stage.requests() >= last;
      await this.#until(isReached, chance.below(LONGEST_LIFE_MS), LOOK_CLOSELY_MS);
      await pause(chance.below(3) === 0 ? chance.below(30) : 0);
      await this.#kill();
      stage.calm();
      // Off for a while: then what it held is free when it is back. What a platform has to tell comes at its own pace.
      const mayPass = this.running.count() === 0 && stage.isQuiet();
      if (mayPass && chance.below(2) === 0) clock.jumpTo(clock.now() + HELD_MS);
      await pause(chance.below(200));
    }
    // Or nobody is there any more until something else is due.
    if (this.running.count() === 0 && chance.below(3) === 0) return;
    await this.#fill();
    await this.#change();
    const isDone = async () => (await this.#due()).length === 0 && clock.now() > dueMs;
    await this.#until(isDone, chance.below(2) === 0 ? 6 * LONGEST_LIFE_MS : chance.below(LONGEST_LIFE_MS));
  }

  async #kill(): Promise<void> {
    const killed = await this.running.killSome();
    this.#see('death');
    this.#see(this.running.count() === 0 ? 'nobody' : 'there');
    this.#kills += killed;
    if (killed > 0 && (await this.#due()).length > 0) this.#amid += 1;
  }

  #due(): Promise<readonly string[]> {
    return this.#round.database.waiting(this.#round.clock.now(), KINDS);
  }

  /** Away, for days. What the platform has to tell is told before: it would have given up long since. */
  async #leave(): Promise<void> {
    const { stage, chance, patienceMs } = this.#round;
    if (!stage.isQuiet()) {
      await this.#fill();
      await this.#until(async () => stage.isQuiet(), patienceMs);
    }
    if (chance.below(2) === 0) await this.running.killAll();
    else await this.running.stop();
    this.#see('nobody');
  }

  /** Now and then somebody moves a release, or asks to cancel one and presses the button when it is there. */
  async #change(): Promise<void> {
    const { stage, chance } = this.#round;
    for (const title of this.#toCancel)
      if (stage.press(this.#owner, title, 'Cancel this release')) this.#toCancel.delete(title);
    const now = this.#round.clock.now();
    const open = this.#promised.filter(({ title, dueMs, untilMs }) => {
      return dueMs > now && untilMs > now && !this.#changed.has(title);
    });
    if (open.length === 0 || chance.below(2) > 0) return;
    const { title, day } = chance.pick(open);
    this.#changed.add(title);
    if (chance.below(3) === 0) {
      stage.command(this.#owner, 'release', 'cancel', { release: title });
      this.#toCancel.add(title);
    } else {
      const date = isoOf(Date.parse(day) + (1 + chance.below(6)) * DAY_MS);
      stage.command(this.#owner, 'release', 'date', { release: title, date });
    }
  }

  async #settle(): Promise<{ readonly settledMs: number; readonly left: readonly string[] }> {
    const { database, patienceMs, clock } = this.#round;
    const since = performance.now();
    const tookMs = () => Math.round(performance.now() - since);
    const waiting = () => database.waiting(clock.now() + SOON_MS, KINDS);
    const isDone = async () => (await waiting()).length === 0;
    for (;;) {
      await this.#fill();
      if ((await this.#until(isDone, SETTLES_MS)) || tookMs() > patienceMs) break;
      // What waits for a word of the platform need not wait any longer: all was told.
      await this.#leave();
      clock.jumpTo(clock.now() + WORD_MS);
    }
    return { settledMs: tookMs(), left: [...(await waiting()), ...(await database.givenUp())] };
  }
}

function isoOf(atMs: number): string {
  return new Date(atMs).toISOString().slice(0, 10);
}

function cityOf(zone: string): string {
  return /\p{L}+$/u.exec(zone)?.[0] ?? '';
}

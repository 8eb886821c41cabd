import { setTimeout as pause } from 'node:timers/promises';
import type { Chance } from '../core/ledger/chance.ts';
import type { Deed, Stage } from './stage.ts';

/** A process starts slowly on a machine that has other things to do. */
export const START_PATIENCE_MS = 30_000;
const LONGEST_PAUSE_MS = 150;
const MOST_OPEN = 3;

/** What the people in the channel do, one thing after the other. */
export class People {
  readonly #stage: Stage;
  readonly #chance: Chance;
  readonly history: Deed[] = [];
  /** How many of these deeds nobody could hear of. */
  unheard = 0;
  #titles = 0;

  constructor(stage: Stage, chance: Chance) {
    this.#stage = stage;
    this.#chance = chance;
  }

  /** Two sheets stand before anything goes wrong. */
  async begin(): Promise<void> {
    const end = performance.now() + START_PATIENCE_MS;
    while (performance.now() < end && this.#sheets().length < 2) {
      await pause(1000);
      if ((await this.#stage.isConnected()) && this.#sheets().length < 2) this.#propose();
    }
  }

  /** For so long, or until something is so. */
  async live(forMs: number, isSo = async () => false): Promise<void> {
    const end = performance.now() + forMs;
    while (performance.now() < end && !(await isSo())) {
      await pause(this.#chance.below(LONGEST_PAUSE_MS));
      await this.#doSomething();
    }
  }

  /** While no process runs. */
  actUnheard(times: number): void {
    const before = this.history.length;
    for (let left = times; left > 0; left -= 1) this.#react();
    this.unheard += this.history.length - before;
  }

  /** Everybody at most once. */
  actEach(): void {
    for (const account of this.#stage.people) if (this.#chance.below(4) > 0) this.#react(account);
  }

  async #doSomething(): Promise<void> {
    const isConnected = await this.#stage.isConnected();
    const die = this.#chance.below(100);
    if (die < 12 && isConnected) this.#stage.upset(this.#chance);
    else if (die < 22) this.#stage.repeat(this.#chance);
    else if (die < 40 && this.#open().length < MOST_OPEN && isConnected) this.#propose();
    else if (isConnected) this.#react();
    else this.actUnheard(1);
  }

  #sheets() {
    return this.#stage.posts().filter(({ text }) => /\bs_[a-z0-9]{16,}/.test(text));
  }

  #open() {
    return this.#sheets().filter(({ text }) => !text.includes('Agreed by everyone'));
  }

  #propose(): void {
    const [ana, bo, cy] = this.#stage.people as [string, string, string];
    this.#titles += 1;
    const parties = this.#chance.pick([
      [ana, bo],
      [ana, bo, cy],
      [bo, cy],
    ]);
    this.#stage.propose(this.#chance.pick([ana, bo]), `Song ${this.#titles}`, parties);
  }

  #react(account = this.#chance.pick(this.#stage.people)): void {
    // Now and then on one that is agreed, where it changes nothing but is kept.
    const sheets = this.#chance.below(10) === 0 ? this.#sheets() : this.#open();
    if (sheets.length === 0) return;
    const sheet = this.#chance.pick(sheets);
    const { approving, disputing } = this.#stage;
    const has = (emoji: string) =>
      sheet.reactions.some((one) => one.account === account && one.emoji === emoji);
    const disputes = disputing.filter(has);
    // Else nobody would ever agree.
    const emoji =
      disputes.length > 0 && this.#chance.below(2) === 0
        ? this.#chance.pick(disputes)
        : this.#chance.pick(this.#chance.below(6) === 0 ? disputing : approving);
    const isThere = this.#stage.toggle(account, sheet.id, emoji);
    this.history.push({ atMs: Date.now(), post: sheet.id, account, emoji, isThere });
  }
}

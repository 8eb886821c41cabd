import type { Chance } from '../core/ledger/chance.ts';

export type PlatformName = 'slack' | 'discord';

/** A message of the bot that everybody in the channel sees, with what stands under it. */
export type Post = {
  readonly id: string;
  readonly atMs: number;
  readonly text: string;
  readonly reactions: readonly { readonly account: string; readonly emoji: string }[];
};

/** Something that somebody did to a post: the platform's own history. */
export type Deed = {
  readonly atMs: number;
  readonly post: string;
  readonly account: string;
  readonly emoji: string;
  readonly isThere: boolean;
};

/** What the bot said to one person alone. */
export type Told = { readonly account: string; readonly text: string };

/** A made-up platform as the faults need it: people who propose and react, and everything that stands in the end. */
export type Stage = {
  readonly platform: PlatformName;
  /** Accounts. The last one stands on no sheet. */
  readonly people: readonly string[];
  /** Emoji as this platform's people press them, those that agree and those that do not. */
  readonly approving: readonly string[];
  readonly disputing: readonly string[];
  /** What a process needs to know; `port` is one on which it may listen. */
  variables(port: number): Readonly<Record<string, string>>;
  /** Where requests go, one after the other. */
  listenAt(ports: readonly number[]): void;
  /** Whether a process is there to hear of what happens. */
  isConnected(): Promise<boolean>;
  /** How many requests have come from the bot. */
  requests(): number;
  /** Somebody types a command. @returns false where the platform does not know it yet */
  command(by: string, name: string, subcommand: string, options: Readonly<Record<string, string>>): boolean;
  /** Somebody presses a button under something that only they see. @returns false where there is no such thing */
  press(by: string, said: string, button: string): boolean;
  propose(by: string, title: string, parties: readonly string[]): void;
  posts(): readonly Post[];
  told(): readonly Told[];
  /** Puts an emoji on a post, or takes it off if it is there. @returns whether it is there now */
  toggle(account: string, post: string, emoji: string): boolean;
  /** The next request of a random kind goes wrong, and no other: refused, broken, or done and its answer lost. */
  upset(chance: Chance): void;
  /** The same, for what stands around the next post alone. */
  upsetPosts(chance: Chance): void;
  /** Nothing goes wrong any more. */
  calm(): void;
  /** Brings events that were sent before once more, in any order. */
  repeat(chance: Chance): void;
  /** Brings each event that is new once to eleven times, and some old ones, all at once and in any order. @returns how many */
  repeatAll(chance: Chance): Promise<number>;
  /** Whether events are on their way, or will be sent again. */
  isQuiet(): boolean;
  stop(): Promise<void>;
};

import type { Bot, Connection, Place, Services } from '../../src/bot/adapter.ts';

/** A file as a person attaches it, or as it arrives. */
export type RigFile = { readonly name: string; readonly bytes: Uint8Array };

export type SeenForm = {
  readonly title: string;
  readonly fields: readonly { readonly name: string; readonly label: string }[];
};

/**
 * One platform with people on it, seen from their side. Only the platform's network end is made up; between it and
 * the bot stands the real library. Everything returns once the platform has taken it, not once the bot has answered:
 * wait for that with `until`.
 */
export type Rig = {
  /** Starts the adapter under test. */
  start(bot: Bot, services: Services): Promise<Connection>;
  /** A channel with ana, bo and the bot in it. */
  readonly place: Place;
  /** Accounts. Ana is an admin and reads English; Bo is none and reads Traditional Chinese where the platform tells. */
  readonly ana: string;
  readonly bo: string;

  /** Types a command, without the slash, as the platform takes it (`isrc check …`). */
  command(account: string, line: string, files?: readonly RigFile[]): Promise<void>;
  /** Writes a message into the channel. @returns its id */
  write(account: string, text: string, files?: readonly RigFile[]): Promise<string>;
  pickMenu(account: string, message: string, action: string): Promise<void>;
  /** Presses a button on whatever this account saw last. */
  press(account: string, label: string): Promise<void>;
  /** Fills the form that is open for this account and sends it. */
  submit(account: string, values: Readonly<Record<string, string>>): Promise<void>;
  react(account: string, message: string, emoji: string): Promise<void>;
  unreact(account: string, message: string, emoji: string): Promise<void>;
  deleteMessage(message: string): Promise<void>;
  /** Loses the connection and with it whatever happens meanwhile; comes back without a memory of the session. */
  beAway(meanwhile: () => Promise<void>): Promise<void>;
  /** Takes from the bot what it needs for writing into the channel, where a platform can do that. */
  forbidWriting?(): Promise<void>;

  /** All that stands on this account's screen alone, as plain text, oldest first; a replaced answer counts once. */
  privately(account: string): Promise<readonly string[]>;
  /** All that stands in the channel for everybody, as plain text, oldest first. */
  posted(): Promise<readonly { readonly id: string; readonly text: string }[]>;
  /** Direct messages to this account, as plain text. */
  direct(account: string): Promise<readonly string[]>;
  form(account: string): Promise<SeenForm | null>;
  /** What a form that was sent in complains about, at its fields or as an answer, as plain text. */
  complaints(account: string): Promise<readonly string[]>;
  /** Files that reached this account alone, and those that everybody can open. */
  filesFor(account: string): Promise<readonly RigFile[]>;
  filesForAll(): Promise<readonly RigFile[]>;
  /** Everybody who was notified so far: accounts, or `everyone`. */
  pinged(): Promise<readonly string[]>;

  /** Resolves when `check` holds, looking again whenever something happens; fails after some seconds. */
  until(check: () => Promise<boolean>): Promise<void>;
  /** Ends the platform. */
  close(): Promise<void>;
};

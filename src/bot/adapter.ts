import type { z } from 'zod';
import type { Text } from '../text/spans.ts';
import type { Values } from '../text/translate.ts';
import type { Command } from './command.ts';
import type { Form } from './form.ts';
import type { Reply, Tone, Visibility } from './reply.ts';

// ---- Inward: what a platform brings us, in our words. Ids are opaque strings.

/** Who did it and where. What a platform does not say is left out, and asked of `Connection.account` when needed. */
export type Origin = {
  readonly platform: string;
  /** Workspace, server or room; a direct message outside of any is a space of its own (`user-<account>`). */
  readonly space: string;
  readonly spaceName?: string;
  readonly channel: string;
  readonly thread?: string;
  readonly account: string;
  readonly name?: string;
  /** As the platform writes it: `zh-TW`, `en-US`. */
  readonly locale?: string;
  /** IANA name. */
  readonly timeZone?: string;
  /** Workspace admin or owner; "Manage Server". */
  readonly admin?: boolean;
};

/** A file that somebody attached: known by its label until a handler downloads it. */
export type Attachment = {
  /** What `Connection.download` needs to find it again. */
  readonly id: string;
  readonly name: string;
  readonly sizeBytes: number | null;
  readonly mediaType: string | null;
};

export type Message = {
  readonly place: Place;
  readonly id: string;
  readonly author: string;
  readonly authorName?: string;
  readonly text: string;
  readonly files: readonly Attachment[];
  readonly sentAt?: Date;
  readonly permalink?: string;
};

/** A command, either as a typed line (`isrc check US-RC1-76-07839`) or with options already apart. */
export type Invocation =
  | {
      readonly kind: 'typed';
      readonly origin: Origin;
      /** Without the slash or the mention of the bot. Accounts in it are written `<@id>` or `<@id|name>`. */
      readonly line: string;
      readonly files: readonly Attachment[];
    }
  | {
      readonly kind: 'chosen';
      readonly origin: Origin;
      readonly command: string;
      readonly subcommand: string;
      /** Under the options' English names. Files are `Attachment`s, persons are `{ account, name }`. */
      readonly options: Readonly<Record<string, unknown>>;
    };

export type FormSubmission = {
  readonly kind: 'form';
  readonly origin: Origin;
  readonly form: string;
  readonly values: Readonly<Record<string, unknown>>;
};

export type ButtonPress = {
  readonly kind: 'button';
  readonly origin: Origin;
  readonly press: string;
  /** The message that carries the button, where the platform tells. */
  readonly message?: string;
};

/** An entry of the menu that every message has. */
export type MessageAction = {
  readonly kind: 'message-action';
  readonly origin: Origin;
  readonly action: string;
  readonly message: Message;
};

export type Act = Invocation | FormSubmission | ButtonPress | MessageAction;

/** What a person is owed for an act. Deciding it waits for nothing, so that a platform can be answered in time. */
export type Next =
  /** Opened at once, or instead of it a reply that says why not. */
  | { readonly kind: 'form'; open(): Promise<Opened> }
  /** A form that cannot be read as it is: shown at its fields where the platform can, as the reply elsewhere. */
  | { readonly kind: 'invalid'; readonly fields: Readonly<Record<string, Text>>; readonly reply: Reply }
  | {
      readonly kind: 'work';
      readonly visibility: Visibility;
      /** No harm is done if it is done twice: it may be done before the platform is answered. */
      readonly changesNothing: boolean;
      run(working: Working): Promise<Reply>;
    };

export type Opened =
  | { readonly kind: 'form'; readonly form: Form }
  | { readonly kind: 'reply'; readonly reply: Reply };

/** Shows a word of progress to the asker; resolves at once, the newest wins. */
export type Working = (reply: Reply) => void;

export type Suggestion = { readonly value: string; readonly label: string };

/** What happened without anybody asking us for something. */
export type PlatformEvent =
  | {
      readonly kind: 'reaction';
      readonly origin: Origin;
      readonly message: MessageRef;
      readonly act: 'added' | 'removed';
      /** As the platform names it: `+1::skin-tone-3`, `👍🏽`. */
      readonly emoji: string;
      readonly platformTime?: string;
      /** Whether we wrote the message, where the platform tells. */
      readonly ours?: boolean;
      /** The event as it came, as JSON text: evidence. */
      readonly raw: string;
    }
  /** We were away: whatever hangs on reactions has to be looked at again. */
  | {
      readonly kind: 'gap';
      readonly platform: string;
      readonly space: string | null;
      readonly since: Date | null;
    }
  | {
      readonly kind: 'message-gone';
      readonly platform: string;
      readonly space: string;
      /** An empty id: every message of the channel. */
      readonly message: MessageRef;
      readonly why: 'deleted' | 'channel-archived' | 'channel-left';
    }
  | (Where & { readonly kind: 'message-changed'; readonly message: MessageRef })
  | (Where & { readonly kind: 'space-joined'; readonly name: string | null })
  | (Where & { readonly kind: 'space-left' });

type Where = { readonly platform: string; readonly space: string };

/** The one way into the house. */
export type Bot = {
  readonly commands: readonly Command[];
  next(act: Act): Next;
  /** Completions of an option that is being typed; at most 25. */
  suggest(query: SuggestQuery): Promise<readonly Suggestion[]>;
  /** Resolves when what happened is kept, so that an adapter can hold back its own acknowledgement until then. */
  notice(event: PlatformEvent): Promise<void>;
  /** True once for every id that a platform gives an event, across restarts and processes. */
  firstDelivery(platform: string, eventId: string): Promise<boolean>;
};

export type SuggestQuery = {
  readonly origin: Origin;
  readonly command: string;
  readonly subcommand: string;
  readonly option: string;
  readonly typed: string;
};

// ---- Outward: what we ask of a platform.

export type Place = { readonly space: string; readonly channel: string; readonly thread?: string };

export type MessageRef = { readonly channel: string; readonly id: string };

export type Account = {
  readonly id: string;
  readonly name: string;
  readonly locale: string | null;
  readonly timeZone: string | null;
  readonly bot: boolean;
  /** null where the platform does not tell. */
  readonly admin: boolean | null;
};

/** One thing that the doctor looked at. `message` and `fix` are said in the reader's language. */
export type Finding = {
  readonly tone: Tone;
  readonly message: string;
  readonly values?: Values;
  /** What to do about it. */
  readonly fix?: string;
};

export type Connection = {
  /**
   * @param postKey our own id of this post, so that `find` recognises it after a lost answer; ≤ 25 characters out of a-z 0-9 - _
   * @throws UserError `platform.*` when the platform refuses
   */
  post(place: Place, reply: Reply, postKey: string): Promise<MessageRef>;
  edit(message: MessageRef, reply: Reply): Promise<void>;
  /** To one person alone. */
  direct(space: string, account: string, reply: Reply, postKey: string): Promise<MessageRef>;
  /** Complete: every account that has put each emoji, all pages read. */
  reactions(
    message: MessageRef,
  ): Promise<readonly { readonly emoji: string; readonly accounts: readonly string[] }[]>;
  /** Adds our own reactions, for people to press. */
  hint(message: MessageRef, emoji: readonly string[]): Promise<void>;
  /** Did a post with this key already go through? null: no, as far as the platform lets us see. */
  find(place: Place, postKey: string): Promise<MessageRef | null>;
  /** What we lack for posting, editing and collecting reactions in a channel; empty when all is well. */
  missingPermissions(channel: string): Promise<readonly string[]>;
  account(space: string, id: string): Promise<Account>;
  /** The accounts of a space that go by this name or handle, any case. */
  accountsNamed(space: string, name: string): Promise<readonly Account[]>;
  /** All words that a message shows, if we wrote it; null when it is somebody else's, or not there. */
  ownText(message: MessageRef): Promise<string | null>;
  /** @throws UserError `file.*` when it is too large, gone, or its link has run out */
  download(file: Attachment, limitBytes: number): Promise<AsyncIterable<Uint8Array>>;
  /** Looks at the set-up: scopes, intents, registered commands, events. */
  diagnose(place: Place | null): Promise<readonly Finding[]>;
  /** null when events can reach us and answers can leave; else one sentence saying what is missing. */
  whyNotReady(): string | null;
  /** Resolves when nothing is under way any more. */
  stop(): Promise<void>;
};

/** What the house lends an adapter. */
export type Services = {
  readonly log: Log;
  now(): Date;
  /** In [0, 1). */
  random(): number;
  readonly version: string;
  readonly memory: Memory;
  /** Ends the process with an error: for a token that was taken back, or a close that must not be retried. */
  fail(reason: string): void;
  /** Ends the process in good order. */
  finish(): void;
  /** Resolves when what followed from the last event is done: for a room in which people take turns. */
  settled?(): Promise<void>;
  /** Moves the house's clock; only where nobody else lives by it, which is a terminal room on its own. */
  moveClock?(byMs: number): void;
};

/** An adapter's own memory in our database, for what may be lost: caches, drafts, the room's messages. */
export type Memory = {
  get<Value>(key: string): Promise<Value | undefined>;
  set(key: string, value: unknown, ttlMs?: number): Promise<void>;
};

/** Never given message text or tokens. */
export type Log = {
  debug(facts: object, message: string): void;
  info(facts: object, message: string): void;
  warn(facts: object, message: string): void;
  error(facts: object, message: string): void;
};

export type Adapter<Env = unknown> = {
  /** The name of its folder. */
  readonly name: string;
  /** The variables it reads; see `.env.example`. */
  readonly env: z.ZodType<Env>;
  /** @throws StartError when the operator has to do something first, such as correct a wrong token */
  start(bot: Bot, env: Env, services: Services): Promise<Connection>;
  /** An address of the platform whose answers say what time it is there. */
  clockUrl?(env: Env): string;
  /** The doctor's look at the set-up from the shell: everything that can be seen without receiving events. */
  inspect?(commands: readonly Command[], env: Env, services: Services): Promise<readonly Finding[]>;
  /** What it adds to the shell, by the word that calls it: `manifest`, `register`. */
  readonly tools?: Readonly<Record<string, Tool<Env>>>;
};

export type Tool<Env = unknown> = {
  readonly description: string;
  /** Tools that only write something down need no tokens. */
  readonly needsEnv: boolean;
  /** @returns the exit code: 0 done, 1 not done, 2 bad usage */
  run(use: ToolUse<Env>): Promise<number>;
};

export type ToolUse<Env> = {
  readonly args: readonly string[];
  readonly commands: readonly Command[];
  /** Checked where `needsEnv`; otherwise undefined. */
  readonly env: Env | undefined;
  readonly services: Services;
  write(text: string): void;
  writeError(text: string): void;
};

export function defineAdapter<Env>(adapter: Adapter<Env>): Adapter<Env> {
  return adapter;
}

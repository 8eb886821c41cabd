import type { z } from 'zod';
import type { PrefixList } from '../core/identifiers/prefixes.ts';
import type { Evidence } from '../store/evidence.ts';
import type {
  Changes as ChangesOf,
  Choices as ChoicesOf,
  Settings as SettingsOf,
} from '../store/settings.ts';
import type { Db } from '../store/tables.ts';
import type { Locale } from '../text/locale.ts';
import type { Translate } from '../text/translate.ts';
import type { Attachment, Connection, Finding, Log, Message, Suggestion, Working } from './adapter.ts';
import type { FieldKind, Form } from './form.ts';
import type { Reply, Visibility } from './reply.ts';

/** How a value reaches us; `schema` then says what it must be. Text by default. */
export type OptionKind = 'text' | 'number' | 'choice' | 'person' | 'channel' | 'date' | 'file';

/** Somebody named in an option: an account where a mention was typed or picked, a bare name elsewhere. */
export type PersonRef = { readonly account: string | null; readonly name: string };

/** A channel named in an option: an id where it was picked or mentioned, a bare name elsewhere. */
export type ChannelRef = { readonly channel: string | null; readonly name: string };

export type Option<Schema extends z.ZodType = z.ZodType> = {
  readonly kind?: OptionKind;
  /** Not required if it takes `undefined`. */
  readonly schema: Schema;
  readonly description: string;
  /** Filled only by its name: words of a typed line that stand without one are never meant for it. */
  readonly named?: true;
  readonly choices?: readonly {
    readonly value: string;
    readonly label: string;
    /** Other words that people type for it. */
    readonly also?: readonly string[];
  }[];
  suggest?(typed: string, context: Context): Promise<readonly Suggestion[]>;
};

export type Options = Readonly<Record<string, Option>>;

export type Input<O extends Options> = { readonly [Name in keyof O]: z.output<O[Name]['schema']> };

/** `admin`: workspace admin or owner, "Manage Server", whoever sits at the keyboard of a room. */
export type Who = 'anyone' | 'admin';

/** Which options a form asks for, in order; opened when the command comes without any option. */
export type FormOutline<O extends Options> = {
  readonly title: string;
  readonly submit: string;
  readonly fields: readonly {
    readonly option: keyof O & string;
    readonly kind: FieldKind;
    readonly label: string;
    readonly hint?: string;
    /** The form waits for it, where the command typed without it says in words of its own what it needs. */
    readonly required?: true;
  }[];
  /** What stands in the fields when the form opens. */
  prefill?(context: Context): Promise<Partial<Record<keyof O & string, string>>>;
};

export type Subcommand<O extends Options = Options> = {
  readonly description: string;
  /** Typed without names, they are filled in this order; the last text option takes the rest of the line. */
  readonly options: O;
  readonly form?: FormOutline<O>;
  readonly who?: Who;
  readonly visibility?: Visibility;
  /** It only looks, so that no harm is done if it is done twice. Then a platform is answered in one step. */
  readonly changesNothing?: true;
  handle(input: Input<O>, context: Context): Promise<Reply> | Reply;
};

/** A press is answered at once, or opens the form that asks for the rest. */
export type ButtonHandler = { readonly who?: Who; readonly visibility?: Visibility } & (
  | { readonly changesNothing?: true; handle(value: string, context: Context): Promise<Reply> | Reply }
  | { form(value: string, context: Context): Promise<Form> }
);

/** An entry in the menu of every message, under its English name (Slack 24 characters, Discord 32). */
export type MessageActionHandler = {
  readonly name: string;
  readonly who?: Who;
  readonly changesNothing?: true;
  handle(message: Message, context: Context): Promise<Reply> | Reply;
};

export type Command = {
  readonly name: string;
  readonly description: string;
  /** Everything it says, in English: the keys of every language file. */
  readonly say: Readonly<Record<string, string>>;
  readonly subcommands: Readonly<Record<string, Subcommand>>;
  /** The subcommand meant when none is named, as in `/isrc US-RC1-76-07839`. */
  readonly main?: string;
  /** The main subcommand is the only one and has no word of its own: `/rights iswc`. */
  readonly flat?: true;
  readonly buttons?: Readonly<Record<string, ButtonHandler>>;
  readonly messageActions?: readonly MessageActionHandler[];
};

/** Who asked, and from where. */
export type Asker = {
  readonly platform: string;
  readonly team: string;
  readonly space: string;
  readonly channel: string;
  readonly thread?: string;
  readonly account: string;
  readonly name: string;
  /** null while the platform does not tell: then nothing is allowed that needs it. */
  readonly admin: boolean | null;
};

/** What a handler may know and use. No platform object, no clock of its own. */
export type Context = {
  readonly t: Translate;
  readonly locale: Locale;
  /** The reader's own, or else the team's; an IANA name. */
  readonly timeZone: string;
  readonly now: Date;
  readonly asker: Asker;
  readonly house: House;
  /** Says what is going on while a long answer is made. */
  readonly working: Working;
  /** @throws UserError `file.*` when it is too large, gone, or its link has run out */
  download(file: Attachment, limitBytes: number): Promise<AsyncIterable<Uint8Array>>;
};

/** What all handlers share. */
export type House = {
  readonly db: Db;
  readonly evidence: Evidence;
  readonly connections: ReadonlyMap<string, Connection>;
  readonly log: Log;
  now(): Date;
  /** At least 64 random bits, in the grammar of every id: a-z 0-9 _ -. */
  newId(): string;
  /** Lower-case hex, for salts. */
  randomHex(bytes: number): string;
  /** Jobs were asked for: somebody is to look at once. */
  poke(): void;
  /** Resolves when what was asked for is done, as far as it can be done now. */
  settled(): Promise<void>;
  readonly commands: readonly Command[];
  readonly prefixes: PrefixList;
  readonly settings: Settings;
  readonly version: string;
  /** Looks at the set-up of every platform that is connected, and at the database. */
  diagnose(asker: Asker): Promise<readonly Finding[]>;
};

/** What a team and a person have chosen. Unset members fall back: own choice, platform's word, team's, English in UTC. */
export type Settings = SettingsOf<Locale>;

export type Choices = ChoicesOf<Locale>;

export type Changes = ChangesOf<Locale>;

export function defineCommand(command: Command): Command {
  return command;
}

export function subcommand<O extends Options>(spec: Subcommand<O>): Subcommand {
  return spec;
}

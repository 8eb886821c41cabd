import type { Day } from '../day.ts';
import type { Home } from '../home.ts';
import type { PersonId, Time } from '../ledger/entry-types.ts';
import type { Asset, KeptFile } from './content.ts';

/** What sort of weaker proof it is. None of them is a license. */
export const NOTE_KINDS = ['message', 'credit', 'receipt', 'verbal', 'other'] as const;

export type NoteKind = (typeof NOTE_KINDS)[number];

/** Where a message stood when it was kept, in the platform's own ids. */
export type KeptMessage = {
  readonly platform: string;
  readonly space: string;
  readonly channel: string;
  readonly message: string;
};

/** Something that was said or shown, as it was kept. */
export type NoteContent = {
  readonly kind: NoteKind;
  readonly asset: Asset | null;
  /** Whose words they are, by the platform's account or by name, as far as anybody said. */
  readonly author: {
    readonly account: string | null;
    readonly person: PersonId | null;
    readonly name: string;
  } | null;
  readonly text: string | null;
  /** When it was written, by the platform's clock. */
  readonly sentAt: Time | null;
  /** On which day it was said, as somebody remembers it. */
  readonly saidOn: Day | null;
  readonly link: string | null;
  readonly message: KeptMessage | null;
  readonly files: readonly KeptFile[];
  /** Files of the message that could not be kept, by name. */
  readonly lost: readonly string[];
  /** Who kept it, and where. */
  readonly home: Home;
};

/** Notes of one message have one key. */
export function messageKey({ platform, space, channel, message }: KeptMessage): string {
  return JSON.stringify([platform, space, channel, message]);
}

import type { PersonId } from './ledger/entry-types.ts';

/** Where somebody spoke, and to whom an answer goes. */
export type Home = {
  readonly platform: string;
  readonly space: string;
  readonly channel: string;
  readonly thread: string | null;
  /** Empty where it was erased. */
  readonly account: string;
  readonly person: PersonId;
  readonly language: string;
  readonly timeZone: string;
};

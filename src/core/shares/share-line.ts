import type { ShareText } from '../ledger/entry-types.ts';
import type { RoleId } from '../roles.ts';

/**
 * A mention that a platform resolved; `@ana` that no platform did, without its sign; or a name. A handle of several
 * words is whatever stood before the share: `@Ana Lin 1/2`.
 */
export type Who =
  | { readonly kind: 'account'; readonly account: string; readonly name: string | null }
  | { readonly kind: 'handle' | 'name'; readonly name: string };

/** Whether somebody agrees for themselves, or for a company or an artist who gave them written authority. */
export type ActsFor =
  | { readonly kind: 'self' }
  | { readonly kind: 'company' | 'artist'; readonly name: string };

/** The part of a writer's share that a publisher holds: counted of the whole work, and inside the writer's share. */
export type PublisherPart = { readonly name: string; readonly share: ShareText };

export type ShareLine = {
  readonly who: Who;
  readonly share: ShareText;
  readonly roles: readonly RoleId[];
  readonly publisher: PublisherPart | null;
  readonly actsFor: ActsFor;
  /** Of the typed text, from 1. */
  readonly line: number;
};

/** What to call somebody in a sentence. */
export function nameOf(who: Who): string {
  return who.kind === 'account' ? (who.name ?? who.account) : who.name;
}

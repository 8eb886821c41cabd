import type { House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { DEPLOYMENT, openKeyv } from '../store/keyv.ts';
import type { AccountRef } from '../store/people.ts';

/** What a code stands for: an account to be linked to a person, or a space to join a team. */
export type CodeFor =
  | {
      readonly for: 'person';
      readonly team: string;
      readonly person: PersonId;
      /** Who asked for it, and from where: it is to be typed somewhere else. */
      readonly by: PersonId;
      readonly from: AccountRef;
    }
  | { readonly for: 'team'; readonly team: string };

const VALID_MS = 30 * 60_000;
/** Without letters and digits that look or sound alike. */
const LETTERS = 'abcdefghjkmnpqrstvwxyz23456789';
const LENGTH = 12;

/** A code that is valid for half an hour, as `k7m2-pq4r-8wxy`: about 58 bits, so that nobody guesses one. */
export async function makeCode(house: House, means: CodeFor): Promise<string> {
  const letters: string[] = [];
  // Bytes above the last whole multiple are left out, so that every letter is as likely.
  const limit = 256 - (256 % LETTERS.length);
  while (letters.length < LENGTH) {
    const byte = Number.parseInt(house.randomHex(1), 16);
    if (byte < limit) letters.push(LETTERS.charAt(byte % LETTERS.length));
  }
  const code = letters.join('');
  await codesOf(house).set(code, means, VALID_MS);
  return (code.match(/.{4}/g) ?? []).join('-');
}

/** @returns undefined for a code that is unknown, used up or too old */
export async function readCode(house: House, typed: string): Promise<CodeFor | undefined> {
  return codesOf(house).get(plainCode(typed));
}

/** A code is good for one use. */
export async function useUp(house: House, typed: string): Promise<void> {
  await codesOf(house).delete(plainCode(typed));
}

function codesOf({ db, now }: House) {
  return openKeyv<CodeFor>(db, { teamId: DEPLOYMENT, namespace: 'link-codes', now });
}

function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}

import type { House } from '../bot/command.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { DEPLOYMENT, openKeyv } from '../store/keyv.ts';
import type { AccountRef } from '../store/people.ts';
import type { Db } from '../store/tables.ts';
import { forgetValues } from '../store/traces.ts';

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
  | {
      readonly for: 'team';
      readonly team: string;
      /** The admin who asked for it, by the account they asked from. */
      readonly from: AccountRef;
      readonly name: string;
    };

const CODES = { teamId: DEPLOYMENT, namespace: 'link-codes' };
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

/**
 * A code is good for one use: who takes it has it alone, as long as their transaction is kept.
 *
 * @returns what it stands for; undefined when somebody else was faster, or it is too old by now
 */
export async function takeCode(
  house: Pick<House, 'now'>,
  transaction: Db,
  typed: string,
): Promise<CodeFor | undefined> {
  const codes = openCodes(transaction, house);
  const means = await codes.get(plainCode(typed));
  // Two may have read it; one deletes it.
  return (await codes.delete(plainCode(typed))) ? means : undefined;
}

function codesOf(house: House) {
  return openCodes(house.db, house);
}

function openCodes(db: Db, { now }: Pick<House, 'now'>) {
  return openKeyv<CodeFor>(db, { ...CODES, now });
}

/** Codes that lead to somebody are of no use any more: they have an account by now. */
export async function dropCodes(transaction: Db, person: PersonId): Promise<void> {
  await forgetValues(transaction, CODES, `"person":${JSON.stringify(person)}`);
}

/** Codes that somebody made or that lead to them say nothing of them any more. */
export async function eraseCodes(
  transaction: Db,
  person: PersonId,
  accounts: readonly AccountRef[],
): Promise<void> {
  await forgetValues(transaction, CODES, JSON.stringify(person));
  for (const { platform, space, account } of accounts) {
    await forgetValues(transaction, CODES, JSON.stringify({ platform, space, account }));
  }
}

function plainCode(typed: string): string {
  return typed.toLowerCase().replace(/[^a-z0-9]/g, '');
}

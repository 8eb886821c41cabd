import type { Home } from '../core/home.ts';
import type { Row } from '../core/ledger/bundle-contents.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import type { LicenseContent } from '../core/licenses/content.ts';
import type { LicenseParty } from '../core/licenses/license.ts';
import type { NoteContent } from '../core/licenses/note.ts';
import { renameFile } from '../store/files.ts';
import { PLACE_ASKS } from '../store/keyv.ts';
import { licensesNaming, saveLicense } from '../store/licenses.ts';
import { notesNaming, saveNote } from '../store/notes.ts';
import { type AccountRef, isSameAccount, type Person } from '../store/people.ts';
import { forgetValues } from '../store/traces.ts';
import type { Books } from './traces.ts';
import { nameKey } from './typed-name.ts';

/** Somebody, by everything that a license or note can know them by. */
export type Whom = {
  readonly person: PersonId;
  readonly names: readonly string[];
  readonly accounts: readonly AccountRef[];
};

/** What stands in place of a name that was erased. */
const ERASED = '—';

/** Of the name of a file, what says which kind it is. */
function namelessFile(name: string): string {
  return `file${/\.[a-z0-9]{1,8}$/i.exec(name)?.[0] ?? ''}`;
}

export function whomOf(person: Person, accounts: readonly AccountRef[]): Whom {
  const { id, displayName, legalName } = person;
  const names = [displayName, legalName ?? ''].filter((name) => name !== '' && name !== ERASED);
  return { person: id, names, accounts };
}

/** Somebody who became a person of the books later may stand in a license by name alone. */
function isNamed(party: LicenseParty | null, { person, names }: Whom): boolean {
  if (party === null) return false;
  return party.person === person || (party.person === null && isOneOf(party.name, names));
}

function isOneOf(name: string, names: readonly string[]): boolean {
  return names.some((one) => nameKey(one) === nameKey(name));
}

function isParty({ licensor, licensee }: LicenseContent, whom: Whom): boolean {
  return isNamed(licensor, whom) || isNamed(licensee, whom);
}

function isAuthor({ author, message, home }: NoteContent, { person, names, accounts }: Whom): boolean {
  if (author === null) return false;
  const { platform, space } = message ?? home;
  const { account } = author;
  const isTheirs =
    account !== null && accounts.some((own) => isSameAccount(own, { platform, space, account }));
  return author.person === person || isTheirs || isOneOf(author.name, names);
}

export function isHome({ person, platform, space, account }: Home, whom: Whom): boolean {
  return (
    person === whom.person || whom.accounts.some((own) => isSameAccount(own, { platform, space, account }))
  );
}

export type PermissionTraces = {
  /** Entries with a sealed part about somebody: of licenses that they are a side of, of notes with their words. */
  readonly rows: readonly Row[];
  /** The entries of files that go with them: those of their own words, and papers with nobody else on them. */
  readonly files: readonly Row[];
};

/**
 * What licenses and notes hold of somebody. A paper that another side relies on stays, as a text does that others have
 * agreed to; its name goes.
 */
export async function permissionTraces({ house, db, team }: Books, whom: Whom): Promise<PermissionTraces> {
  const rows: Row[] = [];
  const files: Row[] = [];
  const isFile = ({ entry }: Row) => entry.type === 'file.stored';
  for (const { id, content } of await licensesNaming(db, team, (one) => isParty(one, whom))) {
    const chain = await house.evidence.chain(db, team, `license/${id}`);
    rows.push(...chain);
    if (!hasOther(content, whom)) files.push(...chain.filter(isFile));
  }
  for (const { id } of await notesNaming(db, team, (one) => isAuthor(one, whom))) {
    const chain = await house.evidence.chain(db, team, `note/${id}`);
    rows.push(...chain);
    files.push(...chain.filter(isFile));
  }
  return { rows, files };
}

function hasOther({ licensor, licensee }: LicenseContent, whom: Whom): boolean {
  return [licensor, licensee].some(
    (party) => party !== null && party.name !== ERASED && !isNamed(party, whom),
  );
}

/** In licenses and notes somebody loses name, account and words; what was granted, where and when stays. */
export async function eraseFromPermissions({ db, team }: Books, whom: Whom): Promise<void> {
  const isIn = (one: LicenseContent) => isParty(one, whom) || isHome(one.home, whom);
  for (const { id, content } of await licensesNaming(db, team, isIn)) {
    if (content.proof !== null && isParty(content, whom)) {
      await renameFile(db, team, content.proof.sha256, namelessFile(content.proof.name));
    }
    await saveLicense(db, team, id, licenseWithout(content, whom));
  }
  const isOn = (one: NoteContent) => isAuthor(one, whom) || isHome(one.home, whom);
  for (const { id, content } of await notesNaming(db, team, isOn)) {
    await saveNote(db, team, id, noteWithout(content, whom));
  }
  const asks = { teamId: team, namespace: PLACE_ASKS };
  for (const { platform, space, account } of whom.accounts) {
    await forgetValues(db, asks, JSON.stringify({ platform, space, account }));
  }
  for (const name of whom.names) await forgetValues(db, asks, JSON.stringify(name).slice(1, -1));
}

function licenseWithout(content: LicenseContent, whom: Whom): LicenseContent {
  // Still told apart from everybody else who has no name any more: licenses are added up by who holds them.
  const without = (party: LicenseParty | null) =>
    party !== null && isNamed(party, whom) ? { person: whom.person, name: ERASED } : party;
  const { licensor, licensee, proof, home } = content;
  return {
    ...content,
    licensor: without(licensor),
    licensee: without(licensee),
    proof: proof !== null && isParty(content, whom) ? { ...proof, name: namelessFile(proof.name) } : proof,
    home: homeWithout(home, whom),
  };
}

function noteWithout(content: NoteContent, whom: Whom): NoteContent {
  const { author, files, lost, home } = content;
  const rest = { ...content, home: homeWithout(home, whom) };
  if (!isAuthor(content, whom)) return rest;
  return {
    ...rest,
    author: { account: null, person: author?.person ?? null, name: ERASED },
    text: null,
    link: null,
    files: files.map((file) => ({ ...file, name: namelessFile(file.name) })),
    lost: lost.map(() => ERASED),
  };
}

export function homeWithout(home: Home, whom: Whom): Home {
  return isHome(home, whom) ? { ...home, account: '' } : home;
}

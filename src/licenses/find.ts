import type { Suggestion } from '../bot/adapter.ts';
import type { Asker, Context, House } from '../bot/command.ts';
import { type LicenseContent, lastDayOf } from '../core/licenses/content.ts';
import { UserError } from '../core/problem.ts';
import { nameKey } from '../people/typed-name.ts';
import { findLicense, listLicenses, type StoredLicense } from '../store/licenses.ts';
import { findLink, findPerson } from '../store/people.ts';
import { todayOf } from './read-input.ts';

const MOST_NAMED = 5;
const MOST_SUGGESTED = 25;
const LONGEST_LABEL = 100;

/**
 * The license that somebody means: by its id, or by a word of the title of what it is about where that means one alone;
 * without a word, the only one there is.
 *
 * @param how `exactly`: what follows cannot be taken back, so a part of a title is not enough
 * @throws UserError `license.unknown`, `license.near`, `license.several`, `license.which`, `license.none-yet`
 */
export async function findMeantLicense(
  typed: string | undefined,
  context: Context,
  how: 'roughly' | 'exactly' = 'roughly',
): Promise<StoredLicense> {
  const { house, asker } = context;
  const text = typed?.trim() ?? '';
  const known = text === '' ? undefined : await findLicense(house.db, asker.team, text.toLowerCase());
  if (known !== undefined) return known;
  const found = await listLicenses(house.db, asker.team, {
    text,
    today: todayOf(context),
    limit: MOST_NAMED + 1,
  });
  const [first] = found;
  if (first === undefined) {
    throw new UserError(
      text === ''
        ? { code: 'license.none-yet', details: {} }
        : { code: 'license.unknown', details: { typed: text } },
    );
  }
  if (found.length === 1) {
    const { id, content } = first;
    const { title } = content.asset;
    if (how === 'roughly' || nameKey(title) === nameKey(text)) return first;
    throw new UserError({ code: 'license.near', details: { typed: text, id, title } });
  }
  const ids = found.slice(0, MOST_NAMED).map(({ id, content }) => `${id} (${sides(content)})`);
  throw new UserError(
    text === ''
      ? { code: 'license.which', details: { ids } }
      : { code: 'license.several', details: { typed: text, ids } },
  );
}

/** Completions for an option that names a license. */
export async function suggestLicenses(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const { house, asker } = context;
  const found = await listLicenses(house.db, asker.team, {
    text: typed,
    today: todayOf(context),
    limit: MOST_SUGGESTED,
  });
  return found.map(({ id, content }) => ({ value: id, label: labelFor(content) }));
}

function labelFor(content: LicenseContent): string {
  return [...`${content.asset.title} · ${sides(content)}`].slice(0, LONGEST_LABEL).join('');
}

function sides({ licensor, licensee }: LicenseContent): string {
  return `${licensor?.name ?? '…'} → ${licensee?.name ?? '…'}`;
}

/**
 * Whoever recorded it, and admins, as long as it was not ended.
 *
 * @throws UserError `license.not-yours`, `license.ended-already`
 */
export async function mustBeOpenTo(house: House, asker: Asker, license: StoredLicense): Promise<void> {
  const { id, content } = license;
  const { ended } = content;
  if (ended !== null) {
    throw new UserError({
      code: 'license.ended-already',
      details: { id, on: lastDayOf(content) ?? ended.on },
    });
  }
  await mustBeTheirs(house, asker, license);
}

/**
 * Whoever recorded it, and admins.
 *
 * @throws UserError `license.not-yours`
 */
export async function mustBeTheirs(
  house: House,
  asker: Asker,
  { id, content: { home } }: StoredLicense,
): Promise<void> {
  if (asker.admin === true) return;
  const link = await findLink(house.db, asker.team, asker);
  if (link?.person === home.person) return;
  const name = (await findPerson(house.db, asker.team, home.person))?.displayName ?? '—';
  throw new UserError({ code: 'license.not-yours', details: { id, name } });
}

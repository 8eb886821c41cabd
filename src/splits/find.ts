import type { Suggestion } from '../bot/adapter.ts';
import type { Asker, Context, House } from '../bot/command.ts';
import { UserError } from '../core/problem.ts';
import { findPerson } from '../store/people.ts';
import { searchSheets } from '../store/sheet-search.ts';
import { findSheet, findVersion, type StoredSheet, type StoredVersion } from '../store/sheets.ts';

const MOST_NAMED = 5;
const LONGEST_TYPED = 40;

/**
 * The sheet that somebody means: by its id, or by its title or a part of it; without a word, the only one that is
 * open, or the only one there is.
 *
 * @param how `exactly`: a part of a title is not enough, since what follows counts
 * @throws UserError `split.unknown`, `split.several`, `split.which`, `split.none-yet`
 */
export async function findMeant(
  house: House,
  team: string,
  typed: string | undefined,
  how: 'roughly' | 'exactly' = 'roughly',
): Promise<StoredSheet> {
  const text = typed?.trim() ?? '';
  const byId = text === '' ? undefined : await findSheet(house.db, team, text.toLowerCase());
  if (byId) return byId;
  const found = await searchSheets(house.db, team, { text, limit: 50 });
  const same = found.filter(({ title }) => title.toLowerCase() === text.toLowerCase());
  const open = text === '' ? found.filter(({ state }) => state === 'open') : [];
  const near = how === 'exactly' && text !== '' ? [] : found;
  const meant = same.length > 0 ? same : open.length === 1 ? open : near;
  const [first] = meant;
  if (first === undefined) {
    throw new UserError(
      text === ''
        ? { code: 'split.none-yet', details: {} }
        : { code: 'split.unknown', details: { typed: text } },
    );
  }
  if (meant.length > 1) {
    const titles = meant.slice(0, MOST_NAMED).map(({ title, id }) => `${title} (${id})`);
    throw new UserError(
      text === ''
        ? { code: 'split.which', details: { titles } }
        : { code: 'split.several', details: { typed: text, titles } },
    );
  }
  return first;
}

/**
 * How a sheet is named in a command that somebody is told to type: by its title where that means this sheet alone and
 * can stand in quotation marks, else by its id.
 */
export async function sheetWord(house: House, team: string, id: string): Promise<string> {
  const title = (await findSheet(house.db, team, id))?.title ?? '';
  if (title.length > LONGEST_TYPED || /["“”\p{Cc}\p{Cf}]/u.test(title)) return id;
  const found = await searchSheets(house.db, team, { text: title, limit: 2 });
  return found.length === 1 && found[0]?.id === id ? `"${title}"` : id;
}

/** @throws UserError `split.no-version` */
export async function findVersionMeant(
  house: House,
  team: string,
  sheet: StoredSheet,
  version: number = sheet.newest,
): Promise<StoredVersion> {
  const stored = await findVersion(house.db, team, sheet.id, version);
  if (stored) return stored;
  throw new UserError({
    code: 'split.no-version',
    details: { title: sheet.title, version, newest: sheet.newest },
  });
}

/** Completions for an option that names a sheet. */
export async function suggestSheets(
  typed: string,
  { house, asker }: Context,
): Promise<readonly Suggestion[]> {
  const found = await searchSheets(house.db, asker.team, { text: typed.trim(), limit: 25 });
  return found.map(({ id, title, newest }) => ({ value: id, label: `${title} · ${newest}`.slice(0, 100) }));
}

/** Whoever proposed the newest version, and admins. @throws UserError `split.not-proposer` */
export async function mustBeProposer(
  house: House,
  asker: Asker,
  { proposer }: StoredVersion,
  person: string,
): Promise<void> {
  if (proposer === person || asker.admin === true) return;
  const name = (await findPerson(house.db, asker.team, proposer))?.displayName ?? proposer;
  throw new UserError({ code: 'split.not-proposer', details: { proposer: name } });
}

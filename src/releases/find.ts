import type { Suggestion } from '../bot/adapter.ts';
import type { Asker, Context, House } from '../bot/command.ts';
import { mustBeAllowed } from '../bot/permissions.ts';
import { titleOf } from '../catalog/labels.ts';
import { UserError } from '../core/problem.ts';
import { todayOf } from '../licenses/read-input.ts';
import { nameKey } from '../people/typed-name.ts';
import { findLink, findPerson } from '../store/people.ts';
import { findRelease, type KeptRelease, listReleases, type StoredRelease } from '../store/releases.ts';

const MOST_NAMED = 5;
const MOST_SUGGESTED = 25;
const LONGEST_LABEL = 100;
/** A team with more of them finds the older ones by their ids. */
const MOST_SEARCHED = 5000;

/**
 * The release that somebody means: by its id, or by a word of its title where that means one alone; without a word, the
 * only one that is still to come, or the only one there is.
 *
 * @param how `exactly`: something is changed, so a part of a title is not enough
 * @throws UserError `release.unknown`, `release.near`, `release.several`, `release.which`, `release.none-yet`
 */
export async function findMeantRelease(
  typed: string | undefined,
  context: Context,
  how: 'roughly' | 'exactly' = 'roughly',
): Promise<StoredRelease> {
  const { house, asker } = context;
  const text = typed?.trim() ?? '';
  if (text === '') return onlyOne(context);
  const known = await findRelease(house.db, asker.team, text.toLowerCase());
  if (known !== undefined) return known;
  const all = await searched(text, context);
  const called = all.filter(({ content }) => namesOf(content).includes(nameKey(text)));
  const found = called.length > 0 ? called : all;
  const [first, second] = found;
  if (first === undefined) throw new UserError({ code: 'release.unknown', details: { typed: text } });
  if (second !== undefined) {
    throw new UserError({ code: 'release.several', details: { typed: text, ids: named(found) } });
  }
  if (how === 'exactly' && called.length === 0) {
    const details = { typed: text, id: first.id, title: titleOfRelease(first.content) };
    throw new UserError({ code: 'release.near', details });
  }
  return first;
}

async function onlyOne(context: Context): Promise<StoredRelease> {
  const { house, asker } = context;
  const page = { which: 'coming' as const, today: todayOf(context), limit: MOST_NAMED };
  const coming = await listReleases(house.db, asker.team, page);
  const [first, second] = coming;
  if (second !== undefined) throw new UserError({ code: 'release.which', details: { ids: named(coming) } });
  if (first !== undefined) return first;
  const all = await listReleases(house.db, asker.team, { ...page, which: 'all' });
  const [last, another] = all;
  if (last === undefined) throw new UserError({ code: 'release.none-yet', details: {} });
  if (another === undefined) return last;
  throw new UserError({ code: 'release.which', details: { ids: named(all) } });
}

async function searched(text: string, context: Context): Promise<readonly StoredRelease[]> {
  const { house, asker } = context;
  const page = { which: 'all' as const, today: todayOf(context), limit: MOST_SEARCHED };
  const wanted = nameKey(text);
  const all = await listReleases(house.db, asker.team, page);
  return all.filter(({ id, content }) => [id, ...namesOf(content)].some((name) => name.includes(wanted)));
}

function namesOf({ title, latin }: KeptRelease): readonly string[] {
  return [title, latin ?? '', titleOf({ title, latin, others: [] })]
    .filter((name) => name !== '')
    .map(nameKey);
}

/** A title with its Latin form beside it. */
export function titleOfRelease({ title, latin }: Pick<KeptRelease, 'title' | 'latin'>): string {
  return titleOf({ title, latin, others: [] });
}

function named(releases: readonly StoredRelease[]): readonly string[] {
  return releases
    .slice(0, MOST_NAMED)
    .map(({ id, content }) => `${titleOfRelease(content)}, ${content.day} (${id})`);
}

/** Completions for an option that names a release: those to come first. */
export async function suggestReleases(typed: string, context: Context): Promise<readonly Suggestion[]> {
  const { house, asker } = context;
  const today = todayOf(context);
  const wanted = nameKey(typed);
  const fits = ({ id, content }: StoredRelease) =>
    [id, ...namesOf(content)].some((name) => name.includes(wanted));
  const page = { today, limit: MOST_SEARCHED };
  const coming = await listReleases(house.db, asker.team, { ...page, which: 'coming' });
  const past = await listReleases(house.db, asker.team, { ...page, which: 'past' });
  return [...coming, ...past]
    .filter(fits)
    .slice(0, MOST_SUGGESTED)
    .map(({ id, content }) => ({
      value: id,
      label: [...`${titleOfRelease(content)} · ${content.day}`].slice(0, LONGEST_LABEL).join(''),
    }));
}

/**
 * Whoever looks after it, and admins, as long as it was not cancelled.
 *
 * @throws UserError `release.not-yours`, `release.cancelled`, `permission.*` where whoever looked after it was erased
 */
export async function mustBeOpenTo(
  house: Pick<House, 'db'>,
  asker: Asker,
  { content, state }: StoredRelease,
): Promise<void> {
  const title = titleOfRelease(content);
  if (state === 'cancelled') throw new UserError({ code: 'release.cancelled', details: { title } });
  if (asker.admin === true) return;
  const link = await findLink(house.db, asker.team, asker);
  if (link?.person === content.home.person) return;
  // Nobody is left to be named.
  if (content.home.account === '') mustBeAllowed('admin', asker);
  const name = (await findPerson(house.db, asker.team, content.home.person))?.displayName ?? '—';
  throw new UserError({ code: 'release.not-yours', details: { title, name } });
}

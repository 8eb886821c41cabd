import type { Context } from '../bot/command.ts';
import { type Button, type Line, pressOf, type Reply } from '../bot/reply.ts';
import { formatDuration } from '../core/catalog/duration.ts';
import { ITEM_KINDS, type ItemKind } from '../core/catalog/items.ts';
import { cleanText } from '../core/catalog/read-text.ts';
import { typedTerms } from '../core/catalog/search-terms.ts';
import { nameKey } from '../people/typed-name.ts';
import { countGapsOf } from '../store/catalog-gaps.ts';
import { listItems, type StoredItem, type StoredKind } from '../store/catalog-items.ts';
import { searchItems } from '../store/catalog-search.ts';
import { codesOf } from '../store/item-codes.ts';
import { listPeople } from '../store/people.ts';
import { code, join, type Words } from '../text/spans.ts';
import { findByIdOrCode, findCalled } from './find.ts';
import { displayOf, labelOf } from './labels.ts';
import { say } from './say.ts';

const PAGE = 10;

/** So that a press can bring it back. */
export const LONGEST_SEARCH = 60;

type Page = { readonly lines: readonly Line[]; readonly hasMore: boolean; readonly isPartial: boolean };

/**
 * `/catalog list`: what there is of a kind, the newest first, or what has the words that are looked for; some at a time.
 *
 * @param what a kind as it was chosen; typed without a name, the words that are looked for may stand in its place
 */
export async function askList(
  { what, search }: { readonly what?: string | undefined; readonly search?: string | undefined },
  context: Context,
): Promise<Reply> {
  const kind = ITEM_KINDS.find((one) => one === what);
  const words = [kind === undefined ? what : undefined, search].filter((part) => part !== undefined);
  const text = cleanText(words.join(' ')).slice(0, LONGEST_SEARCH).toWellFormed();
  return listPage(kind ?? 'recording', 0, text.trim(), context);
}

/** The button for the next page. @param value as `listPage` made it */
export async function pressList(value: string, context: Context): Promise<Reply> {
  const [kind, offset, ...text] = value.split(':');
  const known = ITEM_KINDS.find((one) => one === kind) ?? 'recording';
  return listPage(known, Number(offset) || 0, text.join(':'), context);
}

async function listPage(kind: ItemKind, offset: number, text: string, context: Context): Promise<Reply> {
  const { t } = context;
  const page =
    kind === 'person' ? await people(offset, text, context) : await items(kind, offset, text, context);
  const { lines } = page;
  // What stood on a later page may be gone by the time that it is asked for.
  if (lines.length === 0 && offset > 0) return listPage(kind, 0, text, context);
  const partial = page.isPartial ? [t(say.listPartial)] : [];
  if (lines.length === 0) {
    const next = text === '' ? t(say.listAdd, { kind }) : t(say.listOther);
    const title = text === '' ? t(say.listNone, { kind }) : t(say.listNoneWith, { kind, text });
    return { tone: 'plain', title, text: [...partial, next] };
  }
  const isAll = offset === 0 && !page.hasMore && !page.isPartial;
  const title = isAll
    ? t(say.listTitle, { kind, count: lines.length })
    : t(say.listPart, { kind, from: offset + 1, to: offset + lines.length });
  const more: readonly Button[] = page.hasMore
    ? [{ label: t(say.listMore), press: pressOf('catalog', 'list', `${kind}:${offset + PAGE}:${text}`) }]
    : [];
  return {
    tone: 'plain',
    title: text === '' ? title : t(say.listSearched, { title, text }),
    list: lines,
    ...(partial.length === 0 ? {} : { text: partial }),
    ...(more.length === 0 ? {} : { buttons: more }),
  };
}

async function items(kind: StoredKind, offset: number, text: string, context: Context): Promise<Page> {
  const { items: found, isPartial } = await lookFor(kind, offset, text, context);
  return {
    lines: await itemLines(kind, found.slice(0, PAGE), context),
    hasMore: found.length > PAGE,
    isPartial,
  };
}

/** One more than a page, so that it is seen whether there is another one. */
async function lookFor<K extends StoredKind>(
  kind: K,
  offset: number,
  text: string,
  { house, asker }: Context,
): Promise<{ readonly items: readonly StoredItem<K>[]; readonly isPartial: boolean }> {
  const page = { limit: PAGE + 1, offset };
  const { team } = asker;
  if (text === '') return { items: await listItems(house.db, team, kind, page), isPartial: false };
  if (offset === 0) {
    const known = await findByIdOrCode(house, team, kind, text).catch(() => undefined);
    if (known !== undefined) return { items: [known], isPartial: false };
  }
  if (typedTerms(text).length > 0) return searchItems(house.db, team, kind, { text, ...page });
  const called = await findCalled(house, team, kind, text);
  return { items: called.slice(offset, offset + PAGE + 1), isPartial: false };
}

/** `Night Bus (live) · Ana · 3:41 · US-RC1-76-07839 · complete · r_…` */
async function itemLines(
  kind: StoredKind,
  found: readonly StoredItem[],
  { house, asker, t }: Context,
): Promise<readonly Line[]> {
  const ids = found.map(({ id }) => id);
  const codes = Map.groupBy(await codesOf(house.db, asker.team, ids), ({ item }) => item);
  const open = await countGapsOf(house.db, asker.team, ids);
  return found.map(({ id, content }): Line => {
    const count = open.get(id) ?? 0;
    const durationMs = 'durationMs' in content ? content.durationMs : null;
    const parts: Words[] = [
      t(say.listed, { label: labelOf(kind, content, t) }),
      ...(durationMs === null ? [] : [code(formatDuration(durationMs))]),
      ...(codes.get(id) ?? []).map((one) => code(displayOf(one))),
      t(say.openPoints, { open: count }),
      code(id),
    ];
    return { tone: count === 0 ? 'good' : 'caution', text: join(parts, ' · ') };
  });
}

async function people(offset: number, text: string, { house, asker, t }: Context): Promise<Page> {
  const wanted = nameKey(text);
  const all = (await listPeople(house.db, asker.team)).filter(({ displayName }) =>
    nameKey(displayName).includes(wanted),
  );
  const lines = all.slice(offset, offset + PAGE).map(
    ({ id, displayName }): Line => ({
      text: join([t(say.listed, { label: displayName }), code(id)], ' · '),
    }),
  );
  return { lines, hasMore: all.length > offset + PAGE, isPartial: false };
}

import { describe, expect, it } from 'vitest';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { titleTerm } from '../../src/core/catalog/search-terms.ts';
import { countGaps, countGapsOf, gapsOf, itemsWithGap, saveGaps } from '../../src/store/catalog-gaps.ts';
import {
  everyItem,
  findItem,
  insertItems,
  listItems,
  lockItems,
  saveItems,
  takeOut,
  versionsOf,
} from '../../src/store/catalog-items.ts';
import { idsCalled, isCalled, searchItems } from '../../src/store/catalog-search.ts';
import { addWorks, recordingsOf, recordingsOfAll, setWorks, worksOf } from '../../src/store/catalog-works.ts';
import { bearersOf, codesOf, deleteCodes, type ItemCode, saveCodes } from '../../src/store/item-codes.ts';
import type { Db } from '../../src/store/tables.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const TEAM = 't_1';
const OTHER = 't_2';

function contentOf(title: string, more: Partial<RecordingContent> = {}): RecordingContent {
  return {
    ...{ title, latin: null, others: [], versionKind: 'original', versionTitle: null, mainArtist: null },
    ...{ performers: [], durationMs: null, versionOf: null, samples: null, audio: null },
    ...more,
  };
}

const work = (title: string) => ({ title, latin: null, others: [] });

async function addTeams(db: Db): Promise<void> {
  for (const id of [TEAM, OTHER]) await db.insertInto('team').values({ id, created_at: 0 }).execute();
}

async function add(db: Db, items: Readonly<Record<string, RecordingContent>>, team = TEAM, at = OPENED_AT) {
  const all = Object.entries(items).map(([id, content]) => ({ id, content }));
  await insertItems(db, team, 'recording', all, at);
}

eachDatabase(({ openFresh }) => {
  const open = async () => {
    const { db } = await openFresh();
    await addTeams(db);
    return db;
  };
  const search = async (db: Db, text: string, page: { limit?: number; offset?: number } = {}) => {
    const { items, isPartial } = await searchItems(db, TEAM, 'recording', { text, limit: 10, ...page });
    return { ids: items.map(({ id }) => id), isPartial };
  };

  describe('a search', () => {
    it('finds what has a word that begins so, whatever script, case and accent', async () => {
      const db = await open();
      await add(db, {
        r_1: contentOf('Last Night Bus', { mainArtist: 'Ana Lin' }),
        r_2: contentOf('末班夜車', { latin: 'Mò bān yè chē', others: ['Nachtbus'] }),
        r_3: contentOf('Nightfall', {
          versionKind: 'live',
          performers: [{ person: null, name: 'Zoë' }],
        }),
      });
      await insertItems(db, TEAM, 'work', [{ id: 'w_1', content: work('Night') }], OPENED_AT);
      await add(db, { r_9: contentOf('Night') }, OTHER);
      expect((await search(db, 'NIGHT')).ids).toEqual(['r_1', 'r_3']);
      expect((await search(db, 'bus nig')).ids).toEqual(['r_1']);
      expect((await search(db, '夜')).ids).toEqual(['r_2']);
      expect((await search(db, '夜車')).ids).toEqual(['r_2']);
      expect((await search(db, 'mo ban')).ids).toEqual(['r_2']);
      expect((await search(db, 'ana')).ids).toEqual(['r_1']);
      expect((await search(db, 'zoe live')).ids).toEqual(['r_3']);
      expect((await search(db, 'ight')).ids).toEqual([]);
      expect((await search(db, '!!!')).ids).toEqual([]);
    });

    it('fills its pages, however many words of one item begin so', async () => {
      const db = await open();
      const items = Array.from({ length: 30 }, (_, index) => [
        `r_${String(index).padStart(2, '0')}`,
        contentOf('夜'.repeat(12) + String.fromCodePoint(0x4e00 + index)),
      ]);
      await add(db, Object.fromEntries(items));
      const pages = [];
      for (let offset = 0; offset < 30; offset += 10) pages.push(...(await search(db, '夜', { offset })).ids);
      expect(new Set(pages).size).toBe(30);
      expect((await search(db, '夜', { offset: 30 })).ids).toEqual([]);
    });

    it('goes by the rarest word, and says where it has not looked at all that begin so', async () => {
      const db = await open();
      const addMany = async (letter: string, count: number, title: string) => {
        for (let from = 0; from < count; from += 1000) {
          const all = Array.from({ length: 1000 }, (_, at) => [`r_${letter}${from + at}`, contentOf(title)]);
          await add(db, Object.fromEntries(all));
        }
      };
      await addMany('a', 2000, 'rare day');
      await addMany('b', 21_000, 'common day');
      expect(await search(db, 'day rare common')).toEqual({ ids: [], isPartial: false });
      await addMany('c', 20_000, 'many night');
      expect(await search(db, 'common many')).toEqual({ ids: [], isPartial: true });
      expect(await search(db, 'many', { limit: 2 })).toEqual({ ids: ['r_c0', 'r_c1'], isPartial: false });
    });
  });

  describe('a whole title', () => {
    it('is found however many begin like it, and no more once it is changed or taken out', async () => {
      const db = await open();
      const many = Array.from({ length: 120 }, (_, index) => [`r_a${index}`, contentOf(`Love me ${index}`)]);
      await add(db, { ...Object.fromEntries(many), r_z: contentOf('Love', { others: ['L’amour'] }) });
      const called = async (title: string) =>
        (await idsCalled(db, TEAM, 'recording', [title])).get(titleTerm(title)) ?? [];
      expect(await called('LOVE')).toEqual(['r_z']);
      expect(await called('l’amour')).toEqual(['r_z']);
      expect(await called('Love me 7')).toEqual(['r_a7']);
      await saveItems(db, TEAM, 'recording', [{ id: 'r_z', content: contentOf('Hate') }]);
      expect(await called('love')).toEqual([]);
      expect(await called('hate')).toEqual(['r_z']);
      await takeOut(db, TEAM, 'recording', 'r_z', OPENED_AT);
      expect(await called('hate')).toEqual([]);
      expect((await findItem(db, TEAM, 'recording', 'r_z'))?.isGone).toBe(true);
    });

    it('may be of marks alone', () => {
      expect(isCalled(contentOf('!!!'), '!!!')).toBe(true);
      expect(isCalled(contentOf('!!!'), '???')).toBe(false);
    });
  });

  it('lists the newest first, and everything once, a piece at a time', async () => {
    const db = await open();
    for (let at = 0; at < 3; at += 1) {
      const items = Array.from({ length: 5 }, (_, index) => [`r_${at}${index}`, contentOf('x')]);
      await add(db, Object.fromEntries(items), TEAM, new Date(OPENED_AT.getTime() + at));
    }
    await takeOut(db, TEAM, 'recording', 'r_13', OPENED_AT);
    const listed = await listItems(db, TEAM, 'recording', { limit: 4 });
    expect(listed.map(({ id }) => id)).toEqual(['r_24', 'r_23', 'r_22', 'r_21']);
    const all: string[] = [];
    for await (const { id } of everyItem(db, TEAM, 'recording', 4)) all.push(id);
    expect(all).toHaveLength(14);
    expect(all).toEqual(all.toSorted());
    expect(all).not.toContain('r_13');
  });

  it('knows versions, and works both ways', async () => {
    const db = await open();
    await add(db, { r_1: contentOf('A'), r_2: contentOf('B', { versionOf: 'r_1' }), r_3: contentOf('C') });
    const works = ['w_1', 'w_2'].map((id) => ({ id, content: work(id) }));
    await insertItems(db, TEAM, 'work', works, OPENED_AT);
    expect((await versionsOf(db, TEAM, 'r_1', 5)).map(({ id }) => id)).toEqual(['r_2']);
    await saveItems(db, TEAM, 'recording', [{ id: 'r_3', content: contentOf('C', { versionOf: 'r_1' }) }]);
    expect((await versionsOf(db, TEAM, 'r_1', 5)).map(({ id }) => id)).toEqual(['r_2', 'r_3']);
    await setWorks(db, TEAM, 'r_1', ['w_2', 'w_1']);
    await addWorks(db, TEAM, [
      { recording: 'r_2', work: 'w_1' },
      { recording: 'r_2', work: 'w_1' },
    ]);
    expect(await worksOf(db, TEAM, ['r_1', 'r_2', 'r_3'])).toEqual(
      new Map([
        ['r_1', ['w_1', 'w_2']],
        ['r_2', ['w_1']],
      ]),
    );
    expect(await recordingsOf(db, TEAM, 'w_1')).toEqual(['r_1', 'r_2']);
    expect(await recordingsOf(db, TEAM, 'w_1', 1)).toEqual(['r_1']);
    expect((await recordingsOfAll(db, TEAM, ['w_1', 'w_2'])).toSorted()).toEqual(['r_1', 'r_2']);
    await setWorks(db, TEAM, 'r_1', []);
    await takeOut(db, TEAM, 'work', 'w_1', OPENED_AT);
    expect(await worksOf(db, TEAM, ['r_1', 'r_2'])).toEqual(new Map());
  });

  it('keeps what is open instead of what was, and counts no further than asked', async () => {
    const db = await open();
    const gaps = (item: string, ...open: Parameters<typeof saveGaps>[2][number]['gaps']) => ({
      ...{ kind: 'recording' as const, item, gaps: open },
    });
    await saveGaps(db, TEAM, [
      gaps('r_1', 'samples-unsaid', 'isrc-missing'),
      gaps('r_2', 'isrc-missing'),
      gaps('r_3', 'isrc-missing'),
    ]);
    expect(await gapsOf(db, TEAM, 'r_1')).toEqual(['isrc-missing', 'samples-unsaid']);
    expect(await countGaps(db, TEAM, ['isrc-missing', 'work-missing', 'samples-unsaid'], 2)).toEqual(
      new Map([
        ['isrc-missing', 2],
        ['samples-unsaid', 1],
      ]),
    );
    await saveGaps(db, TEAM, [gaps('r_1'), gaps('r_2', 'work-missing')]);
    expect(await itemsWithGap(db, TEAM, 'isrc-missing', { limit: 5 })).toEqual(['r_3']);
    expect(await countGapsOf(db, TEAM, ['r_1', 'r_2', 'r_3'])).toEqual(
      new Map([
        ['r_2', 1],
        ['r_3', 1],
      ]),
    );
    expect(await itemsWithGap(db, OTHER, 'isrc-missing', { limit: 5 })).toEqual([]);
  });

  it('keeps the newest word about a code, on one item or on two', async () => {
    const db = await open();
    const code = (item: string, more: Partial<ItemCode> = {}): ItemCode => ({
      ...{ scheme: 'isrc', code: 'USRC17607839', kind: 'recording', item, how: 'registered' },
      ...{ source: null, acceptedFor: null, seq: 1, since: OPENED_AT },
      ...more,
    });
    await saveCodes(db, TEAM, [code('r_1'), code('r_2', { seq: 2 })]);
    await saveCodes(db, TEAM, [code('r_1', { source: 'Label', acceptedFor: 'so it is', seq: 3 })]);
    expect(await codesOf(db, TEAM, ['r_1'])).toEqual([
      code('r_1', { source: 'Label', acceptedFor: 'so it is', seq: 3 }),
    ]);
    const bearers = await bearersOf(db, TEAM, 'isrc', ['USRC17607839']);
    expect(bearers.map(({ item }) => item).toSorted()).toEqual(['r_1', 'r_2']);
    await deleteCodes(db, TEAM, 'r_1');
    expect(await codesOf(db, TEAM, ['r_1', 'r_2'])).toHaveLength(1);
  });

  it('holds items until the transaction ends, so that nobody changes them meanwhile', async () => {
    const db = await open();
    await add(db, { r_1: contentOf('A'), r_2: contentOf('B') });
    const seen: string[] = [];
    const change = (name: string) =>
      inTransaction(db, async (transaction) => {
        const [, second] = await lockItems(transaction, TEAM, 'recording', ['r_2', 'r_1']);
        const title = `${second?.content.title}${name}`;
        await saveItems(transaction, TEAM, 'recording', [{ id: 'r_2', content: contentOf(title) }]);
        seen.push(title);
      });
    await Promise.all([change('1'), change('2'), change('3')]);
    expect((await findItem(db, TEAM, 'recording', 'r_2'))?.content.title).toHaveLength(4);
    expect(seen.at(-1)).toHaveLength(4);
  });
});

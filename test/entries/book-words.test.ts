import { expect, it } from 'vitest';
import type { Entry, EntryType } from '../../src/core/ledger/entry-types.ts';
import { bookWords } from '../../src/entries/book-words.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';

const NAMES: Readonly<Record<string, string>> = {
  r_1: 'Night Bus · Ana',
  w_1: 'Night Bus',
  p_1: 'Ana',
  l_1: 'Rain Song',
};
const called = (id: string) => NAMES[id] ?? id;
const names = { person: called, sheet: called, item: called, license: called, release: called };

function entry(type: EntryType, subject: string, data: object): Entry {
  const frame = { v: 1, ledger: 'splitproof/t', seq: 7, at: '2026-11-28T06:00:00.000Z', subject, prev: null };
  return { ...frame, type, data } as Entry;
}

const said = (locale: 'en' | 'zh-Hant', one: Entry): string | null => {
  const words = bookWords(one, names, translator(locale, 'UTC'));
  return words === null ? null : plain(words);
};

const isrc = { scheme: 'isrc', code: 'USRC17607839', recording: 'r_1' };

it.each<[Entry, string, string]>([
  [
    entry('release.moved', 'release/rel_1', { release: 'rel_1', day: '2026-12-11' }),
    'Release rel_1 was moved to 11 Dec 2026',
    '發行 rel_1 改到 2026 年 12 月 11 日',
  ],
  [
    entry('admin.item_added', 'team', { kind: 'recording', item: 'r_1' }),
    'Recording Night Bus · Ana was put into the catalog',
    '錄音「Night Bus · Ana」加入目錄',
  ],
  [
    entry('admin.item_changed', 'team', { kind: 'work', item: 'w_1' }),
    'Work Night Bus was changed',
    '作品「Night Bus」的資料有更動',
  ],
  [
    entry('admin.item_removed', 'team', { kind: 'recording', item: 'r_9' }),
    'Recording r_9 was taken out of the catalog',
    '錄音「r_9」從目錄移除',
  ],
  [
    entry('admin.items_imported', 'team', { added: 1200, changed: 3 }),
    'A file was imported into the catalog: 1,200 new, 3 changed',
    '匯入一個檔案到目錄：新增 1,200 筆，更動 3 筆',
  ],
  [
    entry('code.assigned', 'recording/r_1', isrc),
    'Night Bus · Ana was given US-RC1-76-07839',
    '核發 US-RC1-76-07839 給 Night Bus · Ana',
  ],
  [
    entry('code.assigned', 'prefix/c_1', { scheme: 'gtin', code: '00602557631722' }),
    '602557631722 was given out',
    '核發 602557631722',
  ],
  [
    entry('code.registered', 'work/w_1', { scheme: 'iswc', code: 'T0345246801', work: 'w_1' }),
    'Night Bus bears T-034.524.680-1, given by somebody else',
    '登記 Night Bus 的編碼 T-034.524.680-1，由其他單位核發',
  ],
  [
    entry('code.burnt', 'recording/r_1', isrc),
    'US-RC1-76-07839 of Night Bus · Ana was burnt: nobody gets it again',
    'Night Bus · Ana 的 US-RC1-76-07839 作廢，不會再核發',
  ],
  [
    entry('code.prefix', 'prefix/c_1', { what: 'added', scheme: 'isrc', prefix: 'USRC1' }),
    'Codes may be given from US-RC1',
    '新增 US-RC1，可以核發編碼',
  ],
  [
    entry('code.prefix', 'prefix/c_1', { what: 'closed', scheme: 'catalog-number', prefix: 'BUS-###' }),
    'Nothing more is given from BUS-###',
    '停用 BUS-###，不再核發',
  ],
  [
    entry('license.ended', 'license/l_1', { license: 'l_1', on: '2026-12-31' }),
    'License l_1 of Rain Song was ended, its last day is 31 Dec 2026',
    '授權 l_1（Rain Song）終止，最後一天是 2026 年 12 月 31 日',
  ],
  [
    entry('license.ended', 'license/l_1', { license: 'l_1', before: '2026-12-31', on: '2026-12-30' }),
    'The end of license l_1 of Rain Song was corrected, its last day is 30 Dec 2026',
    '更正授權 l_1（Rain Song）的終止，最後一天是 2026 年 12 月 30 日',
  ],
  [
    entry('license.resumed', 'license/l_1', { license: 'l_1', before: '2026-12-31' }),
    'The end of license l_1 of Rain Song was taken back',
    '撤回授權 l_1（Rain Song）的終止',
  ],
  [entry('note.saved', 'note/n_1', {}), 'Note n_1 was kept', '保存筆記 n_1'],
  [
    entry('admin.person_changed', 'team', { person: 'p_1' }),
    'Ana changed their profile',
    'Ana 更動了自己的資料',
  ],
])('says what the entry says: $type', (one, english, chinese) => {
  expect(said('en', one)).toBe(english);
  expect(said('zh-Hant', one)).toBe(chinese);
});

it('says nothing of what it does not know', () => {
  expect(said('en', entry('release.sung', 'release/x', {}))).toBeNull();
});

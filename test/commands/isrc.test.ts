import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStory } from '../flows/story.ts';

it('says the verdict first, then the facts, then what it cannot tell', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check US-RC1-76-07839
    ✅ US-RC1-76-07839 has the shape of an ISRC
    Prefix: US-RC1: issued through RIAA (list of 4 Nov 2025)
    Year: 76: the year the code was assigned, most likely 1976; on early codes, the year of recording
    An ISRC has no check digit, so this cannot tell whether the code was issued, or to which recording.
    › /isrc isrc: us rc1 76 07839
    ✅ US-RC1-76-07839 has the shape of an ISRC
    …
    › /splitproof isrc check "US-RC1-76-07839"
    ✅ US-RC1-76-07839 has the shape of an ISRC
    …
  `);
});

it('shows where a code breaks, and offers what may have been meant', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check US-RC1-76-0783
    ❌ US-RC1-76-0783 is one character short of an ISRC
    ❌ An ISRC has 12 characters; this has 11: …0783_…
    Compare it with the source, then check again.
    [1] What does an ISRC look like?
    › /isrc check US-RC1-76-O7839
    ❌ US-RC1-76-O7839 does not hold as an ISRC
    As typed: US RC1 76 O7839
    ❌ Character 8 must be a digit; this has O. …
    Perhaps this was meant: US-RC1-76-07839
    Compare it with the source, then check again.
    [1] Check US-RC1-76-07839
    [2] What does an ISRC look like?
    › press 1
    ✅ US-RC1-76-07839 has the shape of an ISRC
    …
    › press 2
    An ISRC is twelve characters, without a check digit
    …
  `);
});

it('says what a code is when it is no ISRC', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check 602557631722
    ⚠️ 602557631722: This is a UPC, which names the release, not an ISRC. Each recording needs an ISRC of its own.
    Names: the release as a product
    …
    [1] What is a UPC or EAN, and how do I get one?
    › /isrc check foo
    ❌ foo is no code that is checked here
    …
    [1] What does an ISRC look like?
    › /isrc check what would that even be then
    ❌ There is no code in this
    Send one or more codes, as in /isrc check US-RC1-76-07839, or attach a CSV or text file.
  `);
});

it('names what is wrong among several, and a code that stands twice', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check USRC17607839, USRC1760783 GBAYE6900531 / GBAYE6900531
    ❌ 4 codes: ✅ 2 hold · ⚠️ 1 to look at · ❌ 1 does not hold
    ❌ no. 2 USRC1760783: An ISRC has 12 characters; this has 11: …
    ⚠️ the same code twice, GB-AYE-69-00531: nos. 3 and 4
    ✅ no. 1 US-RC1-76-07839: has the shape of an ISRC, issued through RIAA
    ✅ no. 3 GB-AYE-69-00531: has the shape of an ISRC, issued through PPL UK
    [1] What does an ISRC look like?
  `);
});

/** Forty codes, of which one is short and one stands twice. */
const FORTY = Array.from(
  { length: 40 },
  (_, index) => `USRC176${String(index === 30 ? 11 : index).padStart(5, '0')}`,
);
FORTY[6] = 'USRC1760783';

it('sums up forty codes and attaches a row for each', async () => {
  const { tell, folder } = await openStory();
  await tell(`
    › /isrc check ${FORTY.join(' ')}
    ❌ 40 codes: ✅ 38 hold · ⚠️ 1 to look at · ❌ 1 does not hold
    ❌ no. 7 USRC1760783: …
    ⚠️ the same code twice, US-RC1-76-00011: nos. 12 and 31
    Everything is in the attached file, one row for each code you sent.
    [1] What does an ISRC look like?
    File saved: …checked-codes.csv
  `);
  const rows = readFileSync(join(folder, 'files/checked-codes.csv'), 'utf8').trimEnd().split('\r\n');
  expect(rows).toHaveLength(41);
  expect(rows[0]).toBe(
    '\ufeffno.,code as sent,kind,verdict,to compare and store,to print,problems,perhaps meant',
  );
  expect(rows[2]).toBe('2,USRC17600001,ISRC,holds,USRC17600001,US-RC1-76-00001,,');
  expect(rows[31]).toContain('look at this');
  expect(rows[31]).toContain('The same code is no. 12.');
});

it('answers in Traditional Chinese', async () => {
  const { tell, folder } = await openStory({ localeTag: 'zh-TW' });
  await tell(`
    › /isrc check 編碼：US-RC1-76-07839
    ✅ US-RC1-76-07839 符合 ISRC 的格式
    前綴：US-RC1：由 RIAA 核發（2025 年 11 月 4 日名單）
    年份：76：編碼當年，多半是 1976 年；早期的編碼寫的是錄音當年
    ISRC 沒有檢查碼，因此看不出這組碼是否真的核發過，也看不出屬於哪個錄音。
    › /isrc check ${FORTY.join('、')}
    ❌ 40 組編碼：✅ 38 組符合 · ⚠️ 1 組要看一下 · ❌ 1 組不符合
    ❌ 第 7 組 USRC1760783：…
    ⚠️ 同一組編碼出現 2 次，US-RC1-76-00011：第 12、31 組
    …
    …checked-codes.csv
  `);
  expect(readFileSync(join(folder, 'files/checked-codes.csv'), 'utf8')).toMatch(/[\u4e00-\u9fff]/);
});

it('reads an attached table and gives it back with the findings beside the rows', async () => {
  const { tell, folder } = await openStory();
  const table = join(folder, 'tracks.csv');
  writeFileSync(
    table,
    'Title;ISRC;UPC\nNight Bus;US-RC1-76-07839;602557631722\nRain;USRC1760784;602557631722\n=HYPERLINK("x");GBAYE6900531;\n',
  );
  await tell(`
    › /isrc check +file "${table}"
    ❌ tracks.csv: 5 codes: ✅ 4 hold · ⚠️ 0 to look at · ❌ 1 does not hold
    ❌ line 3 USRC1760784: …
    Codes were found in the columns ISRC and UPC.
    1 row has no code.
    The attached file has your rows and columns as they were, with the findings beside them.
    File saved: …tracks-checked.csv
    › Please look at this +file "${table}"
    #1 you
    › menu #1 Check codes
    ❌ tracks.csv: 5 codes: …
    …
  `);
  const result = readFileSync(join(folder, 'files/tracks-checked.csv'), 'utf8');
  expect(result).toContain('Night Bus;US-RC1-76-07839;602557631722;holds;');
  expect(result).toContain(`"'=HYPERLINK(""x"")"`);
});

it('opens a form when nothing is given, and takes a list or a file in it', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check
    Check codes
    …
    › USRC17607839
    › GBAYE6900531
    ›
    …
    › 
    ✅ 2 codes: ✅ 2 hold · ⚠️ 0 to look at · ❌ 0 do not hold
    ✅ line 1 US-RC1-76-07839: has the shape of an ISRC, issued through RIAA
    ✅ line 2 GB-AYE-69-00531: has the shape of an ISRC, issued through PPL UK
    › /isrc check
    …
    ›
    …
    ›
    ❌ There is no code here. Type or paste one, for example US-RC1-76-07839.
  `);
});

it('asks its way to whether a version needs a code of its own', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc new-or-same
    What is it, beside a recording that exists already?
    [1] Another performance, mix, edit or version
    …
    › press 1
    What is different?
    …
    › press 2
    ⚠️ …
    …
    Source: isrc.ifpi.org/en/using-isrc/when-to-assign (well founded)
    Education for producers, not legal advice. For a signed deal, a dispute, a takedown or high-value sync, ask a qualified music lawyer in the territory concerned.
    [1] Start again
    › press 1
    What is it, beside a recording that exists already?
    …
  `);
});

it('drops nothing that was typed, however it was named', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check codes: US-RC1-76-07839 codes: GB-AYE-69-00531
    ✅ 2 codes: ✅ 2 hold · ⚠️ 0 to look at · ❌ 0 do not hold
    …
    › /isrc check US-RC1-76-07839 編碼：GB-AYE-69-00531
    ✅ 2 codes: ✅ 2 hold · ⚠️ 0 to look at · ❌ 0 do not hold
    …
  `);
});

it('says what it leaves out when a file and codes come together', async () => {
  const { tell, folder } = await openStory();
  const list = join(folder, 'list.txt');
  const picture = join(folder, 'cover.png');
  writeFileSync(list, 'US-RC1-76-07839\nGB-AYE-69-00531\n');
  writeFileSync(picture, Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'));
  await tell(`
    › /isrc check GB-AYE-69-00531 +file "${list}"
    ✅ list.txt: 2 codes: …
    Only list.txt was checked. Send the codes in the text by themselves.
    …
    › /isrc check +file "${list}" +file "${picture}"
    ❌ 2 files came at once, and one can be answered at a time. …
    › Take GB-AYE-69-00531 for it +file "${picture}"
    #1 you
    › menu #1 Check codes
    ✅ GB-AYE-69-00531 has the shape of an ISRC
    …
    › The cover +file "${picture}"
    #2 you
    › menu #2 Check codes
    ❌ …picture…
  `);
});

it('counts what it does not name', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check ${Array.from({ length: 60 }, (_, index) => `USRC176${1000 + index}`).join(' ')}
    ❌ 60 codes: ✅ 0 hold · ⚠️ 0 to look at · ❌ 60 do not hold
    …
    • and 48 more, in the attached file
    …
  `);
});

it('does not call a prefix listed that is not, nor an example issued', async () => {
  const { tell } = await openStory();
  await tell(`
    › /id PX0041921941
    ⚠️ PX-004-19-21941 has the shape of an ISRC
    Year: 19: …
    ⚠️ The shape is right, but prefix PX is not on the list of 4 Nov 2025; …
    …
    › /id US-S1Z-99-00001
    ⚠️ US-S1Z-99-00001 has the shape of an ISRC
    Year: 99: …
    ⚠️ This is a documentation example, not an issued code. …
    …
  `);
});

it('lets a command close a form, and sends what was typed when nobody types any more', async () => {
  const { tell } = await openStory();
  await tell(`
    › /isrc check
    Check codes
    …
    › /isrc check GB-AYE-69-00531
    Closed; nothing was sent.
    ✅ GB-AYE-69-00531 has the shape of an ISRC
    …
    › /isrc new-or-same
    What is it, beside a recording that exists already?
    …
    › 1
    What is different?
    …
  `);
});

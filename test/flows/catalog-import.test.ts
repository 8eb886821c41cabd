import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStory } from './story.ts';

const SONGS = `Title,Version,Artist,Length,ISRC,Work,ISWC,Version of,Label
Night Bus,,Ana,3:41,US-RC1-76-07839,Night Bus,T-034.524.680-1,,Bus
Night Bus,Bo Remix,Bo,4:10,,Night Bus,,Night Bus,Bus
末班夜車,,林安娜,3:05,GBAYE6900531,末班夜車; Night Bus,,,Bus
`;

async function openImport(localeTag?: string) {
  const story = await openStory(localeTag === undefined ? {} : { localeTag });
  const path = join(story.folder, 'songs.csv');
  let results = 0;
  return {
    ...story,
    path,
    file: (text: string) => writeFileSync(path, text),
    /** The file that came with the last answer about the file. */
    result() {
      results += 1;
      const name = results === 1 ? 'songs-import.csv' : `songs-import-${results}.csv`;
      return readFileSync(join(story.folder, 'files', name), 'utf8');
    },
  };
}

describe('/catalog import', () => {
  it('says first what each row would do, writes all of it at a press, and twice nothing', async () => {
    const { tell, file, path, result } = await openImport();
    file(SONGS);
    await tell(`
      › /catalog import +file "${path}"
      ⏳ songs.csv: 3 new, 0 changed, 0 as they are, 0 refused
      2 new works come with the recordings.
      Not read, since the headings mean nothing here: Label
      Nothing is written yet. The attached file says for every row what would happen.
      [1] Import these 3 rows
      File saved: …songs-import.csv
      › /catalog list
      No recording here
      …
      › press Import these 3 rows
      …
      ✅ Imported from songs.csv: 3 new, 0 changed
      Ledger entry …
      › press Import these 3 rows
      …
      These rows were imported already: ledger entry …
      › /catalog list night
      2 recordings with “night”
      …
    `);
    expect(result()).toContain('2,new,r_');
    await tell(`
      › /catalog import +file "${path}"
      ✅ songs.csv: nothing would change; all 3 rows are in the catalog as they say
      …
      › /catalog show US-RC1-76-07839
      Night Bus · Ana
      Version: original
      Main artist: Ana
      Duration: 3:41
      Works: Night Bus (w_…)
      ✅ US-RC1-76-07839 · registered 26 Nov 2026 · by you · entry …
      …
      Versions of it: Night Bus (Bo Remix) · Bo (r_…)
      …
    `);
  });

  it('refuses row by row, with the reason, and takes the rest', async () => {
    const { tell, file, path, result } = await openImport();
    file(`Title;Version;Artist;Duration;ISRC;Version of;Id
Night Bus;;Ana;3:41;US-RC1-76-07839;;
Rain;;Ana;3:41;US-RC1-76-07839;;
Storm;;Ana;221;;;
Loop A;remix;Cy;3:00;;Loop B;
Loop B;remix;Cy;3:00;;Loop A;
Loop C;remix;Cy;3:00;;Loop A;
Codes;;Cy;3:00;USRC17607840, USRC17607841, USRC17607842, USRC17607843, USRC17607844;;
Sun;live;Cy;3:41;;Storm;
Sun;live;Cy;3:41;;;
Sun;live;Cy;3:42;;;
Moon;;Cy;3:00;;;r_unknown
;;Cy;3:00;;;
Own;;Cy;3:00;;Own;
Short;;Cy;3:41:00;USRC1760783;;
Long;;Cy;3:41:00;;;
`);
    await tell(`
      › /catalog import +file "${path}"
      ⚠️ songs.csv: 3 new, 0 changed, 0 as they are, 12 refused
      ❌ line 3: US-RC1-76-07839 stands in line 2 already, and one code names one thing.
      ❌ line 4: “221” is no playing time. …
      ❌ line 5: Loop A cannot be a version of Loop B, which comes from it. …
      ❌ line 6: Loop B cannot be a version of Loop A, which comes from it. …
      ❌ line 7: It is a version of line 5, which is refused.
      …
      › press Import these 3 rows
      …
      › /catalog list
      3 recordings
      …
    `);
    const said = result();
    expect(said).toMatch(/^8,refused,,Codes,"?There are 5 codes in one cell/m);
    expect(said).toMatch(/^9,refused,,Sun,"?It is a version of line 4, which is refused\./m);
    expect(said).toMatch(/^10,new,r_\w+,Sun \(live\) · Cy,/m);
    expect(said).toMatch(/^11,refused,,Sun,It is the same as line 10\./m);
    expect(said).toMatch(/^12,refused,r_unknown,Moon,There is nothing with the id r_unknown/m);
    expect(said).toMatch(/^13,refused,,,"?A title is needed/m);
    expect(said).toMatch(/^14,refused,,Own,"?There is no recording “Own”/m);
    expect(said).toMatch(/^15,refused,,Short,"?An ISRC has 12 characters/m);
    expect(said).toMatch(/^16,new,r_\w+,Long · Cy,"?3:41:00 is hours long/m);
  });

  it('changes what a row says, shows old and new, and takes away what a minus stands for', async () => {
    const { tell, file, path, result, hear } = await openImport();
    file(SONGS);
    await hear(`/catalog import +file "${path}"`);
    await hear('press Import these 3 rows');
    file(`ISRC,Title,Artist,Duration,Works,Samples,Performers,Code given by
USRC17607839,Night Bus,-,3:42,-,Rain Song | Cy Ltd | cleared,Ana; Bo,Label Ltd
GBAYE6900531,Another song,,,,,,
`);
    await tell(`
      › /catalog import +file "${path}"
      ⚠️ songs.csv: 0 new, 1 changed, 0 as they are, 1 refused
      ❌ line 3: GB-AYE-69-00531 is on another item already: 末班夜車 · 林安娜 (r_…). …
      …
      › press Import this 1 row
      …
      ✅ Imported from songs.csv: 0 new, 1 changed
      …
      › /catalog show USRC17607839
      Night Bus
      Version: original
      Performers: Ana; Bo
      Duration: 3:42
      Samples: Rain Song, owned by Cy Ltd (cleared)
      ✅ US-RC1-76-07839 · registered 26 Nov 2026 · by you · source: Label Ltd · entry …
      ⚠️ No work → …
      …
    `);
    result();
    expect(result()).toContain(
      'Main artist: Ana → empty · Performers: empty → Ana; Bo · Duration: 3:41 → 3:42',
    );
  });

  it('writes nothing when the catalog has changed since, and says what it would do now', async () => {
    const { tell, file, path } = await openImport();
    file(SONGS);
    await tell(`
      › /catalog import +file "${path}"
      …
      › ana: /catalog add Night Bus artist: Ana isrc: US-RC1-76-07839
      …
      › press Import these 3 rows
      …
      ⚠️ songs.csv: 2 new, 1 changed, 0 as they are, 0 refused
      The catalog has changed since the file was read, so nothing was written. This is what it would do now.
      …
      › /catalog list
      1 recording
      …
      › press Import these 3 rows
      …
      ✅ Imported from songs.csv: 2 new, 1 changed
      …
    `);
  });

  it('takes rows for one recording that nothing but two codes could tell apart', async () => {
    const { tell, file, path } = await openImport();
    file(`Title,Artist,ISRC
Rain,Ana,US-RC1-76-07839
Rain,Ana,
Storm,Ana,n/a
Storm,Ana,US-RC1-76-07840
Sun,Ana,US-RC1-76-07841
Sun,Ana,US-RC1-76-07842
`);
    await tell(`
      › /catalog import +file "${path}"
      ⚠️ songs.csv: 4 new, 0 changed, 0 as they are, 2 refused
      ❌ line 3: It is the same as line 2.
      ❌ line 5: It is the same as line 4.
      …
    `);
  });

  it.each([
    ['Title,Artist\n', '⚠️ songs.csv: there are headings, and no row below them'],
    ['Title,Artist\nRain\nStorm,Ana,more,and more\n,,\n', '⏳ songs.csv: 2 new, …'],
    ['A list of ours\n\nTitle;Artist\nRain\nSun\nStorm;Ana\n', '⏳ songs.csv: 3 new, …'],
    [
      'Title,Artist\n"Never closed,Ana\nRain,Ana\n',
      '❌ Line 2 of the file opens a quotation mark that is never closed, …',
    ],
    ['Title\nRain, Artist\nTitle; Artist\n', '⏳ songs.csv: 2 new, …'],
  ])('reads %j by what divides its headings', async (text, answer) => {
    const { tell, file, path } = await openImport();
    file(text);
    await tell(`
      › /catalog import +file "${path}"
      ${answer}
      …
    `);
  });

  it('shows no more than the beginning of a first row that holds no headings', async () => {
    const { hear, file, path } = await openImport();
    file(`${'x'.repeat(5000)}\ny\n`);
    expect((await hear(`/catalog import +file "${path}"`)).length).toBeLessThan(300);
  });

  it('brings works, and knows them by their headings', async () => {
    const { tell, file, path } = await openImport();
    file('Work\tISWC\tOther titles\nRain\tT-034.524.680-1\tPluie; 雨\nStorm\t\t\nRain\t\t\n');
    await tell(`
      › /catalog import +file "${path}"
      ⚠️ songs.csv: 2 new, 0 changed, 0 as they are, 1 refused
      ❌ line 4: It is the same as line 2.
      …
      › press Import these 2 rows
      …
      › /catalog show 雨
      Rain
      Also known as: Pluie; 雨
      ✅ T-034.524.680-1 · registered …
      …
    `);
  });

  it('says of recordings that the new title of their work is another one', async () => {
    const { tell, hear, file, path } = await openImport();
    file('Title,Work\nRain,Rain\n');
    await hear(`/catalog import +file "${path}"`);
    await hear('press Import this 1 row');
    const [id] = /w_[0-9a-z]+/.exec(await hear('/catalog list works')) ?? [];
    file(`id,Kind,Title\n${id},work,Storm\n`);
    await tell(`
      › /catalog import +file "${path}"
      …
      › press Import this 1 row
      …
      › /catalog show Rain
      Rain
      …
      ⚠️ …title…
      …
    `);
  });

  it.each([
    [
      'one,two\n1,2\n',
      'No column of the file holds titles, so nothing was read. Its first row has: one and two.',
    ],
    ['', 'The file is empty'],
    ['%PDF-1.7 hello', 'PDF'],
  ])('refuses a file that is none: %j', async (text, refusal) => {
    const { tell, file, path } = await openImport();
    file(text);
    await tell(`
      › /catalog import +file "${path}"
      ❌ …${refusal}…
    `);
  });

  it('is for admins alone, and forgets a plan after a day', async () => {
    const { tell, file, path } = await openImport();
    file(SONGS);
    await tell(`
      › bo: /catalog import +file "${path}"
      → bo
      ❌ …admin…
      › /catalog import +file "${path}"
      …
      › bo: press Import these 3 rows
      → bo
      ❌ …admin…
      › clock +25h
      …
      › press Import these 3 rows
      ❌ What this button would import is no longer kept: …
    `);
  });
});

describe('/catalog export', () => {
  it('gives files that come back without a change, in any language, and runs no formula', async () => {
    for (const tag of ['en-GB', 'zh-TW']) {
      const { hear, folder } = await openImport(tag);
      await hear('/splitproof me name: Ana');
      await hear('/catalog add what: work title: "Rain; or [w_x]" iswc: T-034.524.680-1');
      await hear('/catalog add title: =HYPERLINK("x") artist: -5 duration: 3:41.250 works: T0345246801');
      await hear(
        '/catalog add 夜車 latin: Yè chē also: Night Bus; =1+1 version: remix version-title: "Bo Remix" of: =HYPERLINK("x") performers: @you; Bo; Cy Ltd samples: Rain Song | Cy Ltd | cleared; Foo isrc: USRC17607839 source: "Label, Ltd"',
      );
      await hear('/catalog add Same isrc: GBAYE6900531');
      await hear('/catalog edit Same isrc: GBAYE6900532 accept: both are out');
      expect(await hear('/catalog export')).toContain('recordings.csv');
      const recordings = join(folder, 'files', 'recordings.csv');
      const works = join(folder, 'files', 'works.csv');
      expect(readFileSync(recordings, 'utf8')).toContain(`"'=HYPERLINK(""x"")"`);
      expect(await hear(`/catalog import +file "${recordings}"`)).toMatch(/all 3 rows|3 列都/);
      expect(await hear(`/catalog import +file "${works}"`)).toMatch(/its one row|1 列都/);
    }
  });
});

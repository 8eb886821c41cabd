import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import * as build from '../files/audio-builders.ts';
import { openStory, type Story } from './story.ts';

/** The id that an answer names. */
async function idOf({ hear }: Story, line: string): Promise<string> {
  return /\b[rwp]_[0-9a-f]{20}\b/.exec(await hear(line))?.[0] ?? '';
}

describe('/catalog add and show', () => {
  it('takes a recording, says what is missing with the command that closes it, and its work at a press', async () => {
    const { tell } = await openStory();
    await tell(`
      › ana: /catalog add Night Bus artist: Ana Lin duration: 3:41 samples: none
      → ana
      ✅ In the catalog: Night Bus · Ana Lin
      ⚠️ No ISRC → /isrc assign recording: r_…, or /catalog edit item: r_… isrc: … for one that somebody else gave
      ⚠️ No work → /catalog edit item: r_… works: …
      Id: r_…
      [1] Add the work “Night Bus”
      › ana: press 1
      → ana
      ✅ The work Night Bus (w_…) is in the catalog, and on Night Bus · Ana Lin
      [1] Show
      › ana: press 1
      → ana
      Night Bus · Ana Lin
      Version: original
      Main artist: Ana Lin
      Duration: 3:41
      Works: Night Bus (w_…)
      Samples: none
      ⚠️ No ISRC → …
      Id: r_…
      [1] Edit…
    `);
  });

  it('keeps titles in several scripts, and finds it by any of them, its code or its id', async () => {
    const story = await openStory();
    const id = await idOf(
      story,
      '/catalog add title: 末班夜車 latin: Mo ban ye che also: Last Night Bus; 夜車 artist: 林安娜 isrc: us-rc1-76-07839 source: DistroKid',
    );
    for (const typed of ['末班夜車', 'mo BAN ye che', 'last night bus', '夜車', 'USRC17607839', id]) {
      await story.tell(`
        › /catalog show ${typed}
        末班夜車 / Mo ban ye che · 林安娜
        Also known as: Last Night Bus; 夜車
        Version: original
        Main artist: 林安娜
        ✅ US-RC1-76-07839 · registered 26 Nov 2026 · by you · source: DistroKid · entry …
        …
      `);
    }
    for (const words of ['班夜', '車', 'ye', 'anna', '林', 'last bus']) {
      const found = words === 'anna' ? '…with “anna”' : '1 recording with…';
      await story.tell(`
        › /catalog list ${words}
        ${found}
        …
      `);
    }
  });

  it('keeps lineage both ways, and takes the work over from what a version is one of', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add what: work title: Night Bus
      ✅ In the catalog as a work: Night Bus
      ⚠️ No ISWC yet → register the work with the society, then /catalog edit item: w_… iswc: …
      Id: w_…
      › /catalog add Night Bus artist: Ana works: Night Bus
      …
      › /catalog add Night Bus version: remix version-title: Bo Remix of: Night Bus artist: Bo
      ✅ In the catalog: Night Bus (Bo Remix) · Bo
      • On it, as on what it is a version of: Night Bus (w_…)
      …
      › /catalog add Night Bus version: live artist: Ana
      ✅ In the catalog: Night Bus (live) · Ana
      …
      › /catalog show Night Bus
      ❌ “Night Bus” means more than one recording: …Type the id in brackets instead.
      › /catalog list night bus remix
      1 recording with “night bus remix”
      ⚠️ Night Bus (Bo Remix) · Bo · 3 open points · r_…
    `);
  });

  it('reads hash, duration and ISRC of an audio file, and keeps what was typed', async () => {
    const { tell, folder } = await openStory();
    const file = join(folder, 'bus.flac');
    const info = Buffer.alloc(34);
    info.writeUIntBE(44_100 << 4, 10, 3);
    info.writeUInt32BE(44_100 * 221, 14);
    const comments = build.flac(['ISRC=GBAYE6900531']).subarray(4 + 4 + 34);
    writeFileSync(file, build.bytesOf('fLaC', [0], build.bigEndian(34, 3), info, comments));
    await tell(`
      › /catalog add Night Bus +file "${file}"
      ✅ In the catalog: Night Bus
      ✅ The ISRC GB-AYE-69-00531 stands in the file, so it is registered
      …
      The file itself is not kept.
      …
      › /catalog show Night Bus
      Night Bus
      Version: original
      Duration: 3:41
      SHA-256 of the audio file: …
      ✅ GB-AYE-69-00531 · registered 26 Nov 2026 · by you · source: audio file bus.flac · entry …
      …
      › /catalog add Rain duration: 3:30 isrc: USRC17607839 +file "${file}"
      ✅ In the catalog: Rain
      ✅ US-RC1-76-07839 is registered; ledger entry …
      ⚠️ The file says GB-AYE-69-00531, which is not the ISRC here. Compare both.
      ⚠️ The file lasts 3:41, not 3:30. What you typed was kept.
      …
      › /catalog add Third +file "${file}"
      ✅ In the catalog: Third
      ⚠️ The file says GB-AYE-69-00531, which belongs to another recording, so it was not taken. Compare both.
      …
    `);
    writeFileSync(file, 'no sound');
    await tell(`
      › /catalog add Fourth +file "${file}"
      ❌ bus.flac is no audio file. Attach a WAV, AIFF, FLAC, MP3 or M4A file.
      › /catalog list fourth
      No recording here with “fourth”
      …
    `);
  });

  it('opens a form when nothing is given', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add
      …
      › Night Bus
      …
      › Ana
      …
      › live
      …
      › 4:05
      …
      › US-RC1-76-07839
      ✅ In the catalog: Night Bus (live) · Ana
      ✅ US-RC1-76-07839 is registered; ledger entry …
      …
    `);
  });

  it('speaks Chinese to whoever reads it', async () => {
    const { tell } = await openStory({ localeTag: 'zh-TW' });
    await tell(`
      › /catalog add 曲名：夜車 藝人：林安娜 版本：現場版 長度：3 分 41 秒
      ✅ 已加入目錄：夜車（現場版） · 林安娜
      …
      [1] 新增作品「夜車」
      › /catalog list 錄音 夜
      1 個錄音，搜尋「夜」
      ⚠️ 夜車（現場版） · 林安娜 · 3:41 · 待補 3 項 · r_…
    `);
  });
});

describe('what is refused', () => {
  it.each([
    [
      '/catalog add what: work title: Rain artist: Ana duration: 3:41',
      'A work has no artist: and duration:.',
    ],
    ['/catalog add what: person title: Bo isrc: USRC17607839', 'A person has no isrc:.'],
    [
      '/catalog add Rain works: Nothing',
      'There is no work “Nothing” in the catalog.…/catalog add what: work title: …',
    ],
    ['/catalog add Rain duration: 221', '“221” is no playing time.'],
    ['/catalog add Rain isrc: US-RC1-76-0783', 'An ISRC has 12 characters; this has 11'],
    ['/catalog add Rain of: Nothing', 'There is no recording “Nothing” in the catalog.'],
    ['/catalog add Rain source: DistroKid', 'source: is about a code, and no code is given.'],
    ['/catalog add title: \u202e\u200b', 'There is nothing to read in title:.'],
    [`/catalog add ${'x'.repeat(301)}`, 'title: has more than 300 characters in one piece'],
    [`/catalog add ${'x'.repeat(10_000)}`, 'title takes at most 1,000 characters.'],
    ['/catalog show Nothing', 'There is no recording, work or person “Nothing” in the catalog.'],
    ['/catalog edit Nothing artist: Ana', 'There is no recording, work or person “Nothing” in the catalog.'],
  ])('%.60s', async (line, refusal) => {
    const { tell } = await openStory();
    await tell(`
      › ${line}
      ❌ …${refusal}…
      › /catalog list
      No recording here
      …
    `);
  });

  it('shows what is left where a later page is gone, and calls nothing closed that is open', async () => {
    const { tell, hear } = await openStory();
    for (let n = 1; n <= 11; n += 1)
      await hear(`/catalog add "Song ${n}" artist: Ana duration: 3:41 works: - samples: none`);
    await hear('/catalog list');
    await hear('/catalog remove Song 1');
    await hear('press Remove');
    await tell(`
      › press More
      10 recordings
      …
      › /catalog health
      …
      › press More: no ISRC
      ⚠️ no ISRC: 1 to 10
      …
    `);
    await hear('/catalog add "Song 12" artist: Ana duration: 3:41 works: - samples: none');
    await hear('/catalog health');
    await hear('press More: no ISRC');
    await hear('/catalog remove Song 2');
    await hear('press Remove');
    await tell(`
      › press More: no ISRC
      ⚠️ no ISRC: 1 to 10
      …
    `);
  });

  it('lets only admins take something out, and says so', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Rain
      …
      › bo: /catalog remove Rain
      → bo
      ❌ …admin…
      › /catalog remove Rain
      …
      › bo: press Remove
      → bo
      ❌ …admin…
    `);
  });
});

describe('a hostile title', () => {
  it('stays a title, whatever it holds', async () => {
    const { tell, hear } = await openStory();
    await hear('/catalog add *<!channel>* @everyone [x](https://evil.example) <b>{y}</b> artist: \u202eeht');
    await tell(`
      › /catalog list everyone
      1 recording with “everyone”
      ⚠️ *<!channel>* @everyone [x](https://evil.example) <b>{y}</b> · eht · …
    `);
    expect(await hear('/catalog show everyone')).not.toContain('\u202e');
  });
});

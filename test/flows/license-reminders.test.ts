import { expect, it } from 'vitest';
import { openLicenseStory, PDF, RAIN } from './license-story.ts';

it('is reminded of 30 and 7 days before its end and on the last day, at ten in the morning, once each', async () => {
  const { tell, hear, put, failures } = await openLicenseStory();
  await hear(`${RAIN} +file ${put('contract.pdf', PDF)}`);
  await tell(`
    › clock +109h
    The clock now says …1 December …09:00.
    › clock +1h
    The clock now says …1 December …10:00.
    #1 Splitproof
    ⏳ License l_… of Rain Song ends in 30 days: 31 Dec 2026
    Cy Films → ana
    After that day it covers nothing. If it goes on: /license add license: l_… ends: …
    Education …
    › clock +22d
    The clock now says …23 December…
    › clock +1d
    The clock now says …24 December…
    #2 Splitproof
    ⏳ License l_… of Rain Song ends in 7 days: 31 Dec 2026
    …
    › clock +7d
    The clock now says …31 December…
    #3 Splitproof
    ⏳ License l_… of Rain Song ends today: 31 Dec 2026
    …
    › clock +40d
    The clock now says …
  `);
  expect(failures).toEqual([]);
});

it('is reminded of once after a time away, with the day and how late it is', async () => {
  const { tell, hear, put } = await openLicenseStory();
  await hear(`${RAIN} renewal: 2026-12-20 +file ${put('contract.pdf', PDF)}`);
  await tell(`
    › clock +42d
    The clock now says …7 January 2027…
    #1 Splitproof
    ❌ License l_… of Rain Song was to be renewed by 20 Dec 2026
    Cy Films → ana
    Once it is settled, type the next day, or none: /license add license: l_… renewal: …
    Late: this was due on 20 Dec 2026, 10:00; the bot was away until 7 Jan 2027, 20:00.
    Education …
    #2 Splitproof
    ❌ License l_… of Rain Song ended on 31 Dec 2026
    …
    Late: this was due on 31 Dec 2026, 10:00; the bot was away until 7 Jan 2027, 20:00.
    Education …
  `);
});

it('drops the reminders of a license that is ended or changed, and asks for those of its new day', async () => {
  const { tell, idOf, put } = await openLicenseStory();
  const paper = put('contract.pdf', PDF);
  const id = await idOf(`${RAIN} +file ${paper}`);
  await tell(`
    › ana: /license add license: ${id} ends: 2027-01-31
    → ana
    ✅ License ${id} of Rain Song is changed
    …
    › clock +20d
    The clock now says …16 December…
    › clock +16d
    The clock now says …1 January…
    #1 Splitproof
    ⏳ License ${id} of Rain Song ends in 30 days: 31 Jan 2027
    …
    › ana: /license add license: ${id} ends: 2027-02-28
    …
    › ana: /license add license: ${id} ends: 2027-01-31
    …
    › clock +23d
    The clock now says …24 January…
    #2 Splitproof
    ⏳ License ${id} of Rain Song ends in 7 days: 31 Jan 2027
    …
    › ana: /license end ${id} date: 2027-01-25
    …
    › clock +1d
    The clock now says …25 January…
    #3 Splitproof
    ⏳ License ${id} of Rain Song ends today…
    Cy Films → ana
    After that day it covers nothing. If it goes on, record a new one: /license add
    …
    › clock +60d
    The clock now says …
  `);
});

it('says in the channel when a limit is at 80 percent, and when it is reached, once each', async () => {
  const { tell, idOf, put } = await openLicenseStory();
  const id = await idOf(
    `${RAIN.replace('caps: none', 'caps: 10000 copies; 500 streams')} +file ${put('contract.pdf', PDF)}`,
  );
  await tell(`
    › ana: /license count ${id} made: 7999 copies
    → ana
    ✅ License ${id} of Rain Song: 7,999 copies so far
    ✅ 7,999 of 10,000 copies: 2,001 left
    Ledger entry 4.
    › ana: /license count ${id} made: 8,000 copies; 20 streams
    → ana
    ⚠️ License ${id} of Rain Song: 8,000 copies and 20 streams so far
    ⚠️ 8,000 of 10,000 copies: 2,000 left
    ✅ 20 of 500 streams: 480 left
    Ledger entry 5.
    #1 Splitproof
    ⚠️ License ${id} of Rain Song has reached 80 % of a limit
    8,000 of 10,000 copies: 2,000 left
    Cy Films → ana
    What it allows: /license show ${id}
    Education …
    › ana: /license count ${id} made: 9000 copies
    → ana
    ⚠️ License ${id} of Rain Song: 9,000 copies so far
    ⚠️ 9,000 of 10,000 copies: 1,000 left
    ✅ 20 of 500 streams: 480 left
    Ledger entry 6.
    › ana: /license count ${id} made: 10001 copies
    → ana
    ❌ License ${id} of Rain Song: 10,001 copies so far
    ❌ 10,001 of 10,000 copies: the limit is reached, by 1 more
    ✅ 20 of 500 streams: 480 left
    Ledger entry 7.
    #2 Splitproof
    ❌ License ${id} of Rain Song has reached a limit
    10,001 of 10,000 copies: the limit is reached, by 1 more
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-01
    → bo
    ❌ No: …
    ❌ ${id} (Cy Films → ana): limits: its 10,000 copies are reached
    …
  `);
});

import { expect, it } from 'vitest';
import { openLicenseStory, PDF, RAIN } from './license-story.ts';

it('has its end corrected and taken back by whoever may end it, with an entry for each', async () => {
  const { tell, idOf, put, failures } = await openLicenseStory();
  const id = await idOf(`${RAIN} +file ${put('contract.pdf', PDF)}`);
  await tell(`
    › ana: /license end ${id} date: none
    → ana
    ❌ License ${id} was not ended, so there is no end to take back. Type the last day of it, as in /license end ${id} date: 2026-12-11.
    › ana: /license end ${id} date: 2026-06-30 reason: we took the sample out
    → ana
    ✅ License ${id} of Rain Song is ended; its last day is 30 Jun 2026
    After that day it covers nothing. Its entries and its proof file are kept.
    Ledger entry …
    A wrong day is corrected with /license end ${id} date: …, and the end taken back with /license end ${id} date: none.
    Education …
    › bo: /license end ${id} date: 2026-10-31
    → bo
    ❌ Only ana, who recorded license ${id}, or an admin may change or end it.
    › ana: /license end ${id}
    → ana
    ❌ License ${id} was ended; its last day is 30 Jun 2026. …
    › ana: /license end ${id} date: 2026-06-30
    → ana
    ❌ License ${id} was ended; its last day is 30 Jun 2026. …
    › ana: /license end ${id} date: 2026-10-31
    → ana
    ✅ The end of license ${id} of Rain Song is corrected; its last day is 31 Oct 2026
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-10-31
    → bo
    ✅ Yes, …
    …
    › bo: /license show ${id}
    → bo
    ❌ License ${id} of Rain Song (sample): over since 31 Oct 2026
    …
    Ended because: we took the sample out
    …
    › ana: /license end ${id} reason: Cy asked us to
    → ana
    ✅ The end of license ${id} of Rain Song is corrected; its last day is 31 Oct 2026
    …
    › bo: /license show ${id}
    → bo
    …
    Ended because: Cy asked us to
    …
    › ana: /license end ${id} date: none
    → ana
    ✅ The end of license ${id} of Rain Song is taken back: stands until 31 Dec 2026
    Ledger entry …
    Education …
    › ana: /license add license: ${id} ends: 2027-01-31
    → ana
    ✅ License ${id} of Rain Song is changed
    …
    › bo: /evidence list
    → bo
    …
    • 8 · … · License ${id} of Rain Song was changed
    • 7 · … · The end of license ${id} of Rain Song was taken back
    • 6 · … · The end of license ${id} of Rain Song was corrected, its last day is 31 Oct 2026
    • 5 · … · The end of license ${id} of Rain Song was corrected, its last day is 31 Oct 2026
    • 4 · … · License ${id} of Rain Song was ended, its last day is 30 Jun 2026
    …
    › bo: /evidence verify
    → bo
    ✅ The ledger holds: …
    …
  `);
  expect(failures).toEqual([]);
});

it('is not made longer where the same was given to somebody else alone meanwhile', async () => {
  const { tell, hear, idOf, put } = await openLicenseStory();
  const paper = put('contract.pdf', PDF);
  const id = await idOf(`${RAIN} +file ${paper}`);
  await hear(`ana: /license end ${id} date: 2026-06-30`);
  await hear(
    `ana: /license add sample: "Rain Song" from: "Cy Films" to: "Dee" territory: Germany begins: 2026-07-15 ends: none uses: sampling exclusive: yes payment: none caps: none +file ${paper}`,
  );
  await tell(`
    › ana: /license end ${id} date: none
    → ana
    ❌ Dee and ana would both hold the same exclusively; nothing was recorded
    • Recorded, l_…: Cy Films → Dee; Germany; from 15 Jul 2026 on, without an end; sampling
    • Both: Germany; 15 Jul 2026 to 31 Dec 2026; sampling
    • Refused: Cy Films → ana; European Union (27 countries); 1 Jan 2026 to 31 Dec 2026; reproduction and sampling
    …
    › ana: /license end ${id} date: 2026-07-15
    → ana
    ❌ Dee and ana would both hold the same exclusively; nothing was recorded
    …
    › ana: /license end ${id} date: 2026-07-14
    → ana
    ✅ The end of license ${id} of Rain Song is corrected; its last day is 14 Jul 2026
    …
    › ana: /license end ${id} date: 2026-01-31
    → ana
    ✅ The end of license ${id} of Rain Song is corrected; its last day is 31 Jan 2026
    …
  `);
});

it('is reminded of again once its end is taken back', async () => {
  const { tell, hear, idOf, put } = await openLicenseStory();
  const id = await idOf(`${RAIN} +file ${put('contract.pdf', PDF)}`);
  await hear(`ana: /license end ${id} date: 2026-11-26`);
  await hear(`ana: /license end ${id} date: none`);
  await tell(`
    › clock +110h
    The clock now says …1 December …10:00.
    #1 Splitproof
    ⏳ License ${id} of Rain Song ends in 30 days: 31 Dec 2026
    …
  `);
});

it('asks for nothing of a draft that was dropped, whatever it said, and takes it up again', async () => {
  const { tell, idOf } = await openLicenseStory();
  const id = await idOf(
    'ana: /license add sample: "Rain Song" from: "Cy Films" to: @ana territory: EU begins: 2026-01-01 ends: none uses: sampling',
  );
  await tell(`
    › ana: /license end ${id}
    → ana
    ✅ The draft ${id} of Rain Song is dropped
    Ledger entry 3.
    To take it up again: /license end ${id} date: none
    Education …
    › bo: /license check Rain Song territory: Germany use: sampling
    → bo
    ⚠️ Cannot say whether sampling of Rain Song is covered (Germany; 26 Nov 2026)
    No license of it is recorded here.
    If there is a license that covers it: /license add sample: "Rain Song" …
    Education …
    › ana: /license end ${id} date: none
    → ana
    ✅ The draft ${id} of Rain Song is taken up again: 4 parts are missing
    Ledger entry 4.
    Education …
    › ana: /license add license: ${id} payment: none
    → ana
    ⚠️ License ${id} of Rain Song is kept as a draft: 3 parts are missing
    …
  `);
});

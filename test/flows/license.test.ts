import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openLicenseStory, PDF, RAIN } from './license-story.ts';

it('is recorded whole, with its cautions, and answers for what it covers', async () => {
  const { tell, put, failures } = await openLicenseStory();
  await tell(`
    › ${RAIN} +file ${put('contract.pdf', PDF)}
    → ana
    ✅ License l_… of Rain Song is recorded
    Licensor: Cy Films
    Licensee: ana
    Where: European Union (27 countries)
    Term: 1 Jan 2026 to 31 Dec 2026
    Uses: reproduction and sampling
    Exclusive: yes
    Payment: 500 EUR once
    Limits: none
    Proof file: contract.pdf, SHA-256 …
    ⚠️ EU/EEA: …
    ⚠️ Spanish multi-region: …
    Ledger entry 3.
    Ask what it covers: /license check sample: "Rain Song" territory: … use: … date: …
    Education for producers, not legal advice. …

    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-01
    → bo
    ✅ Yes, for ana: license l_… covers sampling of Rain Song (Germany; 1 Jun 2026)
    Licensor: Cy Films
    …
    › bo: /license check Rain Song territory: US use: sampling date: 2026-06-01
    → bo
    ❌ No: no license covers sampling of Rain Song (United States; 1 Jun 2026)
    ❌ l_… (Cy Films → ana): where: outside of it: United States
    If there is a license that covers it: /license add sample: "Rain Song" …
    Education …
    › bo: /license check Rain Song territory: Germany use: mechanical
    → bo
    ⚠️ Cannot say whether mechanical reproduction of Rain Song is covered (Germany; 26 Nov 2026)
    ⚠️ l_… (Cy Films → ana): what: it allows reproduction, which some contracts take for mechanical reproduction. …
    …
    › bo: /license check Rain Song territory: Germany use: sync date: 2027-01-01
    → bo
    ❌ No: …
    ❌ l_… (Cy Films → ana): when: its last day was 31 Dec 2026
    …
    › bo: /license check sample: "Other Song" territory: Germany use: sync
    → bo
    ⚠️ Cannot say whether synchronization of Other Song is covered (Germany; 26 Nov 2026)
    No license of it is recorded here.
    If there is a license that covers it: /license add sample: "Other Song" …
    Education …
  `);
  expect(failures).toEqual([]);
});

it('is refused where it would be a second exclusive one, with both shown, and nothing of it is kept', async () => {
  const { tell, hear, put } = await openLicenseStory();
  const paper = put('contract.pdf', PDF);
  await hear(`${RAIN} +file ${paper}`);
  await tell(`
    › bo: /license add sample: "rain song" from: "Cy Films" to: "Dee" territory: Germany, Japan begins: 2026-12-01 ends: none uses: sampling exclusive: yes payment: none caps: none +file ${paper}
    → bo
    ❌ ana and Dee would both hold the same exclusively; nothing was recorded
    • Recorded, l_…: Cy Films → ana; European Union (27 countries); 1 Jan 2026 to 31 Dec 2026; reproduction and sampling
    • Both: Germany; 1 Dec 2026 to 31 Dec 2026; sampling
    • Refused: Cy Films → Dee; Germany and Japan (2 countries); from 1 Dec 2026 on, without an end; sampling
    Change where, when or for what it holds and send it again, or end the other one with /license end l_….
    Education …
    › bo: /license list
    → bo
    1 license
    ✅ Rain Song: Cy Films → ana; stands until 31 Dec 2026 · l_…
    …
    › bo: /license add sample: "Rain Song" from: "Cy Films" to: "Dee" territory: Germany, Japan begins: 2026-12-01 ends: none uses: sampling exclusive: no payment: none caps: none +file ${paper}
    → bo
    ⚠️ License l_… of Rain Song is recorded, and meets another one
    …
    ⚠️ ana (l_…) and Dee (l_…) would hold the same, one of them exclusively, in 1 country, from 1 Dec 2026 to 31 Dec 2026. Check which of the two came first.
    • Both: Germany; 1 Dec 2026 to 31 Dec 2026; sampling
    …
    › bo: /evidence verify
    → bo
    ✅ The ledger holds: all 7 entries are as they were written
    …
  `);
});

it('is a draft while a part is missing, says which, and is completed in a form', async () => {
  const { tell, idOf, put } = await openLicenseStory();
  const id = await idOf(
    'ana: /license add sample Rain Song from: Cy Films to: @ana territory: EU begins: 2026-01-01 uses: sampling',
  );
  await tell(`
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-01
    → bo
    ⚠️ Cannot say whether sampling of Rain Song is covered (Germany; 1 Jun 2026)
    ⚠️ ${id} (Cy Films → ana): missing: when it begins and ends
    Add what is missing: /license add license: ${id} …
    Education …
    › bo: /license add license: ${id} exclusive: no
    → bo
    ❌ Only ana, who recorded license ${id}, or an admin may change or end it.
    › ana: /license show ${id}
    → ana
    ⚠️ License ${id} of Rain Song (sample): 5 parts are missing
    Licensor: Cy Films
    Licensee: ana
    Where: European Union (27 countries)
    Term: from 1 Jan 2026; its end is missing
    Uses: sampling
    Exclusive: missing
    Payment: missing
    Limits: missing
    Proof file: missing
    Recorded: 26 Nov 2026 by ana
    Ledger entries: 2
    Missing: when it begins and ends, whether it is exclusive, what is paid, its limits and the proof file. Until they are there, it satisfies no check.
    The newest entry with its receipt: /evidence show 2
    Education …
    [1] Add what is missing
    › ana: press Add what is missing
    Complete the license
    …
    › 2026-01-01
    …
    › 2025-12-31
    …
    › no
    …
    › none
    …
    › 10,000 copies
    …
    › ${put('contract.pdf', PDF)}
    → ana
    ❌ The license ends on 31 Dec 2025, before it begins on 1 Jan 2026. Change one of the two days.
    › ana: /license add license: ${id} ends: 2026-12-31 exclusive: no payment: none caps: 10,000 copies +file ${put('contract.pdf', PDF)}
    → ana
    ✅ License ${id} of Rain Song is complete now
    …
    Limits: 10,000 copies
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-01
    → bo
    ⚠️ Cannot say …
    ⚠️ ${id} (Cy Films → ana): limits: it allows 10,000 copies, and nobody has said how much there is
    Say how much there is: /license count ${id} made: …
    …
    › ana: /license count ${id} made: 400 streams
    → ana
    ❌ License ${id} sets no limit on streams, so there is nothing to count. …
    › ana: /license count ${id} made: 9,999 copies
    → ana
    ⚠️ License ${id} of Rain Song: 9,999 copies so far
    ⚠️ 9,999 of 10,000 copies: 1 left
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-01
    → bo
    ✅ Yes, for …
    …
    Limits: 10,000 copies (9,999 so far)
    …
  `);
});

it('asks before it counts the countries of a language, and keeps nothing before the answer', async () => {
  const { tell } = await openLicenseStory();
  await tell(`
    › ana: /license add sample: "Rain Song" from: "Cy Films" territory: Spanish-speaking except Cuba
    → ana
    ⚠️ “Spanish-speaking except Cuba” counts 20 countries here. Is that what it says?
    • “Spanish-speaking”: no list of these countries is agreed; 21 are counted here.
    Counted: Argentina, …
    If not, name the countries. Nothing is kept before you say so.
    [1] Yes, these 20 countries
    › ana: /license list
    → ana
    There is no such license here
    Record one with /license add.
    › ana: press Yes, these 20 countries
    → ana
    ⚠️ License l_… of Rain Song is kept as a draft: 7 parts are missing
    Licensor: Cy Films
    Where: … (20 countries)
    …
    › ana: press Yes, these 20 countries
    → ana
    ❌ This question is not open any more. Type the command again.
    › bo: /license check Rain Song territory: Georgia use: sampling
    → bo
    ⚠️ “Georgia” counts 1 country here. Is that what it says?
    • “Georgia”: …
    …
    › ana: press Yes, this one country
    → ana
    ❌ This question is not open any more. Type the command again.
    › bo: press Yes, this one country
    → bo
    ❌ No: no license covers sampling of Rain Song (Georgia; 26 Nov 2026)
    …
    › bo: /license add sample: "Rain Song" territory: Germny
    → bo
    ❌ Not all of “Germny” can be read as places
    • “Germny” is no territory known here. Perhaps Germany, Jersey or Greece?
    …
  `);
});

it('is counted until its last day, also once it is ended, and says which day that is', async () => {
  const { tell, idOf, put } = await openLicenseStory();
  const id = await idOf(`${RAIN.replace('caps: none', 'caps: 10 copies')} +file ${put('contract.pdf', PDF)}`);
  await tell(`
    › ana: /license end song
    → ana
    ❌ No license goes by just song. Close to it: Rain Song. Nothing was changed; use its id, ${id}.
    › ana: /license end ${id} date: 2027-06-30
    → ana
    ✅ License ${id} of Rain Song is ended; its last day is 31 Dec 2026
    …
    › bo: /license count ${id} made: 10 copies
    → bo
    ❌ Only ana, who recorded license ${id}, or an admin may change or end it.
    › ana: /license count ${id} made: 10 copies
    → ana
    ❌ License ${id} of Rain Song: 10 copies so far
    …
    › bo: /license check Rain Song territory: Germany use: sampling
    → bo
    ❌ No: …
    ❌ ${id} (Cy Films → ana): limits: its 10 copies are reached
    …
    › bo: /license show ${id}
    → bo
    …
    Term: 1 Jan 2026 to 31 Dec 2026
    …
  `);
});

it('is ended by whoever recorded it, gives its paper back, and is not changed any more', async () => {
  const { tell, idOf, put, folder } = await openLicenseStory();
  const id = await idOf(`${RAIN} +file ${put('contract.pdf', PDF)}`);
  await tell(`
    › bo: /license end ${id}
    → bo
    ❌ Only ana, who recorded license ${id}, or an admin may change or end it.
    › ana: /license end ${id} date: 2026-06-30 reason: we took the sample out
    → ana
    ✅ License ${id} of Rain Song is ended; its last day is 30 Jun 2026
    After that day it covers nothing. Its entries and its proof file are kept.
    Ledger entry …
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-06-30
    → bo
    ✅ Yes, for …
    …
    › bo: /license check Rain Song territory: Germany use: sampling date: 2026-07-01
    → bo
    ❌ No: …
    ❌ ${id} (Cy Films → ana): when: its last day was 30 Jun 2026
    …
    › ana: /license add license: ${id} ends: 2027-12-31
    → ana
    ❌ License ${id} was ended; its last day is 30 Jun 2026. …
    › bo: /license list state: over
    → bo
    1 license
    ❌ Rain Song: Cy Films → ana; over since 30 Jun 2026 · ${id}
    …
    › bo: /license show
    → bo
    ❌ License ${id} of Rain Song (sample): over since 30 Jun 2026
    …
    Term: 1 Jan 2026 to 31 Dec 2026; ended with 30 Jun 2026
    …
    Proof file: contract.pdf, SHA-256 ………
    …
    Ended because: we took the sample out
    …
    File saved: …
  `);
  expect(readFileSync(join(folder, 'files', 'contract.pdf'))).toEqual(PDF);
});

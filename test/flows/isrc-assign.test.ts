import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { removeItem } from '../../src/catalog/change.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { openStudio } from './studio.ts';

describe('a prefix', () => {
  it('is added by an admin, once, with its ranges, and shows how far it has come', async () => {
    const { tell } = await openStudio();
    await tell(`
      › /isrc prefix
      There is no ISRC prefix yet
      …
      › bo: /isrc prefix add QZ-ABC
      → bo
      ❌ Only an admin may do this: …
      › /isrc prefix add QZ-AB
      ❌ QZAB is no ISRC prefix. …
      › /isrc prefix add us-s1z
      ❌ US-S1Z stands in published examples and belongs to nobody. …
      › /isrc prefix add YU-A12
      ❌ The prefix YU-A12 is retired: …
      › /isrc prefix add QZ-ABC 00001-00003
      ✅ QZ-ABC is ready: codes can be given from it
      Range: 00001–00003
      Next in line: QZ-ABC-26-00001
      Left: 3 in 2026
      …
      › /isrc prefix add qz abc
      ❌ abc is no range. Type the first and the last number, such as 00001-00500; several with a semicolon between.
      › /isrc prefix add qzabc
      QZ-ABC is here already; nothing was changed
      …
      › /isrc prefix add QZABC 3-9
      ❌ 3–9 shares numbers with 1–3, which is there already. …
      › /isrc prefix add QZABC 00010-00012
      ✅ QZ-ABC has 2 ranges now
      Ranges, in the order of use: 00001–00003 · 00010–00012
      …
      › /isrc prefix add RD-RAY
      ⚠️ RD-RAY is ready: codes can be given from it
      …
      ⚠️ The shape is right, but prefix RD is not on the list of 4 Nov 2025. …
      …
      › /isrc prefix close rd-ray
      ✅ RD-RAY is closed: nothing more is given from it
      › bo: /isrc prefix
      → bo
      The 2 ISRC prefixes of this team
      • QZ-ABC · 2026: none given · 6 left · next QZ-ABC-26-00001
      • RD-RAY · 2026: none given · 99,999 left · closed
      › /isrc prefix close TW-A01
      ❌ Nothing here is called TW-A01. There is: QZ-ABC and RD-RAY. Type one of them.
      › /isrc prefix open RD-RAY
      ✅ RD-RAY is open again
      …
    `);
  });

  it('of another team is refused without a word about whose it is', async () => {
    const { tell, house, team } = await openStudio();
    await house.db.insertInto('team').values({ id: 't-other', created_at: 0 }).execute();
    await tell(`
      › /isrc prefix add QZ-ABC
      ✅ QZ-ABC is ready: codes can be given from it
      …
    `);
    await house.db.updateTable('series').set({ team_id: 't-other' }).where('team_id', '=', team).execute();
    await tell(`
      › /isrc prefix add QZ-ABC
      ❌ Codes cannot be given from QZ-ABC here. Compare it with what was allocated to you; if it is yours, ask whoever runs this bot.
      › /isrc prefix
      There is no ISRC prefix yet
      …
    `);
  });
});

describe('/isrc assign', () => {
  it('gives a recording its code once, and shows it to whoever asks again', async () => {
    const { tell, add } = await openStudio();
    await add({});
    await tell(`
      › /isrc assign Night Bus
      ❌ There is no prefix yet that codes could be given from. …
      › /isrc prefix add QZ-ABC
      ✅ …
      …
      › bo: /isrc assign Night Bus
      → bo
      ❌ Only an admin may do this: …
      › /isrc assign Night Bus
      ✅ Night Bus · Ana has the ISRC QZ-ABC-26-00001
      Given: 26 Nov 2026, 20:00 (Asia/Taipei)
      From: QZ-ABC, 99,998 left in 2026
      In the ledger: entry …
      A recording keeps its code for life, …
      › /isrc assign Night Bus
      ⚠️ Night Bus · Ana bears QZ-ABC-26-00001 already, and gets no other
      Given: 26 Nov 2026, 20:00 (Asia/Taipei), by you
      …
      › /isrc assign Nigth Bus
      ❌ There is no recording “Nigth Bus” in the catalog. …
    `);
  });

  it('gives a whole album its codes, and says of each other recording what it lacks', async () => {
    const { tell, add } = await openStudio();
    await add({ title: 'Harbor', versionKind: 'live' });
    await add({ title: 'Rain', durationMs: null });
    await add({ title: 'Fog', mainArtist: null, durationMs: null });
    const tide = await add({ title: 'Tide', versionKind: 'edit' });
    await add({ title: '末班夜車', latin: 'Last Night Bus' });
    await tell(
      `
      › /isrc prefix add QZ-ABC
      …
      › /isrc assign Harbor; 末班夜車； Rain; Fog; Tide; Harbor
      ⚠️ 2 ISRCs given · 3 have to be looked at
      ✅ QZ-ABC-26-00001 · Harbor (live) · Ana
      ✅ QZ-ABC-26-00002 · 末班夜車 / Last Night Bus · Ana
      ❌ Rain · Ana lacks its playing time, … /catalog edit item: r_… duration: …, then ask again.
      ❌ Fog lacks its main artist and its playing time, … artist: … duration: …, then ask again.
      ⚠️ Tide (edit) · Ana: is it a new recording? → /isrc assign ${tide}
      If all of these are new recordings: /isrc assign ${tide} new: yes
      …
      › /isrc assign Tide new: yes
      ✅ Tide (edit) · Ana has the ISRC QZ-ABC-26-00003
      …
      › /isrc assign Harbor; Tide
      ✅ No ISRC was given · 2 recordings had one
      QZ-ABC-26-00001 · Harbor (live) · Ana: borne already
      QZ-ABC-26-00003 · Tide (edit) · Ana: borne already
    `,
    );
  });

  it('asks for the prefix where there are several, and gives nothing once the numbers are used', async () => {
    const { tell, add } = await openStudio();
    await add({ title: 'Harbor' });
    await add({ title: 'Rain' });
    await tell(`
      › /isrc prefix add QZ-ABC 1-1
      …
      › /isrc prefix add TW-A01
      …
      › /isrc assign Harbor
      ❌ Codes can be given from more than one: QZ-ABC and TW-A01. Name one of them.
      › /isrc assign Harbor prefix: qz-abc
      ✅ Harbor · Ana has the ISRC QZ-ABC-26-00001
      …
      › /isrc assign Rain prefix: QZABC
      ❌ All designations of QZ-ABC that are authorized are used for 2026. …
      › /isrc prefix close QZ-ABC
      …
      › /isrc assign Rain prefix: QZABC
      ❌ QZ-ABC is closed, so nothing more is given from it. …
      › /isrc assign Rain
      ✅ Rain · Ana has the ISRC TW-A01-26-00001
      …
      › clock +40d
      …
      › /isrc assign Harbor; Rain
      …
      › /isrc prefix
      The 2 ISRC prefixes of this team
      • QZ-ABC · 2027: none given · 1 left · closed
      • TW-A01 · 2027: none given · 99,999 left · next TW-A01-27-00001
    `);
  });

  it('asks the rules first where the version kind does not settle it, and keeps the answers with the code', async () => {
    const { tell, add, house, team } = await openStudio();
    const bus = await add({});
    const remaster = await add({ title: 'Night Bus 2026', versionKind: 'remaster', versionOf: bus });
    await tell(`
      › /isrc prefix add QZ-ABC
      …
      › /isrc assign ${bus}
      ✅ Night Bus · Ana has the ISRC QZ-ABC-26-00001
      …
      › /isrc assign Night Bus 2026
      Was there new creative input?
      Recording: Night Bus 2026 (remaster) · Ana
      Version of: Night Bus · Ana, which bears QZ-ABC-26-00001
      No code was given yet: the rules have to be asked first, since a code cannot be taken back.
      [1] Yes, creative restoration or new choices
      [2] No, technical work only
      [3] Not sure
      › press 1
      ⚠️ It needs a new ISRC
      …
      For an admin to type: /isrc assign ${remaster} new: yes
      Source: isrc.ifpi.org/en/using-isrc/when-to-assign (well founded)
      …
      [1] It is a new recording: give a code
      [2] Start again
      › bo: press 1
      → bo
      ❌ Only an admin may do this: …
      › press 1
      ✅ Night Bus 2026 (remaster) · Ana has the ISRC QZ-ABC-26-00002
      …
    `);
    const [row] = await house.evidence.chain(house.db, team, `recording/${remaster}`);
    expect(row?.entry.data).toMatchObject({ code: 'QZABC2600002', new_by: 'touched.master.yes' });
    expect(JSON.parse(Buffer.from(row!.sealed!).toString())).toMatchObject({
      ...{ title: 'Night Bus 2026', artist: 'Ana', duration_ms: 221_000 },
    });
  });

  it('lets it keep the code of the recording that it is a version of', async () => {
    const { tell, add } = await openStudio();
    const bus = await add({});
    await add({ title: 'Night Bus 360', versionKind: 'immersive', versionOf: bus });
    await tell(
      `
      › /isrc prefix add QZ-ABC
      …
      › /isrc assign ${bus}
      …
      › /isrc assign Night Bus 360
      How was it made?
      …
      › press 2
      ✅ Keep the code
      …
      [1] Keep QZ-ABC-26-00001
      [2] Start again
      › press 1
      ✅ Night Bus 360 (immersive) · Ana keeps QZ-ABC-26-00001, and gets no code of its own
      …
      › /isrc assign Night Bus 360 new: yes
      ⚠️ Night Bus 360 (immersive) · Ana bears QZ-ABC-26-00001 already, and gets no other
      Where it is from: registered, from the recording that it is a version of
      …
      › press isrc:give:r_nonsense:QZABC:immersive.machine
      …
    `.replace(/ +› press isrc:give.*\n +…\n/, ''),
    );
  });

  it('gives nothing to a removed recording, and never its code to another', async () => {
    const { tell, add, house, team } = await openStudio();
    const bus = await add({});
    await tell(`
      › /isrc prefix add QZ-ABC
      …
      › /isrc assign ${bus}
      …
    `);
    await inTransaction(house.db, (db) => removeItem(house, db, team, { kind: 'recording', id: bus }, null));
    await add({ title: 'Rain' });
    await tell(`
      › /isrc assign ${bus}
      ❌ There is no recording …
      › /isrc assign Rain
      ✅ Rain · Ana has the ISRC QZ-ABC-26-00002
      …
      › /isrc list
      2 ISRCs given in 2026
      QZ-ABC: 1 in use · 1 burnt
      • QZ-ABC-26-00001 · Night Bus · burnt: what it was given for was taken out
      • QZ-ABC-26-00002 · Rain
      File saved: …
    `);
  });
});

describe('codes from elsewhere', () => {
  it('are registered by anyone, with their source, and passed over when codes are given', async () => {
    const { tell, add, folder } = await openStudio();
    await add({ title: '=HYPERLINK("x")' });
    await add({ title: 'Rain' });
    await add({ title: 'Harbor' });
    await tell(`
      › /isrc prefix add QZ-ABC
      …
      › bo: /isrc register Rain US-RC1-76-07839 source: DistroKid
      → bo
      ✅ Rain · Ana bears US-RC1-76-07839, given by somebody else
      Where it is from: DistroKid
      In the ledger: entry …
      It stays with the recording for life. …
      › /isrc register Harbor US-RC1-76-07839
      ❌ US-RC1-76-07839 is on another item already: Rain · Ana (r_…). …
      › /isrc register Harbor qz-abc-26-00001 source: the old list
      ✅ Harbor · Ana bears QZ-ABC-26-00001, given by somebody else
      Where it is from: the old list
      In the ledger: entry …
      It begins with a prefix of this team: when codes are given from it, this one is passed over.
      …
      › /isrc assign Rain; =HYPERLINK("x")
      ✅ 1 ISRC given · 1 recording had one
      US-RC1-76-07839 · Rain · Ana: borne already
      ✅ QZ-ABC-26-00002 · =HYPERLINK("x") · Ana
      …
      › /isrc list
      1 ISRC given in 2026
      QZ-ABC: 1 in use · 1 registered from elsewhere
      • QZ-ABC-26-00001 · Harbor · registered, given elsewhere
      • QZ-ABC-26-00002 · =HYPERLINK("x")
      File saved: …isrc-2026.csv
      › /isrc list year: 2025
      No ISRC was given in 2025
      QZ-ABC: 0 in use
    `);
    const [name = ''] = readdirSync(join(folder, 'files'));
    const text = readFileSync(join(folder, 'files', name), 'utf8');
    expect(text.replace('\ufeff', '').split('\r\n')).toEqual([
      'ISRC,title,version,artist,duration,date,given by,state',
      'QZ-ABC-26-00001,Harbor,original,Ana,3:41,2026-11-26,the old list,"registered, given elsewhere"',
      `QZ-ABC-26-00002,"'=HYPERLINK(""x"")",original,Ana,3:41,2026-11-26,you,in use`,
      '',
    ]);
  });
});

describe('/isrc new-or-same', () => {
  it('begins with what is known of a recording, and ends with what to type', async () => {
    const { tell, add } = await openStudio();
    const bus = await add({});
    const slow = await add({ title: 'Slow Bus', versionKind: 'slowed', versionOf: bus });
    await tell(`
      › /isrc new-or-same Slow Bus
      Why was the speed changed?
      Recording: Slow Bus (slowed) · Ana
      Version of: Night Bus · Ana
      [1] As a version of its own, with another playing time
      [2] A small correction, without creative intent
      › press 2
      ⚠️ It depends; often the code stays
      …
      [1] Start again
      › /isrc prefix add QZ-ABC
      …
      › /isrc assign ${bus}
      …
      › /isrc new-or-same Slow Bus
      …
      › press 2
      ⚠️ It depends; often the code stays
      …
      For an admin to type: /isrc assign ${slow} new: yes
      To keep its code: /isrc register ${slow} QZ-ABC-26-00001 accept: "same recording"
      Source: isrc.ifpi.org/en/using-isrc/when-not-to-assign (…)
      …
      [1] It is a new recording: give a code
      [2] Keep QZ-ABC-26-00001
      [3] Start again
      › press 3
      What is it, beside a recording that exists already?
      Recording: Slow Bus (slowed) · Ana
      …
      › /isrc new-or-same ${bus}
      ⚠️ Night Bus · Ana bears QZ-ABC-26-00001 already, and gets no other
      …
    `);
  });
});

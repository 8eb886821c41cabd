import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openStudio } from './studio.ts';

describe('a pool', () => {
  it('of barcodes or catalog numbers is added by an admin, and shares no number with another', async () => {
    const { tell } = await openStudio();
    await tell(`
      › /id pool
      There is no pool of barcodes or catalog numbers yet
      …
      › bo: /id pool add 88644 kind: upc
      → bo
      ❌ Only an admin may do this: …
      › /id pool add 88644
      ❌ kind is missing. …
      › /id pool add 978 kind: ean
      ❌ No barcodes for releases can be given from 978. …
      › /id pool add BUS kind: catalog-number
      ❌ BUS is no pattern for catalog numbers. …
      › /id pool add 88644 kind: upc range: 000-499
      ✅ 88644 is ready: codes can be given from it
      Range: 000000–000499
      Next in line: 886440000004
      Left: 500
      › /id pool add 088644 kind: ean
      ❌ Codes cannot be given from 088644 here. …
      › /id pool add 8864 kind: upc
      ❌ Codes cannot be given from 8864 here. …
      › /id pool add BUS-### range: 7-20
      ✅ BUS-### is ready: codes can be given from it
      Range: 007–020
      Next in line: BUS-007
      Left: 14
      › /id pool close BUS-###
      ✅ BUS-### is closed: nothing more is given from it
      › /id pool
      The 2 pools of this team
      • 88644 · UPC · none given · 500 left · next 886440000004
      • BUS-### · catalog numbers · none given · 14 left · closed
    `);
  });

  it('gives the same words the same code, and other words the next', async () => {
    const { tell, hear } = await openStudio();
    for (const pool of ['88644 kind: upc', '4006381 kind: ean', 'BUS-###'])
      await hear(`/id pool add ${pool}`);
    await tell(`
      › bo: /id assign Night Bus single pool: 88644
      → bo
      ❌ Only an admin may do this: …
      › /id assign Night Bus single
      ❌ Codes can be given from more than one: 4006381, 88644 and BUS-###. Name one of them.
      › /id assign Night Bus single pool: 88644
      ✅ Night Bus single has the UPC 886440000004
      Given: 26 Nov 2026, 20:00 (Asia/Taipei)
      Pool: 88644, 999,999 left
      In the ledger: entry …
      …
      › /id assign for: "ＮＩＧＨＴ   bus SINGLE" pool: 88644
      ⚠️ Night Bus single has the UPC 886440000004 already; nothing was given
      …
      › /id assign Night Bus single pool: bus-###
      ✅ Night Bus single has the catalog number BUS-001
      …
      › /id assign Night Bus single pool: 4006381
      ✅ Night Bus single has the EAN 4006381000000
      …
      › /id assign Night Bus LP pool: 88644
      ✅ Night Bus LP has the UPC 886440000011
      …
      › /id assign Rain pool: none
      ❌ Nothing here is called none. There is: 4006381, 88644 and BUS-###. Type one of them.
    `);
  });

  it('keeps a burnt code used for ever, and gives its words another', async () => {
    const { tell, hear, house } = await openStudio();
    await hear('/id pool add 88644 kind: upc');
    await tell(`
      › /id assign Nite Bus single
      ✅ Nite Bus single has the UPC 886440000004
      …
      › bo: /id burn 886440000004
      → bo
      ❌ Only an admin may do this: …
      › /id burn 886440000011
      ❌ 886440000011 was given from no pool of this team. …
      › /id burn 0886440000004
      ✅ 886440000004 is burnt: Nite Bus single does not use it, and nothing else ever does
      …
      › /id burn 886440000004
      886440000004 was burnt already
      …
      › /id assign Nite Bus single
      ✅ Nite Bus single has the UPC 886440000011
      …
      › /id list
      2 codes given
      88644: 1 in use · 1 burnt
      • 886440000004 · Nite Bus single · burnt: what it was given for was taken out
      • 886440000011 · Nite Bus single
      File saved: …codes.csv
    `);
    await tell(`
      › /evidence list
      Ledger of this team: … entries
      • … · 886440000011 was given out
      • … · 886440000004 was burnt: nobody gets it again
      • … · 886440000004 was given out
      • … · Codes may be given from 88644
      …
    `);
    const { id: team } = await house.db.selectFrom('team').select('id').executeTakeFirstOrThrow();
    const { id } = await house.db.selectFrom('series').select('id').executeTakeFirstOrThrow();
    const chain = await house.evidence.chain(house.db, team, `prefix/${id}`);
    expect(chain.map(({ entry }) => entry.type)).toEqual([
      ...['code.prefix', 'code.assigned', 'code.burnt', 'code.assigned'],
    ]);
    // What somebody typed may name people: it stands in the sealed part alone.
    expect(chain.map(({ bytes }) => Buffer.from(bytes).toString()).join()).not.toContain('Nite');
  });

  it('is one pool however its pattern is typed, and what is named is what is used', async () => {
    const { tell } = await openStudio();
    await tell(`
      › /id pool add ＢＵＳ－＃＃＃ range: 1-5
      ✅ BUS-### is ready: codes can be given from it
      …
      › /id pool add bus ###
      BUS-### is here already; nothing was changed
      …
      › /id pool add Bus-### range: 6-9
      ✅ BUS-### has 2 ranges now
      …
      › /id assign Rain pool: bus-###
      ✅ Rain has the catalog number BUS-001
      …
      › /id burn ｂｕｓ-001
      ✅ BUS-001 is burnt: Rain does not use it, and nothing else ever does
      …
    `);
  });

  it('takes a company prefix with the zero of its EAN for what it is, and gives no second code', async () => {
    const { tell } = await openStudio();
    await tell(`
      › /id pool add 0614141 kind: ean
      ✅ 0614141 is ready: codes can be given from it
      …
      › /id assign Rain
      ✅ Rain has the UPC 614141000005
      …
      › /id assign Rain
      ⚠️ Rain has the UPC 614141000005 already; nothing was given
      …
      › /id pool
      The pool of this team
      • 0614141 · UPC · 1 given · 99,999 left · next 614141000012
    `);
  });

  it('gives nothing for words that nobody sees, and keeps none of what hides in them', async () => {
    const { tell, hear, folder } = await openStudio();
    await hear('/id pool add BUS-###');
    await tell(`
      › /id assign for: "\u200b\u202e"
      ❌ There is nothing to read in for:. …
      › /id assign for: "\u202eRain\u0000  single"
      ✅ Rain single has the catalog number BUS-001
      …
      › /id assign rain single
      ⚠️ Rain single has the catalog number BUS-001 already; nothing was given
      …
      › /id list
      …
    `);
    expect(readFileSync(join(folder, 'files', 'codes.csv'), 'utf8')).toContain('BUS-001,Rain single,');
  });
});

import { describe, expect, it } from 'vitest';
import { openStory, type Story } from './story.ts';

/** The id that an answer names. */
async function idOf({ hear }: Story, line: string): Promise<string> {
  return /\b[rwp]_[0-9a-f]{20}\b/.exec(await hear(line))?.[0] ?? '';
}

describe('/catalog edit', () => {
  it('says in words what changed, leaves the rest, and takes away what a minus stands for', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Night Bus artist: Ana duration: 3:40 samples: Rain Song | Cy Ltd | not cleared
      …
      › /catalog edit Night Bus title: 夜車 latin: Night Bus duration: 3:41 performers: Ana; Bo
      ✅ Changed: 夜車 / Night Bus · Ana
      • Title: Night Bus → 夜車
      • In Latin letters: empty → Night Bus
      • Performers: empty → Ana; Bo
      • Duration: 3:40 → 3:41
      …
      › /catalog edit 夜車 artist: - samples: none performers: Bo
      ✅ Changed: 夜車 / Night Bus
      • Main artist: Ana → empty
      • Performers: Ana; Bo → Bo
      • Samples: Rain Song, owned by Cy Ltd (not cleared) → none
      …
      › /catalog edit 夜車 duration: 3:41
      Nothing would change: 夜車 / Night Bus is as you say already
      › /catalog edit 夜車 title: -
      ❌ A title is needed. Type what it is called.
      › /catalog edit 夜車
      ❌ Say what is to change, as in /catalog edit item: Night Bus duration: 3:41. …
      › /catalog edit 夜 duration: 3:42
      ❌ No recording is called just “夜”. Close to it: 夜車 / Night Bus (r_…). Type the whole title, or the id in brackets.
    `);
  });

  it('refuses a circle of versions, and a version of itself', async () => {
    const story = await openStory();
    const a = await idOf(story, '/catalog add A');
    const b = await idOf(story, `/catalog add B of: ${a} version: remix`);
    const c = await idOf(story, `/catalog add C of: ${b} version: edit`);
    await story.tell(`
      › /catalog edit ${a} of: ${a}
      ❌ A cannot be a version of itself. …
      › /catalog edit ${a} of: ${c}
      ❌ A cannot be a version of C (edit), which comes from it. …
      › /catalog edit ${a} of: ${b}
      ❌ A cannot be a version of B (remix), which comes from it. …
      › /catalog show ${a}
      A
      Version: original
      …
      Versions of it: B (remix) (${b})
      …
    `);
  });

  it('opens a form with what is there, and refuses one that shows what is no more', async () => {
    const story = await openStory();
    const id = await idOf(story, '/catalog add Night Bus artist: Ana');
    await story.tell(`
      › /catalog show Night Bus
      …
      › press Edit…
      …
      › Night Train
      …
      › -
      …
      › Bo
      …
      › remix
      …
      › 3:41
      ✅ Changed: Night Train (remix) · Bo
      • Title: Night Bus → Night Train
      • Version: original → remix
      • Main artist: Ana → Bo
      • Duration: empty → 3:41
      …
      › /catalog edit ${id} seen: 0123456789abcdef artist: Cy
      ❌ Somebody has changed Night Train (remix) · Bo since it was shown to you, so nothing was written. …
      › /catalog show ${id}
      Night Train (remix) · Bo
      …
    `);
  });
});

describe('codes', () => {
  it('refuses one code on two recordings and two codes on one, unless somebody says why', async () => {
    const story = await openStory();
    const a = await idOf(story, '/catalog add A isrc: USRC17607839');
    const b = await idOf(story, '/catalog add B');
    await story.tell(`
      › /catalog edit A isrc: USRC17607839
      Nothing would change: A is as you say already
      ✅ US-RC1-76-07839 is registered; ledger entry …
      …
      › ana: /catalog edit B isrc: us-rc1-76-07839
      → ana
      ❌ US-RC1-76-07839 is on another item already: A (${a}). One code names one thing. …
      › ana: /catalog edit B isrc: us-rc1-76-07839 accept: printed on both sleeves source: Label Ltd
      → ana
      ✅ Changed: B
      • ISRC: empty → US-RC1-76-07839
      ✅ US-RC1-76-07839 is registered; ledger entry …
      …
      › /catalog show B
      B
      Version: original
      ⚠️ US-RC1-76-07839 · registered 26 Nov 2026 · by ana · source: Label Ltd · accepted: printed on both sleeves · entry …
      …
      › /catalog health
      …
      ≠ …ISRC also on another recording…
      › /catalog edit A isrc: GBAYE6900531
      ❌ It bears US-RC1-76-07839 already, and the first code stays. …
      › /catalog edit A isrc: GBAYE6900531 accept: the distributor gave it by mistake
      ✅ Changed: A
      • ISRC: US-RC1-76-07839 → US-RC1-76-07839; GB-AYE-69-00531
      …
      › /catalog edit A isrc: -
      ❌ It bears more than one code: US-RC1-76-07839 and GB-AYE-69-00531. …
      › /catalog edit A isrc: -GBAYE6900531
      ✅ Changed: A
      • ISRC: US-RC1-76-07839; GB-AYE-69-00531 → US-RC1-76-07839
      ✅ GB-AYE-69-00531 is taken off
      …
      › /catalog edit A isrc: -GBAYE6900531
      ❌ It does not bear GB-AYE-69-00531. …
      › /catalog edit ${b} isrc: -
      …
      ✅ US-RC1-76-07839 is taken off
      …
    `);
  });

  it('takes an ISWC with a wrong check digit only where somebody says why', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add what: work title: Rain iswc: T-034.524.680-2
      ❌ The check digit is 2; for these digits it should be 1. …
      › /catalog list works
      No work here
      …
      › /catalog add what: work title: Rain iswc: T-034.524.680-2 accept: it is in the society’s list so
      ✅ In the catalog as a work: Rain
      ✅ T-034.524.680-2 is registered; ledger entry …
      …
      › /catalog health
      ✅ Nothing is missing in the catalog, and nothing contradicts itself
    `);
  });
});

describe('/catalog health', () => {
  it('counts each kind of gap, and closes it by the command that it names', async () => {
    const story = await openStory();
    await story.tell(`
      › /catalog health
      There is nothing in the catalog yet
      …
    `);
    const id = await idOf(story, '/catalog add Night Bus (Remix) version: remix');
    for (let count = 0; count < 4; count += 1) await story.hear(`/catalog add Song ${count} artist: Ana`);
    const said = await story.hear('/catalog health');
    expect(said).toContain('⚠️ no ISRC: 5');
    expect(said).toContain('⚠️ no main artist: 1');
    expect(said).toContain('⚠️ a version, and nobody has said of what: 1');
    expect(said).toContain('More: no ISRC');
    await story.tell(`
      › /catalog add what: work title: Night Bus iswc: T-034.524.680-1
      …
      › /catalog add Night Bus artist: Ana duration: 3:41 isrc: USRC17607839 works: Night Bus samples: none
      ✅ In the catalog: Night Bus · Ana
      ✅ US-RC1-76-07839 is registered; ledger entry …
      Id: r_…
      › /catalog edit ${id} artist: Bo of: Night Bus duration: 4:00 works: Night Bus samples: none isrc: GBAYE6900531
      …
      › /catalog show ${id}
      Night Bus (Remix) (remix) · Bo
      Version: remix
      Version of: Night Bus · Ana (r_…)
      …
      ✅ GB-AYE-69-00531 · …
      Id: ${id}
      [1] Edit…
      › /catalog add Rain Song works: Night Bus
      …
      ⚠️ Its title is not that of its work Night Bus → /catalog edit item: w_… also: "Rain Song" if the work goes by both, or /catalog edit item: r_… works: …
      …
    `);
  });

  it('shows more of one kind, ten at a time', async () => {
    const story = await openStory();
    for (let count = 0; count < 12; count += 1) await story.hear(`/catalog add Song ${count}`);
    await story.hear('/catalog health');
    const first = await story.hear('press More: no ISRC');
    expect(first).toContain('no ISRC: 1 to 10');
    expect(await story.hear('press More: no ISRC')).toContain('no ISRC: 11 to 12');
  });
});

describe('/catalog remove', () => {
  it('asks first, says what goes with it, and is done once', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Night Bus isrc: USRC17607839
      …
      › /catalog add Night Bus version: live of: Night Bus
      …
      › /catalog add what: work title: Rain
      …
      › /catalog add Storm works: Rain
      …
      › /catalog remove USRC17607839
      ❌ Night Bus stays, since others are versions of it: Night Bus (live) (r_…). …
      › /catalog remove Rain
      ⚠️ Take Rain out of the catalog?
      It is on 1 recording, which loses it as its work.
      The ledger keeps what was written about it.
      [1] Remove
      › press 1
      ✅ Out of the catalog: Rain
      …
      › /catalog show Storm
      Storm
      …
      ⚠️ No work → …
      …
      › /catalog list works
      No work here
      …
    `);
  });

  it('leaves what has become the original of a version since it asked', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Rain
      …
      › /catalog remove Rain
      …
      › ana: /catalog add Rain version: live of: Rain
      …
      › press Remove
      ❌ Rain stays, since others are versions of it: Rain (live) (r_…). …
    `);
  });

  it('asks again when somebody has changed it meanwhile', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Rain isrc: USRC17607839
      …
      › /catalog remove Rain
      ⚠️ Take Rain out of the catalog?
      Codes that others gave are no longer known here: US-RC1-76-07839
      …
      › ana: /catalog edit Rain artist: Ana
      …
      › press Remove
      ❌ Somebody has changed Rain · Ana since it was shown to you, …
      › /catalog remove Rain
      …
      › press Remove
      ✅ Out of the catalog: Rain · Ana
      …
      › /catalog add Rain isrc: USRC17607839
      ✅ In the catalog: Rain
      …
    `);
  });
});

describe('persons', () => {
  it('are kept without an account, and keep their own profile once they have one', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add what: person title: Cy Ltd ipi: 58678919 society: MÜST
      ✅ In the books: Cy Ltd
      Name: Cy Ltd
      IPI: 00058678919
      Society: MÜST
      Id: p_…
      › /catalog add what: person title: cy ltd
      ❌ Somebody else in this team is called cy ltd already. …
      › /catalog edit Cy Ltd legal: Cy Music Ltd ipi: -
      ✅ Changed: Cy Ltd
      • Legal name: empty → Cy Music Ltd
      • IPI: 00058678919 → empty
      › /catalog edit Cy Ltd ipi: 58678918
      ❌ …
      › bo: /splitproof me legal: Bo Chen ipi: 58678919
      …
      › ana: /catalog edit bo legal: Somebody
      → ana
      ❌ bo has an account here and keeps their own profile with /splitproof me. Ask them.
      › ana: /catalog show bo
      → ana
      bo
      Numbers and the legal name are shown to bo and to admins.
      …
      › bo: /catalog show bo
      → bo
      bo
      Name: bo
      Legal name: Bo Chen
      …
      › /catalog list persons
      …
      › /catalog remove Cy Ltd
      Persons stay in the books, …
    `);
  });
});

describe('a work that is being registered', () => {
  it('lacks no code until somebody says that it is not, or its code comes back', async () => {
    const { tell } = await openStory();
    await tell(`
      › /catalog add Rain what: work iswc: pending
      ✅ In the catalog as a work: Rain
      Id: w_…
      › /catalog show Rain
      Rain
      ISWC: being registered; its code has not come back yet
      …
      › /catalog edit Rain iswc: T-034524680-1
      ✅ …
      …
      › /catalog show Rain
      Rain
      ✅ T-034.524.680-1 · …
      …
      › /catalog edit Rain iswc: -
      ✅ …
      …
      › /catalog show Rain
      Rain
      ⚠️ No ISWC yet → …
      …
    `);
  });
});

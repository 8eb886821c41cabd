import { describe, expect, it } from 'vitest';
import { openStory, type Story } from './story.ts';

/** A sheet of two, posted as #1 by Ana. */
const POSTED = `
  › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/2 lyricist
  …
  [3] Details
`;

/** The same, agreed; #2 says so. */
const AGREED = `
  ${POSTED}
  › ana: +✅ #1
  …
  › bo: +✅ #1
  ✅ Night Bus, version 1: agreed by both, Thu 26 Nov, 20:00 Taipei
  &
`;

async function openWith(transcript: string): Promise<Story> {
  const story = await openStory();
  await story.tell(transcript);
  return story;
}

describe('rule 8: ❌ asks why', () => {
  it('offers a form, and a version of one’s own', async () => {
    const { tell } = await openWith(POSTED);
    await tell(`
      › bo: +👎 #1
      → bo
      ⏳ You dispute version 1 of Night Bus. Why?
      Say what is wrong, or propose a version of your own. The proposer, ana, has been told that you disagree.
      [1] Say why…
      [2] Propose my version…
      &
      › bo: press Propose my version…
      Revise the sheet
      …
      › Night Bus
      Composition (words and music) (may be left empty):
      One party a line; none leaves the whole layer out
      Several lines; an empty line ends it.
      Now: "ana" 1/2 composer
      "bo" 1/2 lyricist. An empty line keeps it.
      › @ana 1/4 composer
      › @bo 3/4 composer, lyricist
      ›
      …
      ›
      …
      ›
      …
      ›
      …
      ›
      …
      ›
      → bo
      ✅ Version 2 of Night Bus goes to this channel; 2 parties are asked
      …
      › bo: /split show
      → bo
      Night Bus, version 2
      • bo proposed it, …
      …
    `);
  });

  it.each(['author-share', 'authorship', 'ownership'])(
    'takes %s for what it is about, by command as well',
    async (kind) => {
      const { tell } = await openWith(POSTED);
      await tell(`
        › bo: /split dispute "Night Bus" ${kind} I was not asked
        → bo
        ❌ You dispute version 1 of Night Bus
        &
        → ana
        ❌ bo says why version 1 of Night Bus is wrong
        &
        › ana: /split show
        …
        • bo disputed it, 26 Nov 2026, 20:00 · seen live · entry …: I was not asked
        …
      `);
    },
  );
});

describe('rule 9: taking a mark back', () => {
  it('is an entry of its own before completion', async () => {
    const { tell } = await openWith(POSTED);
    await tell(`
      › ana: +✅ #1
      …
      › ana: -✅ #1
      #1 Splitproof
      ⏳ 0 of 2 agreed · open until Thu 10 Dec, 20:00 Taipei
      ⏳ Not answered yet: @ana, @bo
      &
      → ana
      Receipt: you took your mark on version 1 of Night Bus back
      › bo: press Approve #1
      …
      › bo: press Take it back
      → bo
      You took your mark on version 1 of Night Bus back
      …
      › bo: press Take it back
      → bo
      ❌ You have no mark on Night Bus that could be taken back.
      › bo: +✅ #1
      …
      › bo: press Approve #1
      → bo
      Your mark on version 1 of Night Bus stands already
      [1] Take it back
      › bo: press Take it back
      → bo
      ❌ Your emoji still stands on the message of Night Bus. Take it off there; that takes the mark back.
    `);
  });

  it('changes nothing after completion, and opens a question', async () => {
    const { tell } = await openWith(AGREED);
    await tell(`
      › bo: -✅ #1
      → ana
      ⚠️ bo took a mark on Night Bus back after everyone had agreed
      Version 1 was agreed by everyone and still rules. Only an amendment changes it.
      [1] Amend…
      &
      → bo
      Receipt: you took your mark on version 1 of Night Bus back
      › bo: /split list
      → bo
      1 split sheet
      ✅ Night Bus · version 1 · agreed · s_…
      › bo: /split show
      …
      ✅ Agreed by everyone, 26 Nov 2026, 20:00 · entry …
      • bo took a mark back, 26 Nov 2026, 20:00 · seen live · entry …
      …
    `);
  });

  it('leaves the way to an amendment to whoever disputes what was agreed', async () => {
    const { tell } = await openWith(AGREED);
    await tell(`
      › bo: +❌ #1
      → ana
      ❌ bo disputes version 1 of Night Bus
      Version 1 was agreed by everyone and still rules. Only an amendment changes it.
      [1] Amend…
      &
      › bo: press Propose my version…
      Amend the sheet
      …
      › cancel
      Closed; nothing was sent.
    `);
  });
});

describe('rule 10: contradicting marks', () => {
  it('count as undecided until one of them is gone', async () => {
    const { tell } = await openWith(POSTED);
    await tell(`
      › ana: +✅ #1
      …
      › bo: +❌ #1
      …
      › bo: +✅ #1
      #1 Splitproof
      ⚠️ Undecided, with both ✅ and ❌: @bo
      &
      ≠ …agreed by both…
      › bo: -❌ #1
      ✅ Night Bus, version 1: agreed by both, Thu 26 Nov, 20:00 Taipei
      &
    `);
  });
});

describe('rule 11: completion happens once', () => {
  it('is said once, with a receipt for each, whatever is marked after it', async () => {
    const { tell, failures } = await openWith(AGREED);
    await tell(`
      › bo: -✅ #1
      …
      › bo: +✅ #1
      → bo
      ✅ Receipt: you agreed to version 1 of Night Bus
      &
      ≠ …agreed by both…
      ≠ …is agreed by everyone…
      › bo: +👍 #1
      › clock +1h
      The clock now says Thursday, 26 November 2026, 21:00.
      #1 Splitproof
      ✅ Agreed (seen and read back): @ana
      ✅ Agreed (seen live): @bo
    `);
    expect(failures).toEqual([]);
  });
});

describe('rule 12: after completion only an amendment', () => {
  it('needs every party of both, and the old version rules until then', async () => {
    const { tell } = await openWith(AGREED);
    await tell(`
      › ana: /split revise "Night Bus" composition: @ana 100% songwriter
      → ana
      ❌ Night Bus is not open: everyone has agreed. A change is an amendment: /split amend.
      › ana: /split amend "Night Bus" composition: @ana 1/2 songwriter; @chen 1/2 songwriter
      → ana
      ✅ Version 2 of Night Bus goes to this channel; 3 parties are asked
      …
      #3 Splitproof
      Night Bus · original · version 2
      Composition
      ▇▇▇▇▇ ana 1/2 · songwriter
      ▇▇▇▇▇ chen 1/2 · songwriter
      Takes the place of version 1, which was agreed, once every party of both has agreed.
      …
      ⏳ Not answered yet: @ana, @chen, @bo
      …
      › ana: +✅ #3
      …
      › chen: +✅ #3
      ⏳ 2 of 3 agreed · open until Thu 10 Dec, 20:00 Taipei
      &
      ≠ …agreed by all 3…
      › bo: +✅ #3
      ✅ Night Bus, version 2: agreed by all 3, Thu 26 Nov, 20:00 Taipei
      &
    `);
  });

  it('is not for what is not agreed', async () => {
    const { tell } = await openWith(POSTED);
    await tell(`
      › ana: /split amend "Night Bus" ai: partly
      → ana
      ❌ Night Bus is not agreed yet, so there is nothing to amend. /split revise changes it.
    `);
  });
});

describe('rule 13: the message may be deleted', () => {
  it('is posted again, and the marks on the old one stand', async () => {
    const { tell } = await openWith(POSTED);
    await tell(`
      › ana: +✅ #1
      …
      › delete #1
      Message #1 is deleted.
      #2 Splitproof
      Night Bus · original · version 1
      …
      ⏳ 1 of 2 agreed · open until Thu 10 Dec, 20:00 Taipei
      ✅ Agreed (…): @ana
      ⏳ Not answered yet: @bo
      …
      › bo: +✅ #2
      ✅ Night Bus, version 1: agreed by both, Thu 26 Nov, 20:00 Taipei
      &
    `);
  });
});

describe('rule 14: someone without an account', () => {
  it('is a party by name, and keeps the sheet from completing', async () => {
    const { tell } = await openStory();
    await tell(`
      › ana: /split new title: Rain composition: @ana 1/2 composer; "Cy Chou" 1/2 lyricist
      …
      ▇▇▇▇▇ Cy Chou 1/2 · lyricist
      …
      ⏳ Not answered yet: @ana, Cy Chou
      ⚠️ Without an account: Cy Chou. Until they are linked with /splitproof link, this cannot complete
      …
      › ana: +✅ #1
      #1 Splitproof
      ⏳ 1 of 2 agreed · open until Thu 10 Dec, 20:00 Taipei
      &
      ≠ …agreed by both…
      › cy: +✅ #1
      → cy
      Your mark on Rain does not count: the sheet names ana and Cy Chou. If you should be on it, tell ana.
      › ana: /split remind
      → ana
      ⚠️ Nobody could be reminded about Rain
      Without an account: Cy Chou. Until they are linked with /splitproof link, this cannot complete
    `);
  });
});

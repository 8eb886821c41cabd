import { describe, it } from 'vitest';
import { openStory } from './story.ts';

const POSTED = `
  › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/2 lyricist master: @ana 100% producer iswc: T-034.524.680-1 ai: partly
  …
  [3] Details
`;

describe('a form', () => {
  it('asks for everything in a form, field by field', async () => {
    const { tell } = await openStory();
    await tell(`
      › ana: /split new
      New split sheet
      cancel closes the form.
      Title:
      ›
      This one is needed. Type it, or cancel.
      Title:
      › Night Bus
      Composition (words and music) (may be left empty):
      One party a line: @ana 1/2 composer lyricist
      Several lines; an empty line ends it.
      › @ana 50% composer
      › @bo 50% lyricist publisher "Night Music" 1/4
      ›
      Master (the recording) (may be left empty):
      One party a line: @ana 50% producer; empty if it is not split here
      Several lines; an empty line ends it.
      ›
      Performers (neighboring rights) (may be left empty):
      One party a line: @ana 50% producer; empty if it is not split here
      Several lines; an empty line ends it.
      › @ana 100% vocalist for "Ana Music Ltd"
      ›
      Version kind (may be left empty):
      One of: original / instrumental / a cappella / remix / live / acoustic / edit / clean / sped up / slowed / remaster / immersive / demo / other version
      › acoustic
      Samples (may be left empty):
      none, or one a line: title | owner | cleared
      Several lines; an empty line ends it.
      › Rain | Cy Ltd | cleared
      ›
      AI use (may be left empty):
      One of: none / partly / wholly
      › none
      → ana
      ✅ Version 1 of Night Bus goes to this channel; 2 parties are asked
      See where it stands with /split status "Night Bus".
      #1 Splitproof
      Night Bus · acoustic · version 1
      Composition
      ▇▇▇▇▇ ana 1/2 · composer
      ▇▇▇▇▇ bo 1/2 · lyricist · publisher Night Music 1/4
      Performers
      ▇▇▇▇▇▇▇▇▇▇ ana 1 · …
      ana acts for the company Ana Music Ltd
      Samples: Rain, owned by Cy Ltd (cleared)
      React ✅ …
      ⏳ 0 of 2 agreed · open until Thu 10 Dec, 20:00 Taipei
      …
    `);
  });

  it('is opened for nobody whom it would refuse', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › dee: press Dispute… #1
      → dee
      ❌ You are not on Night Bus: the sheet names ana and bo.
      › bo: +❌ #1
      …
      › dee: press Revise…
      → dee
      ❌ Only ana, who proposed it, or an admin may do that.
      › ana: press Revise…
      Revise the sheet
      …
      › cancel
      …
      › ana: /split cancel "Night Bus"
      …
      › bo: press Say why…
      → bo
      ❌ Night Bus is not open: it was cancelled. /split revise asks everyone again.
    `);
  });

  it('revises a sheet that is named in it; what is left empty stays', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › ana: /split revise
      Revise the sheet
      cancel closes the form.
      Split sheet:
      › Night Bus
      Title (may be left empty):
      ›
      Composition (words and music) (may be left empty):
      Empty stays as it was; none leaves the whole layer out
      …
      ›
      Master (the recording) (may be left empty):
      …
      › none
      ›
      …
      ›
      …
      ›
      …
      ›
      AI use (may be left empty):
      …
      ›
      → ana
      ✅ Version 2 of Night Bus goes to this channel; 2 parties are asked
      …
      Changed since version 1: Master is left out · ana: Master 1 → nothing
      …
    `);
  });

  it('disputes a sheet that is named in it', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: /split dispute
      Why do you dispute it?
      cancel closes the form.
      Split sheet:
      › Night Bus
      What is wrong?:
      One of: Author’s share / Authorship / Ownership
      › authorship
      In your own words:
      …
      › Chen wrote it with us.
      ›
      → bo
      ❌ You dispute version 1 of Night Bus
      …
    `);
  });
});

import { describe, it } from 'vitest';
import { openStory } from './story.ts';

const POSTED = `
  › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/2 lyricist master: @ana 100% producer iswc: T-034.524.680-1 ai: partly
  …
  [3] Details
`;

describe('/split new', () => {
  it('takes people and shares over from another sheet, not its codes, samples or AI use', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: /split new title: Rain like: "Night Bus"
      → bo
      ✅ Version 1 of Rain goes to this channel; 2 parties are asked
      See where it stands with /split status "Rain".
      #2 Splitproof
      Rain · original · version 1
      Composition
      ▇▇▇▇▇ ana 1/2 · composer
      ▇▇▇▇▇ bo 1/2 · lyricist
      Master
      ▇▇▇▇▇▇▇▇▇▇ ana 1 · producer
      React ✅ …
      …
      › bo: /split show Rain
      …
      AI use: none
      React ✅ …
      …
      › bo: /split show "Night Bus"
      …
      AI use: partly
      ISWC: T-034.524.680-1
      …
    `);
  });

  it.each([
    ['composition: @ana 1/2 composer; @bo', 'bo has no share'],
    ['composition: @ana 1/2 composer; @bo 1/2 plumber', 'is no role that is known here'],
    ['composition: @ana 1/2 composer; @ana 1/2 lyricist', 'ana stands in line 1 already'],
    ['composition: @ana 100% composer iswc: T-034.524.680-2', 'The check digit is 2'],
    ['', 'There are no shares on the sheet'],
  ])('posts nothing of "%s"', async (typed, refusal) => {
    const { tell } = await openStory();
    await tell(`
      › ana: /split new title: Rain ${typed}
      → ana
      ❌ …${refusal}…
      › ana: /split status
      → ana
      ❌ There is no split sheet yet. Begin one with /split new.
    `);
  });
});

describe('what is asked about a sheet', () => {
  it('finds it by its title, a part of it or its id, and names those it could be', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › ana: /split new title: "Night Train" composition: @ana 100% songwriter
      …
      › bo: /split status train
      → bo
      Night Train · original · version 1
      …
      › bo: /split status night
      → bo
      ❌ More than one split sheet goes by night: Night … (s_…) and Night … (s_…). Use the id, as in s_7k2m….
      › bo: /split status rain water
      → bo
      ❌ There is no split sheet that goes by rain water. /split list shows those there are.
      › bo: /split status
      → bo
      ❌ There is more than one split sheet: Night … (s_…) and Night … (s_…). Name the one you mean, by its title or id.
      › ana: /split cancel "Night Train"
      …
      › bo: /split status
      → bo
      Night Bus · original · version 1
      …
      › bo: /split show "Night Bus" version: 7
      → bo
      ❌ Night Bus has no version 7. The newest is 1.
    `);
  });

  it('lists ten at a time, and those that somebody is on', async () => {
    const { tell } = await openStory();
    for (let number = 1; number <= 11; number += 1) {
      await tell(`
        › ana: /split new title: "Song ${number}" composition: @ana 100% songwriter
        …
        › clock +1m
        …
      `);
    }
    await tell(`
      › bo: /split new title: Rain composition: @bo 100% songwriter
      …
      › ana: /split list
      → ana
      Split sheets 1 to 10, newest first
      ⏳ Rain · version 1 · open · s_…
      …
      [1] More
      › ana: press More
      → ana
      Split sheets 11 to 12, newest first
      ⏳ Song 2 · version 1 · open · s_…
      ⏳ Song 1 · version 1 · open · s_…
      › bo: /split list which: mine
      → bo
      1 split sheet
      ⏳ Rain · version 1 · open · s_…
      › bo: /split cancel Rain
      …
      › bo: /split list mine
      → bo
      1 split sheet
      ❌ Rain · version 1 · cancelled · s_…
      › dee: /split list mine
      → dee
      No split sheet here
      …
    `);
  });

  it('shows an older version, its text and what was done to it', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: +✅ #1
      …
      › ana: /split revise "Night Bus" composition: @ana 3/4 composer; @bo 1/4 lyricist
      …
      › bo: press Details #1
      → bo
      Night Bus, version 1
      • ana proposed it, 26 Nov 2026, 20:00
      • bo agreed, 26 Nov 2026, 20:00 · seen live · entry …
      Split sheet: Night Bus
      Version kind: original · version 1
      …
      bo: 1/2 (50 %) · lyricist
      …
    `);
  });

  it('says how a mark was seen: read back from the platform a moment later', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: +✅ #1
      …
      › clock +5s
      …
      › bo: /split show
      …
      • bo agreed, 26 Nov 2026, 20:00 · seen and read back · entry …
      …
    `);
  });
});

it('names a sheet in commands by its title where that means one sheet and can be typed, else by its id', async () => {
  const { tell } = await openStory();
  await tell(`
    › ana: /split new title: Night composition: @ana 100% songwriter
    → ana
    ✅ Version 1 of Night goes to this channel; 1 party is asked
    See where it stands with /split status "Night".
    …
    › ana: /split new title: Night composition: @ana 100% songwriter
    → ana
    ✅ Version 1 of Night goes to this channel; 1 party is asked
    See where it stands with /split status s_….
    …
    › ana: /split new title: “Rain” composition: @ana 100% songwriter
    → ana
    ✅ Version 1 of … goes to this channel; 1 party is asked
    See where it stands with /split status …Rain….
    …
  `);
});

describe('/split remind', () => {
  it('writes to whoever has not answered, once a day, in the morning where they are', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › ana: +✅ #1
      …
      › ana: /split remind
      → ana
      ✅ A reminder about Night Bus goes to bo
      By direct message, at a decent hour where they are, and once a day at most.
      → bo
      ⏳ Night Bus waits for you: version 1, open until Thu 10 Dec, 20:00 Taipei
      …
      › ana: /split remind
      → ana
      ✅ A reminder about Night Bus goes to bo
      By direct message, at a decent hour where they are, and once a day at most.
      › bo: +❌ #1
      …
      › ana: /split remind
      → ana
      Everyone has answered about Night Bus
    `);
  });
});

describe('/split cancel', () => {
  it('ends a version, after which it can be asked for again', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › ana: /split cancel "Night Bus"
      ✅ Version 1 of Night Bus is cancelled
      Nobody’s share has moved. Marks on it no longer count.
      &
      #1 Splitproof
      ❌ Cancelled. Marks on this version no longer count.
      [1] Details
      &
      → bo
      Receipt: version 1 of Night Bus was cancelled
      › bo: press Approve #1
      There is no button “Approve” to press. Numbers and names stand under a reply.
      › bo: /split approve
      → bo
      ❌ Night Bus is not open: it was cancelled. /split revise asks everyone again.
      › ana: /split cancel "Night Bus"
      → ana
      ❌ Night Bus is not open: it was cancelled. /split revise asks everyone again.
      › ana: /split remind
      → ana
      ❌ Night Bus is not open: it was cancelled. /split revise asks everyone again.
      › ana: /split revise "Night Bus" days: 3
      → ana
      ✅ Version 2 of Night Bus goes to this channel; 2 parties are asked
      …
      ⏳ 0 of 2 agreed · open until Sun 29 Nov, 20:00 Taipei
      …
    `);
  });
});

describe('/split post', () => {
  it('says so where the sheet stands already', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: /split post
      → bo
      Version 1 of Night Bus stands in this channel already
    `);
  });
});

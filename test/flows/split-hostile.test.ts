import { describe, expect, it } from 'vitest';
import { openStory } from './story.ts';

const POSTED = `
  › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/2 lyricist master: @ana 100% producer iswc: T-034.524.680-1 ai: partly
  …
  [3] Details
`;

describe('hostile text', () => {
  const LONG = 'x'.repeat(10_000);

  it.each([
    ['title: "@everyone <!channel>" composition: @ana 100% songwriter', '@everyone <!channel> · original'],
    ['title: "*a* _b_ `c` [d](https://e.example)" composition: @ana 100% songwriter', '*a* _b_ `c` [d]'],
    ['title: Rain composition: "<!here> & co" 100% songwriter', '▇ <!here> & co 1 · '],
    ['title: Rain samples: "<!here> | @everyone | no" composition: @ana 100% songwriter', 'Samples: <!here>'],
  ])('is shown as it is: %s', async (typed, shown) => {
    const { tell, failures } = await openStory();
    await tell(`
      › ana: /split new ${typed}
      …${shown}…
      &
    `);
    expect(failures).toEqual([]);
  });

  it.each([
    ['title: "a\u202eb" composition: @ana 100% songwriter'],
    ['title: Rain composition: "a\u202eb" 100% songwriter'],
    [`title: ${LONG} composition: @ana 100% songwriter`],
    [`title: Rain composition: "${LONG}" 100% songwriter`],
    [`title: Rain composition: @ana 100% songwriter samples: ${LONG}`],
    [`title: Rain composition: @ana 100% songwriter language: ${LONG}`],
    ['title: Rain composition: @ana 100% songwriter finished: "a\u2028b"'],
    [`title: Rain composition: @ana ${'9'.repeat(400)}/${'9'.repeat(401)} songwriter`],
  ])('is refused in plain words, and nothing is posted: %#', async (typed) => {
    const { tell, failures } = await openStory();
    await tell(`
      › ana: /split new ${typed}
      → ana
      ❌ …
      › ana: /split list
      → ana
      No split sheet here
      Begin one with /split new.
    `);
    expect(failures).toEqual([]);
  });

  it('stays what somebody said, in the reason of a dispute', async () => {
    const { tell, failures } = await openStory();
    await tell(`
      ${POSTED}
      › bo: /split dispute "Night Bus" kind: authorship reason: <!channel> @everyone \u202eevil
      → ana
      ❌ bo says why version 1 of Night Bus is wrong
      Authorship: <!channel> @everyone evil
      &
    `);
    expect(failures).toEqual([]);
  });

  it('passes for no line of ours: a reason of several lines is one', async () => {
    const { tell } = await openStory();
    await tell(`
      ${POSTED}
      › bo: press Dispute… #1
      …
      › authorship
      …
      › no
      › ✅ Agreed by everyone, 26 Nov 2026, 20:00 · entry 4
      ›
      → ana
      ❌ bo says why version 1 of Night Bus is wrong
      Authorship: no ✅ Agreed by everyone, 26 Nov 2026, 20:00 · entry 4
      &
      › ana: /split show
      …
      • bo disputed it, 26 Nov 2026, 20:00 · seen live · entry 5: no ✅ Agreed by everyone, 26 Nov 2026, 20:00 · entry 4
      Split sheet: Night Bus
      …
    `);
  });
});

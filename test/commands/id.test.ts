import { expect, it } from 'vitest';
import { openStory } from '../flows/story.ts';

const KINDS: readonly (readonly [typed: string, shown: string])[] = [
  ['US-RC1-76-07839', 'US-RC1-76-07839 has the shape of an ISRC'],
  ['T-034.524.680-1', 'T-034.524.680-1 has the form of an ISWC, and its check digit agrees'],
  ['602557631722', '602557631722 has the form of a UPC, and its check digit agrees'],
  ['6291041500213', '6291041500213 has the form of an EAN, and its check digit agrees'],
  ['00045620792', '00045620792 has the form of an IPI name number, and its check digit agrees'],
  ['I-001068130-6', 'I-001068130-6 has the form of an IPI base number, and its check digit agrees'],
  ['A1-2425G-ABC1234002-M', 'A1-2425G-ABC1234002-M has the form of a GRid, and its check digit agrees'],
  ['PA-DPIDA-3897722461-G', 'PA-DPIDA-3897722461-G has the form of a DPID, and its check digit agrees'],
];

it.each(KINDS)('says of %s which kind it is', async (typed, shown) => {
  const { tell } = await openStory();
  await tell(`
    › /id check ${typed}
    ✅ ${shown}
    …
    › /id ${typed}
    ✅ ${shown}
    …
  `);
});

it('takes all kinds at once', async () => {
  const { tell } = await openStory();
  await tell(`
    › /id check ${KINDS.map(([typed]) => typed).join('; ')}
    ✅ 8 codes: ✅ 8 hold · ⚠️ 0 to look at · ❌ 0 do not hold
    …
    ✅ no. 8 PA-DPIDA-3897722461-G: has the form of a DPID, and its check digit agrees
  `);
});

it('does not put a wrong check digit right, but says which it should be and that sleeves exist with it', async () => {
  const { tell, failures } = await openStory();
  await tell(`
    › /id check 602557631723
    ❌ 602557631723 does not hold as a UPC
    ❌ The check digit is 3; … 2….
    …Barcodes with a wrong check digit do exist on real sleeves. …
    [1] What is a UPC or EAN, and how do I get one?
    › press 1
    A UPC or EAN names the release; its tracks have ISRCs
    …
  `);
  expect(failures).toEqual([]);
});

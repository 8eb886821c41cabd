import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('names the recordings that a sheet is about as the catalog does', async () => {
  const { tell, hear } = await openStory();
  await hear('ana: /catalog add title: "Night Bus" artist: Ana duration: 3:41 isrc: US-RC1-76-07839');
  await hear('ana: /catalog add title: "Night Bus" artist: Ana version: live of: US-RC1-76-07839');
  await tell(`
    › ana: /split new title: "Night Bus" composition: @ana 1/2 composer; @bo 1/2 lyricist recordings: us-rc1-76-07839; a demo from May
    …
    Recordings: Night Bus · Ana (US-RC1-76-07839); a demo from May
    …
    › bo: /split revise sheet: "Night Bus" finished: Taipei
    …
    #2 Splitproof
    …
    Recordings: Night Bus · Ana (US-RC1-76-07839); a demo from May
    Finished: Taipei
    …
    › bo: /split revise sheet: "Night Bus" recordings: "Night Bus"
    → bo
    ❌ “Night Bus” means more than one recording: …
    › bo: /split revise sheet: "Night Bus" recordings: r_0
    → bo
    ❌ There is no recording “r_0” in the catalog. …
  `);
});

it('says at a recording which sheets are about it', async () => {
  const { tell, hear } = await openStory();
  await hear('ana: /catalog add title: Rain artist: Ana');
  await hear(
    'ana: /split new title: "Rain, words and music" composition: @ana 100% composer recordings: Rain',
  );
  await tell(`
    › ana: /catalog show Rain
    …
    Split sheets: Rain, words and music, version 1: open
    …
  `);
  await hear('ana: +✅ #1');
  expect(await hear('ana: /catalog show Rain')).toContain(
    'Split sheets: Rain, words and music, version 1: agreed',
  );
});

it('says what rests on a recording before it is taken out', async () => {
  const { hear } = await openStory();
  await hear('ana: /catalog add title: Rain artist: Ana');
  await hear('ana: /split new title: "Rain, words" composition: @ana 100% composer recordings: Rain');
  await hear('ana: /license add recording: Rain from: Ana to: Cy');
  const asked = await hear('/catalog remove Rain');
  expect(asked).toMatch(/A license was recorded for it \(l_[0-9a-f]+\)\. They stay on the list/);
  expect(asked).toContain('Split sheets name it: Rain, words. They stay as they are.');
});

import { expect, it } from 'vitest';
import { openStory } from './story.ts';

/** The studio's clock stands at noon on 26 November 2026 in Taipei; see `story.ts`. */
async function openReleaseStory() {
  const story = await openStory();
  const { hear } = story;
  await hear('ana: /catalog add "Night Bus" artist: Ana duration: 3:41');
  await hear('ana: /catalog add Rain artist: Ana duration: 2:58');
  return story;
}

const EP =
  'ana: /release new title: "First EP" date: 2026-12-26 zone: Asia/Taipei tracks: Night Bus; Rain places: Taiwan, Japan';

it('is planned with what is known, and its status names every gap with the command that closes it', async () => {
  const { tell, failures } = await openReleaseStory();
  await tell(`
    › ${EP}
    → ana
    ✅ Release First EP is planned for Saturday, 26 December 2026
    Day: Saturday, 26 December 2026 (Asia/Taipei)
    Main artist: Ana
    Where: …Japan…Taiwan…
    UPC / EAN: not said yet
    Tracks: 1. Night Bus · Ana
    2. Rain · Ana
    Reminders: 28, 14, 7, 3, 1 and 0 days before, at 10:00 there
    Looks after it: ana
    The next reminder comes Saturday, 28 November 2026, 10:00 (Asia/Taipei).
    Ledger entry …
    What is still open: /release status rel_…
    [1] What is open
    [2] Calendar file
    › bo: /release status
    → bo
    ⏳ First EP: 7 of … points hold · in 30 days
    Day: …
    ❌ It has no UPC or EAN. → /release edit rel_… upc: …
    ❌ Track 1, Night Bus · Ana: no ISRC. → /isrc assign r_…
    ❌ Track 1, Night Bus · Ana: no split sheet is about it. → /split new title: "Night Bus" recordings: r_…
    …
  `);
  expect(failures).toEqual([]);
});

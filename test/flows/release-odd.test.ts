import { describe, expect, it } from 'vitest';
import { openStory, type Story } from './story.ts';
import { openStudio } from './studio.ts';

/** Rain on a release a month away, which stands at noon on 26 November 2026 in Taipei; see `story.ts`. */
async function openWithRain(): Promise<Story> {
  const story = await openStory();
  await story.hear('ana: /catalog add Rain artist: Ana duration: 2:58');
  await story.hear('ana: /release new title: EP date: 2026-12-26 tracks: Rain');
  return story;
}

describe('the split of a track', () => {
  it('is agreed by the version that rules, while an amendment is open and after one that came to nothing', async () => {
    const { hear, tell } = await openWithRain();
    await hear('ana: /split new title: Rain composition: @ana 100% composer recordings: Rain');
    expect(await hear('ana: /release status')).toContain('Track 1, Rain · Ana: the split is not agreed yet.');
    await hear('ana: +✅ #1');
    expect(await hear('ana: /release status')).toContain('4 of 9 points hold');
    await hear('ana: /split amend Rain composition: @ana 1/2 composer; @bo 1/2 composer');
    expect(await hear('ana: /release status')).toContain('4 of 9 points hold');
    await hear('ana: /split cancel Rain');
    await tell(`
      › ana: /release status
      → ana
      ⏳ EP: 4 of 9 points hold · in 30 days
      …
      Track          ISRC     Split     Samples  ISWC     Licenses
      1. Rain · Ana  ❌ open  ✅ holds  ❌ open  ❌ open  none
      …
    `);
  });

  it('is nobody’s any more once the version that rules names another recording', async () => {
    const { hear } = await openWithRain();
    await hear('ana: /split new title: Rain composition: @ana 100% composer recordings: Rain');
    await hear('ana: +✅ #1');
    await hear('ana: /split amend Rain recordings: -');
    expect(await hear('ana: /release status')).toContain('✅ holds');
    await hear('ana: +✅ #3');
    expect(await hear('ana: /release status')).toContain('Track 1, Rain · Ana: no split sheet is about it.');
  });
});

describe('a reminder', () => {
  it('that was said is not called unsent when something else is changed', async () => {
    const { hear, tell } = await openWithRain();
    await hear('clock +38h');
    await tell(`
      › ana: /release edit EP artist: Bo
      → ana
      ✅ Release EP is changed
      …
      Looks after it: ana
      The next reminder comes Saturday, 12 December 2026, 10:00 (Asia/Taipei).
      …
    `);
    expect(await hear('ana: /release edit EP reminders: 29, 28, 7')).toContain(
      'The reminder 29 days before would have been due already, and is not sent.',
    );
  });

  it('that was said does not come again by other clocks, and nobody is told that it will', async () => {
    const { hear, tell } = await openStory();
    await hear('ana: /release new title: EP date: 2026-11-27 reminders: 0');
    expect(await hear('clock +14h')).toContain('EP comes out today');
    await tell(`
      › ana: /release date EP 2026-11-27 zone: los angeles
      → ana
      ✅ EP now goes by the clocks of America/Los_Angeles
      No reminder is to come.
      …
      › clock +20h
      The clock now says …
    `);
  });

  it('that is dealt with is not put off, and says by whom', async () => {
    const { hear, tell } = await openWithRain();
    await hear('clock +38h');
    await tell(`
      › bo: press Done
      #2 Splitproof
      ✅ The reminder for EP is dealt with: bo, 28 Nov 2026, 10:00
      …
      › ana: press Tomorrow again
      → ana
      The reminder for EP is dealt with: bo, 28 Nov 2026, 10:00
      …
      › ana: press Done
      #3 Splitproof
      The reminder for EP is dealt with: bo, 28 Nov 2026, 10:00
      …
      › clock +2d
      The clock now says …
    `);
  });
});

it('that was put off comes by other clocks too, and not beside the next one', async () => {
  const { hear, tell } = await openStory();
  await hear('ana: /release new title: EP date: 2026-12-26 reminders: 28, 26, 3');
  await hear('clock +38h');
  await hear('bo: press Tomorrow again');
  await hear('ana: /release date EP 2026-12-26 zone: tokyo');
  await tell(`
    › clock +1d
    The clock now says …29 November…
    #2 Splitproof
    ⏳ EP comes out in 27 days: …
    …
    You asked to hear of this once more.
    …
    › bo: press Tomorrow again
    → bo
    ✅ You hear of EP once more Monday, 30 November 2026, 10:00 (Asia/Tokyo)
    › clock +1d
    The clock now says …30 November…
    #3 Splitproof
    ⏳ EP comes out in 26 days: …
    …
    1 of 5 points hold; the rest is open.
    …
  `);
});

it('is found without a name where it is the only one, out already or not', async () => {
  const { hear } = await openWithRain();
  await hear('clock +40d');
  expect(await hear('ana: /release status')).toContain('EP: 3 of 9 points hold · 10 days ago');
  await hear('ana: /release new title: LP date: 2026-12-30');
  expect(await hear('ana: /release status')).toMatch(/There is more than one release: .*LP.* and EP/);
});

it('keeps nothing of what a team wants for all its releases where a part of it cannot be read', async () => {
  const { hear } = await openWithRain();
  expect(await hear('/release usual reminders: 9 lead: moon.landing days: 3')).toContain('no lead time');
  expect(await hear('/release usual lead: plan')).toContain('… is no number of days');
  expect(await hear('/release usual lead: plan days: 10 reminders: soon')).toContain(
    'no days to be reminded',
  );
  expect(await hear('/release usual')).toContain(
    'Reminders: 28, 14, 7, 3, 1 and 0 days before\nReminders of',
  );
});

it('counts what is only to be looked at and does not call it open', async () => {
  const { hear } = await openStory();
  await hear('/isrc prefix add QZABC');
  await hear('/catalog add Rain artist: Ana duration: 2:58 samples: none');
  await hear('/release new title: EP date: 2026-12-26 tracks: Rain');
  for (let track = 2; track <= 4; track += 1) await hear('/release track EP add: Rain');
  expect(await hear('/release status')).toContain('more points are open or to be looked at.');
});

it('names the command that closes the gap of a sample', async () => {
  const { hear } = await openWithRain();
  await hear('ana: /catalog edit Rain samples: Old Song');
  const status = await hear('ana: /release status');
  const [, recording] =
    /the sample Old Song is not cleared\. → \/catalog edit (r_\w+) samples: … \| … \| cleared/.exec(
      status,
    ) ?? [''];
  await hear(`ana: /catalog edit ${recording} samples: Old Song | Cy | cleared`);
  expect(await hear('ana: /release status')).not.toContain('Old Song');
});

it('takes one barcode of the pool, however often it is asked for, and goes on with the next pool', async () => {
  const { hear } = await openStory();
  await hear('/id pool add 8864412345 kind: upc');
  await hear('/id pool add 88644999 kind: upc');
  expect(await hear('ana: /release new title: R0 date: 2026-12-26 upc: next')).toContain('886441234507');
  expect(await hear('ana: /release edit R0 upc: next')).toContain('Nothing was changed');
  expect(await hear('ana: /release edit R0 upc: next artist: Ana')).toContain('UPC / EAN: 886441234507');
  for (let count = 1; count < 10; count += 1) {
    await hear(`ana: /release new title: R${count} date: 2026-12-26 upc: next`);
  }
  expect(await hear('ana: /release new title: R10 date: 2026-12-26 upc: next')).toContain('886449990009');
});

it('bears one barcode: another takes its place, and one of the pool that was taken off is still of the pool', async () => {
  const { hear, house } = await openStory();
  await hear('/id pool add 88644 kind: upc');
  await hear('ana: /release new title: EP date: 2026-12-26 upc: next');
  expect(await hear('ana: /release edit EP upc: 602557631722')).toContain('UPC / EAN: 602557631722\n');
  const { id: team } = await house.db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  const dropped = (await house.evidence.chain(house.db, team, 'team')).filter(
    ({ entry }) => entry.type === 'admin.code_dropped',
  );
  expect(dropped.map(({ entry }) => entry.data)).toMatchObject([{ scheme: 'gtin', code: '00886440000004' }]);
  await hear('ana: /release edit EP upc: 886440000004');
  expect(await hear('ana: /release edit EP upc: next')).toContain('Nothing was changed');
});

it('gives codes to the tracks that are still in the catalog, and says nothing of one that is not', async () => {
  const { hear, tell } = await openStory();
  for (const title of ['Rain', 'Sun']) await hear(`ana: /catalog add ${title} artist: Ana duration: 2:58`);
  await hear('/isrc prefix add QZABC');
  await hear('ana: /release new title: EP date: 2026-12-26 tracks: Rain; Sun');
  await hear('/catalog remove Rain');
  await hear('press Remove');
  await tell(`
    › /isrc assign release: EP
    ✅ …
    …
    › ana: /release status
    …
    Track                                    ISRC      Split    Samples  ISWC     Licenses
    1. Rain · Ana, no longer in the catalog  —         —        —        —        —
    2. Sun · Ana                             ✅ holds  ❌ open  ❌ open  ❌ open  none
    …
  `);
});

it('is edited from what it says, in a form with what stands there', async () => {
  const { tell } = await openWithRain();
  await tell(`
    › ana: /release show
    …
    [5] Edit…
    › ana: press 5
    Edit release
    …
    Title of the release (may be left empty):
    Now: EP. An empty line keeps it.
    › cancel
    …
  `);
});

describe('a day', () => {
  it('is that of the release wherever its planner is: by name, in words, and in what is said of it', async () => {
    const { hear } = await openStory();
    // Friday at two in the morning in Taipei, Thursday in New York.
    await hear('clock +6h');
    const planned = await hear('ana: /release new title: EP date: today zone: new york');
    expect(planned).toContain('Release EP is planned for Thursday, 26 November 2026');
    expect(planned).toContain('Day: Thursday, 26 November 2026 (America/New_York)');
    expect(await hear('ana: /release new title: LP date: 2027-01-15 zone: new york')).toContain(
      'Release LP is planned for Friday, 15 January 2027',
    );
  });

  it('is the one that was typed, also where what else was typed is answered the day after', async () => {
    const { hear } = await openStory();
    await hear('clock +3h');
    await hear('ana: /release new title: EP date: +10d places: Spanish-speaking');
    await hear('clock +3h');
    expect(await hear('ana: press 1')).toContain('planned for Sunday, 6 December 2026');
  });
});

it('asks in its form for what it needs, and says how many tracks its table leaves out', async () => {
  const { add, hear, tell } = await openStudio();
  await tell(`
    › ana: /release new
    New release
    cancel closes the form.
    Title of the release:
    › cancel
    …
  `);
  const tracks: string[] = [];
  for (let track = 1; track <= 33; track += 1) tracks.push(await add({ title: `Song ${track}` }));
  await hear(`ana: /release new title: Album date: 2026-12-26 tracks: ${tracks.join(';')}`);
  const status = await hear('ana: /release status');
  expect(status).toContain('30. Song 30');
  expect(status).not.toContain('31. Song 31');
  expect(status).toContain('and 3 more\n');
});

it('has no reminder to answer once it is cancelled, or has another day', async () => {
  const { hear } = await openWithRain();
  await hear('clock +38h');
  await hear('ana: /release date EP 2027-01-15');
  for (const button of ['Done', 'Tomorrow again'])
    expect(await hear(`bo: press ${button}`)).toContain(
      'This reminder is about a day that the release no longer',
    );
  await hear('ana: /release date EP 2026-12-26');
  await hear('ana: /release cancel EP');
  await hear('ana: press Cancel this release');
  for (const button of ['Done', 'Tomorrow again'])
    expect(await hear(`bo: press ${button}`)).toContain(
      'This reminder is about a day that the release no longer',
    );
});

describe('whoever did not plan it', () => {
  it('cannot cancel it with the button that was shown to somebody who may', async () => {
    const { hear } = await openWithRain();
    await hear('ana: /release cancel EP');
    expect(await hear('bo: press Cancel this release')).toContain(
      'Only ana, who looks after EP, or an admin',
    );
    expect(await hear('ana: /release status')).toContain('EP: 3 of 9 points hold');
    expect(await hear('/release edit EP artist: Bo')).toContain('Release EP is changed');
  });
});

it('cannot be changed or brought back once it is cancelled, not even by an admin', async () => {
  const { hear, house } = await openWithRain();
  await hear('ana: /release cancel EP');
  await hear('ana: press Cancel this release');
  for (const line of [
    'ana: /release edit EP artist: Bo',
    'ana: /release date EP 2027-01-15',
    'ana: /release track EP add: Rain',
    'ana: /release territories EP places: Japan',
    '/release cancel EP',
    'ana: press Cancel this release',
  ]) {
    expect(await hear(line), line).toContain('EP was cancelled, and stays so.');
  }
  const [release] = await house.db.selectFrom('release').selectAll().execute();
  expect(release).toMatchObject({ state: 'cancelled', day: '2026-12-26', revision: 1 });
});

it('is not changed by a part of its title, which may be that of another one', async () => {
  const { hear } = await openStory();
  await hear('ana: /release new title: "First EP" date: 2026-12-26');
  for (const line of [
    '/release edit First artist: Bo',
    '/release date First 2027-01-15',
    '/release cancel First',
  ]) {
    expect(await hear(line), line).toContain('No release goes by just First. Close to it: First EP.');
  }
  expect(await hear('/release status First')).toContain('First EP: ');
});

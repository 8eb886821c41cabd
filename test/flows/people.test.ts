import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('keeps a profile, checks its numbers, and shows it to its owner alone', async () => {
  const story = await openStory();
  await story.tell(`
    › ana: /splitproof me name: "Ana Lin" legal: "Lin Ana" ipi: 00058678937 society: MÜST hours: 9-18
    → ana
    ❌ The last two digits are 37; for this number they should be 19. Compare it with the source or ask the society.
    › ana: /splitproof me name: "Ana Lin" legal: "Lin Ana" society: MÜST hours: 9-18
    → ana
    ✅ Saved
    Name on sheets: Ana Lin
    Legal name: Lin Ana
    …
    Society: MÜST
    Numbers in posts: hidden
    Hours for messages: 9-18
    Accounts: console ana
    Only you see this. Numbers and the legal name stand in no post unless you allow it.
    › ana: /splitproof me legal: - hours: noon
    → ana
    ❌ noon is no span of hours. Type it as in 9-21, from nine in the morning until nine in the evening.
    › ana: /splitproof me legal: -
    → ana
    ✅ Saved
    Name on sheets: Ana Lin
    Legal name: not set
    …
  `);
  expect(story.failures).toEqual([]);
});

/** The code that a line brings. */
async function codeFrom(said: Promise<string>): Promise<string> {
  return /[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4}/.exec(await said)?.[0] ?? 'no code';
}

const RAIN = '/split new title: "Rain" composition: @ana 1/2 composer; "Cy Ltd" 1/2 lyricist';

it('gives a party that was only named its account, by a code that somebody else types and confirms', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('ana: +✅ #1');
  // Whoever will be the party had marked already; nobody knew them as the party then, so they have to mark again.
  expect(await story.hear('cy: +👍 #1')).toContain('does not count');
  const code = await codeFrom(story.hear('ana: /splitproof link person: "Cy Ltd"'));
  await story.tell(`
    › dee: /splitproof link person: "Cy Ltd"
    → dee
    ❌ Only an admin may do this…
    › ana: /splitproof link code: ${code}
    → ana
    ❌ You made this code yourself. It is to be typed from the other account: by whoever it is meant for.
    › cy: /splitproof link code: aaaa-bbbb-cccc
    → cy
    ❌ The code aaaa-bbbb-cccc is not known: it was used, or is older than 30 minutes. Ask for a new one with /splitproof link.
    › cy: /splitproof link code: ${code.toUpperCase()}
    → cy
    ⚠️ Is this account Cy Ltd’s?
    If you confirm, marks from this account count as Cy Ltd’s on every sheet of this team.
    [1] Confirm
  `);
  await story.hear('clock +1s');
  const confirmed = await story.hear('cy: press Confirm');
  expect(confirmed).toContain('This account is Cy Ltd’s now');
  expect(confirmed).toContain('React again on the sheets that wait for you.');
  await story.hear('cy: -👍 #1');
  await story.hear('clock +1s');
  await story.hear('cy: +👍 #1');
  expect(await story.hear('/split status sheet: Rain')).toContain('Agreed by everyone');
  expect(await story.hear(`dee: /splitproof link code: ${code}`)).toContain('is not known');
  expect(story.failures).toEqual([]);
});

it('forgets a code after half an hour', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  const code = await codeFrom(story.hear('ana: /splitproof link person: "Cy Ltd"'));
  await story.hear('clock +30m');
  expect(await story.hear(`cy: /splitproof link code: ${code}`)).toContain('is not known');
});

it('links a second account of one person, unless a sheet waits for whoever it was before', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  const code = await codeFrom(story.hear('ana: /splitproof link'));
  await story.hear('bo: /split new title: "Sun" composition: @bo 100% composer');
  expect(await story.hear(`bo: /splitproof link code: ${code}`)).toContain('Is this account ana’s?');
  expect(await story.hear('bo: 1')).toContain('a sheet waits for bo');
  await story.hear('bo: /split cancel sheet: Sun');
  await story.hear(`bo: /splitproof link code: ${code}`);
  expect(await story.hear('bo: 1')).toContain('This account is ana’s now');
  expect(await story.hear('bo: +✅ #1')).toContain('1 of 2 agreed');
  expect(await story.hear('ana: +✅ #1')).not.toContain('Receipt');
  // One of the two still stands, so nothing was taken back.
  expect(await story.hear('bo: -✅ #1')).not.toContain('Receipt');
  expect(await story.hear('ana: -✅ #1')).toContain('Receipt: you took');
  expect(await story.hear('bo: /splitproof unlink')).toContain('nobody’s any more');
  expect(await story.hear('bo: +✅ #1')).toContain('does not count');
  expect(story.failures).toEqual([]);
});

it('lets a delegate mark until the day that was said, on the sheets that were said', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.tell(`
    › ana: /splitproof delegate to: @ana until: 2026-12-01
    → ana
    ❌ You mark for yourself without leave. Name somebody else.
    › ana: /splitproof delegate to: @dee until: 2026-11-01
    → ana
    ❌ The end has to be a day within the next year, as in 2026-12-31.
  `);
  expect(await story.hear('dee: +✅ #1')).toContain('does not count');
  await story.hear('dee: -✅ #1');
  const given = await story.hear('ana: /splitproof delegate to: @dee until: 2026-11-28 sheet: Rain');
  expect(given).toContain('dee may mark for you until 28 Nov 2026');
  expect(given).toContain('Only on Rain.');
  const marked = await story.hear('dee: +✅ #1');
  expect(marked).toContain('1 of 2 agreed');
  // Whoever marked has the receipt, and so has whoever gave the leave.
  expect(marked).toMatch(/→ ana\n✅ Receipt/);
  expect(marked).toMatch(/→ dee\n✅ Receipt/);
  await story.hear('dee: -✅ #1');
  await story.hear('ana: /splitproof undelegate to: @dee');
  expect(await story.hear('dee: +✅ #1')).not.toContain('1 of 2 agreed');
  await story.hear('dee: -✅ #1');
  await story.hear('ana: /splitproof delegate to: @dee until: 2026-11-28');
  await story.hear('clock +3d');
  expect(await story.hear('dee: +✅ #1')).not.toContain('1 of 2 agreed');
  expect(story.failures).toEqual([]);
});

it('takes out what is kept about somebody, and erases it while every proof holds', async () => {
  const story = await openStory();
  await story.hear('ana: /split new title: "Rain" composition: @ana 1/2 composer; @bo 1/2 lyricist');
  await story.hear('ana: +✅ #1');
  await story.hear('bo: +✅ #1');
  const kept = await story.hear('bo: /splitproof privacy');
  expect(kept).toContain('2 entries of the ledger have a sealed part about you, on 1 sheet.');
  expect(kept).toContain('about-you.json');
  expect(await story.hear('ana: /splitproof privacy erase: @bo')).toContain('Only an admin');
  expect(await story.hear('/splitproof privacy erase: @bo')).toContain('2 sealed parts go');
  const erased = await story.hear('press Erase');
  expect(erased).toContain('Erased: 2 sealed parts about bo');
  expect(await story.hear('/evidence verify')).toContain('✅');
  expect(await story.hear('bo: /splitproof privacy')).toContain('0 entries');
  expect(await story.hear('/split status sheet: Rain')).toContain('Agreed by everyone');
  expect(story.failures).toEqual([]);
});

it('goes by what the platform calls an account, not by the name typed into a mention', async () => {
  const story = await openStory();
  const posted = await story.hear('ana: /split new title: "Rain" composition: <@eve|Bo> 100% composer');
  expect(posted).toContain('eve 1');
  expect(posted).not.toContain('Bo');
});

it('takes a signed file for a party without an account, and shows that it is no mark of their own', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('ana: +✅ #1');
  writeFileSync(join(story.folder, 'signed.pdf'), '%PDF-1.7 signed by Cy');
  const path = join(story.folder, 'signed.pdf');
  expect(await story.hear(`dee: /split attest sheet: Rain party: "Cy Ltd" +file ${path}`)).toContain(
    'Only ana',
  );
  expect(await story.hear(`ana: /split attest sheet: Rain party: Zoe +file ${path}`)).toContain(
    'Nobody called Zoe stands on Rain. The sheet names',
  );
  const attested = await story.hear(`ana: /split attest sheet: Rain party: "Cy Ltd" +file ${path}`);
  expect(attested).toContain('The signed file counts as the approval of Cy Ltd on version 1 of Rain');
  expect(attested).toContain('agreed by both');
  expect(await story.hear('/split show sheet: Rain')).toMatch(/Cy Ltd agreed.*signed file/);
  expect(await story.hear('/evidence verify')).toContain('✅');
  expect(story.failures).toEqual([]);
});

it('puts legal name and numbers on a sheet only for those who allow it', async () => {
  const story = await openStory();
  await story.hear('ana: /splitproof me legal: "Lin Ana" ipi: 00058678919 society: MÜST');
  await story.hear(`ana: ${RAIN}`);
  expect(await story.hear('ana: /split show sheet: Rain')).not.toMatch(/Lin Ana|00058678919|MÜST/);
  expect(await story.hear('ana: /splitproof me numbers: shown')).toContain('Numbers in posts: shown');
  const posted = await story.hear('ana: /split revise sheet: Rain title: Rains');
  expect(await story.hear('ana: /split show sheet: Rains')).toContain(
    'ana: Lin Ana · IPI 00058678919 · MÜST',
  );
  expect(posted).toContain('ana: Lin Ana · IPI 00058678919 · MÜST');
  expect(story.failures).toEqual([]);
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openStory } from './story.ts';

const RAIN = '/split new title: "Rain" composition: @ana 1/2 composer; @bo 1/2 lyricist';

it('counts no mark on another message of ours whose title looks like a sheet', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('ana: +✅ #1');
  const status = await story.hear('ana: /split status sheet: Rain');
  const [, hash = '', id = ''] = /Text hash (\S+) · sheet (\S+)/.exec(status) ?? [];
  expect(id).toMatch(/^s_/);
  await story.hear(
    `mallory: /split new title: "Beta Text hash ${hash} sheet ${id}" composition: @bo 100% composer`,
  );
  // The message that says that Beta is agreed names no sheet but the one in its title.
  expect(await story.hear('bo: +✅ #2')).toContain('agreed by');
  await story.hear('bo: +✅ #3');
  await story.hear('clock +10s');
  expect(await story.hear('/split status sheet: Rain')).toContain('1 of 2 agreed');
  expect(story.failures).toEqual([]);
});

it('takes no signed file for somebody who can mark for themselves', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('ana: +✅ #1');
  const path = join(story.folder, 'forged.pdf');
  writeFileSync(path, '%PDF-1.7 not signed by Bo');
  const said = await story.hear(`ana: /split attest sheet: Rain party: bo +file ${path}`);
  expect(said).toContain('bo has an account, and marks for themselves.');
  expect(await story.hear('/split status sheet: Rain')).toContain('1 of 2 agreed');
});

it('counts no mark that was made before the leave to make it', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('mia: +✅ #1');
  await story.hear('clock +2h');
  await story.hear('bo: /splitproof delegate to: @mia until: 2026-12-31');
  await story.hear('clock +2h');
  await story.hear('ana: +👍 #1');
  await story.hear('clock +10s');
  expect(await story.hear('/split status sheet: Rain')).toContain('1 of 2 agreed');
  await story.hear('mia: -✅ #1');
  await story.hear('mia: +✅ #1');
  expect(await story.hear('/split status sheet: Rain')).toContain('Agreed by everyone');
  expect(story.failures).toEqual([]);
});

it('means by a name on a sheet whoever stands there, not who took the name since', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  await story.hear('bo: /splitproof me name: Bobby');
  await story.hear('mallory: /splitproof me name: bo');
  const posted = await story.hear(
    'ana: /split revise sheet: Rain composition: "ana" 1/3 composer; "bo" 2/3 lyricist',
  );
  expect(posted).toContain('Bobby 2/3');
  expect(posted).not.toContain('mallory');
  expect(await story.hear('mallory: +✅ #2')).toContain('does not count');
});

it('takes a part of a title only where nothing counts', async () => {
  const story = await openStory();
  await story.hear('ana: /split new title: "Raincoat" composition: @ana 1/2 composer; @bo 1/2 lyricist');
  expect(await story.hear('bo: /split status sheet: Rain')).toContain('Raincoat');
  for (const line of ['approve', 'cancel', 'revise'].map((word) => `bo: /split ${word} sheet: Rain`))
    expect(await story.hear(line)).toContain('no split sheet that goes by Rain');
  expect(await story.hear('bo: /split approve sheet: raincoat')).toContain('You agreed');
});

it('shows on the message everything that is agreed to', async () => {
  const story = await openStory();
  const posted = await story.hear(`mallory: ${RAIN} licensing: "Mallory alone" registers: "Mallory"`);
  expect(posted).toContain('May license alone: Mallory alone');
  expect(posted).toContain('Registers the work: Mallory');
});

it('refuses a form that was opened before somebody else’s version', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  const said = await story.hear(
    'ana: /split revise sheet: Rain version: 1 composition: @ana 1/3 composer; @bo 2/3 lyricist',
  );
  expect(said).toContain('version 2');
  expect(await story.hear('bo: /split revise sheet: Rain version: 1 title: "Rain again"')).toContain(
    'Rain has version 2 by now, which you had not seen.',
  );
});

it('confirms only the mark that stands, not one that was taken back before', async () => {
  const story = await openStory();
  await story.hear(`ana: ${RAIN}`);
  for (const line of ['ana: +✅ #1', 'ana: -✅ #1', 'ana: +✅ #1', 'clock +10s']) await story.hear(line);
  const shown = await story.hear('/split show sheet: Rain');
  expect(shown.match(/seen and read back/g)).toHaveLength(1);
  expect(shown.match(/ana agreed/g)).toHaveLength(2);
});

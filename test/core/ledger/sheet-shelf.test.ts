import { expect, it } from 'vitest';
import { applyToSheet } from '../../../src/core/ledger/sheet-fold.ts';
import { makeShelf } from '../../../src/core/ledger/sheet-shelf.ts';
import { gradesOf, type Outside, type SheetEntry, standingOf } from '../../../src/core/ledger/sheet-state.ts';
import { tellStory } from './story.ts';

const OUTSIDE: Outside = {
  link: () => 'absent',
  delegation: () => 'absent',
  file: () => 'absent',
  isWhole: () => true,
  text: () => null,
};

/** Everything a shelf knows, after the sheets of many ledgers went over it entry by entry. */
function told(openSheets: number): unknown {
  const shelf = makeShelf(openSheets);
  const stories = [1, 2, 3, 4].map((seed) => tellStory(seed).ledger.rows);
  const length = Math.max(...stories.map((rows) => rows.length));
  for (let row = 0; row < length; row += 1) {
    stories.forEach((rows, story) => {
      const entry = rows[row]?.entry;
      if (entry?.subject.startsWith('sheet/')) {
        const sheet = shelf.open(`${story}-${entry.subject}`);
        applyToSheet(sheet, entry as SheetEntry, null, OUTSIDE);
      }
    });
  }
  return [...shelf.all()].map((sheet) => {
    const versions = [...sheet.versions.values()].map((version) => [
      version,
      standingOf(sheet, version),
      gradesOf(version),
    ]);
    return { ...sheet, versions };
  });
}

it('keeps the same of every sheet, whether it was folded up in between or not', () => {
  const never = told(1000);
  expect(told(1)).toEqual(never);
  expect(told(3)).toEqual(never);
  expect(never).toHaveLength(8);
  expect(never).toMatchObject([
    { sheet: '0-sheet/s_night', newest: 2, completed: 2 },
    {},
    {},
    {},
    {},
    {},
    {},
    {},
  ]);
});

it('finds a sheet that was seen, open or folded, and no other', () => {
  const shelf = makeShelf(1);
  shelf.open('a').newest = 7;
  shelf.open('b').newest = 8;
  expect([shelf.find('a')?.newest, shelf.find('b')?.newest, shelf.find('c')]).toEqual([7, 8, undefined]);
  expect(shelf.open('a').newest).toBe(7);
  expect([...shelf.all()].map(({ sheet }) => sheet)).toEqual(['a', 'b']);
});

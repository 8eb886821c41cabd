import { randomUUID } from 'node:crypto';
import { expect, it } from 'vitest';
import type { Context, House } from '../../src/bot/command.ts';
import { UserError } from '../../src/core/problem.ts';
import { findMeant, sheetWord, suggestSheets } from '../../src/splits/find.ts';
import { insertSheet, setStanding } from '../../src/store/sheets.ts';
import { findOrCreateSpace } from '../../src/store/spaces.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const id = (letter: string) => `s_${letter.repeat(20)}`;

eachDatabase(({ openFresh }) => {
  async function openWith(...titles: readonly string[]) {
    const { db } = await openFresh();
    const space = { platform: 'console', platformSpaceId: 'room', now: OPENED_AT, newId: randomUUID };
    const { teamId: team } = await findOrCreateSpace(db, space);
    for (const [index, title] of titles.entries()) {
      const now = new Date(OPENED_AT.getTime() + index * 1000);
      await insertSheet(db, team, { id: id('abcdefgh'.charAt(index)), title }, now);
    }
    const house = { db } as House;
    const find = async (typed?: string): Promise<string> => {
      try {
        return (await findMeant(house, team, typed)).title;
      } catch (error) {
        if (error instanceof UserError) return error.problem.code;
        throw error;
      }
    };
    const suggest = (typed: string) => suggestSheets(typed, { house, asker: { team } } as Context);
    return { find, suggest, word: (sheet: string) => sheetWord(house, team, sheet), team, db };
  }

  it('finds what somebody means, or says why not', async () => {
    const { find } = await openWith('Night', 'Night Bus', '夜車 100%_', 'Ünder');
    expect(
      await Promise.all([find('night'), find('bus'), find(id('b').toUpperCase()), find(' 夜車 ')]),
    ).toEqual(['Night', 'Night Bus', 'Night Bus', '夜車 100%_']);
    expect(await Promise.all([find('ight'), find('rain'), find('')])).toEqual([
      'split.several',
      'split.unknown',
      'split.which',
    ]);
    // What means something in a search of the database means itself here.
    expect(await Promise.all([find('0%_'), find('i_ht'), find('%'), find('\\'), find('Ünd')])).toEqual([
      '夜車 100%_',
      'split.unknown',
      '夜車 100%_',
      'split.unknown',
      'Ünder',
    ]);
  });

  it('means the only open sheet, or the only one, where none is named', async () => {
    const { find, team, db } = await openWith('Night', 'Rain');
    await setStanding(db, team, id('a'), 'completed');
    expect(await find()).toBe('Rain');
    await setStanding(db, team, id('b'), 'lapsed');
    expect(await find()).toBe('split.which');
    expect(await (await openWith('Rain')).find(' ')).toBe('Rain');
    expect(await (await openWith()).find()).toBe('split.none-yet');
  });

  it('writes a sheet into a command by its title only where that is read back as this sheet', async () => {
    const { word } = await openWith('Night', 'Night Bus', 'Say “no”', 'a\u200bb', 'x'.repeat(41), '夜車');
    expect(await Promise.all('abcdef'.split('').map((letter) => word(id(letter))))).toEqual([
      id('a'),
      '"Night Bus"',
      id('c'),
      id('d'),
      id('e'),
      '"夜車"',
    ]);
  });

  it('completes by title, newest first, within the room that a menu gives', async () => {
    const { suggest } = await openWith('Night', 'Night Bus', 'N'.repeat(200));
    expect(await suggest('night')).toEqual([
      { value: id('b'), label: 'Night Bus · 0' },
      { value: id('a'), label: 'Night · 0' },
    ]);
    expect((await suggest('nn'))[0]?.label).toHaveLength(100);
    expect(await suggest('rain')).toEqual([]);
  });
});

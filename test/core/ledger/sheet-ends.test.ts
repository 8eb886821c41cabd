import { describe, expect, it } from 'vitest';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { agree, begin, completed, eachWrong, PAIR, states, told } from './sheet-begin.ts';
import { SheetStory, THREE } from './story.ts';

compareAtTheEnd();

describe('a completion is wrong when', () => {
  eachWrong([
    ['one has not answered', 'completed.party', (s) => s.complete(1, [s.mark('p_ana', 1)])],
    [
      'one took it back',
      'completed.party',
      (s) => {
        const marks = agree(s);
        s.mark('p_bo', 1, { act: 'removed' });
        return s.complete(1, marks);
      },
    ],
    [
      'one said both',
      'completed.party',
      (s) => {
        const marks = agree(s);
        s.mark('p_bo', 1, { mark: 'dispute' });
        return s.complete(1, marks);
      },
    ],
    [
      'one only disputes',
      'completed.party',
      (s) => s.complete(1, [s.mark('p_ana', 1), s.mark('p_bo', 1, { mark: 'dispute' })]),
    ],
    [
      'it names an older approval',
      'completed.marks',
      (s) => {
        const [ana, bo] = agree(s);
        s.mark('p_bo', 1);
        return s.complete(1, [ana!, bo!]);
      },
    ],
    ['it names too few', 'completed.marks', (s) => s.complete(1, agree(s).slice(1))],
    ['it names too many', 'completed.marks', (s) => s.complete(1, [...agree(s), 1])],
    [
      'a newer version exists',
      'sheet.not-newest',
      (s) => {
        const marks = agree(s);
        s.version(2, PAIR);
        return s.complete(1, marks);
      },
    ],
    ['it was completed before', 'sheet.ended', (s) => s.complete(1, [5, 6]), completed],
    [
      'it was cancelled',
      'sheet.ended',
      (s) => {
        const marks = agree(s);
        s.say('sheet.cancelled', 1);
        return s.complete(1, marks);
      },
    ],
    [
      'it lapsed',
      'sheet.ended',
      (s) => {
        const marks = agree(s);
        s.say('sheet.lapsed', 1);
        return s.complete(1, marks);
      },
    ],
  ]);
});

describe('an end is wrong when', () => {
  eachWrong([
    [
      'of a replaced version',
      'sheet.not-newest',
      (s) => {
        s.version(2, PAIR);
        return s.say('sheet.lapsed', 1);
      },
    ],
    ['of a completed one', 'sheet.ended', (s) => s.say('sheet.cancelled', 1), completed],
    [
      'of a cancelled one',
      'sheet.ended',
      (s) => {
        s.say('sheet.cancelled', 1);
        return s.say('sheet.lapsed', 1);
      },
    ],
    [
      'of a lapsed one',
      'sheet.ended',
      (s) => {
        s.say('sheet.lapsed', 1);
        return s.say('sheet.lapsed', 1);
      },
    ],
  ]);
});

describe('where a version stands', () => {
  it('is open, disputed, open again, replaced, lapsed, cancelled, agreed, amended', () => {
    const story = begin();
    expect(states(story)).toEqual(['1 open']);
    story.mark('p_ana', 1, { mark: 'dispute' });
    story.say('sheet.disputed', 1);
    expect(states(story)).toEqual(['1 disputed']);
    story.mark('p_ana', 1, { mark: 'dispute', act: 'removed' });
    story.say('sheet.resolved', 1);
    expect(states(story)).toEqual(['1 open']);
    story.say('sheet.lapsed', 1);
    expect(states(story)).toEqual(['1 lapsed']);
    story.version(2, PAIR);
    story.post(2);
    story.say('sheet.cancelled', 2);
    expect(states(story)).toEqual(['1 lapsed', '2 cancelled']);
    story.version(3, PAIR);
    story.post(3);
    story.version(4, PAIR);
    story.post(4);
    story.complete(4, agree(story, 4));
    expect(states(story)).toEqual(['1 lapsed', '2 cancelled', '3 replaced', '4 completed']);
    story.version(5, { composition: [['p_ana', '1/1']] }, { amends: 4, parties: ['p_ana', 'p_bo'] });
    story.post(5);
    expect(states(story).slice(3)).toEqual(['4 completed', '5 open']);
    story.complete(5, agree(story, 5));
    story.version(6, { composition: [['p_ana', '1/1']] }, { amends: 5, parties: ['p_ana', 'p_bo'] });
    expect(states(story).slice(3)).toEqual(['4 completed', '5 completed', '6 open']);
  });

  it('is no different when what is there is added, or what is not is removed', () => {
    const story = begin();
    story.mark('p_ana', 1, { act: 'removed' });
    story.mark('p_ana', 1, { mark: 'dispute', act: 'removed' });
    const [, ana, bo] = [story.mark('p_ana', 1), story.mark('p_ana', 1), story.mark('p_bo', 1)];
    story.complete(1, [ana, bo]);
    expect(states(story)).toEqual(['1 completed']);
  });

  it('is not changed by what comes after completion, and who took it back is named', () => {
    const story = completed();
    story.mark('p_bo', 1, { act: 'removed' });
    story.mark('p_ana', 1, { mark: 'dispute' });
    const report = verifyTwice({ folder: story.ledger.whole() });
    expectSaid(report, {});
    expect([...report.sheets()]).toMatchObject([
      { state: 'completed', grades: { p_ana: 'live', p_bo: 'live' } },
    ]);
    expect(report.notes.map(({ code, details }) => ({ code, ...details }))).toEqual([
      { code: 'note.agrees-no-more', person: 'p_ana', version: 1, sheet: 's_1' },
      { code: 'note.agrees-no-more', person: 'p_bo', version: 1, sheet: 's_1' },
    ]);
  });

  it('counts a mark on an old version for that version alone', () => {
    const story = begin();
    story.version(2, PAIR);
    story.post(2);
    story.mark('p_ana', 1);
    expect(told(story).map(({ grades }) => grades)).toEqual([
      { p_ana: 'live', p_bo: null },
      { p_ana: null, p_bo: null },
    ]);
  });

  it('is told of three layers and many sheets, by name', () => {
    const story = begin({ ...THREE, performer: [['p_dee', '1/1']] });
    for (const sheet of ['s_2', 's_0']) new SheetStory(story.ledger, sheet).version(1, PAIR);
    expect(told(story).map(({ sheet }) => sheet)).toEqual(['s_0', 's_1', 's_2']);
  });
});

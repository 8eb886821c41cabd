import { describe, expect, it } from 'vitest';
import { sha256Hex } from '../../../src/core/ledger/hash.ts';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { agree, begin, completed, eachWrong, PAIR, states } from './sheet-begin.ts';
import { SheetStory } from './story.ts';

compareAtTheEnd();

describe('a version is wrong when', () => {
  eachWrong([
    ['it is not numbered on', 'sheet.version-order', (s) => s.version(3, PAIR, { replaces: 1 })],
    ['its number was used', 'sheet.version-order', (s) => s.version(1, PAIR, { replaces: 1 })],
    [
      'the first is not 1',
      'sheet.version-order',
      (s) => new SheetStory(s.ledger, 's_2').version(2, PAIR, { replaces: null }),
    ],
    ['it replaces none', 'sheet.replaces', (s) => s.version(2, PAIR, { replaces: null })],
    [
      'it replaces another than the one before',
      'sheet.replaces',
      (s) => {
        s.version(2, PAIR);
        return s.version(3, PAIR, { replaces: 1 });
      },
    ],
    [
      'the first replaces one',
      'sheet.replaces',
      (s) => new SheetStory(s.ledger, 's_2').version(1, PAIR, { replaces: 1 }),
    ],
    ['it amends though nothing is agreed', 'sheet.amends', (s) => s.version(2, PAIR, { amends: 1 })],
    ['it does not amend what is agreed', 'sheet.amends', (s) => s.version(2, PAIR), completed],
    ['it has no layer', 'sheet.no-layer', (s) => s.version(2, {}, { parties: ['p_ana'] })],
    ['a layer has nobody', 'sheet.layer-total', (s) => s.version(2, { ...PAIR, master: [] })],
    [
      'persons are not sorted',
      'sheet.layer-order',
      (s) =>
        s.version(2, {
          composition: [
            ['p_bo', '1/2'],
            ['p_ana', '1/2'],
          ],
        }),
    ],
    [
      'a person stands twice',
      'sheet.layer-order',
      (s) =>
        s.version(2, {
          composition: [
            ['p_ana', '1/2'],
            ['p_ana', '1/2'],
          ],
        }),
    ],
    [
      'shares are short of 1',
      'sheet.layer-total',
      (s) => s.version(2, { ...PAIR, master: [['p_ana', '99/100']] }),
    ],
    [
      'shares are more than 1',
      'sheet.layer-total',
      (s) =>
        s.version(2, {
          composition: [
            ['p_ana', '1/2'],
            ['p_bo', '2/3'],
          ],
        }),
    ],
    [
      'somebody with a share need not agree',
      'sheet.party-missing',
      (s) => s.version(2, PAIR, { parties: ['p_ana'] }),
    ],
    [
      'an amendment leaves out a party of before',
      'sheet.party-missing',
      (s) => s.version(2, { composition: [['p_ana', '1/1']] }, { amends: 1 }),
      completed,
    ],
    ['the text is another one', 'text.hash', (s) => s.version(2, PAIR, { text: 'ab'.repeat(32) })],
  ]);

  const NAMES = { p_ana: 'Ana', p_bo: 'Bo 李' };
  const good = (story: SheetStory): string =>
    story.texts.get(1)!.replace(' s_1 1 ', ' s_1 2 ').replace('version 1', 'version 2');
  type Part = { readonly text?: string | number; readonly names?: Readonly<Record<string, string>> };

  it.each<[string, (story: SheetStory) => Part, string]>([
    ['there is none', () => ({ names: NAMES }), 'text.missing'],
    ['it is no text', () => ({ text: 7, names: NAMES }), 'text.missing'],
    ['names are missing', (s) => ({ text: good(s) }), 'text.names'],
    ['names are of others', (s) => ({ text: good(s), names: { p_ana: 'Ana', p_eve: 'Eve' } }), 'text.names'],
    ['names differ', (s) => ({ text: good(s), names: { ...NAMES, p_ana: 'Eve' } }), 'text.line'],
    ['the last lines are missing', () => ({ text: 'Night Bus\n', names: NAMES }), 'text.end'],
    [
      'shares differ',
      (s) => ({ text: good(s).replace('p_ana 1/2', 'p_ana 1/1'), names: NAMES }),
      'text.line',
    ],
  ])('of its text %s', (_, partOf, code) => {
    const story = begin();
    const part = partOf(story);
    const { data } = story.ledger.entry<'sheet.version'>(story.ledger.newest(story.subject)! - 1);
    const next = { ...data, version: 2, replaces: 1, text: sha256Hex(String(part.text ?? '')) };
    const seq = story.ledger.append('sheet.version', story.subject, next, part);
    expectSaid(verifyTwice({ folder: story.ledger.whole() }), { failures: [`7 entry ${seq} ${code}`] });
  });
});

describe('what names something of the sheet is wrong when it is not there', () => {
  eachWrong([
    ['a post of no version', 'sheet.version-unknown', (s) => s.post(2)],
    [
      'a mark of no version',
      'sheet.version-unknown',
      (s) => s.mark('p_ana', 2, { at_message: s.places.get(1)! }),
    ],
    ['a mark with another text', 'sheet.text-differs', (s) => s.mark('p_ana', 1, { text: 'ab'.repeat(32) })],
    [
      'a mark at no message of ours',
      'sheet.message-unknown',
      (s) => s.mark('p_ana', 1, { at_message: s.place('discord') }),
    ],
    [
      'a message that is gone and never was',
      'sheet.message-unknown',
      (s) =>
        s.ledger.append('message.gone', s.subject, {
          sheet: 's_1',
          at_message: s.place('discord'),
          reason: 'deleted',
        }),
    ],
    [
      'a message that changed and never was',
      'sheet.message-unknown',
      (s) =>
        s.ledger.append('message.changed', s.subject, {
          sheet: 's_1',
          at_message: { ...s.places.get(1)!, channel: 'C_other' },
          reason: 'edited',
        }),
    ],
    ['a read-back of no mark', 'confirmed.unknown', (s) => s.confirm(1)],
    [
      'a read-back of a mark on another sheet',
      'confirmed.unknown',
      (s) => {
        const seq = s.mark('p_ana', 1);
        const other = new SheetStory(s.ledger, 's_2');
        other.version(1, PAIR);
        return other.confirm(seq);
      },
    ],
    ['completion of no version', 'sheet.version-unknown', (s) => s.complete(2, [1])],
    [
      'completion with another text',
      'sheet.text-differs',
      (s) => {
        const marks = agree(s);
        s.texts.set(1, 'x');
        return s.complete(1, marks);
      },
    ],
    ['a lapse of no version', 'sheet.version-unknown', (s) => s.say('sheet.lapsed', 2)],
    ['a dispute about no version', 'sheet.version-unknown', (s) => s.say('sheet.disputed', 2)],
    ['a dispute settled about no version', 'sheet.version-unknown', (s) => s.say('sheet.resolved', 2)],
  ]);
});

describe('a post is wrong when its platform dates it otherwise', () => {
  const hour = 3_600_000;
  const at = (story: SheetStory, platform: string, shift: number) => {
    const place = story.place(platform);
    const time = Math.floor(story.ledger.now / 1000) * 1000 + shift;
    const message =
      platform === 'slack' ? `${time / 1000}.000100` : String((BigInt(time) - 1_420_070_400_000n) << 22n);
    return { ...place, message };
  };
  eachWrong([
    ['more than an hour after', 'sheet.message-time', (s) => s.post(1, at(s, 'slack', hour + 1000))],
    ['more than an hour before', 'sheet.message-time', (s) => s.post(1, at(s, 'slack', -hour - 1000))],
    [
      'more than an hour after, on Discord',
      'sheet.message-time',
      (s) => s.post(1, at(s, 'discord', hour + 1000)),
    ],
    [
      'more than an hour before, on Discord',
      'sheet.message-time',
      (s) => s.post(1, at(s, 'discord', -hour - 1000)),
    ],
    [
      'with an id that Slack does not give',
      'sheet.message-id',
      (s) => s.post(1, { ...s.place(), message: 'abc' }),
    ],
    [
      'with an id that Discord does not give',
      'sheet.message-id',
      (s) => s.post(1, { ...s.place('discord'), message: '1.5' }),
    ],
  ]);

  it('and right within the hour, or where ids hold no time', () => {
    const story = begin();
    for (const platform of ['slack', 'discord']) {
      for (const shift of [-hour + 2000, hour]) story.post(1, at(story, platform, shift));
    }
    story.post(1, { ...story.place(), platform: 'console', message: '#3' });
    expect(states(story)).toEqual(['1 open']);
  });

  it('counting from the version, however long ago that was', () => {
    const story = begin();
    const late = { ...story.place(), message: `${Math.floor(story.ledger.now / 1000)}.000009` };
    story.ledger.tick(50 * hour);
    story.post(1, late);
    expect(states(story)).toEqual(['1 open']);
  });
});

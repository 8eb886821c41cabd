import { describe, expect, it } from 'vitest';
import { compareAtTheEnd, expectSaid, verifyTwice } from './both.ts';
import { agree, begin, eachWrong, PAIR, told } from './sheet-begin.ts';
import type { SheetStory } from './story.ts';

compareAtTheEnd();

describe('a mark is wrong when', () => {
  const delegated = (rest: object = {}) => {
    const story = begin();
    story.link('p_dee', 'discord');
    story.post(1, story.place('discord'));
    story.delegate('p_bo', 'p_dee', rest);
    return story;
  };
  const asDee = (s: SheetStory, rest: object = {}, personal: object = {}) =>
    s.mark(
      'p_bo',
      1,
      { link: s.links.get('p_dee')!, delegation: s.ledger.newest('person/p_bo'), ...rest },
      { account: 'U_p_dee', ...personal },
    );
  eachWrong([
    [
      'the person is no party',
      'mark.party',
      (s) => {
        s.link('p_eve');
        return s.mark('p_eve', 1);
      },
    ],
    ['a reaction is at no message', 'mark.message', (s) => s.mark('p_ana', 1, { at_message: null })],
    [
      'a button is at no message',
      'mark.message',
      (s) => s.mark('p_ana', 1, { at_message: null, method: 'button' }),
    ],
    [
      'a reaction is at the message of another version',
      'mark.message',
      (s) => {
        s.version(2, PAIR);
        return s.mark('p_ana', 2, { at_message: s.places.get(1)! });
      },
    ],
    [
      'the interval is turned around',
      'mark.between',
      (s) => s.mark('p_ana', 1, { seen: 'reconciled', between: [s.ledger.at(), '2026-11-26T13:00:00.000Z'] }),
    ],
    [
      'the interval ends after the entry',
      'mark.between',
      (s) =>
        s.mark('p_ana', 1, {
          seen: 'reconciled',
          between: ['2026-11-26T13:00:00.000Z', '2026-11-26T13:00:01.000Z'],
        }),
    ],
    [
      'an attested one has an account',
      'mark.attested',
      (s) => {
        const file = s.ledger.store(Buffer.from('a'));
        return s.mark('p_ana', 1, { method: 'attestation', seen: 'attested', file });
      },
    ],
    [
      'an attested one has no file',
      'mark.attested',
      (s) => s.mark('p_ana', 1, { method: 'attestation', seen: 'attested', link: null }),
    ],
    [
      'a reaction has a file',
      'mark.attested',
      (s) => {
        const file = s.ledger.store(Buffer.from('a'));
        return s.mark('p_ana', 1, { file });
      },
    ],
    ['a reaction is called attested', 'mark.attested', (s) => s.mark('p_ana', 1, { seen: 'attested' })],
    [
      'an attested one is called live',
      'mark.attested',
      (s) => {
        const file = s.ledger.store(Buffer.from('a'));
        return s.mark('p_ana', 1, { method: 'attestation', link: null, file });
      },
    ],
    ['a reaction has no account', 'mark.attested', (s) => s.mark('p_ana', 1, { link: null })],
    [
      'an attested one is by a delegate',
      'mark.attested',
      (s) => {
        const file = s.ledger.store(Buffer.from('a'));
        const delegation = s.delegate('p_ana', 'p_dee');
        return s.mark('p_ana', 1, { method: 'attestation', seen: 'attested', link: null, file, delegation });
      },
    ],
    ['the file is something else', 'mark.file', (s) => s.attest('p_ana', 1, 1)],
    ['the file is this very entry', 'mark.later', (s) => s.attest('p_ana', 1, s.ledger.size)],
    ['the account is of an entry yet to come', 'mark.later', (s) => s.mark('p_ana', 1, { link: 500 })],
    [
      'the delegation is of an entry yet to come',
      'mark.later',
      (s) => s.mark('p_ana', 1, { delegation: s.ledger.size }),
    ],
    ['the account is something else', 'mark.link', (s) => s.mark('p_ana', 1, { link: 0 })],
    [
      'the account is a delegation',
      'mark.link',
      (s) => {
        const link = s.delegate('p_ana', 'p_bo');
        return s.mark('p_ana', 1, { link });
      },
    ],
    [
      'the account is of somebody else',
      'mark.link-person',
      (s) => s.mark('p_ana', 1, { link: s.links.get('p_bo')! }, { account: 'U_p_bo' }),
    ],
    [
      'the account is on another platform',
      'mark.link-platform',
      (s) => {
        const link = s.link('p_ana', 'discord');
        return s.mark('p_ana', 1, { link });
      },
    ],
    ['it was made with another account', 'mark.account', (s) => s.mark('p_ana', 1, {}, { account: 'U_eve' })],
    [
      'the account was unlinked',
      'mark.ended',
      (s) => {
        s.unlink('p_ana');
        return s.mark('p_ana', 1);
      },
    ],
    ['the delegation is something else', 'mark.delegation', (s) => s.mark('p_ana', 1, { delegation: 1 })],
    [
      'the delegation is by somebody else',
      'mark.delegation-person',
      (s) => {
        const delegation = s.delegate('p_bo', 'p_ana');
        return s.mark('p_ana', 1, { delegation });
      },
    ],
    [
      'the delegate is another one',
      'mark.link-person',
      (s) => {
        s.link('p_eve', 'discord');
        return asDee(
          s,
          { link: s.links.get('p_eve')!, at_message: null, method: 'command' },
          { account: 'U_p_eve' },
        );
      },
      () => {
        const s = delegated();
        return s;
      },
    ],
    [
      'the delegate marks without saying so',
      'mark.link-person',
      (s) => asDee(s, { delegation: null, at_message: null, method: 'command' }),
      () => delegated(),
    ],
    [
      'the delegation is for another sheet',
      'mark.scope',
      (s) => asDee(s, { at_message: null, method: 'command' }),
      () => delegated({ scope: ['s_10', 's_2'] }),
    ],
    [
      'the delegation is over',
      'mark.delegation-over',
      (s) => asDee(s, { at_message: null, method: 'command' }),
      () => delegated({ end: '2026-11-26T13:00:00.000Z' }),
    ],
    [
      'the delegation was taken back',
      'mark.ended',
      (s) => {
        const delegation = s.ledger.newest('person/p_bo')!;
        s.ledger.append('person.undelegated', 'person/p_bo', { person: 'p_bo', delegation });
        return asDee(s, { delegation, at_message: null, method: 'command' });
      },
      () => delegated(),
    ],
  ]);

  it('and right by a delegate, by an account that is unlinked later, on the last millisecond', () => {
    const story = begin();
    story.link('p_dee', 'discord');
    const end = new Date(story.ledger.now + 40).toISOString();
    const delegation = story.delegate('p_bo', 'p_dee', { scope: ['s_0', 's_1'], end });
    const place = story.place('discord');
    story.post(1, place);
    story.ledger.now = Date.parse(end);
    const bo = story.mark(
      'p_bo',
      1,
      {
        link: story.links.get('p_dee')!,
        delegation,
        at_message: place,
        seen: 'reconciled',
        between: ['2026-11-26T13:00:00.000Z', end],
      },
      { account: 'U_p_dee' },
    );
    const ana = story.mark('p_ana', 1, { method: 'command', at_message: null });
    for (const person of ['p_ana', 'p_dee']) story.unlink(person);
    story.ledger.append('person.undelegated', 'person/p_bo', { person: 'p_bo', delegation });
    story.complete(1, [ana, bo]);
    expect(told(story)).toEqual([
      { sheet: 's_1', version: 1, state: 'completed', grades: { p_ana: 'live', p_bo: 'reconciled' } },
    ]);
  });

  it('and wrong when neither it nor the link says whose account it was', () => {
    const story = begin();
    const { data } = story.ledger.entry<'person.linked'>(story.links.get('p_ana')!);
    const link = story.ledger.append('person.linked', 'person/p_ana', data, { display_name: 'Ana' });
    const mark = story.ledger.entry<'mark'>(story.mark('p_ana', 1)).data;
    const seq = story.ledger.append('mark', 'sheet/s_1', { ...mark, link }, { emoji: '✅' });
    expectSaid(verifyTwice({ folder: story.ledger.whole() }), { failures: [`7 entry ${seq} mark.account`] });
  });

  it('a wrong one counts for nothing, and what relies on it is wrong as well', () => {
    const story = begin();
    const ana = story.mark('p_ana', 1);
    story.unlink('p_bo');
    const bo = story.mark('p_bo', 1);
    const end = story.complete(1, [ana, bo]);
    expectSaid(verifyTwice({ folder: story.ledger.whole() }), {
      failures: [`7 entry ${bo} mark.ended`, `7 entry ${end} completed.party`],
    });
  });
});

describe('a read-back', () => {
  eachWrong([
    ['of a button', 'confirmed.mark', (s) => s.confirm(s.mark('p_ana', 1, { method: 'button' }))],
    ['of a removal', 'confirmed.mark', (s) => s.confirm(s.mark('p_ana', 1, { act: 'removed' }))],
    [
      'of what was found later',
      'confirmed.mark',
      (s) => s.confirm(s.mark('p_ana', 1, { seen: 'reconciled', between: [s.ledger.at(), s.ledger.at()] })),
    ],
  ]);

  it('raises the grade of the mark it names, before completion and after', () => {
    const story = begin();
    const [ana, bo] = agree(story);
    story.confirm(ana!);
    story.complete(1, [ana!, bo!]);
    expect(told(story)[0]?.grades).toEqual({ p_ana: 'confirmed', p_bo: 'live' });
    story.confirm(bo!);
    expect(told(story)[0]?.grades).toEqual({ p_ana: 'confirmed', p_bo: 'confirmed' });
  });

  it('of an older mark does not raise the newer one', () => {
    const story = begin();
    const first = story.mark('p_ana', 1);
    story.mark('p_ana', 1, { act: 'removed' });
    story.mark('p_ana', 1);
    story.confirm(first);
    expect(told(story)[0]?.grades).toEqual({ p_ana: 'live', p_bo: null });
  });

  it('of a dispute is right, and raises no approval', () => {
    const story = begin();
    story.mark('p_ana', 1);
    story.confirm(story.mark('p_ana', 1, { mark: 'dispute' }));
    expect(told(story)[0]).toMatchObject({ state: 'disputed', grades: { p_ana: null, p_bo: null } });
  });
});

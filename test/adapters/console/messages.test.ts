import { fc, test } from '@fast-check/vitest';
import { beforeEach, describe, expect, it } from 'vitest';
import { keepMessages, type RoomMessages, rememberButtons } from '../../../src/adapters/console/messages.ts';
import type { Memory } from '../../../src/bot/adapter.ts';
import type { Button } from '../../../src/bot/reply.ts';

/** As the database keeps it: what comes back is never the same object. */
function openMemory(): Memory {
  const kept = new Map<string, string>();
  return {
    async get(key) {
      const text = kept.get(key);
      return text === undefined ? undefined : JSON.parse(text);
    },
    async set(key, value) {
      kept.set(key, JSON.stringify(value));
    },
  };
}

const hello = { author: 'bo', text: 'hello', files: [], sentAt: 7, postKey: null };

describe('the messages of a room', () => {
  let memory: Memory;
  let messages: RoomMessages;
  beforeEach(() => {
    memory = openMemory();
    messages = keepMessages(memory);
  });

  it('are numbered from 1, also after a restart', async () => {
    expect((await messages.add(hello)).id).toBe('1');
    expect((await messages.add(hello)).id).toBe('2');
    expect((await keepMessages(memory).add(hello)).id).toBe('3');
    expect(await keepMessages(memory).find('1')).toEqual({ ...hello, id: '1', reactions: [] });
  });

  it('do not give the number of a deleted one to another', async () => {
    await messages.add(hello);
    expect(await messages.remove('1')).toBe(true);
    expect(await messages.remove('1')).toBe(false);
    expect(await messages.find('1')).toBeNull();
    expect((await messages.add(hello)).id).toBe('2');
  });

  it('are found by the key of a post', async () => {
    await messages.add({ ...hello, postKey: 'sheet-1' });
    expect((await messages.findPost('sheet-1'))?.id).toBe('1');
    expect(await messages.findPost('sheet-2')).toBeNull();
    await messages.remove('1');
    expect(await messages.findPost('sheet-1')).toBeNull();
  });

  it('change their text, if they are there', async () => {
    await messages.add(hello);
    await messages.replaceText('1', 'version 2');
    await messages.replaceText('9', 'nobody');
    expect((await messages.find('1'))?.text).toBe('version 2');
    expect(await messages.find('9')).toBeNull();
  });

  it('take one reaction of each kind from each account', async () => {
    await messages.add(hello);
    expect(await messages.react('1', 'ana', '✅', 'added')).toBe(true);
    expect(await messages.react('1', 'ana', '✅', 'added')).toBe(false);
    expect(await messages.react('1', 'bo', '✅', 'removed')).toBe(false);
    expect(await messages.react('9', 'ana', '✅', 'added')).toBe(false);
    expect((await messages.find('1'))?.reactions).toEqual([{ emoji: '✅', accounts: ['ana'] }]);
    expect(await messages.react('1', 'ana', '✅', 'removed')).toBe(true);
    expect((await messages.find('1'))?.reactions).toEqual([]);
  });

  const act = fc.record({
    account: fc.constantFrom('ana', 'bo', 'chen'),
    emoji: fc.constantFrom('✅', '❌', '👍🏽'),
    act: fc.constantFrom('added' as const, 'removed' as const),
  });
  test.prop([fc.array(act, { maxLength: 25 })])(
    'hold at the end what was put and not taken back',
    async (acts) => {
      const room = keepMessages(openMemory());
      await room.add(hello);
      const standing = new Set<string>();
      for (const { account, emoji, act: change } of acts) {
        const mark = `${emoji} ${account}`;
        const changes = standing.has(mark) !== (change === 'added');
        expect(await room.react('1', account, emoji, change)).toBe(changes);
        if (change === 'added') standing.add(mark);
        else standing.delete(mark);
      }
      const found = (await room.find('1'))!.reactions.flatMap(({ emoji, accounts }) =>
        accounts.map((account) => `${emoji} ${account}`),
      );
      expect(found.toSorted()).toEqual([...standing].toSorted());
    },
  );
});

describe('the buttons of a room', () => {
  const button = (label: string, press: string): Button => ({ label, press });

  it('are found by label in any case, the newest first', () => {
    const buttons = rememberButtons();
    buttons.show('1', [button('Approve', 'old'), button('Details', 'details')]);
    buttons.show(null, [button('Approve', 'new')]);
    expect(buttons.find('approve', null)).toBe('new');
    expect(buttons.find('Details', null)).toBe('details');
    expect(buttons.find('Approve', '1')).toBe('old');
    expect(buttons.find('Approve', '2')).toBeNull();
    expect(buttons.find('Dispute', null)).toBeNull();
  });

  it('are found by number under what was seen last, and never under what came before', () => {
    const buttons = rememberButtons();
    buttons.show('1', [button('a', 'a'), button('b', 'b'), button('c', 'c')]);
    buttons.show('2', [button('d', 'd'), button('e', 'e')]);
    expect(buttons.find('2', null)).toBe('e');
    expect(buttons.find('3', null)).toBeNull();
    expect(buttons.find('3', '1')).toBe('c');
    expect(buttons.find('0', null)).toBeNull();
    expect(buttons.find('1.5', null)).toBeNull();
  });

  it('are found by what is read, where a label runs the other way', () => {
    const buttons = rememberButtons();
    buttons.show(null, [{ label: [{ text: '\u2068حافلة\u2069' }], press: 'bus' }]);
    expect(buttons.find('حافلة', null)).toBe('bus');
  });

  it('go with the text that had them, when a message is edited', () => {
    const buttons = rememberButtons();
    buttons.show('1', [button('Approve', 'v1')]);
    buttons.show('1', [button('Approve', 'v2')]);
    expect(buttons.find('Approve', '1')).toBe('v2');
    buttons.show('1', []);
    expect(buttons.find('Approve', null)).toBeNull();
  });

  it('stay when an answer without buttons comes after them', () => {
    const buttons = rememberButtons();
    buttons.show('1', [button('Approve', 'v1')]);
    buttons.show(null, []);
    expect(buttons.find('1', null)).toBe('v1');
  });

  it('are forgotten after 50 replies', () => {
    const buttons = rememberButtons();
    buttons.show(null, [button('first', 'first')]);
    for (let count = 1; count < 50; count += 1) buttons.show(null, [button('x', 'x')]);
    expect(buttons.find('first', null)).toBe('first');
    buttons.show(null, [button('x', 'x')]);
    expect(buttons.find('first', null)).toBeNull();
  });
});

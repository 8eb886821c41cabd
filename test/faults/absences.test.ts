import { describe, expect, it } from 'vitest';
import { eachDatabase } from '../support/each-database.ts';
import { openTinyRoom } from './tiny-room.ts';

const YES = 'white_check_mark';
const NO = 'x';
const MINUTE_MS = 60_000;

eachDatabase(({ openFresh }) => {
  async function openSheet() {
    const room = await openTinyRoom(await openFresh());
    await room.connect();
    await room.pass(MINUTE_MS);
    return room;
  }

  describe('what was taken back while nobody listened', () => {
    it('does not complete a sheet to which somebody else agreed meanwhile', async () => {
      const room = await openSheet();
      await room.hear('added', 'bo', YES);
      await room.pass(MINUTE_MS);
      room.unheard('added', 'ana', YES);
      room.unheard('removed', 'bo', YES);
      await room.gap();
      await room.pass(MINUTE_MS);
      expect(await room.story()).toEqual([
        'bo +approve live',
        'bo -approve reconciled',
        'ana +approve reconciled',
      ]);
    });

    it('does not complete it either when a dispute goes at the same time', async () => {
      const room = await openSheet();
      await room.hear('added', 'ana', YES);
      await room.hear('added', 'ana', NO);
      await room.hear('added', 'bo', YES);
      await room.pass(MINUTE_MS);
      room.unheard('removed', 'ana', NO);
      room.unheard('removed', 'bo', YES);
      await room.gap();
      await room.pass(MINUTE_MS);
      expect(await room.story()).not.toContain('sheet.completed');
    });

    it('counts no more as soon as we are back, also before the message was looked at', async () => {
      const room = await openSheet();
      await room.hear('added', 'bo', YES);
      await room.pass(MINUTE_MS);
      room.unheard('removed', 'bo', YES);
      room.breakLook();
      await room.gap();
      await room.settled();
      await room.hear('added', 'ana', YES);
      await room.pass(MINUTE_MS);
      expect(await room.story()).toEqual(['bo +approve live', 'ana +approve live', 'bo -approve reconciled']);
    });
  });

  it('takes no approval from a list while it is not certain what else the list says', async () => {
    const room = await openSheet();
    await room.hear('added', 'bo', YES);
    await room.pass(MINUTE_MS);
    await room.claim('added', 'ana', NO);
    await room.claim('removed', 'ana', NO);
    room.unheard('added', 'ana', NO);
    room.unheard('added', 'ana', YES);
    await room.pass(1000);
    await room.gap();
    await room.settled();
    expect(await room.story()).not.toContain('sheet.completed');
    await room.pass(MINUTE_MS);
    expect((await room.story()).slice(-2)).toEqual(['ana +dispute reconciled', 'ana +approve reconciled']);
  });

  it('believes a list about what was told late and happened long before', async () => {
    const room = await openSheet();
    await room.hear('added', 'ana', NO);
    const late = room.unheard('removed', 'ana', NO);
    await room.pass(1000);
    room.unheard('added', 'ana', NO);
    room.breakLook();
    await room.pass(MINUTE_MS);
    await room.tell(late);
    await room.gap();
    await room.settled();
    expect((await room.story()).at(-1)).toBe('ana +dispute reconciled');
  });

  it('completes a sheet once the message was looked at, where everyone agrees still', async () => {
    const room = await openSheet();
    await room.hear('added', 'bo', YES);
    await room.pass(MINUTE_MS);
    room.breakLook();
    await room.gap();
    await room.settled();
    await room.hear('added', 'ana', YES);
    expect(await room.story()).not.toContain('sheet.completed');
    await room.pass(MINUTE_MS);
    expect(await room.story()).toEqual(['bo +approve live', 'ana +approve live', 'sheet.completed']);
  });

  it('takes an event that comes again for what it is, after it was taken back unheard', async () => {
    const room = await openSheet();
    await room.hear('added', 'ana', YES);
    const event = room.unheard('added', 'bo', YES);
    room.unheard('removed', 'bo', YES);
    await room.pass(MINUTE_MS);
    await room.gap();
    await room.pass(1000);
    await room.tell(event);
    await room.pass(MINUTE_MS);
    expect(await room.story()).toEqual(['ana +approve live']);
  });

  it('finds what an event that comes late says, if it still stands', async () => {
    const room = await openSheet();
    const event = room.unheard('added', 'bo', YES);
    await room.pass(MINUTE_MS);
    await room.gap();
    await room.settled();
    await room.tell(event);
    await room.pass(MINUTE_MS);
    expect(await room.story()).toEqual(['bo +approve reconciled']);
  });

  it('writes nothing down for whoever changed one emoji for another', async () => {
    const room = await openSheet();
    await room.hear('added', 'bo', YES);
    await room.pass(MINUTE_MS);
    room.unheard('removed', 'bo', YES);
    room.unheard('added', 'bo', '+1::skin-tone-4');
    await room.gap();
    await room.pass(MINUTE_MS);
    expect(await room.story()).toEqual(['bo +approve live']);
  });

  it('does not believe a list that may not show yet what was just told', async () => {
    const room = await openSheet();
    await room.claim('added', 'bo', YES);
    await room.pass(1000);
    await room.gap();
    await room.settled();
    expect(await room.story()).toEqual(['bo +approve live']);
    await room.pass(MINUTE_MS);
    expect(await room.story()).toEqual(['bo +approve live', 'bo -approve reconciled']);
  });

  it('is not kept from looking by people who go on reacting', async () => {
    const room = await openSheet();
    await room.claim('added', 'bo', YES);
    for (let second = 0; second < 8; second++) {
      await room.pass(1000);
      await room.hear(second % 2 === 0 ? 'added' : 'removed', 'ana', YES);
    }
    expect(await room.story()).toContain('bo -approve reconciled');
  });

  it('looks when somebody clears reactions away, of which it is not told whose they were', async () => {
    const room = await openSheet();
    await room.hear('added', 'bo', YES);
    await room.pass(MINUTE_MS);
    room.unheard('removed', 'bo', YES);
    await room.cleared();
    await room.settled();
    expect(await room.story()).toEqual(['bo +approve live', 'bo -approve reconciled']);
  });

  it('posts a sheet anew whose message was deleted meanwhile', async () => {
    const room = await openSheet();
    room.deletePost();
    await room.gap();
    await room.settled();
    expect(await room.story()).toEqual(['message.gone']);
  });

  it('waits for the platform’s word before it posts again what somebody posted and died', async () => {
    const room = await openTinyRoom(await openFresh());
    room.setFinds(false);
    await room.postAndDie();
    await room.connect();
    await room.pass(MINUTE_MS);
    expect(room.posts.size).toBe(1);
    room.setFinds(true);
    await room.pass(2 * MINUTE_MS);
    expect(room.posts.size).toBe(1);
  });

  it('posts again what nobody has heard of', async () => {
    const room = await openTinyRoom(await openFresh());
    room.setFinds(false);
    await room.postAndDie();
    await room.connect();
    await room.pass(MINUTE_MS);
    await room.pass(2 * MINUTE_MS);
    expect(room.posts.size).toBe(2);
  });
});

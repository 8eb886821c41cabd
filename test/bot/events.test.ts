import { describe, expect, it } from 'vitest';
import type { PlatformEvent } from '../../src/bot/adapter.ts';
import { openBot, origin } from './open-bot.ts';

describe('completions', () => {
  const query = { origin, command: 'try', subcommand: 'it', option: 'text', typed: 'x' };
  const { bot } = openBot(() => ({ tone: 'good', title: '' }));

  it('are at most 25, the first ones', async () => {
    const found = await bot.suggest(query);
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({ value: 'x0', label: 'x0' });
  });

  it.each([
    { command: 'other' },
    { subcommand: 'other' },
    { subcommand: 'constructor' },
    { option: 'other' },
    { option: 'constructor' },
  ])('are none where nothing can be completed: %o', async (change) => {
    expect(await bot.suggest({ ...query, ...change })).toEqual([]);
  });

  it('are none for those who may not use the command', async () => {
    expect(await bot.suggest({ ...query, subcommand: 'admin' })).toEqual([]);
    const asAdmin = { ...query, subcommand: 'admin', origin: { ...origin, admin: true } };
    expect(await bot.suggest(asAdmin)).toHaveLength(25);
  });

  it('are none where looking for them fails, which is logged without what was typed', async () => {
    const { bot: broken, logged } = openBot(() => ({ tone: 'good', title: '' }), {
      openTeam: async () => {
        throw new Error('database is away');
      },
    });
    expect(await broken.suggest({ ...query, typed: 'secret' })).toEqual([]);
    expect(logged.join()).toContain('database is away');
    expect(logged.join()).not.toContain('secret');
  });
});

describe('what happens on a platform', () => {
  const reaction = (id: string, emoji: string): PlatformEvent => ({
    kind: 'reaction',
    origin,
    message: { channel: 'room', id },
    act: 'added',
    emoji,
    raw: '{}',
  });
  const gap: PlatformEvent = { kind: 'gap', platform: 'console', space: 'room', since: null };

  /** A listener that writes down what it is told, and is held up until the test lets it go on. */
  function heldUp() {
    const seen: string[] = [];
    const { promise, resolve } = Promise.withResolvers<void>();
    const nameOf = (event: PlatformEvent) =>
      event.kind === 'reaction' ? `${event.message.id}${event.emoji}` : event.kind;
    const first = async (event: PlatformEvent) => {
      seen.push(`begin ${nameOf(event)}`);
      if (nameOf(event) === '1a') await promise;
      seen.push(`end ${nameOf(event)}`);
    };
    const second = async (event: PlatformEvent) => void seen.push(`then ${nameOf(event)}`);
    return { seen, listeners: [first, second], goOn: resolve };
  }

  it('is told to every listener in turn, and one message at a time', async () => {
    const { seen, listeners, goOn } = heldUp();
    const { bot } = openBot(() => ({ tone: 'good', title: '' }), { listeners });
    const one = bot.notice(reaction('1', 'a'));
    const two = bot.notice(reaction('1', 'b'));
    await bot.notice(reaction('2', 'a'));
    await bot.notice(gap);
    expect(seen).toEqual(['begin 1a', 'begin 2a', 'end 2a', 'then 2a', 'begin gap', 'end gap', 'then gap']);
    seen.length = 0;
    goOn();
    await Promise.all([one, two]);
    expect(seen).toEqual(['end 1a', 'then 1a', 'begin 1b', 'end 1b', 'then 1b']);
  });

  it('is not kept when a listener fails, so that the platform sends it again; the next one is', async () => {
    let fails = true;
    const { bot } = openBot(() => ({ tone: 'good', title: '' }), {
      listeners: [
        async () => {
          if (fails) throw new Error('database is away');
        },
      ],
    });
    await expect(bot.notice(reaction('1', 'a'))).rejects.toThrow('database is away');
    fails = false;
    await bot.notice(reaction('1', 'a'));
  });
});

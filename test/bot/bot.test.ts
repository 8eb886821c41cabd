import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Act, Connection, Next, Origin, PlatformEvent } from '../../src/bot/adapter.ts';
import { type BotParts, createBot } from '../../src/bot/bot.ts';
import { type Command, type Context, defineCommand, subcommand } from '../../src/bot/command.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { builtInPrefixes } from '../../src/core/identifiers/prefixes.ts';
import { UserError } from '../../src/core/problem.ts';
import { plain, type Words } from '../../src/text/spans.ts';

const origin: Origin = {
  platform: 'console',
  space: 'room',
  channel: 'room',
  account: 'bo',
  name: 'Bo',
  locale: 'en-GB',
  admin: false,
};
const noWorking = () => {};

type Handle = (input: { readonly text?: string | undefined }, context: Context) => Promise<Reply> | Reply;

/** One command whose handler the test writes, and a record of what the house was told. */
function open(handle: Handle, change: Partial<BotParts> = {}, more: Partial<Command> = {}) {
  const answered: unknown[] = [];
  const logged: string[] = [];
  let now = Date.UTC(2026, 10, 26, 12);
  const options = {
    text: {
      schema: z.string().max(10).optional(),
      description: 'What',
      suggest: async (typed: string) =>
        Array.from({ length: 40 }, (_, index) => ({ value: `${typed}${index}`, label: `${typed}${index}` })),
    },
  };
  const form = {
    title: 'Form',
    submit: 'Send',
    fields: [{ option: 'text', kind: 'short', label: 'What' }],
  } as const;
  const commands = [
    defineCommand({
      name: 'try',
      description: 'Tries',
      say: {},
      subcommands: {
        it: subcommand({ description: 'Tries it', options, handle }),
        ask: subcommand({ description: 'Asks', options, form, handle }),
        admin: subcommand({ description: 'For admins', options, form, who: 'admin', handle }),
      },
      ...more,
    }),
  ];
  const none = async () => ({});
  const settings = { ofTeam: none, ofAccount: none, saveTeam: async () => {}, saveAccount: async () => {} };
  const write = (facts: object, text: string) =>
    void logged.push(
      `${text} ${JSON.stringify(facts, (_, value) => (value instanceof Error ? value.message : value))}`,
    );
  const bot = createBot({
    house: { commands, prefixes: builtInPrefixes, settings, version: '1.2.3', diagnose: async () => [] },
    connections: new Map(),
    settings,
    log: { debug: write, info: write, warn: write, error: write },
    now: () => new Date(now),
    random: () => 0,
    answered: (...told) => void answered.push(told),
    openTeam: async () => 'team-1',
    firstDelivery: async () => true,
    listeners: [],
    ...change,
  });
  const pass = (ms: number) => {
    now += ms;
  };
  return { bot, answered, logged, pass };
}

const typed = (line: string, from: Partial<Origin> = {}): Act => ({
  kind: 'typed',
  origin: { ...origin, ...from },
  line,
  files: [],
});

async function run(next: Next, working: (reply: Reply) => void = noWorking): Promise<Reply> {
  if (next.kind === 'work') return next.run(working);
  if (next.kind === 'invalid') return next.reply;
  const opened = await next.open();
  return opened.kind === 'reply' ? opened.reply : { tone: 'plain', title: opened.form.title };
}

const titleOf = async (next: Next) => plain((await run(next)).title);

describe('an act', () => {
  it('is answered by its handler, who is told who asks and when', async () => {
    const { bot, answered, pass } = open((_input, { asker, locale, now, house, t }) => {
      pass(250);
      return {
        tone: 'good',
        title: [asker.name, asker.team, locale, now.toISOString(), house.version, plain(t('Saved'))].join(),
      };
    });
    expect(await titleOf(bot.next(typed('try it', { locale: 'zh-TW' })))).toBe(
      'Bo,team-1,zh-Hant,2026-11-26T12:00:00.000Z,1.2.3,已儲存',
    );
    expect(answered).toEqual([['try it', 'answered', 250]]);
  });

  it('is decided without waiting for anything', () => {
    const { bot } = open(() => ({ tone: 'good', title: '' }), {
      openTeam: () => new Promise(() => {}),
    });
    expect(bot.next(typed('try it')).kind).toBe('work');
    expect(bot.next(typed('try ask')).kind).toBe('form');
    expect(
      bot.next({ kind: 'form', origin, form: 'try ask?', values: { text: 'far too long for it' } }).kind,
    ).toBe('invalid');
  });

  it('shows words of progress on their way', async () => {
    const { bot } = open((_input, { working }) => {
      working({ tone: 'waiting', title: 'Reading' });
      return { tone: 'good', title: 'Done' };
    });
    const shown: Words[] = [];
    await run(bot.next(typed('try it')), ({ title }) => void shown.push(title));
    expect(shown).toEqual(['Reading']);
  });

  it('opens its form', async () => {
    const { bot, answered } = open(() => ({ tone: 'good', title: '' }));
    expect(await titleOf(bot.next(typed('try ask')))).toBe('Form');
    expect(answered).toEqual([['try ask', 'answered', 0]]);
  });
});

describe('a refusal', () => {
  const refusing: Handle = () => {
    throw new UserError({ code: 'file.expired', details: { name: 'a.csv' } });
  };

  it('becomes words in the language of the reader', async () => {
    const { bot, answered, logged } = open(refusing);
    const reply = await run(bot.next(typed('try it')));
    expect([reply.tone, plain(reply.title)]).toEqual([
      'bad',
      'The link of a.csv has run out. Attach the file again.',
    ]);
    expect(await titleOf(bot.next(typed('try it', { locale: 'zh-TW' })))).toBe(
      'a.csv 的連結已經過期。請重新附上檔案。',
    );
    expect(answered).toEqual([
      ['try it', 'refused', 0],
      ['try it', 'refused', 0],
    ]);
    expect(logged).toEqual([]);
  });

  it('of what was typed is a private answer', async () => {
    const { bot, answered } = open(() => ({ tone: 'good', title: '' }));
    const next = bot.next(typed('try nothing'));
    expect(next).toMatchObject({ kind: 'work', visibility: 'private' });
    expect(await titleOf(next)).toContain('There is no command try nothing here.');
    expect(answered).toEqual([['none', 'refused', 0]]);
  });

  it('of a form stands at its fields, in the language last spoken', async () => {
    const { bot, answered } = open(() => ({ tone: 'good', title: '' }), {
      settings: {
        ofTeam: async () => ({}),
        ofAccount: async () => ({ language: 'zh-Hant' }),
        saveTeam: async () => {},
        saveAccount: async () => {},
      },
    });
    await run(bot.next(typed('try ask')));
    const next = bot.next({
      kind: 'form',
      origin,
      form: 'try ask?',
      values: { text: 'far too long for it' },
    });
    if (next.kind !== 'invalid') throw new Error(next.kind);
    expect(plain(next.fields.text ?? '')).toBe('text 最多 10 個字元。請縮短，或把其餘內容用檔案附上。');
    expect(plain(next.reply.title)).toBe(plain(next.fields.text ?? ''));
    expect(answered.at(-1)).toEqual(['try ask', 'refused', 0]);
  });

  it.each(['try admin', 'try admin now'])(
    'meets those who may not, before "%s" does anything',
    async (line) => {
      let done = 0;
      const { bot, answered } = open(() => {
        done += 1;
        return { tone: 'good', title: 'Come in' };
      });
      expect(await titleOf(bot.next(typed(line)))).toContain('Only an admin may do this');
      expect([done, answered]).toEqual([0, [['try admin', 'refused', 0]]]);
      expect(await titleOf(bot.next(typed(line, { admin: true })))).toMatch(/Come in|Form/);
    },
  );
});

describe('a fault of ours', () => {
  const failing: Handle = () => {
    throw new Error('table is locked');
  };

  it('becomes a reference to the log, which has the error and not a word of what was typed', async () => {
    const { bot, answered, logged } = open(failing);
    const reply = await run(bot.next(typed('try it my secret')));
    expect(plain(reply.title)).toBe('Something went wrong on our side, and nothing was changed.');
    expect((reply.text ?? []).map(plain)).toEqual(['Reference a0a0-00; an admin can find it in the log.']);
    expect(JSON.stringify(reply)).not.toContain('locked');
    expect(answered).toEqual([['try it', 'failed', 0]]);
    expect(logged).toEqual([
      'a command failed {"err":"table is locked","reference":"a0a0-00","label":"try it","platform":"console"}',
    ]);
  });

  it('is answered even when nobody can say whose team it is', async () => {
    const { bot, logged } = open(() => ({ tone: 'good', title: '' }), {
      openTeam: async () => {
        throw new Error('database is away');
      },
    });
    expect(await titleOf(bot.next(typed('try it', { locale: 'zh-TW' })))).toBe(
      '我們這邊出了問題，沒有任何資料被更動。',
    );
    expect(logged.join()).toContain('database is away');
  });

  it('in place of a form is a reply', async () => {
    const { bot } = open(
      failing,
      {},
      { buttons: { more: { form: async () => Promise.reject(new Error('no form')) } } },
    );
    const next = bot.next({ kind: 'button', origin, press: 'try:more:' });
    expect(await titleOf(next)).toBe('Something went wrong on our side, and nothing was changed.');
  });
});

describe('files', () => {
  it('come through the connection of the platform they were attached on', async () => {
    const handle: Handle = async (_input, { download }) => {
      const parts: Uint8Array[] = [];
      const file = { id: 'f1', name: 'a.csv', sizeBytes: 1, mediaType: null };
      for await (const part of await download(file, 7)) parts.push(part);
      return { tone: 'good', title: Buffer.concat(parts).toString() };
    };
    const connection: Pick<Connection, 'download'> = {
      download: async ({ id }, limit) =>
        (async function* () {
          yield Buffer.from(`${id} ${limit}`);
        })(),
    };
    const { bot } = open(handle, { connections: new Map([['console', connection as Connection]]) });
    expect(await titleOf(bot.next(typed('try it')))).toBe('f1 7');
    const { bot: alone, logged } = open(handle);
    expect(await titleOf(alone.next(typed('try it')))).toContain('Something went wrong');
    expect(logged.join()).toContain('Nothing is connected to console.');
  });
});

describe('completions', () => {
  const query = { origin, command: 'try', subcommand: 'it', option: 'text', typed: 'x' };
  const { bot } = open(() => ({ tone: 'good', title: '' }));

  it('are at most 25, the first ones', async () => {
    const found = await bot.suggest(query);
    expect(found).toHaveLength(25);
    expect(found[0]).toEqual({ value: 'x0', label: 'x0' });
  });

  it.each([{ command: 'other' }, { subcommand: 'other' }, { option: 'other' }, { option: 'constructor' }])(
    'are none where nothing can be completed: %o',
    async (change) => {
      expect(await bot.suggest({ ...query, ...change })).toEqual([]);
    },
  );

  it('are none for those who may not use the command', async () => {
    expect(await bot.suggest({ ...query, subcommand: 'admin' })).toEqual([]);
    const asAdmin = { ...query, subcommand: 'admin', origin: { ...origin, admin: true } };
    expect(await bot.suggest(asAdmin)).toHaveLength(25);
  });

  it('are none where looking for them fails, which is logged without what was typed', async () => {
    const { bot: broken, logged } = open(() => ({ tone: 'good', title: '' }), {
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
    const { bot } = open(() => ({ tone: 'good', title: '' }), { listeners });
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
    const { bot } = open(() => ({ tone: 'good', title: '' }), {
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

import { describe, expect, it } from 'vitest';
import type { Act, Connection, Next, Origin } from '../../src/bot/adapter.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { UserError } from '../../src/core/problem.ts';
import { plain, type Words } from '../../src/text/spans.ts';
import { type Handle, openBot, origin } from './open-bot.ts';

const noWorking = () => {};

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
    const { bot, answered, pass } = openBot((_input, { asker, locale, now, house, t }) => {
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
    const { bot } = openBot(() => ({ tone: 'good', title: '' }), {
      openTeam: () => new Promise(() => {}),
    });
    expect(bot.next(typed('try it')).kind).toBe('work');
    expect(bot.next(typed('try ask')).kind).toBe('form');
    expect(
      bot.next({ kind: 'form', origin, form: 'try ask?', values: { text: 'far too long for it' } }).kind,
    ).toBe('invalid');
  });

  it('shows words of progress on their way', async () => {
    const { bot } = openBot((_input, { working }) => {
      working({ tone: 'waiting', title: 'Reading' });
      return { tone: 'good', title: 'Done' };
    });
    const shown: Words[] = [];
    await run(bot.next(typed('try it')), ({ title }) => void shown.push(title));
    expect(shown).toEqual(['Reading']);
  });

  it('opens its form', async () => {
    const { bot, answered } = openBot(() => ({ tone: 'good', title: '' }));
    expect(await titleOf(bot.next(typed('try ask')))).toBe('Form');
    expect(answered).toEqual([['try ask', 'answered', 0]]);
  });
});

describe('a refusal', () => {
  const refusing: Handle = () => {
    throw new UserError({ code: 'file.expired', details: { name: 'a.csv' } });
  };

  it('becomes words in the language of the reader', async () => {
    const { bot, answered, logged } = openBot(refusing);
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
    const { bot, answered } = openBot(() => ({ tone: 'good', title: '' }));
    const next = bot.next(typed('try nothing'));
    expect(next).toMatchObject({ kind: 'work', visibility: 'private' });
    expect(await titleOf(next)).toContain('There is no command try nothing here.');
    expect(answered).toEqual([['none', 'refused', 0]]);
  });

  it('of a form stands at its fields, in the language last spoken', async () => {
    const { bot, answered } = openBot(() => ({ tone: 'good', title: '' }), {
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
    expect(plain(next.fields.text ?? '')).toContain('text 最多 10 個字元');
    expect(plain(next.reply.title)).toBe(plain(next.fields.text ?? ''));
    expect(answered.at(-1)).toEqual(['try ask', 'refused', 0]);
  });

  it.each(['try admin', 'try admin now'])(
    'meets those who may not, before "%s" does anything',
    async (line) => {
      let done = 0;
      const { bot, answered } = openBot(() => {
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
    const { bot, answered, logged } = openBot(failing);
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
    const { bot, logged } = openBot(() => ({ tone: 'good', title: '' }), {
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
    const { bot } = openBot(
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
    const { bot } = openBot(handle, { connections: new Map([['console', connection as Connection]]) });
    expect(await titleOf(bot.next(typed('try it')))).toBe('f1 7');
    const { bot: alone, logged } = openBot(handle);
    expect(await titleOf(alone.next(typed('try it')))).toContain('Something went wrong');
    expect(logged.join()).toContain('Nothing is connected to console.');
  });
});

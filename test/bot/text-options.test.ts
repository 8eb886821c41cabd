import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Attachment } from '../../src/bot/adapter.ts';
import { type Command, defineCommand, subcommand } from '../../src/bot/command.ts';
import { readTyped } from '../../src/bot/text-options.ts';
import { messagesIn } from '../../src/text/languages.ts';

const any = z.unknown();
const handle = () => ({ tone: 'plain', title: '' }) as const;

const commands: readonly Command[] = [
  defineCommand({
    name: 'release',
    description: 'Dates',
    say: {},
    subcommands: {
      new: subcommand({
        description: 'A new one',
        options: {
          title: { schema: any, description: 'Title' },
          date: { kind: 'date', schema: any, description: 'Date' },
          tracks: { kind: 'number', schema: any, description: 'How many' },
          kind: {
            kind: 'choice',
            schema: any,
            description: 'Kind',
            choices: [
              { value: 'single', label: 'Single' },
              { value: 'album', label: 'For the team' },
            ],
          },
          owner: { kind: 'person', schema: any, description: 'Owner' },
          cover: { kind: 'file', schema: any, description: 'Cover' },
        },
        handle,
      }),
      rename: subcommand({
        description: 'Another title',
        options: {
          sheet: { schema: any, description: 'Which' },
          text: { schema: any, description: 'The new title' },
        },
        handle,
      }),
      track: subcommand({
        description: 'One track',
        options: {
          title: { schema: any, description: 'Title' },
          artist: { schema: any, description: 'Artist', named: true },
          side: { kind: 'number', schema: any, description: 'Side', named: true },
        },
        handle,
      }),
      list: subcommand({ description: 'All', options: {}, handle }),
    },
  }),
  defineCommand({
    name: 'rights',
    description: 'Answers',
    say: {},
    main: 'ask',
    subcommands: {
      ask: subcommand({
        description: 'Ask',
        options: { topic: { schema: any, description: 'What about' } },
        handle,
      }),
    },
  }),
  defineCommand({
    name: 'splitproof',
    description: 'Help',
    say: {},
    subcommands: { help: subcommand({ description: 'Help', options: {}, handle }) },
  }),
];

const names = (option: string) => ({ title: ['標題'], date: ['日期'] })[option] ?? [];

function read(line: string, files: readonly Attachment[] = []) {
  const typed = readTyped(line, files, commands, names);
  return typed.kind === 'found'
    ? { path: `${typed.command.name} ${typed.name}`, options: typed.options }
    : typed;
}

const optionsOf = (line: string, files?: readonly Attachment[]) => {
  const typed = readTyped(line, files ?? [], commands, names);
  return typed.kind === 'found' ? typed.options : typed;
};

describe('the words that name a command', () => {
  it.each([
    ['release list', 'release list'],
    ['/release list', 'release list'],
    ['  Release   LIST ', 'release list'],
    ['／release list', 'release list'],
    ['release\u00a0list', 'release list'],
    ['release\u3000list', 'release list'],
    ['release\nlist', 'release list'],
    ['/splitproof release list', 'release list'],
    ['splitproof /release list', 'release list'],
    ['SplitProof Release List', 'release list'],
    ['/splitproof help', 'splitproof help'],
    ['/splitproof splitproof help', 'splitproof help'],
    ['/splitproof rights iswc', 'rights ask'],
    ['rights iswc', 'rights ask'],
    ['rights', 'rights ask'],
    ['rights ask iswc', 'rights ask'],
  ])('finds the subcommand of "%s"', (line, path) => {
    expect(read(line)).toMatchObject({ path });
  });

  it.each([
    ['', ''],
    ['   ', ''],
    ['/', ''],
    ['Reelease list', 'Reelease'],
    ['release-list', 'release-list'],
  ])('knows no command in "%s"', (line, typed) => {
    expect(read(line)).toEqual({ kind: 'no-command', typed });
  });

  it.each([
    ['release', ''],
    ['release Burn it', 'Burn'],
    ['release constructor', 'constructor'],
    ['splitproof relaese list', 'relaese'],
  ])('knows the command but no subcommand in "%s"', (line, typed) => {
    expect(read(line)).toMatchObject({ kind: 'no-subcommand', typed });
  });
});

describe('options by name', () => {
  it.each([
    ['title: Night Bus date: 2026-12-11', 'in the order of the command'],
    ['date: 2026-12-11 title: Night Bus', 'in another order'],
    ['title:"Night Bus" date:2026-12-11', 'quoted, without spaces'],
    ['title: “Night Bus” date: 2026-12-11', 'in the curly quotes of a phone'],
    ['title: „Night Bus“ date: 2026-12-11', 'in German quotes'],
    ['title: 「Night Bus」 date: 2026-12-11', 'in corner brackets'],
    ['title：Night Bus date：2026-12-11', 'with full-width colons'],
    ['標題：Night Bus 日期：2026-12-11', 'under their Chinese names'],
    ['標題: Night Bus date: 2026-12-11', 'under mixed names'],
    ['TITLE: Night Bus Date: 2026-12-11', 'in any case'],
    ['title:\u00a0Night Bus\u00a0date:\u00a02026-12-11', 'with no-break spaces'],
    ['title:\nNight Bus\ndate:\n2026-12-11', 'on lines of their own'],
    ['Night Bus date: 2026-12-11', 'the first one without its name'],
    ['"Night Bus" 2026-12-11', 'all without names'],
    ['“Night Bus” 2026-12-11', 'without names, in curly quotes'],
  ])('reads "%s": %s', (line) => {
    expect(optionsOf(`release new ${line}`)).toEqual({ title: 'Night Bus', date: '2026-12-11' });
  });

  it.each([
    ['title: see https://example.org/a', 'see https://example.org/a'],
    ['title: https://example.org/?date:1', 'https://example.org/?date:1'],
    ['title: see date://x', 'see date://x'],
    ['title: out at 10:30', 'out at 10:30'],
    ['title: Note: this is no option', 'Note: this is no option'],
    ['title: "the date: unknown"', 'the date: unknown'],
    ['title: “the date: unknown”', 'the date: unknown'],
    ['title: the update: soon', 'the update: soon'],
    ['title: cover: me.jpg', 'cover: me.jpg'],
    ['title: 夜車：第一章', '夜車：第一章'],
    ['title: She said “yes” twice', 'She said “yes” twice'],
    ['title: Don’t', 'Don’t'],
    ['title: a  b', 'a  b'],
    ['title: ""', ''],
    ['title:', ''],
    ['title: "half', '"half'],
  ])('keeps what is no name as it was typed: "%s"', (line, title) => {
    expect(optionsOf(`release new ${line}`)).toEqual({ title });
  });

  it('does not take an inch mark for the beginning of a quotation', () => {
    expect(optionsOf('release rename sheet: the 7" text: the 12"')).toEqual({
      sheet: 'the 7"',
      text: 'the 12"',
    });
  });

  it('drops nothing that was typed: twice is one value of two lines, words in front belong to the last text', () => {
    expect(optionsOf('release new title: a title: b')).toEqual({ title: 'a\nb' });
    expect(optionsOf('rights ask one topic: two')).toEqual({ topic: 'one\ntwo' });
  });
});

describe('options without names', () => {
  it('gives the last text option what is left, line breaks and quotes included', () => {
    const list = 'US-RC1-76-07839\n  GB-AYE-69-00531 “second”\n\nTW-A00-10-00001';
    expect(optionsOf(`rights ask ${list}`)).toEqual({ topic: list });
    expect(optionsOf(`release rename s1 ${list}`)).toEqual({ sheet: 's1', text: list });
  });

  it('does not tear a text for the options behind it', () => {
    expect(optionsOf('release new Night Bus at Dawn')).toEqual({ title: 'Night Bus at Dawn' });
  });

  it('ends a quoted text with its quotes, and fills the options behind it', () => {
    expect(optionsOf('release new "Night Bus" 2026-12-11 12 album <@U1|ana>')).toEqual({
      title: 'Night Bus',
      date: '2026-12-11',
      tracks: 12,
      kind: 'album',
      owner: { account: 'U1', name: 'ana' },
    });
  });

  it('takes several words for one option in quotes', () => {
    expect(optionsOf('release rename "Night Bus" Day Bus')).toEqual({ sheet: 'Night Bus', text: 'Day Bus' });
  });

  it('leaves quotes in a text that only begins with them', () => {
    expect(optionsOf('rights ask "Night Bus" and more')).toEqual({ topic: '"Night Bus" and more' });
    expect(optionsOf('rights ask "Night Bus"')).toEqual({ topic: 'Night Bus' });
  });

  it('leaves out an option that was given by name', () => {
    expect(optionsOf('release rename Day Bus sheet: s1')).toEqual({ sheet: 's1', text: 'Day Bus' });
  });

  it('fills none that is only ever named: all words are of the one that is not', () => {
    expect(optionsOf('release track Night Bus')).toEqual({ title: 'Night Bus' });
    expect(optionsOf('release track "Night Bus" at Dawn side: 2')).toEqual({
      title: '"Night Bus" at Dawn',
      side: 2,
    });
    expect(optionsOf('release track Night Bus artist: Ana Lee')).toEqual({
      title: 'Night Bus',
      artist: 'Ana Lee',
    });
    expect(optionsOf('release track Night title: Bus')).toEqual({ title: 'Night\nBus' });
  });

  it('finds no options in nothing', () => {
    expect(optionsOf('release new')).toEqual({});
    expect(optionsOf('release new   ')).toEqual({});
  });

  it('lets words go that no option takes', () => {
    expect(optionsOf('release list everything')).toEqual({});
  });
});

describe('the kinds of values', () => {
  it.each([
    ['tracks: 12', { tracks: 12 }],
    ['tracks: -1.5', { tracks: -1.5 }],
    ['tracks: twelve', { tracks: 'twelve' }],
    ['tracks:', { tracks: '' }],
    ['kind: ALBUM', { kind: 'album' }],
    ['kind: for the TEAM', { kind: 'album' }],
    ['kind: 給團隊', { kind: '給團隊' }],
    ['owner: <@U1|ana>', { owner: { account: 'U1', name: 'ana' } }],
    ['owner: <@U1>', { owner: { account: 'U1', name: 'U1' } }],
    ['owner: <@U1|>', { owner: { account: 'U1', name: 'U1' } }],
    ['owner: @Ana Lee', { owner: { account: null, name: 'Ana Lee' } }],
    ['owner: Cy Ltd', { owner: { account: null, name: 'Cy Ltd' } }],
  ])('reads "%s"', (line, options) => {
    expect(optionsOf(`release new ${line}`)).toEqual(options);
  });

  it('knows a choice by its name in every language', () => {
    const [command] = commands;
    const settings = subcommand({
      description: 'Settings',
      options: {
        for: {
          kind: 'choice',
          schema: any,
          description: 'For whom',
          choices: [{ value: 'team', label: 'For the team' }],
        },
      },
      handle,
    });
    const inChinese = messagesIn('zh-Hant')['For the team'];
    const all = [{ ...command!, subcommands: { settings } }];
    expect(readTyped(`release settings ${inChinese}`, [], all, () => [])).toMatchObject({
      options: { for: 'team' },
    });
  });

  it('gives the attached file to the file option, and keeps a typed one out of it', () => {
    const file = { id: 'f1', name: 'cover.png', sizeBytes: 3, mediaType: 'image/png' };
    expect(optionsOf('release new Night Bus', [file])).toEqual({ title: 'Night Bus', cover: file });
    expect(optionsOf('release new', [file])).toEqual({ cover: file });
    expect(optionsOf('release list', [file])).toEqual({});
  });
});

describe('whatever is typed', () => {
  test.prop([fc.string({ unit: 'grapheme' })])('is taken apart without an error', (line) => {
    read(line);
    read(`release new ${line}`);
    read(`release rename "${line}" ${line}`);
  });

  const word = fc.stringMatching(/^[a-z0-9“”「」：:"\-\u00a0夜車]{1,12}$/);
  test.prop([fc.array(word, { minLength: 1, maxLength: 6 })])(
    'reaches the last text option as it stands, unless it names options or is quoted',
    (words) => {
      const text = words.join(' ').trim();
      fc.pre(!/(^|\s)topic[:：]|^["“「]/.test(text) && text !== '' && !/^ask(\s|$)/.test(text));
      expect(optionsOf(`rights ask ${text}`)).toEqual({ topic: text });
      expect(optionsOf(`rights ${text}`)).toEqual({ topic: text });
    },
  );
});

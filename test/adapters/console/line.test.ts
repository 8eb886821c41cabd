import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { accountNamed, readRoomLine, readSpeaker } from '../../../src/adapters/console/line.ts';

describe('who speaks', () => {
  it.each([
    ['/isrc check', null, '/isrc check'],
    ['bo: /isrc check', 'bo', '/isrc check'],
    ['  Bo:   hello  ', 'bo', 'hello'],
    ['小陳: +✅ #3', '小陳', '+✅ #3'],
    ['dee_2.x-y: hi', 'dee_2.x-y', 'hi'],
    ['/split new title: Night Bus', null, '/split new title: Night Bus'],
    ['https://example.org is good', null, 'https://example.org is good'],
    ['at 10:30 we start', null, 'at 10:30 we start'],
    ['bo:', null, 'bo:'],
    ['bo: ', null, 'bo:'],
    [`${'x'.repeat(33)}: hi`, null, `${'x'.repeat(33)}: hi`],
    ['', null, ''],
  ])('of "%s"', (line, speaker, rest) => {
    expect(readSpeaker(line)).toEqual({ speaker, rest });
  });
});

describe('whom a name means', () => {
  it.each(['bo', 'Bo', '小陳', 'DEE_2.x-y'])('the one who speaks as %s', (name) => {
    expect(accountNamed(name)).toBe(readSpeaker(`${name}: hi`).speaker);
  });

  it.each(['', 'a b', 'bo:', 'bo\n', 'x'.repeat(33)])('nobody, where nobody can speak as %j', (name) => {
    expect(accountNamed(name)).toBeNull();
  });
});

describe('what is done', () => {
  const day = 86_400_000;
  it.each([
    ['', { kind: 'nothing' }],
    ['help', { kind: 'help' }],
    ['?', { kind: 'help' }],
    ['HELP', { kind: 'help' }],
    ['quit', { kind: 'leave' }],
    ['Exit', { kind: 'leave' }],
    ['quit now', { kind: 'message', text: 'quit now', files: [] }],
    ['+✅ #3', { kind: 'reaction', act: 'added', emoji: '✅', message: '3' }],
    ['-👍🏽 #12', { kind: 'reaction', act: 'removed', emoji: '👍🏽', message: '12' }],
    ['+:+1: #3', { kind: 'reaction', act: 'added', emoji: ':+1:', message: '3' }],
    ['+1 #3', { kind: 'reaction', act: 'added', emoji: '1', message: '3' }],
    ['+✅ 3', { kind: 'message', text: '+✅ 3', files: [] }],
    ['press Approve', { kind: 'press', label: 'Approve', message: null }],
    ['press Approve all #3', { kind: 'press', label: 'Approve all', message: '3' }],
    ['Press 2', { kind: 'press', label: '2', message: null }],
    ['press #3', { kind: 'press', label: '#3', message: null }],
    ['menu #3 Check codes', { kind: 'menu', action: 'Check codes', message: '3' }],
    ['menu of the day', { kind: 'message', text: 'menu of the day', files: [] }],
    ['delete #3', { kind: 'delete', message: '3' }],
    ['delete it', { kind: 'message', text: 'delete it', files: [] }],
    ['clock +7d', { kind: 'clock', byMs: 7 * day }],
    ['clock +2W', { kind: 'clock', byMs: 14 * day }],
    ['clock +90s', { kind: 'clock', byMs: 90_000 }],
    ['clock +5m', { kind: 'clock', byMs: 300_000 }],
    ['clock +1h', { kind: 'clock', byMs: 3_600_000 }],
    ['clock -1d', { kind: 'message', text: 'clock -1d', files: [] }],
    ['clock +1y', { kind: 'message', text: 'clock +1y', files: [] }],
    ['/isrc check US-RC1-76-07839', { kind: 'command', line: 'isrc check US-RC1-76-07839', files: [] }],
    ['hello there', { kind: 'message', text: 'hello there', files: [] }],
    ['/isrc check +file codes.csv', { kind: 'command', line: 'isrc check', files: ['codes.csv'] }],
    ['+file codes.csv', { kind: 'message', text: '', files: ['codes.csv'] }],
    ['+file #3', { kind: 'message', text: '', files: ['#3'] }],
    [
      '/isrc check +file "my codes.csv" kind: isrc +file ../b.txt',
      { kind: 'command', line: 'isrc check kind: isrc', files: ['my codes.csv', '../b.txt'] },
    ],
    ['look +file a.wav', { kind: 'message', text: 'look', files: ['a.wav'] }],
    ['see a+file b', { kind: 'message', text: 'see a+file b', files: [] }],
  ])('by "%s"', (line, expected) => {
    expect(readRoomLine(line)).toEqual(expected);
  });

  test.prop([fc.string({ unit: 'binary' })])('is read of every line without an error', (line) => {
    expect(readRoomLine(readSpeaker(line).rest)).toHaveProperty('kind');
  });
});

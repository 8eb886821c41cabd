import { describe, expect, it } from 'vitest';
import { beginningOf, pieces } from '../../../src/adapters/slack/cut.ts';
import { slackName } from '../../../src/adapters/slack/emoji.ts';
import { typedText } from '../../../src/adapters/slack/markup.ts';
import { readNote } from '../../../src/adapters/slack/modal.ts';
import * as payloads from '../../../src/adapters/slack/payloads.ts';
import {
  interactionOrigin,
  readCommand,
  readMention,
  readShortcut,
} from '../../../src/adapters/slack/read.ts';
import { spaceOf } from '../../../src/adapters/slack/space.ts';

const envelope = payloads.envelope.parse({ event_id: 'Ev1', team_id: 'T1' });

describe('what people type', () => {
  const rows = [
    { sent: 'check <@U1|ana> &amp; <@U2>', typed: 'check <@U1|ana> & <@U2>' },
    { sent: '&lt;@U1&gt;', typed: '<@U1>' },
    { sent: '&amp;lt;', typed: '&lt;' },
    { sent: '<https://a.example/x?a=1&amp;b=2>', typed: 'https://a.example/x?a=1&b=2' },
    { sent: '<https://a.example|the page>', typed: 'the page' },
    { sent: '<mailto:ana@a.example|ana@a.example>', typed: 'ana@a.example' },
    { sent: '<mailto:ana@a.example>', typed: 'ana@a.example' },
    { sent: '<tel:602557631722|602557631722>', typed: '602557631722' },
    { sent: 'in <#C1|beats> or <#C2>', typed: 'in #beats or #C2' },
    { sent: '<!channel> <!subteam^S1|@writers> <!date^1^x|today>', typed: '@channel @@writers @today' },
    { sent: 'a < b > c', typed: 'a < b > c' },
    { sent: 'US-RC1-76-07839\nUS-RC1-76-07840', typed: 'US-RC1-76-07839\nUS-RC1-76-07840' },
  ];

  it.each(rows)('comes out of the markup: $sent', ({ sent, typed }) => {
    expect(typedText(sent)).toBe(typed);
  });

  const mentions = [
    { text: '<@UBOT> isrc check x', line: 'isrc check x' },
    { text: '<@UBOT|splitproof>   isrc check x', line: 'isrc check x' },
    { text: 'hey <@UBOT> isrc check x', line: 'isrc check x' },
    { text: '<@UBOT>isrc check <@U1>', line: 'isrc check <@U1>' },
    { text: '<@UBOT>', line: '' },
    { text: 'no mention in the text', line: 'no mention in the text' },
  ];

  it.each(mentions)('is read behind the mention of the bot: $text', ({ text, line }) => {
    const mention = payloads.mention.parse({
      type: 'app_mention',
      user: 'U1',
      channel: 'C1',
      ts: '1.1',
      text,
    });
    expect(readMention(envelope, mention, 'UBOT')).toMatchObject({
      line,
      origin: { space: 'T1', channel: 'C1' },
    });
  });

  it('keeps time stamps as text, all six digits behind the point', () => {
    const body = {
      type: 'message_action',
      callback_id: 'Check codes',
      trigger_id: 't',
      user: { id: 'U1' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      message: { ts: '1700000000.200000', text: 'x', user: 'U2' },
    };
    expect(readShortcut(payloads.shortcut.parse(body)).message.id).toBe('1700000000.200000');
  });

  it.each([
    { thread_ts: undefined, thread: undefined },
    { thread_ts: '1.1', thread: undefined },
    { thread_ts: '0.5', thread: '0.5' },
  ])('is answered in the channel, or in the thread it stands in: $thread_ts', ({ thread_ts, thread }) => {
    const body = {
      type: 'message_action',
      callback_id: 'x',
      trigger_id: 't',
      user: { id: 'U1' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      message: { ts: '1.1', thread_ts, text: 'x' },
    };
    expect(readShortcut(payloads.shortcut.parse(body)).origin.thread).toBe(thread);
  });

  it('is found in the blocks of a message that has no text, and its files one level down', () => {
    const message = {
      ts: '1.1',
      bot_id: 'B1',
      blocks: [
        {
          type: 'rich_text',
          elements: [{ type: 'rich_text_section', elements: [{ type: 'text', text: 'US-RC1-76-07839' }] }],
        },
      ],
      attachments: [
        {
          files: [
            { id: 'F1', name: 'codes.csv', size: 4, mimetype: 'text/csv' },
            { id: 'F2', mode: 'tombstone' },
          ],
        },
      ],
    };
    const body = {
      type: 'message_action',
      callback_id: 'x',
      trigger_id: 't',
      user: { id: 'U1' },
      team: { id: 'T1' },
      channel: { id: 'C1' },
      message,
    };
    expect(readShortcut(payloads.shortcut.parse(body)).message).toMatchObject({
      author: 'B1',
      text: 'US-RC1-76-07839',
      files: [{ id: 'F1', name: 'codes.csv', sizeBytes: 4, mediaType: 'text/csv' }],
    });
  });
});

describe('where it comes from', () => {
  const spaces = [
    { team: 'T1', enterprise: null, orgWide: false, space: 'T1' },
    { team: 'T1', enterprise: 'E1', orgWide: false, space: 'T1' },
    { team: 'T1', enterprise: 'E1', orgWide: true, space: 'E1.T1' },
    { team: null, enterprise: 'E1', orgWide: true, space: 'E1' },
    { team: null, enterprise: 'E1', orgWide: false, space: 'E1' },
  ];

  it.each(spaces)(
    'is $space for team $team in $enterprise, organization-wide: $orgWide',
    ({ space, ...ids }) => {
      expect(spaceOf(ids)).toBe(space);
    },
  );

  it('is the person’s workspace when a click names no team', () => {
    const user = { id: 'W1', team_id: 'T2' };
    const body = { team: null, enterprise: { id: 'E1' }, user, is_enterprise_install: true };
    expect(interactionOrigin(body, { channel: 'C1' }).space).toBe('E1.T2');
  });

  it('is said by a command in words of a form', () => {
    const body = {
      command: '/isrc',
      text: 'check',
      team_id: 'T1',
      enterprise_id: 'E1',
      is_enterprise_install: 'true',
      channel_id: 'C1',
      user_id: 'W1',
      trigger_id: 't',
    };
    expect(readCommand(payloads.command.parse(body))).toMatchObject({
      line: 'isrc check',
      origin: { space: 'E1.T1' },
    });
  });
});

describe('cutting', () => {
  const flag = '🇹🇼';
  const rows = [
    { text: 'abc', limit: 3, head: 'abc' },
    { text: 'abcd', limit: 3, head: 'abc' },
    { text: `ab${flag}`, limit: 5, head: 'ab' },
    { text: 'e\u0301e\u0301', limit: 3, head: 'e\u0301' },
    { text: '👍🏽👍🏽', limit: 5, head: '👍🏽' },
    { text: flag, limit: 1, head: '' },
  ];

  it.each(rows)('takes $head of $text within $limit', ({ text, limit, head }) => {
    expect(beginningOf(text, limit)).toBe(head);
  });

  it('loses nothing between the pieces', () => {
    const text = `one two three ${'夜車🚌'.repeat(50)}\nend`;
    expect(pieces(text, 20).join('')).toBe(text);
    expect(pieces(flag, 1)).toEqual([flag]);
  });
});

describe('small things', () => {
  it.each([
    ['✅', 'white_check_mark'],
    ['☑️', 'ballot_box_with_check'],
    ['✔️', 'heavy_check_mark'],
    ['✖️', 'heavy_multiplication_x'],
    ['+1::skin-tone-3', '+1::skin-tone-3'],
  ])('knows %s as %s', (emoji, name) => {
    expect(slackName(emoji)).toBe(name);
  });

  it('refuses an emoji it has no name for', () => {
    expect(() => slackName('🦄')).toThrow('platform.refused');
  });

  it.each(['', '{', 'null', '{"form":1}', '[]'])('takes no note that is not its own: %j', (text) => {
    expect(readNote(text)).toBeNull();
  });
});

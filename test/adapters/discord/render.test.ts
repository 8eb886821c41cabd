import { inflateRawSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { renderModal } from '../../../src/adapters/discord/modal.ts';
import { markerOf, renderReply } from '../../../src/adapters/discord/render.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { Form as Checked } from '../../platforms/discord/checks/form.ts';
import { checkMessage } from '../../platforms/discord/checks/message.ts';
import { checkModal } from '../../platforms/discord/checks/modal.ts';

const LIMITS = { fileBytes: 10_485_760, requestBytes: 26_214_400, allowedFlags: 0xff_ff_ff };

/** Renders, and lets Discord's rules look at it. */
function render(reply: Reply, options: Parameters<typeof renderReply>[1] = {}) {
  const rendered = renderReply(reply, options);
  const uploads = rendered.files.map(({ name, data }, number) => {
    return { number, name, contentType: 'x', bytes: data as Buffer };
  });
  checkMessage(structuredClone(rendered.body), uploads, LIMITS);
  const [container] = rendered.body.components;
  if (container?.type !== 17) throw new Error('A reply is one container.');
  const [text] = container.components;
  return { ...rendered, container, text: text?.type === 10 ? text.content : '' };
}

const code = (text: string) => [{ text, style: 'code' as const }];

describe('a reply', () => {
  it('is read from the top: verdict, facts, list, table, text, small print', () => {
    const { text } = render({
      tone: 'good',
      title: [...code('US-RC1-76-07839'), { text: ' has the shape of an ISRC' }],
      text: ['One line.'],
      facts: [{ label: 'Prefix', value: code('US-RC1') }],
      list: [{ tone: 'bad', text: 'line 7' }, { text: 'plain' }],
      table: {
        columns: ['A', '夜車'],
        rows: [
          ['1', 'x'],
          ['22', 'y'],
        ],
      },
      notices: ['Source: a list\nof two lines'],
    });
    expect(text.split('\n')).toEqual([
      '✅ **`US-RC1-76-07839` has the shape of an ISRC**',
      '**Prefix: **`US-RC1`',
      '❌ line 7',
      '- plain',
      '```',
      'A   夜車',
      '1   x',
      '22  y',
      '```',
      'One line.',
      '-# Source: a list',
      '-# of two lines',
    ]);
  });

  it('shows a table that is too wide for a phone as one line for each row', () => {
    const { text } = render({
      tone: 'plain',
      title: 'Wide',
      table: { columns: ['Place', 'What to know'], rows: [['Brazil', 'x'.repeat(60)]] },
    });
    expect(text).toContain(`**Brazil** · What to know: ${'x'.repeat(60)}`);
  });

  it.each(['good', 'caution', 'bad', 'waiting', 'plain'] as const)(
    'says the tone %s in words and not in color alone',
    (tone) => {
      const { text, container } = render({ tone, title: 'x' });
      expect(text).toBe(
        `${{ good: '✅ ', caution: '⚠️ ', bad: '❌ ', waiting: '⏳ ', plain: '' }[tone]}**x**`,
      );
      expect(container.accent_color === null).toBe(tone === 'plain');
    },
  );

  it('notifies nobody, and whom it names only where it is a post', () => {
    const reply: Reply = { tone: 'plain', title: [{ text: 'Ana', account: '111111111111111111' }] };
    expect(render(reply).body.allowed_mentions).toEqual({ parse: [] });
    expect(render(reply, { notifies: true }).body.allowed_mentions).toEqual({
      parse: [],
      users: ['111111111111111111'],
    });
  });

  it('never hands an account to Discord that is none', () => {
    const named = ['everyone', '', '1> @everyone', 'U0ANA'].map((account) => ({ text: 'Ana', account }));
    const { body, text } = render({ tone: 'plain', title: named }, { notifies: true });
    expect(body.allowed_mentions).toEqual({ parse: [] });
    expect(text).toBe('**AnaAnaAnaAna**');
  });

  it('keeps the breaks inside a paragraph', () => {
    const layer = [{ text: 'Master', style: 'strong' as const }, { text: '\n▇▇▇ Ana 2/3\n▇ Bo 1/3' }];
    const { text } = render({ tone: 'plain', title: 'x', text: [layer, 'React'] });
    expect(text).toBe('**x**\n**Master**\n▇▇▇ Ana 2/3\n▇ Bo 1/3\nReact');
  });

  it('puts five buttons into a row and shortens their labels', () => {
    const buttons = Array.from({ length: 7 }, (_, index) => ({
      label: `夜${index}`.repeat(60),
      press: `a:b:${index}`,
    }));
    const { container } = render({ tone: 'plain', title: 'x', buttons });
    expect(container.components.slice(1).map((row) => (row.type === 1 ? row.components.length : 0))).toEqual([
      5, 2,
    ]);
  });

  it('that is too long is shortened at a line and comes whole in a file', () => {
    const list = Array.from({ length: 400 }, (_, index) => ({ text: `line ${index} *of* many` }));
    const { text, files } = render({ tone: 'plain', title: 'Long', list, notices: ['the end'] });
    expect(text.split('\n').at(-1)).toBe('-# … 📎 answer.txt');
    expect(text.split('\n').at(-2)).toMatch(/^- line \d+ \\\*of\\\* many$/);
    const whole = String(files[0]?.data);
    expect(whole).toContain('line 399 *of* many');
    expect(whole).toContain('the end');
  });

  it('that is one endless line is cut between characters', () => {
    const { text, files } = render({ tone: 'plain', title: '👩‍👩‍👧‍👦'.repeat(3000), text: ['after'] });
    expect(text.length).toBeLessThanOrEqual(4000);
    expect(text).not.toMatch(/\u200d…|\u200d\*\*/);
    expect(text).toContain('after');
    expect(String(files[0]?.data)).toContain('after');
  });

  it('with nothing in it still shows something', () => {
    expect(render({ tone: 'plain', title: '' }).text).not.toBe('');
  });
});

describe('files', () => {
  const file = (name: string, bytes: Uint8Array = Buffer.from('x')) => ({
    name,
    mediaType: 'text/csv',
    bytes,
  });

  it.each([
    ['result.csv', 'result.csv'],
    ['夜車 結果.csv', 'file.csv'],
    ['Ré sultat (1).csv', 'Re_sultat_1.csv'],
    ['../../etc/passwd', 'etc_passwd'],
  ])('%s is called %s', (name, expected) => {
    const { body } = render({ tone: 'plain', title: 'x', files: [file(name)] });
    expect(body.attachments).toEqual([{ id: 0, filename: expected }]);
  });

  it('of one name are told apart', () => {
    const { files } = render({ tone: 'plain', title: 'x', files: [file('a.csv'), file('a.csv')] });
    expect(files.map(({ name }) => name)).toEqual(['a.csv', 'a-2.csv']);
  });

  it('that are too heavy for the place are zipped', () => {
    const bytes = Buffer.from('code,verdict\n'.repeat(1000));
    const { files } = render(
      { tone: 'plain', title: 'x', files: [file('r.csv', bytes)] },
      { fileBytes: 5000 },
    );
    const zip = files[0]?.data as Buffer;
    expect(files[0]?.name).toBe('r.csv.zip');
    expect(zip.readUInt32LE(0)).toBe(0x04_03_4b_50);
    const start = 30 + zip.readUInt16LE(26);
    expect(inflateRawSync(zip.subarray(start, start + zip.readUInt32LE(18))).equals(bytes)).toBe(true);
  });
});

it('marks a post so that its key, and no other, is known again', () => {
  expect(markerOf('sheet-1')).toEqual(markerOf('sheet-1'));
  expect(markerOf('sheet-1')).not.toEqual(markerOf('sheet-2'));
  const { container } = render({ tone: 'plain', title: 'x' }, { marker: markerOf('sheet-1') });
  expect([container.id, container.components[0]?.id]).toEqual(Object.values(markerOf('sheet-1')));
});

it('shows every kind of field as Discord takes it', () => {
  const modal = renderModal(
    {
      id: 'x y?',
      title: '編輯'.repeat(40),
      submit: 'Send',
      fields: [
        {
          name: 'a',
          kind: 'short',
          label: 'A label that is longer than forty-five characters long',
          required: true,
          value: 'v',
        },
        { name: 'b', kind: 'long', label: 'B', hint: 'h'.repeat(150), required: false },
        {
          name: 'c',
          kind: 'choice',
          label: 'C',
          required: true,
          value: 'two',
          choices: [
            { value: 'one', label: 'One' },
            { value: 'two', label: 'Two' },
          ],
        },
        { name: 'd', kind: 'person', label: 'D', required: false },
        { name: 'e', kind: 'file', label: 'E', required: true },
      ],
    },
    0,
    'x y?',
  );
  const form = new Checked();
  checkModal(form, structuredClone(modal));
  form.done();
  expect(modal.title).toHaveLength(45);
  expect(modal.components.map(({ component }) => component.type)).toEqual([4, 4, 3, 5, 19]);
});

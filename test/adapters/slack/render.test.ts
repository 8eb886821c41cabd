import { describe, expect, it } from 'vitest';
import { renderForm } from '../../../src/adapters/slack/modal.ts';
import { renderReply } from '../../../src/adapters/slack/render.ts';
import type { Reply } from '../../../src/bot/reply.ts';
import { checkBlocks, checkView } from '../../platforms/slack/blocks/check.ts';
import { pingsOf, readable } from '../../platforms/slack/mrkdwn.ts';
import type { Json } from '../../platforms/slack/world.ts';

/** Drawn, and held against everything that Slack would refuse. */
function drawn(reply: Reply) {
  const rendered = renderReply(reply);
  const blocks = checkBlocks(JSON.parse(JSON.stringify(rendered.blocks)));
  return { ...rendered, blocks, read: readable(rendered.text, blocks) };
}

const lines = (count: number, width: number) =>
  Array.from({ length: count }, (_, n) => `${n} ${'x'.repeat(width)}`);

describe('a reply on Slack', () => {
  it('is read in the order of its members, with a mark and the words', () => {
    const { read } = drawn({
      tone: 'good',
      title: [{ text: 'US-RC1-76-07839', style: 'code' }, { text: ' has the shape of an ISRC' }],
      text: ['An ISRC has no check digit.'],
      facts: [{ label: 'Year', value: '76' }],
      list: [{ tone: 'caution', text: 'look at this' }, { text: 'and this' }],
      table: { columns: ['line', 'code'], rows: [['1', 'GB-AYE-69-00531']] },
      notices: ['Source: the list of 4 Nov 2025'],
      buttons: [{ label: 'Accept', press: 'isrc:accept:1' }],
    });
    expect(read).toBe(
      [
        '✅ US-RC1-76-07839 has the shape of an ISRC',
        'Year: 76',
        '⚠️ look at this',
        '• and this',
        'line | code',
        '1 | GB-AYE-69-00531',
        'An ISRC has no check digit.',
        'Source: the list of 4 Nov 2025',
        '[Accept]',
      ].join('\n'),
    );
  });

  const hostile = [
    '<!channel> <!here> <!everyone> <@U123> <#C123> <!subteam^S1>',
    '*bold* _it_ `code` ~strike~ > quote',
    '&lt;!channel&gt; &amp;',
    '<https://evil.example|click> [x](https://evil.example)',
    '\u202eexe.gpj\u2066 \u0000\u001b[31m',
    '\ud83d half \udc00',
    '```<!channel>```',
    ':wave: @everyone #general',
  ];

  it.each(hostile)('notifies nobody and is taken: %j', (text) => {
    const { text: fallback, blocks } = drawn({
      tone: 'bad',
      title: text,
      text: [text],
      facts: [{ label: text, value: text }],
      list: [{ text }],
      table: { columns: [text, 'b'], rows: [[text, text]] },
      notices: [text],
      buttons: [{ label: text, press: 'a:b:c' }],
    });
    expect(pingsOf(fallback, blocks)).toEqual([]);
    expect(JSON.stringify(blocks)).not.toMatch(/<[!@#]/);
    expect(JSON.stringify([fallback, blocks])).not.toMatch(/[\u202a-\u202e]|\\u00[01]/);
  });

  it('notifies the account that is meant, and no other', () => {
    const { text, blocks } = drawn({
      tone: 'plain',
      title: [{ text: 'Ana', account: 'U1' }, { text: ' <@U2>' }],
    });
    expect(pingsOf(text, blocks)).toEqual(['U1']);
  });

  it('never hands an account to Slack that is none', () => {
    const named = ['everyone', '!channel', '', '42'].map((account) => ({ text: 'Ana', account }));
    const { text, blocks, read } = drawn({ tone: 'plain', title: named });
    expect(pingsOf(text, blocks)).toEqual([]);
    expect(read).toBe('AnaAnaAnaAna');
  });

  it('keeps the breaks inside a paragraph, and gives each notice a line of its own', () => {
    const layer = [{ text: 'Master', style: 'strong' as const }, { text: '\n▇▇▇ Ana 2/3\n▇ Bo 1/3' }];
    const { read, blocks } = drawn({ tone: 'plain', title: 'x', text: [layer], notices: ['hash', 'since'] });
    expect(read).toBe('x\nMaster\n▇▇▇ Ana 2/3\n▇ Bo 1/3\nhash\nsince');
    expect(blocks.map(({ type }) => type)).toEqual([
      ...['rich_text', 'rich_text'],
      ...['context', 'context'],
    ]);
  });

  it('shows a paragraph of many lines line by line, though it needs several blocks', () => {
    const rows = lines(120, 50);
    const layer = rows.flatMap((text, n) => (n === 0 ? [{ text }] : [{ text: '\n' }, { text }]));
    const { read, blocks, files } = drawn({ tone: 'plain', title: 'x', text: [layer, 'React'] });
    expect(read).toBe(['x', ...rows, 'React'].join('\n'));
    expect(blocks.length).toBeGreaterThan(2);
    expect(files).toEqual([]);
  });

  it('links to web addresses only', () => {
    const { blocks } = drawn({
      tone: 'plain',
      title: [
        { text: 'list', href: 'https://isrc.example' },
        { text: 'trap', href: 'javascript:alert(1)' },
      ],
    });
    expect(JSON.stringify(blocks)).toContain('"url":"https://isrc.example"');
    expect(JSON.stringify(blocks)).not.toContain('javascript');
  });

  const large: readonly { what: string; reply: Reply }[] = [
    { what: 'a title', reply: { tone: 'good', title: '夜車🚌'.repeat(6000) } },
    { what: 'a paragraph', reply: { tone: 'good', title: 'x', text: ['👩‍👩‍👧‍👦'.repeat(4000)] } },
    {
      what: 'many lines',
      reply: { tone: 'good', title: 'x', list: lines(4000, 40).map((text) => ({ text })) },
    },
    {
      what: 'a long table',
      reply: { tone: 'good', title: 'x', table: { columns: ['a'], rows: lines(500, 20).map((t) => [t]) } },
    },
    {
      what: 'a wide table',
      reply: { tone: 'good', title: 'x', table: { columns: lines(30, 2), rows: [lines(30, 2)] } },
    },
    {
      what: 'a fat table',
      reply: { tone: 'good', title: 'x', table: { columns: ['a'], rows: lines(90, 400).map((t) => [t]) } },
    },
    { what: 'many notices', reply: { tone: 'good', title: 'x', notices: lines(30, 2000) } },
    {
      what: 'everything at once',
      reply: {
        tone: 'good',
        title: 'x'.repeat(20_000),
        text: lines(100, 500),
        table: { columns: ['a'], rows: lines(500, 200).map((t) => [t]) },
        notices: lines(12, 5000),
        buttons: lines(30, 200).map((label, n) => ({ label, press: `a:b:${n}` })),
      },
    },
  ];

  it.each(large)('is shortened between two characters, with the whole in a file, for $what', ({ reply }) => {
    const { blocks, files, read } = drawn(reply);
    expect(read).toContain('📎 answer.txt');
    expect(JSON.stringify(blocks).isWellFormed()).toBe(true);
    const whole = files.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('');
    for (const words of [reply.title, ...(reply.text ?? []), ...(reply.notices ?? [])])
      expect(whole).toContain(words);
    for (const row of reply.table?.rows ?? []) expect(whole).toContain(row.join('\t'));
  });

  it('never cuts a family in two', () => {
    const family = '👩‍👩‍👧‍👦';
    const { read } = drawn({ tone: 'plain', title: family.repeat(3000) });
    const shown = read.slice(0, read.indexOf('… 📎')).replaceAll('\n', '');
    expect(shown.replaceAll(family, '')).toBe('');
    expect(shown.length).toBeGreaterThan(5000);
  });

  it('needs no file when it fits', () => {
    expect(drawn({ tone: 'plain', title: 'x', text: lines(20, 400) }).files).toEqual([]);
  });
});

describe('a form on Slack', () => {
  it('is a modal that Slack takes, whatever it is called', () => {
    const long = '很長的標題'.repeat(20);
    const view = renderForm(
      {
        id: 'isrc check?',
        title: long,
        submit: long,
        fields: [
          { name: 'codes', kind: 'long', label: long, hint: long, required: true, value: 'x'.repeat(5000) },
          { name: 'kind', kind: 'choice', label: 'Kind', required: false, value: 'b', choices: choices(150) },
          { name: 'who', kind: 'person', label: 'Who', required: true },
          { name: 'file', kind: 'file', label: 'File', required: false },
        ],
      },
      { channel: 'C1', thread: '1.1', responseUrl: `https://hooks.slack.com/${'x'.repeat(200)}`, until: 1 },
    );
    const taken = checkView(JSON.parse(JSON.stringify(view)));
    expect((taken.blocks as Json[]).map((block) => block.block_id)).toEqual(['codes', 'kind', 'who', 'file']);
  });
});

function choices(count: number) {
  return Array.from({ length: count }, (_, n) => ({ value: n === 1 ? 'b' : `v${n}`, label: `Choice ${n}` }));
}

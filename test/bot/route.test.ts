import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import type { Act, Message, Origin } from '../../src/bot/adapter.ts';
import { type Command, type Context, defineCommand, subcommand } from '../../src/bot/command.ts';
import { formId } from '../../src/bot/form.ts';
import { pressOf } from '../../src/bot/reply.ts';
import { route, type Task } from '../../src/bot/route.ts';
import { problem } from '../../src/core/problem.ts';
import { plain } from '../../src/text/spans.ts';
import { translator } from '../../src/text/translate.ts';

const origin: Origin = { platform: 'console', space: 'room', channel: 'room', account: 'you' };
const message: Message = {
  place: { space: 'room', channel: 'room' },
  id: '1',
  author: 'bo',
  text: 'hey',
  files: [],
};
const context = { t: translator('en', 'UTC') } as Context;

const sheet = { schema: z.string().max(5), description: 'Which' };
const commands: readonly Command[] = [
  defineCommand({
    name: 'split',
    description: 'Sheets',
    say: {},
    subcommands: {
      new: subcommand({
        description: 'A new one',
        options: {
          title: { schema: z.string().max(9), description: 'Title' },
          sheet: { ...sheet, schema: z.string().max(5).optional() },
        },
        form: {
          title: 'New sheet',
          submit: 'Send',
          fields: [{ option: 'title', kind: 'short', label: 'Title' }],
        },
        visibility: 'posted',
        handle: ({ title, sheet: which }) => ({ tone: 'good', title: `new ${title} ${which}` }),
      }),
      close: subcommand({
        description: 'Close one',
        options: { sheet },
        who: 'admin',
        handle: ({ sheet: which }) => ({ tone: 'good', title: `closed ${which}` }),
      }),
      list: subcommand({ description: 'All', options: {}, handle: () => ({ tone: 'plain', title: 'list' }) }),
    },
    buttons: {
      approve: { visibility: 'posted', handle: (value) => ({ tone: 'good', title: `approved ${value}` }) },
      forget: { who: 'admin', handle: (value) => ({ tone: 'good', title: `forgot ${value}` }) },
      dispute: {
        form: async (value) => ({
          id: `split close?sheet=${value}`,
          title: 'Why?',
          submit: 'Send',
          fields: [],
        }),
      },
    },
    messageActions: [
      { name: 'Keep this', who: 'admin', handle: ({ text }) => ({ tone: 'good', title: `kept ${text}` }) },
    ],
  }),
];

const typed = (line: string): Act => ({ kind: 'typed', origin, line, files: [] });
const chosen = (command: string, name: string, options: Record<string, unknown> = {}): Act => ({
  kind: 'chosen',
  origin,
  command,
  subcommand: name,
  options,
});
const sent = (form: string, values: Record<string, unknown>): Act => ({ kind: 'form', origin, form, values });
const pressed = (press: string): Act => ({ kind: 'button', origin, press });
const picked = (action: string): Act => ({ kind: 'message-action', origin, action, message });

async function titleOf(task: Task): Promise<string> {
  if (task.kind === 'answer') return plain((await task.handle(context)).title);
  if (task.kind === 'form') return `form ${(await task.open(context)).id}`;
  return task.kind === 'refuse' ? task.problems.map(({ code }) => code).join() : 'fields';
}

describe('an act', () => {
  it.each<[string, Act, string, object]>([
    [
      'a typed line',
      typed('split new title: Rain'),
      'new Rain undefined',
      { label: 'split new', visibility: 'posted' },
    ],
    ['a typed line in an order of its own', typed('split new sheet: s1 title: Rain'), 'new Rain s1', {}],
    [
      'chosen options',
      chosen('split', 'new', { title: 'Rain' }),
      'new Rain undefined',
      { visibility: 'posted' },
    ],
    ['a form', sent('split new?', { title: 'Rain' }), 'new Rain undefined', { label: 'split new' }],
    ['a form with something settled', sent('split new?sheet=s1', { title: 'Rain' }), 'new Rain s1', {}],
    [
      'a press',
      pressed(pressOf('split', 'approve', 'v2')),
      'approved v2',
      { label: 'split:approve', visibility: 'posted' },
    ],
    [
      'a message',
      picked('Keep this'),
      'kept hey',
      { label: 'Keep this', visibility: 'private', who: 'admin' },
    ],
    ['a command without options that has none', typed('split list'), 'list', { visibility: 'private' }],
  ])('is answered: %s', async (_what, act, title, about) => {
    const task = route(act, commands);
    expect(task).toMatchObject({ kind: 'answer', ...about });
    expect(await titleOf(task)).toBe(title);
  });

  it.each<[string, Act, string]>([
    ['a typed command without options', typed('split new'), 'form split new?'],
    ['a chosen command without options', chosen('split', 'new'), 'form split new?'],
    [
      'a button that asks for the rest',
      pressed(pressOf('split', 'dispute', 's1')),
      'form split close?sheet=s1',
    ],
  ])('opens a form: %s', async (_what, act, id) => {
    const task = route(act, commands);
    expect(task.kind).toBe('form');
    expect(await titleOf(task)).toBe(id);
  });

  it.each<[string, Act, string]>([
    ['for a subcommand', typed('split close s1'), 'split close'],
    ['for a button', pressed(pressOf('split', 'forget', 's1')), 'split:forget'],
    ['for a form that is sent', sent(formId('split', 'close', { sheet: 's1' }), {}), 'split close'],
  ])('carries who may do it: %s', (_what, act, label) => {
    expect(route(act, commands)).toMatchObject({ kind: 'answer', who: 'admin', label });
  });

  it('does not let a form change what is settled', async () => {
    const task = route(sent('split new?sheet=s1', { title: 'Rain', sheet: 's2' }), commands);
    expect(await titleOf(task)).toBe('new Rain s1');
  });
});

const gone = problem('command.gone', 'error');
const known = ['/split new', '/split close', '/split list'];

describe('a refusal', () => {
  it.each<[string, Act, object]>([
    ['of nothing', typed(''), problem('command.missing', 'error', { commands: ['/split'] })],
    [
      'of an unknown command',
      typed('splat new'),
      problem('command.unknown', 'error', { typed: 'splat', commands: ['/split'] }),
    ],
    [
      'of an unknown chosen one',
      chosen('splat', 'new'),
      problem('command.unknown', 'error', { typed: 'splat', commands: ['/split'] }),
    ],
    [
      'of a command alone',
      typed('split'),
      problem('command.incomplete', 'error', { command: '/split', commands: known }),
    ],
    [
      'of a chosen command alone',
      chosen('split', ''),
      problem('command.incomplete', 'error', { command: '/split', commands: known }),
    ],
    [
      'of an unknown subcommand',
      typed('split neww'),
      problem('command.unknown', 'error', { typed: 'split neww', commands: known }),
    ],
    [
      'of what every object has',
      chosen('split', 'constructor'),
      problem('command.unknown', 'error', { typed: 'split constructor', commands: known }),
    ],
    ['of a button of a command that is gone', pressed('splat:approve:1'), gone],
    ['of a button that is gone', pressed('split:agree:1'), gone],
    ['of a button that every object has', pressed('split:constructor:1'), gone],
    ['of a form of a command that is gone', sent('splat new?', {}), gone],
    ['of a form of a subcommand that is gone', sent('split neww?', {}), gone],
    ['of a form that every object has', sent('split toString?', {}), gone],
    ['of a menu entry that is gone', picked('Save as evidence'), gone],
    [
      'of an option',
      typed('split close a-long-name'),
      problem('option.too-long', 'error', { option: 'sheet', limit: 5 }),
    ],
    ['of a missing option', typed('split close'), problem('option.missing', 'error', { option: 'sheet' })],
  ])('says what is wrong: %s', (_what, act, expected) => {
    expect(route(act, commands)).toMatchObject({ kind: 'refuse', problems: [expected] });
  });

  it('of a form says which field', () => {
    expect(
      route(sent('split new?', { title: 'a name that is too long', sheet: 'as well' }), commands),
    ).toEqual({
      kind: 'refuse-fields',
      label: 'split new',
      problems: {
        title: problem('option.too-long', 'error', { option: 'title', limit: 9 }),
        sheet: problem('option.too-long', 'error', { option: 'sheet', limit: 5 }),
      },
    });
  });
});

const anything = fc.string({ unit: 'binary' });
const part = fc.constantFrom('split', 'new', 'approve', 'constructor', '__proto__', '', ':', '?', ' ');
const id = fc.oneof(
  anything,
  fc.array(fc.oneof(part, anything), { maxLength: 6 }).map((parts) => parts.join('')),
);
const values = fc.dictionary(anything, fc.anything());
const act: fc.Arbitrary<Act> = fc.oneof(
  id.map(typed),
  fc.tuple(id, id, values).map(([command, name, options]) => chosen(command, name, options)),
  fc.tuple(id, values).map(([form, given]) => sent(form, given)),
  id.map(pressed),
  id.map(picked),
);

test.prop([act])('every act leads somewhere, whatever comes from outside', (anyAct) => {
  const task = route(anyAct, commands);
  if (task.kind === 'refuse') expect(task.problems.length).toBeGreaterThan(0);
  if (task.kind === 'answer') expect(task.handle).toBeTypeOf('function');
});

import { describe, expect, it } from 'vitest';
import { type Answered, askForm } from '../../../src/adapters/console/prompts.ts';
import type { Field, Form } from '../../../src/bot/form.ts';
import { plain } from '../../../src/text/spans.ts';
import { translator } from '../../../src/text/translate.ts';

const t = translator('en', 'UTC');
const field = (name: string, more: Partial<Field> = {}): Field => ({
  name,
  kind: 'short',
  label: name.toUpperCase(),
  required: true,
  ...more,
});

function ask(...fields: readonly Field[]) {
  const form: Form = { id: 'x y?', title: 'New sheet', submit: 'Send', fields };
  const prompts = askForm(form, t);
  return { begin: () => read(prompts.begin()), answer: (line: string) => read(prompts.answer(line)) };
}

function read(answered: Answered) {
  return answered.kind === 'ask' ? answered.lines.map(plain) : answered;
}

const sent = (values: Record<string, string>) => ({ kind: 'sent', values });

describe('a form in the terminal', () => {
  it('asks one field after the other, and sends what was typed', () => {
    const form = ask(field('title'), field('note', { required: false, hint: 'As you like' }));
    expect(form.begin()).toEqual(['New sheet', 'cancel closes the form.', 'TITLE:']);
    expect(form.answer('  Night Bus ')).toEqual(['NOTE (may be left empty):', 'As you like']);
    expect(form.answer('soon')).toEqual(sent({ title: 'Night Bus', note: 'soon' }));
  });

  it('asks again for what is needed', () => {
    const form = ask(field('title'));
    form.begin();
    expect(form.answer('   ')).toEqual(['This one is needed. Type it, or cancel.', 'TITLE:']);
    expect(form.answer('Rain')).toEqual(sent({ title: 'Rain' }));
  });

  it('leaves out what may be left empty', () => {
    const form = ask(field('note', { required: false }));
    form.begin();
    expect(form.answer('')).toEqual(sent({}));
  });

  it('keeps what stands there already on an empty line', () => {
    const form = ask(field('title', { value: 'Night Bus' }));
    expect(form.begin()).toContain('Now: Night Bus. An empty line keeps it.');
    expect(form.answer('')).toEqual(sent({ title: 'Night Bus' }));
  });

  it('takes several lines until an empty one', () => {
    const form = ask(field('codes', { kind: 'long' }), field('title'));
    expect(form.begin()).toContain('Several lines; an empty line ends it.');
    expect(form.answer('US-RC1-76-07839')).toEqual([]);
    expect(form.answer('  GB-AYE-69-00531')).toEqual([]);
    expect(form.answer('')).toEqual(['TITLE:']);
    expect(form.answer('Rain')).toEqual(sent({ codes: 'US-RC1-76-07839\n  GB-AYE-69-00531', title: 'Rain' }));
  });

  it('asks again for several lines that are needed, and forgets none of two fields', () => {
    const form = ask(field('a', { kind: 'long' }), field('b', { kind: 'long', required: false }));
    form.begin();
    expect(form.answer('')).toContain('This one is needed. Type it, or cancel.');
    form.answer('one');
    form.answer('');
    expect(form.answer('')).toEqual(sent({ a: 'one' }));
  });

  it('shows choices by their labels, and takes label or value in any case', () => {
    const choices = [
      { value: 'me', label: 'For you' },
      { value: 'team', label: 'For the team' },
    ];
    const form = ask(
      field('a', { kind: 'choice', choices, value: 'team' }),
      field('b', { kind: 'choice', choices }),
    );
    expect(form.begin()).toEqual([
      'New sheet',
      'cancel closes the form.',
      'A:',
      'One of: For you / For the team',
      'Now: For the team. An empty line keeps it.',
    ]);
    form.answer('for YOU');
    expect(form.answer('Team')).toEqual(sent({ a: 'me', b: 'team' }));
  });

  it('asks again after a choice that there is not', () => {
    const form = ask(field('a', { kind: 'choice', choices: [{ value: 'me', label: 'For you' }] }));
    form.begin();
    expect(form.answer('nobody')).toContain('nobody is none of them. Type one of the choices, or cancel.');
    expect(form.answer('For You')).toEqual(sent({ a: 'me' }));
  });

  it('asks for a path where a file is wanted', () => {
    expect(ask(field('file', { kind: 'file' })).begin()).toContain('FILE (a path):');
  });

  it.each(['cancel', ' CANCEL '])('is closed by "%s", in the middle of several lines as well', (line) => {
    const form = ask(field('title'));
    form.begin();
    expect(form.answer(line)).toEqual({ kind: 'cancelled' });
    const long = ask(field('codes', { kind: 'long' }));
    long.begin();
    long.answer('one');
    expect(long.answer(line)).toEqual({ kind: 'cancelled' });
  });

  it('is sent at once when it asks for nothing', () => {
    expect(ask().begin()).toEqual(sent({}));
  });

  it('asks in the language of the room', () => {
    const prompts = askForm(
      { id: 'x y?', title: '設定', submit: '儲存', fields: [field('a', { required: false })] },
      translator('zh-Hant', 'UTC'),
    );
    expect(read(prompts.begin())).toEqual(['設定', '輸入 cancel 關閉表單。', 'A（可以留空）：']);
  });
});

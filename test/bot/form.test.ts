import { fc, test } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { formId, readFormId } from '../../src/bot/form.ts';
import { pressOf, readPress } from '../../src/bot/reply.ts';

const name = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
/** Ids of ours and of platforms, and whatever else may stand in a value. */
const value = fc.string({ unit: 'binary', maxLength: 10 }).filter((text) => text.isWellFormed());

describe('the id of a form', () => {
  test.prop([name, name, fc.dictionary(name, value, { maxKeys: 3 })])(
    'brings back the subcommand and what is settled',
    (command, subcommand, settled) => {
      const query = new URLSearchParams(settled).toString();
      fc.pre(command.length + subcommand.length + query.length + 2 <= 100);
      const read = readFormId(formId(command, subcommand, settled));
      expect(read).toEqual({ command, subcommand, settled: { ...settled } });
    },
  );

  it('is refused beyond 100 characters, where Discord ends', () => {
    const settled = (length: number) => ({ sheet: 'x'.repeat(length - 'split revise?sheet='.length) });
    expect(formId('split', 'revise', settled(100))).toHaveLength(100);
    expect(() => formId('split', 'revise', settled(101))).toThrow(/longer than 100 characters/);
  });

  it('is refused when signs that have to be written out make it too long', () => {
    expect(() => formId('split', 'revise', { title: '夜'.repeat(10) })).toThrow(/longer than 100/);
  });

  test.prop([fc.string({ unit: 'binary' })])('is read without an error, whatever comes back', (id) => {
    expect(readFormId(id)).toMatchObject({ command: expect.any(String), subcommand: expect.any(String) });
  });
});

describe('the press of a button', () => {
  test.prop([name, name, fc.string({ unit: 'grapheme', maxLength: 20 })])(
    'brings back the button and its value',
    (command, button, text) => {
      expect(readPress(pressOf(command, button, text))).toEqual({ command, button, value: text });
    },
  );

  it('keeps colons in the value', () => {
    expect(readPress(pressOf('split', 'approve', 'v:2:a'))).toEqual({
      command: 'split',
      button: 'approve',
      value: 'v:2:a',
    });
  });

  it('needs no value', () => {
    expect(readPress(pressOf('split', 'more'))).toEqual({ command: 'split', button: 'more', value: '' });
  });

  it('is refused beyond 100 characters, where Discord ends', () => {
    const room = 100 - 'split:approve:'.length;
    expect(pressOf('split', 'approve', 'x'.repeat(room))).toHaveLength(100);
    expect(() => pressOf('split', 'approve', 'x'.repeat(room + 1))).toThrow(/longer than 100 characters/);
  });

  test.prop([fc.string({ unit: 'binary' })])('is read without an error, whatever comes back', (press) => {
    expect(readPress(press)).toMatchObject({ command: expect.any(String), button: expect.any(String) });
  });
});

import { expect, it } from 'vitest';
import { z } from 'zod';
import type { Context } from '../../src/bot/command.ts';
import { openForm } from '../../src/bot/open-form.ts';
import { messagesIn } from '../../src/text/languages.ts';
import { translator } from '../../src/text/translate.ts';

const options = {
  title: { schema: z.string(), description: 'Title' },
  for: {
    kind: 'choice',
    schema: z.string().optional(),
    description: 'For whom',
    choices: [
      { value: 'me', label: 'For you' },
      { value: 'team', label: 'For the team' },
    ],
  },
} as const;

const outline = {
  title: 'Settings',
  submit: 'Save',
  fields: [
    { option: 'title', kind: 'short', label: 'Language', hint: 'Time zone' },
    { option: 'for', kind: 'choice', label: 'For whom' },
  ],
} as const;

const contextIn = (locale: 'en' | 'zh-Hant') => ({ t: translator(locale, 'UTC') }) as Context;

it('asks for what the outline names, in its order, and says what may be left empty', async () => {
  const form = await openForm({ command: 'split', name: 'new', options, outline }, contextIn('en'));
  expect(form).toEqual({
    id: 'split new?',
    title: [{ text: 'Settings' }],
    submit: [{ text: 'Save' }],
    fields: [
      {
        name: 'title',
        kind: 'short',
        label: [{ text: 'Language' }],
        hint: [{ text: 'Time zone' }],
        required: true,
      },
      {
        name: 'for',
        kind: 'choice',
        label: [{ text: 'For whom' }],
        required: false,
        choices: [
          { value: 'me', label: [{ text: 'For you' }] },
          { value: 'team', label: [{ text: 'For the team' }] },
        ],
      },
    ],
  });
});

it('asks in the language of the reader', async () => {
  const form = await openForm({ command: 'split', name: 'new', options, outline }, contextIn('zh-Hant'));
  const chinese = (message: string) => [{ text: messagesIn('zh-Hant')[message] }];
  expect(form.title).toEqual(chinese('Settings'));
  expect(form.submit).toEqual(chinese('Save'));
  expect(form.fields[0]?.hint).toEqual(chinese('Time zone'));
  expect(form.fields[1]?.choices?.[1]).toEqual({ value: 'team', label: chinese('For the team') });
});

it('puts in what is known already, and carries what is settled', async () => {
  const source = {
    command: 'split',
    name: 'revise',
    options,
    outline: { ...outline, prefill: async () => ({ title: 'Night Bus' }) },
    settled: { sheet: 's1' },
  };
  const form = await openForm(source, contextIn('en'));
  expect(form.id).toBe('split revise?sheet=s1');
  expect(form.fields.map(({ value }) => value)).toEqual(['Night Bus', undefined]);
});

it('does not open a form for an option that there is not', async () => {
  const fields = [{ option: 'stray', kind: 'short', label: 'Stray' }] as const;
  await expect(
    openForm({ command: 'split', name: 'new', options, outline: { ...outline, fields } }, contextIn('en')),
  ).rejects.toThrow('"stray"');
});

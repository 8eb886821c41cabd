import { z } from 'zod';
import type { Attachment } from '../bot/adapter.ts';
import {
  type ButtonHandler,
  type Context,
  type MessageActionHandler,
  type Options,
  type Subcommand,
  subcommand,
} from '../bot/command.ts';
import type { Form } from '../bot/form.ts';
import { openForm } from '../bot/open-form.ts';
import { suggestAny } from '../catalog/find.ts';
import { NOTE_KINDS, type NoteKind } from '../core/licenses/note.ts';
import {
  NOTE_NAMES,
  replyForMessage,
  replyForMoreNotes,
  replyForNotes,
  replyForSave,
} from './note-replies.ts';
import { say } from './note-say.ts';
import { mustFindNote } from './notes.ts';

const about = {
  schema: z.string().trim().min(1).max(300).optional(),
  description: 'What it is about: a title, or its kind and name: sample Rain Song',
  suggest: suggestAny,
  named: true as const,
};
const note = {
  schema: z.string().trim().min(1).max(60).optional(),
  description: 'Id of a note',
};

/** Other words that people type for what it is. */
const ALSO: Readonly<Record<NoteKind, readonly string[]>> = {
  message: ['dm', 'direct message', '私訊'],
  credit: ['credit line', 'credits', '標註'],
  receipt: ['store receipt', '收據'],
  verbal: ['spoken', 'verbal yes', '口頭'],
  other: ['其他'],
};

const saveOptions = {
  text: {
    schema: z.string().trim().min(1).max(20_000).optional(),
    description: 'What was said or shown, word for word',
  },
  about,
  from: {
    schema: z.string().trim().min(1).max(200).optional(),
    description: 'Whose words they are: @name, or a name',
    named: true as const,
  },
  kind: {
    kind: 'choice' as const,
    choices: NOTE_KINDS.map((value) => ({ value, label: NOTE_NAMES[value], also: ALSO[value] })),
    schema: z.enum(NOTE_KINDS).default('other'),
    description: 'A message, a credit line, a receipt, a spoken yes, or something else',
    named: true as const,
  },
  said: {
    schema: z.string().trim().min(1).max(40).optional(),
    description: 'On which day it was said, as in 2026-11-03',
    named: true as const,
  },
  note: { ...note, description: 'A note that is there: says what it is about', named: true as const },
  file: {
    kind: 'file' as const,
    schema: z.custom<Attachment>().optional(),
    description: 'PDF, picture, text, e-mail or recording, at most 20 MB',
  },
};

/** What `/evidence` can do about notes. */
export const noteSubcommands: Readonly<Record<string, Subcommand>> = {
  save: subcommand({
    description: 'Keep words or a file as a note, hashed and dated; a note is no license',
    options: saveOptions,
    form: {
      title: say.formTitle,
      submit: say.formSubmit,
      fields: [
        { option: 'text', kind: 'long', label: say.formText },
        { option: 'file', kind: 'file', label: say.formFile, hint: say.formFileHint },
        { option: 'about', kind: 'short', label: say.formWhat, hint: say.formWhatHint },
        { option: 'from', kind: 'short', label: say.formFrom },
        { option: 'kind', kind: 'choice', label: say.formKind },
      ],
    },
    handle: replyForSave,
  }),
  notes: subcommand({
    description: 'The notes of this team, or one in full with its files',
    options: { note, about: { ...about, description: 'Only those about this' } },
    changesNothing: true,
    handle: replyForNotes,
  }),
};

export const noteButtons: Readonly<Record<string, ButtonHandler>> = {
  about: { form: aboutForm },
  notes: { changesNothing: true, handle: replyForMoreNotes },
};

export const noteActions: readonly MessageActionHandler[] = [
  { name: 'Save as evidence', handle: replyForMessage },
];

async function aboutForm(id: string, context: Context): Promise<Form> {
  const found = await mustFindNote(context.house.db, context.asker.team, id);
  return openForm(
    {
      command: 'evidence',
      name: 'save',
      options: saveOptions as Options,
      outline: {
        title: say.formAbout,
        submit: say.formSubmit,
        fields: [{ option: 'about', kind: 'short', label: say.formWhat, hint: say.formWhatHint }],
      },
      settled: { note: found.id },
    },
    context,
  );
}

import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { type Asked, replyForText } from '../src/codes/answer.ts';
import { replyForSent } from '../src/codes/sent.ts';

const say = {
  formTitle: 'Check identifiers',
  formSubmit: 'Check',
  formText: 'Identifiers',
  formTextHint: 'ISRC, ISWC, UPC or EAN, IPI, ISNI, GRid, DPID, ISMN; one or many',
  formFile: 'Or a file',
  formFileHint: 'CSV, TSV or text up to 10 MB, or an audio file',
};

/** Any kind is welcome here: the answer says which it is. */
const asked: Asked = { command: 'id' };

export default defineCommand({
  name: 'id',
  description: 'Check an identifier of any kind, and learn which it is',
  say,
  main: 'check',
  subcommands: {
    check: subcommand({
      description: 'ISRC, ISWC, UPC/EAN, IPI, ISNI, GRid, DPID, ISMN: which is it, and does it hold?',
      options: {
        text: {
          schema: z.string().max(100_000).optional(),
          description: 'One identifier or many, in any form',
        },
        file: {
          kind: 'file',
          schema: z.custom<Attachment>().optional(),
          description: 'A CSV, TSV or text file with identifiers, or an audio file',
        },
      },
      form: {
        title: say.formTitle,
        submit: say.formSubmit,
        fields: [
          { option: 'text', kind: 'long', label: say.formText, hint: say.formTextHint },
          { option: 'file', kind: 'file', label: say.formFile, hint: say.formFileHint },
        ],
      },
      changesNothing: true,
      handle: ({ text, file }, context) =>
        replyForSent({ text: text, files: file ? [file] : [] }, context, asked),
    }),
  },
  buttons: {
    check: { changesNothing: true, handle: (code, context) => replyForText(code, context, asked) },
  },
});

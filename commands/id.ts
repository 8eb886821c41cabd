import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { askAudit } from '../src/catalog/giving/ask-audit.ts';
import { askBurn, askPoolAssign } from '../src/catalog/giving/ask-pool-codes.ts';
import { askPool, SERIES_ACTS } from '../src/catalog/giving/ask-series.ts';
import { POOLS, suggestSeries } from '../src/catalog/giving/choose-series.ts';
import { type Asked, replyForText } from '../src/codes/answer.ts';
import { replyForSent } from '../src/codes/sent.ts';

const say = {
  formTitle: 'Check identifiers',
  formSubmit: 'Check',
  formText: 'Identifiers',
  formTextHint: 'ISRC, ISWC, UPC or EAN, IPI, ISNI, GRid, DPID, ISMN; one or many',
  formFile: 'Or a file',
  formFileHint: 'CSV, TSV or text up to 10 MB, or an audio file',
  actList: 'list them',
  actAdd: 'add one, or a further range',
  actClose: 'close one',
  actOpen: 'open one again',
  upc: 'UPC, 12 digits',
  ean: 'EAN, 13 digits',
  catalogNumber: 'catalog numbers',
};

/** Any kind is welcome here: the answer says which it is. */
const asked: Asked = { command: 'id' };

export default defineCommand({
  name: 'id',
  description: 'Identifiers: check any kind, and give out barcodes and catalog numbers',
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
    pool: subcommand({
      description: 'What barcodes and catalog numbers are given from (changes: admins)',
      options: {
        do: {
          kind: 'choice',
          choices: [
            { value: 'list', label: say.actList },
            { value: 'add', label: say.actAdd },
            { value: 'close', label: say.actClose },
            { value: 'open', label: say.actOpen },
          ],
          schema: z.enum(SERIES_ACTS).default('list'),
          description: 'What to do',
        },
        prefix: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'A company prefix of GS1, or a pattern such as BUS-###',
          suggest: suggestSeries(POOLS),
        },
        range: {
          schema: z.string().trim().min(1).max(1000).optional(),
          description: 'Numbers that are yours, as in 000-499; all of them without',
          named: true,
        },
        kind: {
          kind: 'choice',
          choices: [
            { value: 'upc', label: say.upc },
            { value: 'ean', label: say.ean },
            { value: 'catalog-number', label: say.catalogNumber },
          ],
          schema: z.enum(['upc', 'ean', 'catalog-number']).optional(),
          description: 'What is given from it, when one is added',
          named: true,
        },
      },
      handle: ({ do: act, prefix, range, kind }, context) => askPool({ act, prefix, range, kind }, context),
    }),
    assign: subcommand({
      description: 'Give a release the next barcode or catalog number of a pool (admins)',
      options: {
        for: {
          schema: z.string().trim().min(1).max(200),
          description: 'What it is for, as in Night Bus single; the same words get the same code',
        },
        pool: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'Which pool, where there is more than one',
          suggest: suggestSeries(POOLS),
          named: true,
        },
      },
      who: 'admin',
      handle: askPoolAssign,
    }),
    burn: subcommand({
      description: 'A code of a pool that is not used after all: nothing else ever gets it (admins)',
      options: {
        code: { schema: z.string().trim().min(1).max(60), description: 'The barcode or catalog number' },
      },
      who: 'admin',
      handle: ({ code }, context) => askBurn(code, context),
    }),
    list: subcommand({
      description: 'Every barcode and catalog number that was given, with a file',
      options: {
        pool: {
          schema: z.string().trim().min(1).max(40).optional(),
          description: 'Only this pool',
          suggest: suggestSeries(POOLS),
        },
      },
      changesNothing: true,
      handle: ({ pool }, context) => askAudit(POOLS, { typed: pool, year: undefined }, context),
    }),
  },
  buttons: {
    check: { changesNothing: true, handle: (code, context) => replyForText(code, context, asked) },
  },
});

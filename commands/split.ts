import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { defineCommand, subcommand } from '../src/bot/command.ts';
import { withReleaseCautions } from '../src/releases/on-sheets.ts';
import { askCancel, askList, askPost, askRemind, askShow, askStatus } from '../src/splits/ask-about.ts';
import { askMark } from '../src/splits/ask-mark.ts';
import { askNew, askVersion } from '../src/splits/ask-version.ts';
import { attest } from '../src/splits/attest.ts';
import {
  anySheet,
  content,
  disputeForm,
  disputeOptions,
  disputeOutline,
  say as formSay,
  newOutline,
  sheet,
  title,
  versionForm,
  versionOptions,
  versionOutline,
  which,
} from '../src/splits/forms.ts';
import { say as spoken } from '../src/splits/say.ts';

const say = { ...spoken, ...formSay };

export default defineCommand({
  name: 'split',
  description: 'Agree splits: propose a sheet, and everyone approves by reacting',
  say,
  subcommands: {
    new: subcommand({
      description: 'Propose a sheet; everyone on it is asked in this channel',
      options: {
        title,
        ...content,
        like: { ...anySheet, description: 'Take people and shares over from this sheet' },
      },
      form: newOutline,
      handle: askNew,
    }),
    revise: subcommand({
      description: 'A new version of an open sheet; what you leave out stays as it was',
      options: versionOptions,
      form: versionOutline('revise'),
      handle: (input, context) => askVersion(input, 'revise', context),
    }),
    amend: subcommand({
      description: 'Change a sheet that is agreed; the old version rules until everyone agrees',
      options: versionOptions,
      form: versionOutline('amend'),
      handle: (input, context) => askVersion(input, 'amend', context),
    }),
    show: subcommand({
      description: 'The frozen text, what changed, and who did what when',
      options: { sheet: anySheet, version: disputeOptions.version },
      changesNothing: true,
      handle: async ({ sheet: typed, version }, context) =>
        withReleaseCautions(await askShow(typed, version, context), typed, context),
    }),
    status: subcommand({
      description: 'Who has agreed and who is missing',
      options: { sheet: anySheet },
      changesNothing: true,
      handle: async ({ sheet: typed }, context) =>
        withReleaseCautions(await askStatus(typed, context), typed, context),
    }),
    list: subcommand({
      description: 'The team’s split sheets, newest first',
      options: {
        which: {
          kind: 'choice',
          choices: [
            { value: 'all', label: say.listAll },
            { value: 'open', label: say.listOpenOnes },
            { value: 'mine', label: say.listMine },
          ],
          schema: z.enum(['all', 'open', 'mine']).default('all'),
          description: 'All, the open ones, or those you are on',
        },
      },
      changesNothing: true,
      handle: ({ which }, context) => askList(which, 0, context),
    }),
    approve: subcommand({
      description: 'Agree to the newest version, without an emoji',
      options: { sheet: anySheet },
      handle: ({ sheet: typed }, context) =>
        askMark({ sheet: typed, mark: 'approve', added: true, method: 'command' }, context),
    }),
    dispute: subcommand({
      description: 'Say that a version is wrong, and why',
      options: disputeOptions,
      form: disputeOutline,
      handle: ({ sheet: typed, version, kind, reason }, context) =>
        askMark(
          { sheet: typed, version, mark: 'dispute', added: true, method: 'command', why: { kind, reason } },
          context,
        ),
    }),
    attest: subcommand({
      description: 'A signed file in place of a mark, for a party without an account',
      options: {
        sheet,
        party: { schema: z.string().trim().min(1).max(100), description: 'Whose signature it is, by name' },
        file: {
          kind: 'file',
          schema: z.custom<Attachment>((value) => value !== undefined),
          description: 'The signed file, such as a scan',
        },
      },
      handle: attest,
    }),
    remind: subcommand({
      description: 'Write to everyone who has not answered',
      options: { sheet: anySheet },
      handle: ({ sheet: typed }, context) => askRemind(typed, context),
    }),
    cancel: subcommand({
      description: 'End the newest version; nobody’s share moves',
      options: { sheet },
      handle: ({ sheet: typed }, context) => askCancel(typed, context),
    }),
    post: subcommand({
      description: 'Show the sheet in this channel as well',
      options: { sheet: anySheet },
      handle: ({ sheet: typed }, context) => askPost(typed, context),
    }),
  },
  buttons: {
    approve: {
      handle: (value, context) =>
        askMark({ ...which(value), mark: 'approve', added: true, method: 'button' }, context),
    },
    dispute: { form: disputeForm },
    details: {
      changesNothing: true,
      handle: async (value, context) => {
        const { sheet: id, version } = which(value);
        return withReleaseCautions(await askShow(id, version, context), id, context);
      },
    },
    'take-back': {
      handle: (value, context) =>
        askMark(
          {
            ...which(value),
            mark: value.endsWith(':dispute') ? 'dispute' : 'approve',
            added: false,
            method: 'button',
          },
          context,
        ),
    },
    revise: { form: (value, context) => versionForm('revise', value, context) },
    amend: { form: (value, context) => versionForm('amend', value, context) },
    list: {
      changesNothing: true,
      handle: (value, context) => {
        const [kind, offset] = value.split(':');
        return askList(kind === 'mine' || kind === 'open' ? kind : 'all', Number(offset) || 0, context);
      },
    },
  },
});

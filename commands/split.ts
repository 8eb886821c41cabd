import { z } from 'zod';
import type { Attachment } from '../src/bot/adapter.ts';
import { type Context, defineCommand, type Options, subcommand } from '../src/bot/command.ts';
import type { Form } from '../src/bot/form.ts';
import { openForm } from '../src/bot/open-form.ts';
import { LAYERS } from '../src/core/ledger/entry-types.ts';
import { AI_USES, VERSION_KINDS } from '../src/core/sheet/content.ts';
import { askCancel, askList, askPost, askRemind, askShow, askStatus } from '../src/splits/ask-about.ts';
import { askMark } from '../src/splits/ask-mark.ts';
import { askNew, askVersion } from '../src/splits/ask-version.ts';
import { attest } from '../src/splits/attest.ts';
import { DISPUTE_KINDS, DISPUTE_NAMES } from '../src/splits/dispute-kinds.ts';
import { writeContent } from '../src/splits/draft.ts';
import { findMeant, findVersionMeant, suggestSheets } from '../src/splits/find.ts';
import { readContent } from '../src/splits/propose.ts';
import { say as spoken } from '../src/splits/say.ts';
import { AI_NAMES, KIND_NAMES } from '../src/splits/words.ts';

const say = {
  ...spoken,
  newTitle: 'New split sheet',
  reviseTitle: 'Revise the sheet',
  amendTitle: 'Amend the sheet',
  disputeTitle: 'Why do you dispute it?',
  send: 'Ask everyone',
  sendDispute: 'Send',
  title: 'Title',
  kind: 'Version kind',
  compositionLabel: 'Composition (words and music)',
  masterLabel: 'Master (the recording)',
  performerLabel: 'Performers (neighboring rights)',
  sharesHint: 'One party a line: @ana 1/2 composer lyricist',
  masterHint: 'One party a line: @ana 50% producer; empty if it is not split here',
  keptHint: 'One party a line; none leaves the whole layer out',
  samples: 'Samples',
  samplesHint: 'none, or one a line: title | owner | cleared',
  ai: 'AI use',
  disputeKind: 'What is wrong?',
  reason: 'In your own words',
};

const share = (description: string) => ({ schema: z.string().max(4000).optional(), description });
const sheet = {
  schema: z.string().trim().min(1).max(200),
  description: 'Title or id of the sheet',
  suggest: suggestSheets,
};
const anySheet = { ...sheet, schema: z.string().trim().max(200).optional() };
const days = {
  kind: 'number' as const,
  schema: z.number().int().min(1).max(180).optional(),
  description: 'Days until it lapses; 14 when left out',
};

/** What a sheet says, apart from its title. */
const content = {
  composition: share('Who has which share of words and music, as in: @ana 1/2 composer; @bo 1/2 lyricist'),
  master: share('Who has which share of the recording, as in: @ana 100% producer'),
  performer: share('Who has which share of the performers’ rights'),
  kind: {
    kind: 'choice' as const,
    choices: VERSION_KINDS.map((value) => ({ value, label: KIND_NAMES[value] })),
    schema: z.enum(VERSION_KINDS).optional(),
    description: 'Which version of the song it is',
  },
  samples: { schema: z.string().max(2000).optional(), description: 'none, or: title | owner | cleared' },
  ai: {
    kind: 'choice' as const,
    choices: AI_USES.map((value) => ({ value, label: AI_NAMES[value] })),
    schema: z.enum(AI_USES).optional(),
    description: 'How much of it was made by AI',
  },
  language: { schema: z.string().max(200).optional(), description: 'Language of the words' },
  iswc: { schema: z.string().max(200).optional(), description: 'ISWC of the work, if it has one' },
  recordings: {
    schema: z.string().max(200).optional(),
    description: 'Recordings it is about, with their ISRCs',
  },
  finished: { schema: z.string().max(200).optional(), description: 'Place and date finished' },
  licensing: { schema: z.string().max(200).optional(), description: 'Who may license it alone' },
  registers: { schema: z.string().max(200).optional(), description: 'Who registers the work' },
  days,
};

const title = { schema: z.string().trim().min(1).max(200), description: 'Title of the song' };
const newTitle = { ...title, description: 'A new title' };

const fields = [
  { option: 'title', kind: 'short', label: say.title },
  { option: 'composition', kind: 'long', label: say.compositionLabel, hint: say.sharesHint },
  { option: 'master', kind: 'long', label: say.masterLabel, hint: say.masterHint },
  { option: 'performer', kind: 'long', label: say.performerLabel, hint: say.masterHint },
  { option: 'kind', kind: 'choice', label: say.kind },
  { option: 'samples', kind: 'long', label: say.samples, hint: say.samplesHint },
  { option: 'ai', kind: 'choice', label: say.ai },
] as const;

const versionOptions = { sheet, title: { ...newTitle, schema: newTitle.schema.optional() }, ...content };
const disputeOptions = {
  sheet,
  version: {
    kind: 'number' as const,
    schema: z.coerce.number().int().min(1).optional(),
    description: 'Which version; the newest when left out',
  },
  kind: {
    kind: 'choice' as const,
    choices: DISPUTE_KINDS.map((value) => ({ value, label: DISPUTE_NAMES[value] ?? value })),
    schema: z.enum(DISPUTE_KINDS),
    description: 'Author’s share, authorship, or ownership',
  },
  reason: { schema: z.string().trim().min(1).max(2000), description: 'What is wrong, in your own words' },
};

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
      form: { title: say.newTitle, submit: say.send, fields: [...fields] },
      handle: askNew,
    }),
    revise: subcommand({
      description: 'A new version of an open sheet; what you leave out stays as it was',
      options: versionOptions,
      handle: (input, context) => askVersion(input, 'revise', context),
    }),
    amend: subcommand({
      description: 'Change a sheet that is agreed; the old version rules until everyone agrees',
      options: versionOptions,
      handle: (input, context) => askVersion(input, 'amend', context),
    }),
    show: subcommand({
      description: 'The frozen text, what changed, and who did what when',
      options: { sheet: anySheet, version: disputeOptions.version },
      changesNothing: true,
      handle: ({ sheet: typed, version }, context) => askShow(typed, version, context),
    }),
    status: subcommand({
      description: 'Who has agreed and who is missing',
      options: { sheet: anySheet },
      changesNothing: true,
      handle: ({ sheet: typed }, context) => askStatus(typed, context),
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
      handle: (value, context) => askShow(which(value).sheet, which(value).version, context),
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

const isLayer = (option: string): boolean => LAYERS.some((layer) => layer === option);

/** `s_7k2m…:2`, as a button carries it. */
function which(value: string): { readonly sheet: string; readonly version: number } {
  const [id = '', version = ''] = value.split(':');
  return { sheet: id, version: Number(version) };
}

async function disputeForm(value: string, context: Context): Promise<Form> {
  const { sheet: id, version } = which(value);
  await findMeant(context.house, context.asker.team, id);
  return openForm(
    {
      command: 'split',
      name: 'dispute',
      options: disputeOptions as Options,
      outline: {
        title: say.disputeTitle,
        submit: say.sendDispute,
        fields: [
          { option: 'kind', kind: 'choice', label: say.disputeKind },
          { option: 'reason', kind: 'long', label: say.reason },
        ],
      },
      settled: { sheet: id, version: String(version) },
    },
    context,
  );
}

/** The newest version with everything in its fields, to be changed where it is wrong. */
async function versionForm(name: 'revise' | 'amend', id: string, context: Context): Promise<Form> {
  const { house, asker } = context;
  const found = await findMeant(house, asker.team, id);
  const stored = await findVersionMeant(house, asker.team, found);
  const values = writeContent(readContent(stored.content), context.locale);
  return openForm(
    {
      command: 'split',
      name,
      options: versionOptions as Options,
      outline: {
        title: name === 'amend' ? say.amendTitle : say.reviseTitle,
        submit: say.send,
        fields: fields.map((field) => (isLayer(field.option) ? { ...field, hint: say.keptHint } : field)),
        prefill: async () => values,
      },
      settled: { sheet: found.id },
    },
    context,
  );
}

import { z } from 'zod';
import type { Context, FormOutline, Options } from '../bot/command.ts';
import type { Form } from '../bot/form.ts';
import { openForm } from '../bot/open-form.ts';
import { suggestItems } from '../catalog/find.ts';
import { KIND_NAMES } from '../catalog/version-kinds.ts';
import { LAYERS } from '../core/ledger/entry-types.ts';
import { UserError } from '../core/problem.ts';
import { AI_USES, VERSION_KINDS } from '../core/sheet/content.ts';
import { mustTakeVersion } from './ask-version.ts';
import { DISPUTE_KINDS, DISPUTE_NAMES } from './dispute-kinds.ts';
import { writeContent } from './draft.ts';
import { suggestSheets } from './find.ts';
import { lookAt } from './show.ts';
import { voicesOf } from './who.ts';
import { AI_NAMES, namesOf } from './words.ts';

/** What the forms of `/split` say. */
export const say = {
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
  sheet: 'Split sheet',
  stayHint: 'Empty stays as it was; none leaves the whole layer out',
  keptHint: 'One party a line; none leaves the whole layer out',
  samples: 'Samples',
  samplesHint: 'none, or one a line: title | owner | cleared',
  ai: 'AI use',
  disputeKind: 'What is wrong?',
  reason: 'In your own words',
};

const share = (description: string) => ({ schema: z.string().max(4000).optional(), description });
export const sheet = {
  schema: z.string().trim().min(1).max(200),
  description: 'Title or id of the sheet',
  suggest: suggestSheets,
};
export const anySheet = { ...sheet, schema: z.string().trim().max(200).optional() };
const days = {
  kind: 'number' as const,
  schema: z.number().int().min(1).max(180).optional(),
  description: 'Days until it lapses; 14 when left out',
};

/** What a sheet says, apart from its title. */
export const content = {
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
    description: 'Recordings it is about: title, ISRC or id; several with ;',
    suggest: suggestItems('recording'),
  },
  finished: { schema: z.string().max(200).optional(), description: 'Place and date finished' },
  licensing: { schema: z.string().max(200).optional(), description: 'Who may license it alone' },
  registers: { schema: z.string().max(200).optional(), description: 'Who registers the work' },
  days,
};

export const title = { schema: z.string().trim().min(1).max(200), description: 'Title of the song' };
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

export const versionOptions = {
  sheet,
  title: { ...newTitle, schema: newTitle.schema.optional() },
  ...content,
  version: {
    kind: 'number' as const,
    schema: z.coerce.number().int().min(1).optional(),
    description: 'The version that you change; refused when there is a newer one',
  },
};
export const disputeOptions = {
  sheet,
  kind: {
    kind: 'choice' as const,
    choices: DISPUTE_KINDS.map((value) => ({ value, label: DISPUTE_NAMES[value] ?? value })),
    schema: z.enum(DISPUTE_KINDS),
    description: 'Author’s share, authorship, or ownership',
  },
  reason: { schema: z.string().trim().min(1).max(2000), description: 'What is wrong, in your own words' },
  version: {
    kind: 'number' as const,
    schema: z.coerce.number().int().min(1).optional(),
    description: 'Which version; the newest when left out',
  },
};

const isLayer = (option: string): boolean => LAYERS.some((layer) => layer === option);

/** For a sheet of its own. */
export const newOutline = { title: say.newTitle, submit: say.send, fields };

/** The same fields, with what to do about a layer. */
const hinted = (hint: string) => fields.map((field) => (isLayer(field.option) ? { ...field, hint } : field));

type VersionOptions = typeof versionOptions;

/** For a sheet that is not named yet. Nothing stands in the fields, as it would be of another sheet. */
export function versionOutline(how: 'revise' | 'amend'): FormOutline<VersionOptions> {
  return {
    title: how === 'amend' ? say.amendTitle : say.reviseTitle,
    submit: say.send,
    fields: [{ option: 'sheet', kind: 'short', label: say.sheet }, ...hinted(say.stayHint)],
  };
}

const whyFields = [
  { option: 'kind', kind: 'choice', label: say.disputeKind },
  { option: 'reason', kind: 'long', label: say.reason },
] as const;

export const disputeOutline: FormOutline<typeof disputeOptions> = {
  title: say.disputeTitle,
  submit: say.sendDispute,
  fields: [{ option: 'sheet', kind: 'short', label: say.sheet }, ...whyFields],
};

/** `s_7k2m…:2`, as a button carries it. */
export function which(value: string): { readonly sheet: string; readonly version: number } {
  const [id = '', version = ''] = value.split(':');
  return { sheet: id, version: Number(version) };
}

/** Why somebody disputes a version; not opened for whom it would refuse. */
export async function disputeForm(value: string, context: Context): Promise<Form> {
  const { house, asker, now } = context;
  const { sheet: id, version } = which(value);
  const shown = await lookAt(house, house.db, asker.team, id, version);
  if (shown === undefined) throw new UserError({ code: 'split.unknown', details: { typed: id } });
  const { content, standing } = shown;
  const { title: name } = content;
  if (standing === 'replaced' || standing === 'cancelled' || standing === 'lapsed') {
    throw new UserError({ code: 'split.not-open', details: { title: name, state: standing } });
  }
  if ((await voicesOf(house.db, asker.team, asker, id, shown.version, now)).length === 0) {
    const names = [...namesOf(content).values()];
    throw new UserError({ code: 'split.not-party', details: { title: name, names } });
  }
  return openForm(
    {
      command: 'split',
      name: 'dispute',
      options: disputeOptions as Options,
      outline: { title: say.disputeTitle, submit: say.sendDispute, fields: whyFields },
      settled: { sheet: id, version: String(version) },
    },
    context,
  );
}

/** The newest version with everything in its fields, to be changed where it is wrong. */
export async function versionForm(how: 'revise' | 'amend', id: string, context: Context): Promise<Form> {
  const { sheet: found, stored, before } = await mustTakeVersion(id, how, context);
  const newest = stored.version;
  const values = writeContent(before, context.locale);
  return openForm(
    {
      command: 'split',
      name: how,
      options: versionOptions as Options,
      outline: {
        title: how === 'amend' ? say.amendTitle : say.reviseTitle,
        submit: say.send,
        fields: hinted(say.keptHint),
        prefill: async () => values,
      },
      settled: { sheet: found.id, version: String(newest) },
    },
    context,
  );
}

import { z } from 'zod';
import type { Attachment } from '../bot/adapter.ts';
import type { Context, FormOutline, Options } from '../bot/command.ts';
import type { Form } from '../bot/form.ts';
import { openForm } from '../bot/open-form.ts';
import { suggestAny, suggestItems } from '../catalog/find.ts';
import { draftOf } from '../core/licenses/content.ts';
import { type LicensePart, missing, USES } from '../core/licenses/license.ts';
import { namesOfUse } from '../core/licenses/typed.ts';
import { suggestPlaces } from '../rights/suggest-places.ts';
import { findMeantLicense, mustBeOpenTo, suggestLicenses } from './find.ts';
import { say } from './say.ts';
import { USE_NAMES } from './words.ts';

const text = (description: string, longest = 300) => ({
  schema: z.string().trim().min(1).max(longest).optional(),
  description,
  named: true as const,
});

/** What it is about: as one text, or under the name of its kind. */
const assetOptions = {
  asset: {
    schema: z.string().trim().min(1).max(300).optional(),
    description: 'What it is about: a title, or its kind and name: sample Rain Song',
    suggest: suggestAny,
  },
  recording: { ...text('A recording, by title, id or ISRC'), suggest: suggestItems('recording') },
  work: { ...text('A work, by title, id or ISWC'), suggest: suggestItems('work') },
  sample: text('A sample, by its name'),
  artwork: text('A picture, by its name'),
};

const places = async (typed: string, context: Context) => suggestPlaces(typed, context);

export const license = {
  schema: z.string().trim().min(1).max(200),
  description: 'Id of the license, or a word of what it is about',
  suggest: suggestLicenses,
};
export const anyLicense = { ...license, schema: license.schema.optional() };

export const addOptions = {
  ...assetOptions,
  from: text('Who gives it: @name, or the name as it is signed'),
  to: text('Who gets it: @name, or the name as it is signed'),
  territory: { ...text('Where it holds: EU, Japan, world except US', 4000), suggest: places },
  begins: text('Its first day, as in 2026-01-01'),
  ends: text('Its last day, as in 2027-12-31, or none'),
  uses: text('What may be done: reproduction, distribution, synchronization, remix …', 500),
  exclusive: {
    kind: 'choice' as const,
    choices: [
      { value: 'yes', label: say.yes },
      { value: 'no', label: say.no },
    ],
    schema: z.enum(['yes', 'no']).optional(),
    description: 'Whether nobody else may do the same',
  },
  payment: text('What is paid, as it is agreed, or none', 1000),
  caps: text('Limits: 10000 copies; 50000 streams, or none', 500),
  renewal: text('Last day to renew it or to give notice, or none'),
  remark: text('Anything else worth keeping', 2000),
  license: {
    ...anyLicense,
    description: 'One that is there: completes or corrects it',
    named: true as const,
  },
  proof: {
    kind: 'file' as const,
    schema: z.custom<Attachment>().optional(),
    description: 'The signed paper: PDF, picture or text, at most 20 MB',
  },
};

export const checkOptions = {
  ...assetOptions,
  territory: {
    schema: z.string().trim().min(1).max(4000),
    description: 'Where: Germany, or EU, or world',
    suggest: places,
    named: true as const,
  },
  use: {
    kind: 'choice' as const,
    choices: USES.map((value) => ({ value, label: USE_NAMES[value], also: namesOfUse(value) })),
    schema: z.enum(USES),
    description: 'What is to be done',
    named: true as const,
  },
  date: text('When, as in 2026-12-11; today when left out'),
  for: text('Who wants to do it: @name, or a name as it is signed; anybody when left out'),
};

type Field = FormOutline<typeof addOptions>['fields'][number];

const FIELDS: Readonly<Record<LicensePart, readonly Field[]>> = {
  licensor: [{ option: 'from', kind: 'short', label: say.formFrom, hint: say.formPartyHint }],
  licensee: [{ option: 'to', kind: 'short', label: say.formTo, hint: say.formPartyHint }],
  territories: [{ option: 'territory', kind: 'long', label: say.formTerritory, hint: say.formTerritoryHint }],
  uses: [{ option: 'uses', kind: 'short', label: say.formUses, hint: say.formUsesHint }],
  term: [
    { option: 'begins', kind: 'short', label: say.formBegins },
    { option: 'ends', kind: 'short', label: say.formEnds, hint: say.formEndsHint },
  ],
  exclusive: [{ option: 'exclusive', kind: 'choice', label: say.formExclusive }],
  payment: [{ option: 'payment', kind: 'short', label: say.formPayment, hint: say.formPaymentHint }],
  caps: [{ option: 'caps', kind: 'short', label: say.formCaps, hint: say.formCapsHint }],
  proof: [{ option: 'proof', kind: 'file', label: say.formProof, hint: say.formProofHint }],
};

/** The file follows with the button below the answer: on Discord it would be a page of its own. */
const ASKED: readonly LicensePart[] = [
  ...(['licensor', 'licensee', 'territories', 'uses'] as const),
  ...(['term', 'exclusive', 'payment', 'caps'] as const),
];

export const addOutline: FormOutline<typeof addOptions> = {
  title: say.formTitle,
  submit: say.formSubmit,
  fields: [
    { option: 'asset', kind: 'short', label: say.formAsset, hint: say.formAssetHint },
    ...ASKED.flatMap((part) => FIELDS[part]),
  ],
};

export const checkOutline: FormOutline<typeof checkOptions> = {
  title: say.checkTitle,
  submit: say.checkSubmit,
  fields: [
    { option: 'asset', kind: 'short', label: say.formAsset, hint: say.formAssetHint },
    { option: 'territory', kind: 'short', label: say.checkWhere, hint: say.formTerritoryHint },
    { option: 'use', kind: 'choice', label: say.checkUse },
    { option: 'date', kind: 'short', label: say.checkDate, hint: say.checkDateHint },
    { option: 'for', kind: 'short', label: say.checkFor, hint: say.checkForHint },
  ],
};

/** What is missing of a license, and nothing else. */
export async function completeForm(id: string, context: Context): Promise<Form> {
  const found = await findMeantLicense(id, context);
  await mustBeOpenTo(context.house, context.asker, found);
  const lacking = missing(draftOf(found.id, found.content));
  const { begins } = found.content;
  const values = begins === null ? {} : { begins };
  return openForm(
    {
      command: 'license',
      name: 'add',
      options: addOptions as Options,
      outline: {
        title: say.formComplete,
        submit: say.formSubmit,
        fields: (lacking.length > 0 ? lacking : (['proof'] as const)).flatMap((part) => FIELDS[part]),
        prefill: async () => values,
      },
      settled: { license: found.id },
    },
    context,
  );
}

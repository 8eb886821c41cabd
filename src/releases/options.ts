import { z } from 'zod';
import type { Context, FormOutline, Options } from '../bot/command.ts';
import type { Form } from '../bot/form.ts';
import { openForm } from '../bot/open-form.ts';
import { suggestSeveral } from '../catalog/find.ts';
import { completeTimeZone } from '../core/time-zones.ts';
import { findMeantRelease, suggestReleases } from './find.ts';
import { say } from './say.ts';
import { suggestLead } from './usual.ts';

const text = (description: string, most = 1000) => ({
  schema: z.string().trim().min(1).max(most).optional(),
  description,
  named: true as const,
});

const suggestZones = async (typed: string) =>
  completeTimeZone(typed, 25).map((value) => ({ value, label: value }));

export const anyRelease = {
  schema: z.string().trim().min(1).max(300).optional(),
  description: 'Title or id; the only one that is to come when left out',
  suggest: suggestReleases,
};

export const oneRelease = {
  ...anyRelease,
  schema: z.string().trim().min(1).max(300),
  description: 'Title or id of the release',
};

const zone = {
  ...text('Whose clocks it goes by, as in Asia/Taipei; the team’s when left out', 100),
  suggest: suggestZones,
};

const about = {
  artist: text('Main artist, as the cover says it'),
  latin: text('The title in Latin letters, where it is in another script'),
  upc: text('UPC or EAN; next for one of the team’s pool'),
  reminders: text('Days before it on which people are reminded, as in 28, 14, 7, 1, 0', 200),
};

export const newOptions = {
  title: {
    schema: z.string().max(1000).optional(),
    description: 'What the release is called',
  },
  date: text('The day it comes out, as in 2026-12-11', 40),
  zone,
  ...about,
  tracks: {
    ...text('Recordings in order: title, ISRC or id, with ; between', 6000),
    suggest: suggestSeveral('recording'),
  },
  places: text('Where it comes out, as in Taiwan, Japan, EU except Germany', 2000),
};

export const newOutline: FormOutline<typeof newOptions> = {
  title: say.formNew,
  submit: say.formPlan,
  fields: [
    { option: 'title', kind: 'short', label: say.labelTitle, required: true },
    { option: 'date', kind: 'short', label: say.labelDay, hint: say.formDateHint, required: true },
    { option: 'artist', kind: 'short', label: say.labelArtist },
    { option: 'places', kind: 'long', label: say.labelWhere, hint: say.formPlacesHint },
    { option: 'tracks', kind: 'long', label: say.labelTracks, hint: say.formTracksHint },
  ],
};

export const editOptions = { release: oneRelease, title: text('What the release is called'), ...about };

export const dateOptions = {
  release: oneRelease,
  date: { schema: z.string().trim().min(1).max(40), description: 'The new day, as in 2026-12-11' },
  zone: { ...zone, description: 'Whose clocks it goes by, as in Asia/Taipei; as it was when left out' },
};

export const trackOptions = {
  release: oneRelease,
  add: {
    ...text('Recordings to put on it: title, ISRC or id, with ; between', 6000),
    suggest: suggestSeveral('recording'),
  },
  remove: number('The number of a track to take off'),
  move: number('The number of a track to move'),
  at: number('The number it is to have'),
};

function number(description: string) {
  return {
    kind: 'number' as const,
    schema: z.number().int().min(1).max(1000).optional(),
    description,
    named: true as const,
  };
}

export const placesOptions = {
  release: oneRelease,
  places: {
    schema: z.string().trim().min(1).max(2000),
    description: 'As in Taiwan, Japan, EU except Germany; or worldwide',
  },
};

export const usualOptions = {
  reminders: text('Days before a release on which people are reminded, as in 28, 14, 7, 1, 0', 200),
  lead: { ...text('A lead time of the list, as in plan or spotify.pitch', 60), suggest: suggestLead },
  days: text('Your own number of days for it; - for the published one', 10),
};

/** The form behind "Edit": what stands there already is filled in. */
export async function editForm(id: string, context: Context): Promise<Form> {
  const { content } = await findMeantRelease(id, context);
  const { title, artist, latin } = content;
  return openForm(
    {
      command: 'release',
      name: 'edit',
      options: editOptions as Options,
      outline: {
        title: say.formEdit,
        submit: say.formSave,
        fields: [
          { option: 'title', kind: 'short', label: say.labelTitle },
          { option: 'artist', kind: 'short', label: say.labelArtist },
          { option: 'latin', kind: 'short', label: say.labelLatin },
          { option: 'upc', kind: 'short', label: say.labelUpc, hint: say.formUpcHint },
          { option: 'reminders', kind: 'short', label: say.labelReminders, hint: say.formRemindersHint },
        ],
        prefill: async () => ({
          title,
          ...(artist === null ? {} : { artist }),
          ...(latin === null ? {} : { latin }),
        }),
      },
      settled: { release: id },
    },
    context,
  );
}

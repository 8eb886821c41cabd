import { z } from 'zod';
import type { Attachment } from '../bot/adapter.ts';
import type { Context, Options } from '../bot/command.ts';
import type { Form } from '../bot/form.ts';
import { openForm } from '../bot/open-form.ts';
import { formatDuration } from '../core/catalog/duration.ts';
import { ITEM_KINDS, type ItemKind, type RecordingContent } from '../core/catalog/items.ts';
import { VERSION_KINDS } from '../core/sheet/content.ts';
import { seenOf } from './edit.ts';
import { ID_PREFIXES, suggestAnything, suggestItems, suggestSeveral } from './find.ts';
import { LONGEST_SEARCH } from './list.ts';
import { lookAt } from './look.ts';
import { KIND_NAMES } from './version-kinds.ts';

/** What the options and forms of `/catalog` say. */
export const say = {
  recording: 'a recording',
  work: 'a work',
  person: 'a person',
  addTitle: 'New recording',
  editTitle: 'Edit',
  add: 'Add',
  save: 'Save',
  title: 'Title',
  artist: 'Main artist',
  version: 'Version',
  duration: 'Duration',
  durationHint: 'Minutes and seconds, such as 3:41',
  isrc: 'ISRC',
  isrcHint: 'Only if somebody gave one already; /isrc assign gives a new one',
  latin: 'In Latin letters',
  also: 'Other titles',
  alsoHint: 'One a line; empty stays as it was, - takes them away',
  clearHint: 'Empty stays as it was; - takes it away',
};

/** Long enough for a title in several scripts; the reading says which part of it is too long. */
const text = (description: string, most = 1000) => ({
  schema: z.string().max(most).optional(),
  description,
  named: true as const,
});

const KIND_LABELS: Readonly<Record<ItemKind, string>> = {
  recording: say.recording,
  work: say.work,
  person: say.person,
};
/** As people call several of them when they list them. */
const KIND_WORDS: Readonly<Record<ItemKind, readonly string[]>> = {
  recording: ['recordings', '錄音'],
  work: ['works', '作品'],
  person: ['persons', 'people', '人'],
};
const kindChoices = ITEM_KINDS.map((value) => ({
  value,
  label: KIND_LABELS[value],
  also: KIND_WORDS[value],
}));

/** What an item is said to be; each kind takes those that fit it. */
const about = {
  latin: text('The title in Latin letters, where it is in another script'),
  also: text('Other titles it goes by, with ; between', 6000),
  version: {
    kind: 'choice' as const,
    choices: VERSION_KINDS.map((value) => ({ value, label: KIND_NAMES[value] })),
    schema: z.enum(VERSION_KINDS).optional(),
    description: 'Which kind of version the recording is',
    named: true as const,
  },
  'version-title': text('What this version is called, as in Radio Edit'),
  artist: text('Main artist, as the cover says it'),
  performers: text('Who is heard: @ana; Bo; Cy Ltd', 6000),
  duration: text('Playing time, as in 3:41', 100),
  works: {
    ...text('Works that are heard: title, ISWC or id, with ; between', 6000),
    suggest: suggestSeveral('work'),
  },
  of: { ...text('The recording it is a remix, edit or live take of'), suggest: suggestItems('recording') },
  samples: text('none, or with ; between: title | owner | cleared', 6000),
  isrc: text('ISRC that somebody else gave; -CODE takes one off', 100),
  iswc: text('ISWC of a work; -CODE takes one off; pending while it is being registered', 100),
  source: text('Who gave the code, as in DistroKid'),
  accept: text('Why the code stands although something is odd about it'),
  legal: text('Legal name of a person', 200),
  ipi: text('IPI name number of a person', 100),
  isni: text('ISNI of a person', 100),
  society: text('Society of a person, as in MÜST or BMI', 200),
  audio: {
    kind: 'file' as const,
    schema: z.custom<Attachment>().optional(),
    description: 'The audio file: its hash, duration and ISRC are read, it is not kept',
  },
};

export const addOptions = {
  title: { schema: z.string().max(1000), description: 'Title; of a person, the name' },
  what: {
    kind: 'choice' as const,
    choices: kindChoices,
    schema: z.enum(ITEM_KINDS).default('recording'),
    description: 'A recording, a work or a person; a recording when left out',
    named: true as const,
  },
  ...about,
};

export const addOutline = {
  title: say.addTitle,
  submit: say.add,
  fields: [
    { option: 'title', kind: 'short', label: say.title },
    { option: 'artist', kind: 'short', label: say.artist },
    { option: 'version', kind: 'choice', label: say.version },
    { option: 'duration', kind: 'short', label: say.duration, hint: say.durationHint },
    { option: 'isrc', kind: 'short', label: say.isrc, hint: say.isrcHint },
  ],
} as const;

/** An item of any kind. */
export const anyItem = {
  schema: z.string().trim().min(1).max(300),
  description: 'Title, code or id of the recording, work or person',
  suggest: suggestAnything,
};

export const editOptions = {
  item: anyItem,
  title: text('A new title; of a person, the name'),
  ...about,
  seen: text('What the form showed; refused when somebody has changed it since', 40),
};

const fields = {
  title: { option: 'title', kind: 'short', label: say.title },
  latin: { option: 'latin', kind: 'short', label: say.latin, hint: say.clearHint },
  also: { option: 'also', kind: 'long', label: say.also, hint: say.alsoHint },
  artist: { option: 'artist', kind: 'short', label: say.artist, hint: say.clearHint },
  version: { option: 'version', kind: 'choice', label: say.version },
  duration: { option: 'duration', kind: 'short', label: say.duration, hint: say.clearHint },
} as const;

const editOutline = { title: say.editTitle, submit: say.save };

/** An item with what people change most in the fields. */
export async function editForm(id: string, context: Context): Promise<Form> {
  const { house, asker } = context;
  const isWork = id.startsWith(ID_PREFIXES.work);
  const looked = await lookAt(house.db, asker.team, isWork ? 'work' : 'recording', id);
  const { title, latin, others } = looked.item.content;
  const titles = { title, ...(latin === null ? {} : { latin }) };
  const values =
    looked.kind === 'work'
      ? { ...titles, ...(others.length === 0 ? {} : { also: others.join('\n') }) }
      : { ...titles, ...recordingValues(looked.item.content) };
  const { also, artist, version, duration } = fields;
  const shown = isWork ? [also] : [artist, version, duration];
  return openForm(
    {
      command: 'catalog',
      name: 'edit',
      options: editOptions as Options,
      outline: {
        ...editOutline,
        fields: [fields.title, fields.latin, ...shown],
        prefill: async () => values,
      },
      settled: { item: id, seen: seenOf(looked) },
    },
    context,
  );
}

function recordingValues({ mainArtist, versionKind, durationMs }: RecordingContent) {
  return {
    version: versionKind,
    ...(mainArtist === null ? {} : { artist: mainArtist }),
    ...(durationMs === null ? {} : { duration: formatDuration(durationMs) }),
  };
}

export const listOptions = {
  what: {
    kind: 'choice' as const,
    choices: kindChoices,
    // A line without names may begin with the words that are looked for.
    schema: z.string().max(LONGEST_SEARCH).optional(),
    description: 'Recordings, works or persons; recordings when left out',
  },
  search: {
    schema: z.string().max(LONGEST_SEARCH).optional(),
    description: 'Words that the titles or artists begin with, or a code',
  },
};

export const importOptions = {
  file: {
    kind: 'file' as const,
    schema: z.custom<Attachment>((value) => value !== undefined),
    description: 'A CSV or TSV with titles, codes and whatever else is known',
  },
  what: {
    kind: 'choice' as const,
    choices: kindChoices.filter(({ value }) => value !== 'person'),
    schema: z.enum(['recording', 'work']).optional(),
    description: 'What its rows are; found by the headings when left out',
  },
};

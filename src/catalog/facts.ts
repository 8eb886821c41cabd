import { formatDuration } from '../core/catalog/duration.ts';
import type { Titles } from '../core/catalog/items.ts';
import type { Sample } from '../core/sheet/content.ts';
import type { StoredItem } from '../store/catalog-items.ts';
import type { ItemCode } from '../store/item-codes.ts';
import { isolated } from '../text/neutral.ts';
import { code, join, plain, type Text, type Words } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { displayOf, labelOf } from './labels.ts';
import type { Looked, LookedRecording } from './look.ts';
import { say } from './say.ts';
import { KIND_NAMES } from './version-kinds.ts';

const CLEARED_NAMES: Readonly<Record<Sample['cleared'], string>> = {
  yes: say.clearedYes,
  no: say.clearedNo,
  unknown: say.clearedUnknown,
};

/** One thing that is known of an item; null: nobody has said it. */
export type Fact = { readonly of: FactName; readonly label: Text; readonly value: Text | null };

export type FactName = 'title' | 'latin' | 'code' | 'more';

/** Everything that is known of an item, in the order in which it is shown. */
export function factsOf(looked: Looked, t: Translate): readonly Fact[] {
  const titles = titleFacts(looked.item.content, t);
  const codes = codeFact(looked.kind === 'work' ? 'ISWC' : 'ISRC', looked.codes);
  if (looked.kind === 'work') {
    const waits = codes.value === null && looked.item.content.isRegistering === true;
    return [...titles, waits ? { ...codes, of: 'more', value: t(say.isRegistering) } : codes];
  }
  return [...titles, ...recordingFacts(looked, t), codes];
}

function titleFacts({ title, latin, others }: Titles, t: Translate): readonly Fact[] {
  return [
    { of: 'title', label: t(say.title), value: words(title) },
    { of: 'latin', label: t(say.latin), value: words(latin) },
    { of: 'more', label: t(say.others), value: words(others.length === 0 ? null : others.join('; ')) },
  ];
}

function recordingFacts(looked: LookedRecording, t: Translate): readonly Fact[] {
  const { works, parent, performers } = looked;
  const { versionKind, versionTitle, mainArtist, durationMs, samples, audio } = looked.item.content;
  return [
    { of: 'more', label: t(say.version), value: t(KIND_NAMES[versionKind]) },
    { of: 'more', label: t(say.versionTitle), value: words(versionTitle) },
    { of: 'more', label: t(say.versionOf), value: parent === null ? null : named(parent, 'recording', t) },
    { of: 'more', label: t(say.artist), value: words(mainArtist) },
    {
      of: 'more',
      label: t(say.performers),
      value: words(performers.length === 0 ? null : performers.join('; ')),
    },
    {
      of: 'more',
      label: t(say.duration),
      value: durationMs === null ? null : code(formatDuration(durationMs)),
    },
    {
      of: 'more',
      label: t(say.works),
      value:
        works.length === 0
          ? null
          : join(
              works.map((work) => named(work, 'work', t)),
              '; ',
            ),
    },
    { of: 'more', label: t(say.samples), value: samplesWords(samples, t) },
    { of: 'more', label: t(say.audio), value: audio === null ? null : code(audio) },
  ];
}

function codeFact(name: 'ISRC' | 'ISWC', codes: readonly ItemCode[]): Fact {
  const own = codes.filter(({ scheme }) => scheme === name.toLowerCase());
  return {
    of: 'code',
    label: [{ text: name }],
    value:
      own.length === 0
        ? null
        : join(
            own.map((one) => code(displayOf(one))),
            '; ',
          ),
  };
}

/** An item in a line, with the id that tells it from others that are called so. */
export function named({ id, content }: StoredItem, kind: 'recording' | 'work', t: Translate): Text {
  return t(say.named, { label: labelOf(kind, content, t), item: id });
}

function samplesWords(samples: 'none' | readonly Sample[] | null, t: Translate): Text | null {
  if (samples === null) return null;
  if (samples === 'none') return t(say.noSamples);
  return join(
    samples.map(({ title, owner, cleared }) => {
      const values = { title, cleared: t(CLEARED_NAMES[cleared]) };
      return owner === null ? t(say.sample, values) : t(say.sampleOf, { ...values, owner });
    }),
    '; ',
  );
}

function words(text: string | null): Text | null {
  return text === null ? null : [{ text: isolated(text) }];
}

/** What became different, in words: `Duration: 3:40 → 3:41`. */
export function changedFacts(before: Looked, after: Looked, t: Translate): readonly Words[] {
  const was = factsOf(before, t);
  return factsOf(after, t).flatMap(({ label, value }, index) => {
    const from = was[index]?.value ?? null;
    if (textOf(from) === textOf(value)) return [];
    const nothing = t(say.nothing);
    return [t(say.changedFact, { label, from: from ?? nothing, to: value ?? nothing })];
  });
}

function textOf(value: Text | null): string | null {
  return value === null ? null : plain(value);
}

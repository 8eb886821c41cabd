import { readSamples, writeSamples } from '../catalog/samples.ts';
import { LAYERS, type Layer } from '../core/ledger/entry-types.ts';
import { must } from '../core/problem.ts';
import { parseShares, type ShareLine } from '../core/shares.ts';
import {
  type AiUse,
  type LayerLine,
  MORE_FIELDS,
  type MoreField,
  type SheetContent,
  type VersionKind,
} from '../core/sheet/content.ts';
import { nameKey } from '../people/typed-name.ts';
import { comma, type Locale, locales } from '../text/locale.ts';
import type { Draft, DraftLine } from './everyone.ts';
import { byShare, namesOf, rolesOf } from './words.ts';

/** What a form or a typed command says of a sheet; what is left out stays as it was, or is the usual. */
export type Said = {
  readonly title?: string | undefined;
  readonly kind?: VersionKind | undefined;
  readonly samples?: string | undefined;
  readonly ai?: AiUse | undefined;
} & { readonly [L in Layer]?: string | undefined } & { readonly [F in MoreField]?: string | undefined };

/** To leave a layer or a field out of a new version. */
const LEFT_OUT = /^(?:-|none|無|沒有)$/i;

/**
 * A draft from what was said, over what was there before.
 *
 * @param before the version that it changes, or whose people it takes over; null for a sheet of its own
 * @throws UserError `share.*` with line and position
 */
export function readDraft(said: Said, before: SheetContent | null): Draft {
  const more = Object.fromEntries(
    MORE_FIELDS.flatMap((field) => {
      const text = said[field]?.trim() ?? before?.more[field] ?? '';
      return text === '' || LEFT_OUT.test(text) ? [] : [[field, text]];
    }),
  );
  const layers = Object.fromEntries(
    LAYERS.flatMap((layer) => {
      const lines = readLayer(said[layer], layer, before);
      return lines === null ? [] : [[layer, lines]];
    }),
  );
  return {
    title: said.title?.trim() ?? before?.title ?? '',
    versionKind: said.kind ?? before?.versionKind ?? 'original',
    samples: said.samples === undefined ? (before?.samples ?? 'none') : readSamples(said.samples),
    ai: said.ai ?? before?.ai ?? 'none',
    layers,
    more,
  };
}

function readLayer(
  typed: string | undefined,
  layer: Layer,
  before: SheetContent | null,
): readonly DraftLine[] | null {
  const was = before?.layers[layer];
  const text = typed?.trim();
  // A field that nobody touched keeps its people, whatever other people go by the same names.
  const isUntouched = text === undefined || (before && was && isAsWritten(text, was, before));
  if (isUntouched) return before && was ? was.map((line, index) => lineOf(line, index, before)) : null;
  if (text === '' || LEFT_OUT.test(text)) return null;
  return must(parseShares(text, layer)).map((line) => knownFrom(line, before));
}

/** A name that stands on the sheet already means whoever it stands for there, and nobody who took it since. */
function knownFrom(line: ShareLine, before: SheetContent | null): DraftLine {
  const { who } = line;
  if (who.kind !== 'name' || before === null) return line;
  const same = before.parties.filter(({ name }) => nameKey(name) === nameKey(who.name));
  const [party] = same;
  if (party === undefined || same.length > 1) return line;
  return { ...line, who: { kind: 'person', person: party.person, name: party.name } };
}

/** In whichever language the field was filled, and the answer came back. */
function isAsWritten(text: string, was: readonly LayerLine[], before: SheetContent): boolean {
  const lines = text.replace(/\r\n?/g, '\n');
  return locales.some((locale) => lines === writeLayer(was, before, locale));
}

function lineOf(line: LayerLine, index: number, { parties }: SheetContent): DraftLine {
  const party = parties.find(({ person }) => person === line.person);
  return {
    who: { kind: 'person', person: line.person, name: party?.name ?? line.person },
    share: line.share,
    roles: line.roles,
    publisher: line.publisher,
    actsFor: party?.actsFor ?? { kind: 'self' },
    line: index + 1,
  };
}

/** In marks that do not stand in the name itself, so that it is read back as it is. */
function quoted(name: string): string {
  const marks = ['""', '「」', '«»', '『』'].find(
    ([open = '', close = '']) => !name.includes(open) && !name.includes(close),
  );
  const [open, close] = marks ?? '""';
  return `${open}${marks === undefined ? name.replaceAll('"', '') : name}${close}`;
}

/** A layer as people type it, for the field of a form. */
function writeLayer(lines: readonly LayerLine[], content: SheetContent, locale: Locale): string {
  const { parties } = content;
  return byShare(lines, namesOf(content))
    .map(({ person, share, roles, publisher }) => {
      const party = parties.find((one) => one.person === person);
      const acts = party?.actsFor ?? { kind: 'self' };
      return [
        quoted(party?.name ?? person),
        share === '1/1' ? '100%' : share,
        rolesOf(roles, locale).join(comma(locale)),
        ...(publisher === null ? [] : [`publisher ${quoted(publisher.name)} ${publisher.share}`]),
        ...(acts.kind === 'company' ? [`for ${quoted(acts.name)}`] : []),
        ...(acts.kind === 'artist' ? [`for artist ${quoted(acts.name)}`] : []),
      ].join(' ');
    })
    .join('\n');
}

/** What stands in the fields of a form about a sheet. */
export function writeContent(content: SheetContent, locale: Locale): Readonly<Record<string, string>> {
  const layers = LAYERS.flatMap((layer) => {
    const lines = content.layers[layer];
    return lines === undefined ? [] : [[layer, writeLayer(lines, content, locale)]];
  });
  return {
    title: content.title,
    kind: content.versionKind,
    samples: writeSamples(content.samples, locale),
    ai: content.ai,
    ...Object.fromEntries(layers),
    ...content.more,
  };
}

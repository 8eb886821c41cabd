import { KIND_NAMES } from '../catalog/version-kinds.ts';
import { inLanguage } from '../core/data/localized.ts';
import { compare, fractionOf, percentOf } from '../core/fraction.ts';
import { LAYERS, type Layer, type PersonId, type ShareText } from '../core/ledger/entry-types.ts';
import type { Grade } from '../core/ledger/sheet-state.ts';
import { type RoleId, roleOf } from '../core/roles.ts';
import {
  type AiUse,
  type LayerLine,
  MORE_FIELDS,
  type MoreField,
  type Sample,
  type SheetContent,
} from '../core/sheet/content.ts';
import { formatsOf, type Locale } from '../text/locale.ts';
import { plain, type Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { say } from './say.ts';

/** In whose language, and in which zone times are shown. */
export type Speaker = { readonly t: Translate; readonly locale: Locale; readonly timeZone: string };

export const LAYER_NAMES: Readonly<Record<Layer, string>> = {
  composition: say.composition,
  master: say.master,
  performer: say.performer,
};

export const AI_NAMES: Readonly<Record<AiUse, string>> = {
  none: say.aiNone,
  partly: say.aiPartly,
  wholly: say.aiWholly,
};

/** How well a mark is known, the best first. */
export const GRADE_NAMES: Readonly<Record<Grade, string>> = {
  confirmed: say.gradeConfirmed,
  live: say.gradeLive,
  reconciled: say.gradeReconciled,
  attested: say.gradeAttested,
};

const CLEARED_NAMES: Readonly<Record<Sample['cleared'], string>> = {
  yes: say.clearedYes,
  no: say.clearedNo,
  unknown: say.clearedUnknown,
};

export const MORE_NAMES: Readonly<Record<MoreField, string>> = {
  language: say.moreLanguage,
  iswc: say.moreIswc,
  recordings: say.moreRecordings,
  finished: say.moreFinished,
  licensing: say.moreLicensing,
  registers: say.moreRegisters,
};

/** Up to here a fraction is read at a glance. */
const PLAIN_PARTS = 12n;

/**
 * A share as it is read at a glance: `1/2`, `33.34 %`, `1/3 (33.33 %)`. A percent that had to be rounded never stands
 * alone, as the fraction is what counts.
 */
export function shareWords(share: ShareText, t: Translate): string {
  if (share === '1/1') return '1';
  const { text: percent, exact } = percentOf(share);
  if (!exact) return plain(t(say.shareRounded, { share, percent }));
  return fractionOf(share)[1] <= PLAIN_PARTS ? share : plain(t(say.sharePercent, { percent }));
}

/** The same for the frozen text: `1/2 (50 %)`, always with both. */
export function shareInFull(share: ShareText, t: Translate): string {
  return plain(t(say.shareRounded, { share: share === '1/1' ? '1' : share, percent: percentOf(share).text }));
}

/** What CLDR puts into the names of zones that keep no summer time, and nobody says. */
const STANDARD =
  / Padrão| estándar|, стандартное время| стандартное| Standart| Standar\b| الرسمي|標準(?=時間)|标准(?=时间)/u;

/** A zone as people name it: `Taipei`, `台北時間`, `hora de Taipéi`. */
export function zoneWords({ timeZone, locale }: Speaker): string {
  if (/^(?:Etc\/)?(?:UTC|GMT)$/i.test(timeZone)) return 'UTC';
  if (locale === 'en') return timeZone.split('/').at(-1)?.replaceAll('_', ' ') ?? timeZone;
  const format = new Intl.DateTimeFormat(formatsOf(locale), { timeZone, timeZoneName: 'longGeneric' });
  const name = format.formatToParts().find(({ type }) => type === 'timeZoneName')?.value ?? timeZone;
  return name.replace(STANDARD, '');
}

/** What somebody wrote, within a line of ours: its line breaks could pass for lines that we say. */
export function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function rolesOf(roles: readonly RoleId[], locale: Locale): readonly string[] {
  return roles.map((role) => inLanguage(roleOf(role).name, locale));
}

export function samplesOf(samples: SheetContent['samples'], t: Translate): readonly string[] {
  if (samples === 'none') return [plain(t(say.none))];
  return samples.map(({ title, owner, cleared }) => {
    const values = { title, cleared: plain(t(CLEARED_NAMES[cleared])) };
    return plain(owner === null ? t(say.sample, values) : t(say.sampleOf, { ...values, owner }));
  });
}

/** The part of the frozen text that people read, each line with its newline. */
export function frozenWords(
  content: SheetContent,
  version: { readonly version: number; readonly amends: number | null },
  speaker: Speaker,
): string {
  const lines = [...linesOf(content, version, speaker)];
  return `${lines.map(plain).join('\n')}\n\n`;
}

function* linesOf(
  content: SheetContent,
  { version, amends }: { readonly version: number; readonly amends: number | null },
  speaker: Speaker,
): Iterable<Text | string> {
  const { t } = speaker;
  const names = namesOf(content);
  yield t(say.frozenTitle, { title: content.title });
  yield t(say.frozenVersion, { kind: plain(t(KIND_NAMES[content.versionKind])), version });
  if (amends !== null) yield t(say.frozenAmends, { version: amends });
  for (const layer of LAYERS) {
    const lines = content.layers[layer];
    if (lines === undefined) continue;
    yield '';
    yield t(LAYER_NAMES[layer]);
    for (const line of byShare(lines, names)) yield layerLine(line, names, speaker);
  }
  yield '';
  yield* actsForLines(content, speaker);
  yield* knownByLines(content, speaker);
  yield t(say.frozenSamples, { samples: samplesOf(content.samples, t) });
  yield t(say.frozenAi, { ai: plain(t(AI_NAMES[content.ai])) });
  yield* moreLines(content, speaker);
  yield '';
  yield t(say.meaning, { version });
  yield t(say.notAdvice);
}

/** For whom somebody acts, where it is not for themselves. */
export function* actsForLines(content: SheetContent, { t }: Speaker): Iterable<Text> {
  for (const person of namesOf(content).keys()) {
    const party = content.parties.find((one) => one.person === person);
    if (party === undefined || party.actsFor.kind === 'self') continue;
    const message = party.actsFor.kind === 'company' ? say.frozenActsFor : say.frozenActsForArtist;
    yield t(message, { name: party.name, other: party.actsFor.name });
  }
}

function layerLine(
  { person, share, roles, publisher }: LayerLine,
  names: ReadonlyMap<PersonId, string>,
  { t, locale }: Speaker,
): string {
  let line = plain(t(say.frozenLine, { name: names.get(person) ?? person, share: shareInFull(share, t) }));
  if (roles.length > 0) line = plain(t(say.frozenRoles, { line, roles: rolesOf(roles, locale) }));
  if (publisher !== null) {
    const values = { line, name: publisher.name, share: shareInFull(publisher.share, t) };
    line = plain(t(say.frozenPublisher, values));
  }
  return line;
}

/** Who is on the sheet, in the order in which it names them. */
export function namesOf({ parties, layers }: SheetContent): ReadonlyMap<PersonId, string> {
  const names = new Map(parties.map(({ person, name }) => [person, name]));
  const shown = LAYERS.flatMap((layer) => byShare(layers[layer] ?? [], names).map(({ person }) => person));
  return new Map(
    [...new Set([...shown, ...names.keys()])].map((person) => [person, names.get(person) ?? person]),
  );
}

/** The largest share first; alike ones by name. */
export function byShare(
  lines: readonly LayerLine[],
  names: ReadonlyMap<PersonId, string>,
): readonly LayerLine[] {
  const nameOf = ({ person }: LayerLine) => names.get(person) ?? person;
  return lines.toSorted(
    (a, b) => compare(fractionOf(b.share), fractionOf(a.share)) || nameOf(a).localeCompare(nameOf(b), 'en'),
  );
}

/** `Ana: Lin Ana · IPI 00058678919 · MÜST`, of those who allow it. */
export function* knownByLines({ parties }: SheetContent, { t }: Speaker): Iterable<Text> {
  for (const { name, known } of parties) {
    if (known === undefined) continue;
    const { legalName, ipi, isni, society } = known;
    const facts = [
      legalName,
      ipi === undefined ? undefined : `IPI ${ipi}`,
      isni === undefined ? undefined : `ISNI ${isni}`,
      society,
    ].filter((fact) => fact !== undefined);
    yield t(say.frozenMore, { label: name, value: facts.join(' · ') });
  }
}

/** Who may license alone, who registers the work, and whatever else is said of it. */
export function* moreLines({ more }: SheetContent, { t }: Speaker): Iterable<Text> {
  for (const field of MORE_FIELDS) {
    const value = more[field];
    if (value !== undefined) yield t(say.frozenMore, { label: plain(t(MORE_NAMES[field])), value });
  }
}

import type { Context } from '../bot/command.ts';
import type { Reply } from '../bot/reply.ts';
import type { Conflict } from '../core/licenses/conflicts.ts';
import type { LicenseContent } from '../core/licenses/content.ts';
import type { Cap, License, LicenseParty } from '../core/licenses/license.ts';
import { territorySet } from '../core/territory-set.ts';
import { countedPlaces } from '../places/words.ts';
import { plain, type Text, type Words } from '../text/spans.ts';
import { say } from './say.ts';
import { amountWords, type Speaker, termWords, usesWords } from './words.ts';

type Facts = NonNullable<Reply['facts']>;

/** Enough of a hash to compare two by eye; all of it stands in `/license show`. */
const SHORT_HASH = 12;

/**
 * The parts of a license.
 *
 * @param how `known`: without those that are missing, which are named elsewhere. `whole`: with everything beside them
 */
export function factsOf(content: LicenseContent, context: Context, how: 'known' | 'whole' = 'known'): Facts {
  const { t } = context;
  const { licensor, licensee, territories, uses, exclusive, payment, renewal, remark } = content;
  const isWhole = how === 'whole';
  const parts: readonly (readonly [label: string, value: Words | null])[] = [
    [say.labelLicensor, licensor?.name ?? null],
    [say.labelLicensee, licensee?.name ?? null],
    [say.labelWhere, territories && countedPlaces(territorySet(territories), context)],
    [say.labelTerm, spanWords(content, context)],
    [say.labelUses, uses && t(say.list, { items: usesWords(uses, context) })],
    [say.labelExclusive, exclusive === null ? null : t(exclusive ? say.yes : say.no)],
    [say.labelPayment, payment],
    [say.labelCaps, content.caps && capsWords(content.caps, content, context)],
    [say.labelProof, proofWords(content, context, isWhole)],
  ];
  return [
    ...parts.flatMap(([label, value]) =>
      value === null && !isWhole ? [] : [{ label: t(label), value: value ?? t(say.missing) }],
    ),
    ...(renewal === null ? [] : [{ label: t(say.labelRenewal), value: t(say.day, { day: renewal }) }]),
    ...(remark === null || !isWhole ? [] : [{ label: t(say.labelRemark), value: remark }]),
  ];
}

function spanWords({ begins, ends, ended }: LicenseContent, context: Context): Words | null {
  const { t } = context;
  if (begins === null && ends === null) return null;
  if (ends === null) return t(say.beginsOnly, { from: begins ?? '' });
  if (begins === null) {
    return ends === 'none' ? null : t(say.endsOnly, { to: ends });
  }
  const span = termWords(begins, ends === 'none' ? null : ends, context);
  const isCut = ended !== null && (ends === 'none' || ended.on < ends);
  return isCut ? t(say.cutSpan, { span, on: ended.on }) : span;
}

function capsWords(caps: readonly Cap[], { counts }: LicenseContent, context: Context): Words {
  const { t } = context;
  if (caps.length === 0) return t(say.noCaps);
  const items = caps.map((cap) => {
    const limit = amountWords(cap, context);
    const made = counts[cap.of];
    return made === undefined ? limit : plain(t(say.made, { limit, made }));
  });
  return t(say.list, { items });
}

function proofWords({ proof }: LicenseContent, { t }: Context, whole: boolean): Words | null {
  if (proof === null) return null;
  const hash = whole ? proof.sha256 : `${proof.sha256.slice(0, SHORT_HASH)}…`;
  return t(say.proof, { name: proof.name, hash });
}

/** `Ana → Cy Films` */
export function partiesWords(
  { licensor, licensee }: Pick<LicenseContent, 'licensor' | 'licensee'>,
  { t }: Speaker,
): Text {
  const name = (party: LicenseParty | null) => party?.name ?? '…';
  return t(say.parties, { licensor: name(licensor), licensee: name(licensee) });
}

/** A license in one line, for putting two side by side. */
export function lineOf(license: License, speaker: Speaker): Text {
  const { t } = speaker;
  const { licensor, licensee, territories, term, uses } = license;
  return t(say.line, {
    licensor: licensor.name,
    licensee: licensee.name,
    ...meeting({ territories, term, uses }, speaker),
  });
}

/** Where, when and for what two licenses meet. */
export function meetingWords(conflict: Conflict, speaker: Speaker): Text {
  return speaker.t(say.meeting, meeting(conflict, speaker));
}

function meeting(
  { territories, term, uses }: Pick<License, 'territories' | 'term' | 'uses'>,
  speaker: Speaker,
) {
  return {
    places: countedPlaces(territories, speaker),
    term: termWords(term.from, term.to, speaker),
    uses: usesWords(uses, speaker),
  };
}

import type { Context } from '../bot/command.ts';
import { homeOf } from '../bot/home.ts';
import { type Line, pressOf, type Reply } from '../bot/reply.ts';
import { inLanguage } from '../core/data/localized.ts';
import { quickAnswers } from '../core/data/quick-answers.ts';
import type { Asset } from '../core/licenses/content.ts';
import { UserError } from '../core/problem.ts';
import { territorySet } from '../core/territory-set.ts';
import { takeProof } from '../files/proof.ts';
import { placesFor } from '../places/places.ts';
import { placesWords } from '../places/words.ts';
import { cautionLines } from '../rights/set-cautions.ts';
import { type Shown, withEnglish } from '../rights/translated.ts';
import type { StoredLicense } from '../store/licenses.ts';
import { code, type Text } from '../text/spans.ts';
import { assetOf, assetWord, isSaid } from './assets.ts';
import { conflictLines, refusedReply } from './conflict-words.ts';
import { factsOf } from './facts.ts';
import { findMeantLicense, mustBeOpenTo } from './find.ts';
import { Refused } from './free.ts';
import { type AddInput, readInput, withDays } from './read-input.ts';
import { type Recorded, record } from './record.ts';
import { say } from './say.ts';
import { partsWords } from './words.ts';

/** What was asked and is answered by a press: the key of the question, and the countries. */
type Confirmed = { readonly pending: string; readonly countries: readonly string[] };

/** Cautions beside an answer about a license; the others are a command away. */
const MOST_CAUTIONS = 3;
const LONGEST_TYPED = 60;

/**
 * `/license add`: a license is kept with what is known of it, and named as a draft while anything is missing. With
 * `license:`, one that is there is completed or corrected.
 *
 * @throws UserError `license.*`, `file.*`, `catalog.*`, `split.who-*`
 */
export async function addLicense(input: AddInput, context: Context, confirmed?: Confirmed): Promise<Reply> {
  const { proof } = input;
  const before =
    input.license === undefined ? null : await findMeantLicense(input.license, context, 'exactly');
  const asset = await assetFor(input, before, context);
  const said = await readInput(input, context);
  const placed =
    input.territory === undefined
      ? null
      : await placesFor(
          input.territory,
          confirmed?.countries,
          { command: 'add', input: withDays(input, said), press: (key) => pressOf('license', 'places', key) },
          context,
        );
  if (placed?.kind === 'reply') return placed.reply;
  const recording = {
    ...{ before, asset, said, pending: confirmed?.pending ?? null, home: await homeOf(context) },
    places: placed && { set: placed.set, typed: input.territory ?? '' },
    proof:
      proof === undefined
        ? null
        : await takeProof(proof, (limitBytes) => context.download(proof, limitBytes), 'papers'),
  };
  try {
    return recordedReply(await record(context, recording), placed?.remarks ?? [], context);
  } catch (error) {
    if (error instanceof Refused) return refusedReply(error.conflicts, context);
    throw error;
  }
}

/** What it is about: said for a new one, and settled for one that is there. */
async function assetFor(input: AddInput, before: StoredLicense | null, context: Context): Promise<Asset> {
  if (before === null) return assetOf(input, context, 'exactly');
  await mustBeOpenTo(context.house, context.asker, before);
  const { asset } = before.content;
  if (!isSaid(input)) return asset;
  const said = await assetOf(input, context, 'exactly');
  if (said.kind === asset.kind && said.id === asset.id) return asset;
  throw new UserError({ code: 'license.asset-fixed', details: { id: before.id, title: asset.title } });
}

const TITLES = {
  recorded: [say.recorded, say.recordedMeets],
  completed: [say.completed, say.completedMeets],
  changed: [say.changed, say.changedMeets],
} as const;

function recordedReply(recorded: Recorded, remarks: readonly Text[], context: Context): Reply {
  const { t, locale } = context;
  const { id, content, event, seq, missing, met } = recorded;
  const { title } = content.asset;
  const isDraft = missing.length > 0;
  const cautions = cautionsOf(recorded, context);
  const [alone, meets] = TITLES[event];
  const count = met.length;
  return withEnglish(
    {
      tone: isDraft || count > 0 ? 'caution' : 'good',
      title: isDraft
        ? t(say.draft, { id, title, count: missing.length })
        : t(count > 0 ? meets : alone, { id, title, count }),
      facts: factsOf(content, context),
      list: [...conflictLines(met, context), ...cautions.lines],
      text: [
        ...remarks,
        ...cautions.text,
        t(say.entry, { seq }),
        ...(isDraft ? draftText(recorded, context) : [askNext(recorded, context)]),
      ],
      notices: [inLanguage(quickAnswers().education, locale)],
      ...(isDraft
        ? {
            buttons: [
              {
                label: t(say.complete),
                style: 'primary' as const,
                press: pressOf('license', 'complete', id),
              },
            ],
          }
        : {}),
    },
    context,
    cautions.shown,
  );
}

function draftText({ id, missing }: Recorded, context: Context): readonly Text[] {
  const { t } = context;
  const command = code(`/license add license: ${id} …`);
  return [
    t(say.draftParts, { parts: partsWords(missing, context) }),
    t(missing.includes('proof') ? say.draftNextFile : say.draftNext, { command }),
  ];
}

function askNext({ content }: Recorded, { t }: Context): Text {
  const word = assetWord(content.asset);
  return t(say.askNext, { command: code(`/license check ${word} territory: … use: … date: …`) });
}

/** What has to be looked at where the license holds, in short. */
function cautionsOf(
  { content }: Recorded,
  context: Context,
): { readonly lines: readonly Line[]; readonly text: readonly Text[]; readonly shown: Shown } {
  if (content.territories === null) return { lines: [], text: [], shown: { kind: 'education' } };
  const set = territorySet(content.territories);
  const { lines, more, notes, shown } = cautionLines(set, MOST_CAUTIONS, context);
  const typed = content.places ?? '';
  const places = typed.length > LONGEST_TYPED ? placesWords(set, context) : typed;
  const command = code(`/territory check ${places}`);
  return {
    lines,
    shown,
    text: [...(more > 0 ? [context.t(say.cautionsMore, { count: more, command })] : []), ...notes],
  };
}

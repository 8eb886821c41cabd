import type { Context } from '../../bot/command.ts';
import type { Reply } from '../../bot/reply.ts';
import { cleanText, LONGEST_NAME, readText } from '../../core/catalog/read-text.ts';
import { folded } from '../../core/catalog/search-terms.ts';
import { checkIdentifier } from '../../core/identifiers/recognize.ts';
import { must, UserError } from '../../core/problem.ts';
import { countLeft, printedSeries } from '../../core/series.ts';
import { appendOne } from '../../store/evidence.ts';
import { burnGiven, findGiven, type GivenCode, givenFor } from '../../store/given-codes.ts';
import { listSeries, lockSeries, type Series } from '../../store/series.ts';
import type { Db } from '../../store/tables.ts';
import { lockTeam } from '../../store/teams.ts';
import { inTransaction } from '../../store/transaction.ts';
import { displayOf } from '../labels.ts';
import { sayingWhatIsLost } from './ask-assign.ts';
import { person } from './ask-series.ts';
import { chooseSeries, POOLS } from './choose-series.ts';
import { giveCodes, keepHead } from './give-codes.ts';
import { say } from './say.ts';
import { kindOf, momentOf, reachedOf, zoneOf } from './series-words.ts';

export type PoolInput = {
  /** What it is for, in somebody's own words. */
  readonly for: string;
  readonly pool: string | undefined;
};

/**
 * `/id assign`: the next barcode or catalog number of a pool. The same words again, in any case and spacing, bring back
 * the code that they have, so that nothing gets two.
 *
 * @throws UserError `assign.*`, `evidence.*`
 */
export async function askPoolAssign(input: PoolInput, context: Context): Promise<Reply> {
  const { house, asker } = context;
  const { team } = asker;
  const series = await chooseSeries(house, team, POOLS, input.pool);
  const words = must(readText('for', input.for, LONGEST_NAME));
  const target = targetOf(words);
  return sayingWhatIsLost(async () => {
    const by = await person(context);
    const timeZone = await zoneOf(house, team);
    const found = await inTransaction(house.db, async (db) => {
      // Two who ask for the same at once come one after the other, from whichever pools.
      await lockTeam(db, team);
      const known = await standing(db, team, series, target);
      if (known !== undefined) return { known };
      const to = {
        subject: `prefix/${series.id}`,
        givenFor: words,
        target,
        data: {},
        sealed: { for: words },
      };
      const [given] = await giveCodes(house, db, team, { series: series.id, timeZone, to: [to], by });
      const after = (await lockSeries(db, team, series.id)) ?? series;
      return { given, after };
    });
    if ('known' in found) return replyForKnown(found.known, series, context);
    await keepHead(house, team);
    const { given, after } = found;
    if (given === undefined) throw new Error('A code was given and did not come back.');
    return replyForGiven({ ...given, words }, after, context);
  });
}

/** As words are compared: any case, width of characters and spacing. */
function targetOf(words: string): string {
  return folded(words).replace(/\s+/gu, ' ').trim();
}

/** What these words have of this kind already. */
async function standing(
  db: Db,
  team: string,
  series: Series,
  target: string,
): Promise<GivenCode | undefined> {
  const given = await givenFor(db, team, target);
  return given.find(
    ({ burntAt, scheme, code }) =>
      burntAt === null &&
      scheme === series.scheme &&
      (scheme !== 'gtin' || isUpc(code) === (kindOf(series) === 'upc')),
  );
}

/** On 14 digits, a UPC begins with two zeros and an EAN that is none with one. */
function isUpc(code: string): boolean {
  return code.startsWith('00');
}

async function replyForGiven(
  { code, seq, at, words }: { code: string; seq: number; at: Date; words: string },
  series: Series,
  context: Context,
): Promise<Reply> {
  const { t, house, asker, timeZone } = context;
  const { year } = await momentOf(house, asker.team);
  const left = countLeft(series, reachedOf(series), year);
  return {
    tone: 'good',
    title: t(say.givenFor, {
      title: words,
      kind: kindOf(series),
      code: displayOf({ scheme: series.scheme, code }),
    }),
    facts: [
      { label: t(say.givenAt), value: t(say.givenAtValue, { when: at, zone: timeZone }) },
      { label: t(say.fromPool), value: t(say.fromPoolValue, { series: printedSeries(series), left }) },
      { label: t(say.ledger), value: t(say.ledgerValue, { seq }) },
    ],
    text: [t(say.poolForLife)],
  };
}

function replyForKnown(known: GivenCode, series: Series, { t, timeZone }: Context): Reply {
  return {
    tone: 'caution',
    title: t(say.hasAlready, {
      title: known.givenFor,
      kind: kindOf(series),
      code: displayOf({ scheme: series.scheme, code: known.code }),
    }),
    facts: [
      { label: t(say.givenAt), value: t(say.givenAtValue, { when: known.givenAt, zone: timeZone }) },
      { label: t(say.ledger), value: t(say.ledgerValue, { seq: known.seq }) },
    ],
    text: [t(say.hasAlreadyNext)],
  };
}

/** `/id burn`: what it was given for does not come out; the code stays used, and the words may get another. */
export async function askBurn(typed: string, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const { team } = asker;
  const found = await poolCode(typed, context);
  const by = await person(context);
  const burnt = await inTransaction(house.db, async (db) => {
    await lockSeries(db, team, found.series);
    const now = await findGiven(db, team, found);
    if (now === undefined || now.burntAt !== null) return false;
    await burnGiven(db, team, found, house.now());
    await appendOne(house.evidence, db, team, {
      type: 'code.burnt',
      subject: `prefix/${found.series}`,
      data: { scheme: found.scheme, code: found.code, series: found.series, by },
    });
    return true;
  });
  const code = displayOf({ scheme: found.scheme === 'gtin' ? 'gtin' : 'catalog-number', code: found.code });
  return {
    tone: burnt ? 'good' : 'plain',
    title: burnt ? t(say.burnt, { code, title: found.givenFor }) : t(say.burntAlready, { code }),
    text: [t(say.burntNext)],
  };
}

/** @throws UserError `assign.code-unknown` */
async function poolCode(typed: string, { house, asker, now }: Context): Promise<GivenCode> {
  const { normalized } = checkIdentifier(typed, {
    prefixes: house.prefixes,
    year: now.getUTCFullYear(),
    kind: 'gtin',
  });
  const barcode =
    normalized === null
      ? undefined
      : await findGiven(house.db, asker.team, { scheme: 'gtin', code: normalized });
  if (barcode !== undefined) return barcode;
  const text = cleanText(typed.normalize('NFKC'));
  // As it was printed, and as most patterns are.
  for (const code of new Set([text, text.toUpperCase()])) {
    const found = await findGiven(house.db, asker.team, { scheme: 'catalog-number', code });
    if (found !== undefined) return found;
  }
  const pools = await listSeries(house.db, asker.team, POOLS.schemes);
  if (pools.length === 0) throw new UserError({ code: 'assign.none', details: { kind: 'pool' } });
  throw new UserError({ code: 'assign.code-unknown', details: { typed } });
}

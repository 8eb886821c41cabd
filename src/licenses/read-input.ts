import type { Attachment } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { type Day, readDay } from '../core/day.ts';
import type { Cap, Use } from '../core/licenses/license.ts';
import { readCaps, readUses } from '../core/licenses/typed.ts';
import { must } from '../core/problem.ts';
import { dayIn } from '../core/time-zones.ts';
import type { Named } from '../people/named.ts';
import type { AssetInput } from './assets.ts';
import { findParty } from './parties.ts';

/** What `/license add` was told; what is left out stays as it was, or is missing. */
export type AddInput = AssetInput & {
  readonly license?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  readonly territory?: string | undefined;
  readonly begins?: string | undefined;
  readonly ends?: string | undefined;
  readonly uses?: string | undefined;
  readonly exclusive?: 'yes' | 'no' | undefined;
  readonly payment?: string | undefined;
  readonly caps?: string | undefined;
  readonly renewal?: string | undefined;
  readonly remark?: string | undefined;
  readonly proof?: Attachment | undefined;
};

/** The same, read; the places apart, since they may have to be asked. */
export type Said = {
  readonly licensor?: Named;
  readonly licensee?: Named;
  readonly begins?: Day;
  readonly ends?: Day | 'none';
  readonly uses?: readonly Use[];
  readonly exclusive?: boolean;
  readonly payment?: string;
  readonly caps?: readonly Cap[];
  readonly renewal?: Day | null;
  readonly remark?: string | null;
};

const NONE = /^(?:none|never|no end|perpetual|forever|-|無|沒有|無期限|永久)$/i;

/** @throws UserError `license.day`, `license.use`, `license.caps*`, `license.party`, `split.who-*` */
export async function readInput(input: AddInput, context: Context): Promise<Said> {
  const { from, to, begins, ends, uses, exclusive, payment, caps, renewal, remark } = input;
  const today = todayOf(context);
  const orNone = (text: string) => (isNone(text) ? null : must(readDay(text, today)));
  return {
    ...(begins === undefined ? {} : { begins: must(readDay(begins, today)) }),
    ...(ends === undefined ? {} : { ends: orNone(ends) ?? 'none' }),
    ...(uses === undefined ? {} : { uses: must(readUses(uses)) }),
    ...(exclusive === undefined ? {} : { exclusive: exclusive === 'yes' }),
    ...(payment === undefined ? {} : { payment: payment.trim() }),
    ...(caps === undefined ? {} : { caps: must(readCaps(caps)) }),
    ...(renewal === undefined ? {} : { renewal: orNone(renewal) }),
    ...(remark === undefined ? {} : { remark: isNone(remark) ? null : remark.trim() }),
    ...(from === undefined ? {} : { licensor: await findParty(from, context) }),
    ...(to === undefined ? {} : { licensee: await findParty(to, context) }),
  };
}

/** Whether somebody says that there is none. */
export function isNone(text: string): boolean {
  return NONE.test(text.trim());
}

/** The same input with the days that it means, so that `today` stays the day on which it was typed. */
export function withDays(input: AddInput, { begins, ends, renewal }: Said): AddInput {
  return {
    ...input,
    ...(begins === undefined ? {} : { begins }),
    ...(ends === undefined ? {} : { ends }),
    ...(renewal === undefined ? {} : { renewal: renewal ?? 'none' }),
  };
}

/** Which day it is for whoever asks. */
export function todayOf({ now, timeZone }: Pick<Context, 'now' | 'timeZone'>): Day {
  return dayIn(now, timeZone);
}

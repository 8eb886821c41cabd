import {
  LEAD_KINDS,
  type LeadTime,
  leadTimes,
  type PlanFigure,
  type Store,
  type StoreId,
} from '../data/lead-times.ts';
import type { Confidence } from '../data/routing.ts';
import { addDays, type Day } from '../day.ts';
import { businessDaysBefore } from './business-days.ts';

/** A team's own number of days for an entry of the list, or for `plan` and `plan.longer`, by its id. */
export type Overrules = Readonly<Record<string, number>>;

/** `team`: the number is the team's own, whatever the source says. */
export type Certainty = Confidence | 'team';

/** One published figure counted back from the release. */
export type Dated = {
  /** Its source, its date, and what it says itself where the team overruled it. */
  readonly entry: LeadTime;
  readonly days: number;
  /** The last day on which it is still in time. */
  readonly by: Day;
  /** The day that the source recommends, where that is earlier than the last one of a pitch. */
  readonly better?: Day;
  readonly certainty: Certainty;
};

/** The figure to go by, and those that lead to another day: shown with it, never instead of it. */
export type Figure = Dated & { readonly conflicts: readonly Dated[] };

/** No figures for a store that has `blank` words; without one for a pitch, none was found. */
export type StoreAdvice = { readonly store: Store; readonly figures: readonly Figure[] };

export type Plan = {
  readonly figure: PlanFigure;
  readonly days: number;
  readonly by: Day;
  readonly certainty: Certainty;
};

export type LeadAdvice = {
  readonly plan: Plan;
  /** In the order of the list. */
  readonly stores: readonly StoreAdvice[];
  /** What distributors ask for whatever the store. One's figure does not contradict another's. */
  readonly distributors: readonly Figure[];
};

/**
 * By when what has to be done for a release, as far as stores and distributors have said.
 *
 * Where several figures are about the same thing, those of the highest confidence are gone by, and of them the one that
 * asks for most time. A team's own number goes before all published ones, longer or shorter; an overruled id that the
 * list no longer has is passed over.
 *
 * @param longer it is an album, a first release, or to be pitched through the distributor
 * @see facts on lead times, compiled 2026-11-22; planning figures, not promises
 */
export function leadAdvice(
  release: Day,
  options: {
    readonly stores?: readonly StoreId[];
    readonly longer?: boolean;
    readonly overrules?: Overrules;
  } = {},
): LeadAdvice {
  const { stores: asked, longer = false, overrules = {} } = options;
  const { plan, stores, entries } = leadTimes();
  const dated = entries.map((entry) => date(entry, release, overrules));
  return {
    plan: datePlan(longer ? plan.longer : plan.usual, release, overrules),
    stores: stores
      .filter(({ id }) => asked?.includes(id) ?? true)
      .map((store) => ({ store, figures: figuresOf(dated.filter(({ entry }) => entry.store === store.id)) })),
    distributors: [...Map.groupBy(forAnyStore(dated), ({ entry }) => entry.via).values()].flatMap(figuresOf),
  };
}

const forAnyStore = (dated: readonly Dated[]) => dated.filter(({ entry }) => entry.store === 'any');

function date(entry: LeadTime, release: Day, overrules: Overrules): Dated {
  const own = overrules[entry.id];
  const before = (days: number) =>
    entry.unit === 'business' ? businessDaysBefore(release, days) : addDays(release, -days);
  const days = own ?? entry.days;
  const recommended = entry.range[1];
  return {
    entry,
    days,
    by: before(days),
    ...(own === undefined && entry.what === 'pitch' && recommended > days
      ? { better: before(recommended) }
      : {}),
    certainty: own === undefined ? entry.confidence : 'team',
  };
}

function datePlan(figure: PlanFigure, release: Day, overrules: Overrules): Plan {
  const own = overrules[figure.id];
  const days = own ?? figure.days;
  return {
    figure,
    days,
    by: addDays(release, -days),
    certainty: own === undefined ? figure.confidence : 'team',
  };
}

const SUREST_FIRST: readonly Certainty[] = ['team', 'high', 'medium', 'low'];

/** One figure for each thing that the entries are about. */
function figuresOf(dated: readonly Dated[]): readonly Figure[] {
  return LEAD_KINDS.flatMap((what) => {
    const [first, ...others] = dated
      .filter(({ entry }) => entry.what === what)
      .sort((a, b) => rank(a) - rank(b) || (a.by < b.by ? -1 : a.by > b.by ? 1 : 0));
    return first ? [{ ...first, conflicts: others.filter(({ by }) => by !== first.by) }] : [];
  });
}

const rank = ({ certainty }: Dated) => SUREST_FIRST.indexOf(certainty);

import type { Day } from '../day.ts';
import type { TerritorySet } from '../territory-set.ts';

/** A product that comes out on a day: an ordered list of recordings under one barcode. Null is what nobody has said yet. */
export type ReleaseContent = {
  readonly title: string;
  /** The title in Latin letters, where it is in another script. */
  readonly latin: string | null;
  readonly artist: string | null;
  /** The day on the calendars of its zone. A wall-clock day: clock changes never move it. */
  readonly day: Day;
  /** IANA name. */
  readonly timeZone: string;
  /** Where it comes out; null: nobody has said. */
  readonly territories: TerritorySet | null;
  /** The same in the words in which it was said. */
  readonly places: string | null;
  /** Recordings of the catalog by id, in the order of the tracks. A recording may be on it twice. */
  readonly tracks: readonly string[];
  /** How many days before the day people hear of it; null: as the team has it. */
  readonly reminderDays: readonly number[] | null;
};

/** When nobody says otherwise: 28 days are what most stores and distributors ask for. */
export const USUAL_REMINDER_DAYS = [28, 14, 7, 3, 1, 0] as const;

/** The hour of the day, in the zone of the release, at which people hear of it. */
export const REMINDER_HOUR = 10;

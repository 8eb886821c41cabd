import { addDays, type Day, daysBetween } from '../day.ts';

const A_MONDAY = '2024-01-01';

/**
 * The day so many business days earlier: Saturdays and Sundays are not counted, holidays are, since there is no list of
 * them that would hold for every store. A day at the weekend counts back from the Monday after.
 */
export function businessDaysBefore(day: Day, count: number): Day {
  let at = day;
  for (let left = count; left > 0; ) {
    at = addDays(at, -1);
    if (!isWeekend(at)) left -= 1;
  }
  return at;
}

function isWeekend(day: Day): boolean {
  const weekday = daysBetween(A_MONDAY, day) % 7;
  return (weekday < 0 ? weekday + 7 : weekday) >= 5;
}

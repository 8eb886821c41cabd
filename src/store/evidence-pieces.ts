/** Rows of six columns stay far below the number of values that either database takes in one statement. */
const MOST_IN_A_STATEMENT = 1000;

/** The same items in order, so many at a time. */
export function inPieces<T>(items: readonly T[], most = MOST_IN_A_STATEMENT): readonly (readonly T[])[] {
  return Array.from({ length: Math.ceil(items.length / most) }, (_, index) =>
    items.slice(index * most, (index + 1) * most),
  );
}

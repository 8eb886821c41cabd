import type { Performer, RecordingContent } from '../../core/catalog/items.ts';
import { isNothing, LONGEST_NAME, partsOf, readText } from '../../core/catalog/read-text.ts';
import { must, UserError } from '../../core/problem.ts';
import type { Person } from '../../store/people.ts';
import { MOST_PERFORMERS, performerCalled, withoutRepeats } from '../performers.ts';
import { idBehind } from '../table/cells.ts';

/**
 * Who is heard, from a cell. Names that stood there before mean whoever they meant then.
 *
 * @throws UserError `catalog.unknown`, `catalog.several`, `catalog.too-many`, `catalog.part-too-long`
 */
export function performersIn(
  cell: string,
  { performers: before }: RecordingContent,
  people: readonly Person[],
): readonly Performer[] {
  if (isNothing(cell)) return [];
  const parts = partsOf(cell);
  if (parts.length > MOST_PERFORMERS) {
    const details = { option: 'performers', count: parts.length, limit: MOST_PERFORMERS };
    throw new UserError({ code: 'catalog.too-many', details });
  }
  return withoutRepeats(parts.map((part) => performerOf(part, before, people)));
}

function performerOf(part: string, before: readonly Performer[], people: readonly Person[]): Performer {
  const id = idBehind(part);
  if (id !== null) {
    const known = before.find(({ person }) => person === id);
    if (known !== undefined) return known;
    const person = people.find((one) => one.id === id);
    if (person !== undefined) return { person: id, name: person.displayName };
    throw new UserError({ code: 'catalog.unknown', details: { kind: 'person', typed: id } });
  }
  const name = must(readText('performers', part, LONGEST_NAME));
  return before.find((one) => one.person === null && one.name === name) ?? performerCalled(people, name);
}

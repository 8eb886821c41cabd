import type { House } from '../bot/command.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import { bookWords } from './book-words.ts';
import { type Called, calledIn } from './called.ts';
import { personWords } from './person-words.ts';
import { say } from './say.ts';
import { markWords, sheetWords } from './sheet-words.ts';

/** Says what an entry says. */
export type EntryWords = (entry: Entry) => Text;

/**
 * Words for these entries, with people, sheets and recordings as they are called now. Accounts and what platforms sent
 * stay where they are: in the sealed parts.
 */
export async function wordsFor(
  house: Pick<House, 'db'>,
  team: string,
  entries: readonly Entry[],
  t: Translate,
): Promise<EntryWords> {
  const called = await calledIn(house, team, entries, t);
  return (entry) => wordsOf(entry, called, t);
}

function wordsOf(entry: Entry, called: Called, t: Translate): Text {
  switch (entry.type) {
    case 'ledger.created':
      return t(say.created);
    case 'erasure':
      return t(say.erased, { count: entry.data.entries.length });
    case 'exported':
      return t(say.taken, { subject: entry.subject });
    case 'file.stored':
      return t(say.stored, { size: entry.data.size });
    case 'person.linked':
    case 'person.unlinked':
    case 'person.delegated':
    case 'person.undelegated':
      return personWords(entry, called, t);
    case 'mark':
      return markWords(entry, called, t);
    default:
      return (
        sheetWords(entry, called, t) ?? bookWords(entry, called, t) ?? t(say.other, { type: entry.type })
      );
  }
}

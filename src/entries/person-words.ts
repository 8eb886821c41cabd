import type { Entry } from '../core/ledger/entry-types.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Called } from './called.ts';
import { say } from './say.ts';

export function personWords(
  entry: Entry<'person.linked' | 'person.unlinked' | 'person.delegated' | 'person.undelegated'>,
  called: Called,
  t: Translate,
): Text {
  const name = called.person(entry.data.person);
  switch (entry.type) {
    case 'person.linked':
      return t(say.linked, { name, platform: entry.data.platform });
    case 'person.unlinked':
      return t(say.unlinked, { name, seq: entry.data.link });
    case 'person.delegated':
      return t(say.delegated, {
        name,
        other: called.person(entry.data.delegate),
        end: new Date(entry.data.end),
      });
    case 'person.undelegated':
      return t(say.undelegated, { name, seq: entry.data.delegation });
  }
}

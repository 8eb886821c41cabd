import type { Suggestion } from '../bot/adapter.ts';
import type { Context } from '../bot/command.ts';
import { completeTerritory } from '../core/territory.ts';
import { nameOf } from './questions.ts';

/** Discord shows 25, and takes values of at most 100 characters. */
const MOST = 25;
const LONGEST = 100;

/** Names for the last item of what is typed so far, in the reader's language, behind the items that stand already. */
export function suggestPlaces(typed: string, { locale }: Context): readonly Suggestion[] {
  const at = Math.max(...[',', '、', '，', ';', '；'].map((mark) => typed.lastIndexOf(mark))) + 1;
  const before = typed.slice(0, at).trim();
  return completeTerritory(typed.slice(at), MOST)
    .map((ref) => [before, nameOf(ref, locale)].filter((part) => part !== '').join(' '))
    .filter((value) => value.length <= LONGEST)
    .map((value) => ({ value, label: value }));
}

import type { Tone } from '../bot/reply.ts';
import type { PersonId } from '../core/ledger/entry-types.ts';
import { agrees, type Grade, gradesOf } from '../core/ledger/sheet-state.ts';
import type { Link } from '../store/people.ts';
import { comma } from '../text/locale.ts';
import { join, type Text, type Words } from '../text/spans.ts';
import type { Values } from '../text/translate.ts';
import { say } from './say.ts';
import type { Shown, Where } from './show.ts';
import { GRADE_NAMES, namesOf, type Speaker, zoneWords } from './words.ts';

type Marked = { readonly tone: Tone; readonly text: Words };

/** Who has agreed, who is missing, and what stands in the way. */
export function standingLines(shown: Shown, speaker: Speaker, where: Where): readonly Marked[] {
  const { version, stored, standing, content, links } = shown;
  const { t } = speaker;
  const ended = endedLine(shown, speaker);
  if (standing === 'completed' && ended !== null) return [ended, ...agreedLines(shown, speaker, where)];
  if (ended !== null) return [ended];
  const names = namesOf(content);
  const parties = [...names.keys()].flatMap((person) => {
    const state = version.parties.get(person);
    return state === undefined ? [] : [[person, state] as const];
  });
  const of = (test: (state: (typeof parties)[number][1]) => boolean): readonly PersonId[] =>
    parties.filter(([, state]) => test(state)).map(([person]) => person);
  const disputing = of((state) => state.disputes && !state.approves);
  const undecided = of((state) => state.disputes && state.approves);
  const missing = of((state) => !state.disputes && !state.approves);
  const unlinked = missing.filter((person) => !links.some((link) => link.person === person));
  const line = (tone: Tone, message: string, people: readonly PersonId[]) =>
    people.length === 0
      ? []
      : [{ tone, text: t(message, { names: mentions(people, names, links, where, speaker) }) }];
  const open: Values = {
    agreed: of(agrees).length,
    all: parties.length,
    until: stored.endsAt,
    zone: zoneWords(speaker),
  };
  return [
    { tone: standing === 'disputed' ? 'caution' : 'waiting', text: t(say.openUntil, open) },
    ...agreedLines(shown, speaker, where),
    ...line('bad', say.whoDisputes, disputing),
    ...line('caution', say.whoUndecided, undecided),
    ...line('waiting', say.whoMissing, missing),
    ...line('caution', say.noAccount, unlinked),
  ];
}

const GRADES = Object.keys(GRADE_NAMES) as readonly Grade[];

/** Who agrees, a line for each grade: how good the evidence for a mark is, is said wherever the mark is. */
function agreedLines({ version, content, links }: Shown, speaker: Speaker, where: Where): readonly Marked[] {
  const { t } = speaker;
  const names = namesOf(content);
  const grades = gradesOf(version);
  return GRADES.flatMap((grade) => {
    const people = [...names.keys()].filter((person) => grades[person] === grade);
    if (people.length === 0) return [];
    const values = { grade: t(GRADE_NAMES[grade]), names: mentions(people, names, links, where, speaker) };
    return [{ tone: 'good' as const, text: t(say.whoAgreed, values) }];
  });
}

/** Names with commas between; accounts of this place are mentioned, so that their owners hear of it. */
function mentions(
  people: readonly PersonId[],
  names: ReadonlyMap<PersonId, string>,
  links: readonly Link[],
  where: Where,
  { locale }: Speaker,
): Text {
  return join(
    people.map((person): Words => {
      const name = names.get(person) ?? person;
      const link = links.find(
        (one) => one.person === person && one.platform === where.platform && one.space === where.space,
      );
      return link === undefined ? name : [{ text: name, account: link.account }];
    }),
    comma(locale),
  );
}

function endedLine({ standing, stored, sheet }: Shown, speaker: Speaker): Marked | null {
  const { t } = speaker;
  switch (standing) {
    case 'completed': {
      const { completed } = sheet.state;
      const rules = completed === null || completed === stored.version;
      if (rules) return { tone: 'good', text: t(say.stateCompleted) };
      return { tone: 'caution', text: t(say.stateReplaced, { version: completed }) };
    }
    case 'cancelled':
      return { tone: 'bad', text: t(say.stateCancelled) };
    case 'lapsed':
      return { tone: 'bad', text: t(say.stateLapsed, { when: stored.endsAt, zone: zoneWords(speaker) }) };
    case 'replaced':
      return { tone: 'caution', text: t(say.stateReplaced, { version: sheet.state.newest ?? 0 }) };
    default:
      return null;
  }
}

import { type Problem, problem } from '../problem.ts';
import type { Entry, PersonId } from './entry-types.ts';
import type { SealedPart } from './sealed.ts';
import {
  type DelegationFact,
  FINE,
  type Grade,
  type LinkFact,
  type Outside,
  type PartyState,
  placeKey,
  type SheetState,
  type VersionState,
} from './sheet-state.ts';

type Mark = Entry<'mark'>;

/**
 * What a party did to a version. It counts only if it was the party, or a delegate of that time, by an account of
 * theirs, at a message that showed this version, or an attested file in place of all that.
 */
export function applyMark(
  sheet: SheetState,
  entry: Mark,
  sealed: SealedPart | null,
  outside: Outside,
): readonly Problem[] {
  const { data, seq } = entry;
  const version = sheet.versions.get(data.version);
  const party = version?.parties.get(data.party);
  const wrong = checkPlace(sheet, entry, version) ?? checkAttested(entry);
  const problems = wrong === null ? [...checkWho(entry, sealed, outside)] : [wrong];
  const counts = party !== undefined && problems.every(({ severity }) => severity !== 'error');
  sheet.marks.push({
    seq,
    version: data.version,
    person: counts ? data.party : null,
    confirmable: isConfirmable(data),
  });
  if (counts) count(party, entry);
  if (data.file !== null) sheet.files.add(data.file);
  return problems.length === 0 ? FINE : problems;
}

function isConfirmable({ method, act, seen }: Mark['data']): boolean {
  return method === 'reaction' && act === 'added' && seen === 'live';
}

/** Adding what is there and removing what is not changes nothing. */
function count(party: PartyState, { data, seq }: Mark): void {
  const added = data.act === 'added';
  if (data.mark === 'dispute') {
    party.disputes = added;
    return;
  }
  party.approves = added;
  if (added) [party.approval, party.approvalGrade] = [seq, data.seen];
}

function checkPlace(
  sheet: SheetState,
  { data, at }: Mark,
  version: VersionState | undefined,
): Problem | null {
  if (version === undefined) return problem('sheet.version-unknown', 'error', { version: data.version });
  if (version.text !== data.text) return problem('sheet.text-differs', 'error', { version: data.version });
  if (!version.parties.has(data.party)) return problem('mark.party', 'error', { person: data.party });
  const posted = data.at_message === null ? undefined : sheet.posts.get(placeKey(data.at_message));
  if (data.at_message !== null && posted === undefined) return problem('sheet.message-unknown', 'error');
  const needsMessage = data.method === 'reaction' || data.method === 'button';
  if (needsMessage && !posted?.has(data.version)) {
    return problem('mark.message', 'error', { version: data.version });
  }
  if (data.between !== null) {
    const [from, to] = data.between;
    if (from > to || to > at) return problem('mark.between', 'error');
  }
  return null;
}

/** An attested file stands alone: all four say so, or none. */
function checkAttested({ data }: Mark): Problem | null {
  const signs = [
    data.method === 'attestation',
    data.seen === 'attested',
    data.file !== null,
    data.link === null,
  ];
  const attested = signs.every((sign) => sign) && data.delegation === null;
  return attested || signs.every((sign) => !sign) ? null : problem('mark.attested', 'error');
}

/** By whose account, with whose leave. What the bundle does not hold is a warning: it cannot be said. */
function* checkWho(entry: Mark, sealed: SealedPart | null, outside: Outside): Iterable<Problem> {
  const { data, seq } = entry;
  const later = [data.file, data.link, data.delegation].find((named) => named !== null && named >= seq);
  if (later !== undefined && later !== null) return yield problem('mark.later', 'error', { entry: later });
  if (data.file !== null) {
    const file = outside.file(data.file);
    if (file === 'other') yield problem('mark.file', 'error', { entry: data.file });
    if (file === 'absent') yield problem('needed.entry', 'warning', { entry: data.file });
  }
  const delegation = data.delegation === null ? null : outside.delegation(data.delegation);
  if (delegation === 'other') yield problem('mark.delegation', 'error', { entry: data.delegation ?? seq });
  else if (delegation === 'absent')
    yield problem('needed.entry', 'warning', { entry: data.delegation ?? seq });
  else if (delegation !== null) yield* checkDelegation(entry, delegation, outside);
  if (data.link === null) return;
  const link = outside.link(data.link);
  if (link === 'other') yield problem('mark.link', 'error', { entry: data.link });
  else if (link === 'absent') yield problem('needed.entry', 'warning', { entry: data.link });
  else yield* checkLink(entry, link, { sealed, outside, delegate: delegateOf(delegation) });
}

/** `unknown` when the delegation is not here: then the account may be the delegate's. */
function delegateOf(delegation: DelegationFact | 'other' | 'absent' | null): PersonId | 'unknown' | null {
  if (delegation === null || delegation === 'other') return null;
  return delegation === 'absent' ? 'unknown' : delegation.delegate;
}

function* checkDelegation(
  { data, at, seq }: Mark,
  fact: DelegationFact,
  outside: Outside,
): Iterable<Problem> {
  const entry = data.delegation ?? seq;
  if (fact.person !== data.party)
    yield problem('mark.delegation-person', 'error', { entry, person: data.party });
  else if (fact.scope !== 'all' && !fact.scope.includes(data.sheet))
    yield problem('mark.scope', 'error', { entry });
  else if (fact.end < at) yield problem('mark.delegation-over', 'error', { entry, end: fact.end });
  else if (fact.endedBy !== null && fact.endedBy < seq) {
    yield problem('mark.ended', 'error', { entry, by: fact.endedBy });
  } else yield* wholeOrUnsaid(`person/${fact.person}`, outside);
}

type Surroundings = {
  readonly sealed: SealedPart | null;
  readonly outside: Outside;
  readonly delegate: PersonId | 'unknown' | null;
};

function* checkLink({ data, seq }: Mark, fact: LinkFact, around: Surroundings): Iterable<Problem> {
  const entry = data.link ?? seq;
  const { delegate, sealed, outside } = around;
  const account = accountOf(sealed);
  if (fact.person !== data.party && fact.person !== delegate && delegate !== 'unknown') {
    yield problem('mark.link-person', 'error', { entry, person: fact.person });
  } else if (data.at_message !== null && data.at_message.platform !== fact.platform) {
    yield problem('mark.link-platform', 'error', { entry, platform: fact.platform });
  } else if (account !== null && fact.account !== null && (account === '' || account !== fact.account)) {
    yield problem('mark.account', 'error', { entry });
  } else if (fact.endedBy !== null && fact.endedBy < seq) {
    yield problem('mark.ended', 'error', { entry, by: fact.endedBy });
  } else yield* wholeOrUnsaid(`person/${fact.person}`, outside);
}

/** Without all of a person's entries nobody sees that a link or a delegation was ended. */
function* wholeOrUnsaid(subject: string, outside: Outside): Iterable<Problem> {
  if (!outside.isWhole(subject)) yield problem('needed.chain', 'warning', { subject });
}

/** @returns the account as JSON; empty when the part names none; null when the part is not open */
export function accountOf(sealed: SealedPart | null): string | null {
  if (sealed === null) return null;
  return sealed.account === undefined ? '' : JSON.stringify(sealed.account);
}

/** The platform's own list was asked, and the mark stood there. */
export function applyConfirmed(sheet: SheetState, { data }: Entry<'mark.confirmed'>): readonly Problem[] {
  const mark = findMark(sheet, data.mark);
  if (mark === undefined) return [problem('confirmed.unknown', 'error', { entry: data.mark })];
  if (!mark.confirmable) return [problem('confirmed.mark', 'error', { entry: data.mark })];
  const grade: Grade = 'confirmed';
  const party = mark.person === null ? undefined : sheet.versions.get(mark.version)?.parties.get(mark.person);
  if (party?.approval === mark.seq) party.approvalGrade = grade;
  if (party?.counted === mark.seq) party.countedGrade = grade;
  return FINE;
}

/** Marks come in order, so that a sheet with very many is still searched quickly. */
function findMark(sheet: SheetState, seq: number): SheetState['marks'][number] | undefined {
  let [low, high] = [0, sheet.marks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const at = sheet.marks[middle]?.seq ?? seq;
    if (at === seq) return sheet.marks[middle];
    if (at < seq) low = middle + 1;
    else high = middle;
  }
  return undefined;
}

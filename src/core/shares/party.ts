import { compare, fractionOf } from '../fraction.ts';
import type { Layer, ShareText } from '../ledger/entry-types.ts';
import { good, type Parsed } from '../problem.ts';
import { findRole, MOST_WORDS, nearestRoleWord, type RoleId, sortRoles } from '../roles.ts';
import { checkName, type NameProblem, readFor, readWho, roleIn } from './names.ts';
import { badAt, type Line, placeIn, shown } from './place.ts';
import { type ActsFor, nameOf, type PublisherPart, type ShareLine } from './share-line.ts';
import { readShareText } from './share-text.ts';
import type { Token } from './tokens.ts';

type NumberProblem =
  | 'share.ambiguous'
  | 'share.number'
  | 'share.fraction-percent'
  | 'share.range'
  | 'share.too-fine';

type PartProblem =
  | NameProblem
  | NumberProblem
  | 'share.second'
  | 'share.quote-needed'
  | 'share.part-twice'
  | 'share.publisher-share'
  | 'share.publisher-layer'
  | 'share.role-unknown'
  | 'share.stray';

export type PartyProblem = PartProblem | 'share.missing' | 'share.publisher-more';

/** What was read of a party so far. */
type Parts = {
  share: ShareText | null;
  shareText: string;
  roles: RoleId[];
  publisher: PublisherPart | null;
  publisherAt: number;
  actsFor: ActsFor;
};

/** How many tokens a part took. */
type Taken = Parsed<number, PartProblem>;

const SELF: ActsFor = { kind: 'self' };

/** One party: the name, then share, roles, publisher and "for" in any order. */
export function readParty(
  line: Line,
  tokens: readonly Token[],
  layer: Layer,
): Parsed<ShareLine, PartyProblem> {
  const named = readWho(line, tokens, layer);
  if (!named.ok) return named;
  const { who, rest } = named.value;
  const parts: Parts = {
    share: null,
    shareText: '',
    roles: [],
    publisher: null,
    publisherAt: 0,
    actsFor: SELF,
  };
  for (let at = 0; at < rest.length; ) {
    const taken = readPart(line, rest.slice(at), layer, parts);
    if (!taken.ok) return taken;
    at += taken.value;
  }
  const { share, publisher, actsFor } = parts;
  const start = tokens[0]?.start ?? 0;
  if (share === null) return badAt('share.missing', placeIn(line, start), { name: shown(nameOf(who)) });
  if (publisher !== null && compare(fractionOf(publisher.share), fractionOf(share)) > 0) {
    return badAt('share.publisher-more', placeIn(line, parts.publisherAt), {
      found: publisher.share,
      share,
    });
  }
  return good({ who, share, roles: sortRoles(parts.roles), publisher, actsFor, line: line.number });
}

function readPart(line: Line, tokens: readonly Token[], layer: Layer, parts: Parts): Taken {
  const [first] = tokens;
  if (first === undefined || first.kind === 'noise') return good(1);
  const place = placeIn(line, first.start);
  switch (first.kind) {
    case 'share':
      return takeShare(line, first, parts);
    case 'open-quote':
      return badAt('share.quote-open', place, { found: shown(line.text.slice(first.start)) });
    case 'word':
      return (
        takeFor(line, tokens, parts) ??
        takePublisher(line, tokens, layer, parts) ??
        takeRole(line, tokens, layer, parts)
      );
    default:
      return badAt('share.stray', place, { found: shown(first.text) });
  }
}

function takeShare(line: Line, token: Token, parts: Parts): Taken {
  if (parts.share !== null) {
    const details = { first: shown(parts.shareText), found: shown(token.text) };
    return badAt('share.second', placeIn(line, token.start), details);
  }
  const share = readShare(line, token);
  if (!share.ok) return share;
  parts.share = share.value;
  parts.shareText = token.text;
  return good(1);
}

function readShare(line: Line, { text, start }: Token): Parsed<ShareText, NumberProblem> {
  const reading = readShareText(text);
  if (reading.ok) return good(reading.share);
  const [place, found] = [placeIn(line, start), shown(text)];
  if (reading.why !== 'ambiguous') return badAt(`share.${reading.why}`, place, { found });
  return badAt('share.ambiguous', place, { found, percent: reading.percent, whole: reading.whole });
}

/** `for "Ana Music Ltd"`, `for artist "Dee"`; null where no such part begins. */
function takeFor(line: Line, tokens: readonly Token[], parts: Parts): Taken | null {
  const whom = readFor(tokens);
  const [first] = tokens;
  if (whom === null || first === undefined) return null;
  const place = placeIn(line, first.start);
  const quoted = tokens[whom.words];
  if (quoted?.kind !== 'quoted') return badAt('share.quote-needed', place, { after: 'for' });
  if (parts.actsFor !== SELF) return badAt('share.part-twice', place, { part: 'for' });
  const name = checkName(line, quoted, quoted.value);
  if (!name.ok) return name;
  parts.actsFor = { kind: whom.kind, name: name.value };
  return good(whom.words + 1);
}

/** `publisher "Night Music" 1/4`; null where it is only the role. */
function takePublisher(line: Line, tokens: readonly Token[], layer: Layer, parts: Parts): Taken | null {
  const [first, quoted] = tokens;
  if (first === undefined || quoted?.kind !== 'quoted') return null;
  if (findRole(first.text, 'composition') !== 'publisher') return null;
  const place = placeIn(line, first.start);
  if (layer !== 'composition') return badAt('share.publisher-layer', place, { layer });
  if (parts.publisher !== null) return badAt('share.part-twice', place, { part: 'publisher' });
  const name = checkName(line, quoted, quoted.value);
  if (!name.ok) return name;
  const at = tokens.findIndex(({ kind }, index) => index > 1 && kind !== 'noise');
  const token = tokens[at];
  if (token?.kind !== 'share') {
    return badAt('share.publisher-share', place, { name: shown(name.value) });
  }
  const share = readShare(line, token);
  if (!share.ok) return share;
  parts.publisher = { name: name.value, share: share.value };
  parts.publisherAt = token.start;
  return good(at + 1);
}

const AND = new Set(['and', '&', '+', '/', '和', '與', '及', '兼']);

function takeRole(line: Line, tokens: readonly Token[], layer: Layer, parts: Parts): Taken {
  const [first] = tokens;
  if (first === undefined || AND.has(first.text.toLowerCase())) return good(1);
  for (let many = MOST_WORDS; many > 0; many -= 1) {
    const role = tokens.length < many ? null : roleIn(tokens.slice(0, many), layer);
    if (role === null) continue;
    parts.roles.push(role);
    return good(many);
  }
  const several = first.text.split(/[/／+＋&＆·・|]/u).map((word) => findRole(word, layer));
  if (several.every((role) => role !== null)) {
    parts.roles.push(...several);
    return good(1);
  }
  return unknownRole(line, tokens, parts);
}

/** Where another name and share follow, a new line was meant rather than a role. */
function unknownRole(line: Line, tokens: readonly Token[], parts: Parts): Taken {
  const [first] = tokens;
  const [place, found] = [placeIn(line, first?.start ?? 0), shown(first?.text ?? '')];
  const isParty = parts.share !== null && tokens.some(({ kind }) => kind === 'share');
  if (isParty || /^[@＠]/u.test(found)) return badAt('share.stray', place, { found });
  return badAt('share.role-unknown', place, { found, near: nearestRoleWord(found) ?? 'none' });
}

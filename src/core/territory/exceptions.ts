import type { Group, TerritoryTable } from '../data/territories.ts';
import type { ExceptionMark } from './except-words.ts';
import type { Hit } from './scan.ts';
import type { Token } from './tokens.ts';

export type Selected = { readonly included: readonly Hit[]; readonly excluded: readonly Hit[] };

/**
 * Which names are meant and which are left out, read from left to right.
 *
 * "World except US, UK" leaves out everything up to the end of the clause; "除美國外的全球" what is between;
 * "全球（美國除外）" and "アメリカを除く世界" what stands before.
 */
export function selectHits(
  tokens: readonly Token[],
  hits: readonly Hit[],
  exceptions: readonly ExceptionMark[],
  table: TerritoryTable,
): Selected {
  const included: Hit[] = [];
  const excluded: Hit[] = [];
  const hitAt = new Map(hits.map((hit) => [hit.from, hit]));
  const exceptionAt = new Map(exceptions.map((mark) => [mark.from, mark]));
  let recent: Hit[] = [];
  let depth = 0;
  let leavingOutSince: number | null = null;
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at] as Token;
    const hit = hitAt.get(at);
    const mark = exceptionAt.get(at);
    if (hit) {
      (leavingOutSince === null ? included : excluded).push(hit);
      if (leavingOutSince === null) recent.push(hit);
      // A name that opens a bracket, "Switzerland (DACH", closes it behind itself.
      depth += bracketsIn(tokens.slice(hit.from, hit.to));
    } else if (mark?.exception === 'before') leavingOutSince = depth;
    else if (mark && leavingOutSince !== null) leavingOutSince = null;
    else if (mark?.exception === 'after') {
      for (const left of lastNamed(recent, table))
        excluded.push(...included.splice(included.indexOf(left), 1));
      recent = [];
    } else {
      depth += bracketsIn([token]);
      const closed = isBracket(token, ')]】') && leavingOutSince !== null && depth < leavingOutSince;
      if (closed || endsClause(token)) leavingOutSince = null;
      if (endsClause(token) || isBracket(token, '([【')) recent = [];
    }
    at = hit?.to ?? mark?.to ?? at + 1;
  }
  return { included, excluded };
}

/** How many more are opened than closed. */
function bracketsIn(tokens: readonly Token[]): number {
  const opened = tokens.filter((token) => isBracket(token, '([【')).length;
  return opened - tokens.filter((token) => isBracket(token, ')]】')).length;
}

function isBracket(token: Token, brackets: string): boolean {
  return token.kind === 'paren' && brackets.includes(token.text);
}

function endsClause({ kind, text, key }: Token): boolean {
  return (kind === 'mark' && ';\n。|'.includes(text)) || key === 'plus' || text === '+';
}

/** What "… excepted" is said of: the names before it, but not the region that they are taken out of. */
function lastNamed(recent: readonly Hit[], table: TerritoryTable): readonly Hit[] {
  const at = recent.findLastIndex(({ target }) => target.ref !== null && 'group' in target.ref);
  const countries = recent.slice(at + 1);
  const region = recent[at];
  if (!region || countries.length === 0) return region ? [region] : countries;
  const inside = countries.every((hit) => isMember(hit, region, table));
  return inside ? countries : recent.slice(at);
}

function isMember({ target }: Hit, region: Hit, table: TerritoryTable): boolean {
  if (!target.ref || !('country' in target.ref)) return false;
  const members = groupOf(region, table)?.members;
  return members === 'all' || members === 'rest' || (members?.includes(target.ref.country) ?? true);
}

function groupOf({ target }: Hit, table: TerritoryTable): Group | undefined {
  const { ref } = target;
  return ref && 'group' in ref ? table.groups.find(({ id }) => id === ref.group) : undefined;
}

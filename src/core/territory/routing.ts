import type { Localized } from '../data/localized.ts';
import { type Body, type Conflict, type Market, type RoutingField, routingMap } from '../data/routing.ts';

/** What a person wants to settle: a code for the recording, the song, the recording. At most one line each. */
export type Topic = 'codes' | 'songs' | 'recordings';

/** One body to ask, with every right it was found for. */
export type Asked = {
  readonly name: string;
  readonly rights: readonly RoutingField[];
  /** One for each right, in the same order: each has its own source, date and certainty. */
  readonly entries: readonly Body[];
};

export type AskLine = {
  readonly topic: Topic;
  readonly bodies: readonly Asked[];
  /** Rights of this line for which nobody was found. */
  readonly missing: readonly RoutingField[];
};

export type WhomToAsk = {
  /** Codes, songs, recordings, in this order; only codes where societies were not looked into. */
  readonly lines: readonly AskLine[];
  readonly researched: boolean;
  readonly notes: readonly Localized[];
  /** What a team does first there; told for the home markets only. */
  readonly firstSteps: readonly Localized[];
  readonly conflicts: readonly Conflict[];
};

const TOPICS: Readonly<Record<Topic, readonly RoutingField[]>> = {
  codes: ['isrc'],
  songs: ['authors', 'mechanical'],
  recordings: ['neighboring'],
};

/**
 * Whom to ask in a country: the ISRC agency, the societies for songs (performance and mechanicals; a body that has
 * both is named once), and those for recordings.
 *
 * A right without a body is reported as missing and never filled from a neighbor. What the sources contradict each
 * other about is in `conflicts`.
 *
 * @param iso ISO 3166-1 alpha-2
 * @see the routing map of facts, compiled 2026-11-22: IFPI prefix list, CISAC and BIEM lists, the bodies' own pages
 */
export function whomToAsk(iso: string): WhomToAsk {
  const market = routingMap().get(iso);
  const researched = market?.researched ?? false;
  const topics: readonly Topic[] = researched ? ['codes', 'songs', 'recordings'] : ['codes'];
  return {
    lines: topics.map((topic) => lineOf(topic, market)),
    researched,
    notes: market?.notes ?? [],
    firstSteps: market?.firstSteps ?? [],
    conflicts: market?.conflicts ?? [],
  };
}

function lineOf(topic: Topic, market: Market | undefined): AskLine {
  const bodies = new Map<string, { rights: RoutingField[]; entries: Body[] }>();
  const missing: RoutingField[] = [];
  for (const right of TOPICS[topic]) {
    const found = market?.[right] ?? [];
    if (found.length === 0) missing.push(right);
    for (const body of found) {
      const known = bodies.get(body.name) ?? { rights: [], entries: [] };
      bodies.set(body.name, { rights: [...known.rights, right], entries: [...known.entries, body] });
    }
  }
  return { topic, bodies: [...bodies].map(([name, known]) => ({ name, ...known })), missing };
}

import { type MemoryHouse, openMemoryHouse, originOf } from '../support/memory-house.ts';
import { seeded } from './hostile-text.ts';

/** Each team has a word that stands in all that is its own, and in nothing else. */
const TEAMS = ['zebra', 'quartz', 'velvet'] as const;

type Team = (typeof TEAMS)[number];

export type Walk = {
  /** Takes that many random steps. @returns every leak: what was typed where, and what it showed */
  steps(count: number): Promise<readonly string[]>;
  /** How many sheets there are, so that a walk that did nothing is seen. */
  sheets(): Promise<number>;
  close(): Promise<void>;
};

/**
 * Promise 12: three teams do whatever they like on one database, with ids of sheets, messages, persons and codes that
 * they have heard of, those of the others among them. What a team is shown must never hold another's word.
 */
export async function openWalk(url: string, seed: number): Promise<Walk> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const at: MemoryHouse = await openMemoryHouse(url, random);
  const { platform, house } = at;
  let songs = 0;
  // Each has its team before anybody acts, so that whoever is named first has no other rights.
  for (const team of TEAMS) await at.act(originOf(team, `${team}-ana`), 'splitproof help');

  /** Ids that were shown anywhere: everybody tries them. */
  const known: string[] = ['s_0123456789abcdef0123'];
  const learn = (text: string) => {
    for (const [id] of text.matchAll(/\b(?:[sp]_[a-z0-9]{20}|[a-z0-9]{4}-[a-z0-9]{4}-[a-z0-9]{4})\b/g))
      if (!known.includes(id)) known.push(id);
    if (known.length > 60) known.splice(1, known.length - 60);
  };

  async function step(): Promise<string | null> {
    const team = pick(TEAMS);
    const account = pick([`${team}-ana`, `${team}-bo`, `admin-${team}`]);
    const origin = originOf(team, account);
    const line = lineOf(team);
    at.pass(1000);
    platform.heard(team);
    const said = line === 'react' ? await react(origin) : await at.act(origin, line);
    learn(said);
    const leaks = TEAMS.flatMap((other) => {
      const shown = other === team ? `${said}\n${platform.heard(other)}` : platform.heard(other);
      learn(shown);
      // Whatever is typed into a search is said back, whosever word it is.
      const foreign = TEAMS.filter((word) => word !== other && shown.includes(word) && !line.includes(word));
      return foreign.map(
        (word) => `${other} was shown the word of ${word} after “${line}” in ${team}: ${shown}`,
      );
    });
    return leaks[0] ?? at.broken()[0] ?? null;
  }

  function lineOf(team: Team): string {
    const id = pick(known);
    const people = `@${team}-ana 1/2 composer; @${team}-bo 1/2 lyricist`;
    return pick([
      `split new title: "${team} song ${++songs}" composition: ${people}`,
      `split new title: "${team} alike" like: ${id}`,
      `split revise sheet: ${id} title: "${team} again"`,
      `split amend sheet: ${id} title: "${team} amended"`,
      `split show sheet: ${id}`,
      `split status sheet: ${id}`,
      'split show sheet: song',
      'split status',
      'split list',
      'split list which: mine',
      `split approve sheet: ${id}`,
      `split dispute sheet: ${id} kind: authorship reason: "${team} wrote it"`,
      `split remind sheet: ${id}`,
      `split cancel sheet: ${id}`,
      `split post sheet: ${id}`,
      'evidence list',
      `evidence show ${Math.floor(random() * 40)}`,
      'evidence verify',
      `evidence verify ${id}`,
      `splitproof me legal: "${team} legal" numbers: shown`,
      'splitproof privacy',
      'splitproof link',
      `splitproof link code: ${id}`,
      `splitproof delegate to: @${team}-bo until: 2026-12-31`,
      `press split:details:${id}:1`,
      `press split:approve:${id}:1`,
      `press split:take-back:${id}:1:approve`,
      `press split:list:all:0`,
      `press splitproof:link:${id.replaceAll('-', '')}`,
      `press splitproof:erase:${id}`,
      'react',
      'react',
      'react',
    ]);
  }

  /** On a message of anybody's, as if its id had been guessed; only its own space really shows it. */
  async function react(origin: ReturnType<typeof originOf>): Promise<string> {
    const message = pick(TEAMS.flatMap((team) => platform.messages(team)));
    if (message !== undefined) await at.react(origin, message, '✅');
    return '';
  }

  return {
    async steps(count) {
      const leaks: string[] = [];
      for (let taken = 0; taken < count && leaks.length < 5; taken += 1) {
        const leak = await step();
        if (leak !== null) leaks.push(`step ${taken + 1} of seed ${seed}: ${leak}`);
      }
      return leaks;
    },
    sheets: async () => (await house.db.selectFrom('sheet').select('id').execute()).length,
    close: at.close,
  };
}

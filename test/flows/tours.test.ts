import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openStory } from './story.ts';

/** What is seen after a line of a tour; of the others, that they are taken without a complaint. */
type Seen = Readonly<Record<string, string>>;

const SPLIT: Seen = {
  'ana: +✅ #1': '⏳ 1 of 3 agreed · …\n✅ Agreed (…): @ana\n⏳ Not answered yet: @bo, @chen',
  'chen: +❌ #1': '→ ana\n❌ chen disputes version 1 of Night Bus',
  'chen: press Say why…': 'Why do you dispute it?',
  '': '→ chen\n❌ You dispute version 1 of Night Bus',
  'chen: +✅ #2': '✅ Night Bus, version 2: agreed by all 3, …',
  quit: '(the room is closed)',
};

const LICENSE: Seen = {
  '/isrc assign Rain': '✅ Rain · Ana has the ISRC QZ-ABC-26-00001',
  'bo: /split approve Rain': '✅ Rain, version 1: agreed by both, …',
  '/license check recording: Rain territory: Germany use: synchronization date: 2027-01-05':
    '✅ Yes, for …: license …',
  '/license check recording: Rain territory: US use: synchronization date: 2027-01-05': '❌ No: no license …',
  '/catalog show Rain': 'Split sheets: Rain, version 1: agreed',
  '/license show Rain': 'File saved: …LICENSE…',
  '/evidence verify': '✅ The ledger holds: …',
  quit: '(the room is closed)',
};

const RELEASE: Seen = {
  '/release status': '❌ It has no UPC or EAN. → /release edit rel_… upc: …',
  'clock +3d': 'This reminder is late: …',
  '/release date "First EP" +40d': '✅ First EP moved from 26 Dec 2026 to …',
  'clock +13d': '⏳ First EP comes out in 27 days: …',
  'press Done': '✅ The reminder for First EP is dealt with: …',
  '/release calendar "First EP"': 'File saved: ….ics',
  quit: '(the room is closed)',
};

describe.each([
  ['Two minutes', SPLIT],
  ['From a song to a license', LICENSE],
  ['Release day', RELEASE],
])('the tour "%s" of the README', (heading, seen) => {
  it('does what it says', async () => {
    const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
    const section = readme.slice(readme.indexOf(`\n## ${heading}\n`));
    const script = /^```text\n([\s\S]*?)^```$/m.exec(section)?.[1] ?? '';
    const lines = script.trimEnd().split('\n');
    expect(Object.keys(seen).filter((line) => !lines.includes(line))).toEqual([]);
    const { tell, failures } = await openStory();
    for (const line of lines) {
      const refusal = seen[line]?.includes('❌') || line.startsWith('clock') ? '' : '\n≠ ❌ …';
      await tell(`› ${line}\n${seen[line] ?? ''}\n&\n≠ There is no…\n≠ Closed; nothing was sent.${refusal}`);
    }
    expect(failures).toEqual([]);
  });
});

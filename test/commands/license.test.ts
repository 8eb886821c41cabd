import { describe, expect, it } from 'vitest';
import evidence from '../../commands/evidence.ts';
import license from '../../commands/license.ts';
import { addItem } from '../../src/catalog/change.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { openPlace } from '../people/room.ts';
import { eachDatabase } from '../support/each-database.ts';
import { readSources } from '../support/sources.ts';

const FILE = { id: 'F1', name: 'contract.pdf', mediaType: 'application/pdf', sizeBytes: 15 };
const REST = 'territory: JP begins: 2026-01-01 ends: none exclusive: no payment: none caps: none';

type Place = Awaited<ReturnType<typeof openPlace>>;

function recording(title: string, more: Partial<RecordingContent> = {}): RecordingContent {
  return {
    ...{ title, latin: null, others: [], versionKind: 'original', versionTitle: null, mainArtist: 'Ana' },
    ...{ performers: [], durationMs: null, versionOf: null, samples: null, audio: null },
    ...more,
  };
}

async function put({ house, team }: Place, kind: 'recording' | 'work', title: string): Promise<string> {
  const work = { title, latin: null, others: [] };
  return inTransaction(house.db, (db) =>
    kind === 'work'
      ? addItem(house, db, team, { kind, content: work }, null)
      : addItem(house, db, team, { kind, content: recording(title) }, null),
  );
}

eachDatabase(({ openFresh }) => {
  it('is about a recording or a work of the catalog, by title or id, and each for itself', async () => {
    const place = await openPlace(await openFresh());
    const { say } = place;
    const bus = await put(place, 'recording', 'Night Bus');
    const song = await put(place, 'work', 'Night Bus');
    const add = (about: string, uses: string) =>
      say('ana', `license add ${about} from: Cy Ltd to: Label uses: ${uses} ${REST}`, [FILE]);
    expect(await add('recording: "Night Bus"', 'sync')).toContain('of Night Bus · Ana is recorded');
    expect(await add(`work: ${song}`, 'mechanical')).toContain('of Night Bus is recorded');
    const check = (about: string, use: string) =>
      say('bo', `license check ${about} territory: Japan use: ${use} date: 2026-06-01`);
    expect(await check(`recording: ${bus}`, 'sync')).toContain('Yes, for Label: license l_');
    expect(await check('Night Bus', '影像同步')).toContain('Yes, for Label: license l_');
    expect(await check('work: "Night Bus"', 'sync')).toContain('No: no license covers synchronization');
    expect(await check('work: "Night Bus"', 'mechanicals')).toContain('Yes, for Label: license l_');
    expect(await say('bo', 'license list asset: Night Bus')).toContain('1 license\n');
    expect(await say('bo', 'license list asset: work Night Bus')).toContain('\nNight Bus: Cy Ltd → Label');
    expect(place.failures).toEqual([]);
  });

  it('is refused for what the catalog does not hold, for nothing, and for two things at once', async () => {
    const place = await openPlace(await openFresh());
    const { say } = place;
    await put(place, 'recording', 'Night Bus');
    expect(await say('ana', 'license add recording: "Day Bus" from: Cy')).toContain('Day Bus');
    expect(await say('ana', 'license add recording: Night from: Cy')).toContain('Night Bus');
    expect(await say('ana', 'license add from: Cy Ltd')).toContain('Say what the license is about');
    expect(await say('ana', 'license add recording: "Night Bus" sample: Rain')).toContain(
      'Say what the license is about',
    );
    expect(await say('ana', 'license add Unheard Of from: Cy')).toContain(
      '“Unheard Of” is in no license or note',
    );
    expect(await say('ana', 'license list')).toContain('There is no such license here');
    const added = await say('ana', 'license add recording: "Night Bus" from: Cy Ltd');
    const id = /l_[0-9a-f]{20}/.exec(added)?.[0];
    expect(await say('ana', `license add license: ${id} sample: Rain`)).toContain('stays so');
    expect(await say('ana', `license add license: ${id} recording: "Night Bus" to: Label`)).toContain(
      '7 parts',
    );
    expect(place.failures).toEqual([]);
  });

  it('names people of the books, accounts and outsiders, and takes no bot for a side', async () => {
    const place = await openPlace(await openFresh());
    const { say } = place;
    const first = await say('ana', 'license add sample: Rain from: <@bo> to: @chen');
    expect(first).toContain('Licensor: bo\nLicensee: chen');
    expect(await say('ana', 'license add sample: Sun from: "BO" to: Cy Films')).toContain(
      'Licensor: bo\nLicensee: Cy Films',
    );
    expect(await say('ana', 'license add sample: Sea from: <@robot-1>')).toContain('robot-1 is a bot');
    expect(await say('ana', 'license add sample: Sea from: @')).toContain('A name is missing');
    expect(place.failures).toEqual([]);
  });

  it('refuses words that name no use, no day and no limit, and keeps nothing', async () => {
    const place = await openPlace(await openFresh());
    const { say } = place;
    for (const [typed, refusal] of [
      ['uses: streaming', 'streaming is no use'],
      ['begins: 3/4/2026', '3/4/2026 is no day'],
      ['ends: soon', 'soon is no day'],
      ['caps: many', 'many is no limit'],
      ['caps: 5 copies; 6 units', 'two limits on copies'],
      ['caps: 0 copies', 'has to be a whole number above 0'],
      ['begins: 2026-02-01 ends: 2026-01-01', 'before it begins'],
      ['exclusive: perhaps', 'exclusive'],
      ['territory: Wakanda', 'Not all of “Wakanda”'],
    ] as const) {
      expect(await say('ana', `license add sample: Rain ${typed}`)).toContain(refusal);
    }
    expect(await say('ana', 'license list')).toContain('There is no such license here');
    expect(place.failures).toEqual([]);
  });
});

describe('the commands', () => {
  /** `pressOf('license', 'places', …)`, wherever a reply makes one. */
  function pressesMade(command: string): readonly string[] {
    const made = readSources('src/licenses/**/*.ts').flatMap(({ text }) =>
      [...text.matchAll(/pressOf\(\s*'([a-z]+)',\s*'([a-z-]+)'/g)].flatMap(([, of, name]) =>
        of === command && name !== undefined ? [name] : [],
      ),
    );
    return [...new Set(made)].sort();
  }

  it('have a button for every press that is made, and none that nothing makes', () => {
    expect(pressesMade('license')).toEqual(Object.keys(license.buttons ?? {}).sort());
    const own = Object.keys(evidence.buttons ?? {}).filter((name) => name !== 'older');
    expect(pressesMade('evidence')).toEqual(own.sort());
  });

  it('fit a form of two pages on Discord', () => {
    const fields = Object.values(license.subcommands).map(({ form }) => form?.fields.length ?? 0);
    expect(Math.max(...fields)).toBeLessThanOrEqual(10);
  });

  it('only look, where they say that nothing is changed', () => {
    const looking = Object.entries(license.subcommands).flatMap(([name, { changesNothing }]) =>
      changesNothing ? [name] : [],
    );
    expect(looking).toEqual(['show', 'list', 'check']);
  });
});

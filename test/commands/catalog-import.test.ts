import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { expect, it, onTestFinished } from 'vitest';
import type { Context } from '../../src/bot/command.ts';
import { askAdd } from '../../src/catalog/add.ts';
import { askEdit } from '../../src/catalog/edit.ts';
import { giveIsrcs } from '../../src/catalog/giving/give-isrcs.ts';
import { addSeries } from '../../src/catalog/giving/keep-series.ts';
import { askImport, confirmImport } from '../../src/catalog/import/ask.ts';
import { askExport } from '../../src/catalog/table/export.ts';
import { UserError } from '../../src/core/problem.ts';
import { writeCsv } from '../../src/export/csv.ts';
import { listItems } from '../../src/store/catalog-items.ts';
import { openStore } from '../../src/store/database.ts';
import { bearersOf } from '../../src/store/item-codes.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { plain } from '../../src/text/spans.ts';
import { openPlaces } from '../people/house.ts';
import { eachDatabase, OPENED_AT } from '../support/each-database.ts';

const file = (bytes: Uint8Array) => ({ id: 'f', name: 'x.csv', sizeBytes: bytes.length, mediaType: null });

/** What an import of these bytes would do, and the press that does it; a refusal by its code. */
async function plan(bytes: Uint8Array, context: Context, what?: 'recording' | 'work') {
  const withFile = {
    ...context,
    download: async () =>
      (async function* () {
        yield bytes;
      })(),
  };
  try {
    const { title, buttons = [], files = [] } = await askImport({ file: file(bytes), what }, withFile);
    const [, added = '0', changed = '0'] = /: (\d+) new, (\d+) changed/.exec(plain(title)) ?? [];
    const id = buttons[0]?.press.split(':')[2] ?? '';
    const rows = Buffer.from(files[0]?.bytes ?? []).toString('utf8');
    return { added: Number(added), changed: Number(changed), id, rows, title: plain(title) };
  } catch (error) {
    if (error instanceof UserError) return { refused: error.problem.code };
    throw error;
  }
}

/** The lines of which the result file says this. */
function linesThat(
  outcome: string,
  { rows = '' }: { readonly rows?: string | undefined },
): readonly string[] {
  return [...rows.matchAll(/^(\d+),(\w+)/gm)].flatMap(([, line = '', is]) => (is === outcome ? [line] : []));
}

const hostile = fc.oneof(
  { weight: 5, arbitrary: fc.constantFrom('Night Bus', '夜車', 'Rain', 'Storm', '', '-', 'Love; Hate') },
  { weight: 2, arbitrary: fc.string({ unit: 'grapheme', maxLength: 20 }) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 20 }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('=1+1', "'=x", '"', '@everyone', '\u202ex', 'r_1', 'Rain [w_1]', ';;', 'none'),
  },
);
const row = fc.record({
  title: hostile,
  version: fc.constantFrom('', 'remix', 'Radio Edit', 'live', '現場版', 'x'),
  artist: hostile,
  duration: fc.constantFrom('', '3:41', '0:01', '3:41.250', 'x', 'n/a'),
  isrc: fc.constantFrom('', '', 'USRC17607839', 'us-rc1-76-07840', 'GBAYE6900531', 'USRC1760783', '-'),
  works: hostile,
  versionOf: fc.oneof({ weight: 3, arbitrary: fc.constant('') }, { weight: 1, arbitrary: hostile }),
  iswc: fc.constantFrom('', '', 'T-034.524.680-1', 'T0345246802'),
  others: hostile,
  performers: hostile,
  samples: fc.constantFrom('', 'none', 'Rain | Cy | cleared', '|', 'x'),
  latin: hostile,
});
type RowOf = typeof row extends fc.Arbitrary<infer Row> ? Row : never;

const HEADING = [
  ...['Title', 'Version', 'Main artist', 'Duration', 'ISRC', 'Works', 'Version of', 'ISWC', 'Other titles'],
  ...['Performers', 'Samples', 'Latin title'],
];

it('imports once whatever a file says, and what is exported comes back without a change', async () => {
  const store = await openStore('sqlite::memory:', { now: OPENED_AT });
  onTestFinished(() => store.close());
  const places = openPlaces(store);
  let run = 0;
  const files = fc.tuple(fc.array(row, { maxLength: 8 }), fc.array(row, { maxLength: 4 }));
  const property = fc.asyncProperty(files, async (both) => {
    run += 1;
    const context = await places.asking('ana', { space: `T${run}` });
    for (const some of both) await importTwice(some, context);
    for (const { name, bytes } of (await askExport(context)).files ?? []) {
      const back = await plan(bytes, context);
      expect({ name, ...back }).toMatchObject({ added: 0, changed: 0, id: '' });
      expect(linesThat('refused', back)).toEqual([]);
    }
  });
  await fc.assert(property, { numRuns: 60, interruptAfterTimeLimit: 20_000 });
});

async function importTwice(rows: readonly RowOf[], context: Context): Promise<void> {
  const cells = rows.map((one) => [
    ...[one.title, one.version, one.artist, one.duration, one.isrc, one.works, one.versionOf],
    ...[one.iswc, one.others, one.performers, one.samples, one.latin],
  ]);
  const bytes = writeCsv([HEADING, ...cells]);
  const first = await plan(bytes, context);
  if (first.id) await confirmImport(first.id, context);
  const again = await plan(bytes, context);
  // A row that was refused may hold once what it names is there; nothing else is added twice.
  expect(again.refused).toBe(first.refused);
  expect(linesThat('refused', first)).toEqual(expect.arrayContaining([...linesThat('new', again)]));
}

const SONGS = writeCsv([
  ['Title', 'Main artist', 'Duration', 'ISRC', 'Works', 'Version', 'Version of'],
  ...Array.from({ length: 30 }, (_, n) => [
    ...[`Song ${n}`, 'Ana', '3:41', `USRC176${String(n).padStart(5, '0')}`, `Song ${n}`],
    ...(n % 3 === 2 ? ['remix', `Song ${n - 1}`] : ['', '']),
  ]),
]);

eachDatabase(({ openFresh }) => {
  it('is done once, however often and by how many it is pressed at once', async () => {
    const store = await openFresh();
    const places = openPlaces(store);
    const people = await Promise.all(['ana', 'bo', 'cy'].map((name) => places.asking(name)));
    const [ana] = people;
    if (ana === undefined) throw new Error('Nobody is here.');
    const { id } = await plan(SONGS, ana);
    const replies = await Promise.all(people.map((one) => confirmImport(id ?? '', one)));
    const titles = replies.map(({ title }) => plain(title));
    expect(titles.filter((title) => title.startsWith('Imported'))).toHaveLength(1);
    expect(titles.filter((title) => title.startsWith('These rows were imported already'))).toHaveLength(2);
    const { team } = ana.asker;
    expect(await listItems(store.db, team, 'recording', { limit: 100 })).toHaveLength(30);
    const entries = await places.house.evidence.chain(store.db, team, 'team');
    const imported = entries.filter(({ entry }) => entry.type === 'admin.items_imported');
    expect(imported.map(({ entry }) => entry.data)).toMatchObject([
      { added: 30, changed: 0, part: 1, parts: 1 },
    ]);
  });

  it('meets those who edit at the same moment, and nobody waits for ever', async () => {
    const store = await openFresh();
    const places = openPlaces(store);
    const [ana, bo] = [await places.asking('ana'), await places.asking('bo')];
    await confirmImport((await plan(SONGS, ana)).id ?? '', ana);
    const changed = Buffer.from(SONGS).toString('utf8').replaceAll('3:41', '3:42');
    for (let round = 0; round < 4; round += 1) {
      const { id, changed: count } = await plan(Buffer.from(changed), ana);
      expect(count).toBe(30);
      const edits = ['USRC17600003', 'USRC17600004', 'USRC17600005'].map((item) =>
        askEdit({ item, artist: `Bo ${round}` }, bo),
      );
      const [reply] = await Promise.all([confirmImport(id ?? '', ana), ...edits]);
      const isStale = plain(reply.title).startsWith('x.csv: 0 new, ');
      const found = await listItems(store.db, ana.asker.team, 'recording', { limit: 100 });
      const durations = new Set(found.map(({ content }) => content.durationMs));
      // All of it or nothing; whoever edited is never overruled.
      expect(durations).toEqual(new Set([isStale ? 221_000 : 222_000]));
      expect(found.filter(({ content }) => content.mainArtist === `Bo ${round}`)).toHaveLength(3);
      if (!isStale) break;
    }
  });

  it('brings a code, or gives way to whoever is given it at that moment', async () => {
    const store = await openFresh();
    const places = openPlaces(store);
    const ana = await places.asking('ana');
    const { house } = places;
    const { team } = ana.asker;
    const moment = { at: OPENED_AT.toISOString(), year: OPENED_AT.getUTCFullYear() };
    const wanted = { scheme: 'isrc' as const, name: 'QZABC', length: null, ranges: [[1, 99]] as const };
    const { series } = await inTransaction(store.db, (db) =>
      addSeries(house, db, team, wanted, moment, null),
    );
    for (let round = 1; round <= 20; round += 1) {
      await askAdd({ what: 'recording', title: `Given ${round}` }, ana);
      const [to] = await listItems(store.db, team, 'recording', { limit: 1 });
      const code = `QZABC${String(moment.year % 100)}${String(round).padStart(5, '0')}`;
      const brought = writeCsv([
        ['Title', 'ISRC'],
        [`Brought ${round}`, code],
      ]);
      const { id } = await plan(brought, ana);
      const order = { recordings: [to?.id ?? ''], word: null, series: series.id, timeZone: 'UTC', by: null };
      await Promise.all([
        confirmImport(id ?? '', ana),
        // Sometimes before it, sometimes in the middle of it.
        setTimeout(2 * (round - 1)).then(() =>
          inTransaction(store.db, (db) => giveIsrcs(house, db, team, order)),
        ),
      ]);
      expect(await bearersOf(store.db, team, 'isrc', [code])).toHaveLength(1);
    }
  });
});

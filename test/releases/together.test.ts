import { expect, it } from 'vitest';
import type { Reply } from '../../src/bot/reply.ts';
import { addItem, removeItem } from '../../src/catalog/change.ts';
import { askPool } from '../../src/catalog/giving/ask-series.ts';
import { UserError } from '../../src/core/problem.ts';
import { answerPlaces } from '../../src/releases/answer-places.ts';
import { settle, snooze } from '../../src/releases/answer-reminder.ts';
import { changeRelease, planRelease } from '../../src/releases/change.ts';
import {
  confirmCancel,
  editRelease,
  moveRelease,
  placeRelease,
  trackRelease,
} from '../../src/releases/edit.ts';
import { newRelease } from '../../src/releases/plan.ts';
import { usualOf } from '../../src/releases/usual.ts';
import { listReleases } from '../../src/store/releases.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { plain } from '../../src/text/spans.ts';
import { openPlaces } from '../people/house.ts';
import { eachDatabase } from '../support/each-database.ts';

const firstLine = (reply: Reply): string => plain(reply.title);

/** What became of each of several who did something at once. */
async function outcomes(doing: readonly Promise<Reply>[]): Promise<readonly string[]> {
  const settled = await Promise.allSettled(doing);
  const said = settled.map((one) => {
    if (one.status === 'fulfilled') return firstLine(one.value);
    if (one.reason instanceof UserError) return one.reason.problem.code;
    throw one.reason;
  });
  return said.sort();
}

eachDatabase(({ openFresh }) => {
  async function open() {
    const places = openPlaces(await openFresh());
    const ana = await places.asking('ANA');
    await newRelease({ title: 'EP', date: '2026-12-26' }, ana);
    const { team } = ana.asker;
    const planned = async () =>
      listReleases(places.house.db, team, { which: 'all', today: '2026-11-26', limit: 9 });
    const [release] = await planned();
    /** The days of the reminders that wait, and of what comes after. */
    const jobs = async () => {
      const rows = await places.house.db
        .selectFrom('job')
        .select('key')
        .where('state', '=', 'waiting')
        .where('kind', 'in', ['release-remind', 'release-after'])
        .execute();
      return rows.map(({ key }) => key.split(':').slice(1).join(':')).sort();
    };
    return { ...places, ana, id: release?.id ?? '', planned, jobs };
  }

  it('has the reminders of one day alone, when two move it at once', async () => {
    const { ana, id, planned, jobs } = await open();
    const days = ['2027-01-15', '2027-02-01', '2027-03-01'];
    await outcomes(days.map((date) => moveRelease({ release: id, date }, ana)));
    const [release] = await planned();
    expect(release?.revision).toBe(3);
    const { day, timeZone } = release?.content ?? {};
    expect(await jobs()).toEqual(
      [28, 14, 7, 3, 1, 0]
        .map((before) => `${day}:${timeZone}:${before}`)
        .concat(`${day}:${timeZone}`)
        .sort(),
    );
  });

  it('is cancelled once, when two cancel it at once, and has no reminders then', async () => {
    const { ana, id, jobs } = await open();
    const said = await outcomes([
      confirmCancel(id, ana),
      confirmCancel(id, ana),
      moveRelease({ release: id, date: '2027-01-15' }, ana),
    ]);
    expect(said.filter((one) => one.includes('is cancelled; nobody'))).toHaveLength(1);
    expect(await jobs()).toEqual([]);
  });

  it('bears a barcode that several releases want at once on one of them', async () => {
    const { ana, planned, house } = await open();
    const said = await outcomes(
      ['A', 'B', 'C'].map((title) => newRelease({ title, date: '2026-12-26', upc: '602557631722' }, ana)),
    );
    expect(said.filter((one) => one === 'release.upc-taken')).toHaveLength(2);
    expect(await planned()).toHaveLength(2);
    expect(await house.db.selectFrom('item_code').selectAll().execute()).toHaveLength(1);
  });

  it('gives a barcode of the pool when nothing is remembered of the settings of the team', async () => {
    const { ana, id, house } = await open();
    await askPool({ act: 'add', prefix: '88644', range: undefined, kind: 'upc' }, ana);
    await house.settings.saveTeam(ana.asker.team, {});
    expect(await outcomes([editRelease({ release: id, upc: 'next' }, ana)])).toEqual([
      'Release EP is changed',
    ]);
    expect(await house.db.selectFrom('item_code').select('code').execute()).toHaveLength(1);
  });

  it('takes the days of the team and a move at once, in whichever order', async () => {
    const { ana, id, planned, jobs } = await open();
    await outcomes([
      usualOf({ reminders: '9, 2' }, ana),
      moveRelease({ release: id, date: '2027-02-01' }, ana),
    ]);
    const [release] = await planned();
    const { day, timeZone } = release?.content ?? {};
    expect(await jobs()).toEqual([`${day}:${timeZone}`, `${day}:${timeZone}:2`, `${day}:${timeZone}:9`]);
  });

  it('reminds of what is planned, or comes out of the past, by the days that the team sets at once', async () => {
    const { ana, id, jobs } = await open();
    await moveRelease({ release: id, date: '2026-11-01' }, ana);
    // The days take a while to be set for as many.
    for (let count = 0; count < 9; count += 1) await newRelease({ title: 'S', date: '2027-03-01' }, ana);
    await Promise.all([
      usualOf({ reminders: '9, 2' }, ana),
      moveRelease({ release: id, date: '2027-02-01' }, ana),
      ...['A', 'B', 'C'].map((title) => newRelease({ title, date: '2027-03-01' }, ana)),
    ]);
    expect((await jobs()).filter((key) => !/:UTC(?::[92])?$/.test(key))).toEqual([]);
    expect(await jobs()).toHaveLength(13 * 3);
  });

  it('takes no recording that was taken out of the catalog after it was looked up', async () => {
    const { ana, id, planned, house } = await open();
    const { team } = ana.asker;
    const content = {
      title: 'Rain',
      latin: null,
      others: [],
      versionKind: 'original',
      versionTitle: null,
    } as const;
    const rest = {
      mainArtist: null,
      performers: [],
      durationMs: null,
      versionOf: null,
      samples: null,
      audio: null,
    };
    const rain = await inTransaction(house.db, (db) =>
      addItem(house, db, team, { kind: 'recording', content: { ...content, ...rest } }, null),
    );
    const withRain = async () => {
      const [release] = await planned();
      const kept = { ...release!.content, tracks: [rain] };
      return [
        planRelease(ana, () => ({ ...kept, title: 'LP' }), { event: 'planned' }),
        changeRelease(ana, id, () => kept, { event: 'changed' }),
      ];
    };
    await inTransaction(house.db, (db) => removeItem(house, db, team, { kind: 'recording', id: rain }, null));
    for (const doing of await withRain()) {
      await expect(doing).rejects.toMatchObject({ problem: { code: 'catalog.unknown' } });
    }
    const all = await planned();
    expect(all.map(({ content: { title, tracks } }) => ({ title, tracks }))).toEqual([
      { title: 'EP', tracks: [] },
    ]);
  });

  it('answers where it comes out once, when it is pressed twice', async () => {
    const { ana, id, planned } = await open();
    const keyOf = ({ buttons }: Reply) => buttons?.[0]?.press.split(':').at(-1) ?? '';
    const ofNew = keyOf(await newRelease({ title: 'LP', date: '2026-12-26', places: 'LATAM' }, ana));
    const ofOld = keyOf(await placeRelease({ release: id, places: 'LATAM' }, ana));
    for (const key of [ofNew, ofOld]) {
      const said = await outcomes([answerPlaces(key, ana), answerPlaces(key, ana)]);
      expect(said.filter((one) => one === 'license.ask-gone')).toHaveLength(1);
    }
    expect((await planned()).map(({ content: { title }, revision }) => [title, revision]).sort()).toEqual([
      ['EP', 1],
      ['LP', 0],
    ]);
  });

  it('keeps every one of several changes made at once', async () => {
    const { ana, id, planned } = await open();
    await outcomes([
      editRelease({ release: id, artist: 'Ana' }, ana),
      editRelease({ release: id, latin: 'Ee Pee' }, ana),
      placeRelease({ release: id, places: 'Japan' }, ana),
      moveRelease({ release: id, date: '2027-01-15' }, ana),
    ]);
    const [release] = await planned();
    expect(release?.content).toMatchObject({
      artist: 'Ana',
      latin: 'Ee Pee',
      places: 'Japan',
      day: '2027-01-15',
    });
  });

  it('is nothing to another team', async () => {
    const { id, asking } = await open();
    const eve = await asking('EVE', { space: 'T2' });
    const said = await outcomes([
      editRelease({ release: id, title: 'Mine' }, eve),
      confirmCancel(id, eve),
      trackRelease({ release: id, remove: 1 }, eve),
      snooze(`${id}:2026-12-26:28`, eve),
      settle(`${id}:2026-12-26:28`, eve),
    ]);
    expect(said).toEqual([
      'release.reminder-gone',
      'release.reminder-gone',
      'release.unknown',
      'release.unknown',
      'release.unknown',
    ]);
  });
});

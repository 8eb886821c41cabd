import { describe, expect, it } from 'vitest';
import { addItem } from '../../src/catalog/change.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { findItem } from '../../src/store/catalog-items.ts';
import { codesOf } from '../../src/store/item-codes.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { openPlace } from '../people/room.ts';
import { eachDatabase } from '../support/each-database.ts';

const ID = /\b[rw]_[0-9a-f]{20}\b/;
const SONG: RecordingContent = {
  ...{
    title: 'Song',
    latin: null,
    others: [],
    versionKind: 'original',
    versionTitle: null,
    mainArtist: null,
  },
  ...{ performers: [], durationMs: null, versionOf: null, samples: null, audio: null },
};
const HAS_CHANGED = /Changed:/;

eachDatabase(({ openFresh }) => {
  const open = async () => {
    const place = await openPlace(await openFresh());
    return {
      ...place,
      add: async (line: string) => ID.exec(await place.say('admin', `/catalog add ${line}`))?.[0] ?? '',
      recording: async (id: string) => (await findItem(place.house.db, place.team, 'recording', id))?.content,
    };
  };

  describe('two at once', () => {
    it('change different things of one recording, and both are kept', async () => {
      const { say, add, recording, failures } = await open();
      const id = await add('Night Bus');
      for (let round = 0; round < 5; round += 1) {
        const answers = await Promise.all([
          say('ana', `/catalog edit ${id} artist: Ana ${round}`),
          say('bo', `/catalog edit ${id} duration: 3:4${round}`),
          say('cy', `/catalog edit ${id} performers: Cy ${round}`),
        ]);
        for (const answer of answers) expect(answer).toMatch(HAS_CHANGED);
        expect(await recording(id)).toMatchObject({
          mainArtist: `Ana ${round}`,
          durationMs: 220_000 + round * 1000,
          performers: [{ person: null, name: `Cy ${round}` }],
        });
      }
      expect(failures).toEqual([]);
    });

    it('never make a circle of versions', async () => {
      const { say, add, recording, failures } = await open();
      for (let round = 0; round < 5; round += 1) {
        const [a, b, c] = [await add(`A${round}`), await add(`B${round}`), await add(`C${round}`)];
        const answers = await Promise.all([
          say('ana', `/catalog edit ${a} of: ${b}`),
          say('bo', `/catalog edit ${b} of: ${c}`),
          say('cy', `/catalog edit ${c} of: ${a}`),
        ]);
        expect(answers.filter((answer) => HAS_CHANGED.test(answer))).toHaveLength(2);
        const parents = await Promise.all([a, b, c].map(async (id) => (await recording(id))?.versionOf));
        expect(parents.filter((parent) => parent === null)).toHaveLength(1);
      }
      expect(failures).toEqual([]);
    });

    it('never leave a version of something that is taken out', async () => {
      const { say, press, add, recording, failures } = await open();
      for (let round = 0; round < 5; round += 1) {
        const [a, b] = [await add(`A${round}`), await add(`B${round}`)];
        const [, button = ''] = /(catalog:remove:\S+)/.exec(await say('admin', `/catalog remove ${a}`)) ?? [];
        await Promise.all([press('admin', button), say('bo', `/catalog edit ${b} of: ${a}`)]);
        const isThere = (await say('ana', `/catalog list A${round}`)).includes(a);
        expect((await recording(b))?.versionOf).toBe(isThere ? a : null);
      }
      expect(failures).toEqual([]);
    });

    it('never register one code for two recordings', async () => {
      const { house, team, say, add, failures } = await open();
      for (let round = 0; round < 5; round += 1) {
        const ids = [await add(`A${round}`), await add(`B${round}`), await add(`C${round}`)];
        const code = `USRC1760000${round}`;
        await Promise.all(ids.map((id) => say('ana', `/catalog edit ${id} isrc: ${code}`)));
        expect(await codesOf(house.db, team, ids)).toHaveLength(1);
      }
      expect(failures).toEqual([]);
    });

    it('never give a recording two works by one button', async () => {
      const { say, press, add, failures } = await open();
      const id = await add('Night Bus');
      const said = await Promise.all([1, 2, 3].map(() => press('ana', `catalog:add-work:${id}`)));
      expect(said.filter((answer) => answer.startsWith('The work Night Bus'))).toHaveLength(1);
      expect(await say('ana', '/catalog list works')).toContain('1 work');
      expect(failures).toEqual([]);
    });
  });

  it('never stands on what was taken out while it was written', async () => {
    const { house, team, say, press, add } = await open();
    const [parent, work] = [await add('Rain'), await add('Rain what: work')];
    for (const id of [parent, work]) {
      const [, button = ''] = /(catalog:remove:\S+)/.exec(await say('admin', `/catalog remove ${id}`)) ?? [];
      await press('admin', button);
    }
    const adding = (content: Partial<RecordingContent>, works: readonly string[]) =>
      inTransaction(house.db, (db) => {
        const wanted = { kind: 'recording' as const, content: { ...SONG, ...content }, works };
        return addItem(house, db, team, wanted, null);
      });
    await expect(adding({}, [work])).rejects.toThrow('catalog.unknown');
    await expect(adding({ versionOf: parent }, [])).rejects.toThrow('catalog.unknown');
    expect(await say('ana', '/catalog list')).toContain('No recording here');
  });

  it('loses the name of somebody whose data is erased, and keeps that they were heard', async () => {
    const { house, team, say, press, add, recording } = await open();
    await say('bo', '/splitproof me name: "Bo Xylander"');
    const id = await add('Night Bus artist: Ana performers: <@bo|bo>; Cy');
    await say('ana', `/catalog edit ${id} artist: Ana Lin`);
    expect(await say('ana', '/catalog list xylander')).toContain(id);
    const [, button = ''] = /(splitproof:erase:\S+)/.exec(
      await say('admin', '/splitproof privacy erase: Bo Xylander'),
    ) ?? [''];
    await press('admin', button);
    expect((await recording(id))?.performers.map(({ name }) => name)).toEqual(['—', 'Cy']);
    expect((await recording(id))?.mainArtist).toBe('Ana Lin');
    expect(await say('ana', `/catalog show ${id}`)).toContain('Performers: —; Cy');
    expect(await say('ana', '/catalog list xylander')).toContain('No recording here');
    // What it was before is erased; what it is now belongs to everybody on it.
    const rows = await house.evidence.chain(house.db, team, 'team');
    const items = rows.filter(({ entry }) => entry.type.startsWith('admin.item_'));
    expect(items.map(({ sealed }) => sealed === null)).toEqual([true, false]);
  });

  it('tells where a recording and its codes come from in the ledger, with names and titles sealed alone', async () => {
    const { house, team, say, add } = await open();
    const id = await add(
      'Secret Song artist: Ana Lin performers: Bo Chen isrc: USRC17607839 source: Label Ltd',
    );
    await say('admin', `/catalog edit ${id} title: Other Song`);
    const rows = [
      ...(await house.evidence.chain(house.db, team, 'team')),
      ...(await house.evidence.chain(house.db, team, `recording/${id}`)),
    ];
    const types = rows.map(({ entry }) => entry.type);
    expect(types).toEqual(['ledger.created', 'admin.item_added', 'admin.item_changed', 'code.registered']);
    const shown = rows.map(({ bytes }) => Buffer.from(bytes).toString('utf8')).join('\n');
    expect(shown).toContain(id);
    expect(shown).toContain('USRC17607839');
    for (const word of ['Secret', 'Other', 'Ana', 'Bo Chen', 'Label']) expect(shown).not.toContain(word);
    const sealed = rows.map(({ sealed: part }) => Buffer.from(part ?? []).toString('utf8')).join('\n');
    for (const word of ['Secret Song', 'Other Song', 'Bo Chen', 'Label Ltd']) expect(sealed).toContain(word);
  });
});

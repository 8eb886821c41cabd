import { expect, it } from 'vitest';
import { openLicenseStory, PDF } from './license-story.ts';

const REST = 'begins: 2026-01-01 ends: none uses: sampling, sync exclusive: no payment: none caps: none';

it('names all licenses that cover a use, each for whom it does, and only those of one licensee when asked', async () => {
  const { tell, hear, idOf, put, failures } = await openLicenseStory();
  const paper = put('contract.pdf', PDF);
  const give = async (to: string, where: string) => {
    await hear('clock +1m');
    return idOf(
      `ana: /license add sample: Rain from: "Cy" to: ${to} territory: ${where} ${REST} +file ${paper}`,
    );
  };
  const [dee, eve, ana, ana2] = [
    await give('"Dee"', 'EU'),
    await give('"Eve Ltd"', 'world'),
    await give('@ana', 'Germany'),
    await give('@ana', 'France'),
  ];
  await tell(`
    › bo: /license check Rain territory: Germany, France use: sampling
    → bo
    ✅ Yes, for Dee, Eve Ltd and ana: each of these covers sampling of Rain (Germany and France; 26 Nov 2026)
    ✅ ${dee} (Cy → Dee): European Union
    ✅ ${eve} (Cy → Eve Ltd): Worldwide
    ✅ ${ana} and ${ana2} together (Cy → ana)
    Education …
    › bo: /license check Rain territory: world use: sampling for: eve ltd
    → bo
    ✅ Yes, for Eve Ltd: license ${eve} covers sampling of Rain (Worldwide; 26 Nov 2026)
    Licensor: Cy
    …
    › bo: /license check Rain territory: Germany, France use: sampling for: @ana
    → bo
    ✅ Yes, for ana: ${ana} and ${ana2} together cover sampling of Rain (Germany and France; 26 Nov 2026)
    ✅ ${ana} (Cy → ana): Germany
    ✅ ${ana2} (Cy → ana): France
    Education …
    › bo: /license check Rain territory: Japan use: sampling for: Dee
    → bo
    ❌ No: no license for Dee covers sampling of Rain (Japan; 26 Nov 2026)
    ❌ ${dee} (Cy → Dee): where: outside of it: Japan
    …
    › bo: /license check Rain territory: Japan use: sampling for: Fay
    → bo
    ⚠️ Cannot say whether sampling of Rain is covered for Fay (Japan; 26 Nov 2026)
    No license of it for Fay is recorded here. Those that are recorded are for Dee, Eve Ltd and ana.
    …
  `);
  expect(failures).toEqual([]);
});

it('cannot say where several would cover it together but for a grant to somebody else alone', async () => {
  const { tell, hear, idOf, put } = await openLicenseStory();
  const paper = put('contract.pdf', PDF);
  const give = async (from: string, to: string, where: string, rest = REST) => {
    await hear('clock +1m');
    return idOf(
      `ana: /license add sample: Rain from: ${from} to: ${to} territory: ${where} ${rest} +file ${paper}`,
    );
  };
  const [germany, france, alone] = [
    await give('Cy', 'Dee', 'Germany'),
    await give('Cy', 'Dee', 'France'),
    await give('Fay', 'Eve', 'France', REST.replace('exclusive: no', 'exclusive: yes')),
  ];
  await tell(`
    › bo: /license check Rain territory: Germany, France use: sampling
    → bo
    ⚠️ Cannot say whether sampling of Rain is covered (Germany and France; 26 Nov 2026)
    ⚠️ ${france} (Cy → Dee): as for France: it covers this, but ${alone} gives the same to Eve alone
    ❌ ${germany} (Cy → Dee): where: outside of it: France
    ❌ ${alone} (Fay → Eve): where: outside of it: Germany
    Ask which of the two holds. The exclusive one: /license show ${alone}
    Education …
  `);
});

it('has no say of a limit in a use that the limit does not count', async () => {
  const { tell, hear, idOf, put } = await openLicenseStory();
  const limited = REST.replace('caps: none', 'caps: 10,000 copies');
  const id = await idOf(
    `ana: /license add sample: Rain from: Cy to: Dee territory: EU ${limited} +file ${put('contract.pdf', PDF)}`,
  );
  await hear(`ana: /license count ${id} made: 10,000 copies`);
  await tell(`
    › bo: /license check Rain territory: Germany use: sync
    → bo
    ✅ Yes, for Dee: license ${id} covers synchronization of Rain (Germany; 26 Nov 2026)
    …
    › bo: /license check Rain territory: Germany use: sampling
    → bo
    ❌ No: …
    ❌ ${id} (Cy → Dee): limits: its 10,000 copies are reached
    …
    › bo: /license check Rain territory: Germany use: flying
    → bo
    ❌ use must be one of these: reproduction / distribution / public performance / communication to the public / broadcasting / making available on demand / synchronization / sampling / remix / mechanical reproduction.
  `);
});

it('means the day on which it was typed, however late the places are confirmed', async () => {
  const { tell, hear, put } = await openLicenseStory();
  const ends = REST.replace('ends: none', 'ends: 2026-11-26');
  await hear(
    `ana: /license add sample: Rain from: Cy to: Dee territory: GE ${ends} +file ${put('contract.pdf', PDF)}`,
  );
  await hear('bo: /license check Rain territory: Georgia use: sampling date: today');
  await tell(`
    › clock +12h
    The clock now says …27 November…
    › bo: press Yes, this one country
    → bo
    ✅ Yes, for Dee: license l_… covers sampling of Rain (Georgia; 26 Nov 2026)
    …
    › ana: /license add sample: Sun to: Dee territory: Georgia begins: today ends: none renewal: today
    → ana
    ⚠️ “Georgia” counts 1 country here. …
    …
    › clock +20h
    The clock now says …28 November…
    › ana: press Yes, this one country
    → ana
    ⚠️ License l_… of Sun is kept as a draft: 6 parts are missing
    …
    Term: from 27 Nov 2026 on, without an end
    To be renewed by: 27 Nov 2026
    …
  `);
});

it('answers for a recording that was taken out of the catalog, by its id', async () => {
  const { tell, hear, put } = await openLicenseStory();
  const added = await hear('ana: /catalog add title: "Night Bus" artist: Ana');
  const recording = /\br_[0-9a-f]{20}/.exec(added)?.[0] ?? added;
  const given = `ana: /license add recording: ${recording} from: Cy to: Dee territory: EU ${REST}`;
  await hear(`${given} +file ${put('contract.pdf', PDF)}`);
  await hear(`/catalog remove ${recording}`);
  expect(await hear('press Remove')).toContain('Out of the catalog');
  await tell(`
    › bo: /license check recording: ${recording} territory: Germany use: sampling
    → bo
    ✅ Yes, for Dee: license l_… covers sampling of Night Bus …
    …
    It was taken out of the catalog; what is recorded about it stands.
    …
    › bo: /license check ${recording} territory: US use: sampling
    → bo
    ❌ No: no license covers sampling of Night Bus …
    ❌ l_… (Cy → Dee): where: outside of it: United States
    It was taken out of the catalog; what is recorded about it stands.
    Education …
    › ana: /license add recording: ${recording} from: Cy
    → ana
    ❌ There is no recording …
  `);
});

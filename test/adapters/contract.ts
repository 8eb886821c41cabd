import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Connection, PlatformEvent } from '../../src/bot/adapter.ts';
import type { Reply } from '../../src/bot/reply.ts';
import { code } from '../../src/text/spans.ts';
import { openTestHouse, type TestHouse } from './house.ts';
import type { Rig } from './rig.ts';

const HOSTILE =
  '@everyone <!channel> <@U1> *bold* _it_ `code` ~~s~~ [x](https://evil.example) &lt; > # head \u202egnp.exe';

/** A sheet as it stands in a channel: names that look like markup, breaks inside a paragraph, codes in code style. */
const SHEET: Reply = {
  tone: 'waiting',
  title: [{ text: 'Night_Bus *live*' }, { text: ' · version 2' }],
  text: [
    [{ text: 'Composition\n▇▇▇▇▇▇ ' }, { text: 'Ana', style: 'strong' }, { text: ' 1/2 · composer\n' }],
    [{ text: 'Text hash ' }, ...code('3f9a1b2c…c1d2'), { text: ' · sheet ' }, ...code('s_k3q9x0z7m4t2w8ya')],
  ],
  list: [{ tone: 'waiting', text: '1 of 3 agreed' }],
  notices: ['Not legal advice.'],
};

/** What every platform owes the house; run against each with only its network end made up. */
export function describeAdapter(name: string, openRig: () => Promise<Rig>): void {
  describe(`the ${name} adapter`, () => {
    let rig: Rig;
    let house: TestHouse;
    let connection: Connection;

    beforeEach(async () => {
      rig = await openRig();
      house = openTestHouse();
      connection = await rig.start(house.bot, house.services);
      house.connect(name, connection);
    });
    afterEach(async () => {
      house.slow.open();
      await connection.stop();
      await rig.close();
    });

    const sees = (account: string, text: string) =>
      rig.until(async () => (await rig.privately(account)).some((shown) => shown.includes(text)));
    const happens = async <Kind extends PlatformEvent['kind']>(kind: Kind) => {
      await rig.until(async () => house.events.some((event) => event.kind === kind));
      return house.events.filter((event): event is PlatformEvent & { kind: Kind } => event.kind === kind);
    };

    it('answers the asker alone', async () => {
      await rig.command(rig.ana, 'try echo hello there');
      await sees(rig.ana, 'You said hello there');
      expect(await rig.privately(rig.bo)).toEqual([]);
      expect((await rig.posted()).filter(({ text }) => text.includes('hello'))).toEqual([]);
    });

    it('shows a posted reply to everybody', async () => {
      await rig.command(rig.ana, 'try post for all');
      await rig.until(async () => (await rig.posted()).some(({ text }) => text.includes('for all')));
    });

    it('shows hostile text as it was typed, and notifies nobody', async () => {
      await rig.command(rig.ana, `try echo text: ${HOSTILE}`);
      await sees(rig.ana, '@everyone');
      const shown = (await rig.privately(rig.ana)).join('\n');
      expect(shown).toContain('[x](https://evil.example)');
      expect(shown).not.toContain('\u202e');
      expect(await rig.pinged()).toEqual([]);
    });

    it('posts hostile text without notifying anybody', async () => {
      await connection.post(rig.place, { tone: 'plain', title: HOSTILE, text: [HOSTILE] }, 'hostile');
      await rig.until(async () => (await rig.posted()).some(({ text }) => text.includes('evil.example')));
      expect(await rig.pinged()).toEqual([]);
    });

    it('opens a form for a command without options, and answers when it is sent', async () => {
      await rig.command(rig.ana, 'try ask');
      await rig.until(async () => (await rig.form(rig.ana)) !== null);
      expect(await rig.form(rig.ana)).toMatchObject({
        title: 'A form',
        fields: [{ name: 'name' }, { name: 'note' }],
      });
      await rig.submit(rig.ana, { name: 'Night Bus' });
      await sees(rig.ana, 'Name Night Bus, note before');
    });

    it('says which field of a form does not hold', async () => {
      await rig.command(rig.ana, 'try ask');
      await rig.until(async () => (await rig.form(rig.ana)) !== null);
      await rig.submit(rig.ana, { name: 'a name that is far too long for this' });
      await rig.until(async () =>
        (await rig.complaints(rig.ana)).some((text) => text.includes('at most 20 characters')),
      );
    });

    it('brings a press to its handler, with its value', async () => {
      await rig.command(rig.ana, 'try buttons');
      await sees(rig.ana, 'Press one');
      await rig.press(rig.ana, 'Yes');
      await sees(rig.ana, 'Pressed with a:b');
    });

    it('opens a form from a button', async () => {
      await rig.command(rig.ana, 'try buttons');
      await sees(rig.ana, 'Press one');
      await rig.press(rig.ana, 'More');
      await rig.until(async () => (await rig.form(rig.ana))?.title === 'More');
      await rig.submit(rig.ana, { name: 'Rain' });
      await sees(rig.ana, 'Name Rain, note none');
    });

    it('brings a message and its files to the entry of its menu', async () => {
      const message = await rig.write(rig.bo, 'look here', [
        { name: 'codes.csv', bytes: Buffer.from('a,b') },
      ]);
      await rig.pickMenu(rig.ana, message, 'Look at this');
      await sees(rig.ana, `${rig.bo} wrote look here with codes.csv`);
    });

    it('takes a file and gives one back, byte for byte, to the asker alone', async () => {
      const bytes = Uint8Array.from({ length: 5000 }, (_, index) => (index * 7) % 256);
      await rig.command(rig.ana, 'try file', [{ name: 'take.bin', bytes }]);
      await rig.until(async () => (await rig.filesFor(rig.ana)).length > 0);
      const [file] = await rig.filesFor(rig.ana);
      expect(file?.name).toBe('again-take.bin');
      expect(Buffer.from(file?.bytes ?? []).equals(Buffer.from(bytes))).toBe(true);
      expect(await rig.filesForAll()).toEqual([]);
    });

    it('refuses a file over the limit with a sentence', async () => {
      await rig.command(rig.ana, 'try file', [{ name: 'big.bin', bytes: new Uint8Array(1_000_001) }]);
      await sees(rig.ana, 'larger than the 1 MB');
    });

    it('shortens a reply that is too large, and attaches the whole', async () => {
      const long = '夜車🚌 '.repeat(10_000);
      await connection.direct(
        rig.place.space,
        rig.ana,
        { tone: 'plain', title: 'Long', text: [long] },
        'long',
      );
      await rig.until(async () => (await rig.direct(rig.ana)).length > 0);
      const shown = (await rig.direct(rig.ana)).join('');
      expect(shown).not.toMatch(/[\ud800-\udbff](?![\udc00-\udfff])/);
      const files = [...(await rig.filesFor(rig.ana)), ...(await rig.filesForAll())];
      const whole = files.map((file) => Buffer.from(file.bytes).toString('utf8')).join('');
      expect(shown.includes(long.trim()) || whole.includes(long.trim())).toBe(true);
    });

    it('says that it is working, and then the answer in place of that', async () => {
      await rig.command(rig.ana, 'try slow');
      await sees(rig.ana, 'Still at it');
      house.slow.open();
      await sees(rig.ana, 'Done at last');
    });

    it('gives a reference, not the error, when a command breaks', async () => {
      await rig.command(rig.ana, 'try fail');
      await sees(rig.ana, 'Something went wrong on our side');
      expect((await rig.privately(rig.ana)).join()).not.toContain('secret detail');
      expect(house.logged.join()).toContain('secret detail');
    });

    it('knows who is an admin', async () => {
      await rig.command(rig.bo, 'try admin');
      await rig.until(async () => (await rig.privately(rig.bo)).length > 0);
      expect((await rig.privately(rig.bo)).join()).not.toContain('Come in');
      await rig.command(rig.ana, 'try admin');
      await sees(rig.ana, 'Come in');
    });

    it('posts once under a key, finds it again, and edits it', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'version 1' }, 'sheet-1');
      expect(await connection.find(rig.place, 'sheet-1')).toEqual(posted);
      expect(await connection.find(rig.place, 'sheet-2')).toBeNull();
      await connection.edit(posted, { tone: 'plain', title: 'version 2' });
      await rig.until(async () =>
        (await rig.posted()).some(({ id, text }) => id === posted.id && text.includes('version 2')),
      );
    });

    it('reports reactions, and reads back who has put them', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'React' }, 'react-1');
      await connection.hint(posted, ['✅', '❌']);
      await rig.react(rig.ana, posted.id, '✅');
      await rig.react(rig.bo, posted.id, '✅');
      await rig.react(rig.bo, posted.id, '👍🏽');
      await rig.unreact(rig.ana, posted.id, '✅');
      await rig.until(async () => house.events.filter(({ kind }) => kind === 'reaction').length >= 4);
      const acts = (await happens('reaction')).map(({ origin, act }) => [origin.account, act]);
      expect(acts).toEqual([
        [rig.ana, 'added'],
        [rig.bo, 'added'],
        [rig.bo, 'added'],
        [rig.ana, 'removed'],
      ]);
      const standing = await connection.reactions(posted);
      expect(standing.filter(({ accounts }) => accounts.includes(rig.bo))).toHaveLength(2);
      expect(standing.filter(({ accounts }) => accounts.includes(rig.ana))).toEqual([]);
    });

    it('says of a reaction whether it is on a message of ours', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'React' }, 'ours-1');
      await rig.react(rig.bo, posted.id, '✅');
      await happens('reaction');
      const talk = await rig.write(rig.ana, 'good take');
      await rig.react(rig.bo, talk, '✅');
      await rig.until(async () => house.events.filter(({ kind }) => kind === 'reaction').length >= 2);
      expect((await happens('reaction')).map(({ message, ours }) => [message.id, ours])).toEqual([
        [posted.id, true],
        [talk, false],
      ]);
    });

    it('takes no notice of its own edits', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'version 1' }, 'edit-1');
      await connection.edit(posted, { tone: 'plain', title: 'version 1, agreed' });
      await rig.react(rig.bo, posted.id, '✅');
      await happens('reaction');
      expect(house.events.map(({ kind }) => kind).filter((kind) => kind.startsWith('message'))).toEqual([]);
    });

    it('reads back all words of a message of ours, and nobody else’s', async () => {
      const posted = await connection.post(rig.place, SHEET, 'own-1');
      const text = (await connection.ownText(posted)) ?? '';
      expect(/\bs_[a-z0-9]{16,40}\b/.exec(text)?.[0]).toBe('s_k3q9x0z7m4t2w8ya');
      for (const words of ['Night_Bus *live*', 'Ana 1/2 · composer', '3f9a1b2c…c1d2', '1 of 3 agreed'])
        expect(text).toContain(words);
      await connection.edit(posted, { tone: 'plain', title: 'replaced', text: [code('s_other')] });
      expect(await connection.ownText(posted)).toContain('s_other');
      const talk = await rig.write(rig.bo, 's_k3q9x0z7m4t2w8ya');
      expect(await connection.ownText({ channel: posted.channel, id: talk })).toBeNull();
      await rig.deleteMessage(posted.id);
      expect(await connection.ownText(posted)).toBeNull();
    });

    it('reports that a message is gone', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'Here' }, 'gone-1');
      await rig.deleteMessage(posted.id);
      expect((await happens('message-gone'))[0]?.message).toEqual(posted);
    });

    it('reports that it was away, and reads what happened meanwhile', async () => {
      const posted = await connection.post(rig.place, { tone: 'plain', title: 'Wait' }, 'away-1');
      await rig.beAway(() => rig.react(rig.bo, posted.id, '✅'));
      await happens('gap');
      expect((await connection.reactions(posted)).some(({ accounts }) => accounts.includes(rig.bo))).toBe(
        true,
      );
    });

    it('names what it lacks for writing', async () => {
      expect(await connection.missingPermissions(rig.place.channel)).toEqual([]);
      if (!rig.forbidWriting) return;
      await rig.forbidWriting();
      await rig.until(async () => (await connection.missingPermissions(rig.place.channel)).length > 0);
    });

    it('says who an account is', async () => {
      expect(await connection.account(rig.place.space, rig.bo)).toMatchObject({ id: rig.bo, bot: false });
    });

    it('finds accounts by name, in any case', async () => {
      const found = await connection.accountsNamed(rig.place.space, 'BO');
      expect(found).toMatchObject([{ id: rig.bo, bot: false }]);
      expect(await connection.accountsNamed(rig.place.space, 'nobody at all')).toEqual([]);
    });

    it('is ready once it is started', () => {
      expect(connection.whyNotReady()).toBeNull();
    });
  });
}

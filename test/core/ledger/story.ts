import type { EntryData, LayerShares, MessagePlace, Seq } from '../../../src/core/ledger/entry-types.ts';
import { writeFrozenText } from '../../../src/core/ledger/frozen-text.ts';
import { sha256Hex } from '../../../src/core/ledger/hash.ts';
import type { JsonObject } from '../../../src/core/ledger/json.ts';
import { must } from '../../../src/core/problem.ts';
import { TestLedger } from './test-ledger.ts';

type MarkData = EntryData['mark'];

const NAMES: Readonly<Record<string, string>> = { p_ana: 'Ana', p_bo: 'Bo 李', p_chen: 'Chen', p_dee: 'Dee' };

/** What is done on a sheet, each as the entries that a bot would write. */
export class SheetStory {
  readonly ledger: TestLedger;
  readonly sheet: string;
  readonly subject: string;
  readonly links = new Map<string, Seq>();
  readonly texts = new Map<number, string>();
  readonly places = new Map<number, MessagePlace>();
  parties: readonly string[] = [];

  constructor(ledger: TestLedger, sheet = 's_night') {
    this.ledger = ledger;
    this.sheet = sheet;
    this.subject = `sheet/${sheet}`;
  }

  link(person: string, platform = 'slack'): Seq {
    const data = { person, platform, space: `T_${platform}`, by: null };
    const personal = { account: `U_${person}`, display_name: NAMES[person] ?? person };
    const seq = this.ledger.append('person.linked', `person/${person}`, data, personal);
    this.links.set(person, seq);
    return seq;
  }

  unlink(person: string): Seq {
    const link = this.links.get(person)!;
    return this.ledger.append('person.unlinked', `person/${person}`, { person, link });
  }

  delegate(person: string, delegate: string, rest: Partial<EntryData['person.delegated']> = {}): Seq {
    const data = { person, delegate, scope: 'all' as const, end: '2027-01-01T00:00:00.000Z', ...rest };
    return this.ledger.append('person.delegated', `person/${person}`, data);
  }

  version(version: number, layers: LayerShares, rest: Partial<EntryData['sheet.version']> = {}): Seq {
    const named = Object.values(layers).flatMap((pairs) => pairs?.map(([person]) => person) ?? []);
    const parties = rest.parties ?? [...new Set(named)].sort();
    const names = Object.fromEntries(parties.map((person) => [person, NAMES[person] ?? person]));
    const owner = { ledger: this.ledger.origin, sheet: this.sheet, version, layers, parties };
    const text = must(
      writeFrozenText(`Night Bus\nversion ${version}\n`, owner, names, this.ledger.chance.hex(32)),
    );
    this.texts.set(version, text);
    this.parties = parties;
    const data: EntryData['sheet.version'] = {
      sheet: this.sheet,
      version,
      text: sha256Hex(text),
      layers,
      parties,
      proposer: 'p_ana',
      replaces: version === 1 ? null : version - 1,
      amends: null,
      language: 'en',
      ...rest,
    };
    return this.ledger.append('sheet.version', this.subject, data, { text, names });
  }

  /** A message with the time in its id, as the platform makes it. */
  place(platform = 'slack'): MessagePlace {
    const at = this.ledger.now;
    const message =
      platform === 'discord'
        ? String((BigInt(at) - 1_420_070_400_000n) << 22n)
        : `${Math.floor(at / 1000)}.${String(this.ledger.size).padStart(6, '0')}`;
    return { platform, space: `T_${platform}`, channel: 'C_beats', message };
  }

  post(version: number, at_message = this.place()): Seq {
    this.places.set(version, at_message);
    const permalink = `https://chat.example/${at_message.message}`;
    return this.ledger.append('sheet.posted', this.subject, {
      sheet: this.sheet,
      version,
      at_message,
      permalink,
    });
  }

  mark(party: string, version: number, rest: Partial<MarkData> = {}, personal: JsonObject = {}): Seq {
    const data: MarkData = {
      sheet: this.sheet,
      version,
      text: sha256Hex(this.texts.get(version) ?? ''),
      party,
      mark: 'approve',
      act: 'added',
      method: 'reaction',
      seen: 'live',
      platform_time: this.ledger.at(),
      between: null,
      at_message: this.places.get(version) ?? null,
      link: this.links.get(party) ?? null,
      delegation: null,
      file: null,
      ...rest,
    };
    const sealed = {
      account: `U_${party}`,
      display_name: NAMES[party] ?? party,
      emoji: '✅',
      event: '{}',
      ...personal,
    };
    return this.ledger.append('mark', this.subject, data, sealed);
  }

  attest(party: string, version: number, file: Seq): Seq {
    const alone = { link: null, at_message: null, platform_time: null, file } as const;
    return this.mark(party, version, { ...alone, method: 'attestation', seen: 'attested' });
  }

  confirm(mark: Seq): Seq {
    const data = { sheet: this.sheet, mark, read_at: this.ledger.at() };
    return this.ledger.append('mark.confirmed', this.subject, data);
  }

  complete(version: number, marks: readonly Seq[]): Seq {
    const text = sha256Hex(this.texts.get(version) ?? '');
    const data = { sheet: this.sheet, version, text, marks: [...marks].sort((a, b) => a - b) };
    return this.ledger.append('sheet.completed', this.subject, data);
  }

  say(type: 'sheet.lapsed' | 'sheet.cancelled' | 'sheet.disputed' | 'sheet.resolved', version: number): Seq {
    return this.ledger.append(type, this.subject, { sheet: this.sheet, version });
  }
}

export const THREE: LayerShares = {
  composition: [
    ['p_ana', '1/2'],
    ['p_bo', '1/3'],
    ['p_chen', '1/6'],
  ],
  master: [['p_ana', '1/1']],
};

export type Told = {
  readonly ledger: TestLedger;
  readonly story: SheetStory;
  /** Receipts as they were given out, oldest first. */
  readonly receipts: readonly { readonly seq: Seq; readonly size: number; readonly bytes: Buffer }[];
};

/**
 * The whole way of a sheet: accounts on two platforms, a version disputed and replaced, a delegate, an attested file,
 * a mark taken back and given again, read-backs, completion, another sheet in between.
 */
export function tellStory(seed = 1, origin = 'splitproof/t_test'): Told {
  const ledger = new TestLedger({ seed, origin });
  const story = new SheetStory(ledger);
  const other = new SheetStory(ledger, 's_other');
  const receipts: { seq: Seq; size: number; bytes: Buffer }[] = [];
  const receive = (seq: Seq): Seq => {
    receipts.push({ seq, size: ledger.size, bytes: ledger.receipt(seq) });
    return seq;
  };
  receive(story.link('p_ana'));
  story.link('p_bo');
  story.link('p_dee', 'discord');
  story.version(1, {
    composition: [
      ['p_ana', '1/2'],
      ['p_bo', '1/4'],
      ['p_chen', '1/4'],
    ],
    master: [['p_ana', '1/1']],
  });
  story.post(1);
  story.mark('p_ana', 1);
  receive(
    story.mark(
      'p_bo',
      1,
      { mark: 'dispute', method: 'button' },
      { reason: 'I wrote a third', kind: 'author share' },
    ),
  );
  story.say('sheet.disputed', 1);
  other.version(1, { composition: [['p_dee', '1/1']] });
  story.version(2, THREE);
  story.post(2);
  const delegation = receive(story.delegate('p_bo', 'p_dee', { scope: [story.sheet] }));
  const ana = receive(story.mark('p_ana', 2));
  story.confirm(ana);
  const from = ledger.at();
  const to = ledger.tick(500).at();
  ledger.tick(500);
  story.post(2, story.place('discord'));
  const first = { seen: 'reconciled', between: [from, to], platform_time: null, delegation } as const;
  const asDelegate = { link: story.links.get('p_dee') ?? null };
  story.mark('p_bo', 2, { ...first, ...asDelegate }, { account: 'U_p_dee' });
  story.mark('p_bo', 2, { act: 'removed', ...asDelegate, delegation }, { account: 'U_p_dee' });
  const bo = story.mark('p_bo', 2, { method: 'command', at_message: null, platform_time: null });
  const file = ledger.store(Buffer.from('%PDF-1.7 signed by Chen'));
  const chen = receive(story.attest('p_chen', 2, file));
  receive(story.complete(2, [ana, bo, chen]));
  other.say('sheet.cancelled', 1);
  return { ledger, story, receipts };
}

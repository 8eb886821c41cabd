import { LAYERS } from './entry-types.ts';
import { isSubject } from './grammar.ts';
import { isObject } from './json.ts';
import {
  exactly,
  hash,
  id,
  type Members,
  mapOf,
  oneOf,
  orNull,
  pair,
  person,
  type Shape,
  seq,
  shares,
  size,
  sortedList,
  text,
  time,
  version,
} from './shapes.ts';

/**
 * The table of entry types, to be read beside docs/evidence-format.md, "Entry types". `closed`: exactly these members;
 * otherwise at least these.
 */
type Row = {
  readonly subject: (subject: string) => boolean;
  readonly members: Members;
  readonly closed: boolean;
};

const place = exactly({ platform: text, space: text, channel: text, message: text });
const layers: Shape = (value) =>
  isObject(value) && mapOf((name) => LAYERS.some((layer) => layer === name), shares)(value);
const of = { sheet: id, version };

const ofKind =
  (...kinds: readonly string[]) =>
  (subject: string) =>
    kinds.includes(subject.slice(0, subject.indexOf('/')));
const team = (subject: string): boolean => subject === 'team';
const sheet = ofKind('sheet');
const human = ofKind('person');
const thing = ofKind('recording', 'work', 'prefix', 'license', 'note', 'file', 'release');

const closed = (subject: Row['subject'], members: Members): Row => ({ subject, members, closed: true });
const open = (subject: Row['subject'], members: Members = {}): Row => ({ subject, members, closed: false });

const messageEvent = closed(sheet, { sheet: id, at_message: place, reason: text });

const ROWS: Readonly<Record<string, Row>> = {
  'ledger.created': closed(team, { key: text }),
  'sheet.version': closed(sheet, {
    ...of,
    text: hash,
    layers,
    parties: sortedList(person),
    proposer: person,
    replaces: orNull(version),
    amends: orNull(version),
    language: text,
  }),
  'sheet.posted': closed(sheet, { ...of, at_message: place, permalink: orNull(text) }),
  mark: closed(sheet, {
    ...of,
    text: hash,
    party: person,
    mark: oneOf('approve', 'dispute'),
    act: oneOf('added', 'removed'),
    method: oneOf('reaction', 'button', 'command', 'attestation'),
    seen: oneOf('live', 'reconciled', 'attested'),
    platform_time: orNull(time),
    between: orNull(pair(time, time)),
    at_message: orNull(place),
    link: orNull(seq),
    delegation: orNull(seq),
    file: orNull(seq),
  }),
  'mark.confirmed': closed(sheet, { sheet: id, mark: seq, read_at: time }),
  'message.gone': messageEvent,
  'message.changed': messageEvent,
  'sheet.completed': closed(sheet, { ...of, text: hash, marks: sortedList(seq) }),
  'sheet.lapsed': closed(sheet, of),
  'sheet.cancelled': closed(sheet, of),
  'sheet.disputed': closed(sheet, of),
  'sheet.resolved': closed(sheet, of),
  'person.linked': closed(human, { person, platform: text, space: text, by: orNull(person) }),
  'person.unlinked': closed(human, { person, link: seq }),
  'person.delegated': closed(human, {
    person,
    delegate: person,
    scope: (value) => value === 'all' || sortedList(id)(value),
    end: time,
  }),
  'person.undelegated': closed(human, { person, delegation: seq }),
  erasure: closed(isSubject, {
    entries: sortedList(seq),
    reason: oneOf('request', 'retention', 'order'),
    by: orNull(person),
  }),
  exported: closed(isSubject, { ends: mapOf(isSubject, seq), pdf: orNull(hash), by: orNull(person) }),
  'code.prefix': open(thing),
  'code.assigned': open(thing),
  'code.registered': open(thing),
  'code.burnt': open(thing),
  'note.saved': open(thing),
  'file.stored': open(thing, { sha256: hash, size, media_type: text }),
  'settings.changed': open(team),
};

/** Families of types, `<name>.*`: the star is letters a to z and underscores, once or more. */
const FAMILIES: Readonly<Record<string, Row>> = {
  license: open(thing),
  release: open(thing),
  admin: open(team),
};

/** What the table says of a type; undefined for a type that this version does not know. */
export function rowOf(type: string): Row | undefined {
  if (Object.hasOwn(ROWS, type)) return ROWS[type];
  const [, family = ''] = /^([a-z_]+)\.[a-z_]+$/.exec(type) ?? [];
  return Object.hasOwn(FAMILIES, family) ? FAMILIES[family] : undefined;
}

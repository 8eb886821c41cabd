import type { House } from '../bot/command.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import { findPeople } from '../store/people.ts';
import { findSheet } from '../store/sheets.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';

/** What entries of a ledger say, in plain words. */
export const say = {
  created: 'The ledger begins, with its key',
  proposed: '{name} proposed version {version} of <b>{title}</b>',
  posted: 'Version {version} of <b>{title}</b> was posted on {platform}',
  approved: '{name} agreed to version {version} of <b>{title}</b>',
  disputed: '{name} disputed version {version} of <b>{title}</b>',
  approvalBack: '{name} took the approval of version {version} of <b>{title}</b> back',
  disputeBack: '{name} took the dispute of version {version} of <b>{title}</b> back',
  confirmed: 'The mark in entry {seq, number, ::group-off} was read back from the platform (<b>{title}</b>)',
  gone: 'A message of <b>{title}</b> is gone',
  changed: 'A message of <b>{title}</b> was changed',
  completed: 'Version {version} of <b>{title}</b> is agreed by everyone',
  lapsed: 'Version {version} of <b>{title}</b> lapsed',
  cancelled: 'Version {version} of <b>{title}</b> was cancelled',
  inDispute: 'Version {version} of <b>{title}</b> is in dispute',
  resolved: 'The dispute about version {version} of <b>{title}</b> is over',
  linked: 'An account on {platform} is {name}’s',
  unlinked: 'An account of {name}’s was taken off (entry {seq, number, ::group-off})',
  delegated: '{name} lets {other} mark for them, until {end, date, medium}',
  undelegated: '{other} no longer marks for {name} (entry {seq, number, ::group-off})',
  erased:
    '{count, plural, one {What is personal in one entry} other {What is personal in # entries}} was erased',
  taken: 'Evidence about <code>{subject}</code> was taken out',
  stored: 'A file was stored, {size, number} bytes',
  other: 'An entry of the type <code>{type}</code>',
};

/** Says what an entry says. */
export type EntryWords = (entry: Entry) => Text;

/**
 * Words for these entries, with people and sheets as they are called now. Accounts and what platforms sent stay where
 * they are: in the sealed parts.
 */
export async function wordsFor(
  { db }: Pick<House, 'db'>,
  team: string,
  entries: readonly Entry[],
  t: Translate,
): Promise<EntryWords> {
  const people = new Set(entries.flatMap(peopleIn));
  const found = await findPeople(db, team, [...people]);
  const names = new Map(found.map(({ id, displayName }) => [id, displayName]));
  const titles = new Map<string, string>();
  for (const id of new Set(entries.flatMap(({ data }) => ('sheet' in data ? [String(data.sheet)] : [])))) {
    titles.set(id, (await findSheet(db, team, id))?.title ?? id);
  }
  const called: Called = {
    person: (id) => names.get(id) ?? id,
    sheet: (id) => titles.get(id) ?? id,
  };
  return (entry) => wordsOf(entry, called, t);
}

function peopleIn({ data, type }: Entry): readonly string[] {
  switch (type) {
    case 'sheet.version':
      return [data.proposer];
    case 'mark':
      return [data.party];
    case 'person.delegated':
      return [data.person, data.delegate];
    case 'person.linked':
    case 'person.unlinked':
    case 'person.undelegated':
      return [data.person];
    default:
      return [];
  }
}

type Called = { person(id: string): string; sheet(id: string): string };

function wordsOf(entry: Entry, called: Called, t: Translate): Text {
  switch (entry.type) {
    case 'ledger.created':
      return t(say.created);
    case 'erasure':
      return t(say.erased, { count: entry.data.entries.length });
    case 'exported':
      return t(say.taken, { subject: entry.subject });
    case 'file.stored':
      return t(say.stored, { size: entry.data.size });
    case 'person.linked':
    case 'person.unlinked':
    case 'person.delegated':
    case 'person.undelegated':
      return personWords(entry, called, t);
    case 'mark':
      return markWords(entry, called, t);
    default:
      return sheetWords(entry, called, t) ?? t(say.other, { type: entry.type });
  }
}

function personWords(
  entry: Entry<'person.linked' | 'person.unlinked' | 'person.delegated' | 'person.undelegated'>,
  called: Called,
  t: Translate,
): Text {
  const name = called.person(entry.data.person);
  switch (entry.type) {
    case 'person.linked':
      return t(say.linked, { name, platform: entry.data.platform });
    case 'person.unlinked':
      return t(say.unlinked, { name, seq: entry.data.link });
    case 'person.delegated':
      return t(say.delegated, {
        name,
        other: called.person(entry.data.delegate),
        end: new Date(entry.data.end),
      });
    case 'person.undelegated':
      return t(say.undelegated, { name, seq: entry.data.delegation });
  }
}

function markWords({ data }: Entry<'mark'>, called: Called, t: Translate): Text {
  const { mark, act, version } = data;
  const added = mark === 'approve' ? say.approved : say.disputed;
  const removed = mark === 'approve' ? say.approvalBack : say.disputeBack;
  const values = { name: called.person(data.party), version, title: called.sheet(data.sheet) };
  return t(act === 'added' ? added : removed, values);
}

/** @returns null for an entry that is about no sheet */
function sheetWords(entry: Entry, called: Called, t: Translate): Text | null {
  switch (entry.type) {
    case 'sheet.version': {
      const { proposer, version, sheet } = entry.data;
      return t(say.proposed, { name: called.person(proposer), version, title: called.sheet(sheet) });
    }
    case 'sheet.posted': {
      const { version, sheet, at_message } = entry.data;
      return t(say.posted, { version, title: called.sheet(sheet), platform: at_message.platform });
    }
    case 'mark.confirmed':
      return t(say.confirmed, { seq: entry.data.mark, title: called.sheet(entry.data.sheet) });
    case 'message.gone':
      return t(say.gone, { title: called.sheet(entry.data.sheet) });
    case 'message.changed':
      return t(say.changed, { title: called.sheet(entry.data.sheet) });
    case 'sheet.completed':
    case 'sheet.lapsed':
    case 'sheet.cancelled':
    case 'sheet.disputed':
    case 'sheet.resolved': {
      const { version, sheet } = entry.data;
      return t(ANNOUNCED[entry.type], { version, title: called.sheet(sheet) });
    }
    default:
      return null;
  }
}

const ANNOUNCED = {
  'sheet.completed': say.completed,
  'sheet.lapsed': say.lapsed,
  'sheet.cancelled': say.cancelled,
  'sheet.disputed': say.inDispute,
  'sheet.resolved': say.resolved,
} as const;

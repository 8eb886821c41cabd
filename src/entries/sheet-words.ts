import type { Entry } from '../core/ledger/entry-types.ts';
import type { Text } from '../text/spans.ts';
import type { Translate } from '../text/translate.ts';
import type { Called } from './called.ts';
import { say } from './say.ts';

export function markWords({ data }: Entry<'mark'>, called: Called, t: Translate): Text {
  const { mark, act, version } = data;
  const added = mark === 'approve' ? say.approved : say.disputed;
  const removed = mark === 'approve' ? say.approvalBack : say.disputeBack;
  const values = { name: called.person(data.party), version, title: called.sheet(data.sheet) };
  return t(act === 'added' ? added : removed, values);
}

/** @returns null for an entry that is about no sheet */
export function sheetWords(entry: Entry, called: Called, t: Translate): Text | null {
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

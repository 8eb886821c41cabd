import type { House } from '../bot/command.ts';
import type { OutFile, Reply } from '../bot/reply.ts';
import type { Entry } from '../core/ledger/entry-types.ts';
import { sha256Hex } from '../core/ledger/hash.ts';
import type { Job } from '../store/jobs.ts';
import { findVersion, type StoredVersion } from '../store/sheets.ts';
import { code, type Words } from '../text/spans.ts';
import type { Jobs } from './ask.ts';
import { readContent } from './propose.ts';
import { say } from './say.ts';
import { direct, speakerFor } from './tell.ts';
import type { Speaker } from './words.ts';

/**
 * Gives somebody what they need to prove an entry later without us: the entry with its proof and signed head, the
 * text that was agreed to, and their own sealed part.
 *
 * @see docs/evidence-format.md, "Receipt"
 */
export async function giveReceipt(house: House, job: Job, asked: Jobs['receipt']): Promise<undefined> {
  const { seq, ...to } = asked;
  const { bytes, head } = await house.evidence.receipt(house.db, job.team, seq);
  const [row] = await house.evidence.rows(house.db, job.team, [seq]);
  if (row === undefined) return;
  const version = await versionOf(house, job.team, row.entry);
  const speaker = await speakerFor(house, job.team, to, version);
  const { t } = speaker;
  const leaf = leafOf(row.bytes);
  const files: OutFile[] = [textFile(`receipt-${seq}.txt`, bytes)];
  if (row.sealed !== null) files.push(textFile(`sealed-${seq}.json`, row.sealed));
  const text = await frozenText(house, job.team, row.entry);
  if (text !== null) files.push(text);
  await direct(house, job, to, {
    tone: isAgreement(row.entry) ? 'good' : 'plain',
    title: titleOf(row.entry, version, speaker),
    facts: [
      { label: t(say.receiptEntry), value: String(seq) },
      { label: t(say.receiptLeaf), value: code(leaf) },
      { label: t(say.receiptHead), value: t(say.receiptHeadValue, { size: head.size, root: head.root }) },
      { label: t(say.receiptKey), value: code(house.evidence.ledgerOf(job.team).key) },
    ],
    text: [t(say.receiptKeep)],
    files,
  } satisfies Reply);
}

function isAgreement({ type, data }: Entry): boolean {
  return type === 'sheet.completed' || ('mark' in data && data.mark === 'approve' && data.act === 'added');
}

function leafOf(bytes: Uint8Array): string {
  return sha256Hex(Buffer.concat([Buffer.of(0), bytes]));
}

function textFile(name: string, bytes: Uint8Array): OutFile {
  return { name, mediaType: 'text/plain; charset=utf-8', bytes };
}

/** The text of the version that an entry is about, as it was frozen. */
async function frozenText(house: House, team: string, entry: Entry): Promise<OutFile | null> {
  const { data } = entry;
  if (!('sheet' in data) || !('version' in data)) return null;
  const { sheet, version } = data as { readonly sheet: string; readonly version: number };
  for (const { entry: other, sealed } of await house.evidence.chain(house.db, team, `sheet/${sheet}`)) {
    if (other.type !== 'sheet.version' || other.data.version !== version || sealed === null) continue;
    const { text } = JSON.parse(Buffer.from(sealed).toString('utf8')) as { readonly text: string };
    return textFile(`${sheet}-v${version}.txt`, Buffer.from(text, 'utf8'));
  }
  return null;
}

/** The version that an entry is about; undefined for an entry that is about none. */
async function versionOf(house: House, team: string, { data }: Entry): Promise<StoredVersion | undefined> {
  if (!('sheet' in data) || !('version' in data)) return undefined;
  const { sheet, version } = data as { readonly sheet: string; readonly version: number };
  return findVersion(house.db, team, sheet, version);
}

function titleOf(entry: Entry, stored: StoredVersion | undefined, { t }: Speaker): Words {
  const { type, seq } = entry;
  if (stored === undefined) return t(say.receiptOther, { seq });
  const values = { version: stored.version, title: readContent(stored.content).title };
  if (type === 'sheet.completed') return t(say.receiptCompleted, values);
  if (type === 'sheet.cancelled') return t(say.receiptCancelled, values);
  if (type !== 'mark') return t(say.receiptOther, { seq });
  if (entry.data.act === 'removed') return t(say.receiptTakenBack, values);
  return t(entry.data.mark === 'approve' ? say.receiptApprove : say.receiptDispute, values);
}

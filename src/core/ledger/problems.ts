/**
 * What can be wrong with evidence, missing from it, or worth a note. The words are in `src/text/ledger-problems.ts`.
 *
 * `entry` is the number of an entry, `subject` what it is about, both as in docs/evidence-format.md.
 */
type None = Record<string, never>;
type Named = { readonly entry: number };
type Version = { readonly version: number };
type Message = { readonly platform: string; readonly message: string };
type Person = { readonly person: string };
/** Several entries, as `3, 5-9`. */
type Several = { readonly count: number; readonly entries: string };

export type LedgerProblemDetails = {
  // JSON as bytes.
  'json.too-long': { readonly limitBytes: number };
  'json.utf8': None;
  'json.syntax': None;
  'json.too-deep': None;
  'json.number': None;
  'json.surrogate': None;
  'json.not-json': None;
  'json.form': None;

  // Entries and sealed parts.
  'entry.object': None;
  'entry.member': { readonly member: string };
  'entry.first': { readonly type: string };
  'entry.subject': { readonly type: string; readonly subject: string };
  'entry.data': { readonly type: string; readonly member: string };
  'entry.unsealed': { readonly type: string };
  'entry.ledger': { readonly ledger: string };
  'entry.number': { readonly seq: number };
  'entry.time': { readonly at: string; readonly before: string };
  'entry.v': { readonly v: number };
  'entry.type': { readonly type: string };
  'sealed.object': None;
  'sealed.salt': None;
  'sealed.hash': None;
  'sealed.stray': None;
  'sealed.lines': { readonly lines: number; readonly entries: number };

  // Keys, checkpoints, proofs, receipts.
  'key.form': None;
  'key.id': { readonly expected: string };
  'key.point': None;
  'key.small-order': None;
  'key.name': { readonly name: string; readonly ledger: string };
  'key.first': None;
  'key.first-missing': None;
  'key.pinned': None;
  'checkpoint.form': None;
  'checkpoint.origin': { readonly origin: string };
  'checkpoint.file-name': { readonly size: number };
  'checkpoint.signature': None;
  'checkpoint.larger': { readonly size: number; readonly newest: number };
  'checkpoint.missing': None;
  'proof.form': None;
  'proof.index': { readonly index: number; readonly seq: number };
  'proof.checkpoint': None;
  'proof.wrong': None;
  'proof.missing': None;
  'proof.stray': None;
  'consistency.form': None;
  'consistency.file-name': None;
  'consistency.wrong': None;
  'consistency.missing': { readonly size: number };
  'consistency.stray': { readonly size: number };
  'consistency.root': { readonly size: number };
  'receipt.form': None;

  // What somebody kept from before.
  'older.signature': None;
  'older.differs': { readonly size: number };
  'older.wrong': { readonly size: number };
  'older.larger': { readonly size: number; readonly newest: number };
  'older.unproven': { readonly size: number };
  'older.entry-missing': Named;
  'older.entry-differs': Named;

  // The bundle as files.
  'bundle.missing': None;
  'bundle.member': { readonly member: string };
  'bundle.version': { readonly format: string };
  'bundle.path': None;
  'bundle.not-plain': None;
  'bundle.unreadable': None;
  'bundle.too-large': { readonly limitBytes: number };
  'bundle.file-too-large': { readonly limitBytes: number };
  'bundle.unlisted': None;
  'bundle.absent': None;
  'bundle.size': { readonly listed: number; readonly found: number };
  'bundle.hash': None;
  'bundle.own-hash': None;
  'bundle.kind': { readonly subject: string };
  'ledger.missing': None;
  'ledger.lines': { readonly lines: number; readonly size: number };
  'ledger.line-end': None;
  'ledger.root': None;

  // Chains.
  'chain.prev': { readonly found: string; readonly expected: string };
  'chain.between': { readonly found: string };
  'chain.end': { readonly subject: string };
  'chain.own': None;
  'chain.open': { readonly subject: string };
  'erasure.entry': Named;

  // Sheets.
  'sheet.version-order': { readonly expected: number; readonly found: number };
  'sheet.replaces': { readonly expected: string; readonly found: string };
  'sheet.amends': { readonly expected: string; readonly found: string };
  'sheet.no-layer': None;
  'sheet.layer-order': { readonly layer: string };
  'sheet.layer-total': { readonly layer: string };
  'sheet.party-missing': Person;
  'sheet.version-unknown': Version;
  'sheet.text-differs': Version;
  'sheet.message-unknown': None;
  'sheet.message-id': Message;
  'sheet.message-time': Message;
  'sheet.not-newest': Version & { readonly newest: number };
  'sheet.ended': Version & { readonly state: 'completed' | 'cancelled' | 'lapsed' };
  'mark.party': Person;
  'mark.message': Version;
  'mark.between': None;
  'mark.attested': None;
  'mark.later': Named;
  'mark.file': Named;
  'mark.link': Named;
  'mark.link-person': Named & Person;
  'mark.link-platform': Named & { readonly platform: string };
  'mark.account': Named;
  'mark.delegation': Named;
  'mark.delegation-person': Named & Person;
  'mark.delegation-over': Named & { readonly end: string };
  'mark.scope': Named;
  'mark.ended': Named & { readonly by: number };
  'confirmed.unknown': Named;
  'confirmed.mark': Named;
  'completed.party': Person;
  'completed.marks': { readonly expected: string };
  'text.missing': None;
  'text.hash': None;
  'text.names': None;
  'text.end': None;
  'text.line': None;
  'text.file-hash': None;
  'text.stray': None;
  'pdf.differs': None;

  // Needed for an answer, and not here.
  'needed.entry': Named;
  'needed.chain': { readonly subject: string };
  'needed.text': Version & { readonly sheet: string; readonly how: 'erased' | 'withheld' };
  'needed.sealed': Named & { readonly how: 'erased' | 'withheld' };
  'needed.file': Named & { readonly how: 'erased' | 'withheld' };

  // Worth knowing; changes no verdict.
  'note.sealed-erased': Several;
  'note.sealed-withheld': Several;
  'note.file-erased': Several;
  'note.file-withheld': Several;
  'note.pdf-withheld': None;
  'note.time-stamps': { readonly count: number };
  'note.agrees-no-more': Person & Version & { readonly sheet: string };
};

import type { LedgerProblemDetails } from '../core/ledger/problems.ts';

/**
 * The English of what is wrong with evidence, or missing from it. The place, a file or an entry, is said before each,
 * so that it reads on from there: `entry 12: …`. Stored words of the format are set as code.
 */
export const ledgerProblemWords: Readonly<Record<keyof LedgerProblemDetails, string>> = {
  'json.too-long': 'This is longer than the {limitBytes, number} bytes that it may have.',
  'json.utf8': 'The bytes are not UTF-8 text.',
  'json.syntax': 'This is not JSON.',
  'json.too-deep': 'Lists and objects stand in one another more than 32 levels deep.',
  'json.number': 'There is a number that is not a whole number within ±(2⁵³−1).',
  'json.surrogate': 'There is half of a character, a surrogate without its partner.',
  'json.not-json': 'There is a value that JSON cannot hold.',
  'json.form':
    'The bytes are not the canonical form of what they say; something was rewritten after it was stored.',

  'entry.object': 'An entry must be one JSON object.',
  'entry.member': 'The member <code>{member}</code> is missing, has a wrong form, or does not belong.',
  'entry.first':
    'The type is <code>{type}</code>. Entry 0 must be <code>ledger.created</code>, and no other entry may be.',
  'entry.subject': 'An entry of type <code>{type}</code> cannot have the subject <code>{subject}</code>.',
  'entry.data':
    'In the data of an entry of type <code>{type}</code>, the member <code>{member}</code> is missing, has a wrong form, or does not belong.',
  'entry.unsealed': 'An entry of type <code>{type}</code> needs a sealed part, and it names none.',
  'entry.ledger': 'It belongs to another ledger, <code>{ledger}</code>.',
  'entry.number': 'It says that it is entry {seq, number, ::group-off}.',
  'entry.time': 'It is dated {at}, earlier than an entry before it, {before}.',
  'entry.v':
    'It is written in version {v, number, ::group-off} of the format, which is newer than this verifier. Ask for a newer verifier.',
  'entry.type':
    'Its type is <code>{type}</code>, which this verifier does not know. Ask for a newer verifier.',
  'sealed.object': 'A sealed part must be one JSON object.',
  'sealed.salt': 'The sealed part has no salt of 32 hex characters.',
  'sealed.hash': 'The sealed part is not the one that the entry was written with: its hash differs.',
  'sealed.lines':
    'There are {lines, number} lines of sealed parts beside {entries, number} entries, if not more.',
  'sealed.stray': 'There is a sealed part, but no entry here has one under this number.',

  'key.form': 'This is not a verifier key of the form <code>name+8 hex digits+base64</code> for Ed25519.',
  'key.id': 'The 8 hex digits belong to another key; for this one they would be <code>{expected}</code>.',
  'key.point': 'The key is no point of the curve in its one spelling.',
  'key.small-order': 'The key is a point of small order, under which anybody can make signatures.',
  'key.name': 'The key is named for <code>{name}</code>, the ledger is <code>{ledger}</code>.',
  'key.first': 'Entry 0 names another key than the bundle does.',
  'key.first-missing':
    'Entry 0 is not here, so the key cannot be compared with the one the ledger began with.',
  'key.pinned': 'The key of the bundle is not the key that was given with <code>--key</code>.',
  'checkpoint.form':
    'This is not a checkpoint: origin, size, root hash, an empty line and one signature, each in its one spelling.',
  'checkpoint.origin': 'The checkpoint is of another ledger, <code>{origin}</code>.',
  'checkpoint.file-name':
    'The file is named for another size than the checkpoint has, {size, number, ::group-off}.',
  'checkpoint.signature': 'The signature is not made with the key of the ledger over these lines.',
  'checkpoint.larger':
    'The checkpoint has size {size, number, ::group-off}, more than the newest of the bundle, {newest, number, ::group-off}.',
  'checkpoint.missing': 'The bundle names this as its newest checkpoint, and it is not here.',
  'proof.form': 'This is not a proof in the form <code>c2sp.org/tlog-proof@v1</code> without extra data.',
  'proof.index':
    'The proof is for entry {index, number, ::group-off}, and stands with entry {seq, number, ::group-off}.',
  'proof.checkpoint': 'The checkpoint in the proof is not the newest one of the bundle, byte for byte.',
  'proof.wrong':
    'The proof does not lead from the entry to the root: the entry is not in the ledger as it stands here.',
  'proof.missing': 'There is no proof that the entry is in the ledger.',
  'proof.stray': 'The proof belongs to no entry that is here.',
  'consistency.form': 'This is not a consistency proof in the form <code>splitproof-consistency/1</code>.',
  'consistency.file-name': 'The proof is for other sizes than its file is named for.',
  'consistency.wrong': 'The proof does not lead from the older checkpoint to the newest one.',
  'consistency.missing':
    'There is no proof that the checkpoint of size {size, number, ::group-off} is the beginning of the newest one.',
  'consistency.stray':
    'The proof starts from size {size, number, ::group-off}, and there is no checkpoint of that size, or it does not end at the newest one.',
  'consistency.root':
    'The first {size, number, ::group-off} entries do not make up the root of this checkpoint: the ledger was rewritten.',
  'receipt.form': 'This is neither a receipt nor a checkpoint in its exact form.',

  'older.signature': 'The signature is not made with the key of this ledger.',
  'older.differs':
    'At size {size, number, ::group-off} this says other lines than the bundle: two histories of one ledger were signed.',
  'older.wrong':
    'The ledger of the bundle does not begin with the {size, number, ::group-off} entries of this one: the ledger was rewritten or forked.',
  'older.larger':
    'This has size {size, number, ::group-off} and the bundle only {newest, number, ::group-off}. Ask for a newer bundle: entries may have been cut off.',
  'older.unproven':
    'The bundle has no proof that it goes on from size {size, number, ::group-off}. Ask for a bundle of the whole ledger, or one with this checkpoint.',
  'older.entry-missing':
    'Entry {entry, number, ::group-off} of the receipt belongs in this bundle, and it is not here.',
  'older.entry-differs':
    'Entry {entry, number, ::group-off} reads otherwise in the bundle than in the receipt.',

  'bundle.missing': 'There is no <code>bundle.json</code> here, so this is no evidence bundle.',
  'bundle.member': 'The member <code>{member}</code> is missing, has a wrong form, or does not belong.',
  'bundle.version':
    'The bundle has the format <code>{format}</code>, which is newer than this verifier. Ask for a newer verifier.',
  'bundle.path': 'No file of a bundle has this name.',
  'bundle.not-plain': 'This is a link or something else that is no plain file.',
  'bundle.unreadable': 'The file cannot be read.',
  'bundle.too-large':
    'The bundle is larger than the {limitBytes, number} bytes that it may have; nothing was read.',
  'bundle.file-too-large': 'The file is larger than the {limitBytes, number} bytes that it may have.',
  'bundle.unlisted': 'The file is not in the list of <code>bundle.json</code>.',
  'bundle.absent': '<code>bundle.json</code> lists the file, and it is not here.',
  'bundle.size': 'The file has {found, number} bytes; <code>bundle.json</code> lists {listed, number}.',
  'bundle.hash': 'The content is not what <code>bundle.json</code> lists: the hash differs.',
  'bundle.own-hash': 'The file is not the one that its name, a hash, says.',
  'bundle.kind': 'A bundle of <code>{subject}</code> does not have this file.',
  'ledger.missing': 'A bundle of the whole ledger must have this file, and it is not here.',
  'ledger.lines':
    'There are {lines, number} lines, and the newest checkpoint has size {size, number}: entries are missing or added.',
  'ledger.line-end': 'The file does not end with a newline.',
  'ledger.root':
    'The entries do not make up the root of the newest checkpoint: something was changed, or put in another order.',

  'chain.prev':
    'It names {found} as the entry before it about the same subject; that is {expected} here. An entry was left out or put in.',
  'chain.between': 'It names {found} as the entry before it about the same subject, and that cannot be.',
  'chain.end':
    'The end that it names for <code>{subject}</code> is not the newest entry about it at that point.',
  'chain.own': 'It does not name the entry before it as the end of its own subject.',
  'chain.open':
    'The last entry of the ledger here does not say that <code>{subject}</code> was taken out whole, so later entries about it may exist.',
  'erasure.entry':
    'It names entry {entry, number, ::group-off}, which is not an earlier entry about the same subject.',

  'sheet.version-order': 'It is version {found, number}; the next one is version {expected, number}.',
  'sheet.replaces': 'It says that it replaces {found}; the version before is {expected}.',
  'sheet.amends': 'It says that it amends {found}; the newest agreed version is {expected}.',
  'sheet.no-layer': 'It has no layer.',
  'sheet.layer-order': 'In the layer {layer} the persons are not sorted, or one stands there twice.',
  'sheet.layer-total': 'The shares of the layer {layer} do not add up to exactly 1.',
  'sheet.party-missing': '<code>{person}</code> must agree and is not among the parties.',
  'sheet.version-unknown': 'It names version {version, number}, which no earlier entry made.',
  'sheet.text-differs': 'The hash of the text is not that of version {version, number}.',
  'sheet.message-unknown': 'It names a message in which no earlier entry posted this sheet.',
  'sheet.message-id': '<code>{message}</code> is no id of a message on {platform}.',
  'sheet.message-time':
    'By its id, message <code>{message}</code> on {platform} was posted more than an hour before the version was made or after this entry was written.',
  'sheet.not-newest': 'It ends version {version, number}, and version {newest, number} is newer.',
  'sheet.ended':
    'Version {version, number} was {state, select, completed {completed} cancelled {cancelled} other {lapsed}} before.',
  'mark.party': '<code>{person}</code> is not a party of this version, so this mark cannot count.',
  'mark.message': 'The message did not show version {version, number}.',
  'mark.between': 'The interval in which the mark was made ends before it begins, or after the entry.',
  'mark.attested':
    'Method, grade, file, account and delegation do not go together: an attested file stands alone.',
  'mark.later': 'It relies on entry {entry, number, ::group-off}, which is not earlier.',
  'mark.file': 'It relies on entry {entry, number, ::group-off}, which stores no file.',
  'mark.link': 'It relies on entry {entry, number, ::group-off}, which links no account.',
  'mark.link-person':
    'The account of entry {entry, number, ::group-off} is that of <code>{person}</code>, who is neither the party nor the delegate.',
  'mark.link-platform':
    'The account of entry {entry, number, ::group-off} is on {platform}, the message is elsewhere.',
  'mark.account':
    'The mark was made with another account than the one of entry {entry, number, ::group-off}.',
  'mark.delegation': 'It relies on entry {entry, number, ::group-off}, which names no delegate.',
  'mark.delegation-person':
    'The delegate of entry {entry, number, ::group-off} does not act for <code>{person}</code>.',
  'mark.delegation-over': 'The delegation of entry {entry, number, ::group-off} ended on {end}.',
  'mark.scope': 'The delegation of entry {entry, number, ::group-off} does not cover this sheet.',
  'mark.ended':
    'It relies on entry {entry, number, ::group-off}, which entry {by, number, ::group-off} had ended.',
  'confirmed.unknown': 'It confirms entry {entry, number, ::group-off}, which is no mark of this sheet.',
  'confirmed.mark':
    'It confirms entry {entry, number, ::group-off}, which is no reaction that was added and seen live.',
  'completed.party': '<code>{person}</code> does not agree at this point, so the version is not complete.',
  'completed.marks': 'The approvals that count here are entries {expected}; it names others.',
  'text.missing': 'The sealed part holds no text.',
  'text.hash': 'The frozen text is not the one whose hash the entry names.',
  'text.names': 'The names are not one for each party, without control characters.',
  'text.end': 'The frozen text does not end with the lines that belong to this version.',
  'text.line':
    'A line at the end of the frozen text differs from the parties, names or shares of the version.',
  'text.file-hash': 'The text is not the frozen text of its version: the hash differs.',
  'text.stray': 'There is no such version among the entries here.',
  'pdf.differs': 'The file is not the one that the last export names.',

  'needed.entry':
    'It relies on entry {entry, number, ::group-off}, which is not here. Ask for it to be added to the bundle.',
  'needed.chain':
    'Not all entries about <code>{subject}</code> are here, so it cannot be seen whether the account or the delegation still held.',
  'needed.text':
    'The frozen text of version {version, number} of <code>{sheet}</code> {how, select, erased {was erased} other {is withheld}}. A party has it with the receipt.',
  'needed.sealed':
    'The sealed part of entry {entry, number, ::group-off} {how, select, erased {was erased} other {is withheld}}.',
  'needed.file':
    'The file that entry {entry, number, ::group-off} stored {how, select, erased {was erased} other {is withheld}}.',

  'note.sealed-erased':
    '{count, plural, one {The sealed part of entry {entries} was erased, and an entry says so.} other {The sealed parts of # entries were erased, and an entry says so: {entries}.}}',
  'note.sealed-withheld':
    '{count, plural, one {The sealed part of entry {entries} is withheld.} other {The sealed parts of # entries are withheld: {entries}.}}',
  'note.file-erased':
    '{count, plural, one {The file of entry {entries} was erased, and an entry says so.} other {The files of # entries were erased, and an entry says so: {entries}.}}',
  'note.file-withheld':
    '{count, plural, one {The file of entry {entries} is withheld.} other {The files of # entries are withheld: {entries}.}}',
  'note.pdf-withheld': 'The last export names a PDF, and it is not here.',
  'note.time-stamps':
    '{count, plural, one {One time stamp is} other {# time stamps are}} here and not checked: nobody said which authorities to trust.',
  'note.agrees-no-more':
    '<code>{person}</code> agreed to version {version, number} of <code>{sheet}</code> and took it back after completion. The version rules all the same.',
};

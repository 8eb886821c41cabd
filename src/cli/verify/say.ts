/** What the shell says of evidence; what is wrong with it is in `src/text/ledger-problems.ts`. */
export const say = {
  verified:
    '✅ Verified: {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>. {entries, plural, one {# entry} other {# entries}} here, {size, number} in the ledger.',
  notVerified:
    '❌ Not verified: {count, plural, one {# fault} other {# faults}} in the evidence of {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>.',
  noBundle: '❌ Not verified: this cannot be read as a bundle.',
  cannotSay:
    '⚠️ Cannot say: nothing is wrong with {subject, select, ledger {the whole ledger} other {<code>{subject}</code> in the ledger}} <code>{ledger}</code>, but {count, plural, one {# thing is} other {# things are}} missing or unknown.',
  newer: '⚠️ Cannot say: this bundle is newer than the verifier.',
  failure: '❌ step {step, number}, {where}: {reason}',
  gap: '⚠️ step {step, number}, {where}: {reason}',
  version:
    '{mark} <code>{sheet}</code> version {version, number}: {state, select, completed {agreed by everyone} cancelled {cancelled} lapsed {lapsed} replaced {replaced by a newer version} disputed {disputed} other {open}}{grades}',
  grade:
    '{grade, select, confirmed {{person} confirmed} live {{person} live} reconciled {{person} reconciled} attested {{person} attested} other {{person} has not agreed}}',
  more: '… and {count, number} more; <code>--json</code> names all of them.',
  key: 'Key: <code>{key}</code>',
  notProven: 'Not proven by this, whatever the verdict:',
  notProvenNote: 'Not proven: {what}',
  keyIsTheirs:
    'that the key is the team’s. Compare it, whole, with the one posted in your channel, and give it with <code>--key</code>, or give a receipt of your own with <code>--older</code>.',
  rightHands: 'that an account was in the right hands.',
  authority: 'that a person had authority to agree.',
  fair: 'that the split is fair, lawful or complete.',
  allThatHappened:
    'that everything that happened on the platform was written down, and nothing else. Look at the messages.',
  clock: 'that the clock of the bot was right, beyond what receipts, message ids and time stamps say.',
  otherLedger:
    'that no other ledger exists that was shown to others. Compare receipts: <code>--older</code> takes them.',
  extras:
    'what <code>README.txt</code> says, and what a <code>verify.html</code> that came along shows. Take a verifier from elsewhere.',
  noFolder: 'There is no folder {name}. Check its name.',
  notFolder: '{name} is not a folder. Unpack the bundle and name the folder it is in.',
  noFile: 'There is no file {name}. Check its name and folder.',
  notReceipt: '{name} is too large or no plain file, so it is neither a receipt nor a checkpoint.',
  unreadable: '{name} cannot be read: {reason}. Check it and start again.',
  readTwice: '❌ Not verified: the folder changed or could not be read to the end ({reason}).',
  badKey: 'The key given with <code>--key</code> cannot be used. {reason}',
  wrongLedger:
    '{name} belongs to another ledger, {ledger}. Nothing was checked; leave it out, or name the right bundle.',
};

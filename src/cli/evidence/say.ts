/** What the shell says when evidence is taken out. */
export const say = {
  sheetWritten:
    '✅ Written to <code>{folder}</code>: what proves <code>{subject}</code>, in {files, plural, one {# file} other {# files}}.',
  ledgerWritten:
    '✅ Written to <code>{folder}</code>: the whole ledger <code>{ledger}</code>, {size, plural, one {# entry} other {# entries}}.',
  head: 'Head: size {size, number, ::group-off}, root <code>{root}</code>',
  key: 'Key: <code>{key}</code>',
  check: 'Check it: <code>splitproof verify {folder}</code>',
  personal: 'It holds names and accounts of people. Give it only to those whom it concerns.',
  taken: 'There is something in {folder} already. Name a folder that is not there yet, or an empty one.',
  tooLarge:
    'The whole ledger is longer than the 2 GiB that a bundle may have. Take out single sheets with <code>--sheet</code>. Nothing was left behind.',
  none: 'No team has a ledger here yet. A ledger begins with the first thing that is written down, such as a split sheet or a recording.',
  noTeam: 'No team <code>{team}</code> has a ledger here. {teams}',
  whichTeam: 'More than one team has a ledger here. Say which, with <code>--team</code>. {teams}',
  teams: 'Teams: {teams}.',
  team: '{team} ({spaces}{size, plural, one {# entry} other {# entries}})',
  noSheet: 'There is no entry about sheet <code>{sheet}</code> in this ledger. Check its id.',
};

/** What is said about people, their accounts and who acts for whom, in English: the keys of every language. */
export const say = {
  meTitle: 'You in this team’s books',
  meSaved: 'Saved',
  meFormTitle: 'Your profile',
  meSave: 'Save',
  meName: 'Name on sheets',
  meLegal: 'Legal name',
  meIpi: 'IPI name number',
  meIsni: 'ISNI',
  meSociety: 'Society',
  meHours: 'Hours for messages',
  mePublic: 'Numbers in posts',
  meAccounts: 'Accounts',
  meActsForMe: 'May mark for you',
  hidden: 'hidden',
  shown: 'shown',
  usualHours: '9-21, the usual ones',
  notSet: 'not set',
  until: '{name}, until {end, date, medium}',
  meNext: 'Change it with {command}, or without any option for a form.',
  meHoursHint: 'As in 9-21; nothing is sent to you outside of them unless you ask for it',
  mePrivate: 'Only you see this. Numbers and the legal name stand in no post unless you allow it.',

  linkForMe: 'an account',
  linkForTeam: 'the whole team',
  linkCode: 'Your code: <code>{code}</code>',
  linkCodeFor: 'The code for {name}: <code>{code}</code>',
  linkCodeTeam: 'The code for this team: <code>{code}</code>',
  linkNext:
    'Within 30 minutes, type {command} from the other account. Whoever types it there and confirms marks as you, so give it to nobody else.',
  linkNextFor:
    'Give it to {name} alone. Within 30 minutes they type {command} from their own account and confirm.',
  linkNextTeam:
    'Within 30 minutes, an admin of the other workspace or server types {command} there. From then on both are one team, and the admins of each are admins of it.',
  linkConfirm: 'Is this account {name}’s?',
  linkConfirmNext: 'If you confirm, marks from this account count as {name}’s on every sheet of this team.',
  linkConfirmTeam: 'Should this place join the other team?',
  linkConfirmTeamNext:
    'Sheets, people and the ledger are then shared with everyone there, and the admins of every place of the team are admins of all of it. It cannot be undone here.',
  confirm: 'Confirm',
  linked: 'This account is {name}’s now',
  linkedEntry: 'Ledger entry {seq}.',
  linkedAgain: 'Marks from before this moment do not count. React again on the sheets that wait for you.',
  linkedTeam: 'This place belongs to the other team now',
  linkedTeamNext: 'It is known everywhere within a minute.',
  unlinked: 'This account is nobody’s any more',
  unlinkedNext: 'What was marked with it stands. New marks from it do not count.',

  delegated: '{name} may mark for you until {end, date, medium}',
  delegatedSheet: 'Only on <b>{title}</b>.',
  delegatedAll: 'On every sheet of this team.',
  undelegated: '{name} may no longer mark for you',

  privacyTitle: 'What is kept about you',
  privacyCount:
    '{entries, plural, one {# entry} other {# entries}} of the ledger {entries, plural, one {has} other {have}} a sealed part about you, on {sheets, plural, one {# sheet} other {# sheets}}.',
  privacyFile: 'All of it is in the file.',
  privacyErase:
    'An admin can erase the sealed parts with {command}. Entries, hashes and proofs stay; texts that everyone agreed to stay as long as the others need them.',
  erased:
    'Erased: {entries, plural, one {# sealed part} other {# sealed parts}} about {name}, the profile and the accounts',
  erasedNext: 'Every proof still holds. What people keep in their own receipts is theirs.',
  eraseConfirm: 'Erase what is kept about {name}?',
  eraseConfirmNext:
    '{entries, plural, one {# sealed part goes} other {# sealed parts go}}, with the profile and the accounts. It cannot be undone. Sheets that are open and wait for them cannot complete any more.',
  erase: 'Erase',
} as const;

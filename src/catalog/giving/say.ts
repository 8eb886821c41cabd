/** What is said of prefixes and pools, and of the codes that are given from them. */
export const say = {
  // What codes are given from.
  added: '<code>{series}</code> is ready: codes can be given from it',
  grown: '<code>{series}</code> has {count, plural, one {one range} other {# ranges}} now',
  there: '<code>{series}</code> is here already; nothing was changed',
  closed: '<code>{series}</code> is closed: nothing more is given from it',
  opened: '<code>{series}</code> is open again',
  closedAlready: '<code>{series}</code> was closed already',
  openAlready: '<code>{series}</code> was open already',
  allocated:
    'Use only what an agency allocated to you, everywhere the music comes out: codes from a made-up prefix name other people’s recordings.',
  firstAssign:
    'If codes were given from it elsewhere this year, write them down first with <code>/isrc register</code>, or give a range behind them: what is registered is passed over.',
  rangeLabel: 'Range',
  rangesLabel: 'Ranges, in the order of use',
  nextLabel: 'Next in line',
  nextNone: 'none is left',
  leftLabel: 'Left',
  leftOfYear: '{left, number} in {year, number, ::group-off}',
  left: '{left, number}',
  prefixList:
    '{count, plural, =0 {There is no ISRC prefix yet} one {The ISRC prefix of this team} other {The # ISRC prefixes of this team}}',
  prefixListNext:
    'An admin adds one with <code>/isrc prefix add …</code>. It is allocated by the national ISRC agency; without one, the distributor gives the codes.',
  prefixLine:
    '<code>{series}</code> · {year, number, ::group-off}: {given, plural, =0 {none given} one {# given} other {# given}}{burnt, plural, =0 {} one {, # of them burnt} other {, # of them burnt}} · {left, number} left',
  poolList:
    '{count, plural, =0 {There is no pool of barcodes or catalog numbers yet} one {The pool of this team} other {The # pools of this team}}',
  poolListNext: 'An admin adds one with <code>/id pool add …</code>.',
  poolLine:
    '<code>{series}</code> · {kind, select, upc {UPC} ean {EAN} other {catalog numbers}} · {given, plural, =0 {none given} one {# given} other {# given}}{burnt, plural, =0 {} one {, # of them burnt} other {, # of them burnt}} · {left, number} left',
  lineClosed: '{line} · closed',
  lineNext: '{line} · next <code>{next}</code>',

  // Giving them.
  given: '<b>{title}</b> has the ISRC <code>{code}</code>',
  givenFor:
    '<b>{title}</b> has the {kind, select, upc {UPC} ean {EAN} other {catalog number}} <code>{code}</code>',
  givenAt: 'Given',
  givenAtValue: '{when, date, medium}, {when, time, short} ({zone})',
  givenBy: '{when, date, medium}, {when, time, short} ({zone}), by {name}',
  from: 'From',
  fromValue: '<code>{series}</code>, {left, number} left in {year, number, ::group-off}',
  fromPool: 'Pool',
  fromPoolValue: '<code>{series}</code>, {left, number} left',
  poolForLife: 'It stays with this release, and is never used for another one.',
  ledger: 'In the ledger',
  ledgerValue: 'entry {seq, number, ::group-off}',
  forLife:
    'A recording keeps its code for life, wherever and by whomever it is released. Files and deliveries take it without the hyphens.',
  bears: '<b>{title}</b> bears <code>{code}</code> already, and gets no other',
  bearsSeveral: '<b>{title}</b> bears {codes} already, and gets no other',
  bearsWhy: 'One recording keeps one code for life.',
  registeredFrom: 'registered, from {source}',
  registeredOnly: 'registered; nobody said from whom it is',
  sourceLabel: 'Where it is from',
  many: '{given, plural, =0 {No ISRC was given} one {# ISRC given} other {# ISRCs given}}{had, plural, =0 {} one { · # recording had one} other { · # recordings had one}}{open, plural, =0 {} one { · # has to be looked at} other { · # have to be looked at}}',
  lineGiven: '<code>{code}</code> · {title}',
  lineBears: '<code>{code}</code> · {title}: borne already',
  lineAsks: '{title}: is it a new recording? → <code>/isrc assign {recording}</code>',
  manyNext: 'If all of these are new recordings: <code>{command}</code>',

  // Whether it is a new recording.
  about: 'Recording',
  versionOf: 'Version of',
  versionOfCoded: '{title}, which bears <code>{code}</code>',
  mustSay: 'No code was given yet: the rules have to be asked first, since a code cannot be taken back.',
  give: 'It is a new recording: give a code',
  keep: 'Keep {code}',
  typeGive: 'For an admin to type: <code>{command}</code>',
  typeKeep: 'To keep its code: <code>{command}</code>',
  keptSource: 'the recording that it is a version of',
  keptShort: 'same recording',
  kept: '<b>{title}</b> keeps <code>{code}</code>, and gets no code of its own',
  keptFor: 'by the rules the same recording as {title}',
  keptWhat: 'It is written down on both, with the reason.',

  // Pools.
  hasAlready:
    '<b>{title}</b> has the {kind, select, upc {UPC} ean {EAN} other {catalog number}} <code>{code}</code> already; nothing was given',
  hasAlreadyNext:
    'For another product, such as the vinyl beside the download, say so in the words: each is sold by itself and has its own.',
  burnt: '<code>{code}</code> is burnt: {title} does not use it, and nothing else ever does',
  burntAlready: '<code>{code}</code> was burnt already',
  burntNext: 'It stays in the list. The same words may get another code.',

  // Everything that was given.
  prefixAudit:
    '{count, plural, =0 {No ISRC was given in {year, number, ::group-off}} one {# ISRC given in {year, number, ::group-off}} other {# ISRCs given in {year, number, ::group-off}}}',
  poolAudit:
    '{count, plural, =0 {No code was given from the pools} one {# code given} other {# codes given}}',
  auditCounts:
    '{given, number} in use{burnt, plural, =0 {} other { · # burnt}}{registered, plural, =0 {} other { · # registered from elsewhere}}{dropped, plural, =0 {} other { · # registered once, on no recording now}}{unfinished, plural, =0 {} one { · # gap of an attempt that was not finished} other { · # gaps of attempts that were not finished}}{unexplained, plural, =0 {} one { · # gap that nothing explains} other { · # gaps that nothing explains}}',
  auditLine: '<code>{code}</code> · {title}{has, select, yes { · {state}} other {}}',
  auditLineBare: '<code>{code}</code> · {state}',
  auditMore:
    '{count, plural, one {One more stands} other {# more stand}} in the file, with version, artist, duration, date and who gave it.',
  auditDoubt:
    'Numbers were left out and nothing says why. The database was changed from outside; compare it with a backup before more codes are given.',
  stateGiven: 'in use',
  stateBurnt: 'burnt: what it was given for was taken out',
  stateRegistered: 'registered, given elsewhere',
  stateDropped: 'registered once, on no recording now',
  stateUnfinished: 'left out: an attempt took it and was not finished',
  stateUnexplained: 'left out: nothing says why',
  columnIsrc: 'ISRC',
  columnNumber: 'number',
  columnTitle: 'title',
  columnFor: 'for',
  columnVersion: 'version',
  columnArtist: 'artist',
  columnDuration: 'duration',
  columnDate: 'date',
  columnWho: 'given by',
  columnState: 'state',

  // Codes from elsewhere.
  registered: '<b>{title}</b> bears <code>{code}</code>, given by somebody else',
  acceptedFor: 'Accepted',
  passedOver: 'It begins with a prefix of this team: when codes are given from it, this one is passed over.',
  registeredNext: 'It stays with the recording for life. Nothing here can tell whether it was issued to it.',
};

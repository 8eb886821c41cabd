/** What is said about the catalog, in English: the keys of every language. */
export const say = {
  // What is known of an item.
  title: 'Title',
  latin: 'In Latin letters',
  others: 'Also known as',
  version: 'Version',
  versionTitle: 'Called',
  versionOf: 'Version of',
  artist: 'Main artist',
  performers: 'Performers',
  duration: 'Duration',
  works: 'Works',
  samples: 'Samples',
  audio: 'SHA-256 of the audio file',
  named: '{label} (<code>{item}</code>)',
  noSamples: 'none',
  sample: '{title} ({cleared})',
  sampleOf: '{title}, owned by {owner} ({cleared})',
  clearedYes: 'cleared',
  clearedNo: 'not cleared',
  clearedUnknown: 'clearance not known',
  nothing: 'empty',
  changedFact: '{label}: {from} → {to}',

  // Added and changed.
  added: 'In the catalog: {label}',
  id: 'Id: <code>{item}</code>',
  worksTaken: 'On it, as on what it is a version of: {works}',
  addedWork: 'In the catalog as a work: {label}',
  sameCalled: 'Something else is called so as well: {others}',
  changed: 'Changed: {label}',
  unchanged: 'Nothing would change: {label} is as you say already',
  codeRegistered: '<code>{code}</code> is registered; ledger entry {seq}',
  codeDropped: '<code>{code}</code> is taken off',
  audioCode: 'The ISRC <code>{code}</code> stands in the file, so it is registered',
  audioOther: 'The file says <code>{heard}</code>, which is not the ISRC here. Compare both.',
  audioSeveral: 'The file holds more than one ISRC, so none was taken: {codes}',
  audioSource: 'audio file {name}',
  audioTaken:
    'The file says <code>{heard}</code>, which belongs to another recording, so it was not taken. Compare both.',
  audioDuration: 'The file lasts <code>{heard}</code>, not <code>{typed}</code>. What you typed was kept.',
  audioNotKept: 'The file itself is not kept.',
  addWork: 'Add the work “{title}”',
  joinWork: 'Join the work “{title}”',
  workAdded: 'The work {work} is in the catalog, and on {label}',
  workJoined: '{work} is on {label} now',
  workThere: '{label} has works already, and nothing was changed',

  // Shown.
  codeAssigned: 'given out here {when, date, medium}',
  codeOther: 'registered {when, date, medium}',
  codeBy: 'by {name}',
  codeFrom: 'source: {source}',
  codeAccepted: 'accepted: {reason}',
  entry: 'entry {seq}',
  sheets: 'Split sheets: {names}',
  sheet:
    '{title}, version {version}: {state, select, open {open} completed {agreed} cancelled {cancelled} lapsed {lapsed} other {replaced}}',
  versions: 'Versions of it: {names}',
  versionsMore: 'Versions of it, the first {count, number}: {names}',
  recordings: 'Recordings of it: {names}',
  recordingsMore: 'Recordings of it, the first {count, number}: {names}',
  show: 'Show',
  edit: 'Edit…',
  remove: 'Remove',

  // Persons.
  personAdded: 'In the books: {name}',
  personChanged: 'Changed: {name}',
  name: 'Name',
  legal: 'Legal name',
  society: 'Society',
  numbersHidden: 'Numbers and the legal name are shown to {name} and to admins.',

  // Lists.
  listTitle:
    '{kind, select, work {{count, plural, one {# work} other {# works}}} person {{count, plural, one {# person} other {# persons}}} other {{count, plural, one {# recording} other {# recordings}}}}',
  listPart: '{kind, select, work {Works} person {Persons} other {Recordings}} {from, number} to {to, number}',
  listSearched: '{title} with “{text}”',
  listNone: 'No {kind, select, work {work} person {person} other {recording}} here',
  listNoneWith: 'No {kind, select, work {work} person {person} other {recording}} here with “{text}”',
  listAdd:
    'Add one with <code>{kind, select, work {/catalog add what: work title: …} person {/catalog add what: person title: …} other {/catalog add title: …}}</code>.',
  listOther: 'Words count from their beginnings; try fewer of them, or the title in its own script.',
  listed: '<b>{label}</b>',
  openPoints: '{open, plural, =0 {complete} one {# open point} other {# open points}}',
  listMore: 'More',
  listPartial: 'These words are on so many that not all were looked at. Add a word.',

  // Removed.
  removeAsk: 'Take {label} out of the catalog?',
  removeBurnt: 'Codes that were given out for it are burnt and never given again: {codes}',
  removeCodes: 'Codes that others gave are no longer known here: {codes}',
  removeWorks:
    'It is on {count, plural, one {# recording, which loses} other {# recordings, which lose}} it as its work.',
  removeLicenses:
    '{count, plural, one {A license was} other {# licenses were}} recorded for it ({ids}). They stay on the list, and no check asks them about it any more; end those that are over with <code>/license end</code> first.',
  isRegistering: 'being registered; its code has not come back yet',
  removeReleases: 'It is on releases: {releases}. There its place stays empty until it is taken off.',
  releases: 'On releases: {names}',
  onRelease: '{title} ({day, date, medium})',
  removeSheets: 'Split sheets name it: {titles}. They stay as they are.',
  removeStays: 'The ledger keeps what was written about it.',
  removed: 'Out of the catalog: {label}',
  removedBurnt: 'Burnt, and never given again: {codes}',
  personStays:
    'Persons stay in the books, since sheets and entries name them. An admin can erase what is kept about somebody with <code>/splitproof privacy erase: {name}</code>.',
};

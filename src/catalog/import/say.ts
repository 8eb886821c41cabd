/** What is said about a file that is brought into the catalog. */
export const say = {
  reading: 'Reading {name}: {rows, number} rows',
  importing: 'Importing {rows, number} rows of {name}',
  planned:
    '{name}: {added, number} new, {changed, number} changed, {same, number} as they are, {refused, number} refused',
  nothing: '{name}: nothing would change, and {refused, plural, one {# row is} other {# rows are}} refused',
  nothingAtAll:
    '{name}: nothing would change; {same, plural, one {its one row is in the catalog as it says} other {all # rows are in the catalog as they say}}',
  noRows: '{name}: there are headings, and no row below them',
  newWorks: '{count, plural, one {# new work comes} other {# new works come}} with the recordings.',
  next: 'Nothing is written yet. The attached file says for every row what would happen.',
  unread: 'Not read, since the headings mean nothing here: {headings}',
  stale:
    'The catalog has changed since the file was read, so nothing was written. This is what it would do now.',
  refusedLine: 'line {line, number}: {why}',
  import: 'Import {count, plural, one {this # row} other {these # rows}}',
  done: 'Imported from {name}: {added, number} new, {changed, number} changed',
  doneEntry:
    'Ledger entry {seq}. The file is kept with it; <code>/catalog health</code> says what is open now.',
  doneBefore: 'These rows were imported already: ledger entry {seq}',

  // The result, row by row.
  line: 'Line',
  what: 'What happens',
  id: 'Id',
  title: 'Title',
  details: 'In detail',
  add: 'new',
  change: 'changed',
  same: 'as it is',
  refused: 'refused',
  newWork: 'new work: {title}',
};

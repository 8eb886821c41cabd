/** What is said of territories and rights, whichever command says it. */
export const say = {
  // Places.
  cautionFor: '{place}: the caution for {rows}',
  cautionsFor: '{place}: two cautions apply, {rows}',
  generalOnly: '{place} has no caution of its own; the general one applies',
  places: '{place}: {cautions, plural, one {one caution} other {# cautions, the strictest first}}',
  placesCounted:
    '{place}: {countries, plural, one {# territory} other {# territories}}, {cautions, plural, one {one caution} other {# cautions, the strictest first}}',
  without: '{place} without {left}',
  worldWithout: 'The world without {left}',
  whichCountries: '{place}: which countries?',
  unknownSeveral: 'None of these {count, number} names is a territory known here',
  nothingRead: 'There is no territory in this',
  nothingReadNext:
    'Name countries, codes or regions, as in <code>/territory check Japan, BR, EU</code>, or a sentence that has them.',
  rowPlaces: '{row} ({places})',
  rowCount: '{row} ({places, plural, one {# territory} other {# territories}})',
  rowUnknown: '{row}, for what could not be placed',
  readAsCode: '<code>{input}</code> was read as the code of {place}.',
  remark: '{input}: {remark}',
  counted: 'Counted here: {members}.',
  worldClause: '“Worldwide” is a clause of a license. What has to be checked differs from row to row.',
  leftOut: 'Left out: {places}. Exceptions belong in the territory clause of the license, each by name.',
  readers: 'For readers in Taiwan, Hong Kong and Macau: {caution}',
  contractMeans: '“{input}”: {words} Which countries does the contract mean?',
  meansWhich: '“{input}”: {words}',
  outside: '“{input}” was not in it, so leaving it out changes nothing. Name it first if it is to be added.',
  onlyExceptions:
    'Only exceptions were named, so this was read as the world without {inputs}. Write what is in as well.',
  apart: 'Leaving out {place} leaves these in: {stillIn}. The license should say whether they are meant too.',
  unknownNear: '“{input}” is no territory known here. Perhaps {names}?',
  unknownFar: '“{input}” is no territory known here. Check the spelling, or name the country.',

  // Whom to ask.
  codes: 'ISRC',
  songs: 'Songs',
  recordings: 'Recordings',
  inWriting: 'In writing',
  inWritingMany: 'each country by name, its exceptions too; language, term and territory',
  semicolon: '; ',
  more: '{count, plural, one {one more} other {# more}}',
  body: '{name} ({details})',
  bodies: '{bodies}',
  missing:
    '{right, select, isrc {no agency is on the list, so ask the international authority} authors {no society for performance was found} mechanical {no society for mechanicals was found} other {no body was found}}',
  internationalAuthority: 'International ISRC authority',
  rightDated:
    '{right, select, authors {performance} mechanical {mechanicals} neighboring {recordings} other {codes}}, {date}',
  undated: 'undated',
  undatedFrom: 'undated, {year} or later',
  undatedUntil: 'undated, {year} or earlier',
  datedAndUndated: '{date} and undated',
  day: '{day, date, medium}',
  yearOnly: '{year}',
  month: '{day, date, ::yyyyMMM}',
  pleaseCheck: 'please check',
  provisional: 'provisional at CISAC',
  notResearched:
    'Which societies collect here was not looked into. Ask your own society for its partner there.',
  disagree: 'Sources disagree. {words}',
  everyone: 'Everyone to ask: {place}',
  everyoneTitle: '{place}: everyone to ask, with source and date',
  certainty:
    '{confidence, select, high {well founded} medium {one good source or provisional} other {please check}}',
  firstSteps: 'First of all: {words}',
  everyoneLine: '<b>{name}</b> · {details} · {source}',
  whom: 'Whom to ask: {place}',

  // The file for many countries.
  fileNote: 'The attached file has every territory with its cautions and whom to ask there.',
  columnTerritory: 'territory',
  columnCode: 'code',
  columnCautions: 'cautions',
  columnCautionText: 'what to look at',
  columnInWriting: 'in writing',
  columnIsrc: 'ISRC agency',
  columnAuthors: 'songs: performance',
  columnMechanical: 'songs: mechanicals',
  columnNeighboring: 'recordings',
  columnConflicts: 'where sources disagree',
  columnSources: 'sources',

  // Quick answers.
  topics: 'What would you like to know?',
  topicsHint:
    'Press a topic, or ask in your own words, as in <code>/rights how much does an ISRC cost</code>.',
  questionsOften: 'Questions asked often',
  severalTopics: 'Several answers touch on this',
  severalNext: 'Press the one you mean.',
  noTopic: 'There is no quick answer about “{query}”',
  noTopicNear: 'The nearest ones are below.',
  columnSource: 'Source',
  allTopics: 'All topics',
  companies: 'Company by company',
  companiesHint: 'What each writes on its own help pages, read by {read}.',
  sourcesRead: 'Sources, read by {read}: {sources}',
  sourcesCounted: '{count, number} sources, read by {read}: press Sources',
  sourcesLabel: 'Sources',
  sourcesOf: 'Sources of “{topic}”',
  sourceLine: '{source} · {certainty}',
  sourcesWhen: 'Read by {read}. Pages change: look again before you quote one.',

  // Small print.
  old: 'The oldest entry here is from {date}, {years, plural, one {over a year} other {over # years}} ago: check it before you rely on it.',
  sources: 'Sources: {sources}',
  sourceChecked: '{source} (please check)',
  translated:
    'Translated from English. The English was checked against the sources; read it before you rely on this.',
  english: 'English text',

  // Whether a recording needs a code of its own.
  ruleSource: 'Source: {source} ({certainty})',
  startAgain: 'Start again',
};

import type { CatalogProblemDetails } from '../core/catalog-problems.ts';

const first = '{first} (<code>{firstId}</code>)';
const second = '{second} (<code>{secondId}</code>)';
const meeting =
  'in {countries, plural, one {# country} other {# countries}}, {to, select, none {from {from, date, medium} on} other {from {from, date, medium} to {to, date, medium}}}';

const span = '<code>{from, number, ::group-off}–{to, number, ::group-off}</code>';

/** The English of what stands against a license, and against giving out a code. */
export const catalogProblemWords: Readonly<Record<keyof CatalogProblemDetails, string>> = {
  'license.term-order':
    'The license ends on {to, date, medium}, before it begins on {from, date, medium}. Change one of the two days.',
  'license.cap':
    'The limit on {of, select, copies {copies} downloads {downloads} streams {streams} views {views} other {performances}} has to be a whole number above 0. Type it in digits, or leave it out if there is none.',
  'license.both-exclusive': `${first} and ${second} would hold the same exclusively, ${meeting}. Change where, when or for what one of them holds.`,
  'license.one-exclusive': `${first} and ${second} would hold the same, one of them exclusively, ${meeting}. Check which of the two came first.`,
  'license.passed-on': `${first} and ${second} meet ${meeting}, and one of them had the right from the other. Check that it may be passed on.`,
  'license.other-licensor': `${first} and ${second} meet ${meeting}, with rights from two licensors. Check that each gave only a share of their own.`,

  'catalog.duration':
    '“{typed}” is no playing time. Type minutes and seconds with a colon between, such as <code>3:41</code>.',

  'catalog.unknown':
    'There is no {kind, select, work {work} person {person} item {recording, work or person} other {recording}} “{typed}” in the catalog. Look for it with <code>/catalog list</code>, or add it with <code>{kind, select, work {/catalog add what: work title: …} person {/catalog add what: person title: …} other {/catalog add title: …}}</code>.',
  'catalog.near':
    'No {kind, select, work {work} person {person} other {recording}} is called just “{typed}”. Close to it: {near}. Type the whole title, or the id in brackets.',
  'catalog.several':
    '“{typed}” means more than one {kind, select, work {work} person {person} item {thing} other {recording}}: {titles}. Type the id in brackets instead.',
  'catalog.code-elsewhere':
    '<code>{code}</code> is on another item already: {title} (<code>{item}</code>). One code names one thing. Compare both; if it really is on both, say why with <code>accept:</code>.',
  'catalog.code-given':
    '<code>{code}</code> was given out here for {title}, and a code that was given is never used for anything else. If it really is in circulation for this as well, say why with <code>accept:</code>.',
  'catalog.code-assigned':
    '<code>{code}</code> was given out here, so it stays: one recording keeps one code for life. Removing the recording burns the code.',
  'catalog.code-not-borne':
    '{code, select, none {There is no code here to take off} other {It does not bear <code>{code}</code>}}. Look at what it bears with <code>/catalog show</code>.',
  'catalog.code-which':
    'It bears more than one code: {codes}. Say which one to take off, with the minus in front, as in <code>{kind, select, work {iswc: -T-034.524.680-1} other {isrc: -US-RC1-76-07839}}</code>.',
  'catalog.lineage-self':
    '{title} cannot be a version of itself. Name the recording that it was made from with <code>of:</code>, or leave it out.',
  'catalog.lineage-circle':
    '{title} cannot be a version of {of}, which comes from it. Change <code>of:</code> at one of them first.',
  'catalog.has-versions':
    '{title} stays, since others are versions of it: {versions}. First say with <code>/catalog edit</code> and <code>of:</code> what they are versions of.',
  'catalog.options-misfit':
    '{kind, select, work {A work} person {A person} other {A recording}} has no {options}. Leave that out, or say with <code>what:</code> what else it is.',
  'catalog.title-missing': 'A title is needed. Type what it is called.',
  'catalog.empty-text': 'There is nothing to read in <code>{option}:</code>. Type words, or leave it out.',
  'catalog.too-many':
    '<code>{option}:</code> has {count, number} parts; {limit, number} are the most. Leave some out.',
  'catalog.part-too-long':
    '<code>{option}:</code> has more than {limit, number} characters in one piece, which begins with “{part}”. Shorten it; where several are meant, put <code>;</code> between them.',
  'catalog.changed-meanwhile':
    'Somebody has changed {title} since it was shown to you, so nothing was written. Look at it again with <code>/catalog show</code>.',
  'catalog.nothing-said':
    'Say what is to change, as in <code>/catalog edit item: Night Bus duration: 3:41</code>. What is left out stays; <code>-</code> takes something away.',
  'catalog.person-account':
    '{name} has an account here and keeps their own profile with <code>/splitproof me</code>. Ask them.',
  'catalog.code-needed':
    '<code>{option}:</code> is about a code, and no code is given. Type the code as well.',
  'catalog.audio': '<code>{name}</code> is no audio file. Attach a WAV, AIFF, FLAC, MP3 or M4A file.',
  'catalog.import-headings':
    'No column of the file holds titles, so nothing was read. Its first row has: {headings}. Put <code>Title</code> over the column of titles; <code>/catalog export</code> gives a file with all headings.',
  'catalog.import-too-many':
    'The file has more than {limit, number} rows. Divide it, and import one part after the other.',
  'catalog.import-gone':
    'What this button would import is no longer kept: it was read more than a day ago, or imported already. Send the file again with <code>/catalog import</code>.',
  'catalog.row-kind': '“{typed}” is neither a recording nor a work.',
  'catalog.row-id':
    'There is nothing with the id <code>{typed}</code> of this kind. Leave the id out to add it anew.',
  'catalog.row-same': 'It is the same as line {line, number}.',
  'catalog.row-code-twice':
    '<code>{code}</code> stands in line {line, number} already, and one code names one thing.',
  'catalog.row-codes':
    'There are {count, number} codes in one cell: {codes}. A row takes one new code; register others with <code>/catalog edit</code>.',
  'catalog.row-iswc':
    'It is not clear to which of its works <code>{code}</code> belongs. Put ISWCs into a file of works.',
  'catalog.row-of-refused': 'It is a version of line {line, number}, which is refused.',
  'catalog.row-hash': '“{typed}” is no SHA-256: 64 characters out of 0 to 9 and a to f.',
  'catalog.row-alike':
    '{title} is called the same and has another ISRC, so this is taken for another recording.',
  'catalog.row-long':
    '<code>{duration}</code> is hours long. A spreadsheet may have made hours out of minutes; compare it with the source.',
  'catalog.code-second':
    'It bears <code>{has}</code> already, and the first code stays. If <code>{code}</code> is in circulation as well, say where from with <code>accept:</code>.',

  'assign.code-unknown':
    '<code>{typed}</code> was given from no pool of this team. <code>/id list</code> shows those that were.',
  'assign.given-elsewhere':
    '<code>{code}</code>, the next one of <code>{series}</code>, was given out before, so no code is given. An admin has to look where: the prefix or the numbers are used twice.',
  'assign.history-cut':
    'No code is given: the ledger has {size, plural, one {# entry} other {# entries}} and {signed, number} were signed, so an older backup stands here, and a code that went out since could go out again. An admin has to put back the database that has all {signed, number}.',
  'assign.history-forked':
    'No code is given: the first {size, plural, one {entry} other {# entries}} of the ledger are not those that were signed. Another database than this one went on, and a code that went out there could go out again. An admin has to bring back the right one.',
  'assign.history-lost':
    'No code is given: this database knows the codes of <code>{series}</code> up to <code>{known}</code>, and codes up to <code>{given}</code> went out. An older backup stands here. An admin has to put back the database that has them all.',
  'assign.mark':
    'No code is given: the file that says how far <code>{series}</code> has come cannot be read. An admin has to bring back the folder that EVIDENCE_HEADS names, or the one beside the database.',
  'assign.minimum':
    '{title} lacks {lacks, select, artist {its main artist} duration {its playing time} other {its main artist and its playing time}}, and agencies ask for that with every code. Add it with <code>/catalog edit item: {recording} {lacks, select, artist {artist: …} duration {duration: …} other {artist: … duration: …}}</code>, then ask again.',
  'assign.none':
    '{kind, select, pool {There is no pool of barcodes or catalog numbers yet. An admin adds one with <code>/id pool add …</code>.} other {There is no prefix yet that codes could be given from. An admin adds one with <code>/isrc prefix add …</code>; the national ISRC agency allocates it.}}',
  'assign.not-kept':
    'A code was given and is not shown, since what stands for it outside of the database could not be written. Ask again for the same recording: it gets no second one. If this stays so, an admin has to look at the log.',
  'assign.prefix-elsewhere':
    'Codes cannot be given from <code>{prefix}</code> here. Compare it with what was allocated to you; if it is yours, ask whoever runs this bot.',
  'assign.prefix-unknown':
    'Nothing here is called <code>{typed}</code>. There is: {known}. Type one of them.',
  'assign.range-text':
    '<code>{typed}</code> is no range. Type the first and the last number, such as <code>00001-00500</code>; several with a semicolon between.',
  'assign.same':
    'By the rules {title} is no new recording, so it gets no code of its own. Register the code that it keeps with <code>/isrc register</code>.',
  'assign.too-many':
    'These are {count, number} at once, and at most {most, number} get their codes together. Send the rest afterwards.',
  'assign.too-few':
    '<code>{series}</code> has only {left, number} left and {count, number} are asked for, so no code is given. Ask for fewer, or have an admin add a range.',
  'assign.which-prefix': 'Codes can be given from more than one: {known}. Name one of them.',

  'assign.closed': `<code>{series}</code> is closed, so nothing more is given from it. Use another one, or have an admin add one.`,
  'assign.clock': `The clock says <code>{now}</code>, which is before the last assignment from <code>{series}</code> (<code>{last}</code>), so no code is given. An admin has to set the clock of the machine right.`,
  'assign.counter': `The last number from <code>{series}</code>, <code>{last, number, ::group-off}</code>, lies in none of its ranges, so no code is given. An admin has to put back the range that holds it.`,
  'assign.range': `${span} is no range here: both ends are whole numbers from {lowest, number, ::group-off} to {highest, number, ::group-off}, the smaller first. Type it again.`,
  'assign.range-overlap': `${span} shares numbers with <code>{otherFrom, number, ::group-off}–{otherTo, number, ::group-off}</code>, which is there already. Leave out what both hold.`,
  'assign.range-exhausted':
    'All designations of <code>{series}</code> that are authorized are used for {year, number, ::group-off}. Ask the agency for a further range, or use another prefix.',
  'assign.year-full':
    'All 99999 designations of <code>{series}</code> are used: {year, number, ::group-off} is full. Use another prefix until the year ends.',
  'assign.pool-exhausted':
    'All numbers of <code>{series}</code> are used. An admin has to add a further range, or another pool.',
  'assign.prefix':
    '<code>{prefix}</code> is no ISRC prefix. It has five characters: two letters, then three letters or digits, such as <code>USRC1</code>. Type it as it was allocated.',
  'assign.prefix-example':
    '<code>{prefix}</code> stands in published examples and belongs to nobody. Use the prefix that the agency allocated.',
  'assign.prefix-retired':
    'The prefix <code>{prefix}</code> is retired: old recordings keep their codes, and new ones need another prefix. Ask the agency for one.',
  'assign.pool-prefix':
    'No barcodes for releases can be given from <code>{prefix}</code>. It has to be a company prefix from GS1, in digits, that is not for books, weighed goods or one shop alone. Compare it with the certificate.',
  'assign.pattern':
    '<code>{pattern}</code> is no pattern for catalog numbers. It needs one run of number signs among letters and digits, such as <code>BUS-###</code>, and what it gives must not look like an ISRC or a barcode.',
};

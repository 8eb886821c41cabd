import type { ProblemCode } from '../core/problem.ts';
import { catalogProblemWords } from './catalog-problems.ts';
import { ledgerProblemWords } from './ledger-problems.ts';
import { licenseProblemWords } from './license-problems.ts';
import { releaseProblemWords } from './release-problems.ts';
import { splitProblemWords } from './split-problems.ts';

/** `4 Nov 2025`, in every time zone. */
const listDate =
  '{listDay} {listMonth, select, 1 {Jan} 2 {Feb} 3 {Mar} 4 {Apr} 5 {May} 6 {Jun} 7 {Jul} 8 {Aug} 9 {Sep} 10 {Oct} 11 {Nov} other {Dec}} {listYear}';

/**
 * The English of every problem. It says what is wrong, where, and what to do next, and stands alone as a sentence.
 *
 * ICU messages: `{name}` is a value of the problem's details, `<code>` and `<b>` are styles. The English is also the
 * key to every language folder, so a changed sentence needs its translations changed with it.
 */
export const problemWords: Readonly<Record<ProblemCode, string>> = {
  'code.empty': 'There is no code here. Type or paste one, for example <code>US-RC1-76-07839</code>.',
  'code.too-long':
    'This is {length, number} characters long and was not read; the limit for one code is {limit, number}. Send the code alone, or many codes as a list or a file.',
  'code.several':
    'There are {count, number} codes here: {codes}. One field holds one code; keep the one that belongs here.',
  'code.look-alike':
    'Character {position, number} is the {script, select, cyrillic {Cyrillic letter} greek {Greek letter} other {letter}} <code>{character}</code> ({codePoint}), which only looks like <code>{plain}</code>. Type it again in plain Latin letters.',
  'code.foreign-digit':
    'Character {position, number} is <code>{character}</code> ({codePoint}), a digit of another script. Type it as <code>{plain}</code>.',
  'code.foreign-character':
    'Character {position, number} is <code>{character}</code> ({codePoint}), which no code contains: codes are made of the letters A to Z and the digits 0 to 9. Remove or replace it.',
  'code.scientific':
    '<code>{text}</code> is a number that a spreadsheet has rounded; the digits are lost and cannot be repaired. Set the column to text and take the code from the source again.',
  'code.decimal':
    '<code>{text}</code> is a number from a spreadsheet. Set the column to text; leading zeros may be lost as well.',
  'code.words-around':
    'There is other text around the code <code>{code}</code>. Send the code alone; nothing else belongs in its field.',
  'code.unknown':
    'With {length, plural, one {# character} other {# characters}}, this has the shape of none of the codes checked here. Compare it with the source; a catalog number or a title belongs in a field of its own.',
  'code.looks-like':
    '{other, select, isan {This looks like an ISAN, which names a film or a program} eidr {This looks like an EIDR, which names a film or a program} labelCode {This looks like a label code, which names a label to broadcasters} jasracWork {This looks like a work number of JASRAC, which is not an ISWC} recordingNotice {This is a recording notice (℗): a year and an owner} other {This is a copyright notice (©): a year and an owner}}. It is not checked here; keep it in a field of its own.',
  'code.other-kind':
    'This is {found, select, isrc {an ISRC, which names one recording} iswc {an ISWC, which names the composition} upc {a UPC, which names the release} ean {an EAN, which names the release} gtin {a GTIN, which names a product} book {the number of a book} ipi {an IPI name number, which names a writer or a publisher} ipiBase {an IPI base number, which names a writer or a publisher} isni {an ISNI, which names the public identity of a person or a group} orcid {an ORCID iD, which names a researcher} grid {a GRid, which names a digital release} dpid {a DPID, which names a company in DDEX messages} other {an ISMN, which names printed music}}, not {expected, select, isrc {an ISRC. Each recording needs an ISRC of its own} iswc {an ISWC. The society gives the ISWC when the work is registered} gtin {a UPC or EAN. Whoever delivers the release gives its UPC} ipi {an IPI name number. The society of the writer or publisher knows it} ipiBase {an IPI base number. The society of the writer or publisher knows it} isni {an ISNI. Look it up at isni.org} grid {a GRid} dpid {a DPID. The company finds its own at ddex.net} other {an ISMN. The publisher of the sheet music knows it}}.',
  'code.several-kinds':
    'This can be read as {first, select, isrc {an ISRC} iswc {an ISWC} gtin {a UPC or EAN} ipi {an IPI name number} ipiBase {an IPI base number} isni {an ISNI} grid {a GRid} dpid {a DPID} other {an ISMN}} and as {second, select, isrc {an ISRC} iswc {an ISWC} gtin {a UPC or EAN} ipi {an IPI name number} ipiBase {an IPI base number} isni {an ISNI} grid {a GRid} dpid {a DPID} other {an ISMN}}. The first is the likelier; say which you mean if it is the other.',

  'isrc.length':
    'An ISRC has 12 characters; this has {length, number}: <code>{groups}</code>. Compare it with the source and type it again.',
  'isrc.group-length':
    'An ISRC has 12 characters; this has {length, number}: <code>{groups}</code>. The {group, select, letters {first group needs two letters} registrant {second group needs three letters or digits} year {third group needs two digits} other {last group needs five digits}} and has {has, number}.',
  'isrc.letter-expected':
    'Character {position, number} must be a letter; this has <code>{found}</code>. The first two characters of an ISRC are letters.',
  'isrc.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. After the first five characters an ISRC has digits only.',
  'isrc.character':
    'Character {position, number} is <code>{found}</code>; it must be a letter from A to Z or a digit.',
  'isrc.grouping':
    'Twelve characters, but grouped {grouping}. The right grouping is 2-3-2-5: <code>{code}</code>. Check that nothing was lost or moved.',
  'isrc.label-read-as-code':
    'Read as the code <code>{code}</code>. If <code>ISRC</code> was meant as a label in front, four characters of the code are missing.',
  'isrc.documentation':
    'This is a documentation example, not an issued code. Use the code that was given to the recording.',
  'isrc.prefix-unlisted': `The shape is right, but prefix <code>{prefix}</code> is not on the list of ${listDate}. Check it for a typing error; new prefixes do appear.`,
  'isrc.prefix-part-number': `The shape is right, but prefix <code>{prefix}</code> is not on the list of ${listDate}; a shop uses part numbers of this shape. Ask the distributor for the ISRC.`,
  'isrc.prefix-retired': `Prefix <code>{prefix}</code> is historical on the list of ${listDate}: fine on old recordings, not for new ones.`,
  'isrc.year-ahead':
    'The year element reads {year}, next year; codes carry the year they were assigned in. Check it for a typing error.',
  'isrc.year-unusual':
    'The year element reads {year}: unusual, probably a numbering choice of the registrant, not an error to repair.',
  'isrc.designation-zero':
    'The designation is 00000: allowed, though some software refuses it. Keep the code as it was given.',

  'iswc.length':
    'An ISWC has 11 characters, T and ten digits; this has {length, number}. Compare it with the source and type it again.',
  'iswc.letter': 'An ISWC begins with the letter T; this begins with <code>{found}</code>.',
  'iswc.letter-missing':
    'An ISWC begins with the letter T; these are its digits alone. Written in full it is <code>{code}</code>.',
  'iswc.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. After the T an ISWC has ten digits.',
  'iswc.template':
    'The letter <code>{found}</code> stands where the check digit belongs: this is a template. For these digits the check digit is {expected}. Ask the society for the code of the work.',
  'iswc.published-example':
    'This is the example on CISAC’s own pages, and its check digit is wrong there: it reads {found}, the arithmetic gives {expected}. It is not the code of a work.',
  'iswc.sample':
    'This is a made-up sample: its digits run in order and the check digit should be {expected}. Ask the society for the code of the work.',
  'iswc.check-digit':
    'The check digit is {found}; for these digits it should be {expected}. Compare every digit with the source.',
  'iswc.zero':
    'The nine digits are all zero; works are numbered from 000000001. No ISWC yet is normal before registration: register the work with the society.',

  'gtin.length':
    'A UPC or EAN has 12 or 13 digits (8 and 14 exist); this has {length, number}. Compare it with the barcode.',
  'gtin.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. A UPC or EAN has digits only.',
  'gtin.check-digit':
    'The check digit is {found}; for these digits it should be {expected}. Compare it with the barcode; if it is really printed so, a person may confirm it as printed.',
  'gtin.zeros': 'All digits are zero: a placeholder, not a barcode. Ask the distributor for the UPC.',
  'gtin.check-digit-missing':
    'This has {length, number} digits and looks like a UPC or EAN with the check digit missing. With it: <code>{code}</code>. Compare it with the barcode.',
  'gtin.leading-zero-lost':
    'This has {length, number} digits and looks like a UPC or EAN whose leading zeros were lost, as spreadsheets do. With them: <code>{code}</code>. Compare it with the barcode.',
  'gtin.eleven-digits':
    'This has 11 digits: either a leading zero was lost (<code>{padded}</code>) or the check digit is missing (<code>{completed}</code>). The barcode shows which.',
  'gtin.add-on':
    'This has {length, number} digits and looks like a barcode with its add-on <code>{addOn}</code> typed along. Without it: <code>{code}</code>.',
  'gtin.upc-e': 'This is a shortened UPC (UPC-E). In full it is <code>{code}</code>; use that one.',
  'gtin.upc-e-or-ean-8':
    'This holds as an EAN-8 and as a shortened UPC (UPC-E). If it is the latter, in full it is <code>{code}</code>. The barcode shows which: an EAN-8 has a bar pattern in the middle.',
  'gtin.packaging-level':
    'The first of the 14 digits is {level}: this names a carton of several units, not the single release. Ask for the UPC or EAN of the release.',
  'gtin.variable-measure':
    'The first of the 14 digits is 9: this names goods sold by weight or length, not a release. Ask for the UPC or EAN of the release.',
  'gtin.in-store':
    'Numbers that begin with {prefix} are for use inside one shop and mean nothing elsewhere. Ask for the UPC or EAN of the release.',
  'gtin.book':
    'Numbers that begin with 978 or 979 name books (ISBN), not releases. Check that it is the right number.',
  'gtin.printed-music':
    'Numbers that begin with 979-0 name printed music (ISMN), not releases. Check that it is the right number.',

  'ipi.length':
    'An IPI name number has 11 digits, or fewer without its leading zeros; this has {length, number}. Ask the society.',
  'ipi.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. An IPI name number has digits only.',
  'ipi.check-digit':
    'The last two digits are {found}; for this number they should be {expected}. Compare it with the source or ask the society.',
  'ipi.zeros':
    'All digits are zero, which means unknown in files. Each writer needs an IPI for a work to get an ISWC; ask the society.',
  'ipi-base.length':
    'An IPI base number has 11 characters, I and ten digits; this has {length, number}. Compare it with the source.',
  'ipi-base.letter': 'An IPI base number begins with the letter I; this begins with <code>{found}</code>.',
  'ipi-base.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. After the I an IPI base number has ten digits.',
  'ipi-base.check-digit':
    'The check digit is {found}; for these digits it should be {expected}. Compare it with the source.',
  'ipi-base.zeros': 'The nine digits are all zero: a placeholder. Ask the society.',
  'ipi-base.ask-name-number':
    'Base numbers are mostly not public; registrations ask for the IPI name number, 11 digits. Ask the society for that one.',

  'isni.length':
    'An ISNI has 16 characters, in four groups of four; this has {length, number}. Compare it with isni.org.',
  'isni.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. Only the last character of an ISNI may be an X.',
  'isni.check-digit':
    'The check character is {found}; for these digits it should be {expected}. Compare it with isni.org.',
  'isni.zeros': 'All digits are zero: a placeholder. Look the name up at isni.org.',
  'isni.orcid':
    'This came as an ORCID link. An ORCID iD has the format of an ISNI and names a researcher; look the artist up at isni.org.',

  'grid.length':
    'A GRid has 18 characters: A1, five for the issuer, ten for the release, one check character; this has {length, number}.',
  'grid.prefix': 'A GRid begins with A1; this begins with <code>{found}</code>.',
  'grid.character':
    'Character {position, number} is <code>{found}</code>; it must be a letter from A to Z or a digit.',
  'grid.check-character':
    'The check character is <code>{found}</code>; for this code it should be <code>{expected}</code>. Compare every character with the source.',
  'dpid.length':
    'A DPID has 18 characters: PADPIDA, ten digits, one check character; this has {length, number}. The company finds its own at ddex.net.',
  'dpid.prefix': 'A DPID begins with PADPIDA; this begins with <code>{found}</code>.',
  'dpid.character':
    'Character {position, number} is <code>{found}</code>; it must be a letter from A to Z or a digit.',
  'dpid.letter':
    'Character {position, number} is the letter <code>{found}</code>; the ten characters in the middle are digits in every DPID we know. Compare it with the source.',
  'dpid.check-character':
    'The check character is <code>{found}</code>; for this code it should be <code>{expected}</code>. Test files often carry made-up DPIDs; the company finds its own at ddex.net.',

  'ismn.length':
    'An ISMN has 13 digits that begin with 9790, or the old form M and nine digits; this has {length, number}.',
  'ismn.prefix': 'An ISMN begins with 979-0 (formerly M); this begins with <code>{found}</code>.',
  'ismn.digit-expected':
    'Character {position, number} must be a digit; this has <code>{found}</code>. An ISMN has digits only, but for the M of the old form.',
  'ismn.check-digit':
    'The check digit is {found}; for these digits it should be {expected}. Compare it with the printed music.',
  'ismn.old-form': 'This is the form with M; since 2008 the same number is written <code>{code}</code>.',

  'line.json':
    'Line {line, number} is not JSON. With --jsonl each line is one JSON string, such as "US-RC1-76-07839" in its quotes; without it, a line is the code itself.',
  'line.not-text':
    'Line {line, number} holds {found, select, number {a number} boolean {true or false} null {null} list {a list} other {an object}}, not a string. Put the code in quotes; a number loses its leading zeros.',

  'prefixes.json':
    'The prefix list is not JSON: {reason}. Check the file; a copy of the built-in list is a good start.',
  'prefixes.file':
    'The prefix list is JSON, but not a list of prefixes: it needs an object with asOf and prefixes. A copy of the built-in list is a good start.',
  'prefixes.entry':
    'The prefix list cannot be used: {place} must be {needs, select, object {an object} list {a list} date {a date like 2025-11-04} letters {two capital letters} text {text or null} other {assigned or retired}}. Correct it and start again.',
  'prefixes.twice':
    'The prefix list cannot be used: <code>{letters}</code> stands in two rows. Remove one and start again.',

  'command.missing': 'Say what to do. The commands are {commands}.',
  'command.unknown':
    'There is no command <code>{typed}</code> here. These exist: {commands}. <code>/splitproof help</code> says what each does.',
  'command.incomplete': '<code>{command}</code> needs one more word. These exist: {commands}.',
  'command.gone':
    'This button or form is from an older version and leads nowhere now. Type the command again.',
  'option.missing': '<code>{option}</code> is missing. Add it and send the command again.',
  'option.unknown': 'There is no option <code>{typed}</code> here. These exist: {options}.',
  'option.unreadable':
    'The value of <code>{option}</code> cannot be read. Check it and send the command again.',
  'option.too-long':
    '<code>{option}</code> takes at most {limit, plural, one {# character} other {# characters}}. Shorten it and send the command again.',
  'option.number': '<code>{option}</code> must be a number, such as 14.',
  'option.too-large': '<code>{option}</code> must be at most {limit, number}.',
  'option.too-small': '<code>{option}</code> must be at least {limit, number}.',
  'option.date': '<code>{option}</code> must be a date that exists, written as 2026-12-11.',
  'option.choice': '<code>{option}</code> must be one of these: {choices}.',
  'permission.admin':
    'Only an admin may do this: an admin or owner of the Slack workspace, somebody with “Manage Server” on Discord, whoever opened the room in the terminal. Ask one of them.',
  'permission.unknown':
    'Only an admin may do this, and the platform does not say at the moment whether you are one. Try again in a minute.',

  'file.too-large':
    'The file is larger than the {limitMegabytes, number} MB that can be read here. Split it, or paste the codes.',
  'file.gone': '<b>{name}</b> cannot be fetched any more: it was deleted. Attach it again.',
  'file.expired': 'The link of <b>{name}</b> has run out. Attach the file again.',
  'file.several':
    '{count, plural, other {# files}} came at once, and one can be answered at a time. Attach them one by one. Nothing was checked.',
  'file.refused':
    '<b>{name}</b> could not be fetched: the platform does not let the bot read it. Attach it to the command itself.',
  'file.empty': 'The file is empty. Check that it was saved, and attach it again.',
  'file.kind':
    '{kind, select, excel {This is an Excel workbook. In Excel choose Save As and then “CSV UTF-8”, and attach that file} numbers {This is a Numbers document. In Numbers choose Export To and then CSV, and attach that file} openDocument {This is an OpenDocument file. Save the table as CSV and attach that file} word {This is a Word document. Save it as plain text, or paste the codes} oldOffice {This is an old Excel or Word file. Save it as CSV and attach that file} richText {This is a rich text document. Save it as plain text, or paste the codes} pdf {This is a PDF. Copy the codes out of it and paste them, or ask for the table it was made from} archive {This is a packed archive. Unpack it and attach the files one by one} image {This is a picture, and codes are not read from pictures. Type or paste them} video {This is a video. Codes are read from MP3, FLAC, WAV, AIFF and M4A} otherAudio {This is audio of a kind that is not read here. Codes are read from MP3, FLAC, WAV, AIFF and M4A} midi {This is a MIDI file, which never carries an ISRC: the code belongs to a recording} program {This is a program, which is not opened here. Attach the list of codes as CSV or text} database {This is a database. Export the table as CSV and attach that file} other {It is not clear what kind of file this is. Attach the codes as CSV or text, or paste them}}.',
  'file.no-codes':
    'There is nothing in the file that looks like a code. Check that it is the right file; a table needs a column with ISRC, UPC or other codes.',
  'file.row-too-long':
    'Line {line, number} of the file is longer than the {limitKilobytes, number} KB that one row may have. Check that the file is a list or a table of codes.',
  'file.too-many-columns':
    'Line {line, number} of the file has {count, number} columns; the limit is {limit, number}. Save only the columns that matter and attach it again.',
  'file.quote-open':
    'Line {line, number} of the file opens a quotation mark that is never closed, so the rest cannot be told apart. Close or remove it and attach the file again.',

  'person.hours':
    '<code>{typed}</code> is no span of hours. Type it as in <code>9-21</code>, from nine in the morning until nine in the evening.',
  'person.unknown':
    'Nobody in this team’s books goes by {name}. People come into the books when they stand on a sheet.',
  'person.has-account':
    '{name} has an account already, and links further ones with <code>/splitproof link</code> from there.',
  'person.code':
    'The code <code>{typed}</code> is not known: it was used, or is older than 30 minutes. Ask for a new one with <code>/splitproof link</code>.',
  'person.code-own':
    'You made this code yourself. It is to be typed from the other account: by whoever it is meant for.',
  'person.other-team':
    'This code is from another team. First an admin there joins this place to it with <code>/splitproof link for: team</code>.',
  'person.linked-already': 'This account is {name}’s already.',
  'person.on-sheets':
    'This account is {name}’s, and a sheet waits for {name}. Answer or cancel that sheet first.',
  'person.not-linked': 'This account is nobody’s in this team’s books, so there is nothing to take off.',
  'person.same-team': 'This place belongs to that team already.',
  'person.team-has-ledger':
    'This place has a ledger of its own, which cannot move into another one. Use the other way round: a code from here, typed there.',
  'person.dm-space':
    'This is a direct message with the bot, which belongs to no team. Type it in a workspace or a server.',
  'person.name-taken':
    'Somebody else in this team is called {name} already. Choose a name that nobody takes for theirs.',
  'person.delegate-self': 'You mark for yourself without leave. Name somebody else.',
  'person.delegate-end': 'The end has to be a day within the next year, as in <code>2026-12-31</code>.',
  'person.no-delegation': '{name} has no leave from you that could end.',

  'split.who-unknown':
    'Nobody here goes by {name}. Type the name as it stands in the member list, or in quotation marks (“{name}”) for somebody without an account.',
  'split.who-several':
    'More than one person goes by {name}. Mention the account itself in a typed command, or use a longer name.',
  'split.who-twice':
    '{name} stands on line {before, number} and on line {line, number}. Put both shares on one line.',
  'split.unknown':
    'There is no split sheet that goes by <code>{typed}</code>. <code>/split list</code> shows those there are.',
  'split.several':
    'More than one split sheet goes by <code>{typed}</code>: {titles}. Use the id, as in <code>s_7k2m…</code>.',
  'split.which': 'There is more than one split sheet: {titles}. Name the one you mean, by its title or id.',
  'split.none-yet': 'There is no split sheet yet. Begin one with <code>/split new</code>.',
  'split.not-proposer': 'Only {proposer}, who proposed it, or an admin may do that.',
  'split.not-open':
    '<b>{title}</b> is not open: {state, select, completed {everyone has agreed. A change is an amendment: <code>/split amend</code>} cancelled {it was cancelled. <code>/split revise</code> asks everyone again} lapsed {it has lapsed. <code>/split revise</code> asks everyone again} other {a newer version has taken its place}}.',
  'split.not-agreed':
    '<b>{title}</b> is not agreed yet, so there is nothing to amend. <code>/split revise</code> changes it.',
  'split.no-version': '<b>{title}</b> has no version {version, number}. The newest is {newest, number}.',
  'split.not-party': 'You are not on <b>{title}</b>: the sheet names {names}.',
  'split.has-account':
    '{name} has an account, and marks for themselves. A signed file is for parties without one.',
  'split.who-bot': '{name} is a bot. Only people and companies can be on a sheet.',
  'split.newer':
    '<b>{title}</b> has version {newest, number} by now, which you had not seen. Look at it first: <code>/split status</code>.',
  'split.may-post': 'Only those on <b>{title}</b>, its proposer or an admin may show it elsewhere.',
  'split.agreed-already': '{name} has agreed already, so no signed file is needed.',
  'split.no-such-party': 'Nobody called {typed} stands on <b>{title}</b>. The sheet names {names}.',
  'split.not-posted':
    'The message of <b>{title}</b> is not there yet. Try again in a moment, or post it here with <code>/split post</code>.',
  'split.emoji-stands':
    'Your emoji still stands on the message of <b>{title}</b>. Take it off there; that takes the mark back.',
  'split.nothing-to-take-back': 'You have no mark on <b>{title}</b> that could be taken back.',

  'platform.missing-permission':
    'The bot may not do this here. It lacks {permissions}. An admin can grant it; <code>/splitproof doctor</code> says how.',
  'platform.no-channel':
    'The bot is not in this channel, or the channel is archived. Invite the bot and try again.',
  'platform.no-direct-message': 'No direct message reaches {name}: their settings do not allow it.',
  'platform.unreachable':
    '{platform} does not answer at the moment. Nothing was sent; try again in a minute.',
  'platform.refused':
    '{platform} refused this, with the word <code>{reason}</code>. <code>/splitproof doctor</code> may say why.',

  'evidence.none':
    'This team has no ledger yet. It begins with the first thing that is written down, such as a split sheet or a recording.',
  'evidence.cut':
    'The ledger has {size, plural, one {# entry} other {# entries}}, and {signed, number} were signed: a backup was restored, or entries were lost. Nothing more is written. An admin has to restore a backup that has all {signed, number}.',
  'evidence.forked':
    'The first {size, number} entries of the ledger are not those that were signed: this database is not the one that went on. Nothing more is written. An admin has to bring back the right database.',
  'evidence.heads':
    'The file that keeps the newest signed head of the ledger cannot be used. Nothing more is written. An admin has to bring back the folder that EVIDENCE_HEADS names, or the one beside the database.',
  'evidence.key-changed':
    'The ledger was begun with another key than the one in use now. Nothing more is written. An admin has to bring back the key in EVIDENCE_KEY, or its file beside the database.',
  'evidence.origin-changed':
    'The ledger is called <code>{ledger}</code>, and would be called <code>{now}</code> as things are set now. Nothing more is written. An admin has to set EVIDENCE_ORIGIN as it was.',
  'evidence.clock':
    'The clock of the machine that the bot runs on is {minutes, plural, one {# minute} other {# minutes}} {side, select, ahead {ahead of} other {behind}} the platform’s. Evidence with wrong times would mislead, so none is written. An admin has to set the clock right.',
  'evidence.damaged':
    'Entry {entry, number, ::group-off} of the ledger does not read as it was written: the database was changed or is damaged. An admin has to restore a backup.',
  'evidence.unknown-entry':
    'There is no entry {entry, number, ::group-off} in this ledger. It has {size, plural, one {# entry} other {# entries}}, counted from 0. <code>/evidence list</code> shows the newest.',
  'evidence.erase-needed':
    'Nothing was erased: entry {entries} holds the wording of the newest version or of an agreed one, which the other parties need to prove what they agreed to. Say that it is to go all the same, or leave it out.',

  // What is said of a ledger that is checked, in a bundle or a database.
  ...ledgerProblemWords,
  ...licenseProblemWords,
  ...releaseProblemWords,
  ...splitProblemWords,
  ...catalogProblemWords,
};

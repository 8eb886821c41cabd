/** What is said of codes. Kinds are chosen by `kind`, so that each language can put its own words around them. */
const KIND =
  '{kind, select, isrc {an ISRC} iswc {an ISWC} upc {a UPC} ean {an EAN} gtin {a GTIN} ipi {an IPI name number} ipiBase {an IPI base number} isni {an ISNI} grid {a GRid} dpid {a DPID} ismn {an ISMN} other {a code}}';

export const say = {
  shapeOnly: '<code>{code}</code> has the shape of an ISRC',
  checkDigit: `<code>{code}</code> has the form of ${KIND}, and its check digit agrees`,
  broken: `<code>{code}</code> does not hold as ${KIND}`,
  unknown: '<code>{code}</code> is no code that is checked here',
  remark: '<code>{code}</code>: {remark}',
  prefix: 'Prefix',
  prefixAgency: '<code>{prefix}</code>: issued through {agency} (list of {asOf, date, medium})',
  prefixNoAgency: '<code>{prefix}</code>: on the list of {asOf, date, medium}',
  year: 'Year',
  yearOf: '<code>{year}</code>: the year the code was assigned, most likely {likelyYear}',
  yearOfEarly:
    '<code>{year}</code>: the year the code was assigned, most likely {likelyYear}; on early codes, the year of recording',
  names: 'Names',
  namesWhat:
    '{kind, select, isrc {one recording: not the song, not the release, not the file} iswc {the composition, not a recording of it} upc {the release as a product} ean {the release as a product} gtin {a product} ipi {one name of a writer or publisher} ipiBase {a writer or publisher, under all names} isni {the public identity of a person or group} grid {a digital release} dpid {a company in DDEX messages} ismn {printed music} other {}}',
  stored: 'To compare and store',
  form: 'Form',
  asTyped: 'As typed',
  noCheckDigit:
    'An ISRC has no check digit, so this cannot tell whether the code was issued, or to which recording.',
  agreesOnly:
    'A check digit that agrees catches typing errors. It cannot tell whether the code was issued, or to what.',
  weakCheckDigit:
    'The check digit of {kind, select, ipiBase {an IPI base number} other {an ISWC}} misses about one typing error in ten. It cannot tell whether the code was issued, or to what.',
  overridable:
    'Barcodes with a wrong check digit do exist on real sleeves. If this one is printed so, keep it as it is and note who confirmed it.',
  compare: 'Compare it with the source, then check again.',
  meant:
    '{count, plural, one {Perhaps this was meant: {codes}} other {Perhaps one of these was meant: {codes}}}',
  check: 'Check {code}',
  nothing: 'There is no code in this',
  nothingNext:
    'Send one or more codes, as in <code>/isrc check US-RC1-76-07839</code>, or attach a CSV or text file.',
  many: '{total, plural, one {# code} other {# codes}}: ✅ {good, plural, one {# holds} other {# hold}} · ⚠️ {caution, number} to look at · ❌ {bad, plural, one {# does not hold} other {# do not hold}}',
  manyOfFile:
    '{name}: {total, plural, one {# code} other {# codes}}: ✅ {good, plural, one {# holds} other {# hold}} · ⚠️ {caution, number} to look at · ❌ {bad, plural, one {# does not hold} other {# do not hold}}',
  line: 'line {line, number} <code>{code}</code>: {problem}',
  nth: 'no. {line, number} <code>{code}</code>: {problem}',
  holds: `has the form of ${KIND}, and its check digit agrees`,
  holdsIsrc: 'has the shape of an ISRC, issued through {agency}',
  short:
    '<code>{code}</code> is {count, plural, one {one character} other {# characters}} {way, select, short {short of} other {too long for}} an ISRC',
  fileOnly: 'Only {name} was checked. Send the codes in the text by themselves.',
  firstFileOnly:
    'Only {name} was checked. {count, plural, one {One more file} other {# more files}} came with it; send them one by one.',
  columnNth: 'no.',
  sameAsNth: 'The same code is no. {line, number}.',
  twice: 'the same code {times, plural, =2 {twice} other {# times}}, <code>{code}</code>: lines {lines}',
  twiceNth: 'the same code {times, plural, =2 {twice} other {# times}}, <code>{code}</code>: nos. {lines}',
  more: 'and {count, plural, one {one more} other {# more}}, in the attached file',
  attached: 'Everything is in the attached file, one row for each code you sent.',
  attachedRows: 'The attached file has your rows and columns as they were, with the findings beside them.',
  columnLine: 'line',
  columnCode: 'code as sent',
  columnKind: 'kind',
  columnVerdict: 'verdict',
  columnStored: 'to compare and store',
  columnPrinted: 'to print',
  columnProblems: 'problems',
  columnMeant: 'perhaps meant',
  verdict: '{verdict, select, ok {holds} warn {look at this} missing {no code} other {does not hold}}',
  kindName:
    '{kind, select, isrc {ISRC} iswc {ISWC} upc {UPC} ean {EAN} gtin {GTIN} ipi {IPI name number} ipiBase {IPI base number} isni {ISNI} grid {GRid} dpid {DPID} ismn {ISMN} other {none}}',
  columnUnnamed: 'column {number, number}',
  sameAsLine: 'The same code stands on line {line, number}.',
  reading: '{name}: {rows, plural, one {# row} other {# rows}} read so far',
  columnsRead: 'Codes were found in {count, plural, one {the column} other {the columns}} {names}.',
  missing: '{count, plural, one {# row has} other {# rows have}} no code.',
  encoding:
    'The file was read as {encoding}. If characters look wrong in the result, save the file as UTF-8 and send it again.',
  damaged: 'Some bytes of the file are no text in any encoding known here; they are shown as �.',
  audioNone: '{name} carries no recording code',
  audioSearched: 'Searched: {places}.',
  audioNext: 'Ask whoever delivers the recording for its ISRC, and have it written into the file.',
  audioPlace: '<code>{code}</code> stands in {place}.',
  audioSeveral:
    'A recording has one ISRC. With several, keep the one that was issued first and tell the distributor.',
  audioIncomplete: 'The file ends early or is built wrongly, so a code may have been missed.',
  sourceField:
    'The RIFF field named ISRC holds <code>{text}</code>. That name means “source”, and players do not look for a code there.',
};

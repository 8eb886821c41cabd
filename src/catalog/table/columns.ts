import { inEveryLanguage } from '../../text/translate.ts';

/** The headings of the files that the catalog gives out, and the words that it takes back. */
export const say = {
  kind: 'Kind',
  id: 'Id',
  title: 'Title',
  latin: 'Latin title',
  others: 'Other titles',
  version: 'Version',
  versionTitle: 'Version title',
  versionOf: 'Version of',
  artist: 'Main artist',
  performers: 'Performers',
  duration: 'Duration',
  works: 'Works',
  iswc: 'ISWC',
  samples: 'Samples',
  isrc: 'ISRC',
  source: 'Code given by',
  accept: 'Accepted because',
  audio: 'SHA-256 of the audio file',
  recording: 'recording',
  work: 'work',
};

export type Column = Exclude<keyof typeof say, 'recording' | 'work'>;

/** In the order in which files have them. */
export const RECORDING_COLUMNS = [
  ...(['kind', 'id', 'title', 'latin', 'others', 'version', 'versionTitle', 'versionOf', 'artist'] as const),
  ...(['performers', 'duration', 'works', 'samples', 'isrc', 'source', 'accept', 'audio'] as const),
] satisfies readonly Column[];

export const WORK_COLUMNS = [
  ...(['kind', 'id', 'title', 'latin', 'others', 'iswc', 'source', 'accept'] as const),
] satisfies readonly Column[];

/** What other people write over such columns, as it reads in small letters, letters and digits only. */
const OTHERS: Readonly<Record<Column, readonly string[]>> = {
  kind: ['itemkind', '類型'],
  id: ['catalogid', 'itemid', 'splitproofid'],
  title: [
    ...['titles', 'track', 'tracktitle', 'trackname', 'song', 'songtitle', 'songname', 'recordingtitle'],
    ...[
      'worktitle',
      'recording',
      'maintitle',
      '歌名',
      '歌曲',
      '歌曲名稱',
      '標題',
      '名稱',
      '曲目',
      '作品名稱',
    ],
  ],
  latin: ['titlelatin', 'romanizedtitle', 'titleromanized', 'transliteration', 'englishtitle', '英文曲名'],
  others: [
    'alternativetitle',
    'alternativetitles',
    'alternatetitle',
    'alternatetitles',
    'aka',
    'alias',
    '別名',
  ],
  version: ['versiontype', 'versionkind', 'mix', 'mixversion', 'recordingversion', '版本種類'],
  versionTitle: ['versionname', 'subtitle', 'mixname', 'remixname', '副標題'],
  versionOf: ['original', 'originalrecording', 'parentrecording', 'derivedfrom', '原版'],
  artist: [
    ...['artist', 'artists', 'artistname', 'trackartist', 'primaryartist', 'displayartist', 'performer'],
    ...['band', '演出者', '歌手', '藝人', '藝人名稱'],
  ],
  performers: ['featured', 'featuredartists', 'featuring', 'musicians', 'contributors', '參與演出', '樂手'],
  duration: [
    'length',
    'time',
    'runtime',
    'playtime',
    'playingtime',
    'tracklength',
    '時間',
    '時長',
    '播放時間',
  ],
  works: ['work', 'composition', 'compositions', 'musicalwork', 'musicalworks', '詞曲作品'],
  iswc: ['iswccode', 'iswcs', '國際標準音樂作品碼'],
  samples: ['sample', 'sampleuse', 'samplesused'],
  isrc: ['isrccode', 'isrcs', 'isrcnumber', '國際標準錄音碼'],
  source: ['isrcsource', 'codesource', 'isrcgivenby'],
  accept: ['acceptedfor', 'acceptreason', '接受原因'],
  audio: ['sha256', 'audiosha256', 'filehash', 'audiohash', '音檔雜湊'],
};

/** Durations in whole units, which a heading has to name. */
const UNITS: readonly (readonly [unit: DurationUnit, heading: RegExp])[] = [
  ['ms', /^(?:duration|length|time|tracklength)(?:in)?(?:ms|msec|millis|milliseconds)$|^(?:長度|時間)毫秒$/],
  ['s', /^(?:duration|length|time|tracklength)(?:in)?(?:s|sec|secs|seconds)$|^(?:長度|時間)秒$/],
];

export type DurationUnit = 'ms' | 's';

/** What stands in which place of each row. */
export type Heading = {
  readonly places: ReadonlyMap<Column, number>;
  /** Of durations that are numbers alone; null: they are typed as `3:41`. */
  readonly unit: DurationUnit | null;
  /** Headings that mean nothing here, as they stand in the file. */
  readonly unread: readonly string[];
};

const COLUMNS = Object.keys(OTHERS) as readonly Column[];

let names: ReadonlyMap<string, Column> | undefined;

/** Made for the first file. */
function columnNames(): ReadonlyMap<string, Column> {
  names ??= new Map(
    COLUMNS.flatMap((column) =>
      [...inEveryLanguage(say[column]).map(bare), ...OTHERS[column]].map((name) => [name, column] as const),
    ),
  );
  return names;
}

/** The row of headings as it was understood; null where it holds no titles, so that it is none. */
export function readHeading(cells: readonly string[]): Heading | null {
  const places = new Map<Column, number>();
  const unread: string[] = [];
  let unit: DurationUnit | null = null;
  const known = columnNames();
  for (const [place, cell] of cells.entries()) {
    const name = bare(cell);
    const inUnits = UNITS.find(([, heading]) => heading.test(name))?.[0];
    const column = known.get(name) ?? (inUnits === undefined ? undefined : 'duration');
    if (column === undefined || places.has(column)) {
      if (name !== '') unread.push(cell.trim());
      continue;
    }
    places.set(column, place);
    if (column === 'duration' && inUnits !== undefined && !known.has(name)) unit = inUnits;
  }
  const works = places.get('works');
  // A list of works calls its titles so.
  if (!places.has('title') && works !== undefined) {
    places.set('title', works);
    places.delete('works');
  }
  return places.has('title') ? { places, unit, unread } : null;
}

function bare(heading: string): string {
  return heading
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
}

/** Which kind the rows of a file are of that does not say it itself: columns of recordings alone tell. */
export function kindOf({ places }: Heading): 'recording' | 'work' {
  const ofRecordings = RECORDING_COLUMNS.filter((column) => !WORK_COLUMNS.some((other) => other === column));
  const hasSome = ofRecordings.some((column) => places.has(column));
  return !hasSome && places.has('iswc') ? 'work' : 'recording';
}

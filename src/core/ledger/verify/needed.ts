import { problem } from '../../problem.ts';
import { filePath, readBundlePath } from '../bundle-paths.ts';
import type { Seq } from '../entry-types.ts';
import { WHOLE_LEDGER } from '../manifest.ts';
import { agrees, type SheetState } from '../sheet-state.ts';
import { type Chains, lastOf } from './chains.ts';
import type { SoundFiles } from './files.ts';
import { entryName, type Findings } from './findings.ts';

/** The end of step 7: texts and PDF, what is needed and missing, what is worth a note. */
export function checkNeeded(files: SoundFiles, chains: Chains, findings: Findings): void {
  const { subject } = files.manifest;
  checkTexts(files, chains, findings);
  checkPdf(files, chains, findings);
  if (subject.startsWith('sheet/')) {
    const sheet = chains.sheets.find(subject.slice('sheet/'.length));
    if (sheet !== undefined) needTexts(sheet, chains, findings);
    for (const seq of sheet?.files ?? []) needFile(seq, files, chains, findings);
  } else if (subject !== WHOLE_LEDGER) needItsOwn(subject, files, chains, findings);
  noteMissing(files, chains, findings);
  noteSecondThoughts(chains, findings);
}

type How = 'erased' | 'withheld';

const howGone = ({ erased }: Chains, seq: Seq): How => (erased.has(seq) ? 'erased' : 'withheld');

/** Each of `texts/` is the frozen text of a version that is here. */
function checkTexts({ manifest, sound }: SoundFiles, chains: Chains, findings: Findings): void {
  for (const path of sound) {
    const read = readBundlePath(path);
    if (read?.kind !== 'text') continue;
    const version = chains.sheets.find(read.sheet)?.versions.get(read.version);
    if (version === undefined) findings.add(7, path, problem('text.stray', 'error'));
    else if (version.text !== manifest.files[path]?.sha256) {
      findings.add(7, path, problem('text.file-hash', 'error'));
    }
  }
}

function checkPdf({ manifest, sound }: SoundFiles, { lastExport }: Chains, findings: Findings): void {
  const path = 'split-sheet.pdf';
  const named = lastExport?.data.pdf ?? null;
  if (sound.has(path) && manifest.files[path]?.sha256 !== named) {
    findings.add(7, path, problem('pdf.differs', 'error'));
  }
  const isListed = Object.hasOwn(manifest.files, path);
  if (!isListed && named !== null && manifest.subject !== WHOLE_LEDGER) {
    findings.add(7, path, problem('note.pdf-withheld', 'info'));
  }
}

/** The frozen text of the newest version and of every completed one. */
function needTexts(sheet: SheetState, chains: Chains, findings: Findings): void {
  for (const version of sheet.versions.values()) {
    if (version.textOpen || (version.version !== sheet.newest && version.ended !== 'completed')) continue;
    const details = { sheet: sheet.sheet, version: version.version, how: howGone(chains, version.seq) };
    findings.add(7, entryName(version.seq), problem('needed.text', 'warning', details));
  }
}

function needFile(seq: Seq, { sound }: SoundFiles, chains: Chains, findings: Findings): void {
  const sha256 = chains.facts.files.get(seq);
  if (sha256 === undefined || sound.has(filePath(sha256))) return;
  findings.add(
    7,
    entryName(seq),
    problem('needed.file', 'warning', { entry: seq, how: howGone(chains, seq) }),
  );
}

/** Of another subject than a sheet: all its own sealed parts and files. */
function needItsOwn(subject: string, files: SoundFiles, chains: Chains, findings: Findings): void {
  const newest = lastOf(chains, subject);
  const number = newest === null ? undefined : chains.subjectAt[newest];
  for (const seq of chains.missing) {
    if (chains.subjectAt[seq] !== number) continue;
    const details = { entry: seq, how: howGone(chains, seq) };
    findings.add(7, entryName(seq), problem('needed.sealed', 'warning', details));
  }
  for (const seq of chains.facts.files.keys()) {
    if (chains.subjectAt[seq] === number) needFile(seq, files, chains, findings);
  }
}

function noteMissing({ manifest, sound }: SoundFiles, chains: Chains, findings: Findings): void {
  const files = [...chains.facts.files]
    .filter(([, sha256]) => !sound.has(filePath(sha256)))
    .map(([seq]) => seq);
  for (const [seqs, erased, withheld] of [
    [chains.missing, 'note.sealed-erased', 'note.sealed-withheld'],
    [files, 'note.file-erased', 'note.file-withheld'],
  ] as const) {
    const gone = Object.groupBy(seqs, (seq) => howGone(chains, seq));
    if (gone.erased) findings.add(5, manifest.subject, problem(erased, 'info', several(gone.erased)));
    if (gone.withheld) findings.add(5, manifest.subject, problem(withheld, 'info', several(gone.withheld)));
  }
  const stamps = [...sound].filter((path) => readBundlePath(path)?.kind === 'time-stamp').length;
  if (stamps > 0) findings.add(8, manifest.subject, problem('note.time-stamps', 'info', { count: stamps }));
}

/** Who agreed and took it back after completion: it changes nothing, and the reader should know. */
function noteSecondThoughts(chains: Chains, findings: Findings): void {
  for (const { sheet, versions } of chains.sheets.all()) {
    for (const { version, ended, parties } of versions.values()) {
      if (ended !== 'completed') continue;
      for (const [person, party] of parties) {
        if (agrees(party)) continue;
        findings.add(7, `sheet/${sheet}`, problem('note.agrees-no-more', 'info', { sheet, version, person }));
      }
    }
  }
}

/** As many ranges as fit a line; the count says how many there are in all. */
const MAX_RANGES = 40;

/** Ascending numbers as ranges: `3, 5-9`. */
function several(seqs: readonly Seq[]): { readonly count: number; readonly entries: string } {
  const ranges: [first: Seq, last: Seq][] = [];
  for (const seq of seqs) {
    const range = ranges.at(-1);
    if (range !== undefined && range[1] === seq - 1) range[1] = seq;
    else ranges.push([seq, seq]);
  }
  const shown = ranges
    .slice(0, MAX_RANGES)
    .map(([first, last]) => (first === last ? `${first}` : `${first}-${last}`));
  return { count: seqs.length, entries: [...shown, ...(ranges.length > MAX_RANGES ? ['…'] : [])].join(', ') };
}

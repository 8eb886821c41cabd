import type { LicenseProblemDetails } from '../core/license-problems.ts';

/** What a file turned out to be, or was called, as `found` or `named`. */
const kind = (which: 'found' | 'named') =>
  `{${which}, select, pdf {a PDF} png {a PNG picture} jpeg {a JPEG picture} webp {a WebP picture} gif {a GIF picture} heic {a HEIC picture} tiff {a TIFF picture} text {plain text} email {an e-mail} mp3 {an MP3} mp4 {an MP4 recording} wav {a WAV} ogg {an Ogg recording} windowsProgram {a Windows program} linuxProgram {a Linux program} macProgram {a Mac program} script {a script, which a machine would run} webPage {a web page or drawing that can run things} word {a Word document} excel {an Excel workbook} openDocument {an OpenDocument file} oldOffice {an old Word or Excel file} richText {a rich text document} archive {a packed archive} other {something else}}`;
const unit =
  '{of, select, copies {copies} downloads {downloads} streams {streams} views {views} other {performances}}';

/** The English of what stands in the way of licenses, notes and the files that go with them. */
export const licenseProblemWords: Readonly<Record<keyof LicenseProblemDetails, string>> = {
  'license.day':
    '<code>{typed}</code> is no day that can be read. Type the year first, as in <code>2026-12-11</code>.',
  'license.use':
    '{near, select, none {<code>{found}</code> is no use that is known here. Type one or more of: reproduction, distribution, public performance, communication to the public, broadcasting, making available, synchronization, sampling, remix, mechanical} other {<code>{found}</code> is no use that is known here. Did you mean <code>{near}</code>?}}',
  'license.caps':
    '<code>{found}</code> is no limit that can be read. Type a number and what is counted, as in <code>10000 copies; 50000 streams</code> (copies, downloads, streams, views, performances), or <code>none</code>.',
  'license.caps-twice': `There are two limits on ${unit}. Keep the one that the license names.`,
  'license.made':
    '<code>{found}</code> is no count that can be read. Type how much there is in all, as in <code>8200 copies</code>.',
  'license.party':
    'A name is missing for one side of the license. Type who gives it behind <code>from:</code> and who gets it behind <code>to:</code>.',
  'license.no-caps': `License <code>{id}</code> sets no limit on ${unit}, so there is nothing to count. <code>/license show {id}</code> has what it says.`,
  'license.asset-one':
    'Say what the license is about, one thing: <code>recording:</code>, <code>work:</code>, <code>sample:</code> or <code>artwork:</code>.',
  'license.asset-unknown':
    '“{typed}” is in no license or note, and not in the catalog. Say what it is as well, as in <code>sample {typed}</code>, or look it up with <code>/catalog list</code>.',
  'license.asset-fixed':
    'License <code>{id}</code> is about <b>{title}</b>, and stays so. Record another license for another thing, and end this one if it is wrong.',
  'license.nothing-new':
    'Nothing was changed: what was typed is what license <code>{id}</code> says already.',
  'license.unknown':
    'There is no license that goes by <code>{typed}</code>. <code>/license list</code> shows those there are.',
  'license.near':
    'No license goes by just <code>{typed}</code>. Close to it: <b>{title}</b>. Nothing was changed; use its id, <code>{id}</code>.',
  'license.several':
    'More than one license goes by <code>{typed}</code>: {ids}. Use the id, as in <code>l_7k2m…</code>.',
  'license.which': 'There is more than one license: {ids}. Name the one you mean, by its id.',
  'license.none-yet': 'There is no license yet. Record one with <code>/license add</code>.',
  'license.not-yours':
    'Only {name}, who recorded license <code>{id}</code>, or an admin may change or end it.',
  'license.ended-already':
    'License <code>{id}</code> was ended; its last day is {on, date, medium}. It is not changed any more: record a new one with <code>/license add</code>, or take the end back with <code>/license end {id} date: none</code>.',
  'license.not-ended':
    'License <code>{id}</code> was not ended, so there is no end to take back. Type the last day of it, as in <code>/license end {id} date: 2026-12-11</code>.',
  'license.ask-gone': 'This question is not open any more. Type the command again.',
  'note.nothing': 'There is nothing to keep: type <code>text:</code>, or attach a file.',
  'note.unknown':
    'There is no note <code>{typed}</code>. <code>/evidence notes</code> shows those there are.',
  'file.keep-too-large':
    '<b>{name}</b> is larger than the {limitMegabytes, number} MB that are kept here. Nothing of it was kept. Scan it smaller, or attach the pages that count.',
  'file.keep-kind': `<b>{name}</b> is ${kind('found')}, and that is not kept here. Attach a PDF, a picture, a text or an e-mail.`,
  'file.keep-not-what-named': `<b>{name}</b> is ${kind('found')}, not ${kind('named')}. Nothing of it was kept. Attach the file that you mean.`,
  'file.keep-many':
    '<b>{name}</b> is one too many: of a message, the first {limit, number} files are kept, and {limitMegabytes, number} MB in all. Keep it by itself with <code>/evidence save</code>.',
  'file.keep-cut': '<b>{name}</b> broke off before its end. Nothing of it was kept; attach it again.',
};

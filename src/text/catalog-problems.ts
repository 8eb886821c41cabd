import type { CatalogProblemDetails } from '../core/catalog-problems.ts';

const first = '{first} (<code>{firstId}</code>)';
const second = '{second} (<code>{secondId}</code>)';
const meeting =
  'in {countries, plural, one {# country} other {# countries}}, {to, select, none {from <code>{from}</code> on} other {from <code>{from}</code> to <code>{to}</code>}}';

const span = '<code>{from, number, ::group-off}–{to, number, ::group-off}</code>';

/** The English of what stands against a license, and against giving out a code. */
export const catalogProblemWords: Readonly<Record<keyof CatalogProblemDetails, string>> = {
  'license.term-order':
    'The license ends on <code>{to}</code>, before it begins on <code>{from}</code>. Change one of the two days.',
  'license.cap':
    'The limit on {of, select, copies {copies} downloads {downloads} streams {streams} views {views} other {performances}} has to be a whole number above 0. Type it in digits, or leave it out if there is none.',
  'license.both-exclusive': `${first} and ${second} would hold the same exclusively, ${meeting}. Change where, when or for what one of them holds.`,
  'license.one-exclusive': `${first} and ${second} would hold the same, one of them exclusively, ${meeting}. Check which of the two came first.`,
  'license.passed-on': `${first} and ${second} meet ${meeting}, and one of them had the right from the other. Check that it may be passed on.`,
  'license.other-licensor': `${first} and ${second} meet ${meeting}, with rights from two licensors. Check that each gave only a share of their own.`,

  'catalog.duration':
    '“{typed}” is no playing time. Type minutes and seconds with a colon between, such as <code>3:41</code>.',

  'catalog.unknown':
    'There is no {kind, select, work {work} other {recording}} “{typed}” in the catalog. Look for it with <code>/catalog list</code>, or add it with <code>/catalog add</code>.',
  'catalog.near':
    'No {kind, select, work {work} other {recording}} is called just “{typed}”. Close to it: {near}. Type the whole title, or the id in brackets.',
  'catalog.several':
    '“{typed}” means more than one {kind, select, work {work} other {recording}}: {titles}. Type the id in brackets instead.',
  'catalog.code-elsewhere':
    '<code>{code}</code> is on another item already: {title} (<code>{item}</code>). One code names one thing. Compare both; if it really is on both, say why with <code>accept:</code>.',
  'catalog.code-second':
    'It bears <code>{has}</code> already, and the first code stays. If <code>{code}</code> is in circulation as well, say where from with <code>accept:</code>.',

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

import type { CatalogProblemDetails } from '../core/catalog-problems.ts';

const first = '{first} (<code>{firstId}</code>)';
const second = '{second} (<code>{secondId}</code>)';
const meeting =
  'in {countries, plural, one {# country} other {# countries}}, {to, select, none {from <code>{from}</code> on} other {from <code>{from}</code> to <code>{to}</code>}}';

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
};

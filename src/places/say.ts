/** What is said about countries that somebody names, in English: the keys of every language. */
export const say = {
  list: '{items}',
  without: '{places} without {left}',
  counts: '{places} ({countries, plural, one {# country} other {# countries}})',
  ask: '“{typed}” counts {countries, plural, one {# country} other {# countries}} here. Is that what it says?',
  language:
    '“{input}”: no list of these countries is agreed; {count, plural, one {one is} other {# are}} counted here.',
  part: '“{input}” is only a part of a country. Whole countries are counted here: {country}.',
  counted: 'Counted: {members}.',
  next: 'If not, name the countries. Nothing is kept before you say so.',
  yes: 'Yes, {countries, plural, one {this one country} other {these # countries}}',
  unread: 'Not all of “{typed}” can be read as places',
  unreadNext: 'Type the countries by name, as in <code>Japan, BR, EU except Germany</code>.',
};

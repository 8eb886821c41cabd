import { describe, expect, it } from 'vitest';
import { findTerritories } from '../../../src/core/territory.ts';
import { nameOf, read } from './read.ts';

describe('inputs that need care', () => {
  it.each([
    // A word that means two things becomes a question and no place.
    ['NA', '? NA north-america'],
    ['N.A.', '? NA north-america'],
    ['na', '? NA north-america'],
    ['Congo', '? CG CD'],
    ['剛果', '? CG CD'],
    ['Virgin Islands', '? VG VI'],
    ['New Guinea', '? PG ID GN'],
    ['多明尼加', '? DO DM'],
    ['Guiana', '? GY GF'],
    // Read one way, and said so.
    ['Georgia', 'GE'],
    ['Georgia, US', 'GE US'],
    ['State of Georgia', 'US'],
    ['喬治亞州', 'US'],
    ['South Georgia', 'GS'],
    ['Korea', 'KR'],
    ['North Korea', 'KP'],
    ['Korea, Republic of', 'KR'],
    ['China', 'CN'],
    ['Greater China', '{greater-china}'],
    ['America', 'US'],
    ['South America', '{south-america}'],
    ['the Americas', '{americas}'],
    ['Guinea', 'GN'],
    ['Equatorial Guinea', 'GQ'],
    ['Guinea-Bissau', 'GW'],
    ['Papua New Guinea', 'PG'],
    ['Ireland', 'IE'],
    ['Northern Ireland', 'GB'],
    ['UK & Ireland', '{uk-ie}'],
    ['Ireland and the UK', 'IE GB'],
    ['England, Scotland, Wales', 'GB'],
    ['Jersey', 'JE'],
    ['New Jersey', 'US'],
    ['New Mexico', 'US'],
    ['內蒙古', 'CN'],
    ['蒙古', 'MN'],
    ['Saint Martin', 'MF'],
    ['Sint Maarten', 'SX'],
    ['Republic of China', 'TW'],
    ["People's Republic of China", 'CN'],
    ['Congo-Kinshasa', 'CD'],
    ['Republic of the Congo', 'CG'],
    // Codes that are words: an item, or nothing.
    ['IN', 'IN'],
    ['in', 'IN'],
    ['NO', 'NO'],
    ['is', 'IS'],
    ['ME', 'ME'],
    ['SO', 'SO'],
    ['IND', 'IN'],
    ['uk', 'GB'],
    ['GB', 'GB'],
    // A name inside a name is not the name.
    ['Indian Ocean', '!Indian Ocean'],
    ['Germany, Gulf of Mexico', 'DE !Gulf of Mexico'],
    ['Northern Cyprus', '!Northern Cyprus'],
    ['Dominican Republic', 'DO'],
    ['Dominica', 'DM'],
    ['American Samoa', 'AS'],
    ['Samoa', 'WS'],
    ['South Sudan', 'SS'],
    ['Sudan', 'SD'],
    ['British Virgin Islands', 'VG'],
    ['Niger', 'NE'],
    ['Nigeria', 'NG'],
  ])('%s is read as %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['Georgia', ['GE', 'US']],
    ['America', ['US', 'north-america', 'latam']],
    ['St. Martin', ['MF', 'SX']],
  ])('%s is read, and the other meaning offered', (text, choices) => {
    const [question] = findTerritories(text).questions;
    expect(question?.kind === 'reading' && question.choices.map(nameOf)).toEqual(choices);
  });

  it.each([
    'Korea',
    'China',
    'Ireland',
    'Guinea',
    'Jersey',
    'Dominica',
    'Samoa',
    'Sudan',
    'Scotland',
    'Texas',
    'CH',
    'TR',
    'GG',
  ])('%s carries a remark in both languages', (text) => {
    const remarks = findTerritories(text).places.flatMap((place) => place.remarks);
    expect(remarks.length).toBeGreaterThan(0);
    for (const words of remarks) expect(words['zh-Hant']).toMatch(/\p{sc=Han}/u);
  });

  it('says when a word was taken for a code', () => {
    const asCode = (text: string) =>
      findTerritories(text).places.map((place) => 'country' in place && place.asCode);
    expect(asCode('IN')).toEqual([true]);
    expect(asCode('no, se')).toEqual([true, true]);
    expect(asCode('India')).toEqual([false]);
    expect(asCode('JP')).toEqual([false]);
  });
});

describe('lists', () => {
  it.each([
    ['US, UK and 日本', 'US GB JP'],
    ['us uk jp', 'US GB JP'],
    ['NO SE DK', 'NO SE DK'],
    ['no, se, dk', 'NO SE DK'],
    ['GB;FR;DE', 'GB FR DE'],
    ['GB/FR/DE', 'GB FR DE'],
    ['UK/IE', '{uk-ie}'],
    ['EU/EEA', '{eea}'],
    ['Germany\nAustria\nSwitzerland', 'DE AT CH'],
    ['台灣、香港、澳門', 'TW HK MO'],
    ['臺灣，香港和澳門', 'TW HK MO'],
    ['日本・台湾・香港', 'JP TW HK'],
    ['한국, 일본', 'KR JP'],
    ['السعودية والإمارات', 'SA AE'],
    ['España y México', 'ES MX'],
    ['Brasil e Portugal', 'BR PT'],
    ['Österreich und Schweiz', 'AT CH'],
    ['Россия и Казахстан', 'RU KZ'],
    ['Trinidad and Tobago and Jamaica', 'TT JM'],
    ['Bosnia & Herzegovina, Serbia', 'BA RS'],
    ['アンティグア・バーブーダ', 'AG'],
    ['US, USA, United States, 美國', 'US'],
    ['Hongkong, hong kong', 'HK'],
    ['USA, GBR, JPN', 'US GB JP'],
    ['🇯🇵🇹🇼 :flag-kr:', 'JP TW KR'],
    ['ＵＳＡ，ＪＰ', 'US JP'],
    ['the Netherlands, the Bahamas', 'NL BS'],
    ['DACH, Benelux and the Nordics', '{dach} {benelux} {nordics}'],
    ['Germany, Germany, Germny', 'DE !Germny'],
    ['UK and IN', 'GB IN'],
    ['UK and in', 'GB'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

describe('running text', () => {
  it.each([
    ['release in Germany and Brasil next month', 'DE BR'],
    ['what do I need for Japan?', 'JP'],
    ['tell us what is in it for me', '!tell us what is in it for me'],
    ['no, there is so much to do in Norway', 'NO'],
    ['a DJ mix with a PR campaign in DE, FR and IT', 'DE FR IT'],
    ['out in the US and the UK', 'US GB'],
    ['we go to India, not to Indiana', 'IN US'],
    ['release in Wakanda and Germany', 'DE !Wakanda'],
    ['RELEASE IN US AND GERMANY', 'US DE'],
    ['TELL US ABOUT GERMANY', 'DE'],
    ['the island of Malta', 'MT'],
    ['下個月在德國和巴西發行', 'DE BR'],
    ['在US跟日本發行', 'US JP'],
    ['在瓦甘達和德國發行', 'DE !瓦甘達'],
    ['日本語版を台湾で', 'TW'],
    ['タイトルはタイで', 'TH'],
    ['한국에서 일본과 중국으로', 'KR JP CN'],
    ["Germany's charts", 'DE'],
    ['albüm Çin için hazır', 'CN'],
    ['albüm cin için hazır', '!cin için hazır'],
    ['Is it out in Chad, Jordan, Turkey and Georgia?', 'TD JO TR GE'],
  ])('%s is %s', (text, expected) => {
    expect(read(text)).toBe(expected);
  });
});

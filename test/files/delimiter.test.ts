import { describe, expect, it } from 'vitest';
import { findLayout } from '../../src/files/table/delimiter.ts';

const rows: readonly (readonly [what: string, delimiter: string | null, text: string])[] = [
  ['commas', ',', 'Title,ISRC\nNight Bus,USRC17607839\n'],
  ['semicolons beside decimal commas', ';', 'Title;Length;ISRC\nA;3,25;x\nB;4,10;y\nC;2,59;z\n'],
  ['tabs beside commas in titles', '\t', 'Title\tISRC\nHello, World\tx\nGood, Bad, Ugly\ty\n'],
  ['bars', '|', 'a|b\nc|d\n'],
  ['commas in quotes do not count', ';', '"a,b";c\n"d,e,f";g\n'],
  ['line breaks in quotes do not count', ',', '"a\nb",c\n"d\n\n;e",f\n'],
  ['a quote that is an inch', ',', 'Title,ISRC\n12" Mix,x\n7" Edit,y\n'],
  ['ragged rows', ',', 'a,b,c\nd,e\nf,g,h\ni,j,k,\nl,m,n\n'],
  ['CR alone, as old Macs write', ',', 'a,b\rc,d\r'],
  ['a list', null, 'USRC17607839\nGBAYE6900531\n'],
  ['one line', null, 'USRC17607839, GBAYE6900531'],
  ['sentences', null, 'Hi Ana, here they are:\nUSRC17607839\nGBAYE6900531\nQZ1232000001\nThanks, Bo\n'],
  ['nothing', null, ''],
];

describe('how rows are divided', () => {
  it.each(rows)('%s: %j', (_what, delimiter, text) => {
    expect(findLayout(text).delimiter).toBe(delimiter);
  });

  it("follows Excel's own line", () => {
    expect(findLayout('sep=;\r\na,b;c\r\n')).toEqual({ delimiter: ';', quoted: true, separatorLine: true });
  });

  it('takes quotes off a list where most lines stand in them', () => {
    expect(findLayout('"USRC17607839"\n"GBAYE6900531"\n').quoted).toBe(true);
    expect(findLayout('USRC17607839\n"Heroes"\nGBAYE6900531\n').quoted).toBe(false);
  });
});

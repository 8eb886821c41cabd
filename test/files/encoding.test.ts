import { fc, test as property } from '@fast-check/vitest';
import { describe, expect, it } from 'vitest';
import { TextDecoding } from '../../src/files/encoding.ts';
import { gathered, inChunks } from './chunks.ts';

async function decode(bytes: Uint8Array, chunkBytes = 1000) {
  const decoding = new TextDecoding();
  const text = (await gathered(decoding.decode(inChunks(bytes, chunkBytes)))).join('');
  return { text, encoding: decoding.encoding, damaged: decoding.damaged };
}

/** Bytes as another program wrote them, in hexadecimal. */
const rows: readonly (readonly [encoding: string, text: string, hex: string])[] = [
  ['big5', '歌名,國際標準錄音碼', 'ba71a657 2c b0eabbdabcd0b7c7bffdadb5bd58'],
  ['big5', '歌手', 'ba71a4e2'],
  ['big5', '許功蓋', 'b35ca55cbb5c'],
  ['shift_jis', '曲名,東京', '8bc896bc 2c 938c8b9e'],
  ['shift_jis', 'ヨルシカ', '8388838b83568340'.replace('8340', '834a')],
  ['gb18030', '歌手', 'b8e8cad6'],
  ['gb18030', '周杰伦', 'd6dcbddcc2d7'],
  ['windows-1252', 'Beyoncé', '4265796f6e63e9'],
  ['windows-1252', 'Älter, “Größer” – ¿Qué?', 'c46c7465722c20934772f6df6572942096 20bf5175e93f'],
  ['utf-8', '夜車 é', 'e5a49ce8bb8a20c3a9'],
  ['utf-8', '夜車', 'efbbbfe5a49ce8bb8a'],
  ['utf-16le', 'é,夜', 'fffee9002c001c59'],
  ['utf-16be', 'é,夜', 'feff00e9002c591c'],
  ['utf-16le', 'ISRC\t1', '490053005200430009003100'],
];

describe('the encoding of a text', () => {
  it.each(rows)('%s: %s', async (encoding, text, hex) => {
    const bytes = Buffer.from(hex.replaceAll(' ', ''), 'hex');
    for (const size of [1, 2, 1000])
      expect(await decode(bytes, size)).toEqual({ text, encoding, damaged: false });
  });

  it('is found even where the first character beyond ASCII comes after a megabyte', async () => {
    const plain = 'USRC17607839\n'.repeat(80_000);
    const { text, encoding } = await decode(
      Buffer.concat([Buffer.from(plain), Buffer.from('ba71a4e2', 'hex')]),
    );
    expect(encoding).toBe('big5');
    expect(text).toBe(`${plain}歌手`);
  });

  it('stays UTF-8 where some bytes broke, and says so', async () => {
    const bytes = Buffer.concat([Buffer.from('夜車,周杰倫,晴天'), Buffer.from([0xe5, 0x0a])]);
    expect(await decode(bytes)).toEqual({
      text: '夜車,周杰倫,晴天\ufffd\n',
      encoding: 'utf-8',
      damaged: true,
    });
  });

  property.prop([fc.string({ unit: 'grapheme' }), fc.integer({ min: 1, max: 9 })])(
    'UTF-8 comes through whole, however it arrives',
    async (text, size) => {
      fc.pre(!text.startsWith('\ufeff') && !text.includes('\ufffd') && !text.includes('\0'));
      expect(await decode(Buffer.from(text), size)).toEqual({ text, encoding: 'utf-8', damaged: false });
    },
  );
});

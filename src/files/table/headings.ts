import type { Kind } from '../../core/identifiers/kind.ts';

/** What people write over a column of codes, as it reads after NFKC, in small letters, letters and digits only. */
const NAMES: readonly (readonly [kind: Kind, name: RegExp])[] = [
  ['isrc', /isrc|國際標準錄音|国际标准录音|國際標準音像/],
  ['iswc', /iswc|國際標準音樂作品|国际标准音乐作品/],
  ['ismn', /ismn/],
  ['isni', /isni/],
  ['grid', /^grid$|releaseid(?:entifier)?grid/],
  ['dpid', /^dpid$|ddexpartyid/],
  ['ipi-base', /ipibase/],
  ['ipi', /ipi|^cae(?:no|number)?$/],
  ['gtin', /upc|gtin|barcode|icpn|^(?:ean|jan)(?:8|13|code)?$|eancode|條碼|条码|條形碼|条形码|バーコード/],
];

/** The kind of code that a heading promises, or null. What stands below it decides. */
export function kindNamedBy(heading: string): Kind | null {
  const name = heading
    .slice(0, 100)
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '');
  return NAMES.find(([, pattern]) => pattern.test(name))?.[0] ?? null;
}

const WORDS = new Set([
  ...[
    '',
    '-',
    '--',
    '/',
    '.',
    '?',
    'x',
    'na',
    'n/a',
    'n.a.',
    '#n/a',
    'nil',
    'null',
    'none',
    'no',
    'tba',
    'tbd',
    'tbc',
  ],
  ...['pending', 'missing', 'unknown', 'open', '無', '沒有', '未有', '待補', '待定', '尚無', '申請中'],
]);

/** A cell that says in somebody's own way that there is no code yet. */
export function isMissing(cell: string): boolean {
  return cell.length < 20 && WORDS.has(cell.normalize('NFKC').replace(/[—–−]/g, '-').trim().toLowerCase());
}

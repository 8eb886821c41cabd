import type { Context } from '../../bot/command.ts';
import type { OutFile, Reply } from '../../bot/reply.ts';
import { UserError } from '../../core/problem.ts';
import { printedSeries } from '../../core/series.ts';
import { writeCsv } from '../../export/csv.ts';
import { listSeries, type Series } from '../../store/series.ts';
import { plain, type Words } from '../../text/spans.ts';
import { displayOf } from '../labels.ts';
import { type Audit, type AuditRow, type AuditState, auditOf } from './audit-rows.ts';
import { findSeries, type What } from './choose-series.ts';
import { say } from './say.ts';
import { momentOf } from './series-words.ts';

export type AuditInput = { readonly typed: string | undefined; readonly year: number | undefined };

/** More than a phone shows at once stands in the file alone. */
const MOST_SHOWN = 10;

/** `/isrc list` and `/id list`: every code of a prefix or pool, as an agency may ask for it. */
export async function askAudit(what: What, { typed, year }: AuditInput, context: Context): Promise<Reply> {
  const { house, asker, t } = context;
  const all =
    typed === undefined
      ? await listSeries(house.db, asker.team, what.schemes)
      : [await findSeries(house, asker.team, what, typed)];
  if (all.length === 0) throw new UserError({ code: 'assign.none', details: { kind: what.kind } });
  const isPrefix = what.kind === 'prefix';
  const wanted = isPrefix ? (year ?? (await momentOf(house, asker.team)).year) : null;
  const audits: { readonly series: Series; readonly audit: Audit }[] = [];
  for (const series of all) audits.push({ series, audit: await auditOf(house, asker.team, series, wanted) });
  const rows = audits.flatMap(({ series, audit }) => audit.rows.map((row) => ({ series, row })));
  const count = rows.filter(({ row }) => row.state === 'given' || row.state === 'burnt').length;
  const doubt = audits.some(({ audit }) => audit.counts.unexplained > 0);
  const shown = rows.slice(0, MOST_SHOWN);
  return {
    tone: doubt ? 'caution' : 'plain',
    title: wanted === null ? t(say.poolAudit, { count }) : t(say.prefixAudit, { count, year: wanted }),
    facts: audits.map(({ series, audit }) => ({
      label: printedSeries(series),
      value: t(say.auditCounts, audit.counts),
    })),
    list: shown.map(({ series, row }) => ({ text: lineOf(series, row, t) })),
    text: [
      ...(rows.length > shown.length ? [t(say.auditMore, { count: rows.length - shown.length })] : []),
      ...(doubt ? [t(say.auditDoubt)] : []),
    ],
    ...(rows.length === 0 ? {} : { files: [await fileOf(rows, wanted, context)] }),
  };
}

function lineOf({ scheme }: Series, { state, code, to, title }: AuditRow, t: Context['t']): Words {
  const first = displayOf({ scheme, code });
  const shown = to === null ? first : `${first} – ${displayOf({ scheme, code: to })}`;
  return title === ''
    ? t(say.auditLineBare, { code: shown, state: t(STATES[state]) })
    : t(say.auditLine, {
        code: shown,
        title,
        state: state === 'given' ? '' : t(STATES[state]),
        has: state === 'given' ? 'no' : 'yes',
      });
}

const STATES: Readonly<Record<AuditState, string>> = {
  given: say.stateGiven,
  burnt: say.stateBurnt,
  registered: say.stateRegistered,
  dropped: say.stateDropped,
  unfinished: say.stateUnfinished,
  unexplained: say.stateUnexplained,
};

type Rows = readonly { readonly series: Series; readonly row: AuditRow }[];

async function fileOf(rows: Rows, year: number | null, { t, timeZone }: Context): Promise<OutFile> {
  const isPool = year === null;
  const day = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const heads = isPool
    ? [say.columnNumber, say.columnFor, say.columnDate, say.columnWho, say.columnState]
    : [
        ...[say.columnIsrc, say.columnTitle, say.columnVersion, say.columnArtist, say.columnDuration],
        ...[say.columnDate, say.columnWho, say.columnState],
      ];
  const cells = rows.map(({ series: { scheme }, row }) => {
    const { code, to, title, version, artist, duration, at, who, state } = row;
    const shown = displayOf({ scheme, code });
    const whole = to === null ? shown : `${shown} – ${displayOf({ scheme, code: to })}`;
    const rest = [at === null ? '' : day.format(at), who, plain(t(STATES[state]))];
    return isPool ? [whole, title, ...rest] : [whole, title, version, artist, duration, ...rest];
  });
  return {
    name: isPool ? 'codes.csv' : `isrc-${year}.csv`,
    mediaType: 'text/csv',
    bytes: writeCsv([heads.map((head) => plain(t(head))), ...cells]),
  };
}

import { randomBytes } from 'node:crypto';
import type { House } from '../../../src/bot/command.ts';
import { addItem } from '../../../src/catalog/change.ts';
import { giveIsrcs, type Standing } from '../../../src/catalog/giving/give-isrcs.ts';
import { addSeries } from '../../../src/catalog/giving/keep-series.ts';
import type { Range } from '../../../src/core/assignment.ts';
import type { RecordingContent } from '../../../src/core/catalog/items.ts';
import { builtInPrefixes } from '../../../src/core/identifiers/prefixes.ts';
import { UserError } from '../../../src/core/problem.ts';
import type { SeriesScheme } from '../../../src/core/series.ts';
import type { EvidenceMeans } from '../../../src/store/evidence.ts';
import { headsInMemory } from '../../../src/store/evidence-heads.ts';
import type { Db } from '../../../src/store/tables.ts';
import { inTransaction } from '../../../src/store/transaction.ts';
import { evidenceWith, NOW, newKey, TEAM } from '../../store/evidence-room.ts';
import { bareHouse } from '../../support/bare-house.ts';

/** A house with a database, a ledger and a clock that can be set, and with nothing else. */
export type GivingRoom = {
  readonly house: House;
  readonly means: Pick<EvidenceMeans, 'key' | 'heads'>;
  setClock(at: Date): void;
  /** The same database and clock for another process: what it knows, it reads again. */
  reopen(db?: Db): GivingRoom;
  addRecording(content?: Partial<RecordingContent>): Promise<string>;
  addPrefix(name?: string, ranges?: readonly Range[], scheme?: SeriesScheme): Promise<string>;
  /** @returns each recording's code, or how it stands */
  give(series: string, ...recordings: readonly string[]): Promise<readonly string[]>;
  /** The code of the refusal. */
  refusal(work: () => Promise<unknown>): Promise<string>;
};

const CONTENT: RecordingContent = {
  ...{ title: 'Night Bus', latin: null, others: [], versionKind: 'original', versionTitle: null },
  ...{ mainArtist: 'Ana', performers: [], durationMs: 221_000, versionOf: null, samples: null, audio: null },
};

export function openGivingRoom(
  db: Db,
  means: GivingRoom['means'] = { key: newKey(), heads: headsInMemory() },
  clock = { at: NOW },
  team = TEAM,
): GivingRoom {
  const now = () => clock.at;
  const randomHex = (bytes: number) => randomBytes(bytes).toString('hex');
  const house: House = {
    ...bareHouse,
    ...{ db, evidence: evidenceWith({ ...means, now }), now, randomHex, newId: () => randomHex(10) },
    ...{ prefixes: builtInPrefixes, commands: [], version: '1.2.3', diagnose: async () => [] },
    settings: { ofTeam: async () => ({}), ofAccount: async () => ({}) } as unknown as House['settings'],
  };
  const moment = () => ({ at: now().toISOString(), year: now().getUTCFullYear() });
  return {
    house,
    means,
    setClock: (at) => {
      clock.at = at;
    },
    reopen: (other = db) => openGivingRoom(other, means, clock, team),
    addRecording: (content = {}) =>
      inTransaction(db, (transaction) =>
        addItem(house, transaction, team, { kind: 'recording', content: { ...CONTENT, ...content } }, null),
      ),
    async addPrefix(name = 'QZABC', ranges = [[1, 99_999]], scheme = 'isrc') {
      const wanted = { scheme, name, length: scheme === 'gtin' ? (12 as const) : null, ranges };
      const { series } = await inTransaction(db, (transaction) =>
        addSeries(house, transaction, team, wanted, moment(), null),
      );
      return series.id;
    },
    async give(series, ...recordings) {
      const order = { recordings, word: null, series, timeZone: 'UTC', by: null };
      const found = await inTransaction(db, (transaction) => giveIsrcs(house, transaction, team, order));
      if (found.some(({ kind }) => kind === 'given')) await house.evidence.head(db, team);
      return found.map(said);
    },
    async refusal(work) {
      try {
        await work();
      } catch (error) {
        if (error instanceof UserError) return error.problem.code;
        throw error;
      }
      return 'no refusal';
    },
  };
}

function said(standing: Standing): string {
  if (standing.kind === 'given') return standing.given.code;
  return standing.kind === 'bears' ? `bears ${standing.isrcs.map(({ code }) => code)}` : standing.kind;
}

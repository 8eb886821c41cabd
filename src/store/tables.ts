import type { Kysely } from 'kysely';
import type { CatalogTables } from './catalog-tables.ts';
import type { ReleaseTables } from './release-tables.ts';

/** Ids are text, times are epoch milliseconds UTC, booleans 0 or 1. */
export type Tables = CatalogTables &
  ReleaseTables & {
    readonly team: { readonly id: string; readonly created_at: number };
    readonly space: {
      readonly id: string;
      readonly team_id: string;
      readonly platform: string;
      readonly platform_space_id: string;
      readonly name: string | null;
      readonly created_at: number;
    };
    readonly account: {
      readonly id: string;
      readonly team_id: string;
      readonly space_id: string;
      readonly platform_account_id: string;
      readonly display_name: string | null;
      readonly created_at: number;
    };
    readonly received: { readonly platform: string; readonly event_id: string; readonly received_at: number };
    readonly kv: {
      readonly team_id: string;
      readonly namespace: string;
      readonly key: string;
      readonly value: string;
      readonly expires_at: number | null;
    };
    readonly ledger: {
      readonly team_id: string;
      readonly origin: string;
      readonly size: number;
      readonly last_at: string;
    };
    readonly entry: {
      readonly team_id: string;
      readonly seq: number;
      readonly subject: string;
      readonly type: string;
      readonly text: string;
    };
    readonly sealed: { readonly team_id: string; readonly seq: number; readonly text: string | null };
    readonly node: {
      readonly team_id: string;
      readonly level: number;
      readonly position: number;
      readonly hash: string;
    };
    readonly checkpoint: { readonly team_id: string; readonly size: number; readonly text: string };
    readonly file: {
      readonly team_id: string;
      readonly sha256: string;
      readonly name: string;
      readonly media_type: string;
      readonly base64: string;
    };
    readonly person: {
      readonly team_id: string;
      readonly id: string;
      readonly display_name: string;
      readonly legal_name: string | null;
      readonly ipi: string | null;
      readonly isni: string | null;
      readonly society: string | null;
      readonly shows_numbers: number;
      readonly hours: string | null;
      readonly created_at: number;
    };
    readonly link: {
      readonly team_id: string;
      readonly seq: number;
      readonly person_id: string;
      readonly platform: string;
      readonly space: string;
      readonly account: string;
      readonly ended_by: number | null;
    };
    readonly delegation: {
      readonly team_id: string;
      readonly seq: number;
      readonly person_id: string;
      readonly delegate_id: string;
      readonly scope: string;
      readonly ends_at: number;
      readonly ended_by: number | null;
    };
    readonly sheet: {
      readonly team_id: string;
      readonly id: string;
      readonly title: string;
      readonly newest: number;
      readonly state: string;
      readonly created_at: number;
    };
    readonly sheet_version: {
      readonly team_id: string;
      readonly sheet_id: string;
      readonly version: number;
      readonly proposer_id: string;
      readonly content: string;
      readonly text_hash: string;
      readonly language: string;
      readonly time_zone: string;
      readonly created_at: number;
      readonly ends_at: number;
    };
    readonly sheet_party: {
      readonly team_id: string;
      readonly sheet_id: string;
      readonly version: number;
      readonly person_id: string;
    };
    readonly sheet_message: {
      readonly team_id: string;
      readonly platform: string;
      readonly space: string;
      readonly channel: string;
      readonly message: string;
      readonly thread: string | null;
      readonly sheet_id: string;
      readonly version: number;
      readonly posted_at: number;
      readonly looked_at: number;
      readonly gone_at: number | null;
    };
    readonly reaction: {
      readonly team_id: string;
      readonly platform: string;
      readonly space: string;
      readonly channel: string;
      readonly message: string;
      readonly account: string;
      readonly emoji: string;
      readonly mark: string;
      readonly stands: number;
      readonly platform_time: string | null;
      readonly changed_at: number;
    };
    readonly job: {
      readonly team_id: string;
      readonly id: string;
      readonly kind: string;
      readonly key: string;
      readonly platform: string | null;
      readonly payload: string;
      readonly due_at: number;
      readonly state: string;
      readonly wanted: number;
      readonly tries: number;
      readonly lease: string | null;
      readonly leased_until: number | null;
      readonly last_error: string | null;
      readonly created_at: number;
    };
    readonly migration: { readonly name: string; readonly applied_at: number };
  };

/** A handle to the database, or to the transaction that is open on it. */
export type Db = Kysely<Tables>;

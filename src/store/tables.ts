import type { Kysely } from 'kysely';

/** Ids are text, times are epoch milliseconds UTC, booleans 0 or 1. */
export type Tables = {
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
  readonly migration: { readonly name: string; readonly applied_at: number };
};

/** A handle to the database, or to the transaction that is open on it. */
export type Db = Kysely<Tables>;

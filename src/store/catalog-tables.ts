/** The tables of the catalog, of codes and of permissions; see `migrations/0003-catalog.ts`. */
export type CatalogTables = {
  readonly catalog_item: {
    readonly team_id: string;
    readonly kind: string;
    readonly id: string;
    readonly content: string;
    readonly created_at: number;
    readonly version_of: string | null;
    readonly gone_at: number | null;
  };
  readonly recording_work: {
    readonly team_id: string;
    readonly recording_id: string;
    readonly work_id: string;
  };
  readonly sheet_recording: {
    readonly team_id: string;
    readonly sheet_id: string;
    readonly version: number;
    readonly recording_id: string;
  };
  readonly catalog_term: {
    readonly team_id: string;
    readonly term: string;
    readonly kind: string;
    readonly item_id: string;
  };
  readonly catalog_gap: {
    readonly team_id: string;
    readonly gap: string;
    readonly kind: string;
    readonly item_id: string;
  };
  readonly series: {
    readonly team_id: string;
    readonly id: string;
    readonly scheme: string;
    readonly name: string;
    readonly realm: string;
    readonly length: number | null;
    readonly ranges: string;
    readonly closed: number;
    readonly last: number | null;
    readonly last_year: number | null;
    readonly last_at: string | null;
    readonly created_at: number;
  };
  readonly given_code: {
    readonly team_id: string;
    readonly scheme: string;
    readonly code: string;
    readonly realm: string;
    readonly series_id: string;
    readonly year: number | null;
    readonly number: number;
    readonly given_for: string;
    readonly target: string;
    readonly seq: number;
    readonly given_at: number;
    readonly burnt_at: number | null;
  };
  readonly item_code: {
    readonly team_id: string;
    readonly scheme: string;
    readonly code: string;
    readonly kind: string;
    readonly item_id: string;
    readonly how: string;
    readonly source: string | null;
    readonly accepted_for: string | null;
    readonly seq: number;
    readonly since: number;
  };
  readonly dropped_code: {
    readonly team_id: string;
    readonly scheme: string;
    readonly code: string;
  };
  readonly license: {
    readonly team_id: string;
    readonly id: string;
    readonly asset_kind: string;
    readonly asset_id: string;
    readonly title: string;
    readonly content: string;
    readonly state: string;
    readonly last_day: string | null;
    readonly created_at: number;
  };
  readonly note: {
    readonly team_id: string;
    readonly id: string;
    readonly asset_kind: string | null;
    readonly asset_id: string | null;
    readonly content: string;
    readonly message: string | null;
    readonly created_at: number;
  };
};

/** The tables of releases; see `migrations/0004-releases.ts`. */
export type ReleaseTables = {
  readonly release: {
    readonly team_id: string;
    readonly id: string;
    readonly title: string;
    readonly content: string;
    readonly day: string;
    readonly state: string;
    readonly created_at: number;
    readonly revision: number;
  };
  readonly release_track: {
    readonly team_id: string;
    readonly release_id: string;
    readonly position: number;
    readonly recording_id: string;
  };
  readonly release_reminder: {
    readonly team_id: string;
    readonly release_id: string;
    readonly day: string;
    readonly days_before: number;
    readonly state: string;
    readonly channel: string | null;
    readonly message: string | null;
    readonly done_by: string | null;
    readonly done_at: number | null;
  };
  readonly caution_read: {
    readonly team_id: string;
    readonly release_id: string;
    readonly caution: string;
    readonly person_id: string;
    readonly read_at: number;
  };
};

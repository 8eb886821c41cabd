/** Where an event comes from, as Slack's bodies say it. An app of a whole organization may be told no team. */
export type SpaceIds = {
  readonly team: string | null | undefined;
  readonly enterprise: string | null | undefined;
  readonly orgWide: boolean;
};

/**
 * The space of a workspace: its team id; for an app that is installed organization-wide, the organization's id and
 * the team's together, or the organization's alone where Slack names no team.
 *
 * A workspace with an app of its own keeps its team id when it later moves into an organization, and so its data.
 */
export function spaceOf({ team, enterprise, orgWide }: SpaceIds): string {
  if (!orgWide || !enterprise) return team ?? enterprise ?? '';
  return team && team !== enterprise ? `${enterprise}.${team}` : enterprise;
}

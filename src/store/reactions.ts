import type { MessagePlace } from '../core/ledger/entry-types.ts';
import type { Db, Tables } from './tables.ts';
import { storable } from './text.ts';

export type MarkWord = 'approve' | 'dispute';

/** One emoji of one account on one message of ours, or a press of its button: there, or taken away again. */
export type Reaction = MessagePlace & {
  readonly account: string;
  readonly emoji: string;
  readonly mark: MarkWord;
  readonly stands: boolean;
  /** The platform's own time of the last change, as it wrote it; null where it tells none. */
  readonly platformTime: string | null;
  readonly changedAt: Date;
};

/** Everything that anybody ever put on these messages. */
export async function reactionsOn(
  db: Db,
  team: string,
  messages: readonly MessagePlace[],
): Promise<readonly Reaction[]> {
  if (messages.length === 0) return [];
  const rows = await db
    .selectFrom('reaction')
    .selectAll()
    .where('team_id', '=', team)
    .where(({ eb, or, and }) =>
      or(
        messages.map(({ platform, space, channel, message }) =>
          and([
            eb('platform', '=', platform),
            eb('space', '=', space),
            eb('channel', '=', channel),
            eb('message', '=', message),
          ]),
        ),
      ),
    )
    .execute();
  return rows.map(reactionOf);
}

/** Keep what is there now, in place of what was known of it. */
export async function saveReaction(db: Db, team: string, reaction: Reaction): Promise<void> {
  const values = {
    mark: reaction.mark,
    stands: reaction.stands ? 1 : 0,
    platform_time: reaction.platformTime,
    changed_at: reaction.changedAt.getTime(),
  };
  const { platform, space, channel, message, account, emoji } = reaction;
  await db
    .insertInto('reaction')
    .values({
      team_id: team,
      platform,
      space,
      channel,
      message,
      account,
      emoji: storable(emoji),
      ...values,
    })
    .onConflict((conflict) =>
      conflict.columns(['platform', 'space', 'channel', 'message', 'account', 'emoji']).doUpdateSet(values),
    )
    .execute();
}

function reactionOf(row: Tables['reaction']): Reaction {
  return {
    platform: row.platform,
    space: row.space,
    channel: row.channel,
    message: row.message,
    account: row.account,
    emoji: row.emoji,
    mark: row.mark as MarkWord,
    stands: row.stands === 1,
    platformTime: row.platform_time,
    changedAt: new Date(row.changed_at),
  };
}

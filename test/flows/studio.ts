import { addItem } from '../../src/catalog/change.ts';
import type { RecordingContent } from '../../src/core/catalog/items.ts';
import { inTransaction } from '../../src/store/transaction.ts';
import { openStory, type Story } from './story.ts';

const CONTENT: RecordingContent = {
  ...{ title: 'Night Bus', latin: null, others: [], versionKind: 'original', versionTitle: null },
  ...{ mainArtist: 'Ana', performers: [], durationMs: 221_000, versionOf: null, samples: null, audio: null },
};

export type Studio = Story & {
  readonly team: string;
  /** Puts a recording into the catalog. @returns its id */
  add(content: Partial<RecordingContent>): Promise<string>;
};

/** A room whose catalog can be filled without typing. */
export async function openStudio(): Promise<Studio> {
  const story = await openStory();
  const { house, hear } = story;
  // The first word in it makes the team.
  await hear('/isrc prefix');
  const { id: team } = await house.db.selectFrom('team').select('id').executeTakeFirstOrThrow();
  return {
    ...story,
    team,
    add: (content) =>
      inTransaction(house.db, (db) =>
        addItem(house, db, team, { kind: 'recording', content: { ...CONTENT, ...content } }, null),
      ),
  };
}

import { onTestFinished } from 'vitest';
import type { SlackEnv } from '../../../src/adapters/slack/env.ts';
import slackAdapter from '../../../src/adapters/slack/index.ts';
import type { Bot, Connection, PlatformEvent } from '../../../src/bot/adapter.ts';
import { type Slack, type SlackOptions, startSlack } from '../../platforms/slack/slack.ts';
import type { Channel, User } from '../../platforms/slack/world.ts';
import { openTestHouse, type TestHouse } from '../house.ts';
import { applyOwnManifest, listensAt, type Mode, slackVariables } from './rig.ts';

export type Opened = {
  readonly slack: Slack;
  readonly house: TestHouse;
  /** An admin; an ordinary member. */
  readonly ana: User;
  readonly bo: User;
  readonly beats: Channel;
  /** Start the adapter; it is stopped when the test is over. */
  start(changes?: StartChanges): Promise<Connection>;
};

export type StartChanges = {
  readonly bot?: Partial<Bot>;
  readonly variables?: Readonly<Record<string, string>>;
};

/** A stand-in for Slack with two people, and a house; nothing is started yet. */
export async function openSlack(mode: Mode, options: SlackOptions = {}): Promise<Opened> {
  const slack = await startSlack({ ...options, timing: { retryDelaysMs: [], ...options.timing } });
  onTestFinished(() => slack.stop());
  const house = openTestHouse();
  applyOwnManifest(slack, house.bot, mode);
  const ana = slack.addUser({ name: 'ana', isAdmin: true });
  const bo = slack.addUser({ name: 'bo', locale: 'zh-TW', tz: 'Asia/Taipei' });
  const beats = slack.addChannel({ name: 'beats', members: [ana, bo] });
  return {
    slack,
    house,
    ana,
    bo,
    beats,
    async start({ bot = {}, variables = {} } = {}) {
      const env: SlackEnv = slackVariables(slack, mode, variables);
      const connection = await slackAdapter.start(
        { ...house.bot, ...bot },
        env,
        listensAt(slack, house.services),
      );
      onTestFinished(() => connection.stop());
      house.connect('slack', connection);
      return connection;
    },
  };
}

/** The events of one kind that the house was told of so far. */
export function eventsOf<Kind extends PlatformEvent['kind']>(house: TestHouse, kind: Kind) {
  return house.events.filter((event): event is Extract<PlatformEvent, { kind: Kind }> => event.kind === kind);
}

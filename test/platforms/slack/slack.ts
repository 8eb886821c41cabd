import type { Method, Scene } from './api.ts';
import { applyManifest, createApp, type SlackApp } from './app.ts';
import { createEvents, type Events, type Timing } from './events.ts';
import { createFaults, type Faults } from './faults.ts';
import { createDoors } from './http.ts';
import { createInspection, type Inspection } from './inspect.ts';
import { appMethods } from './methods/app.ts';
import { chat } from './methods/chat.ts';
import { conversations } from './methods/conversations.ts';
import { files } from './methods/files.ts';
import { people } from './methods/people.ts';
import { reactions } from './methods/reactions.ts';
import { views } from './methods/views.ts';
import { createPeople, type People } from './people.ts';
import { createSetUp, type SetUp } from './set-up.ts';
import { createSockets, type Sockets } from './socket.ts';
import { createWorld, type Json, type World } from './world.ts';

const METHODS: Readonly<Record<string, Method>> = {
  ...appMethods,
  ...chat,
  ...conversations,
  ...files,
  ...people,
  ...reactions,
  ...views,
};

export type SlackOptions = {
  /** Grant and send what the manifest names, and nothing else; everything when left out. */
  readonly manifest?: Json;
  readonly socketMode?: boolean;
  readonly timing?: Partial<Timing>;
  /** How often Slack pings an open connection. */
  readonly pingMs?: number;
  /** What time it is there, in milliseconds; the machine's when left out. */
  readonly now?: () => number;
};

/** A whole Slack on 127.0.0.1: real libraries connect to it, tests act in it as people and look into it. */
export type Slack = SetUp &
  People &
  Inspection & {
    readonly world: World;
    readonly app: SlackApp;
    readonly sockets: Sockets;
    readonly faults: Faults;
    readonly events: Events;
    /** For SLACK_API_URL. */
    readonly apiUrl: string;
    readonly manifest: (manifest: Json) => void;
    /** Refuse connections from now on, and take them again. */
    readonly refuse: () => Promise<void>;
    readonly accept: () => Promise<void>;
    readonly stop: () => Promise<void>;
  };

export async function startSlack(options: SlackOptions = {}): Promise<Slack> {
  const world = createWorld();
  if (options.now !== undefined) world.now = options.now;
  const app = createApp();
  const faults = createFaults();
  const timing: Timing = { ackMs: 3000, retryDelaysMs: [0, 60_000, 300_000], ...options.timing };
  // The pieces need each other; each is only called once all of them stand.
  const scene: Scene = {
    world,
    app,
    publish: (teamId, event) => events.publish(teamId, event),
    ticket: () => sockets.ticket(),
  };
  const doors = createDoors(scene, METHODS, faults);
  const sockets = createSockets(doors.server, world, options.pingMs ?? 5000);
  const events = createEvents(world, app, sockets, timing);
  if (options.socketMode !== undefined) app.socketMode = options.socketMode;
  world.origin = await doors.open();
  const setUp = createSetUp(world, app);
  if (options.manifest !== undefined) setManifest(options.manifest);

  function setManifest(manifest: Json): void {
    applyManifest(app, manifest);
    for (const install of world.installs.values())
      if (install.kind === 'bot') install.scopes = new Set(app.scopes);
  }

  const inspection = createInspection(world, events);
  return {
    world,
    app,
    sockets,
    faults,
    events,
    ...setUp,
    ...createPeople(scene, sockets, timing),
    ...inspection,
    apiUrl: `${world.origin}/api/`,
    manifest: setManifest,
    refuse: () => {
      sockets.drop();
      return doors.shut();
    },
    accept: async () => {
      await doors.open();
    },
    stop: async () => {
      events.stop();
      await sockets.closeAll();
      await doors.shut();
    },
  };
}

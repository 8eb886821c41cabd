/** Everything the stand-in for Slack remembers. Plain data; the modules beside this one change it. */

export type Json = Readonly<Record<string, unknown>>;

export type Team = { readonly id: string; name: string; domain: string; readonly enterpriseId?: string };

export type User = {
  readonly id: string;
  readonly teamId: string;
  name: string;
  realName: string;
  displayName: string;
  locale: string;
  tz: string;
  tzOffset: number;
  isBot: boolean;
  isAdmin: boolean;
  isOwner: boolean;
  isStranger: boolean;
  deleted: boolean;
};

export type ChannelKind = 'public' | 'private' | 'im' | 'mpim';

export type Channel = {
  readonly id: string;
  readonly teamId: string;
  name: string;
  kind: ChannelKind;
  members: Set<string>;
  archived: boolean;
  /** Other workspaces that share the channel through Slack Connect. */
  sharedWith: Set<string>;
  /** Only administrators may post: `restricted_action` for everyone else. */
  restricted: boolean;
};

export type Message = {
  readonly channel: string;
  readonly ts: string;
  threadTs?: string;
  user?: string;
  botId?: string;
  appId?: string;
  text: string;
  blocks: readonly Json[];
  metadata?: Json;
  files: readonly string[];
  reactions: Map<string, string[]>;
  editedTs?: string;
  subtype?: string;
};

/** What one person sees and nobody else: no permalink, no reactions, no history. */
export type Ephemeral = {
  readonly channel: string;
  readonly user: string;
  readonly ts: string;
  readonly threadTs?: string;
  text: string;
  blocks: readonly Json[];
  /** `api` chat.postEphemeral, `hook` a response_url, `ack` the body of an answer, `slack` Slack's own error. */
  readonly via: 'api' | 'hook' | 'ack' | 'slack';
  deleted: boolean;
  replaced: number;
};

export type StoredFile = {
  readonly id: string;
  readonly teamId: string;
  readonly user: string;
  name: string;
  title: string;
  mimetype: string;
  size: number;
  bytes: Buffer;
  channels: Set<string>;
  shares: Map<string, string[]>;
  state: 'pending' | 'uploaded' | 'complete' | 'deleted' | 'hidden';
  readonly created: number;
};

export type OpenView = {
  readonly id: string;
  readonly user: string;
  readonly team: string;
  hash: string;
  view: Json;
  errors: Readonly<Record<string, string>>;
  readonly previous?: string;
  readonly root: string;
  state: 'open' | 'submitted' | 'closed';
};

export type TokenState = 'live' | 'revoked' | 'expired' | 'inactive';

export type Install = {
  readonly token: string;
  /** `config`: an app configuration token of a developer, for reading the manifest. */
  readonly kind: 'bot' | 'app' | 'config';
  /** Null for a token of a whole Enterprise Grid organization: calls then need `team_id`. */
  readonly teamId: string | null;
  readonly enterpriseId?: string;
  readonly botUser: string;
  readonly botId: string;
  scopes: Set<string>;
  state: TokenState;
};

export type Trigger = { readonly user: string; readonly team: string; readonly at: number; used: boolean };

export type Hook = {
  readonly url: string;
  readonly user: string;
  readonly channel: string;
  readonly at: number;
  readonly threadTs?: string;
  /** The message a click came from: what `replace_original` and `delete_original` act on. */
  readonly source?: { readonly ts: string; readonly ephemeral: boolean };
  uses: number;
};

export type Call = {
  readonly method: string;
  readonly args: Json;
  readonly token: string;
  readonly at: number;
  answer: Json;
};

export type World = {
  readonly teams: Map<string, Team>;
  readonly users: Map<string, User>;
  readonly channels: Map<string, Channel>;
  readonly messages: Map<string, Map<string, Message>>;
  readonly ephemerals: Ephemeral[];
  readonly files: Map<string, StoredFile>;
  readonly views: Map<string, OpenView>;
  readonly installs: Map<string, Install>;
  readonly triggers: Map<string, Trigger>;
  readonly hooks: Map<string, Hook>;
  readonly calls: Call[];
  readonly emoji: Map<string, string>;
  /** Milliseconds; real time unless a test shifts it. */
  now: () => number;
  /** Where the server listens, without a slash at the end; set once it does. */
  origin: string;
  /** Tell everyone who waits that something changed. */
  changed: () => void;
  next: number;
  lastTs: number;
};

export function createWorld(): World {
  return {
    teams: new Map(),
    users: new Map(),
    channels: new Map(),
    messages: new Map(),
    ephemerals: [],
    files: new Map(),
    views: new Map(),
    installs: new Map(),
    triggers: new Map(),
    hooks: new Map(),
    calls: [],
    emoji: new Map(),
    now: () => Date.now(),
    origin: '',
    changed: () => {},
    next: 1,
    lastTs: 0,
  };
}

/** A fresh id of Slack's shape: one letter that says the kind, then ten characters. */
export function newId(world: World, kind: string): string {
  const number = world.next;
  world.next += 1;
  return `${kind}0${number.toString(36).toUpperCase().padStart(9, '0')}`;
}

/** A message time stamp: text, seconds and microseconds, never the same twice. */
export function newTs(world: World): string {
  const micros = Math.max(Math.floor(world.now() * 1000), world.lastTs + 1);
  world.lastTs = micros;
  return `${Math.floor(micros / 1_000_000)}.${String(micros % 1_000_000).padStart(6, '0')}`;
}

import type { Json } from './json.ts';

export type User = {
  readonly id: string;
  readonly username: string;
  globalName: string | null;
  readonly bot: boolean;
  /** The language of the person's app: sent with interactions only. */
  locale: string;
  /** Whether the person takes direct messages from the bot. */
  dms: 'open' | 'closed';
};

export type Role = { readonly id: string; name: string; permissions: bigint; position: number };

export type Member = {
  readonly user: User;
  nick: string | null;
  roles: readonly string[];
  readonly joinedAt: string;
};

export type Guild = {
  readonly id: string;
  name: string;
  ownerId: string;
  locale: string;
  readonly roles: Map<string, Role>;
  readonly members: Map<string, Member>;
  /** False while the guild is down ("unavailable"). */
  available: boolean;
};

/** Type 0: role, 1: member. */
export type Overwrite = { readonly id: string; readonly type: 0 | 1; allow: bigint; deny: bigint };

export type Channel = {
  readonly id: string;
  /** 0 text, 1 direct message, 11 public thread. */
  readonly type: number;
  readonly guildId: string | null;
  name: string | null;
  overwrites: Overwrite[];
  readonly parentId: string | null;
  readonly recipients: readonly User[];
  thread: { archived: boolean; locked: boolean; readonly ownerId: string } | null;
  readonly messages: Map<string, Message>;
};

export type Attachment = {
  readonly id: string;
  readonly filename: string;
  readonly description: string | null;
  readonly contentType: string | null;
  readonly sizeBytes: number;
  /** null: zeros are served, as many as `sizeBytes` says. */
  readonly bytes: Uint8Array | null;
};

export type Emoji = { readonly id: string | null; readonly name: string };

/** Who reacted with one emoji. A person may be in both sets. */
export type Reaction = { readonly emoji: Emoji; readonly normal: Set<string>; readonly burst: Set<string> };

export type Message = {
  readonly id: string;
  readonly channelId: string;
  readonly guildId: string | null;
  readonly author: User;
  readonly createdAt: number;
  content: string;
  embeds: readonly Json[];
  components: readonly Json[];
  attachments: readonly Attachment[];
  flags: number;
  editedAt: number | null;
  readonly nonce: string | number | null;
  readonly referenceId: string | null;
  readonly interaction: { readonly id: string; readonly type: number; readonly user: User } | null;
  /** Seen by this person alone; null for a message everybody in the channel sees. */
  readonly ephemeralFor: string | null;
  /** Who this message really pings, after `allowed_mentions`. */
  pings: Pings;
  readonly reactions: Map<string, Reaction>;
};

export type Pings = {
  readonly users: readonly string[];
  readonly roles: readonly string[];
  readonly everyone: boolean;
};

export type RegisteredCommand = Json & { readonly id: string; readonly name: string; readonly type: number };

export type StoredInteraction = {
  readonly id: string;
  readonly token: string;
  readonly type: number;
  readonly user: User;
  readonly channel: Channel;
  readonly createdAt: number;
  /** The message that carries the pressed component. */
  readonly source: Message | null;
  /** Reached through a user install only: at most five follow-ups. */
  readonly userInstalled: boolean;
  /** The callback that was accepted; null until then. */
  response: { readonly type: number; readonly data: Json; readonly atMs: number } | null;
  original: Message | null;
  followUps: number;
  /** Every message made for this interaction, private ones included, in order. */
  readonly messages: Message[];
};

/** What goes out over the gateway. */
export type GatewayEvent = {
  readonly type: string;
  readonly data: Json;
  readonly guildId: string | null;
  readonly channel?: Channel;
  readonly message?: Message;
};

export type RequestRecord = {
  readonly method: string;
  /** Without the API prefix: `/channels/1/messages`. */
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: Json;
  readonly files: readonly string[];
  readonly atMs: number;
  /** null while it is under way, or when the connection was cut. */
  status: number | null;
};

import { Changes } from './changes.ts';
import { type Settings, settle } from './settings.ts';
import { makeSnowflakes } from './snowflake.ts';
import type {
  Attachment,
  Channel,
  GatewayEvent,
  Guild,
  Message,
  RegisteredCommand,
  RequestRecord,
  StoredInteraction,
  User,
} from './things.ts';

/** Everything this Discord knows. One per server; nothing is shared between servers. */
export class World {
  readonly settings: Settings;
  readonly changes = new Changes();
  readonly id: () => string;
  readonly users = new Map<string, User>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  readonly interactions = new Map<string, StoredInteraction>();
  /** Files handed in with an interaction, which hang on no message. */
  readonly uploads = new Map<string, Attachment>();
  /** Registered commands by scope: `global` or a guild's id. */
  readonly commands = new Map<string, RegisteredCommand[]>();
  /** Creates so far by scope, for the daily 200. */
  readonly commandCreates = new Map<string, number>();
  readonly requests: RequestRecord[] = [];
  /** Requests that Discord would refuse as malformed: a test that expects none asserts that this is empty. */
  readonly mistakes: string[] = [];
  readonly bot: User;
  /** Where Discord would POST interactions if the application were set so; then the gateway gets none. */
  interactionsUrl: string | null = null;
  /** `http://127.0.0.1:port`, set once the server listens. */
  origin = '';
  /** Set by the gateway; carries an event to every session that may see it. */
  dispatch: (event: GatewayEvent) => void = () => {};
  #skewMs = 0;

  constructor(settings: Partial<Settings>) {
    this.settings = settle(settings);
    this.id = makeSnowflakes(() => this.now());
    this.bot = this.addUser({ username: 'splitproof', bot: true });
  }

  /** Real time plus what a test has added, in epoch milliseconds. */
  now(): number {
    return this.settings.now() + this.#skewMs;
  }

  advance(ms: number): void {
    this.#skewMs += ms;
    this.changes.happened();
  }

  get applicationId(): string {
    return this.bot.id;
  }

  addUser(user: Partial<User> & { readonly username: string }): User {
    const made: User = { id: this.id(), globalName: null, bot: false, locale: 'en-US', dms: 'open', ...user };
    this.users.set(made.id, made);
    return made;
  }

  guildOf(channel: Channel): Guild | null {
    return channel.guildId === null ? null : (this.guilds.get(channel.guildId) ?? null);
  }

  /** Every guild the bot is a member of. */
  botGuilds(): Guild[] {
    return [...this.guilds.values()].filter((guild) => guild.members.has(this.bot.id));
  }

  findMessage(id: string): Message | undefined {
    for (const channel of this.channels.values()) {
      const message = channel.messages.get(id);
      if (message) return message;
    }
    return undefined;
  }

  directChannel(user: User): Channel | undefined {
    return [...this.channels.values()].find(
      (channel) => channel.type === 1 && channel.recipients.some(({ id }) => id === user.id),
    );
  }

  addDirectChannel(user: User): Channel {
    const known = this.directChannel(user);
    if (known) return known;
    const channel: Channel = {
      id: this.id(),
      type: 1,
      guildId: null,
      name: null,
      overwrites: [],
      parentId: null,
      recipients: [user],
      thread: null,
      messages: new Map(),
    };
    this.channels.set(channel.id, channel);
    return channel;
  }
}

import { signedUrl } from './cdn.ts';
import type { Json } from './json.ts';
import type { Attachment, Channel, Guild, Member, Message, Reaction, Role, User } from './things.ts';
import type { World } from './world.ts';

/** Discord's JSON for each thing of the world. */

export function userJson(user: User): Json {
  return {
    id: user.id,
    username: user.username,
    discriminator: user.bot ? '4321' : '0',
    global_name: user.globalName,
    avatar: null,
    avatar_decoration_data: null,
    banner: null,
    accent_color: null,
    public_flags: 0,
    ...(user.bot && { bot: true }),
  };
}

export function memberJson(member: Member): Json {
  return {
    user: userJson(member.user),
    nick: member.nick,
    avatar: null,
    roles: member.roles,
    joined_at: member.joinedAt,
    premium_since: null,
    deaf: false,
    mute: false,
    flags: 0,
    pending: false,
    communication_disabled_until: null,
  };
}

export function roleJson(role: Role): Json {
  return {
    id: role.id,
    name: role.name,
    color: 0,
    colors: { primary_color: 0, secondary_color: null, tertiary_color: null },
    hoist: false,
    icon: null,
    unicode_emoji: null,
    position: role.position,
    permissions: String(role.permissions),
    managed: false,
    mentionable: false,
    flags: 0,
  };
}

export function channelJson(channel: Channel): Json {
  const common = {
    id: channel.id,
    type: channel.type,
    last_message_id: [...channel.messages.keys()].at(-1) ?? null,
  };
  if (channel.guildId === null) return { ...common, recipients: channel.recipients.map(userJson), flags: 0 };
  const inGuild = { ...common, guild_id: channel.guildId, name: channel.name, parent_id: channel.parentId };
  if (channel.thread) {
    return {
      ...inGuild,
      owner_id: channel.thread.ownerId,
      message_count: channel.messages.size,
      member_count: 1,
      rate_limit_per_user: 0,
      thread_metadata: {
        archived: channel.thread.archived,
        locked: channel.thread.locked,
        auto_archive_duration: 1440,
        archive_timestamp: new Date(0).toISOString(),
      },
    };
  }
  return {
    ...inGuild,
    position: 0,
    topic: null,
    nsfw: false,
    flags: 0,
    rate_limit_per_user: 0,
    permission_overwrites: channel.overwrites.map(({ id, type, allow, deny }) => ({
      id,
      type,
      allow: String(allow),
      deny: String(deny),
    })),
  };
}

export function guildJson(world: World, guild: Guild): Json {
  return {
    id: guild.id,
    name: guild.name,
    owner_id: guild.ownerId,
    preferred_locale: guild.locale,
    icon: null,
    splash: null,
    discovery_splash: null,
    afk_channel_id: null,
    afk_timeout: 300,
    verification_level: 1,
    default_message_notifications: 0,
    explicit_content_filter: 0,
    roles: [...guild.roles.values()].map(roleJson),
    emojis: [],
    stickers: [],
    features: [],
    mfa_level: 0,
    application_id: null,
    system_channel_id: null,
    system_channel_flags: 0,
    rules_channel_id: null,
    vanity_url_code: null,
    description: null,
    banner: null,
    premium_tier: 0,
    premium_subscription_count: 0,
    premium_progress_bar_enabled: false,
    public_updates_channel_id: null,
    nsfw_level: 0,
    max_members: 500_000,
    safety_alerts_channel_id: null,
    approximate_member_count: guild.members.size,
    region: world.settings.shards > 1 ? 'many' : 'one',
  };
}

/** What GUILD_CREATE carries beyond the guild itself. A bot without the members intent sees only itself. */
export function guildCreateJson(world: World, guild: Guild): Json {
  const own = guild.members.get(world.bot.id);
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId === guild.id);
  return {
    ...guildJson(world, guild),
    joined_at: own?.joinedAt ?? new Date(world.now()).toISOString(),
    large: false,
    unavailable: false,
    member_count: guild.members.size,
    members: own ? [memberJson(own)] : [],
    channels: channels.filter(({ thread }) => !thread).map(channelJson),
    threads: channels.filter(({ thread }) => thread && !thread.archived).map(channelJson),
    presences: [],
    voice_states: [],
    stage_instances: [],
    guild_scheduled_events: [],
    soundboard_sounds: [],
  };
}

export function attachmentJson(world: World, channelId: string, attachment: Attachment): Json {
  const url = signedUrl(world, channelId, attachment);
  return {
    id: attachment.id,
    filename: attachment.filename,
    size: attachment.sizeBytes,
    url,
    proxy_url: url,
    ...(attachment.contentType && { content_type: attachment.contentType }),
    ...(attachment.description && { description: attachment.description }),
  };
}

function reactionJson(world: World, { emoji, normal, burst }: Reaction): Json {
  return {
    emoji,
    count: normal.size + burst.size,
    count_details: { normal: normal.size, burst: burst.size },
    me: normal.has(world.bot.id),
    me_burst: burst.has(world.bot.id),
    burst_colors: [],
  };
}

/**
 * @param isVisible false: a guild message of somebody else, whose content a bot without the message
 *   content intent does not get
 */
export function messageJson(world: World, message: Message, isVisible = true): Json {
  const isPrivileged = (world.settings.privilegedIntents & (1 << 15)) !== 0;
  const shows =
    isVisible ||
    isPrivileged ||
    message.guildId === null ||
    message.author === world.bot ||
    message.pings.users.includes(world.bot.id);
  const reactions = [...message.reactions.values()].filter(
    ({ normal, burst }) => normal.size + burst.size > 0,
  );
  return {
    id: message.id,
    type: message.referenceId ? 19 : message.interaction ? 20 : 0,
    channel_id: message.channelId,
    author: userJson(message.author),
    content: shows ? message.content : '',
    embeds: shows ? message.embeds : [],
    attachments: shows
      ? message.attachments.map((file) => attachmentJson(world, message.channelId, file))
      : [],
    components: shows ? message.components : [],
    flags: message.flags,
    timestamp: new Date(message.createdAt).toISOString(),
    edited_timestamp: message.editedAt === null ? null : new Date(message.editedAt).toISOString(),
    mentions: message.pings.users.map((id) => userJson(world.users.get(id)!)),
    mention_roles: message.pings.roles,
    mention_everyone: message.pings.everyone,
    pinned: false,
    tts: false,
    ...(reactions.length > 0 && { reactions: reactions.map((one) => reactionJson(world, one)) }),
    ...(message.nonce !== null && { nonce: message.nonce }),
    ...(message.referenceId && {
      message_reference: { type: 0, channel_id: message.channelId, message_id: message.referenceId },
    }),
    ...(message.author === world.bot && { application_id: world.applicationId }),
    ...(message.interaction && {
      webhook_id: world.applicationId,
      interaction_metadata: {
        id: message.interaction.id,
        type: message.interaction.type,
        user: userJson(message.interaction.user),
        authorizing_integration_owners: { '0': message.guildId ?? '0' },
      },
    }),
  };
}

import { asJson, asList, type Json } from '../json.ts';
import type { Channel, Message, RegisteredCommand, User } from '../things.ts';
import type { World } from '../world.ts';

function textOf(value: unknown): string[] {
  const embed = asJson(value);
  const fields = asList(embed.fields).map(asJson);
  return [
    asJson(embed.author).name,
    embed.title,
    embed.description,
    ...fields.flatMap((field) => [field.name, field.value]),
    asJson(embed.footer).text,
  ].filter((text): text is string => typeof text === 'string');
}

function componentTexts(value: unknown): string[] {
  return asList(value)
    .map(asJson)
    .flatMap((part) => [
      ...[part.content, part.label].filter((text): text is string => typeof text === 'string'),
      ...componentTexts(part.components),
    ]);
}

/** Everything a person reads in a message, line by line: content, embeds, components, names of files. */
function readableText(message: Message): string {
  return [
    message.content,
    ...message.embeds.flatMap(textOf),
    ...componentTexts(message.components),
    ...message.attachments.map(({ filename }) => `[${filename}]`),
  ]
    .filter(Boolean)
    .join('\n');
}

/** What a test may look at without going through the bot. */
export function inspectors(world: World) {
  return {
    text: readableText,
    /** Everybody's messages in a channel, oldest first. */
    messages: (channel: Channel): Message[] => [...channel.messages.values()],
    /** The bot's own messages in a channel, oldest first. */
    posts: (channel: Channel): Message[] =>
      [...channel.messages.values()].filter(({ author }) => author === world.bot),
    /** What only this person saw, oldest first. */
    ephemerals: (user: User): Message[] =>
      [...world.interactions.values()]
        .flatMap(({ messages }) => messages)
        .filter(({ ephemeralFor }) => ephemeralFor === user.id),
    /** The bot's direct messages to a person, oldest first. */
    directs: (user: User): Message[] => [...(world.directChannel(user)?.messages.values() ?? [])],
    /** Registered commands: of a server, or the global ones. */
    commands: (scope = 'global'): readonly RegisteredCommand[] => world.commands.get(scope) ?? [],
    /** A registered command by name, as JSON. */
    command: (name: string, scope = 'global'): Json | undefined =>
      world.commands.get(scope)?.find((command) => command.name === name),
    fileText: (message: Message, index = 0): string =>
      Buffer.from(message.attachments[index]?.bytes ?? []).toString('utf8'),
    /** Whom all messages so far have pinged. */
    pings: (): string[] =>
      [...world.channels.values()].flatMap(({ messages }) =>
        [...messages.values()]
          .filter(({ author }) => author === world.bot)
          .flatMap(({ pings }) => [...pings.users, ...pings.roles, ...(pings.everyone ? ['everyone'] : [])]),
      ),
  };
}

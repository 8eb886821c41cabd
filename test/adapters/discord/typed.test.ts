import { expect, it } from 'vitest';
import { openStage } from './stage.ts';

it('answers a command after a mention: in private behind a button, for the asker alone', async () => {
  const { discord, ana, bo, channel } = await openStage();
  discord.post(ana, channel, `<@${discord.bot.id}> try echo hello`);
  const offer = await discord.waitFor(() => discord.posts(channel)[0]);
  expect(discord.text(offer)).toContain('Only Ana will see the answer.');
  expect(discord.text(offer)).not.toContain('hello');

  const refused = await discord.click(bo, offer, 'Show the answer', { locale: 'en-US' }).reply();
  expect(discord.text(refused)).toContain('This answer is for Ana.');
  const answer = await discord.click(ana, offer, 'Show the answer').reply();
  expect(discord.text(answer)).toContain('You said `hello`');
  expect(answer.ephemeralFor).toBe(ana.id);
});

it('posts at once what is for everybody, and opens a form from the button', async () => {
  const { discord, ana, channel } = await openStage();
  discord.post(ana, channel, `<@${discord.bot.id}> try post for all`);
  await discord.waitFor(() =>
    discord.posts(channel).some((message) => discord.text(message).includes('for all')),
  );
  discord.post(ana, channel, `<@${discord.bot.id}> try ask`);
  const offer = await discord.waitFor(() => discord.posts(channel)[1]);
  expect(await discord.click(ana, offer, 'Open the form').modal()).toMatchObject({ title: 'A form' });
});

it('takes every line of a direct message as a command', async () => {
  const { discord, ana } = await openStage();
  const direct = discord.direct(ana);
  discord.post(ana, direct, 'try echo here');
  const answer = await discord.waitFor(() =>
    discord.directs(ana).find(({ author }) => author === discord.bot),
  );
  expect(discord.text(answer)).toContain('You said `here`');
});

it('leaves talk, other bots and mentions in the middle alone', async () => {
  const { discord, ana, channel, guild } = await openStage();
  const other = discord.user('Robot', { bot: true });
  discord.join(guild, other);
  discord.post(ana, channel, 'try echo hello');
  discord.post(ana, channel, `ask <@${discord.bot.id}> try echo hello`);
  discord.post(other, channel, `<@${discord.bot.id}> try echo hello`);
  discord.post(ana, channel, `<@${discord.bot.id}> try post last`);
  await discord.waitFor(() => discord.posts(channel).length > 0);
  expect(discord.posts(channel).map(discord.text)).toEqual(['**last**']);
});

it('says that the message with the command is gone', async () => {
  const { discord, ana, channel } = await openStage();
  const asked = discord.post(ana, channel, `<@${discord.bot.id}> try echo hello`);
  const offer = await discord.waitFor(() => discord.posts(channel)[0]);
  discord.deleteMessage(asked);
  const answer = await discord.click(ana, offer, 'Show the answer').reply();
  expect(discord.text(answer)).toContain('The message with the command is gone.');
});

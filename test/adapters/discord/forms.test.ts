import { expect, it } from 'vitest';
import type { Opened } from '../../../src/bot/adapter.ts';
import type { Form } from '../../../src/bot/form.ts';
import { asJson, asList, type Json } from '../../platforms/discord/json.ts';
import { openStage } from './stage.ts';

function fieldsOf(modal: Json): { label: unknown; input: Json }[] {
  return asList(modal.components).map((part) => {
    const { label, component } = asJson(part);
    return { label, input: asJson(component) };
  });
}

it('offers a form that was refused again, filled in as it was', async () => {
  const { discord, ana, channel } = await openStage();
  const opened = discord.slash(ana, channel, 'try', 'ask');
  const refused = await discord.submitModal(opened, {
    name: 'much too long for this field',
    note: 'keep me',
  });
  const complaint = await refused.reply();
  expect(discord.text(complaint)).toContain('at most 20 characters');

  const again = discord.click(ana, complaint, 'Change it');
  expect(fieldsOf(await again.modal()).map(({ input }) => input.value)).toEqual([
    'much too long for this field',
    'keep me',
  ]);
  const answer = await (await discord.submitModal(again, { name: 'short', note: 'keep me' })).reply();
  expect(discord.text(answer)).toContain('Name short, note keep me');
});

it('opens a form only for the person it is for', async () => {
  const { discord, ana, bo, channel } = await openStage();
  const opened = discord.slash(ana, channel, 'try', 'ask');
  const complaint = await (await discord.submitModal(opened, { name: 'x'.repeat(30) })).reply();
  const answer = await discord.click(bo, complaint, 'Change it').reply();
  expect(discord.text(answer)).toContain('❌');
  expect(answer.ephemeralFor).toBe(bo.id);
});

it('answers a form that was opened before a restart', async () => {
  const { discord, ana, channel, connection, start } = await openStage();
  const opened = discord.slash(ana, channel, 'try', 'ask');
  await opened.modal();
  await connection.stop();
  discord.gateway.forgetThrottle();
  await start();
  const answer = await (await discord.submitModal(opened, { name: 'Rain' })).reply();
  expect(discord.text(answer)).toContain('Name Rain');
});

it('shows a form of many fields in pages and sends all of them at the end', async () => {
  const { discord, ana, channel, house } = await openStage();
  const seen: unknown[] = [];
  const form: Form = {
    id: 'try many?',
    title: 'A form with a title that is longer than Discord shows',
    submit: 'Send',
    fields: Array.from({ length: 12 }, (_, index) => ({
      name: `field${index}`,
      kind: 'short',
      label: `Field ${index}`,
      required: false,
    })),
  };
  const next = house.bot.next;
  Object.assign(house.bot, {
    next(act: Parameters<typeof next>[0]) {
      if (act.kind === 'chosen') return { kind: 'form', open: async () => ({ kind: 'form', form }) };
      if (act.kind !== 'form') return next(act);
      seen.push(act.form, act.values);
      return { kind: 'work', visibility: 'private', run: async () => ({ tone: 'good', title: 'All in' }) };
    },
  });

  let page = discord.slash(ana, channel, 'try', 'ask');
  expect(await page.modal()).toMatchObject({ title: 'A form with a title that is longer tha… (1/3)' });
  for (const number of [1, 2]) {
    const offer = await (
      await discord.submitModal(page, { [`field${(number - 1) * 5}`]: `on page ${number}` })
    ).reply();
    expect(discord.text(offer)).toContain(`Page ${number} of 3 is filled in.`);
    page = discord.click(ana, offer, 'Next page');
  }
  expect(fieldsOf(await page.modal())).toHaveLength(2);
  await (await discord.submitModal(page, { field11: 'the last' })).reply();
  expect(seen[0]).toBe('try many?');
  expect(seen[1]).toMatchObject({ field0: 'on page 1', field5: 'on page 2', field11: 'the last' });
});

it('offers a form by a button when it takes too long to prepare', async () => {
  const { discord, ana, channel, house } = await openStage();
  const { promise, resolve } = Promise.withResolvers<Opened>();
  const form: Form = {
    id: 'try ask?',
    title: 'Late',
    submit: 'Send',
    fields: [{ name: 'name', kind: 'short', label: 'Name', required: true }],
  };
  const next = house.bot.next;
  Object.assign(house.bot, {
    next: (act: Parameters<typeof next>[0]) =>
      act.kind === 'chosen' ? { kind: 'form', open: () => promise } : next(act),
  });
  const sent = discord.slash(ana, channel, 'try', 'ask');
  expect(await sent.acknowledged()).toBeLessThan(3000);
  resolve({ kind: 'form', form });
  const offer = await sent.reply();
  expect(discord.text(offer)).toContain('The form is ready.');
  const opened = discord.click(ana, offer, 'Open the form');
  expect(await opened.modal()).toMatchObject({ title: 'Late' });
});

import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('shows further pages of one thing alone, however long its name is', async () => {
  const { hear } = await openStory();
  const name = `The long name of a sample ${'and more '.repeat(8)}`.trim();
  for (let count = 1; count <= 12; count += 1) {
    await hear(`ana: /license add sample: "${name}" from: Cy to: "Buyer ${count}"`);
    await hear(`ana: /license add sample: "Another one ${count}" from: Cy to: "Stranger ${count}"`);
  }
  const buyers = (heard: string) => heard.match(/→ (?:Buyer|Stranger)/g);
  const first = await hear(`ana: /license list asset: "sample ${name}"`);
  expect(buyers(first)).toEqual(Array(10).fill('→ Buyer'));
  expect(buyers(await hear('ana: press More'))).toEqual(['→ Buyer', '→ Buyer']);
});

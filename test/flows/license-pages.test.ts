import { expect, it } from 'vitest';
import { openStory } from './story.ts';

it('shows further pages of one thing alone, however long its name is', async () => {
  const { hear } = await openStory();
  const name = `The long name of a sample ${'and more '.repeat(8)}`.trim();
  for (let count = 1; count <= 12; count += 1) {
    await hear(`ana: /license add sample: "${name}" from: Cy to: "Buyer ${count}"`);
    await hear(`ana: /license add sample: "Another one ${count}" from: Cy to: "Stranger ${count}"`);
  }
  const first = await hear(`ana: /license list asset: "sample ${name}"`);
  expect(first).toContain('Buyer 12');
  expect(first).not.toContain('Stranger');
  const second = await hear('ana: press More');
  expect(second).toContain('Buyer 2');
  expect(second).toContain('Buyer 1');
  expect(second).not.toContain('Stranger');
});

import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { openStory } from './story.ts';

/** What is seen after a line of the tour; of the others, that they are taken without a complaint. */
const SEEN: Readonly<Record<string, string>> = {
  'ana: +✅ #1': '⏳ 1 of 3 agreed · …\n✅ Agreed (…): @ana\n⏳ Not answered yet: @bo, @chen',
  'chen: +❌ #1': '→ ana\n❌ chen disputes version 1 of Night Bus',
  'chen: press Say why…': 'Why do you dispute it?',
  'chen: +✅ #2': '✅ Night Bus, version 2: agreed by all 3, …',
  quit: '(the room is closed)',
};

it('is a tour that does what the README says', async () => {
  const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');
  const script = /^## Two minutes$[\s\S]*?^```text\n([\s\S]*?)^```$/m.exec(readme)?.[1] ?? '';
  const lines = script.trimEnd().split('\n');
  expect(Object.keys(SEEN).filter((line) => !lines.includes(line))).toEqual([]);
  const { tell, failures } = await openStory();
  for (const line of lines) {
    await tell(`› ${line}\n${SEEN[line] ?? ''}\n&\n≠ There is no…\n≠ ❌ There…\n≠ Closed; nothing was sent.`);
  }
  expect(failures).toEqual([]);
});

import { loadCommands } from '../../../src/bot/load.ts';
import { StartError } from '../../../src/bot/start-error.ts';

/** Loads each folder in turn as the product does, and writes what came of it as one JSON object a line. */
for (const folder of process.argv.slice(2)) {
  try {
    const names = (await loadCommands(folder)).map(({ name }) => name);
    console.log(JSON.stringify({ names }));
  } catch (error) {
    const words = error instanceof Error ? (error.stack ?? '') : String(error);
    console.log(JSON.stringify({ error: words, sentence: error instanceof StartError }));
  }
}

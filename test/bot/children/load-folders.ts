import { loadCommands } from '../../../src/bot/load.ts';

/** Loads each folder in turn as the product does, and writes what came of it as one JSON object a line. */
for (const folder of process.argv.slice(2)) {
  try {
    const names = (await loadCommands(folder)).map(({ name }) => name);
    console.log(JSON.stringify({ names }));
  } catch (error) {
    console.log(JSON.stringify({ error: error instanceof Error ? (error.stack ?? '') : String(error) }));
  }
}

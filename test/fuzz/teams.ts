import { openWalk } from './team-walk.ts';

/** `npm run fuzz:teams [-- <steps> [<seed>]]`: promise 12, in walks of 500 steps, each on a database of its own. */
const count = Number(process.argv[2] ?? 10_000);
const seed = Number(process.argv[3] ?? 20_261_128);
const STEPS = 500;
let sheets = 0;

for (let done = 0; done < count; done += STEPS) {
  const walk = await openWalk('sqlite::memory:', seed + done);
  const leaks = await walk.steps(Math.min(STEPS, count - done));
  sheets += await walk.sheets();
  await walk.close();
  if (leaks.length > 0) {
    console.error(leaks.join('\n\n'));
    process.exit(1);
  }
  console.error(`${Math.min(done + STEPS, count).toLocaleString('en')} steps`);
}
console.log(
  `${count.toLocaleString('en')} steps of three teams on one database, ${sheets.toLocaleString('en')} sheets: nothing of another team was shown.`,
);

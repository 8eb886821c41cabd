/**
 * Promise 4: `npm run fuzz:ledger [-- <changes> [<seed>]]` changes evidence in random ways and counts what the verifier
 * notices, with receipts that people kept where only these can show it.
 */
import { type Detection, detect } from '../core/ledger/detect.ts';
import { type Scene, setScene, tamper } from '../core/ledger/tamper.ts';

const changes = Number(process.argv[2] ?? 100_000);
const first = Number(process.argv[3] ?? 1);
const SCENES = 16;

const scenes: readonly Scene[] = Array.from({ length: SCENES }, (_, index) => setScene(first + index));
for (const { folders, kept } of scenes) {
  for (const folder of Object.values(folders)) {
    const clean = detect({ what: 'nothing', folder, older: kept });
    if (clean !== 'missed') throw new Error('a good bundle does not verify');
  }
}

const counts = new Map<string, Record<Detection, number>>();
const missed: string[] = [];
for (let round = 0; round < changes; round += 1) {
  const seed = first * 1_000_003 + round;
  const tampered = tamper(scenes[round % SCENES]!, seed);
  const detection = detect(tampered);
  const count = counts.get(tampered.kind) ?? { seen: 0, told: 0, missed: 0 };
  count[detection] += 1;
  counts.set(tampered.kind, count);
  if (detection === 'missed') missed.push(`scene ${round % SCENES}, seed ${seed}: ${tampered.what}`);
  if (round % 10_000 === 9_999) process.stderr.write(`${round + 1} of ${changes}, ${missed.length} missed\n`);
}

for (const [kind, { seen, told, missed: lost }] of [...counts].sort()) {
  console.log(
    `${kind}: ${seen + told + lost} changes, ${seen} in the verdict, ${told} in the notes, ${lost} missed`,
  );
}
console.log(`${changes} changes, ${missed.length} missed (seed ${first})`);
for (const line of missed.slice(0, 20)) console.log(`missed: ${line}`);
process.exitCode = missed.length === 0 ? 0 : 1;

import { loadavg } from 'node:os';
import { measurePlan } from './plan';
import { type Result } from './result';
import { measureSynth } from './synth';

void run(process.argv[2]);

/** @param only `synth` or `plan`; both without */
async function run(only?: string): Promise<void> {
  // Figures of a busy machine are to be read as such.
  console.log(`Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)} before the first run`);
  if (only !== 'plan') print(measureSynth());
  if (only !== 'synth') print(await measurePlan());
}

function print(results: readonly Result[]): void {
  for (const { limit, name, ratio } of results) {
    console.log(`  ${name.padEnd(44)}${ratio.toFixed(2)}, limit ${limit}`);
    // NaN is no ratio that holds.
    if (!(ratio <= limit)) process.exitCode = 1;
  }
}

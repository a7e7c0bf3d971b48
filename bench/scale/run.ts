import { loadavg } from 'node:os';
import { measureSynth } from './synth';

// Figures of a busy machine are to be read as such.
console.log(`Node ${process.version}, load ${(loadavg()[0] ?? 0).toFixed(1)} before the first run`);
for (const { limit, name, ratio } of measureSynth()) {
  console.log(`  ${name.padEnd(44)}${ratio.toFixed(2)}, limit ${limit}`);
  if (ratio > limit) process.exitCode = 1;
}

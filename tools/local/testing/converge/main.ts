import { startEmulator } from '../../src/emulator';
import { KitchenSink } from '../../tests/kitchen-sink/sink';
import { Converge } from './converge';
import { writeTable } from './table';

/**
 * Applies the kitchen sink to an emulator, changes each argument in turn, and writes docs/cognito/converge.md. Minutes pass: each step
 * is a line on standard error.
 */
async function main(): Promise<void> {
  const begun = Date.now();
  const report = (line: string) =>
    console.error(`${String(Math.round((Date.now() - begun) / 1000)).padStart(4)} s  ${line}`);
  report('Starting the emulator');
  const emulator = await startEmulator();
  const sink = new KitchenSink(emulator);
  try {
    report('Applying examples/kitchen-sink');
    await sink.apply();
    await writeTable(await new Converge(sink.stack, () => true, report).run());
    report('Wrote docs/cognito/converge.md');
    report('Destroying examples/kitchen-sink');
    await sink.destroy();
    report('Done');
  } finally {
    await sink.close();
    await emulator.stop();
  }
}

void main();

import { startEmulator } from '../../src/emulator';
import { KitchenSink } from '../../tests/kitchen-sink/sink';
import { Converge } from './converge';
import { writeTable } from './table';

/** Applies the kitchen sink to an emulator, changes each argument in turn, and writes docs/cognito/converge.md. */
async function main(): Promise<void> {
  const emulator = await startEmulator();
  const sink = new KitchenSink(emulator);
  try {
    await sink.apply();
    await writeTable(await new Converge(sink.stack).run());
    await sink.destroy();
  } finally {
    await sink.close();
    await emulator.stop();
  }
}

void main();

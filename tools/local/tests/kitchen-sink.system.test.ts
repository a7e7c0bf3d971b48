import { type Emulator, startEmulator } from '../src/emulator';
import { parts } from './kitchen-sink';
import { KitchenSink } from './kitchen-sink/sink';

// One apply of everything, shared by all parts; each proves its behaviours on it.

let emulator: Emulator;
let sink: KitchenSink;

beforeAll(async () => {
  emulator = await startEmulator();
  sink = new KitchenSink(emulator);
  await sink.apply();
});

afterAll(async () => {
  await sink?.close();
  await emulator?.stop();
});

it('plans no change after the first apply', async () => {
  expect(await sink.changes()).toEqual([]);
});

describe.each(Object.entries(parts))('%s', (_part, behaviours) => {
  it.each(behaviours)('$name', ({ prove }) => prove(sink));
});

it('leaves nothing when it is destroyed', async () => {
  expect(await sink.destroy()).toEqual({});
});

import { type Emulator, startEmulator } from '../src/emulator';
import { Converge } from '../testing/converge/converge';
import { argumentOf, faultOf, faults } from '../testing/converge/faults';
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

// npx nx run cognito:converge tries every argument.
it('changes each argument that ever failed as docs/cognito/converge.md says', async () => {
  const outcomes = await new Converge(sink.stack, (change) => faultOf(change) !== undefined).run();
  const found = outcomes.map((outcome) => [
    argumentOf(outcome),
    typeof outcome.there === 'object' ? 'refused' : outcome.there,
  ]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(faults.map(({ argument, found }) => [argument, found])));
});

it('leaves nothing when it is destroyed', async () => {
  expect(await sink.destroy()).toEqual({});
});

import { type Emulator, startEmulator } from '../src/emulator';
import { type Change } from '../testing/converge/changes';
import { Converge } from '../testing/converge/converge';
import { cognitoSink } from '../testing/converge/cognito/sink';
import { argumentOf, faultOf } from '../testing/converge/fault';
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
  const steps: string[] = [];
  const wanted = (change: Change) => faultOf(cognitoSink, change) !== undefined;
  const report = (line: string) => void steps.push(line);
  const { stack } = sink;
  const outcomes = await new Converge({ sink: cognitoSink, stack, url: emulator.url, wanted, report }).run();
  const found = outcomes.map((outcome) => [
    argumentOf(outcome),
    typeof outcome.there === 'object' ? 'refused' : outcome.there,
  ]);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(cognitoSink.faults.map(({ argument, found }) => [argument, found])),
  );
  expect(steps.filter((line) => !line.startsWith(' '))).toEqual([
    `${outcomes.length} changes, each in a copy of its own: making the copies`,
    'Changing each copy',
    'Taking each change back',
    'Removing the copies',
  ]);
});

it('leaves nothing when it is destroyed', async () => {
  expect(await sink.destroy()).toEqual({});
});

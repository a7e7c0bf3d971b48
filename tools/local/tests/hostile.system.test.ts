import { type Emulator, startEmulator } from '../src/emulator';
import { describeAreas } from '../testing/conformance';
import { attacks } from './hostile';
import { openTargets, type Targets } from './hostile/targets';

let emulator: Emulator;
let targets: Targets;

beforeAll(async () => {
  emulator = await startEmulator();
  targets = await openTargets(emulator);
});

afterAll(async () => {
  await targets?.door.close();
  await emulator?.stop();
});

describeAreas(attacks, () => targets);

import { type Emulator, startEmulator } from '../src/emulator';
import { describeAreas } from '../testing/conformance';
import { frontDoorRows } from './front-door';
import { type Door, openDoor } from './front-door/door';

let emulator: Emulator;
let door: Door;

beforeAll(async () => {
  emulator = await startEmulator();
  door = await openDoor(emulator);
});

afterAll(async () => {
  await door?.close();
  await emulator?.stop();
});

describeAreas(frontDoorRows, () => door);

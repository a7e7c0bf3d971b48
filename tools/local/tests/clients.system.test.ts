import { type Emulator, startEmulator } from '../src/emulator';
import { describeAreas } from '../testing/conformance';
import { clientAreas } from './clients';
import { openScene, type Scene } from './clients/scene';

let emulator: Emulator;
let scene: Scene;

beforeAll(async () => {
  emulator = await startEmulator();
  scene = await openScene(emulator);
});

afterAll(async () => {
  await scene?.door.close();
  await emulator?.stop();
});

describeAreas(clientAreas, () => scene);

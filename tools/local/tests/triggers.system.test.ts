import { type Emulator, startEmulator } from '../src/emulator';
import { describeAreas } from '../testing/conformance';
import { triggerAreas } from './triggers';
import { PoolsWithTriggers } from './triggers/pools';

// Real Terraform makes the pools and deploys the function; no construct of ours is needed.

let emulator: Emulator;
let pools: PoolsWithTriggers;

beforeAll(async () => {
  emulator = await startEmulator();
  pools = new PoolsWithTriggers(emulator);
  await pools.apply();
});

afterAll(async () => {
  await pools?.remove();
  await emulator?.stop();
});

describeAreas(triggerAreas, () => pools);

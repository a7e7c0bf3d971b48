import { type Emulator, startEmulator } from '../src/emulator';
import { describeAreas } from '../testing/conformance';
import { triggerAreas } from './triggers';
import { PoolsWithTriggers } from './triggers/pools';

// Real Terraform makes the pools of examples/trigger-pools: all twelve triggers, by the constructs of libs/cognito.

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

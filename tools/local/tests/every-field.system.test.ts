import { deployStack, findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { type Emulator, startEmulator } from '../src/emulator';
import { s3Client } from '../src/up/aws-clients';
import { createStateBucket } from '../src/up/state-bucket';
import { writeEveryField } from '../testing/every-field';
import { WorkspaceCopy } from '../testing/workspace-copy';

jest.setTimeout(240_000);

const region = 'eu-west-1';

let emulator: Emulator;
const copy = new WorkspaceCopy();

beforeAll(async () => {
  emulator = await startEmulator();
  await createStateBucket(s3Client(emulator.url, region), { bucket: 'gatehouse-local-state', region });
});

afterAll(async () => {
  await emulator.stop();
  copy.remove();
});

it('an environment with every field is applied, and plans nothing afterwards', async () => {
  writeEveryField(copy);
  await copy.synth('local', emulator.url);
  const binary = await findTerraform();
  const stacks = readStacks(copy.path('apps/local'));

  let planned: string[] = [];
  const left: string[] = [];
  for (const stack of stacks) {
    const terraform = new Terraform({
      binary,
      stack,
      onEvent: (event) => {
        if (event.kind === 'planned') planned.push(`${event.address}: ${event.action}`);
      },
    });
    await terraform.init();
    await deployStack(terraform);
    planned = [];
    await terraform.plan();
    left.push(...planned);
  }
  expect(left).toEqual([]);
});

import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { findTerraform, readStacks, Terraform } from '@gatehouse/terraform';
import { appliedResources } from './applied-resources';

describe('appliedResources', () => {
  let root: string;
  let app: string;
  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'gatehouse-applied-'));
    app = join(root, 'qa');
    const directory = join(app, 'cdktf.out/stacks/qa-api');
    mkdirSync(directory, { recursive: true });
    const stack = { name: 'qa-api', workingDirectory: 'stacks/qa-api', dependencies: [] };
    writeFileSync(join(app, 'cdktf.out/manifest.json'), JSON.stringify({ stacks: { 'qa-api': stack } }));
    writeFileSync(
      join(directory, 'cdk.tf.json'),
      JSON.stringify({
        terraform: { backend: { local: { path: join(root, 'qa.tfstate') } } },
        resource: { terraform_data: { one: {}, several: { count: 2 } } },
        module: { nested: { source: './nested' } },
      }),
    );
    mkdirSync(join(directory, 'nested'));
    writeFileSync(join(directory, 'nested/main.tf'), 'resource "terraform_data" "inner" {}\n');
  });
  afterEach(() => rmSync(root, { recursive: true }));

  it('counts what is applied, in modules too, and nothing before and after', async () => {
    const [stack] = readStacks(app);
    const terraform = new Terraform({ binary: await findTerraform(), stack: stack! });

    expect(await appliedResources(app)).toEqual([{ stack: 'qa-api', resources: 0 }]);
    await terraform.plan();
    await terraform.apply();
    expect(await appliedResources(app)).toEqual([{ stack: 'qa-api', resources: 4 }]);
    await terraform.destroy();
    expect(await appliedResources(app)).toEqual([{ stack: 'qa-api', resources: 0 }]);
  });

  it('fails when nothing is synthesized', async () => {
    rmSync(join(app, 'cdktf.out'), { recursive: true });

    await expect(appliedResources(app)).rejects.toThrow('does not exist: synthesize with "npx nx synth qa".');
  });
});

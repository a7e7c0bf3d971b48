import { readFileSync, realpathSync } from 'node:fs';
import { execa } from 'execa';
import { PLATFORM, startReleaseServer } from '../../testing/release-server';
import { temporaryFolder } from '../../testing/stack';
import { findTerraform } from '../find-terraform';

describe('a machine without Terraform', () => {
  it('fetches it from the release server and runs it', async () => {
    const installed = await findTerraform();
    const { stdout } = await execa('which', [installed.command]);
    const { url, sums } = await startReleaseServer(readFileSync(realpathSync(stdout)));
    const env = { PATH: temporaryFolder(), TERRAFORM_RELEASES_URL: url };

    const found = await findTerraform(env, { cache: temporaryFolder(), platform: PLATFORM, sums });

    expect(found).toMatchObject({
      product: installed.product,
      version: installed.version,
      fetched: true,
    });
  });
});

import { join } from 'node:path';
import { execa } from 'execa';
import { folderWith } from '../testing/folder';

const stack = (region: string) => ({
  'dev/cdktf.out/stacks/dev-api/cdk.tf.json': { provider: { aws: [{ region }] } },
});

const cli = (args: string[], env: NodeJS.ProcessEnv = {}) =>
  execa(process.execPath, ['-r', 'tsx/cjs', join(__dirname, 'cli.ts'), ...args], { env, reject: false });

describe('compare', () => {
  it('ends with 0 when everything is identical', async () => {
    const result = await cli(['compare', folderWith(stack('eu-west-1')), folderWith(stack('eu-west-1'))]);

    expect(result.exitCode).toBe(0);
    expect(result.stdout).toMatch(/^Identical\.\n\n1 files compared by value/);
  });

  it('ends with 1 and a table when something differs', async () => {
    const result = await cli(['compare', folderWith(stack('eu-west-1')), folderWith(stack('eu-west-2'))]);

    expect(result.exitCode).toBe(1);
    expect(result.stdout).toContain('| provider | aws[0].region | `"eu-west-1"` | `"eu-west-2"` | dev-api |');
  });

  it('fails when there is nothing to compare, without a stack trace', async () => {
    const result = await cli(['compare', 'nowhere', 'nowhere']);

    expect(result).toMatchObject({ exitCode: 1, stdout: '' });
    expect(result.stderr).toMatch(/^nowhere: expected synthesized stacks .* found none\./);
    expect(result.stderr).not.toContain('    at ');
  });
});

describe.each(['cdktn', 'provider-6'])('%s', (job) => {
  it('fails when the sources cannot be listed, without a stack trace', async () => {
    const result = await cli([job], { PATH: '/nowhere' });

    expect(result).toMatchObject({ exitCode: 1, stdout: '' });
    expect(result.stderr).toMatch(/: expected a Git checkout, .* git answered: .*ENOENT/);
    expect(result.stderr).not.toContain('    at ');
  });
});

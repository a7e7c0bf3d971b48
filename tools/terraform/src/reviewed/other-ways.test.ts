import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { temporaryFolder, writeFile, writeStack } from '../../testing/stack';
import { shownPath } from '../synthesized';
import { otherWays } from './other-ways';

const config = { terraform: { backend: { s3: { bucket: 'states', key: 'qa/api.tfstate' } } } };
const HOME = temporaryFolder();
const ways = (env: NodeJS.ProcessEnv, ...stacks: Parameters<typeof otherWays>[1]) =>
  otherWays({ product: 'Terraform', env: { HOME, ...env } }, stacks);

describe('what Terraform would obey besides a review', () => {
  it('is nothing in an environment and a folder as they are', () => {
    const stack = writeStack('qa-api', config);
    for (const name of ['imports.tf.json', '.terraform.lock.hcl', '.x.tf', 'assets/x.tf', 'notes.tfvars'])
      writeFile(join(stack.directory, name));
    writeFile(join(stack.workDirectory, 'data/environment'), 'default');
    writeFile(join(stack.workDirectory, 'data/terraform.tfstate'), noted('qa/api.tfstate'));
    const env = { TF_VAR_x: 'bound by the digest', TF_LOG: 'debug', TF_CLI_ARGS: '', AWS_PROFILE: 'work' };

    expect(ways(env, stack)).toEqual([]);
  });

  it('are variables that change what its commands do', () => {
    expect(ways({ TF_WORKSPACE: 'x', TF_CLI_ARGS_init: '-x', TF_CLI_ARGS: '-x', TF_REATTACH_PROVIDERS: '{}' })).toEqual(
      [
        'TF_CLI_ARGS is set: unset it',
        'TF_CLI_ARGS_init is set: unset it',
        'TF_REATTACH_PROVIDERS is set: unset it',
        'TF_WORKSPACE is set: unset it',
      ],
    );
  });

  it('is a provider under development, in either form of the file', () => {
    const hcl = 'provider_installation {\n  # dev_overrides {\n  dev_overrides {\n    "hashicorp/aws" = "/x"\n  }\n}\n';
    for (const text of [hcl, '{"provider_installation":[{"dev_overrides":[{"hashicorp/aws":"/x"}]}]}']) {
      const file = writeFile(join(temporaryFolder(), 'x.tfrc'), text);
      expect(ways({ TF_CLI_CONFIG_FILE: file })).toEqual([
        `${file} has dev_overrides, by which another provider runs than was reviewed: remove them`,
      ]);
    }
    const file = writeFile(join(temporaryFolder(), 'x.tfrc'), hcl.replace(/^ {2}dev_overrides/m, '  # dev_overrides'));
    expect(ways({ TF_CLI_CONFIG_FILE: file })).toEqual([]);
  });

  it.each(['x_override.tf.json', 'override.tf', 'x.tofu', 'terraform.tfvars', 'x.auto.tfvars.json'])(
    'is %s beside the synthesized JSON',
    (name) => {
      const stack = writeStack('qa-api', config);
      const file = shownPath(writeFile(join(stack.directory, name)));

      expect(ways({}, stack)).toEqual([`${file} is not of the synthesis: remove it, or run "npx nx synth dev"`]);
    },
  );

  it('is another workspace, or another place of the state, that was noted before', () => {
    const stack = writeStack('qa-api', config);
    const workspace = writeFile(join(stack.workDirectory, 'data/environment'), 'other\n');
    const work = shownPath(stack.workDirectory);

    expect(ways({}, stack)).toEqual([`qa-api has the workspace "other" selected: remove ${work}`]);
    rmSync(workspace);
    writeFile(join(stack.workDirectory, 'data/terraform.tfstate'), noted('else/where.tfstate'));
    expect(ways({}, stack)).toEqual([
      `qa-api was initialised with its state in states/else/where.tfstate, and belongs into states/qa/api.tfstate: remove ${work}`,
    ]);
  });
});

const noted = (key: string): string => JSON.stringify({ backend: { type: 's3', config: { bucket: 'states', key } } });

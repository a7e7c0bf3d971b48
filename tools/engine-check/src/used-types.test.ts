import { folderWith } from '../testing/folder';
import { usedTypes } from './used-types';

describe('usedTypes', () => {
  it('collects the AWS types of every stack, with what any stack writes', () => {
    const folder = folderWith({
      'dev/cdktf.out/stacks/dev-identity/cdk.tf.json': {
        provider: { aws: [{ region: 'eu-west-1' }] },
        resource: {
          aws_cognito_user_pool: { users: { '//': { metadata: {} }, name: 'n', schema: [{ name: 'a' }] } },
        },
      },
      'prod/cdktf.out/stacks/prod-identity/cdk.tf.json': {
        data: { aws_region: { here: {} }, terraform_remote_state: { other: { backend: 's3' } } },
        resource: {
          aws_cognito_user_pool: { users: { mfa_configuration: 'ON' } },
          terraform_data: { x: {} },
        },
      },
      'dev/cdktf.out/manifest.json': { resource: { aws_not_a_stack: {} } },
    });

    expect(usedTypes(folder)).toEqual([
      {
        block: 'resource',
        type: 'aws_cognito_user_pool',
        name: 'aws_cognito_user_pool',
        written: new Set(['name', 'schema', 'schema.name', 'mfa_configuration']),
      },
      { block: 'data', type: 'aws_region', name: 'data.aws_region', written: new Set() },
      { block: 'provider', type: 'aws', name: 'provider.aws', written: new Set(['region']) },
    ]);
  });
});

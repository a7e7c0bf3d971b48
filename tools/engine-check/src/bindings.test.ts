import { resolve } from 'node:path';
import { bindingOf } from './bindings';

const workspace = resolve(__dirname, '../../..');

const entries = (block: string, type: string) => Object.fromEntries(bindingOf(workspace, block, type) ?? []);

// The real bindings, because their layout is what is being read.
describe('bindingOf', () => {
  it('reads arguments and blocks by their names in Terraform', () => {
    expect(entries('resource', 'aws_cognito_resource_server')).toEqual({
      id: { required: false, type: 'string' },
      identifier: { required: true, type: 'string' },
      name: { required: true, type: 'string' },
      user_pool_id: { required: true, type: 'string' },
      scope: { required: false, type: 'block[]' },
      'scope.scope_description': { required: true, type: 'string' },
      'scope.scope_name': { required: true, type: 'string' },
    });
  });

  it('reads a block in a block', () => {
    expect(entries('resource', 'aws_cognito_user_pool')).toMatchObject({
      account_recovery_setting: { required: false, type: 'block' },
      'account_recovery_setting.recovery_mechanism': { required: false, type: 'block[]' },
      'account_recovery_setting.recovery_mechanism.priority': { required: true, type: 'number' },
    });
  });

  it('finds data sources and the provider', () => {
    expect(entries('data', 'aws_iam_policy_document')).toHaveProperty(['statement.actions']);
    expect(entries('provider', 'aws')).toHaveProperty('allowed_account_ids');
  });

  it('ends for a block that can hold itself', () => {
    expect(entries('resource', 'aws_wafv2_web_acl')).toHaveProperty('default_action');
  });

  it('knows no type that the bindings do not have', () => {
    expect(bindingOf(workspace, 'resource', 'aws_no_such_thing')).toBeUndefined();
  });
});

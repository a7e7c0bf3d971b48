import { CloudwatchLogGroup } from '@cdktf/provider-aws/lib/cloudwatch-log-group';
import { DataAwsIamRole } from '@cdktf/provider-aws/lib/data-aws-iam-role';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { synthApp } from '@gatehouse/testing';
import { TerraformLocal, TerraformOutput, type TerraformStack, TerraformVariable } from 'cdktf';
import { Construct } from 'constructs';
import { readableName, sharedAddresses } from './addresses';
import { EnvironmentStack } from './environment-stack';
import { environment } from '../testing/environment';

const role = (scope: Construct, id: string) => new IamRole(scope, id, { name: id, assumeRolePolicy: '{}' });

const build = (fill: (stack: TerraformStack) => void) =>
  synthApp((app) => fill(new EnvironmentStack(app, 'test', environment())))['test-test'];

describe('readable names', () => {
  it.each([
    ['users', 'users'],
    ['accessLogs', 'access_logs'],
    ['access-logs', 'access_logs'],
    ['https://api.example.com', 'https_api_example_com'],
    ['v2Users', 'v2_users'],
  ])('names %s %s', (id, name) => {
    expect(readableName(new Construct(new Construct(undefined as never, ''), id).node)).toBe(name);
  });

  it('names a Resource after its parent', () => {
    const users = new Construct(new Construct(undefined as never, ''), 'users');

    expect(readableName(new Construct(users, 'Resource').node)).toBe('users');
  });

  it('gives no hash to elements deep in the tree', () => {
    const stack = build((scope) => role(new Construct(new Construct(scope, 'a'), 'b'), 'deepRole'));

    expect(Object.keys(stack?.resource.aws_iam_role ?? {})).toEqual(['deep_role']);
  });
});

describe('shared addresses', () => {
  it('fails when two resources share an address, naming both', () => {
    const same = () =>
      build((stack) => {
        role(new Construct(stack, 'one'), 'role');
        role(new Construct(stack, 'two'), 'role');
      });

    expect(same).toThrow(
      'aws_iam_role.role: expected one construct at this Terraform address, found 2: ' +
        'test-test/one/role, test-test/two/role. Only one of them would be deployed; give the others another id.',
    );
  });

  it.each<[string, (scope: Construct) => void]>([
    ['data.aws_iam_role.x', (scope) => new DataAwsIamRole(scope, 'x', { name: 'x' })],
    ['output.x', (scope) => new TerraformOutput(scope, 'x', { value: 'x' })],
    ['var.x', (scope) => new TerraformVariable(scope, 'x', {})],
    ['local.x', (scope) => new TerraformLocal(scope, 'x', 'x')],
  ])('fails when two elements share %s', (address, add) => {
    const same = () =>
      build((stack) => {
        add(new Construct(stack, 'one'));
        add(new Construct(stack, 'two'));
      });

    expect(same).toThrow(`${address}: expected one construct`);
  });

  it('allows one name for different types', () => {
    const stack = build((scope) => {
      role(new Construct(scope, 'one'), 'same');
      new CloudwatchLogGroup(new Construct(scope, 'two'), 'same', {});
    });

    expect(Object.keys(stack?.resource ?? {})).toEqual(['aws_cloudwatch_log_group', 'aws_iam_role']);
  });

  it('looks at one stack at a time', () => {
    const found: string[][] = [];

    synthApp((app) => {
      for (const id of ['one', 'two']) {
        const stack = new EnvironmentStack(app, id, environment());
        role(stack, 'role');
        found.push(sharedAddresses(stack));
      }
    });

    expect(found).toEqual([[], []]);
  });
});

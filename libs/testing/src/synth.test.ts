import { existsSync } from 'node:fs';
import { DataAwsCallerIdentity } from '@cdktf/provider-aws/lib/data-aws-caller-identity';
import { IamRole } from '@cdktf/provider-aws/lib/iam-role';
import { AwsProvider } from '@cdktf/provider-aws/lib/provider';
import { Aspects, TerraformOutput, TerraformStack } from 'cdktf';
import { synth, synthApp, validationErrors } from './index';

const role = (stack: TerraformStack) => new IamRole(stack, 'role', { name: 'r', assumeRolePolicy: '{}' });

describe('synth', () => {
  it('returns resources without metadata', () => {
    const { resource } = synth(role);

    expect(resource).toEqual({ aws_iam_role: { role: { name: 'r', assume_role_policy: '{}' } } });
  });

  it('returns data, outputs, provider and Terraform settings', () => {
    const stack = synth((scope) => {
      new DataAwsCallerIdentity(scope, 'me');
      new TerraformOutput(scope, 'out', { value: 'x' });
    });

    expect(stack.data).toEqual({ aws_caller_identity: { me: {} } });
    expect(stack.output).toEqual({ out: { value: 'x' } });
    expect(stack.provider).toEqual({ aws: [{ region: 'eu-west-1' }] });
    expect(stack.terraform).toMatchObject({ required_providers: { aws: { version: '5.100.0' } } });
    expect(stack.moved).toEqual([]);
  });

  it('prepares references between stacks', () => {
    const stacks = synthApp((app) => {
      const [from, to] = ['from', 'to'].map((id) => {
        const stack = new TerraformStack(app, id);
        new AwsProvider(stack, 'aws', { region: 'eu-west-1' });
        return stack;
      }) as [TerraformStack, TerraformStack];
      new TerraformOutput(to, 'arn', { value: role(from).arn });
    });

    expect(Object.keys(stacks)).toEqual(['from', 'to']);
    expect(Object.keys(stacks.to?.data ?? {})).toEqual(['terraform_remote_state']);
  });

  it('invokes aspects', () => {
    const visited: string[] = [];

    synth((stack) => {
      role(stack);
      Aspects.of(stack).add({ visit: ({ node }) => visited.push(node.path) });
    });

    expect(visited).toContain('test/role');
  });

  it('leaves no folder behind', () => {
    let outdir = '';

    synthApp((app) => {
      outdir = app.outdir;
      expect(existsSync(outdir)).toBe(true);
    });

    expect(existsSync(outdir)).toBe(false);
  });

  it('fails when a validation fails', () => {
    const build = (stack: TerraformStack) => role(stack).node.addValidation({ validate: () => ['name is too short'] });

    expect(() => synth(build)).toThrow('[test/role] name is too short');
  });
});

describe('validationErrors', () => {
  it('lists every failed validation with its construct path', () => {
    const errors = validationErrors((stack) => {
      role(stack).node.addValidation({ validate: () => ['one', 'two'] });
    });

    expect(errors).toEqual(['[test/role] one', '[test/role] two']);
  });

  it('is empty for a valid stack', () => {
    expect(validationErrors(role)).toEqual([]);
  });

  it('passes on an error that a construct throws', () => {
    const build = () => {
      throw new Error('boom');
    };

    expect(() => validationErrors(build)).toThrow('boom');
  });
});

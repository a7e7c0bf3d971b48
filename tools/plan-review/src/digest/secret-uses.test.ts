import { digestPlan } from '../../testing/digest-pairs';
import { planDigest } from './plan-digest';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a real plan is changed here
const plan = (): any => digestPlan('secret-uses');
const KEY = Buffer.from('the key of this test, which is long enough');

describe('a secret that an apply uses', () => {
  it('is one of its changes, whether a change has it or not', () => {
    const { secretChanges, secrets } = planDigest(plan());

    expect(secrets).toBe('not bound');
    expect([...secretChanges].sort()).toEqual([
      'aws_ssm_parameter.write_only: value_wo',
      'module.m.terraform_data.in_module: provisioners',
      'output.token',
      'terraform_data.by_another: provisioners',
      'terraform_data.by_itself: input',
      'terraform_data.by_itself: provisioners',
      'terraform_data.by_local: provisioners',
      'terraform_data.by_variable: provisioners',
    ]);
  });

  it('is bound with the key, and only with it', () => {
    const other = plan();
    const token = 'other-token-of-many-letters';
    other.variables.token.value = token;
    other.output_changes.token.after = token;
    for (const { change } of other.resource_changes)
      if (change.after.input?.startsWith('first')) change.after.input = token;

    expect(planDigest(other).digest).toBe(planDigest(plan()).digest);
    expect(planDigest(other, { secretsKey: KEY }).digest).not.toBe(planDigest(plan(), { secretsKey: KEY }).digest);
  });

  it('is none of what an update leaves as it is', () => {
    const updated = plan();
    for (const { change } of updated.resource_changes)
      Object.assign(change, { actions: ['update'], before: { ...change.after, tags: { a: 'b' } } });
    updated.output_changes.token.actions = ['no-op'];

    expect(planDigest(updated).secretChanges).toEqual([]);
    const parameter = updated.resource_changes.find(({ type }: { type: string }) => type === 'aws_ssm_parameter');
    parameter.change.after.value_wo_version = 2;
    expect(planDigest(updated).secretChanges).toEqual(['aws_ssm_parameter.write_only: value_wo']);
  });
});

describe('a short secret that nothing marks where it is written', () => {
  const digest = (secret: string, secretsKey?: Buffer) => {
    const written = plan();
    const root = written.configuration.root_module;
    for (const address of ['terraform_data.by_itself', 'terraform_data.without']) {
      const resource = root.resources.find((each: { address: string }) => each.address === address);
      resource.expressions.input = { constant_value: secret };
    }
    written.variables.token.value = secret;
    const { change } = written.resource_changes.find(
      (each: { address: string }) => each.address === 'terraform_data.by_itself',
    );
    change.after.input = secret;
    written.output_changes.token.actions = ['no-op'];
    return planDigest(written, { secretsKey }).digest;
  };

  it('is left out without the key, if AWS takes it as a password', () => {
    expect(digest('abc123')).toBe(digest('xyz789'));
    expect(digest('a1')).not.toBe(digest('b2'));
  });

  it('is bound with the key, however short', () => {
    expect(digest('abc123', KEY)).not.toBe(digest('xyz789', KEY));
    expect(digest('a1', KEY)).not.toBe(digest('b2', KEY));
  });
});

import { digestPlan } from '../../testing/digest-pairs';
import { explainDigests } from './explain';

const KEY = Buffer.from('the key of this test, which is long enough');

const explained = (pair: string, secretsKey?: Buffer) =>
  explainDigests(
    { name: 'a', plan: digestPlan(`${pair}-a`), secretsKey },
    { name: 'b', plan: digestPlan(`${pair}-b`), secretsKey },
  );

describe('what two plans differ by', () => {
  it('is said by address and argument', () => {
    expect(explained('provisioner')).toEqual([
      'what the configuration says:',
      '  terraform_data.p: code of provisioners',
    ]);
    expect(explained('data-doc')).toEqual([
      'what is done to resources:',
      '  data.aws_iam_policy_document.p: statement',
      'what the configuration says:',
      '  data.aws_iam_policy_document.p: code of statement',
    ]);
  });

  it('has no secret in it, and is nothing without the key', () => {
    expect(explained('oidc-secret')).toEqual([]);
    const lines = explained('oidc-secret', KEY);
    expect(lines[1]).toBe('  aws_cognito_identity_provider.corp: provider_details');
    expect(lines.join()).not.toMatch(/rotated|attacker/);
  });

  it('names what only one of them has', () => {
    const lines = explainDigests(
      { name: 'a', plan: digestPlan('output-a') },
      { name: 'b', plan: digestPlan('provisioner-a') },
    );
    expect(lines).toContain('  output user_pool_arn: only in a');
    expect(lines).toContain('  terraform_data.p: only in b');
  });
});

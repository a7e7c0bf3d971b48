import { digestFolder, digestPlan } from '../../testing/digest-pairs';
import { codeOfPlans } from '../config/code-of-plans';
import { readFolder } from '../config/folder';
import { planDigest, type DigestOptions, type PlanDigest } from './plan-digest';

const KEY = Buffer.from('the key of this test, which is long enough');

const digested = (name: string, options: DigestOptions = {}): PlanDigest => planDigest(digestPlan(name), options);

async function withCode(name: string): Promise<PlanDigest> {
  const plan = digestPlan(name);
  const configuration = codeOfPlans({ plan }, [await readFolder(digestFolder(name))])['plan'];
  return planDigest(plan, { configuration });
}

describe('two plans that mean something else', () => {
  it.each([
    ['data-doc', 'an action in a policy document that is read during the apply'],
    ['lambda-env', 'a plain variable of a function'],
    ['output', 'the value of an output'],
    ['provisioner', 'the command of a provisioner'],
  ])('have two digests: %s, %s', (name) => {
    const [one, other] = [digested(`${name}-a`), digested(`${name}-b`)];
    expect(one.digest).toMatch(/^gh2-[0-9a-f]{40}$/);
    expect(one.digest).not.toBe(other.digest);
    expect(one.digest).toBe(digested(`${name}-a`).digest);
  });

  it.each([
    ['jsonencode', 'aws_iam_role_policy.p: policy'],
    ['perm-template', 'aws_lambda_permission.n: source_arn'],
    ['trust', 'aws_iam_role.n: assume_role_policy'],
  ])('have two digests with their code, and say what is missing without it: %s', async (name, missing) => {
    const [one, other] = [await withCode(`${name}-a`), await withCode(`${name}-b`)];
    expect(one.digest).not.toBe(other.digest);
    expect([one.byReference, other.byReference]).toEqual([[], []]);
    expect(one.digest).toBe((await withCode(`${name}-a`)).digest);
    expect(digested(`${name}-a`).byReference).toContain(missing);
  });

  it('have two digests when a secret differs, for who has the key', () => {
    const [one, other] = ['oidc-secret-a', 'oidc-secret-b'].map((name) => digested(name, { secretsKey: KEY }));
    expect(one?.digest).not.toBe(other?.digest);
    expect(one?.secrets).toBe('bound');
    expect(one?.secretChanges).toEqual(['aws_cognito_identity_provider.corp: provider_details']);
    const [without, another] = ['oidc-secret-a', 'oidc-secret-b'].map((name) => digested(name));
    expect(without).toEqual({ ...another, secrets: 'not bound' });
  });
});

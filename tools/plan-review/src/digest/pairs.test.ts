import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TerraformPlan } from '@gatehouse/surface';
import { digestFolder, digestPlan } from '../../testing/digest-pairs';
import { codeOfPlans } from '../config/code-of-plans';
import { readFolder } from '../config/folder';
import { fileHash } from '../read/file-hash';
import { reviewEnvironment } from '../review';
import { planDigest, type DigestOptions, type PlanDigest } from './plan-digest';

// eslint-disable-next-line @typescript-eslint/no-explicit-any -- a real plan is changed here
type Plan = any;

const KEY = Buffer.from('the key of this test, which is long enough');

const digested = (name: string, options: DigestOptions = {}): PlanDigest => planDigest(digestPlan(name), options);

async function withCode(name: string, secretsKey?: Buffer): Promise<PlanDigest> {
  const plan = digestPlan(name);
  const configuration = codeOfPlans({ plan }, [await readFolder(digestFolder(name))])['plan'];
  return planDigest(plan, { configuration, secretsKey });
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
    ['archive', 'aws_lambda_function.f: filename'],
    ['dynamic', 'aws_security_group.s: ingress'],
    ['dynamic-document', 'data.aws_iam_policy_document.d: statement'],
    ['script', 'terraform_data.t: provisioners'],
    ['sent-file', 'terraform_data.t: provisioners'],
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

  it('have two digests when a data source answers something else that goes through a local', async () => {
    const [one, other] = [digested('answer-local-a'), digested('answer-local-b')];
    expect(one.digest).not.toBe(other.digest);
    const [written, another] = [await withCode('answer-local-a'), await withCode('answer-local-b')];
    expect(written.digest).not.toBe(another.digest);
  });

  it('have two digests when an argument differs that is only written, and say which variable no plan has', async () => {
    const [one, other] = [await withCode('write-only-a', KEY), await withCode('write-only-b', KEY)];
    expect(one.digest).not.toBe(other.digest);
    expect([one.byReference, other.byReference]).toEqual([['var.v'], ['var.v']]);
    expect(digested('write-only-a').byReference).toEqual(['aws_ssm_parameter.s: value_wo', 'var.v']);
  });

  it('have one digest when only what such a variable is given differs, and say that nothing binds it', async () => {
    const [one, other] = [await withCode('write-only-variable-a', KEY), await withCode('write-only-variable-b', KEY)];
    expect(one).toEqual(other);
    expect([one.byReference, digested('write-only-variable-a', { secretsKey: KEY }).byReference]).toEqual([
      ['var.v'],
      ['aws_ssm_parameter.s: value_wo', 'var.v'],
    ]);
  });
});

describe('an archive that a plan only names', () => {
  const plan = digestPlan('archive-a');
  const content = { resource: {} };
  const digestWith = (hash: string | undefined) => planDigest(plan, { configuration: { content, hash: () => hash } });

  it('is bound where its file can be read, and named where it cannot', () => {
    expect(digestWith('1').digest).not.toBe(digestWith('2').digest);
    expect(digestWith('1').byReference).not.toContain('aws_lambda_function.f: filename');
    expect(digestWith(undefined).byReference).toContain('aws_lambda_function.f: filename');
  });

  it('is bound by the hash in the plan, where there is one', () => {
    const withHash = JSON.parse(JSON.stringify(plan)) as { resource_changes: Plan[] };
    const entry = withHash.resource_changes.find(({ type }) => type === 'aws_lambda_function');
    Object.assign(entry?.change.after ?? {}, { source_code_hash: 'abc=' });
    expect(planDigest(withHash as TerraformPlan).byReference).toEqual(['aws_lambda_function.f: role']);
  });
});

describe('the files of a stack of this workspace', () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'stack-'))));
  afterEach(() => rmSync(folder, { recursive: true }));

  it('are bound with it, planned or not, and none outside of its folder is read', () => {
    const digests = (archive: string) => {
      writeFileSync(join(folder, 'code.zip'), archive);
      const synthesized = { api: { resource: { aws_lambda_function: { f: { filename: 'code.zip' } } } } };
      const input = { synthesized, directories: { api: folder } } as const;
      const review = (more: object) => reviewEnvironment({ plans: {}, ...input, ...more }).stacks[0];
      const stacks = [
        review({ plans: { api: digestPlan('archive-a') } }),
        review({ code: { stacks: { api: 'later' }, before: {} } }),
      ];
      return stacks.map((stack) => stack?.digest);
    };
    const [one, other] = [digests('one'), digests('other')];
    expect(one[0]).not.toBe(other[0]);
    expect(one[1]).not.toBe(other[1]);
    expect(digests('one')).toEqual(one);
    expect(fileHash('code.zip', [folder])).toMatch(/^[0-9a-f]{64}$/);
    symlinkSync('/etc/hostname', join(folder, 'link'));
    expect([fileHash('link', [folder]), fileHash('../x', [folder]), fileHash('none', [folder])]).toEqual([
      undefined,
      undefined,
      undefined,
    ]);
  });
});

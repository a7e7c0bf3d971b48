import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { TerraformPlan } from '@gatehouse/surface';
import { reviewEnvironment } from '../review';
import { codeOfPlans } from './code-of-plans';
import { readFolder } from './folder';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'plan-review-'))));
afterEach(() => rmSync(folder, { recursive: true }));

function write(files: Readonly<Record<string, string>>) {
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, name)), { recursive: true });
    writeFileSync(join(folder, name), text);
  }
  return folder;
}

/** A plan that makes a queue of a module, and the role of a worker with a policy that names it. */
function planOf(policyOf: string, references: readonly string[]): TerraformPlan {
  const made = (address: string, after: object, after_unknown: object) => {
    const [type, name] = address.replace(/^module\.\w+\./, '').split('.');
    const module_address = /^module\.\w+/.exec(address)?.[0];
    const change = { actions: ['create'], before: null, after, after_unknown };
    return { address, ...(module_address && { module_address }), mode: 'managed', type, name, change };
  };
  const role = { address: 'aws_iam_role.worker', type: 'aws_iam_role', name: 'worker', mode: 'managed' };
  const policy = { assume_role_policy: { references } };
  return {
    format_version: '1.2',
    resource_changes: [
      made(policyOf, { name: 'worker' }, { arn: true, assume_role_policy: true }),
      made('module.jobs.aws_sqs_queue.own', { name: 'jobs' }, { arn: true }),
    ],
    configuration: {
      root_module: {
        resources: [{ ...role, expressions: policy }],
        module_calls: { jobs: { source: './jobs', module: { resources: [] } } },
      },
    },
  };
}

const MAIN = `
# The policy is in a file.
resource "aws_iam_role" "worker" {
  name               = "worker"
  assume_role_policy = templatefile("\${path.module}/trust.json", { who = "*", queue = module.jobs.arn })
}
module "jobs" {
  source = "./jobs"
}
`;
const TRUST =
  '{"Statement":[{"Effect":"Allow","Action":"sts:AssumeRole","Principal":{"AWS":"${who}"},"Sid":"${queue}"}]}';
const JOBS = 'resource "aws_sqs_queue" "own" {}\noutput "arn" { value = aws_sqs_queue.own.arn }\n';

describe('the code of a plan', () => {
  const plan = planOf('aws_iam_role.worker', ['module.jobs.arn', 'module.jobs']);
  const findings = (more: object = {}) =>
    reviewEnvironment({ plans: { team: plan }, ...more }).findings.map(({ rule, address }) => `${rule} ${address}`);

  it('tells what a policy says that the plan does not know', async () => {
    expect(findings()).toContainEqual('access-unknown aws_iam_role.worker');
    const code = await readFolder(write({ 'main.tf': MAIN, 'trust.json': TRUST, 'jobs/main.tf': JOBS }));
    expect(code.missing).toEqual([]);
    const written = codeOfPlans({ team: plan }, [code]);
    expect(findings({ written })).not.toContainEqual('access-unknown aws_iam_role.worker');
    expect(findings({ written }).join()).toMatch(/role-trusts?-\w+ aws_iam_role\.worker/);
  });

  it('stays hidden where a file is not of the code', async () => {
    const outside = MAIN.replace('/trust.json', '/../trust.json');
    write({ 'trust.json': TRUST, 'code/main.tf': outside, 'code/jobs/main.tf': JOBS });
    const written = codeOfPlans({ team: plan }, [await readFolder(join(folder, 'code'))]);
    expect(findings({ written })).toContainEqual('access-unknown aws_iam_role.worker');
  });

  it('is not taken from the folder of another plan', async () => {
    const code = await readFolder(write({ 'main.tf': 'resource "aws_sqs_queue" "other" {}' }));
    expect(() => codeOfPlans({ team: plan }, [code])).toThrow(
      `--config ${folder}: expected the code of a plan, found code without aws_iam_role.worker. Give the folder in which the plan was made.`,
    );
  });
});

describe('a folder of code', () => {
  it('lists modules that are not there, and finds those that terraform init put there', async () => {
    const main = 'module "far" {\n  source = "terraform-aws-modules/sqs/aws"\n}\n';
    expect((await readFolder(write({ 'main.tf': main }))).missing).toEqual([
      'module.far (terraform-aws-modules/sqs/aws)',
    ]);
    const Modules = [{ Key: 'far', Source: '', Dir: '.terraform/modules/far' }];
    write({ '.terraform/modules/modules.json': JSON.stringify({ Modules }), '.terraform/modules/far/main.tf': JOBS });
    const { code, missing } = await readFolder(folder);
    expect([missing, code.modules?.['far']?.path]).toEqual([[], '.terraform/modules/far']);
  });

  it.each([
    ['no folder', {}, 'nowhere', '--config: expected a folder with Terraform code, found none at '],
    ['no code', { 'a.txt': '' }, '.', 'expected .tf or .tf.json files, found none.'],
    ['an override file', { 'a.tf': '', 'b_override.tf': '' }, '.', 'expected no override file'],
    ['a mistake', { 'a.tf': '\nresource "x" {' }, '.', 'a.tf:2: expected Terraform code, found a syntax error.'],
    ['no JSON', { 'a.tf.json': 'secret' }, '.', 'a.tf.json: expected JSON, found something else.'],
  ])('with %s is an error', async (_, files, at, message) => {
    write(files as unknown as Record<string, string>);
    await expect(readFolder(join(folder, at))).rejects.toThrow(message);
  });
});

import { type StepResult, StepRunner } from '../testing/step-runner';
import { stepNamed } from '../testing/workflows';

const counts = { add: 0, change: 1, destroy: 0, import: 0, move: 0, forget: 0, invoke: 0 };

/** As `plan-review --json` writes it. */
function review(environment: string, verdict: 'clean' | 'risky', findings: object[] = []) {
  const stack = {
    ...{ name: `${environment}-api`, status: 'changes', counts, changes: [], drift: [], deferred: [] },
    ...{ outputs: [], checks: [], actionInvocations: [], digest: 'd1' },
  };
  const nothing = { apis: [], access: [], suppressed: [], standing: [], unusedSuppressions: [] };
  const environments = [{ name: environment, digest: 'd2', findings, stacks: [stack], ...nothing }];
  return { format: 'gatehouse-review/1', verdict, environments };
}

const finding = {
  rule: 'route-becomes-public',
  severity: 'critical',
  subject: 'GET /reports',
  message: 'Anyone may call it.',
  remediation: 'Guard it.',
  address: 'aws_api_gateway_method.get_reports',
  stack: 'prod-api',
};

describe('the comment on a pull request', () => {
  let runner: StepRunner;
  beforeEach(() => {
    runner = new StepRunner();
  });
  afterEach(() => runner.remove());

  async function merge(environments: string[], orphaned: object[] = []): Promise<StepResult & { comment: string }> {
    const result = await runner.run(stepNamed('pull-request.yml', 'comment', 'Merge the reviews of all environments'), {
      ENVIRONMENTS: JSON.stringify(environments),
      ORPHANED: JSON.stringify(orphaned),
      RUN: 'https://github.com/acme/shop/actions/runs/42',
    });
    expect(result.exitCode).toBe(0);
    return { ...result, comment: runner.read('comment.md') };
  }

  it('is one for all environments, with the worst verdict of them', async () => {
    runner.write('reviews/dev.json', review('dev', 'clean'));
    runner.write('reviews/prod.json', review('prod', 'risky', [finding]));

    const { outputs, comment } = await merge(['dev', 'prod']);

    expect(outputs).toEqual({ verdict: 'risky' });
    expect(comment).toMatch(/^<!-- gatehouse-plan-review -->\n/);
    expect(comment).toContain('Anyone may call it.');
    expect(comment).toContain('dev');
  });

  it('is clean when all are', async () => {
    runner.write('reviews/dev.json', review('dev', 'clean'));

    expect((await merge(['dev'])).outputs).toEqual({ verdict: 'clean' });
  });

  it('begins with what could not be planned, and is then no clean bill of health', async () => {
    runner.write('reviews/dev.json', review('dev', 'clean'));

    const { outputs, comment } = await merge(['dev', 'prod']);

    expect(outputs).toEqual({ verdict: 'not reviewed' });
    expect(comment).toMatch(
      /^\*\*prod was not reviewed\*\*: it could not be planned, see \[the run\]\(https:\/\/github\.com\/acme\/shop\/actions\/runs\/42\)\.\n\n/,
    );
  });

  it('names what a removed environment leaves behind', async () => {
    const { outputs, comment } = await merge(
      [],
      [{ environment: 'qa', states: ['s3://b/qa/identity.tfstate', 's3://b/qa/api.tfstate'] }],
    );

    expect(outputs).toEqual({ verdict: 'clean' });
    expect(comment).toBe(
      '**qa is removed**, and what it deployed is not: `s3://b/qa/identity.tfstate`, `s3://b/qa/api.tfstate`.\n\n',
    );
  });

  it('says so when no environment changes', async () => {
    expect((await merge([])).comment).toBe('No environment changes in Terraform.\n');
  });
});

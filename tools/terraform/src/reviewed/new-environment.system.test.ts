import { remoteState } from '../../testing/app';
import { emulatedAws } from '../../testing/cloud';
import { motoWithStates } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

describe('a new environment whose stacks read each other, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  /** @param authorization of the one route */
  function write(authorization: string, mode = 'AWS_IAM'): void {
    // What it becomes, neither the plan of a new environment knows nor its code.
    const output = {
      pool: { value: 'eu-west-1_new' },
      mode: { value: '${replace(terraform_data.mode.output, "/x/", "")}' },
    };
    qa.write('qa-identity', { resource: { terraform_data: { mode: { input: mode } } }, output });
    const api = {
      aws_api_gateway_rest_api: {
        qa: { name: 'qa', description: 'Users of ${data.terraform_remote_state.upstream.outputs.pool}' },
      },
      aws_api_gateway_method: {
        root: {
          rest_api_id: '${aws_api_gateway_rest_api.qa.id}',
          resource_id: '${aws_api_gateway_rest_api.qa.root_resource_id}',
          http_method: 'GET',
          authorization,
        },
      },
    };
    const id = { value: '${aws_api_gateway_rest_api.qa.id}' };
    const reads = (stack: string) => remoteState(moto.endpoint, qa.key(stack));
    qa.write('qa-api', { ...emulatedAws(moto), data: reads('qa-identity'), resource: api, output: { id } }, [
      'qa-identity',
    ]);
    const jobs = { terraform_data: { job: { input: '${data.terraform_remote_state.upstream.outputs.id}' } } };
    qa.write('qa-jobs', { data: reads('qa-api'), resource: jobs }, ['qa-api']);
  }

  it('is reviewed once, and deployed in one run', async () => {
    write('AWS_IAM');
    const { digest, file, review } = await qa.review();

    const byDigest = await qa.deploy(digest);
    const before = await qa.applied();
    const byReview = await qa.deploy(file);

    expect(review.environments[0]?.stacks.map(({ name, status }) => [name, status])).toEqual([
      ['qa-identity', 'changes'],
      ['qa-api', 'from code'],
      ['qa-jobs', 'from code'],
    ]);
    expect([byDigest.exitCode, before]).toEqual([1, []]);
    expect(byDigest.stderr).toContain(
      'Nothing was applied: qa-api, qa-jobs could not be planned when it was reviewed, and the digest alone does not tell',
    );
    expect([byReview.exitCode, byReview.stderr]).toEqual([0, expect.not.stringContaining('was not applied')]);
    expect(byReview.stdout).toMatch(/qa-identity\n[^]*1 added[^]*qa-api\n[^]*2 added[^]*qa-jobs\n[^]*1 added/);
    expect(await qa.applied()).toEqual(['qa-identity', 'qa-api', 'qa-jobs']);
    expect(qa.plansLeft()).toEqual([]);
  });

  it('stops before a stack that opens a route after its review', async () => {
    write('${data.terraform_remote_state.upstream.outputs.mode}', 'NONE');
    const { file } = await qa.review();
    write('NONE', 'NONE');

    const another = await qa.deploy(file);
    const before = await qa.applied();
    write('${data.terraform_remote_state.upstream.outputs.mode}', 'NONE');
    const opened = await qa.deploy(file);
    const again = await qa.deploy(file);

    expect([another.exitCode, before]).toEqual([1, []]);
    expect(another.stderr).toMatch(
      /^Nothing was applied: the plan is not what was reviewed\.\n {2}qa-api: [^\n]*\nReview/m,
    );
    expect(opened.exitCode).toBe(1);
    expect(opened.stderr).toContain(
      'qa-api was not applied: it could not be planned when it was reviewed, and its plan says something else than its code did:\n',
    );
    expect(opened.stderr).toMatch(/\n {2}GET \/ of qa: nobody -> anyone; reviewed: nobody -> /);
    expect(await qa.applied()).toEqual(['qa-identity']);
    // What was applied has nothing left to do; the rest is what it was.
    expect([again.exitCode, again.stderr]).toEqual([1, expect.stringMatching(/^qa-api was not applied: /)]);
    expect(opened.stderr).toContain(again.stderr);
    expect(qa.plansLeft()).toEqual([]);
  });
});

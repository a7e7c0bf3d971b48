import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { remoteState, s3State } from '../../testing/app';
import { motoWithStates } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

describe('deploy --reviewed, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  describe('a plan of which one thing is another by now', () => {
    const trace = (): string => join(qa.app.directory, 'swapped');
    const allow = (rest: object) => ({ Statement: [{ Effect: 'Allow', ...rest }] });
    /** As in plans that had one digest each, and were applied. */
    const reviewed = {
      command: 'true',
      jsonencode:
        '${jsonencode({Effect = "Allow", Action = "s3:GetObject", Resource = [terraform_data.bucket.output]})}',
      output: 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Good',
      template: '${terraform_data.bucket.output}/*/GET/me',
      trust: JSON.stringify(allow({ Action: 'sts:AssumeRole', Principal: { AWS: '${terraform_data.bucket.output}' } })),
    };

    function write({ command, jsonencode, output, template, trust }: typeof reviewed): void {
      const data = (input: string) => ({ input });
      const script = { input: 'x', provisioner: [{ 'local-exec': { command } }] };
      qa.write('qa-api', {
        resource: {
          terraform_data: {
            bucket: data('arn:aws:s3:::b'),
            jsonencode: data(jsonencode),
            script,
            template: data(template),
            trust: data(trust),
          },
        },
        output: { pool: { value: output } },
      });
    }

    it('is refused, nothing is applied, and it says what; what was reviewed is applied', async () => {
      write(reviewed);
      const { digest, file } = await qa.review();

      const swaps: Partial<typeof reviewed>[] = [
        { command: `touch ${trace()}` },
        {
          jsonencode: '${jsonencode({Effect = "Allow", Action = "*", Resource = [terraform_data.bucket.output, "*"]})}',
        },
        { output: 'arn:aws:cognito-idp:eu-west-1:999999999999:userpool/eu-west-1_Evil' },
        { template: '${terraform_data.bucket.output == "" ? "" : "arn:aws:execute-api:eu-west-1:999999999999:*"}' },
        { trust: JSON.stringify(allow({ Action: '*', Principal: { AWS: ['*', '${terraform_data.bucket.output}'] } })) },
      ];
      const refused: unknown[] = [];
      for (const swap of swaps) {
        write({ ...reviewed, ...swap });
        const { exitCode, stderr } = await qa.deploy(file);
        refused.push([exitCode, stderr.split('\n')[0], await qa.applied()]);
      }
      const byDigest = await qa.deploy(digest);
      write(reviewed);
      const applied = await qa.deploy(digest);

      expect(refused).toEqual(swaps.map(() => [1, 'Nothing was applied: the plan is not what was reviewed.', []]));
      expect([byDigest.exitCode, byDigest.stderr.split('\n').slice(0, 3)]).toEqual([
        1,
        [
          'Nothing was applied: the plan is not what was reviewed.',
          `  reviewed: ${digest}`,
          expect.stringMatching(/^ {2}now: {6}gh2-[0-9a-f]{40}$/),
        ],
      ]);
      expect(existsSync(trace())).toBe(false);
      expect([applied.exitCode, await qa.applied(), qa.plansLeft()]).toEqual([0, ['qa-api'], []]);
      // The plan that was reviewed is shown once, with all plans.
      expect(applied.stdout.match(/\+ terraform_data\.trust/g)).toHaveLength(1);
    });
  });

  it('stops before a stack whose plan changed with the one before it', async () => {
    const write = (pool: string): void => {
      qa.write('qa-identity', { output: { pool: { value: pool } } });
      const input = '${data.terraform_remote_state.upstream.outputs.pool}';
      const data = remoteState(moto.endpoint, qa.key('qa-identity'));
      qa.write('qa-api', { data, resource: { terraform_data: { api: { input } } } }, ['qa-identity']);
    };
    write('pool-1');
    await qa.run(['deploy', 'qa']);
    write('pool-2');
    const { file } = await qa.review();

    const deployed = await qa.deploy(file);

    expect([deployed.exitCode, deployed.stderr]).toEqual([
      1,
      'qa-api was not applied: its plan means something else now that the stack before it is applied. ' +
        'Plan and review it, then deploy again.',
    ]);
    expect(qa.plansLeft()).toEqual([]);
  });

  it('tells one secret from another with a key, and refuses to change one without', async () => {
    const secret = (text: string) =>
      qa.write('qa-api', { resource: { terraform_data: { token: { input: `\${sensitive("${text}")}` } } } });
    secret('first-secret-of-many-letters');
    const unbound = await qa.deploy((await qa.review()).file);
    await moto.object('digest-keys/qa', { method: 'PUT', body: 'k'.repeat(64) });
    const { digest } = await qa.review();
    secret('other-secret-of-many-letters');
    const other = await qa.deploy(digest);
    const before = await qa.applied();
    secret('first-secret-of-many-letters');
    const same = await qa.deploy(digest);
    await moto.object('digest-keys/qa', { method: 'DELETE' });

    expect([unbound.exitCode, other.exitCode, before, same.exitCode]).toEqual([1, 1, [], 0]);
    expect(unbound.stderr).toMatch(
      /^Nothing was applied: secrets change, and without a key nothing binds them to what was reviewed\.\n {2}qa-api: terraform_data\.token: input\n/,
    );
    expect(other.stderr).toMatch(/^Nothing was applied: the plan is not what was reviewed\./);
    expect(unbound.stderr + other.stderr + other.stdout).not.toContain('secret-of-many-letters');
  });

  describe('a data source that is read during the apply', () => {
    /** Reads an output of `qa-identity` from a place that is only known when something is made. */
    const late = () => ({
      resource: { place: { input: `${qa.key('qa-identity')}.tfstate` } },
      data: {
        late: { backend: 's3', config: { ...s3State(moto.endpoint, ''), key: '${terraform_data.place.output}' } },
      },
    });

    it('is read first, and the rest applied when it means what was reviewed', async () => {
      qa.write('qa-identity', { output: { who: { value: 'people' } } });
      const { data, resource } = late();
      const user = { input: '${data.terraform_remote_state.late.outputs.who}' };
      qa.write(
        'qa-api',
        { data: { terraform_remote_state: data }, resource: { terraform_data: { ...resource, user } } },
        ['qa-identity'],
      );

      const deployed = await qa.deploy((await qa.review()).digest);

      expect([deployed.exitCode, await qa.applied(), qa.plansLeft()]).toEqual([0, ['qa-identity', 'qa-api'], []]);
      expect(deployed.stdout).toContain(
        'qa-api\n  reads data.terraform_remote_state.late first: the rest depends on what it answers\n',
      );
    });
  });

  it('fails when what was reviewed is of an older version, or neither a digest nor a review', async () => {
    qa.write('qa-api', {});
    const old = join(qa.app.directory, 'old.json');
    const { review } = await qa.review();
    const [environment] = review.environments;
    const stacks = environment?.stacks.map((stack) => ({ ...stack, digest: 'gh1-00' }));
    writeFileSync(old, JSON.stringify({ ...review, environments: [{ ...environment, stacks }] }));

    const nothing = await qa.deploy('no-such-file');
    const digest = await qa.deploy('gh1-00');
    const file = await qa.deploy(old);
    const part = await qa.run(['deploy', 'qa', '--stack=qa-api', '--reviewed', 'gh2-00']);

    expect([nothing, digest, file, part].map(({ exitCode }) => exitCode)).toEqual([1, 1, 1, 1]);
    expect(nothing.stderr).toBe(
      '--reviewed no-such-file: expected a digest (gh2-…) as the review prints it, or the JSON file of a review.',
    );
    expect(digest.stderr).toBe(
      '--reviewed gh1-00: this digest is of an older version, which covers less. Review again.',
    );
    expect(file.stderr).toBe(`--reviewed ${old}: its digest is of an older version, which covers less. Review again.`);
    expect(part.stderr).toBe('--reviewed covers all stacks of one environment: leave out --stack and --all.');
  });
});

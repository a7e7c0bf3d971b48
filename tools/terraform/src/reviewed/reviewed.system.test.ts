import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { emulatedAws } from '../../testing/cloud';
import { motoWithStates } from '../../testing/moto';
import { Reviewing } from '../../testing/reviewing';

/** An archive with nothing in it but a comment. https://pkware.cachefly.net/webdocs/casestudies/APPNOTE.TXT, 4.3.16 */
const emptyZip = (comment: string): Buffer =>
  Buffer.concat([
    Buffer.from([0x50, 0x4b, 5, 6, ...Array<number>(16).fill(0), comment.length, 0]),
    Buffer.from(comment),
  ]);

const allow = (rest: object) => ({ Statement: [{ Effect: 'Allow', ...rest }] });

describe('deploy --reviewed, with real Terraform', () => {
  const moto = motoWithStates();
  let qa: Reviewing;
  beforeEach(() => (qa = new Reviewing(moto)));

  describe('a plan of which one thing is another by now', () => {
    const trace = (): string => join(qa.app.directory, 'swapped');
    const archive = (): string => join(qa.app.directory, 'code.zip');
    const encoded = (rest: string) =>
      `\${jsonencode({Version = "2012-10-17", Statement = [{Effect = "Allow", ${rest}}]})}`;
    /** As in plans that had one digest each, and were applied. */
    const reviewed = {
      archive: 'as reviewed',
      command: 'true',
      output: 'arn:aws:cognito-idp:eu-west-1:111111111111:userpool/eu-west-1_Good',
      policy: encoded('Action = "s3:GetObject", Resource = [OWN]'),
      template: 'OWN/*/GET/me',
      trust: JSON.stringify(allow({ Action: 'sts:AssumeRole', Principal: { AWS: 'OWN' } })),
    };

    function write({ archive: inside, command, output, policy, template, trust }: typeof reviewed): void {
      writeFileSync(archive(), emptyZip(inside));
      const own = (text: string) => text.replaceAll('"OWN"', '"${terraform_data.own.output}"');
      const role = '${aws_iam_role.qa.name}';
      qa.write('qa-api', {
        ...emulatedAws(moto),
        resource: {
          terraform_data: {
            bucket: { input: 'arn:aws:s3:::qa' },
            own: { input: 'arn:aws:iam::111111111111:root' },
            script: { input: 'x', provisioner: [{ 'local-exec': { command } }] },
          },
          aws_iam_role: { qa: { name: 'qa', assume_role_policy: own(trust) } },
          aws_iam_role_policy: {
            qa: { name: 'qa', role, policy: policy.replace('OWN', 'terraform_data.bucket.output') },
          },
          aws_lambda_layer_version: {
            qa: {
              layer_name: 'qa',
              filename: archive(),
              source_code_hash: `\${filebase64sha256("${archive()}")}`,
              description: template.replace('OWN', '${terraform_data.own.output}'),
            },
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
        { policy: encoded('Action = "*", Resource = [OWN, "*"]') },
        { output: 'arn:aws:cognito-idp:eu-west-1:999999999999:userpool/eu-west-1_Evil' },
        { template: '${terraform_data.own.output == "" ? "" : "arn:aws:execute-api:eu-west-1:999999999999:*"}' },
        { trust: JSON.stringify(allow({ Action: 'sts:AssumeRole', Principal: { AWS: ['*', 'OWN'] } })) },
      ];
      const refused: unknown[] = [];
      for (const swap of swaps) {
        write({ ...reviewed, ...swap });
        const { exitCode, stderr } = await qa.deploy(file);
        refused.push([exitCode, stderr.split('\n')[0], await qa.applied()]);
      }
      write({ ...reviewed, archive: 'of an attacker' });
      const byDigest = await qa.deploy(digest);
      const before = await qa.applied();
      write(reviewed);
      const applied = await qa.deploy(digest);

      expect(refused).toEqual(swaps.map(() => [1, 'Nothing was applied: the plan is not what was reviewed.', []]));
      expect([byDigest.exitCode, before, byDigest.stderr.split('\n').slice(0, 3)]).toEqual([
        1,
        [],
        [
          'Nothing was applied: the plan is not what was reviewed.',
          `  reviewed: ${digest}`,
          expect.stringMatching(/^ {2}now: {6}gh2-[0-9a-f]{40}$/),
        ],
      ]);
      expect(existsSync(trace())).toBe(false);
      expect([applied.exitCode, await qa.applied(), qa.plansLeft()]).toEqual([0, ['qa-api'], []]);
      // The plan that was reviewed is shown once, with all plans.
      expect(applied.stdout.match(/\+ aws_iam_role\.qa/g)).toHaveLength(1);
    });
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

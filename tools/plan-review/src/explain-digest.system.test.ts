import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { digestFolder, digestPlan } from '../testing/digest-pairs';

const CLI = join(__dirname, '../bin/plan-review.cjs');

describe('plan-review explain-digest', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'explain-'));
    for (const name of ['provisioner-a', 'provisioner-b', 'jsonencode-a', 'jsonencode-b'])
      write(`${name}.json`, digestPlan(name));
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  const write = (name: string, content: unknown) => writeFileSync(join(folder, name), JSON.stringify(content));
  const run = (...args: string[]) => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [CLI, ...args], {
      cwd: folder,
      encoding: 'utf8',
      env: { ...process.env, NO_COLOR: '', GATEHOUSE_DIGEST_KEY: undefined },
    });
    return { status, stdout, stderr };
  };

  it('ends with 2 and says where two plans mean something else', () => {
    expect(run('explain-digest', 'provisioner-a.json', 'provisioner-b.json')).toEqual({
      status: 2,
      stderr: '',
      stdout: expect.stringMatching(
        /^provisioner-a\.json gh2-[0-9a-f]{40}\nprovisioner-b\.json gh2-[0-9a-f]{40}\n\nwhat the configuration says:\n {2}terraform_data\.p: code of provisioners\n$/,
      ),
    });
  });

  it('ends with 0 when they mean the same, and says what is bound by reference only', () => {
    const { status, stdout } = run('explain-digest', 'jsonencode-a.json', 'jsonencode-b.json');

    expect(status).toBe(0);
    expect(stdout).toMatch(/^jsonencode-a\.json and jsonencode-b\.json mean the same: gh2-[0-9a-f]{40}\n/);
    expect(stdout).toMatch(
      /\n\d+ values? bound by reference only, because the plan has no text of (?:it|them): .*\. Give the code with --config <folder>; what is named in spite of it, only the apply reads\.\n/,
    );
  });

  it('takes the code of both', () => {
    const config = ['jsonencode-a', 'jsonencode-b'].flatMap((name) => ['--config', digestFolder(name)]);
    const { status, stdout } = run('explain-digest', 'jsonencode-a.json', 'jsonencode-b.json', ...config);

    expect(status).toBe(2);
    expect(stdout).toMatch(/\n\nthe code:\n {2}resource\.aws_iam_role_policy\.p: code\n$/);
  });

  it('ends with 1 when one is no plan, is not there, or is a review with a digest of an older version', () => {
    write('state.json', { version: 4, serial: 1, lineage: 'x', resources: [] });
    expect(run('--json', 'new.json', 'provisioner-a.json').status).not.toBe(1);
    const [environment] = review('new.json').environments;
    const stacks = environment.stacks.map((stack: object) => ({ ...stack, digest: 'gh1-00' }));
    write('old.json', { ...review('new.json'), environments: [{ ...environment, digest: 'gh1-00', stacks }] });

    const found = ['state.json', 'none.json', 'old.json'].map((name) =>
      run('explain-digest', 'provisioner-a.json', name),
    );
    const same = run('explain-digest', 'new.json', 'provisioner-a.json');

    expect(found.map(({ status, stdout }) => [status, stdout])).toEqual([1, 1, 1].map((status) => [status, '']));
    expect(found.map(({ stderr }) => stderr)).toEqual([
      'plan of state: expected the JSON of a plan with a format_version, found a raw state file. Run `terraform show -json` in its stack; the raw file has no stable format.\n',
      expect.stringMatching(/^none\.json: /),
      'old.json: its digest is of an older version, which covers less. Review again.\n',
    ]);
    expect(same.stdout).toMatch(/^new\.json and provisioner-a\.json mean the same: gh2-/);
    expect(same.stdout).toContain(review('new.json').environments[0].digest);
  });

  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- of the JSON schema
  const review = (name: string): any => JSON.parse(readFileSync(join(folder, name), 'utf8'));
});

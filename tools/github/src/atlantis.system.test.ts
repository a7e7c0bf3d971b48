import { mkdtempSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { atlantisSteps, commandOf } from '../testing/atlantis';
import { workspaceRoot } from '../testing/workflows';
import { processEnv } from './process-env';

/** Runs the commands as Atlantis does: `sh -c`, in the folder of the project, until one fails. */
describe('the workflow for Atlantis', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-atlantis-'));
  const env = {
    PATH: processEnv().PATH,
    HOME: folder,
    PLANFILE: join(folder, 'default.tfplan'),
    SHOWFILE: join(folder, 'default.json'),
  };

  beforeAll(async () => {
    symlinkSync(join(workspaceRoot, 'node_modules'), join(folder, 'node_modules'));
    const resource = (name: string) => `resource "terraform_data" "${name}" {\n  input = "${name}"\n}\n`;
    writeFileSync(join(folder, 'main.tf'), resource('one') + resource('two'));
    await terraform('init', '-input=false');
  });

  afterAll(() => rmSync(folder, { recursive: true }));

  const terraform = (...words: string[]) => execa('terraform', words, { cwd: folder, extendEnv: false, env });

  async function run(stage: 'plan' | 'policy_check'): Promise<{ exitCode: number | undefined; comment: string }> {
    let comment = '';
    for (const step of atlantisSteps(stage).map(commandOf)) {
      if (!step) continue;
      const { exitCode, stdout } = await execa('sh', ['-c', step.command], {
        cwd: folder,
        reject: false,
        extendEnv: false,
        env,
      });
      if (step.shown) comment += stdout;
      if (exitCode !== 0) return { exitCode, comment };
    }
    return { exitCode: 0, comment };
  }

  it('shows the review of a plan, and lets it pass', async () => {
    await terraform('plan', '-input=false', '-out', env.PLANFILE);

    const planned = await run('plan');
    expect(planned).toEqual({
      exitCode: 0,
      comment: expect.stringContaining('Plan review: no risky changes') as string,
    });
    expect(planned.comment).not.toContain('"input"');
    expect(statSync(env.SHOWFILE).mode & 0o777).toBe(0o600);
    expect(await run('policy_check')).toEqual({ exitCode: 0, comment: 'pass: nothing risky in the plan' });
  });

  it('shows the review of a risky plan, and leaves it to the owners of the policy', async () => {
    await terraform('plan', '-input=false', '-target', 'terraform_data.one', '-out', env.PLANFILE);

    expect(await run('plan')).toEqual({
      exitCode: 0,
      comment: expect.stringContaining('rule plan-incomplete') as string,
    });
    expect(await run('policy_check')).toEqual({
      exitCode: 0,
      comment: 'fail: the plan is risky or not fully reviewed; the comment of the plan says why',
    });
  });

  it('takes a plan as docs/plan-review.md says, too', async () => {
    const page = readFileSync(join(workspaceRoot, 'docs/plan-review.md'), 'utf8');
    const [, lines = ''] = /^```sh\n(terraform plan -out tfplan\n[^]*?)^```/m.exec(page) ?? [];
    const options = { cwd: folder, extendEnv: false, env };
    const { stdout } = await execa('bash', ['-eo', 'pipefail', '-c', lines], options);

    expect(stdout).toMatch(/^Plan review: no risky changes\n[^]*^plan: 2 to add\n/m);
  });

  it('fails where the plan cannot be read', async () => {
    writeFileSync(env.PLANFILE, 'cut off');
    expect((await run('plan')).exitCode).toBe(1);
    writeFileSync(env.SHOWFILE, '{"format_version":');
    expect(await run('policy_check')).toEqual({ exitCode: 1, comment: '' });
  });
});

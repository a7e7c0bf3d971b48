import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { execa } from 'execa';
import { processEnv } from '../src/process-env';
import { type Step } from './workflows';

export interface StepResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What the step wrote to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/** Runs the script of a step as a runner does: Bash with pipefail, in a folder, with its own environment and nothing of the user's. */
export async function runScript(
  step: Step,
  folder: string,
  env: Readonly<Record<string, string>>,
): Promise<StepResult> {
  const files = mkdtempSync(join(tmpdir(), 'gatehouse-step-files-'));
  const [output, summary] = [join(files, 'output'), join(files, 'summary')];
  const { exitCode, stdout, stderr } = await execa(
    'bash',
    ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!],
    {
      cwd: folder,
      reject: false,
      extendEnv: false,
      env: { PATH: processEnv().PATH, CI: 'true', GITHUB_OUTPUT: output, GITHUB_STEP_SUMMARY: summary, ...env },
    },
  );
  const [outputs, text] = [output, summary].map((file) => (existsSync(file) ? readFileSync(file, 'utf8') : ''));
  rmSync(files, { recursive: true });
  const lines = outputs!.split('\n').filter(Boolean);
  return {
    ...{ exitCode, stdout, stderr, summary: text! },
    outputs: Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string])),
  };
}

import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { execa } from 'execa';
import { processEnv } from '../src/process-env';
import { type Step, workspaceRoot } from './workflows';

export interface StepResult {
  readonly exitCode: number | undefined;
  readonly stdout: string;
  readonly stderr: string;
  /** What the step wrote to GITHUB_OUTPUT. */
  readonly outputs: Readonly<Record<string, string>>;
  readonly summary: string;
}

/**
 * Runs the script of a workflow's step as a runner does: Bash with pipefail, in a folder that has this repository's
 * files, and its own environment.
 */
export class StepRunner {
  readonly folder = mkdtempSync(join(tmpdir(), 'gatehouse-step-'));

  constructor() {
    for (const name of ['environments', 'libs', 'node_modules', 'register-ts.cjs', 'tools']) {
      symlinkSync(join(workspaceRoot, name), join(this.folder, name));
    }
  }

  remove(): void {
    rmSync(this.folder, { recursive: true });
  }

  write(file: string, content: unknown): void {
    mkdirSync(dirname(join(this.folder, file)), { recursive: true });
    writeFileSync(join(this.folder, file), typeof content === 'string' ? content : JSON.stringify(content));
  }

  read(file: string): string {
    const path = join(this.folder, file);
    return existsSync(path) ? readFileSync(path, 'utf8') : '';
  }

  /** @param env in place of the expressions of the step's `env`, which nothing evaluates here; all of them must be given */
  async run(step: Step, env: Readonly<Record<string, string>>): Promise<StepResult> {
    const missing = Object.keys(step.env ?? {}).filter((name) => !(name in env));
    if (missing.length > 0) throw new Error(`The step "${step.name}" wants ${missing.join(', ')}.`);
    this.write('.output', '');
    this.write('.summary', '');
    const { exitCode, stdout, stderr } = await execa(
      'bash',
      ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run!],
      {
        cwd: this.folder,
        reject: false,
        extendEnv: false,
        env: {
          PATH: processEnv().PATH,
          CI: 'true',
          HOME: this.folder,
          GITHUB_OUTPUT: join(this.folder, '.output'),
          GITHUB_STEP_SUMMARY: join(this.folder, '.summary'),
          ...env,
        },
      },
    );
    const lines = this.read('.output').split('\n').filter(Boolean);
    const outputs = Object.fromEntries(lines.map((line) => line.split(/=(.*)/s).slice(0, 2) as [string, string]));
    return { exitCode, stdout, stderr, outputs, summary: this.read('.summary') };
  }
}

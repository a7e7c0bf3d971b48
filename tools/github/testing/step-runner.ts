import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runScript, type StepResult } from './run-script';
import { type Step, workspaceRoot } from './workflows';

export { type StepResult } from './run-script';

/** Runs the script of a workflow's step as a runner does, in a folder that has this repository's files. */
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
    return runScript(step, this.folder, { HOME: this.folder, ...env });
  }
}

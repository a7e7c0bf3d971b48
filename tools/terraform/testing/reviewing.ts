import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { type Review } from '@gatehouse/plan-review';
import { type TestApp } from './app';
import { startCli } from './cli';
import { type Moto } from './moto';
import { TestWorkspace } from './workspace';

/** An environment `qa` in a workspace of its own, that is reviewed and deployed with the command line. */
export class Reviewing {
  readonly app: TestApp;
  private readonly workspace = new TestWorkspace();
  private readonly file = join(this.workspace.root, 'qa.json');

  constructor(private readonly moto: Moto) {
    this.app = this.workspace.addEnvironment('qa', 'dev');
    const identity = ['-c', 'user.name=test', '-c', 'user.email=test@example.com'];
    const git = (...args: string[]) => execFileSync('git', [...identity, ...args], { cwd: this.workspace.root });
    git('init', '--quiet', '--initial-branch=main');
    git('commit', '--quiet', '--allow-empty', '--message=before');
  }

  /** Key of a stack's state: of this environment alone, in a bucket that tests share. */
  key = (stack: string): string => `${this.app.directory.slice(1)}/${stack}`;

  write(stack: string, content: object, dependencies: string[] = []): void {
    this.app.write(stack, content, { endpoint: this.moto.endpoint, key: this.key(stack), dependencies });
  }

  /** `gatehouse review`. */
  async review(env: NodeJS.ProcessEnv = {}): Promise<{ digest: string; file: string; review: Review; stdout: string }> {
    rmSync(this.file, { force: true });
    const { stdout, stderr } = await this.run(['review', 'qa', '--json', 'qa.json'], env);
    if (!existsSync(this.file)) throw new Error(`It was not reviewed: ${stderr}`);
    const review = JSON.parse(readFileSync(this.file, 'utf8')) as Review;
    return { digest: review.environments[0]?.digest ?? '', file: this.file, review, stdout };
  }

  /** `gatehouse deploy --reviewed`. */
  deploy = (reviewed: string, env: NodeJS.ProcessEnv = {}) => this.run(['deploy', 'qa', '--reviewed', reviewed], env);

  async run(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
    const { exitCode, stdout, stderr } = await startCli(args, { cwd: this.workspace.root, env });
    return { exitCode, stdout: String(stdout), stderr: String(stderr) };
  }

  /** Names of stacks that were applied. */
  async applied(): Promise<string[]> {
    const names = this.app.names;
    const found = await Promise.all(names.map(async (name) => (await this.stateOf(name)).ok));
    return names.filter((_, index) => found[index]);
  }

  /** What a deploy left of its plans. */
  plansLeft(): string[] {
    const files = ['plan.tfplan', 'plan.json', 'again.tfplan', 'part.tfplan'];
    return this.app.names.flatMap((stack) =>
      files.map((file) => join(this.app.directory, '.terraform-work', stack, file)).filter((file) => existsSync(file)),
    );
  }

  /** The state of a stack, or what puts another one in its place. */
  stateOf = (stack: string, request?: RequestInit) => this.moto.object(`${this.key(stack)}.tfstate`, request);
}

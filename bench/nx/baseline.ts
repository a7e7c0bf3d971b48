import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { baselineFolder, COMMIT } from '../baseline-folder';
import { addEnvironments } from './add-environments';

/** What a synthesis was before apps composed: tsx, one app after another, `node -r ./register-ts.cjs apps/<name>/main.ts`. */
export class Baseline {
  private readonly root = baselineFolder();
  private readonly names: readonly string[];

  constructor(count: number) {
    this.names = addEnvironments(this.root, count);
    node(this.root, 'apps/api/build.mjs');
    // Warms the file cache and tsx's own, and does not count.
    this.synthesize(0);
  }

  /** Seconds of single runs one after another, of every second environment: the even ones, or the odd ones. */
  secondsOfHalf(half: 0 | 1): number {
    const start = performance.now();
    this.names.forEach((_, index) => index % 2 === half && this.synthesize(index));
    return (performance.now() - start) / 1000;
  }

  private synthesize(index: number): void {
    const app = join('apps', this.names[index]!);
    rmSync(join(this.root, app, 'cdktf.out'), { recursive: true, force: true });
    node(this.root, '-r', './register-ts.cjs', join(app, 'main.ts'));
    const written = join(this.root, app, `cdktf.out/stacks/${this.names[index]}-api/cdk.tf.json`);
    if (!existsSync(written)) throw new Error(`${COMMIT} did not write ${written}`);
  }
}

function node(cwd: string, ...args: string[]): void {
  const { status, stderr } = spawnSync(process.execPath, args, { cwd, encoding: 'utf8' });
  if (status !== 0) throw new Error(`${COMMIT}: node ${args.join(' ')} failed:\n${stderr.slice(-2000)}`);
}

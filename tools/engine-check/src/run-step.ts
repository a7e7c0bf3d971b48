import { UserError } from '@gatehouse/cli-kit';
import { execa } from 'execa';
import { type Step } from './steps';

export interface StepResult {
  readonly ok: boolean;
  readonly seconds: number;
  /** Standard output and standard error, as they came. */
  readonly output: string;
}

/** What npm and Nx tell their children about the workspace that they run in: it is not the scratch copy's. */
const OUTER_WORKSPACE = /^(NX_|npm_package_|npm_lifecycle_|npm_config_local_prefix$|INIT_CWD$|CDKTF_OUTDIR$)/;

/**
 * Runs the commands of a step in a folder.
 *
 * @throws UserError when Ctrl-C stops it, with all its children
 */
export async function runStep({ commands }: Step, cwd: string): Promise<StepResult> {
  const began = performance.now();
  const child = execa('sh', ['-ec', commands], {
    cwd,
    env: environment(),
    extendEnv: false,
    stdin: 'ignore',
    all: true,
    reject: false,
    // A process group of its own: ended as a whole, so that nothing still writes into a copy that is being removed.
    detached: true,
    cleanup: false,
  });
  let stopped = false;
  const stop = (): void => {
    stopped = true;
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGKILL');
  };
  for (const signal of SIGNALS) process.once(signal, stop);
  const { failed, all, originalMessage } = await child;
  for (const signal of SIGNALS) process.off(signal, stop);
  if (stopped) throw new UserError('Stopped; the scratch copy is removed.');
  const output = all || (failed ? String(originalMessage ?? '') : '');
  return { ok: !failed, seconds: (performance.now() - began) / 1000, output };
}

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

const environment = (): NodeJS.ProcessEnv => ({
  ...Object.fromEntries(Object.entries(process.env).filter(([name]) => !OUTER_WORKSPACE.test(name))),
  // A daemon would outlive the copy.
  NX_DAEMON: 'false',
  FORCE_COLOR: '0',
  NO_UPDATE_NOTIFIER: '1',
  npm_config_audit: 'false',
  npm_config_fund: 'false',
});

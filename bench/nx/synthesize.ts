import { type WorkspaceCopy } from '../../tools/nx-cdktf/testing/workspace';

export interface Run {
  readonly seconds: number;
  /** Projects that were synthesized and did not come from the cache. */
  readonly ran: readonly string[];
}

/** @param projects as `nx run-many -p` takes them @default - all */
export function synthesize(workspace: WorkspaceCopy, projects?: string): Run {
  const start = performance.now();
  const output = workspace.nx(
    ...['run-many', '-t', 'synth', '--output-style=static'],
    ...(projects === undefined ? [] : ['-p', projects]),
  );
  const seconds = (performance.now() - start) / 1000;
  const tasks = [...output.matchAll(/^> nx run ([\w-]+):synth( .*cache.*)?$/gm)];
  // Nx prints the line twice for the only one that an executor is given.
  return { seconds, ran: [...new Set(tasks.flatMap(([, project = '', cached]) => (cached ? [] : [project])))] };
}

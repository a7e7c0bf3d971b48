import { type ExecutorContext, type TaskGraph } from '@nx/devkit';
import { getTaskSpecificEnv } from 'nx/src/tasks-runner/task-env';
import { forOwnEmulator } from './endpoint-env';
import { shareProcesses } from './share-processes';
import { synthesizeAlone, terminalOutput } from './synthesize-alone';

/**
 * Synthesizes one environment, in a process of its own.
 *
 * @see https://nx.dev/docs/extending-nx/local-executors
 */
export async function synthesizeOne(_options: unknown, { projectName = '' }: ExecutorContext) {
  const outcome = await synthesizeAlone(projectName, forOwnEmulator(process.env));
  process.stdout.write(terminalOutput(projectName, outcome));
  return { success: outcome.success };
}

/** Synthesizes environments which share a few processes. Each has its own result, as it ends. */
export async function* synthesizeMany(
  { tasks }: TaskGraph,
  _options: unknown,
  _overrides: unknown,
  { projectGraph }: ExecutorContext,
) {
  const environments = Object.values(tasks).map((task) => ({
    task: task.id,
    name: task.target.project,
    // Files such as `apps/dev/.env` are its own.
    env: forOwnEmulator(getTaskSpecificEnv(task, projectGraph)),
  }));
  for await (const { work, outcome, startTime, endTime } of shareProcesses(environments)) {
    const { success } = outcome;
    yield {
      task: work.task,
      result: { success, terminalOutput: terminalOutput(work.name, outcome), startTime, endTime },
    };
  }
}

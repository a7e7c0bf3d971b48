import { type Contexts, type Functions, holds, interpolate } from './expressions';
import { filled, runSteps, strings } from './steps-run';
import { type Job, type Step, type Workflow } from './workflows';

export type Result = 'success' | 'failure' | 'cancelled' | 'skipped';

/** A step as the runner has it, with every expression replaced by its value. */
export interface ReadyStep extends Step {
  /** Such as `staging (qa) / deploy`. */
  readonly job: string;
  /** Of the workflow, the job and the step. */
  readonly env: Readonly<Record<string, string>>;
  /** Of the job. */
  readonly permissions?: Readonly<Record<string, string>>;
  /** Of GitHub, which the job names. */
  readonly environment?: string;
}

export interface Outcome {
  readonly ok: boolean;
  readonly outputs?: Readonly<Record<string, string>>;
}

export interface Trigger {
  readonly workflows: readonly Workflow[];
  readonly file: string;
  readonly github: Contexts;
  /** Variables of the repository. @default - none is set */
  readonly vars?: Contexts;
  /** Of a workflow that a person starts. */
  readonly inputs?: Contexts;
  /** Does what a step does. */
  readonly step: (step: ReadyStep) => Outcome | Promise<Outcome>;
  /** Jobs that another run displaces while they wait for their concurrency group. */
  readonly displaced?: RegExp;
  /** What `hashFiles` finds. */
  readonly hashFiles?: (...files: readonly string[]) => string;
}

interface Done {
  readonly result: Result;
  readonly outputs: Readonly<Record<string, unknown>>;
}

interface Scope {
  readonly trigger: Trigger;
  /** Of the jobs around this workflow. */
  readonly prefix: string;
  readonly inputs: Contexts;
  /** Results of what comes before the job that calls this workflow: they count in it too (actions/runner#2205). */
  readonly before: readonly Result[];
  readonly jobs: Map<string, Result>;
}

/**
 * Runs every job of a workflow in the order of `needs`, with those of the workflows that it calls, as GitHub decides what runs.
 *
 * @returns the result of every job
 */
export async function runWorkflow(trigger: Trigger): Promise<Readonly<Record<string, Result>>> {
  const jobs = new Map<string, Result>();
  await runFile(trigger.file, { trigger, prefix: '', inputs: trigger.inputs ?? {}, before: [], jobs });
  return Object.fromEntries(jobs);
}

async function runFile(file: string, scope: Scope): Promise<Done> {
  const workflow = scope.trigger.workflows.find((each) => each.file === file)!;
  const done = new Map<string, Done>();
  const left = Object.entries(workflow.jobs);
  while (left.length > 0) {
    const index = left.findIndex(([, job]) => needsOf(job).every((name) => done.has(name)));
    const [[name, job]] = left.splice(index, 1) as [[string, Job]];
    done.set(name, await runJob(name, job, { ...scope, env: workflow.env ?? {} }, done, workflow.jobs));
  }
  return { result: worst([...done.values()].map(({ result }) => result)), outputs: {} };
}

async function runJob(
  name: string,
  job: Job,
  scope: Scope & { readonly env: Contexts },
  done: ReadonlyMap<string, Done>,
  all: Readonly<Record<string, Job>>,
): Promise<Done> {
  const before = [...scope.before, ...ancestorsOf(job, all).map((each) => done.get(each)!.result)];
  const needs = Object.fromEntries(needsOf(job).map((each) => [each, done.get(each)!]));
  const { github, vars = {} } = scope.trigger;
  const contexts = { github, vars, inputs: scope.inputs, needs };
  const title = `${scope.prefix}${name}`;
  if (!holds(job.if, contexts, statusOf(before))) return end(scope, title, 'skipped');
  const [[key, list] = []] = Object.entries(job.strategy?.matrix ?? {});
  if (key === undefined) return runOnce(title, job, scope, contexts, before);
  const results: Result[] = [];
  for (const each of interpolate(list, contexts, statusOf(before)) as (string | string[])[]) {
    const one = { ...contexts, matrix: { [key]: each } };
    results.push((await runOnce(`${title} (${[each].flat().join(', ')})`, job, scope, one, before)).result);
  }
  return { result: worst(results), outputs: {} };
}

async function runOnce(
  title: string,
  job: Job,
  scope: Scope & { readonly env: Contexts },
  contexts: Contexts,
  before: readonly Result[],
): Promise<Done> {
  const fill = (values: Contexts = {}, more: Contexts = {}): Record<string, unknown> =>
    filled(values, { ...contexts, ...more }, statusOf(before));
  if (scope.trigger.displaced?.test(title)) return end(scope, title, 'cancelled');
  if (job.uses) {
    const file = job.uses.replace(/^.*\//, '');
    return runFile(file, { ...scope, prefix: `${title} / `, inputs: fill(job.with), before });
  }
  const env = strings({ ...fill(scope.env), ...fill(job.env) });
  const environment = interpolate(job.environment, contexts, statusOf(before)) as string | undefined;
  const of = { trigger: scope.trigger, title, environment, permissions: job.permissions, env, contexts };
  const { ok, steps } = await runSteps(job.steps ?? [], of);
  return { ...end(scope, title, ok ? 'success' : 'failure'), outputs: fill(job.outputs, { steps }) };
}

function end({ jobs }: Scope, title: string, result: Result): Done {
  jobs.set(title, result);
  return { result, outputs: {} };
}

/** A workflow was not cancelled when one of its jobs was displaced. */
const statusOf = (before: readonly Result[]): Functions => ({
  success: before.every((result) => result === 'success'),
  failure: before.includes('failure'),
  cancelled: false,
});

function worst(results: readonly Result[]): Result {
  const order: Result[] = ['failure', 'cancelled', 'success'];
  return order.find((result) => results.includes(result)) ?? 'skipped';
}

function ancestorsOf(job: Job, all: Readonly<Record<string, Job>>): string[] {
  const direct = needsOf(job);
  return [...new Set([...direct, ...direct.flatMap((name) => ancestorsOf(all[name]!, all))])];
}

const needsOf = ({ needs = [] }: Job): readonly string[] => (typeof needs === 'string' ? [needs] : needs);

import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parse } from 'yaml';

export const workspaceRoot = resolve(__dirname, '../../..');

export interface Step {
  readonly name?: string;
  readonly id?: string;
  readonly if?: string;
  readonly uses?: string;
  readonly run?: string;
  readonly shell?: string;
  readonly 'working-directory'?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly env?: Readonly<Record<string, string>>;
  readonly 'continue-on-error'?: boolean;
}

export interface Job {
  readonly name?: string;
  readonly uses?: string;
  readonly with?: Readonly<Record<string, unknown>>;
  readonly needs?: string | readonly string[];
  readonly if?: string;
  readonly environment?: string;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly 'timeout-minutes'?: number;
  readonly strategy?: { readonly 'max-parallel'?: string; readonly matrix: Matrix };
  readonly env?: Readonly<Record<string, string>>;
  readonly outputs?: Readonly<Record<string, string>>;
  readonly steps?: readonly Step[];
}

/** Of one thing: `environment: [...]`. */
export type Matrix = Readonly<Record<string, unknown>>;

export interface Concurrency {
  readonly group: string;
  readonly 'cancel-in-progress': boolean;
}

export interface Workflow {
  readonly file: string;
  readonly text: string;
  readonly on: Readonly<Record<string, unknown>>;
  readonly permissions?: Readonly<Record<string, string>>;
  readonly concurrency?: Concurrency;
  readonly env?: Readonly<Record<string, string>>;
  readonly jobs: Readonly<Record<string, Job>>;
}

/** Every workflow of this repository. */
export function workflows(): Workflow[] {
  const folder = join(workspaceRoot, '.github/workflows');
  return readdirSync(folder).map((file) => {
    const text = readFileSync(join(folder, file), 'utf8');
    return { ...(parse(text) as Omit<Workflow, 'file' | 'text'>), file, text };
  });
}

/** Steps of every job and of every action of this repository, each with where it is. */
export function allSteps(): { where: string; step: Step }[] {
  const ofJobs = workflows().flatMap(({ file, jobs }) =>
    Object.entries(jobs).flatMap(([name, { steps = [] }]) =>
      steps.map((step) => ({ where: `${file}, ${name}, ${titleOf(step)}`, step })),
    ),
  );
  return [...ofJobs, ...stepsOfActions()];
}

export function stepNamed(file: string, job: string, name: string): Step {
  const steps = workflows().find((each) => each.file === file)?.jobs[job]?.steps ?? [];
  const step = steps.find((each) => each.name === name);
  if (!step) throw new Error(`${file} has no step "${name}" in the job "${job}".`);
  return step;
}

/** Of an action of this repository: `actions/review`. */
export function stepOfAction(action: string, name: string): Step {
  const step = stepsOf(action).find((each) => each.name === name);
  if (!step) throw new Error(`The action "${action}" has no step "${name}".`);
  return step;
}

/** @returns undefined for an action of others, and for the one that installs: what runs here is installed */
export function ownSteps({ uses }: Step): readonly Step[] | undefined {
  const [, action] = /^\.\/\.github\/actions\/(.+)$/.exec(uses ?? '') ?? [];
  return action === undefined || action === 'setup' ? undefined : stepsOf(action);
}

function stepsOfActions(): { where: string; step: Step }[] {
  const actions = readdirSync(join(workspaceRoot, ACTIONS));
  return actions.flatMap((action) =>
    stepsOf(action).map((step) => ({ where: `actions/${action}, ${titleOf(step)}`, step })),
  );
}

function stepsOf(action: string): readonly Step[] {
  const steps = known.get(action) ?? readSteps(action);
  known.set(action, steps);
  return steps;
}

/** Jobs of 500 environments read the same few. */
const known = new Map<string, readonly Step[]>();

function readSteps(action: string): readonly Step[] {
  const text = readFileSync(join(workspaceRoot, ACTIONS, action, 'action.yml'), 'utf8');
  return (parse(text) as { runs: { steps: Step[] } }).runs.steps;
}

const ACTIONS = '.github/actions';

const titleOf = ({ name, uses, run }: Step): string => name ?? uses ?? run ?? '';

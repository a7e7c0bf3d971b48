import { type Outcome, type ReadyStep, runWorkflow } from './workflow-run';
import { workflows } from './workflows';

export interface Figures {
  readonly jobs: number;
  /** As GitHub bills them: each job rounded up to a minute. */
  readonly minutes: number;
  /** Without the rounding. */
  readonly worked: number;
  /** Of the longest job, rounded up. */
  readonly longest: number;
  /** To GitHub, by commands of ours. */
  readonly requests: number;
}

/** Seconds that a step takes, of a stack of sixty resources; all that no line names takes one. */
const SECONDS: readonly (readonly [RegExp, number])[] = [
  [/actions\/setup$/, 45],
  [/nx run-many -t lint/, 240],
  [/jest apps/, 60],
  [/nx run-many -t synth/, 60],
  [/gatehouse affected/, 30],
  [/gatehouse contract/, 20],
  [/nx synth/, 12],
  [/gatehouse review/, 75],
  [/gatehouse deploy/, 150],
  [/actions\//, 3],
];

/**
 * What a run costs in which every environment changes, by the jobs that GitHub would run of the real workflows.
 *
 * @param aJob how many environments share a job that plans
 */
export async function figuresOf(
  file: 'pull-request.yml' | 'deploy.yml',
  environments: number,
  aJob = 1,
): Promise<Figures> {
  const names = Array.from({ length: environments }, (_, index) => `env-${index}`);
  const outputs = outputsOf(names, aJob);
  const seconds = new Map<string, number>();
  let requests = 0;
  const step = (ready: ReadyStep): Outcome => {
    seconds.set(ready.job, (seconds.get(ready.job) ?? 0) + secondsOf(ready));
    if (/gatehouse github (?!role|tiers|new-environment)/.test(ready.run ?? '')) requests += 2;
    return { ok: true, outputs: outputs[ready.id ?? ''] ?? {} };
  };
  const repository = { full_name: 'acme/shop' };
  const github = { ...GITHUB, event: { pull_request: { number: 7, head: { repo: repository } } } };
  await runWorkflow({ workflows: workflows(), file, github, step });
  const each = [...seconds.values()];
  return {
    jobs: each.length,
    minutes: each.reduce((sum, one) => sum + Math.ceil(one / 60), 0),
    longest: Math.ceil(Math.max(...each) / 60),
    worked: Math.round(each.reduce((sum, one) => sum + one, 0) / 60),
    requests,
  };
}

const GITHUB = {
  ...{ token: 'ghs', server_url: 'https://github.com', repository: 'acme/shop', run_id: '42' },
  ...{ event_name: 'push', ref: 'refs/heads/main' },
};

const outputsOf = (names: readonly string[], aJob: number): Readonly<Record<string, Record<string, string>>> => ({
  affected: { environments: JSON.stringify(names), jobs: JSON.stringify(chunks(names, aJob)), orphaned: '[]' },
  tiers: { development: JSON.stringify(names), staging: '[]', production: '[]' },
  compare: { changes: 'true', reviewed: 'true' },
  review: { code: '0' },
  merge: { verdict: 'clean' },
});

const chunks = (names: readonly string[], size: number): string[][] =>
  Array.from({ length: Math.ceil(names.length / size) }, (_, at) => names.slice(at * size, (at + 1) * size));

function secondsOf({ uses = '', run = '' }: ReadyStep): number {
  return SECONDS.find(([pattern]) => pattern.test(uses || run))?.[1] ?? 1;
}

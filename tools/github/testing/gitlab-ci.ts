import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { workspaceRoot } from './workflows';

export interface GitLabJob {
  readonly stage?: string;
  readonly extends?: string;
  readonly needs?: readonly string[];
  readonly when?: string;
  readonly timeout?: string;
  readonly interruptible?: boolean;
  readonly resource_group?: string;
  readonly allow_failure?: boolean | { readonly exit_codes: number };
  readonly environment?: { readonly name: string };
  readonly variables?: Readonly<Record<string, string>>;
  readonly id_tokens?: Readonly<Record<string, { readonly aud: string }>>;
  readonly rules?: readonly { readonly if?: string }[];
  readonly artifacts?: { readonly paths: readonly string[] };
  readonly script: readonly string[];
}

/** docs/other-ci/gitlab-ci.yml, as it is. */
export function gitlabPipeline(): Record<string, unknown> {
  return parse(readFileSync(join(workspaceRoot, 'docs/other-ci/gitlab-ci.yml'), 'utf8')) as Record<string, unknown>;
}

/** The jobs that run, by name, each with what it takes from those that it extends. */
export function gitlabJobs(): Record<string, GitLabJob> {
  const all = gitlabPipeline() as Record<string, GitLabJob>;
  const whole = (job: GitLabJob): GitLabJob => {
    if (!job.extends) return job;
    const base = whole(all[job.extends]!);
    return { ...base, ...job, variables: { ...base.variables, ...job.variables } };
  };
  const named = Object.entries(all).filter(([name]) => !NO_JOB.has(name) && !name.startsWith('.'));
  return Object.fromEntries(named.map(([name, job]) => [name, whole(job)]));
}

const NO_JOB = new Set(['stages', 'workflow', 'variables', 'default']);

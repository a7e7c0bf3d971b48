import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { workspaceRoot } from './workflows';

type Run = string | { readonly command: string; readonly output?: string };

/** A step of Atlantis: one that is built in, or a command. */
export type AtlantisStep = string | { readonly run: Run };

interface Configuration {
  readonly workflows: {
    readonly reviewed: Readonly<Record<'plan' | 'policy_check', { readonly steps: readonly AtlantisStep[] }>>;
  };
}

/** Steps of the workflow in docs/other-ci/atlantis-repos.yaml. */
export function atlantisSteps(stage: 'plan' | 'policy_check'): readonly AtlantisStep[] {
  const text = readFileSync(join(workspaceRoot, 'docs/other-ci/atlantis-repos.yaml'), 'utf8');
  return (parse(text) as Configuration).workflows.reviewed[stage].steps;
}

/** The command of a step, and whether Atlantis shows what it prints; nothing for a step that is built in. */
export function commandOf(step: AtlantisStep): { command: string; shown: boolean } | undefined {
  if (typeof step === 'string') return undefined;
  const { run } = step;
  return typeof run === 'string'
    ? { command: run, shown: true }
    : { command: run.command, shown: run.output !== 'hide' };
}

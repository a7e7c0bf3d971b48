import { type Contexts, type Functions, holds, interpolate } from './expressions';
import { type Result, type Trigger } from './workflow-run';
import { ownSteps, type Step } from './workflows';

/** Of a job. */
export interface StepsOf {
  readonly trigger: Trigger;
  readonly title: string;
  readonly environment: string | undefined;
  readonly permissions: Readonly<Record<string, string>> | undefined;
  readonly env: Readonly<Record<string, string>>;
  readonly contexts: Contexts;
}

type Steps = Readonly<Record<string, { readonly outputs: Readonly<Record<string, string>>; readonly outcome: Result }>>;

/** Runs the steps of a job, with those of this repository's actions, until one fails; then those whose `if` says so. */
export async function runSteps(all: readonly Step[], of: StepsOf): Promise<{ ok: boolean; steps: Steps }> {
  const { trigger, title, environment, permissions, env } = of;
  const steps: Record<string, Steps[string]> = {};
  let ok = true;
  for (const [index, step] of all.entries()) {
    const status = { success: ok, failure: !ok, cancelled: false, hashFiles: trigger.hashFiles };
    const contexts = { ...of.contexts, steps, env };
    if (!holds(step.if, contexts, status)) continue;
    const own = ownSteps(step);
    const given = filled(step.with, contexts, status);
    const ownEnv = { ...env, ...strings(filled(step.env, contexts, status)) };
    const ready = { ...step, job: title, permissions, environment, with: given, env: ownEnv };
    const { ok: done, outputs = {} } = own
      ? { ok: (await runSteps(own, { ...of, contexts: { ...of.contexts, inputs: given } })).ok }
      : await trigger.step(ready);
    steps[step.id ?? `__${index}`] = { outputs, outcome: done ? 'success' : 'failure' };
    if (!done && !step['continue-on-error']) ok = false;
  }
  return { ok, steps };
}

export const filled = (values: Contexts = {}, contexts: Contexts, status: Functions): Record<string, unknown> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, interpolate(value, contexts, status)]));

export const strings = (values: Readonly<Record<string, unknown>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, String(value ?? '')]));

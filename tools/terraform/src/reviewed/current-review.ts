import { existsSync, readFileSync } from 'node:fs';
import { basename, resolve } from 'node:path';
import { reviewEnvironment, type EnvironmentReview } from '@gatehouse/plan-review';
import { readProviderLock, readWorkspace } from '@gatehouse/plan-review/bound';
import type { SynthesizedStack, TerraformPlan } from '@gatehouse/surface';
import { planFiles } from '../commands/plan';
import { type Session } from '../commands/session';
import { type PlanJson } from '../plan-json';
import { readStackConfig } from '../stack-config';
import { type StackResult } from '../stack-result';
import { type Stack } from '../stacks';
import { workspaceAround } from '../workspace-around';

export interface CurrentOptions {
  /** Of the plans. */
  readonly results: readonly StackResult[];
  /** Stacks of which the code is reviewed, whether they can be planned or not. */
  readonly fromCode: ReadonlySet<string>;
  /** Plans that count in place of those that were left. @default - none */
  readonly plans?: Readonly<Record<string, PlanJson>>;
  /** @default - secrets are not bound */
  readonly secretsKey?: Buffer | undefined;
}

/** What `gatehouse review` says of an environment as it is planned now. */
export function currentReview(
  { all, directory }: Pick<Session, 'all' | 'directory'>,
  { results, fromCode, plans: given = {}, secretsKey }: CurrentOptions,
): EnvironmentReview {
  const name = basename(resolve(directory));
  const plans: Record<string, TerraformPlan> = {};
  const notPlanned: Record<string, string> = {};
  for (const stack of all) {
    if (fromCode.has(stack.name)) continue;
    const { json } = planFiles(stack);
    const plan = given[stack.name] ?? (existsSync(json) ? JSON.parse(readFileSync(json, 'utf8')) : undefined);
    if (plan) plans[stack.name] = plan as TerraformPlan;
    else notPlanned[stack.name] = whyNot(results.find((each) => each.stack === stack.name));
  }
  const stacks = Object.fromEntries([...fromCode].map((stack) => [stack, 'It could not be planned at its review.']));
  return reviewEnvironment({
    name,
    ...workspaceOf(name, directory),
    synthesized: Object.fromEntries(all.map((stack) => [stack.name, readStackConfig(stack) as SynthesizedStack])),
    directories: Object.fromEntries(all.map((stack) => [stack.name, stack.directory])),
    locks: locksOf(all),
    plans,
    notPlanned,
    // Who may call what does not depend on what it is compared with.
    ...(fromCode.size > 0 && { code: { stacks, before: {} } }),
    secretsKey,
  });
}

const locksOf = (stacks: readonly Stack[]) =>
  Object.fromEntries(
    stacks.flatMap(({ directory, name }) => {
      const lock = readProviderLock(directory);
      return lock ? [[name, lock]] : [];
    }),
  );

/** What the environment file accepts, where there is one. */
function workspaceOf(name: string, directory: string) {
  const root = workspaceAround(directory);
  const file = root === undefined ? undefined : resolve(root, 'environments');
  return file !== undefined && existsSync(resolve(file, `${name}.json`)) ? readWorkspace(name, file) : {};
}

const whyNot = ({ dependsOn, error, outcome }: Partial<StackResult> = {}): string =>
  dependsOn ? `depends on ${dependsOn.join(', ')}` : (error ?? outcome ?? 'not planned');

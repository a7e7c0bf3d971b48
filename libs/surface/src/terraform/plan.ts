import { readCommands } from '../changes/commands';
import { isNoise } from '../changes/noise';
import { readOutputs } from '../changes/outputs';
import { entries, readDeferred, readStatus } from '../changes/plan-status';
import type { PlanChanges, PlannedChange } from '../changes/planned-change';
import { readChange, type ReadChange } from '../changes/read-change';
import { secretsOf } from '../changes/secret-values';
import { Configuration } from './configuration';
import { checkFormatVersion, stackFiles, type StackFile, type Stacks } from './format';
import { maskValue } from './mask';
import { Resource } from './resource';
import { hideSecrets } from './secrets';
import { valueResources } from './state';
import { describeKind, isObject, UnreadableError } from './unreadable';

/** `terraform show -json <plan file>` (https://developer.hashicorp.com/terraform/internals/json-format). */
export interface TerraformPlan {
  readonly format_version?: string;
  readonly terraform_version?: string;
  readonly resource_changes?: unknown;
  readonly deferred_changes?: unknown;
  readonly prior_state?: unknown;
  readonly configuration?: unknown;
  readonly variables?: unknown;
  readonly errored?: boolean;
  readonly complete?: boolean;
}

/** One plan, read once: the resources of both sides, and what is to be done. */
export interface PlanReading {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  readonly changes: PlanChanges;
}

export const readPlanFiles = (plans: Stacks<TerraformPlan>): readonly PlanReading[] =>
  stackFiles(plans, 'plan').map(readPlanFile);

function readPlanFile({ where, stack, content }: StackFile<TerraformPlan>, scope: number): PlanReading {
  checkFormatVersion(content, where, 'the JSON of a plan', ['0', '1']);
  checkPlan(content, where);
  const { root_module } = isObject(content['configuration']) ? content['configuration'] : {};
  const configuration = new Configuration(root_module);
  const read = (entry: unknown, list: string, index: number) => readChange(entry, list, index, stack, configuration);
  const planned = entries(content, 'resource_changes', where).map((entry, index) =>
    read(entry, `${where}: resource_changes`, index),
  );
  const drift = entries(content, 'resource_drift', where).flatMap((entry, index) =>
    isNoise(entry) ? [] : [read(entry, `${where}: resource_drift`, index).change],
  );
  const deferred = readDeferred(content, where, (entry, list, index) => read(entry, list, index).change);
  return {
    ...sidesOf(planned, content['prior_state'], where, stack === undefined ? { scope } : { scope, stack }),
    changes: {
      ...(stack === undefined ? {} : { stack }),
      changes: managed(planned.map(({ change }) => change)),
      drift: managed(drift),
      outputs: readOutputs(
        content['output_changes'],
        where,
        (output) => configuration.isMarkedOutput(output),
        secretsOf(content, (output) => configuration.referencesOfOutput(output)),
      ),
      commands: readCommands(
        root_module,
        planned.map(({ change }) => change),
      ),
      status: readStatus(content, where, deferred),
    },
  };
}

function checkPlan(content: object, where: string): void {
  if ('planned_values' in content || 'resource_changes' in content) return;
  throw new UnreadableError(
    where,
    'the JSON of a plan',
    'values' in content ? 'the JSON of a state' : describeKind(content),
    'Give `terraform show -json` the plan file.',
  );
}

/** The resources before and after. */
function sidesOf(
  planned: readonly ReadChange[],
  priorState: unknown,
  where: string,
  origin: { readonly scope: number; readonly stack?: string },
): Pick<PlanReading, 'before' | 'after'> {
  const resource = ({ address, type, mode }: Pick<PlannedChange, 'address' | 'type' | 'mode'>, values: unknown) =>
    new Resource({ address, type, mode, ...origin, lenient: true, values });
  const before: Resource[] = [];
  const after: Resource[] = [];
  const seen = new Set<string>();
  for (const { change, before: was, after: becomes } of planned) {
    // An object that a failed replacement left behind: not what its address stands for.
    if (change.deposed !== undefined) continue;
    seen.add(change.address);
    if (change.previousAddress !== undefined) seen.add(change.previousAddress);
    const old = was === undefined ? undefined : resource(change, was);
    if (old) before.push(old);
    if (old && becomes === was) after.push(old);
    else if (becomes !== undefined) after.push(resource(change, becomes));
  }
  // What has no change of its own stays as it is: data sources, and everything outside of the targets.
  for (const prior of priorResources(priorState, where, seen)) {
    const masked = maskValue(prior.values, { unknown: undefined, sensitive: [prior.sensitive] });
    const stays = resource(prior, hideSecrets(prior.type, masked));
    before.push(stays);
    after.push(stays);
  }
  return { before, after };
}

/** Reading a data source changes nothing. */
const managed = (changes: readonly PlannedChange[]): readonly PlannedChange[] =>
  changes.filter(({ mode }) => mode === 'managed');

const priorResources = (prior: unknown, where: string, seen: ReadonlySet<unknown>) =>
  isObject(prior) && prior['values'] !== undefined
    ? valueResources(prior['values'], `${where}: prior_state`, seen)
    : [];

import { Configuration } from './configuration';
import { checkFormatVersion, stackFiles, type StackFile, type Stacks } from './format';
import { maskValue } from './mask';
import { Resource, type ResourceOrigin } from './resource';
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
  readonly errored?: boolean;
  readonly complete?: boolean;
}

export interface PlannedResources {
  readonly before: readonly Resource[];
  readonly after: readonly Resource[];
  /** False: the plan failed, has targets or deferred changes. What is not in `after` may still be there. */
  readonly complete: boolean;
}

export function planResources(plans: Stacks<TerraformPlan>): PlannedResources {
  const each = stackFiles(plans, 'plan').map(onePlan);
  return {
    before: each.flatMap(({ before }) => before),
    after: each.flatMap(({ after }) => after),
    complete: each.every(({ complete }) => complete),
  };
}

function onePlan({ where, stack, content }: StackFile<TerraformPlan>, scope: number): PlannedResources {
  checkFormatVersion(content, where, 'the JSON of a plan', ['0', '1']);
  const changes = content['resource_changes'];
  if (!('planned_values' in content) && changes === undefined) {
    throw new UnreadableError(
      where,
      'the JSON of a plan',
      'values' in content ? 'the JSON of a state' : describeKind(content),
      'Give `terraform show -json` the plan file.',
    );
  }
  if (changes !== undefined && !Array.isArray(changes)) {
    throw new UnreadableError(`${where}: resource_changes`, 'a list', describeKind(changes));
  }
  const origin = { scope, ...(stack === undefined ? {} : { stack }) };
  const before = new Map<string, Resource>();
  const after = new Map<string, Resource>();
  // What has no change of its own stays as it is: data sources, and everything outside of the targets.
  for (const prior of priorResources(content['prior_state'], where)) {
    const resource = new Resource({ ...prior, ...origin });
    before.set(prior.address, resource);
    after.set(prior.address, resource);
  }
  const { root_module } = isObject(content['configuration']) ? content['configuration'] : {};
  const configuration = new Configuration(root_module);
  for (const [index, entry] of (changes ?? []).entries()) {
    const change = readChange(entry, `${where}: resource_changes[${index}]`);
    // An object that a failed replacement left behind: not what its address stands for.
    if (change.deposed) continue;
    before.delete(change.address);
    after.delete(change.address);
    if (change.previousAddress !== undefined) {
      before.delete(change.previousAddress);
      after.delete(change.previousAddress);
    }
    const expression = configuration.expressionOf(change);
    const sensitive = [change.beforeSensitive, change.afterSensitive];
    const resource = (values: unknown, unknown: unknown) =>
      new Resource({
        address: change.address,
        type: change.type,
        mode: change.mode,
        values: hideSecrets(change.type, maskValue(values, { unknown, sensitive }, expression)),
        ...origin,
      });
    const was = isObject(change.before) ? resource(change.before, undefined) : undefined;
    if (was) before.set(change.address, was);
    if (was && change.unchanged) after.set(change.address, was);
    else if (isObject(change.after) || change.afterUnknown === true) {
      after.set(change.address, resource(change.after, change.afterUnknown));
    }
  }
  const deferred = content['deferred_changes'];
  return {
    before: [...before.values()],
    after: [...after.values()],
    complete:
      content['errored'] !== true &&
      content['complete'] !== false &&
      !(Array.isArray(deferred) && deferred.length > 0),
  };
}

interface Change {
  readonly address: string;
  readonly previousAddress: string | undefined;
  readonly type: string;
  readonly mode: 'managed' | 'data';
  readonly deposed: boolean;
  readonly unchanged: boolean;
  readonly module: string;
  readonly name: string;
  readonly key: string;
  readonly before: unknown;
  readonly after: unknown;
  readonly afterUnknown: unknown;
  readonly beforeSensitive: unknown;
  readonly afterSensitive: unknown;
}

function readChange(entry: unknown, where: string): Change {
  if (!isObject(entry)) throw new UnreadableError(where, 'a resource change', describeKind(entry));
  const { address, type, name, change } = entry;
  if (typeof address !== 'string' || typeof type !== 'string') {
    throw new UnreadableError(where, 'a resource change with address and type', describeKind(entry));
  }
  if (!isObject(change) || !Array.isArray(change['actions'])) {
    throw new UnreadableError(`${where} (${address})`, 'a change with actions', describeKind(change));
  }
  const mode = entry['mode'] === 'data' ? 'data' : 'managed';
  const index = entry['index'];
  const previous = entry['previous_address'];
  return {
    address,
    previousAddress: typeof previous === 'string' ? previous : undefined,
    type,
    mode,
    deposed: entry['deposed'] !== undefined,
    unchanged: change['actions'].length === 1 && change['actions'][0] === 'no-op',
    module: typeof entry['module_address'] === 'string' ? entry['module_address'] : '',
    name: `${mode === 'data' ? 'data.' : ''}${type}.${String(name)}`,
    key: index === undefined || index === null ? '' : `[${JSON.stringify(index)}]`,
    before: change['before'],
    after: change['after'],
    afterUnknown: change['after_unknown'],
    beforeSensitive: change['before_sensitive'],
    afterSensitive: change['after_sensitive'],
  };
}

function* priorResources(prior: unknown, where: string): Generator<Omit<ResourceOrigin, 'scope' | 'stack'>> {
  if (prior === undefined || !isObject(prior) || prior['values'] === undefined) return;
  for (const { sensitive, ...origin } of valueResources(prior['values'], `${where}: prior_state`)) {
    const masked = maskValue(origin.values, { unknown: undefined, sensitive: [sensitive] }, undefined);
    yield { ...origin, values: hideSecrets(origin.type, masked) };
  }
}

import { checkFormatVersion, stackFiles, type Stacks } from './format';
import { Resource, type ResourceOrigin } from './resource';
import { describeKind, isObject, UnreadableError } from './unreadable';

/** `terraform show -json` of applied state (https://developer.hashicorp.com/terraform/internals/json-format). */
export interface TerraformState {
  readonly format_version?: string;
  readonly terraform_version?: string;
  readonly values?: unknown;
}

export function stateResources(states: Stacks<TerraformState>): readonly Resource[] {
  return stackFiles(states, 'state').flatMap(({ where, stack, content }, scope) => {
    checkFormatVersion(content, where, 'the JSON of a state', ['0', '1']);
    if ('resource_changes' in content || 'planned_values' in content) {
      throw new UnreadableError(
        where,
        'the JSON of a state',
        'the JSON of a plan',
        'Give an applied state: `terraform show -json` without a plan file.',
      );
    }
    return [...valueResources(content['values'], where)].map(
      ({ sensitive: _, ...origin }) => new Resource({ ...origin, scope, ...(stack === undefined ? {} : { stack }) }),
    );
  });
}

interface StateResource extends Omit<ResourceOrigin, 'scope' | 'stack'> {
  /** Mask: true where the value is secret. */
  readonly sensitive: unknown;
}

/**
 * The `values` of a state, or of a plan's `prior_state`.
 *
 * @param seen addresses to leave out: read from somewhere else
 */
export function* valueResources(
  values: unknown,
  where: string,
  seen: ReadonlySet<unknown> = new Set(),
): Generator<StateResource> {
  if (!isObject(values)) {
    throw new UnreadableError(
      where,
      'values.root_module',
      values === undefined ? 'no values' : describeKind(values),
      'Nothing is applied in this stack, or the file is not complete.',
    );
  }
  yield* moduleResources(values['root_module'], `${where}: values.root_module`, seen);
}

function* moduleResources(module: unknown, where: string, seen: ReadonlySet<unknown>): Generator<StateResource> {
  if (!isObject(module)) throw new UnreadableError(where, 'a module', describeKind(module));
  const resources = list(module['resources'], `${where}.resources`);
  for (let index = 0; index < resources.length; index++) {
    const resource = resources[index];
    if (isObject(resource) && seen.has(resource['address'])) continue;
    const origin = resourceOrigin(resource, `${where}.resources[${index}]`);
    // What a failed create-before-destroy left behind has the address of what took its place.
    if (!isObject(resource) || resource['deposed_key'] === undefined) yield origin;
  }
  for (const [index, child] of list(module['child_modules'], `${where}.child_modules`).entries()) {
    yield* moduleResources(child, `${where}.child_modules[${index}]`, seen);
  }
}

function resourceOrigin(resource: unknown, where: string): StateResource {
  if (!isObject(resource)) throw new UnreadableError(where, 'a resource', describeKind(resource));
  const { address, type, mode, values, sensitive_values: sensitive } = resource;
  if (typeof address !== 'string' || typeof type !== 'string') {
    throw new UnreadableError(where, 'a resource with address and type', describeKind(resource));
  }
  if (!isObject(values)) throw new UnreadableError(`${where} (${address})`, 'its values', describeKind(values));
  return { address, type, mode: mode === 'data' ? 'data' : 'managed', values, sensitive };
}

function list(value: unknown, where: string): readonly unknown[] {
  if (value === undefined) return [];
  if (!Array.isArray(value)) throw new UnreadableError(where, 'a list', describeKind(value));
  return value;
}

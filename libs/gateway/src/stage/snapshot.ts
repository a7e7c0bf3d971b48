import { createHash } from 'node:crypto';
import { type IResolveContext, TerraformResource, Token } from 'cdktf';
import { type IConstruct } from 'constructs';

/** Resources of API Gateway that a deployment does not copy. */
const notDeployed = new Set([
  'aws_api_gateway_deployment',
  'aws_api_gateway_method_settings',
  'aws_api_gateway_stage',
]);

/** How Terraform treats a resource, and names that no request sees. */
const notConfiguration = new Set(['//', 'depends_on', 'lifecycle', 'provider', 'tags']);

/** Everything below `api` that a deployment copies, also what is not made by this library. */
export function deployedResources(api: IConstruct): TerraformResource[] {
  return api.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .filter(
      ({ terraformResourceType: type }) => type.startsWith('aws_api_gateway_') && !notDeployed.has(type),
    );
}

/**
 * What a deployment copies, as Terraform triggers: a digest of the configuration, which is the same for the same
 * configuration in whatever order it was written, and each value from outside of the API, such as a user pool's ARN,
 * which may change while the reference to it stays.
 */
export function snapshot(api: IConstruct, context: IResolveContext): Record<string, string> {
  const resources = deployedResources(api);
  const own = new Set(resources.map(addressOf));
  const resolve = resolver(context);
  const configuration: Record<string, unknown> = {};
  for (const resource of resources) configuration[addressOf(resource)] = attributesOf(resource);

  const triggers: Record<string, string> = {};
  const canonical = JSON.stringify(sorted(configuration, resolve), (_key, value: unknown) => {
    if (typeof value === 'string') Object.assign(triggers, outside(value, own));
    return value;
  });
  return { ...triggers, configuration: createHash('sha256').update(canonical).digest('hex') };
}

export function addressOf(resource: TerraformResource): string {
  return `${resource.terraformResourceType}.${resource.friendlyUniqueId}`;
}

function attributesOf(resource: TerraformResource): Record<string, unknown> {
  const { resource: types = {} } = resource.toTerraform() as {
    resource?: Record<string, Record<string, object>>;
  };
  const attributes = types[resource.terraformResourceType]?.[resource.friendlyUniqueId] ?? {};
  return Object.fromEntries(Object.entries(attributes).filter(([name]) => !notConfiguration.has(name)));
}

/** Resolves tokens, and the same text once: a function's ARN is in a thousand integrations. */
function resolver(context: IResolveContext): (value: unknown) => unknown {
  const known = new Map<unknown, unknown>();
  return (value) => {
    if (!known.has(value)) known.set(value, context.resolve(value));
    return known.get(value);
  };
}

/** The value with its keys and lists in order; lists in these resources are sets. */
function sorted(value: unknown, resolve: (value: unknown) => unknown): unknown {
  if (value === undefined || value === null) return undefined;
  if (Token.isUnresolved(value)) return sorted(resolve(value), resolve);
  if (Array.isArray(value)) {
    return value
      .map((item) => sorted(item, resolve))
      .sort((a, b) => compare(JSON.stringify(a), JSON.stringify(b)));
  }
  if (typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => compare(a, b))
      .map(([key, inner]) => [key, sorted(inner, resolve)]),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The text as a trigger, named by what it refers to, unless it refers to nothing outside of the API. */
function outside(text: string, own: ReadonlySet<string>): Record<string, string> {
  if (!text.includes('${')) return {};
  const foreign = [...text.matchAll(/(?<!\$)\$\{(\w+\.\w+)?/g)].some(([, address = '']) => !own.has(address));
  return foreign ? { [text.replace(/\$\{|\}/g, '')]: text } : {};
}

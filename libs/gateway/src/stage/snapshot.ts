import { createHash } from 'node:crypto';
import { type IResolveContext, TerraformResource } from 'cdktf';
import { type IConstruct } from 'constructs';
import { addressOf } from '../terraform';
import { canonicalJson } from './canonical-json';

/** Resources of API Gateway that a deployment does not copy. */
const notDeployed = new Set([
  'aws_api_gateway_api_key',
  'aws_api_gateway_base_path_mapping',
  'aws_api_gateway_client_certificate',
  'aws_api_gateway_deployment',
  'aws_api_gateway_documentation_part',
  'aws_api_gateway_documentation_version',
  'aws_api_gateway_domain_name',
  'aws_api_gateway_method_settings',
  'aws_api_gateway_stage',
  'aws_api_gateway_usage_plan',
  'aws_api_gateway_usage_plan_key',
  'aws_api_gateway_vpc_link',
]);

/** How Terraform treats a resource, and what no request sees. */
const notConfiguration = new Set(['//', 'depends_on', 'fail_on_warnings', 'lifecycle', 'provider', 'tags']);

/** With those, what the OpenAPI body says by itself. */
const notInBody = new Set([...notConfiguration, 'body']);

/** Everything below `api` that a deployment copies, also what is not made by this library. */
export function deployedResources(api: IConstruct): TerraformResource[] {
  return api.node
    .findAll()
    .filter(TerraformResource.isTerraformResource)
    .filter(({ terraformResourceType: type }) => type.startsWith('aws_api_gateway_') && !notDeployed.has(type));
}

/**
 * What a deployment copies, as Terraform triggers: a digest of the configuration, the same for the same configuration
 * in whatever order it was written, and each value from outside of the API, such as a user pool's ARN, which may
 * change while the reference to it stays.
 *
 * @param body of an API that is one OpenAPI body: what a deployment copies of it
 */
export function snapshot(api: IConstruct, context: IResolveContext, body?: string): Record<string, string> {
  const resources = deployedResources(api);
  const own = new Set(resources.map(addressOf));
  const outside: Record<string, string> = {};
  const note = (text: string): void => {
    for (const expression of expressionsIn(text)) {
      if (refersOutside(expression, own)) outside[expression.replace(/\$\{|\}/g, '')] = expression;
    }
  };
  const toJson = canonicalJson(context, note);
  if (body !== undefined) note(body);
  const configuration = resources.map(
    (resource) =>
      `${addressOf(resource)} ${toJson(attributesOf(resource), body === undefined ? notConfiguration : notInBody)}`,
  );
  if (body !== undefined) configuration.push(body);
  const digest = createHash('sha256').update(configuration.sort().join('\n')).digest('hex');
  return { ...outside, configuration: digest };
}

function attributesOf(resource: TerraformResource): object | undefined {
  const { resource: types = {} } = resource.toTerraform() as {
    resource?: Record<string, Record<string, object>>;
  };
  return types[resource.terraformResourceType]?.[resource.friendlyUniqueId];
}

/** Each reference of a text by itself: an OpenAPI document is one text with a few. */
function expressionsIn(text: string): string[] {
  const simple = /(?<!\$)\$\{[^{}]*\}/g;
  const isWhole = !/(?<!\$)\$\{/.test(text.replace(simple, ''));
  return isWhole ? [...new Set(text.match(simple))] : [text];
}

function refersOutside(text: string, own: ReadonlySet<string>): boolean {
  if (!text.includes('${')) return false;
  return [...text.matchAll(/(?<!\$)\$\{(\w+\.\w+)?/g)].some(([, address = '']) => !own.has(address));
}

import type { Unread } from '../model';
import { isUnknown, unknown } from '../model/value';
import { stackFiles, type Stacks } from '../terraform/format';
import { Resource } from '../terraform/resource';
import { hideSecrets } from '../terraform/secrets';
import { describeKind, isObject, UnreadableError } from '../terraform/unreadable';
import { comments } from './comments';
import { Evaluator, type Known } from './evaluator';
import type { Place } from './place';
import { asList, StackConfig, type Block } from './stack-config';
import { structuredJson } from './structured-json';

/** `cdk.tf.json`, or any configuration in Terraform's JSON syntax. */
export type SynthesizedStack = Readonly<Record<string, unknown>>;

export interface SynthesizedResources {
  readonly resources: readonly Resource[];
  readonly unread: readonly Unread[];
}

const META_ARGUMENTS = new Set([
  '//',
  'count',
  'for_each',
  'depends_on',
  'provider',
  'lifecycle',
  'provisioner',
  'connection',
  'dynamic',
]);

/**
 * @param known attributes that the provider computed @default - none
 * @param firstScope of the first stack, the others follow
 */
export function synthesizedResources(
  stacks: Stacks<SynthesizedStack>,
  known?: Known,
  firstScope = 0,
): SynthesizedResources {
  const configs = stackConfigs(stacks);
  const evaluator = new Evaluator(configs, known);
  return {
    resources: configs.flatMap((config, index) =>
      config.blocks.flatMap((block) => instances(block, config, firstScope + index, evaluator)),
    ),
    unread: configs.flatMap(({ modules, stack }) =>
      modules.map((name) => ({
        address: `module.${name}`,
        stack,
        why: 'only a plan tells what is in a module',
      })),
    ),
  };
}

export const stackConfigs = (stacks: Stacks<SynthesizedStack>): readonly StackConfig[] =>
  stackFiles(stacks, 'stack').map(({ where, stack, content }, index) => {
    if (!isObject(content)) throw new UnreadableError(where, 'synthesized Terraform JSON', describeKind(content));
    return new StackConfig(content, stack ?? nameOf(content) ?? `stack ${index + 1}`, where);
  });

function nameOf(content: SynthesizedStack): string | undefined {
  const comment = content['//'];
  const metadata = isObject(comment) ? comment['metadata'] : undefined;
  const name = isObject(metadata) ? metadata['stackName'] : undefined;
  return typeof name === 'string' ? name : undefined;
}

/** One resource for each `count` or `for_each` that the file tells; else one that stands for all of them. */
function instances(block: Block, config: StackConfig, scope: number, evaluator: Evaluator): Resource[] {
  const make = (key: string, place: Place) =>
    new Resource({
      address: `${block.address}${key}`,
      type: block.type,
      mode: block.mode,
      scope,
      stack: config.stack,
      written: true,
      ...regionOf(block, config),
      ...comments(block.body['//']),
      values: hideSecrets(block.type, values(block, place, evaluator)),
    });
  const place = { config };
  const { count, for_each: forEach } = block.body;
  if (count !== undefined) {
    const amount = Number(evaluator.evaluate(count, place));
    if (!Number.isInteger(amount)) return [make('', place)];
    return Array.from({ length: amount }, (_, index) =>
      make(`[${index}]`, { config, each: { key: index, value: index } }),
    );
  }
  if (forEach === undefined) return [make('', place)];
  const items = evaluator.evaluate(forEach, place);
  if (isUnknown(items) || typeof items !== 'object' || items === null) return [make('', place)];
  const pairs: [string, unknown][] = Array.isArray(items)
    ? items.map((item) => [String(item), item])
    : Object.entries(items);
  return pairs.map(([key, value]) => make(`[${JSON.stringify(key)}]`, { config, each: { key, value } }));
}

function values(block: Block, place: Place, evaluator: Evaluator): Record<string, unknown> {
  const evaluate = (value: unknown) => evaluator.evaluate(value, place);
  const written: [string, unknown][] = [];
  for (const name in block.body) {
    if (!META_ARGUMENTS.has(name)) written.push([name, structuredJson(name, block.body[name], evaluate)]);
  }
  const known = Object.fromEntries(written);
  for (const dynamic of asList(block.body['dynamic']).filter(isObject)) {
    for (const name of Object.keys(dynamic)) known[name] = [...asList(known[name]), unknown()];
  }
  return known;
}

/** What these are made with has to be of one region. */
function regionOf({ type, body }: Block, config: StackConfig): Pick<Resource, 'region'> {
  const region = REGIONAL.has(type) ? config.region(body['provider']) : undefined;
  return region === undefined ? {} : { region };
}

const REGIONAL = new Set([
  'aws_acm_certificate',
  'aws_api_gateway_domain_name',
  'aws_apigatewayv2_domain_name',
  'aws_cloudwatch_metric_alarm',
  'aws_cognito_risk_configuration',
  'aws_cognito_user_pool',
  'aws_cognito_user_pool_domain',
  'aws_wafv2_web_acl_association',
]);

import { isUnknown } from '../model/value';
import { synthesizedResources, type SynthesizedStack } from '../synth/resources';
import { type Resource } from './resource';

/** What has an OpenAPI document. */
const TYPES = ['aws_api_gateway_rest_api', 'aws_api_gateway_rest_api_put', 'aws_apigatewayv2_api'];

/**
 * Terraform marks a whole text as unknown when a single reference in it is. What the code says of such an OpenAPI body is in
 * the synthesized JSON, so it is read there: with the values that the plan knows, and only the others unknown.
 *
 * @param resources as they are after the plan, of all stacks
 * @param synthesized by the names of the stacks that the plans have; only asked for where a body is unknown
 */
export function withBodies(
  resources: readonly Resource[],
  synthesized: () => Readonly<Record<string, SynthesizedStack>>,
): readonly Resource[] {
  if (!resources.some(hasUnknownBody)) return resources;
  const planned = new Map(resources.map((resource) => [keyOf(resource.stack, resource.address), resource]));
  const written = synthesizedResources(synthesized(), (stack, address, attribute) => {
    const value = planned.get(keyOf(stack, address))?.raw(attribute);
    return isUnknown(value) ? undefined : value;
  }).resources;
  const bodies = new Map(
    written.filter(({ type }) => TYPES.includes(type)).map((api) => [keyOf(api.stack, api.address), api.raw('body')]),
  );
  return resources.map((resource) => {
    const body = hasUnknownBody(resource) ? bodies.get(keyOf(resource.stack, resource.address)) : undefined;
    return body === undefined || isUnknown(body) ? resource : resource.with({ body });
  });
}

const hasUnknownBody = (resource: Resource): boolean =>
  TYPES.includes(resource.type) && resource.stack !== undefined && isUnknown(resource.raw('body'));

const keyOf = (stack: string | undefined, address: string): string => `${stack ?? ''} ${address}`;

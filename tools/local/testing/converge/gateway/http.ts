import { type Sink } from '../sink';
import { httpFaults } from './faults';
import { httpValues } from './values';

const api = (name: string): string => `aws_apigatewayv2_${name}`;

const domains = new Set([api('domain_name'), 'aws_api_gateway_domain_name']);

const prefixed = new Set([
  ...['authorizer.name', 'domain_name.domain_name', 'stage.name'].map(api),
  'aws_api_gateway_domain_name.domain_name',
]);

/** `examples/kitchen-sink-http`. */
export const httpSink: Sink = {
  title: 'HTTP API',
  isTried: (type) => type.startsWith(api('')),
  instances: 'all',
  identities: new Set(['id', 'region', 'tags_all']),
  // A domain has one API at its root.
  isCopiedWith: (type, referred) => type === api('api_mapping') && domains.has(referred),
  // What is replaced under a route: AWS keeps what a route leads to.
  dependsOn: (type, referred) =>
    type === api('route') && (referred === api('authorizer') || referred === api('integration')),
  nameOf: (argument, value, mark) => {
    if (prefixed.has(argument)) return `${mark}-${value.replace('$', '')}`;
    return argument === api('route.route_key') ? routeOf(value, mark) : undefined;
  },
  values: httpValues,
  tellsKept: true,
  faults: httpFaults,
  alone: { always: [`${api('stage')}.sink`], loose: [] },
  served: { api: `${api('api')}.sink`, stage: '$default' },
};

function routeOf(key: string, mark: string): string {
  const [method, path] = key.startsWith('$') ? ['ANY', '/'] : (key.split(' ') as [string, string]);
  return `${method} /${mark}${path}`.replace(/\/$/, '');
}

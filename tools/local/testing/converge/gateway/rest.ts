import { deployedTypes } from '@gatehouse/surface/deployed-types';
import { type Change } from '../changes';
import { argumentOf } from '../fault';
import { type Sink } from '../sink';
import { bodyFaults, restFaults } from './faults';
import { restValues } from './values';

const api = (name: string): string => `aws_api_gateway_${name}`;

/** What a copy has to have for itself, because there is one of it in each of these. */
const copiedWith: Readonly<Record<string, readonly string[]>> = {
  base_path_mapping: ['domain_name'],
  documentation_part: ['rest_api'],
  domain_name_access_association: ['domain_name'],
  gateway_response: ['rest_api'],
  integration: ['method', 'resource'],
  integration_response: ['integration', 'method', 'method_response', 'resource'],
  method: ['resource'],
  method_response: ['method', 'resource'],
  method_settings: ['stage'],
  resource: ['resource'],
  rest_api_policy: ['rest_api'],
  stage: ['deployment'],
  usage_plan_key: ['usage_plan'],
};

/** What goes wrong when what it refers to is replaced. */
const dependents: Readonly<Record<string, readonly string[]>> = {
  domain_name: ['base_path_mapping'],
  integration: ['integration_response'],
  method: ['integration', 'integration_response', 'method_response'],
  method_response: ['integration_response'],
  stage: ['method_settings'],
};

const prefixed = new Set(
  [
    // Two keys of one value are refused.
    'api_key.value',
    'authorizer.name',
    'documentation_version.version',
    'domain_name.domain_name',
    'request_validator.name',
    'stage.stage_name',
  ].map(api),
);

function nameOf(argument: string, value: string, mark: string): string | undefined {
  if (prefixed.has(argument)) return `${mark}-${value}`;
  // Letters and digits only.
  if (argument === api('model.name')) return `${mark}${value}`;
  // Each has its own path above it, so one with a name for a part stays.
  if (argument === api('resource.path_part')) return value.startsWith('{') ? value : `${mark}-${value}`;
  return undefined;
}

const short = (type: string): string => type.slice(api('').length);

const rest = {
  instances: 'all',
  identities: new Set(['id', 'region', 'tags_all']),
  isCopiedWith: (type: string, referred: string) =>
    (copiedWith[short(type)] ?? []).some((name) => api(name) === referred),
  dependsOn: (type: string, referred: string) => (dependents[short(referred)] ?? []).some((name) => api(name) === type),
  nameOf,
  values: restValues,
  tellsKept: true,
} as const;

/** Of its own, or of no API. */
const isOf = (name: string, api: string): boolean => name === api || name.startsWith(`${api}_`);

/** Deployments are made by content; the account is one of the region. */
const untried = new Set(['account', 'deployment'].map(api));

/** What an API consists of, each in one way for all that are written alike. */
const defining = new Set([api('rest_api'), ...deployedTypes]);

/** The same for an API by one body, where they are tried. */
const servedAlike = new Set(['method_settings', 'stage', 'usage_plan', 'usage_plan_key'].map(api));

const isRest = (type: string): boolean => type.startsWith(api('')) && !untried.has(type);

/** The large APIs without their routes; small ones, such as the private one, are whole. */
const alone = (name: string) => ({
  // A deployment needs a method.
  always: [`${api('stage')}.${name}`, `${api('integration')}.sink__get_nightly`],
  loose: ['deployment', 'stage'].flatMap((type) => ['sink', 'body'].map((large) => `${api(type)}.${large}`)),
});

export const restByResources: Sink = {
  ...rest,
  title: 'REST API by resources',
  faults: restFaults,
  isTried: (type, name) => isRest(type) && !servedAlike.has(type) && isOf(name, 'sink'),
  alone: alone('sink'),
  served: { api: `${api('rest_api')}.sink`, stage: 'v1', deployment: 'sink' },
};

export const restByBody: Sink = {
  ...rest,
  title: 'REST API by one OpenAPI body',
  faults: bodyFaults,
  isTried: (type, name) =>
    isRest(type) && (defining.has(type) ? isOf(name, 'body') : !isOf(name, 'sink') && !isOf(name, 'all')),
  alone: alone('body'),
};

/** Changes that AWS refuses: a deployment that waits for them is not made, and nothing else is seen of the others. */
const refused = new Set([
  `${api('authorizer')}.authorizer_uri left out`,
  `${api('authorizer')}.provider_arns left out`,
  `${api('integration')}.credentials left out`,
  `${api('integration')}.integration_http_method left out`,
  `${api('integration')}.uri left out`,
  `${api('method')}.authorizer_id left out`,
  // Two models of one name, because what a deployment waits for is made before the old one goes.
  `${api('model')}.content_type another value`,
]);

export const isRefused = (change: Change): boolean => refused.has(`${argumentOf(change)} ${change.kind}`);

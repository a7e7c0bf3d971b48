import type { Authorizer } from '../access/authorizer';
import type { Route } from '../access/route';
import { isSame } from '../changes/changed';
import type { PlannedChange } from '../changes/planned-change';
import type { Located } from '../model';
import type { Comparison } from './comparison';
import { both } from './pairs';

/**
 * Integrations and authorizers of OpenAPI bodies, as if each were a resource of its own: what a table says of that type’s
 * arguments holds for them. Only arguments that no rule reads from the routes and authorizers.
 */
export function bodyParts(comparison: Comparison): readonly PlannedChange[] {
  const known = MADE.get(comparison) ?? partsOf(comparison);
  MADE.set(comparison, known);
  return known;
}

const MADE = new WeakMap<Comparison, readonly PlannedChange[]>();

const partsOf = ({ callable, authorizers }: Comparison): readonly PlannedChange[] => [
  ...both(callable).flatMap(({ before, after }) => changeOf(before, after, ofIntegration)),
  ...both(authorizers).flatMap(({ before, after }) => changeOf(before, after, ofAuthorizer)),
];

/** A resource type, and what its arguments are. */
interface Part {
  readonly type: string;
  readonly values: Readonly<Record<string, unknown>>;
}

function changeOf<T extends Located>(was: T, now: T, partOf: (part: T) => Part | undefined): readonly PlannedChange[] {
  if (![was, now].every(({ address }) => address.includes('#'))) return [];
  const [before, after] = [partOf(was), partOf(now)];
  // One that comes or goes is judged with its route.
  if (before === undefined || after?.type !== before.type) return [];
  const changed = Object.keys(after.values).filter((name) => !isSame(before.values[name], after.values[name]));
  if (changed.length === 0) return [];
  const { address, stack } = now;
  return [
    {
      ...{ address, type: after.type, name: address, mode: 'managed', action: 'update', actions: ['update'] },
      ...(stack === undefined ? {} : { stack }),
      ...{ imported: false, replacePaths: [], before: before.values, after: after.values, changed },
    },
  ];
}

function ofIntegration({ integration }: Route): Part | undefined {
  if (integration === undefined) return undefined;
  const { requestParameters: request_parameters } = integration;
  if (!('requestTemplates' in integration)) {
    const values = { request_parameters, integration_subtype: integration.subtype };
    return { type: 'aws_apigatewayv2_integration', values };
  }
  const { requestTemplates: request_templates, cacheKeyParameters, insecureTls } = integration;
  const tls_config = [{ insecure_skip_verification: insecureTls }];
  return {
    type: 'aws_api_gateway_integration',
    values: { request_parameters, request_templates, cache_key_parameters: cacheKeyParameters, tls_config },
  };
}

const ofAuthorizer = ({ api, name, credentials }: Authorizer): Part | undefined =>
  api.kind === 'REST'
    ? { type: 'aws_api_gateway_authorizer', values: { name, authorizer_credentials: credentials } }
    : undefined;

import { ofRest, openapi, refused, rest } from './api-case';
import type { RefusalCase, Resources } from './case';

const REST = { rest_api_id: '${aws_api_gateway_rest_api.shop.id}' };
const ROOT = '${aws_api_gateway_rest_api.shop.root_resource_id}';
const under = (name: string) => `\${aws_api_gateway_resource.${name}.id}`;

/** Resources by name: the one above it, and its part of the path; each with a method. */
const tree = (parts: Readonly<Record<string, readonly [above: string, part: string]>>): Resources => ({
  aws_api_gateway_rest_api: { shop: { name: 'shop' } },
  aws_api_gateway_resource: Object.fromEntries(
    Object.entries(parts).map(([name, [parent_id, path_part]]) => [name, { ...REST, parent_id, path_part }]),
  ),
  aws_api_gateway_method: Object.fromEntries(
    Object.keys(parts).map((name) => [
      name,
      { ...REST, resource_id: under(name), http_method: 'GET', authorization: 'AWS_IAM' },
    ]),
  ),
});
const paths = (...all: readonly string[]): Resources => ({
  aws_api_gateway_rest_api: {
    shop: { name: 'shop', body: openapi(Object.fromEntries(all.map((path) => [path, { get: {} }]))) },
  },
});
const path = (says: string, broken: Resources, valid: Resources): RefusalCase =>
  refused('rest-path-invalid', says, broken, valid);

const guarded = (type: string, authorization: string): Resources =>
  rest(
    { method: { authorization, authorizer_id: '${aws_api_gateway_authorizer.it.id}' } },
    ofRest('authorizer', {
      name: 'it',
      type,
      ...(type === 'COGNITO_USER_POOLS' ? { provider_arns: ['arn'] } : { authorizer_uri: '${var.function}' }),
    }),
  );

/** What API Gateway refuses about where a method is and who may call it. */
export const restPaths: readonly RefusalCase[] = [
  path(
    'API Gateway refuses the part "{id}.json" of the path /reports/{id}.json; it must be text, or one variable such as {id}.',
    tree({ reports: [ROOT, 'reports'], one: [under('reports'), '{id}.json'] }),
    tree({ reports: [ROOT, 'reports'], one: [under('reports'), '{report-id.x}'] }),
  ),
  path(
    'API Gateway refuses the part "" of the path //reports; it must be text, or one variable such as {id}.',
    tree({ reports: [ROOT, '/reports'] }),
    tree({ reports: [ROOT, 'reports'] }),
  ),
  path(
    'API Gateway refuses the path /{all+}/reports, because {all+} takes everything below it.',
    paths('/{all+}/reports'),
    paths('/reports/{all+}', '/other/'),
  ),
  path(
    'API Gateway refuses {name} in GET /reports/{name}/pages, because GET /reports/{id} has {id} at the same place.',
    paths('/reports/{id}', '/reports/{name}/pages', '/reports/{name}/words'),
    paths('/reports/{id}', '/reports/{id}/pages/{name}', '/other/{name}'),
  ),
  path(
    'API Gateway refuses a second GET /reports in shop; aws_api_gateway_method.again is the first.',
    tree({ again: [ROOT, 'reports'], reports: [ROOT, 'reports'] }),
    tree({ again: [ROOT, 'again'], reports: [ROOT, 'reports'] }),
  ),
  refused(
    'authorizer-of-another-type',
    'API Gateway refuses GET /reports: its authorization is COGNITO_USER_POOLS, and its authorizer is of type TOKEN.',
    guarded('TOKEN', 'COGNITO_USER_POOLS'),
    guarded('COGNITO_USER_POOLS', 'COGNITO_USER_POOLS'),
  ),
  refused(
    'authorizer-of-another-type',
    'API Gateway refuses GET /reports: its authorization is CUSTOM, and its authorizer is of type COGNITO_USER_POOLS.',
    guarded('COGNITO_USER_POOLS', 'CUSTOM'),
    guarded('REQUEST', 'CUSTOM'),
  ),
];

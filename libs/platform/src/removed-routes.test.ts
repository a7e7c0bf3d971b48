import { surfaceFromSynth, type SynthesizedStack } from '@gatehouse/surface';
import { printRemovedRoutes } from './removed-routes';

const api = (more: object = {}) => ({ aws_api_gateway_rest_api: { api: { name: 'reports', ...more } } });
const rest_api_id = '${aws_api_gateway_rest_api.api.id}';
const deployment = { aws_api_gateway_deployment: { api: { rest_api_id, lifecycle: { create_before_destroy: true } } } };
const resources: SynthesizedStack = {
  resource: {
    ...api(),
    ...deployment,
    aws_api_gateway_method: {
      get: {
        rest_api_id,
        resource_id: '${aws_api_gateway_rest_api.api.root_resource_id}',
        http_method: 'GET',
        authorization: 'AWS_IAM',
      },
    },
  },
};
const body: SynthesizedStack = {
  resource: { ...api({ body: JSON.stringify({ openapi: '3.0.1', paths: { '/': { get: {} } } }) }), ...deployment },
};

const printed = (env: NodeJS.ProcessEnv, ...environments: Readonly<Record<string, SynthesizedStack>>[]) => {
  const print = jest.spyOn(console, 'log').mockImplementation();
  printRemovedRoutes(
    environments.map((stacks) => ({ surface: surfaceFromSynth(stacks) })),
    env,
  );
  const lines = print.mock.calls.map(([line]) => String(line));
  print.mockRestore();
  return lines;
};

const cdktf = { CDKTF_CONTEXT_JSON: '{}' };

it('says once for each API of resources what a removed route costs, and what avoids it', () => {
  expect(printed(cdktf, { 'dev-api': resources }, { 'prod-api': resources, 'prod-orders': body })).toEqual([
    'dev-api, prod-api: a route that you remove stays reachable after cdktf deploy or terraform apply, until you run ' +
      '"terraform apply -replace=aws_api_gateway_deployment.api".\n' +
      "  npx nx deploy does that by itself. An API with definition: 'openapi' needs none of it: docs/gateway/removed-routes.md",
  ]);
});

it.each([
  ['an API that is one body', cdktf, body],
  ['an API without routes', cdktf, { resource: { ...api(), ...deployment } }],
  ['what is synthesized by other means than cdktf', {}, resources],
])('says nothing of %s', (_, env, stack: SynthesizedStack) => {
  expect(printed(env, { 'dev-api': stack })).toEqual([]);
});

import { join } from 'node:path';
import { UserPool } from '@gatehouse/cognito';
import { Code, LambdaFunction } from '@gatehouse/functions';
import { ApiPolicy, type DefinitionKind, Endpoint, RestApi } from '@gatehouse/gateway';
import { TerraformOutput } from 'cdktf';
import { type Construct } from 'constructs';
import { addAuthorizers } from './authorizers';
import { makeBackends } from './backends';
import { addIntegrations } from './integrations';
import { addRequests } from './requests';

/**
 * Two REST APIs that use everything: the same by resources and by one OpenAPI body. Each part is a file that adds to an API; what it
 * calls is shared.
 */
export function kitchenSinkRest(stack: Construct): void {
  const pools = ['staff', 'customers'].map(
    (name) => new UserPool(stack, name, { name: `sink-${name}`, deletionProtection: false }),
  ) as [UserPool, UserPool];
  const check = new LambdaFunction(stack, 'check', {
    functionName: 'sink-check',
    code: Code.bundle(join(__dirname, 'check-handler.ts')),
    live: {},
  });
  const backends = makeBackends(stack);
  for (const definition of ['resources', 'openapi'] as const) {
    const api = addApi(stack, definition);
    const guards = addAuthorizers(api, pools, check);
    addIntegrations(api, guards, backends);
    addRequests(api, guards);
    new TerraformOutput(stack, definition, { value: api.restApiId });
  }
}

function addApi(stack: Construct, definition: DefinitionKind): RestApi {
  const api = new RestApi(stack, definition === 'resources' ? 'sink' : 'body', {
    name: `sink-${definition}`,
    definition,
    description: 'Everything that a REST API has',
    endpoint: Endpoint.regional(),
    binaryMediaTypes: ['image/png'],
    minimumCompressionBytes: 1024,
    apiKeySource: 'HEADER',
    tags: { team: 'sink' },
    policy: ApiPolicy.onlyFromIps('127.0.0.1', '192.0.2.0/24'),
    cors: {
      allowOrigins: ['https://app.example.com', 'https://admin.example.com'],
      allowHeaders: ['Authorization', 'Content-Type', 'X-Trace'],
      exposeHeaders: ['X-Trace'],
      allowCredentials: true,
      maxAgeSeconds: 300,
    },
    stage: {
      name: 'v1',
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLog: { retentionDays: 30 },
      loggingLevel: 'ERROR',
      metrics: true,
      tracing: true,
      variables: { table: 'orders', color: 'blue' },
      cache: { sizeGb: 0.5, ttlSeconds: 60 },
    },
  });
  api.addGatewayResponse('THROTTLED', {
    statusCode: 429,
    headers: { 'Retry-After': '1' },
    templates: { 'application/json': '{"message":$context.error.messageString}' },
  });
  api.addGatewayResponse('DEFAULT_4XX', { headers: { 'Cache-Control': 'no-store' } });
  return api;
}

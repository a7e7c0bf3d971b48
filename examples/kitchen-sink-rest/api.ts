import { ApiPolicy, ClientCertificate, type DefinitionKind, Endpoint, LogFormat, RestApi } from '@gatehouse/gateway';
import { type Construct } from 'constructs';

/** An API with every setting that it and its stage have. */
export function addApi(stack: Construct, definition: DefinitionKind): RestApi {
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
    stage: stage(stack, definition),
  });
  api.addGatewayResponse('THROTTLED', {
    statusCode: 429,
    headers: { 'Retry-After': '1', 'X-Request-Id': { from: 'context.requestId' } },
    templates: { 'application/json': '{"message":$context.error.messageString}' },
  });
  api.addGatewayResponse('DEFAULT_4XX', { headers: { 'Cache-Control': 'no-store' } });
  return api;
}

function stage(stack: Construct, definition: DefinitionKind) {
  const clientCertificate = new ClientCertificate(stack, `certificate-${definition}`, {
    description: 'For the backend',
    tags: { team: 'sink' },
  });
  return {
    name: 'v1',
    throttle: { rateLimit: 50, burstLimit: 100 },
    accessLog: { retentionDays: 30, format: LogFormat.standard('apiKeyId', 'authorizerLatency') },
    loggingLevel: 'ERROR',
    metrics: true,
    tracing: true,
    variables: { table: 'orders', color: 'blue' },
    cache: { sizeGb: 0.5, ttlSeconds: 60 },
    clientCertificate,
  } as const;
}

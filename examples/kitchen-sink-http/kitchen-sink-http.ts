import { HttpApi, type HttpRouteOptions } from '@gatehouse/gateway';
import { type Construct } from 'constructs';
import { addAuthorizers } from './authorizers';
import { addBackends } from './backends';
import { addServices } from './services';

/** Two HTTP APIs that use everything: one with all kinds of routes, and one whose stage has a name. */
export function kitchenSinkHttp(stack: Construct): void {
  const api = new HttpApi(stack, 'sink', {
    name: 'kitchen-sink-http',
    description: 'Everything that an HTTP API has',
    version: '1',
    ipAddressType: 'dualstack',
    cors: {
      allowOrigins: ['https://app.example.com', 'https://admin.example.com'],
      allowMethods: ['GET', 'POST'],
      allowHeaders: ['Authorization', 'Content-Type', 'X-Partner-Key'],
      exposeHeaders: ['X-Request-Id'],
      allowCredentials: true,
      maxAgeSeconds: 300,
    },
    stage: {
      throttle: { rateLimit: 50, burstLimit: 100 },
      accessLog: { retentionDays: 30 },
      metrics: true,
      variables: { backend: 'blue' },
    },
    tags: { team: 'kitchen' },
  });
  const { authorized } = addAuthorizers(stack, api);
  addServices(stack, api);
  addBackends(stack, api);
  api.addAlarms({
    serverErrorPercent: 1,
    clientErrorPercent: 20,
    latencyP99Milliseconds: 900,
    throttledPer5Minutes: 5,
  });
  api.addDashboard();
  api.addDomain(domain('api.sink.example.com'));

  addNamed(stack, authorized);
}

function addNamed(stack: Construct, route: HttpRouteOptions): void {
  const named = new HttpApi(stack, 'named', {
    name: 'kitchen-sink-named',
    stage: { name: 'v1', throttle: { rateLimit: 5, burstLimit: 10 }, accessLog: { retentionDays: 1 } },
  });
  named.addRoute('$default', route);
  named.addDomain({
    ...domain('named.sink.example.com'),
    mappingKey: 'v1/reports',
    mutualTls: { truststoreUri: 's3://kitchen-sink/partners.pem', truststoreVersion: 'v1' },
  });
}

const domain = (name: string) => ({
  name,
  certificateArn: 'arn:aws:acm:eu-west-1:123456789012:certificate/8c8e4f3a-0000-4000-8000-000000000000',
});
